package org.ascribe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ascribe.pipeline.DataSetImport;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.Import;
import org.ascribe.store.IncidentFilter;
import org.ascribe.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe bench import}: seconds and memory of imports into an empty ledger. */
@Command(
        name = "import",
        description =
                "Times imports: UCDP GED of the whole world in a process of its own, one GDELT 15-minute file warm.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchImportCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--ged",
            paramLabel = "FILE",
            description = "UCDP GED; default ../shared/data/ged/ged211_global.csv.gz.")
    private Path ged = Path.of("../shared/data/ged/ged211_global.csv.gz");

    @Option(
            names = "--gdelt",
            paramLabel = "FILE",
            description = "A GDELT 15-minute file; default ../shared/data/gdelt/20150218230000.export.CSV.gz.")
    private Path gdelt = Path.of("../shared/data/gdelt/20150218230000.export.CSV.gz");

    @Option(names = "--runs", paramLabel = "N", description = "How often the GDELT file is imported; default 9.")
    private int runs = 9;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    BenchImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (Path file : List.of(ged, gdelt)) {
            if (!Files.isReadable(file)) {
                throw CannotException.wrongUsage(
                        "Cannot time the import of %s: there is no such file.%n  Name one with --ged and --gdelt."
                                .formatted(file));
            }
        }
        try {
            Timed whole = timed(ged);
            console.out()
                    .println(
                            "what                              rows     new  skipped  incidents   import  record    both");
            console.out().println(line("UCDP GED, this process", whole));
            Long memory = whole.peak();
            console.out()
                    .println("largest memory of the process up to here: "
                            + (memory == null ? "not told by this system" : memory / 1024 + " MB"));
            List<Timed> warm = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                warm.add(timed(gdelt));
            }
            console.out().println(line("GDELT 15 minutes, first", warm.getFirst()));
            List<Timed> sorted = new ArrayList<>(warm.subList(Math.min(2, warm.size() - 1), warm.size()));
            Collections.sort(sorted, Comparator.comparingDouble(Timed::both));
            console.out().println(line("GDELT 15 minutes, warm, median", sorted.get(sorted.size() / 2)));
            console.out().println(line("GDELT 15 minutes, warm, slowest", sorted.getLast()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Main.DONE;
    }

    /** @param importing until the rows are on disk; {@code record} until the incidents are */
    private record Timed(
            DataSetImport.Done done,
            int incidents,
            double importing,
            double record,
            @Nullable Long peak) {
        double both() {
            return importing + record;
        }
    }

    private static String line(String what, Timed timed) {
        return String.format(
                Locale.ROOT,
                "%-32s %,7d %,7d %8d %,10d %7.2fs %6.2fs %6.2fs",
                what,
                timed.done().rows(),
                timed.done().appended().reports(),
                timed.done().skipped(),
                timed.incidents(),
                timed.importing(),
                timed.record(),
                timed.both());
    }

    private Timed timed(Path file) throws IOException {
        Path folder = Files.createTempDirectory("ascribe-bench");
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                Ledger ledger = Ledger.open(folder.resolve("l.duckdb"), Ledger.Mode.CREATE);
                Progress progress = new Progress(nowhere, console.clock())) {
            long begun = System.nanoTime();
            DataSetImport.Done done = new DataSetImport(
                            ledger,
                            new DataSetImport.Settings(null, null, null, Import.State.TAKEN_IN, "bench"),
                            Program.version(),
                            console.clock())
                    .run(List.of(file), progress, skip -> {})
                    .getFirst();
            long imported = System.nanoTime();
            RecordService record = new RecordService(ledger, Program.version());
            record.rebuildIfNeeded(progress);
            long derived = System.nanoTime();
            Long peak = peakMemory();
            return new Timed(
                    done,
                    ledger.incidents(IncidentFilter.ALL).size(),
                    (imported - begun) / 1e9,
                    (derived - imported) / 1e9,
                    peak);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path left : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(left);
                }
            }
        }
    }

    /** In kilobytes; Linux tells it. */
    private static @Nullable Long peakMemory() {
        Path status = Path.of("/proc/self/status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(null);
        } catch (IOException elsewhere) {
            return null;
        }
    }
}
