package org.ascribe.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
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

    /** What the first and the last ask, in SQL over the tables of incidents as they are. */
    private static final List<String> PLAIN = List.of(
            "SELECT date_trunc('month', i.date_from) m, c.actor_id, count(*) n, sum(killed_low) k FROM incidents i"
                    + " JOIN incident_claimants c USING (number) WHERE country = 'AF' AND date_to >= '2015-01-01' GROUP BY ALL",
            "SELECT date_trunc('month', i.date_from) m, c.actor_id, count(*) n, sum(killed_low) k FROM incidents i"
                    + " JOIN incident_claimants c USING (number) GROUP BY ALL");

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
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("ascribe-bench");
        Path file = folder.resolve("counts.duckdb");
        try {
            Ledger.open(file, Ledger.Mode.CREATE).close();
            generate(file);
            console.out().println("%,d incidents, %,d MB".formatted(incidents, Files.size(file) / 1_000_000));
            console.out()
                    .println("what                                                            rows   median  slowest");
            throughTheInterface(file);
            besideDuckDb(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve("counts.duckdb.wal"));
            Files.deleteIfExists(folder);
        }
        return Main.DONE;
    }

    /**
     * Incidents of 25 years in eight countries, one of 1,200 actors named for eight tenths of them, a second for two tenths; no reports
     * beneath them: nothing but counting is asked.
     */
    private void generate(Path file) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '1GB'");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("""
                    INSERT INTO incidents SELECT range + 1, 'inc-' || lpad(to_hex(hash(range)), 16, '0'), 'Attack in place ' || (hash(range + 1) % 5000),
                        ['bombing', 'clash', 'armed-assault', 'abduction', 'shelling'][(1 + hash(range + 2) % 5)::INTEGER],
                        day, CASE WHEN hash(range + 7) % 10 = 0 THEN last_day(day) ELSE day END, 'day', NULL, 'Place ' || (hash(range + 1) % 5000),
                        ['AF', 'PK', 'IQ', 'SY', 'NG', 'ML', 'UA', 'RU'][(1 + hash(range + 3) % 8)::INTEGER], NULL, NULL, NULL, 'town', 'every-voice',
                        ['fair', 'weak', 'contested', 'unclaimed'][(1 + hash(range + 5) % 4)::INTEGER],
                        (hash(range + 6) % 20)::INTEGER, (hash(range + 6) % 20)::INTEGER, NULL, NULL, 1, 1
                    FROM (SELECT range, DATE '2000-01-01' + (range * 9000 // INCIDENTS)::INTEGER AS day FROM range(INCIDENTS))""".replace("INCIDENTS", Integer.toString(incidents)));
            for (int position = 0; position < 2; position++) {
                statement.execute(
                        "INSERT INTO incident_claimants SELECT range + 1, %d, 'actor-' || a, 'Actor ' || a, 1 FROM (SELECT range, hash(range + %d) %% 1200 AS a FROM range(%d)) WHERE hash(range + 9) %% 10 < %d"
                                .formatted(position, position + 11, incidents, position == 0 ? 8 : 2));
            }
            try (InputStream sql = Objects.requireNonNull(
                    Ledger.class.getResourceAsStream("counted-derive.sql"), "the program lacks counted-derive.sql")) {
                statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
            }
            statement.execute("DELETE FROM derived_from");
            statement.execute("INSERT INTO derived_from VALUES (0, 0, 0, '" + Program.version() + "')");
        }
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

    private void besideDuckDb(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            for (String query : PLAIN) {
                double[] seconds = new double[runs];
                int rows = 0;
                for (int run = 0; run < runs; run++) {
                    long begun = System.nanoTime();
                    rows = 0;
                    try (ResultSet result = statement.executeQuery(query)) {
                        while (result.next()) {
                            rows++;
                        }
                    }
                    seconds[run] = (System.nanoTime() - begun) / 1e9;
                }
                print(
                        "DuckDB, join and group, " + (query.contains("WHERE") ? QUERIES.getFirst() : QUERIES.getLast()),
                        rows,
                        seconds);
            }
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
