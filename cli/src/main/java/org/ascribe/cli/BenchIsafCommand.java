package org.ascribe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ascribe.bench.isaf.IsafRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe bench isaf}: the codebook machinery cross-validated on coded press releases. */
@Command(
        name = "isaf",
        description = "Learns the fields of coded ISAF press releases from some releases and fills them in the others; "
                + "prints the table of score_isaf.py.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchIsafCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            defaultValue = "../shared/bench/isaf/dev.jsonl",
            description = "The coded releases, read where they lie. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of("");

    @Option(names = "--folds", paramLabel = "NUMBER", defaultValue = "5", description = "Default: ${DEFAULT-VALUE}")
    private int folds = 5;

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Keep the answers here, for score_isaf.py and its --errors.")
    private @Nullable Path answers;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    BenchIsafCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CodebookCommand.mustBeFile(data);
        if (folds < 2 || folds > 20) {
            throw CannotException.wrongUsage(
                    "Cannot check in %d folds: expected 2 to 20.\n  Change --folds.".formatted(folds));
        }
        IsafRun.run(new IsafRun.Settings(data, folds, answers), console.out(), console.err());
        return Main.DONE;
    }
}
