package org.ascribe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ascribe.bench.outlook.OutlookRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe bench outlook}: monthly fatalities by country, forecast and scored beside the VIEWS benchmark. */
@Command(
        name = "outlook",
        description =
                "Forecasts monthly fatalities by country, each year from what was known in the October before, and "
                        + "scores it beside the conflictology benchmark of the VIEWS challenge.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchOutlookCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "../shared/data",
            description = "The folder with views and ged, or its views. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of("");

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

    BenchOutlookCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String machine = "%s, %d processors, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"));
        Path parent = data.toAbsolutePath().normalize().getParent();
        boolean views = Files.exists(data.resolve("cm_actuals_2018_2024.csv"));
        try {
            OutlookRun.run(
                    new OutlookRun.Settings(views && parent != null ? parent : data, doc, commit, date, machine),
                    console.out());
        } catch (IllegalArgumentException wrong) {
            throw new CannotException(String.valueOf(wrong.getMessage()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Main.DONE;
    }
}
