package org.ascribe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ascribe.bench.aid.AidRun;
import org.ascribe.bench.aid.AidRun.Half;
import org.ascribe.extract.Extractor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe bench aid}: narratives of AWSD and SiND read and compared with what their makers coded. */
@Command(
        name = "aid",
        description =
                "Reads the narratives of AWSD and SiND where they lie and compares with what their makers coded: aid "
                        + "workers killed, wounded and kidnapped, the place, the perpetrator's class.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchAidCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "../shared/data",
            description = "The folder with awsd and insecurity_insight. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of("");

    @Option(
            names = "--half",
            paramLabel = "HALF",
            defaultValue = "odd",
            description =
                    "odd measures, even is for whoever writes rules; by the row's own id. Default: ${DEFAULT-VALUE}")
    private Half half = Half.ODD;

    @Option(names = "--errors", description = "List what was read wrongly, of even ids alone.")
    private boolean errors;

    @Option(
            names = "--learn",
            description = "Also learn a codebook for each data set from even ids, and measure what it fills.")
    private boolean learn;

    @Option(names = "--doc", paramLabel = "FILE", description = "Write the page of docs/evaluation.")
    private @Nullable Path doc;

    @Option(
            names = "--commit",
            paramLabel = "NAME",
            defaultValue = "unknown",
            description = "For the head of that page.")
    private String commit = "unknown";

    @Option(names = "--date", paramLabel = "DAY", defaultValue = "unknown", description = "For the head of that page.")
    private String date = "unknown";

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    BenchAidCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            AidRun.run(
                    Extractor.rules(),
                    new AidRun.Settings(data, half, errors, learn, doc, commit, date),
                    console.out());
        } catch (IllegalArgumentException wrong) {
            throw new CannotException(String.valueOf(wrong.getMessage()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Main.DONE;
    }
}
