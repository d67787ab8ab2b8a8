package org.ascribe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascribe.bench.link.LinkRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe bench link}: tables whose true pairs are known, linked and counted. */
@Command(
        name = "link",
        description =
                "Links two_source_region, further sets of that kind, and AWSD with SiND, and counts found and false pairs, "
                        + "beside the nearest row in a window.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchLinkCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "../shared/data",
            description = "The folder with benchmarks, awsd and insecurity_insight. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "DIR",
            description = "One more folder that make_two_source.py has written; may be given again.")
    private List<Path> sets = List.of();

    @Option(
            names = "--large",
            description =
                    "Only the sets given, which take minutes, and why pairs of them are lost; the page is link-large.md.")
    private boolean large;

    @Option(names = "--doc", paramLabel = "FILE", description = "Write the page of docs/evaluation.")
    private @Nullable Path doc;

    @Option(names = "--result", paramLabel = "FILE", description = "Write the result file of bench/results.")
    private @Nullable Path result;

    @Option(names = "--commit", paramLabel = "NAME", defaultValue = "unknown", description = "For the head of both.")
    private String commit = "unknown";

    @Option(names = "--date", paramLabel = "DAY", defaultValue = "unknown", description = "For the head of both.")
    private String date = "unknown";

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    BenchLinkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String machine = "%s, %d processors, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"));
        try {
            LinkRun.run(
                    new LinkRun.Settings(
                            data,
                            sets,
                            doc,
                            result,
                            commit,
                            date,
                            machine,
                            large ? LinkRun.Extent.LARGE : LinkRun.Extent.USUAL),
                    console.out());
        } catch (IllegalArgumentException wrong) {
            throw new CannotException(String.valueOf(wrong.getMessage()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Main.DONE;
    }
}
