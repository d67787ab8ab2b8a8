package org.ascribe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ascribe.bench.findings.FindingsRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe bench findings}: the estimators on simulated records whose truth is known. */
@Command(
        name = "findings",
        description =
                "Tries the estimators behind the findings on simulated records and prints how often their intervals hold "
                        + "the truth. Fails where one does not hold what it promises.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchFindingsCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--runs",
            paramLabel = "NUMBER",
            defaultValue = "500",
            description = "Simulated records for each figure. Default: ${DEFAULT-VALUE}")
    private int runs = 500;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "20240322",
            description = "The same seed gives the same table. Default: ${DEFAULT-VALUE}")
    private long seed = 20_240_322;

    @Option(names = "--only", paramLabel = "WORDS", description = "Only estimators with these words in their name.")
    private @Nullable String only;

    @Option(names = "--doc", paramLabel = "FILE", description = "Write the page of docs/evaluation.")
    private @Nullable Path doc;

    @Option(names = "--commit", paramLabel = "NAME", defaultValue = "unknown", description = "For its head.")
    private String commit = "unknown";

    @Option(names = "--date", paramLabel = "DAY", defaultValue = "unknown", description = "For its head.")
    private String date = "unknown";

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    BenchFindingsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String by = "ascribe bench findings --runs %d --seed %d, commit %s, %s, Java %s"
                .formatted(runs, seed, commit, date, System.getProperty("java.version"));
        try {
            return FindingsRun.run(new FindingsRun.Settings(runs, seed, only, doc, by), console.out())
                    ? Main.DONE
                    : Main.FAILED;
        } catch (IllegalArgumentException wrong) {
            throw CannotException.wrongUsage(String.valueOf(wrong.getMessage()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
