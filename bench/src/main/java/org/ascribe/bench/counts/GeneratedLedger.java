package org.ascribe.bench.counts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.ascribe.store.Ledger;

/** A ledger with many incidents that nobody reported, filled by DuckDB itself, and the same questions in plain SQL. */
public final class GeneratedLedger {

    /** What the first and the last ask, in SQL over the tables of incidents as they are. */
    private static final List<String> PLAIN = List.of(
            "SELECT date_trunc('month', i.date_from) m, c.actor_id, count(*) n, sum(killed_low) k FROM incidents i"
                    + " JOIN incident_claimants c USING (number) WHERE country = 'AF' AND date_to >= '2015-01-01' GROUP BY ALL",
            "SELECT date_trunc('month', i.date_from) m, c.actor_id, count(*) n, sum(killed_low) k FROM incidents i"
                    + " JOIN incident_claimants c USING (number) GROUP BY ALL");

    private final Path file;

    private GeneratedLedger(Path file) {
        this.file = file;
    }

    /**
     * One question, asked several times.
     *
     * @param seconds of each time
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Asked(int rows, double[] seconds) {}

    /**
     * Incidents of 25 years in eight countries, one of 1,200 actors named for eight tenths of them, a second for two tenths; no reports
     * beneath them: nothing but counting is asked.
     *
     * @param file of an empty ledger that is closed
     * @param programVersion so that nothing is derived anew
     */
    public static GeneratedLedger fill(Path file, int incidents, String programVersion) {
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
            statement.execute("INSERT INTO derived_from VALUES (0, 0, 0, '" + programVersion + "')");
        } catch (SQLException broken) {
            throw new IllegalStateException("cannot fill " + file, broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new GeneratedLedger(file);
    }

    /** @param narrow whether for one country from a year on, or for all */
    public Asked ask(boolean narrow, int runs) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                Statement statement = connection.createStatement()) {
            double[] seconds = new double[runs];
            int rows = 0;
            for (int run = 0; run < runs; run++) {
                long begun = System.nanoTime();
                rows = 0;
                try (ResultSet result = statement.executeQuery(narrow ? PLAIN.getFirst() : PLAIN.getLast())) {
                    while (result.next()) {
                        rows++;
                    }
                }
                seconds[run] = (System.nanoTime() - begun) / 1e9;
            }
            return new Asked(rows, seconds);
        } catch (SQLException broken) {
            throw new IllegalStateException("cannot ask " + file, broken);
        }
    }
}
