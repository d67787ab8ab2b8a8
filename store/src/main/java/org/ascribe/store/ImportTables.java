package org.ascribe.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Coded;
import org.ascribe.core.DataSource;
import org.ascribe.core.ReportId;
import org.jspecify.annotations.Nullable;

/** Imports of data sets, their rows and what became of them. */
final class ImportTables {

    private static final String IMPORT =
            "i.import_id, i.kind, i.data_set, i.release, i.release_year, i.file, i.digest, i.licence, i.redistribution,"
                    + " i.rows_are, i.cite, i.started_at";

    private final Database database;

    ImportTables(Database database) {
        this.database = database;
    }

    /** To be called inside a transaction. Of an import that is there already, only the state changes. */
    void begin(Import begun) {
        boolean there = !database.list(
                        "SELECT 1 AS one FROM imports WHERE import_id = ?", row -> row.integer("one"), begun.id())
                .isEmpty();
        if (!there) {
            long arrived = database.list(
                            "SELECT coalesce(max(arrived), 0) + 1 AS next FROM imports", row -> row.bigint("next"))
                    .getFirst();
            database.append(
                    "",
                    "imports",
                    rows -> rows.row()
                            .text(begun.id())
                            .bigint(arrived)
                            .text(begun.kind())
                            .text(begun.source().name())
                            .text(begun.release())
                            .integer(begun.releaseYear())
                            .text(begun.file())
                            .text(begun.digest())
                            .text(begun.source().licence())
                            .coded(begun.source().redistribution())
                            .coded(begun.source().rows())
                            .text(begun.source().cite())
                            .text(begun.startedAt().toString())
                            .end());
        }
    }

    /** Not empty, in the order of lines. To be called inside a transaction, after the reports are in. What is there already is left alone. */
    void appendRows(String id, List<ImportedRow> imported) {
        Set<String> known = new HashSet<>(database.list(
                "SELECT line || '/' || report_id AS known FROM import_rows WHERE import_id = ? AND line BETWEEN ? AND ?",
                row -> row.text("known"),
                id,
                imported.getFirst().line(),
                imported.getLast().line()));
        database.append("", "import_rows", rows -> {
            for (ImportedRow row : imported) {
                String report = row.coded().report().id().value();
                if (!known.contains(row.line() + "/" + report)) {
                    rows.row()
                            .text(id)
                            .bigint(row.line())
                            .text(row.rowId())
                            .text(row.rank())
                            .text(report)
                            .end();
                }
            }
        });
    }

    /** To be called inside a transaction: the reasons of this reading take the place of those of a stopped one. */
    void replaceSkipped(String id, List<Run.Skip> skipped) {
        database.execute("DELETE FROM import_skipped WHERE import_id = '" + id + "'");
        database.append("", "import_skipped", rows -> {
            long position = 0;
            for (Run.Skip skip : skipped) {
                rows.row().text(id).bigint(position++).text(skip.code());
                rows.text(skip.place()).text(skip.why()).end();
            }
        });
    }

    void set(String id, Import.State state, Instant at, String by) {
        long arrived = database.list(
                        "SELECT coalesce(max(arrived), 0) + 1 AS next FROM import_states", row -> row.bigint("next"))
                .getFirst();
        database.append(
                "",
                "import_states",
                rows -> rows.row()
                        .bigint(arrived)
                        .text(id)
                        .coded(state)
                        .text(at.toString())
                        .text(by)
                        .end());
    }

    Optional<Import.State> state(String id) {
        return database
                .list(
                        "SELECT state FROM import_standing WHERE import_id = ?",
                        row -> row.coded(Import.State.class, "state"),
                        id)
                .stream()
                .findFirst();
    }

    /** Latest first. */
    List<ImportSummary> list(@Nullable String only) {
        Map<String, List<ImportSummary.Skipped>> skipped = new HashMap<>();
        database.list(
                "SELECT import_id, code, count(*) AS times, arg_min(place, position) AS place, arg_min(why, position) AS why"
                        + " FROM import_skipped GROUP BY import_id, code ORDER BY times DESC, code",
                row -> skipped.computeIfAbsent(row.text("import_id"), id -> new ArrayList<>())
                        .add(new ImportSummary.Skipped(
                                row.text("code"), row.bigint("times"), row.text("place"), row.text("why"))));
        return database.list(
                "SELECT " + IMPORT
                        + ", s.state, st.decided_at, st.decided_by, coalesce(n.n, 0) AS n, coalesce(n.added, 0) AS added,"
                        + " coalesce(n.incidents, 0) AS incidents FROM imports i JOIN import_standing s USING (import_id)"
                        + " JOIN import_states st ON st.import_id = i.import_id AND st.arrived = s.arrived"
                        + " LEFT JOIN (SELECT r.import_id, count(*) AS n, count(*) FILTER (WHERE f.first = m.arrived) AS added,"
                        + " count(*) FILTER (WHERE c.report_id IS NOT NULL) AS incidents"
                        + " FROM import_rows r JOIN imports m USING (import_id) JOIN (SELECT x.report_id, min(y.arrived) AS first"
                        + " FROM import_rows x JOIN imports y USING (import_id) GROUP BY x.report_id) f USING (report_id)"
                        + " LEFT JOIN (SELECT DISTINCT report_id FROM assertions WHERE kind = 'occurrence') c USING (report_id)"
                        + " GROUP BY r.import_id) n ON n.import_id = i.import_id"
                        + (only == null ? "" : " WHERE i.import_id = ?") + " ORDER BY i.arrived DESC",
                row -> new ImportSummary(
                        read(row),
                        row.coded(Import.State.class, "state"),
                        row.bigint("n"),
                        row.bigint("added"),
                        row.bigint("incidents"),
                        skipped.getOrDefault(row.text("import_id"), List.of()),
                        row.text("decided_at"),
                        row.text("decided_by")),
                only == null ? new Object[0] : new Object[] {only});
    }

    private static Import read(Rows row) throws SQLException {
        return new Import(
                row.text("import_id"),
                row.text("kind"),
                new DataSource(
                        row.text("data_set"),
                        row.text("licence"),
                        Coded.parse(DataSource.Redistribution.class, row.text("redistribution")),
                        Coded.parse(DataSource.Rows.class, row.text("rows_are")),
                        row.text("cite")),
                row.text("release"),
                row.integerOrNull("release_year"),
                row.text("file"),
                row.text("digest"),
                Instant.parse(row.text("started_at")));
    }

    /** Reports of an import that tell an incident, spread evenly over the file; others where it has none. */
    List<ReportId> sample(String id, int most) {
        return database.list(
                "SELECT report_id FROM (SELECT r.report_id, r.line, row_number() OVER (ORDER BY c.report_id IS NULL, r.line) AS n,"
                        + " count(*) FILTER (WHERE c.report_id IS NOT NULL) OVER () AS told, count(*) OVER () AS rows"
                        + " FROM import_rows r LEFT JOIN (SELECT DISTINCT report_id FROM assertions WHERE kind = 'occurrence') c USING (report_id)"
                        + " WHERE r.import_id = ?) WHERE (n - 1) % greatest(1, (CASE WHEN told > 0 THEN told ELSE rows END) // "
                        + most + ") = 0 ORDER BY n LIMIT " + most,
                row -> new ReportId(row.text("report_id")),
                id);
    }

    /** What every release said of this row, oldest release first. */
    List<RowRelease> releases(@Nullable String dataSetOrKind, String rowId) {
        return database.list(
                "SELECT " + IMPORT
                        + ", s.state, r.row_id, r.line, r.report_id, c.report_id IS NOT NULL AS now FROM import_rows r"
                        + " JOIN imports i USING (import_id) JOIN import_standing s USING (import_id)"
                        + " LEFT JOIN current_rows c ON c.data_set = i.data_set AND c.row_id = r.row_id AND c.report_id = r.report_id"
                        + " WHERE r.row_id = ?"
                        + (dataSetOrKind == null ? "" : " AND (lower(i.data_set) = lower(?) OR i.kind = lower(?))")
                        + " ORDER BY i.data_set, r.rank, i.arrived, r.line",
                row -> new RowRelease(
                        read(row),
                        row.coded(Import.State.class, "state"),
                        row.text("row_id"),
                        row.bigint("line"),
                        new ReportId(row.text("report_id")),
                        row.flag("now")),
                dataSetOrKind == null ? new Object[] {rowId} : new Object[] {rowId, dataSetOrKind, dataSetOrKind});
    }

    /** By an earlier telling of a row, the report that tells it now. */
    Map<ReportId, ReportId> superseded() {
        Map<ReportId, ReportId> superseded = new HashMap<>();
        database.list(
                "SELECT * FROM superseded",
                row -> superseded.put(new ReportId(row.text("report_id")), new ReportId(row.text("by_report"))));
        return superseded;
    }
}
