package org.ascribe.cli;

import java.util.concurrent.Callable;
import org.ascribe.bench.weigh.WeighSpeed;
import org.ascribe.exchange.perspective.BuiltIn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe bench weigh}: seconds that a change of perspective takes. */
@Command(
        name = "weigh",
        description = "Times weighing: a ledger that a seed makes, settled under each built-in perspective.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchWeighCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--incidents", paramLabel = "N", description = "How many, of ten statements each; default 100000.")
    private int incidents = 100_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of the ledger; default 1.")
    private long seed = 1;

    @Option(names = "--runs", paramLabel = "N", description = "How often each perspective is settled; default 7.")
    private int runs = 7;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    BenchWeighCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (incidents < 1 || runs < 1) {
            throw CannotException.wrongUsage(
                    "Cannot time weighing: --incidents and --runs are 1 or more, got %d and %d."
                            .formatted(incidents, runs));
        }
        WeighSpeed.run(incidents, seed, runs, BuiltIn.all(), console.out()::println);
        return Main.DONE;
    }
}
