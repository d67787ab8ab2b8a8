package org.ascribe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ascribe.core.Coded;
import org.ascribe.exchange.datasets.DataSetKind;
import org.ascribe.exchange.datasets.Mapping;
import org.ascribe.exchange.datasets.Release;
import org.ascribe.pipeline.DataSetImport;
import org.ascribe.pipeline.Preflight;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.pipeline.Source;
import org.ascribe.store.Import;
import org.ascribe.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascribe import}: rows of data sets into a ledger. */
@Command(
        name = "import",
        description = "Imports data sets into a ledger: every row becomes a report of what the data set says. What the "
                + "ledger has already is not added twice; a newer release adds what changed.",
        sortOptions = false,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class ImportCommand implements Callable<Integer> {

    /** Reasons that are printed one by one. */
    private static final int SHOWN = 20;

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Tables, plain, .gz or .zip.")
    private List<String> inputs = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "ucdp-ged, ucdp-actors, acled, gtd, gdelt-events, gdelt-mentions, polecat, icews, or mapped. Default: "
                            + "what the columns show.")
    private @Nullable String kind;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "What the columns of another table mean: a YAML file, see docs/formats/imports.md.")
    private @Nullable Path mapping;

    @Option(
            names = "--release",
            paramLabel = "NAME",
            description = "The data set's release, such as 24.1. Default: what the file's name shows.")
    private @Nullable String release;

    @Option(
            names = "--ledger",
            paramLabel = "PATH",
            description = "The ledger's file, made if it is not there; default ascribe.duckdb in this folder.")
    private Path ledger = Path.of("ascribe.duckdb");

    @Option(
            names = "--inbox",
            description = "Let the import wait in the workbench's inbox instead of taking it into the record.")
    private boolean inbox;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DataSetKind asked = kind();
        Mapping described = mapping();
        if (asked == DataSetKind.MAPPED && described == null) {
            throw CannotException.wrongUsage(
                    "Cannot import: --kind mapped needs a mapping.%n  Name it with --mapping FILE; docs/formats/imports.md says how to write one."
                            .formatted());
        }
        List<Path> files = new ArrayList<>();
        for (Source source : Preflight.check(inputs, ledger)) {
            if (!(source instanceof Source.Files(Path path)) || !Files.isRegularFile(path)) {
                throw CannotException.wrongUsage(
                        "Cannot import %s: it is no file.%n  Name the files one by one; fetch one of the net first."
                                .formatted(source));
            }
            files.add(path);
        }
        Import.State state = inbox ? Import.State.WAITING : Import.State.TAKEN_IN;
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.CREATE);
                Progress progress = new Progress(console.err(), console.clock())) {
            progress.say("Importing %s into %s"
                    .formatted(files.size() == 1 ? files.getFirst() : files.size() + " files", ledger));
            DataSetImport importer = new DataSetImport(
                    open,
                    new DataSetImport.Settings(
                            asked, release == null ? null : Release.of(release), described, state, "command line"),
                    Program.version(),
                    console.clock());
            Map<String, Integer> skippedByCode = new TreeMap<>();
            int[] skipped = {0};
            List<DataSetImport.Done> done = importer.run(files, progress, skip -> {
                skippedByCode.merge(skip.code(), 1, Integer::sum);
                if (skipped[0]++ < SHOWN) {
                    console.err()
                            .println("Cannot import " + skip.place() + ": " + skip.why() + "  [" + skip.code() + "]");
                }
            });
            new RecordService(open, Program.version()).rebuildIfNeeded(progress);
            progress.finish("");
            if (skipped[0] > SHOWN) {
                console.err()
                        .println("  ... and %,d more; the ledger's table import_skipped has them all"
                                .formatted(skipped[0] - SHOWN));
            }
            done.forEach(one -> console.out().println(line(one)));
            if (skipped[0] > 0) {
                console.out()
                        .println("skipped: "
                                + String.join(
                                        ", ",
                                        skippedByCode.entrySet().stream()
                                                .map(entry -> entry.getKey() + " %,d".formatted(entry.getValue()))
                                                .toList()));
            }
            if (done.isEmpty()) {
                return Main.FAILED;
            }
            return skipped[0] == 0 ? Main.DONE : Main.DONE_WITH_SKIPS;
        }
    }

    private static String line(DataSetImport.Done done) {
        Import source = done.source();
        return "%s  %s%s: %,d rows, %,d new, %,d skipped; %s%s"
                .formatted(
                        source.id(),
                        source.source().name(),
                        source.release().isEmpty() ? "" : " " + source.release(),
                        done.rows(),
                        done.appended().reports(),
                        done.skipped(),
                        switch (done.state()) {
                            case READING -> "not read to its end";
                            case WAITING -> "waits in the inbox";
                            case TAKEN_IN -> "taken in";
                            case DISCARDED -> "discarded before, and left so";
                        },
                        source.source().redistribution() == org.ascribe.core.DataSource.Redistribution.NO
                                ? "; may not be passed on (" + source.source().licence() + ")"
                                : "");
    }

    private @Nullable DataSetKind kind() {
        String asked = kind;
        if (asked == null) {
            return null;
        }
        List<String> known =
                Arrays.stream(DataSetKind.values()).map(Coded::code).toList();
        return Coded.find(DataSetKind.class, asked.toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElseThrow(() -> CannotException.wrongUsage("Cannot import: --kind is \"%s\", expected one of %s.%s"
                        .formatted(
                                asked,
                                String.join(", ", known),
                                Suggestions.nearest(asked, known)
                                        .map(near -> " Did you mean " + near + "?")
                                        .orElse(""))));
    }

    private @Nullable Mapping mapping() {
        if (mapping == null) {
            return null;
        }
        try {
            return Mapping.parse(Files.readString(mapping));
        } catch (IOException | IllegalArgumentException wrong) {
            throw CannotException.wrongUsage(
                    "Cannot use the mapping %s: %s.%n  docs/formats/imports.md says how to write one."
                            .formatted(mapping, wrong.getMessage()));
        }
    }
}
