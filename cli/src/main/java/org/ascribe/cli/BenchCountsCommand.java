package org.ascribe.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ascribe.bench.counts.GeneratedLedger;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.Ledger;
import org.ascribe.workbench.WorkbenchServer;
import org.ascribe.workbench.WorkbenchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe bench counts}: how long the interface takes to count millions of incidents, beside DuckDB's own. */
@Command(
        name = "counts",
        description =
                "Times /api/v1/counts by month and actor over a ledger of many generated incidents, beside the same question to DuckDB.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchCountsCommand implements Callable<Integer> {

    private static final List<String> QUERIES = List.of(
            "by=month,actor&country=AF&from=2015-01-01",
            "by=month,actor&actor=actor-17&actor=actor-400",
            "by=month&type=bombing&status=contested",
            "by=month,actor");

    private final Console console;

    @Option(
            names = "--incidents",
            paramLabel = "N",
            description = "How many incidents to generate; default 10,000,000.")
    private int incidents = 10_000_000;

    @Option(names = "--runs", paramLabel = "N", description = "How often each question is asked; default 15.")
    private int runs = 15;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    BenchCountsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ascribe-bench");
        Path file = folder.resolve("counts.duckdb");
        try {
            Ledger.open(file, Ledger.Mode.CREATE).close();
            GeneratedLedger ledger = GeneratedLedger.fill(file, incidents, Program.version());
            console.out().println("%,d incidents, %,d MB".formatted(incidents, Files.size(file) / 1_000_000));
            console.out()
                    .println("what                                                            rows   median  slowest");
            throughTheInterface(file);
            besideDuckDb(ledger);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve("counts.duckdb.wal"));
            Files.deleteIfExists(folder);
        }
        return Main.DONE;
    }

    private void throughTheInterface(Path file) throws IOException, InterruptedException {
        try (Ledger ledger = Ledger.open(file, Ledger.Mode.WRITE);
                WorkbenchServer server = WorkbenchServer.start(
                        new RecordService(ledger, Program.version()),
                        new WorkbenchSettings(0, Program.version(), console.clock()));
                HttpClient client = HttpClient.newHttpClient()) {
            for (String query : QUERIES) {
                HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "api/v1/counts?" + query))
                        .build();
                double[] seconds = new double[runs];
                int rows = 0;
                for (int run = 0; run < runs; run++) {
                    long begun = System.nanoTime();
                    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                    seconds[run] = (System.nanoTime() - begun) / 1e9;
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException("the interface answered " + answer.body());
                    }
                    rows = answer.body().split("\"incidents\":", -1).length - 2;
                }
                print("interface, " + query, rows, seconds);
            }
        }
    }

    private void besideDuckDb(GeneratedLedger ledger) {
        for (boolean narrow : new boolean[] {true, false}) {
            GeneratedLedger.Asked asked = ledger.ask(narrow, runs);
            print(
                    "DuckDB, join and group, " + (narrow ? QUERIES.getFirst() : QUERIES.getLast()),
                    asked.rows(),
                    asked.seconds());
        }
    }

    private void print(String what, int rows, double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        console.out()
                .println(String.format(
                        Locale.ROOT,
                        "%-66s %,9d %6.0f ms %6.0f ms",
                        what,
                        rows,
                        sorted[sorted.length / 2] * 1000,
                        sorted[sorted.length - 1] * 1000));
    }
}
