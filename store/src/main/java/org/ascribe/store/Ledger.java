package org.ascribe.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Judgement;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.IncidentSheet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in a file: reports, what they say, and people's judgements, append-only; and beside them the incidents that
 * are derived from these. One process owns the file while it writes; {@link #append} is on disk when it returns. Safe to
 * share between threads, which take turns. The tables are described in docs/formats/ledger.md.
 *
 * <p>Every method throws {@link LedgerException} where the file or the machine fails; what was acknowledged stays.
 */
public final class Ledger implements AutoCloseable {

    /** How a ledger is opened. */
    public enum Mode {
        /** To look; any number of processes at once, while none writes. */
        READ,
        /** To write; the file must be there. */
        WRITE,
        /** To write; a file that is not there is made. */
        CREATE
    }

    /** In one transaction: so many that DuckDB writes whole groups of rows to their place at once, and not to its log first. */
    private static final int ROWS_AT_ONCE = 64_000;

    private final Path file;
    private final Database database;
    private final CodedReportTables reports;
    private final DerivedTables derived;
    private final ImportTables imports;
    private int openRows;

    private Ledger(Path file, Database database) {
        this.file = file;
        this.database = database;
        this.reports = new CodedReportTables(database);
        this.derived = new DerivedTables(database);
        this.imports = new ImportTables(database);
    }

    /**
     * Opens a ledger, bringing one of an older format up to date if it may write.
     *
     * @throws LedgerException if it cannot be used; the message says why and what to do
     */
    public static Ledger open(Path file, Mode mode) {
        return open(file, mode, "16MB");
    }

    static Ledger open(Path file, Mode mode, String checkpointAt) {
        Database database = Database.open(file, mode, checkpointAt);
        Ledger ledger = new Ledger(file, database);
        return ledger;
    }

    public Path file() {
        return file;
    }

    /** Adds what is new, all of it or nothing, and says how much that was. On disk when it returns. */
    public Appended append(Collection<CodedReport> batch) {
        Appended[] appended = {Appended.NOTHING};
        database.transaction(() -> appended[0] = reports.append(batch));
        return appended[0];
    }

    /**
     * The latest reading of each report of the record, in the order of arrival. Rows of a data set that wait in the inbox, were
     * discarded, or are said otherwise in a newer release are not among them.
     */
    public List<CodedReport> codedReports() {
        return reports.latest(null);
    }

    // --- imports of data sets

    /** Begins an import, or goes on with it; what it was before, empty if it is new. */
    public Optional<Import.State> beginImport(Import begun, Instant at, String by) {
        List<Optional<Import.State>> before = new ArrayList<>();
        database.transaction(() -> {
            before.add(imports.state(begun.id()));
            imports.begin(begun);
            if (before.getFirst().isEmpty()) {
                imports.set(begun.id(), Import.State.READING, at, by);
            }
        });
        return before.getFirst();
    }

    /**
     * Adds rows of an import that has begun: what is new of them. They are on disk once {@value #ROWS_AT_ONCE} have come
     * together, or with {@link #endImport}; what a stopped program had not put there comes again when the import is repeated.
     * Meant for thousands at a time. Nothing else may be asked of the ledger between the first call and {@code endImport}.
     */
    public Appended appendRows(String importId, List<ImportedRow> rows) {
        if (openRows == 0) {
            database.begin();
        }
        Appended appended = reports.append(rows.stream().map(ImportedRow::coded).toList());
        imports.appendRows(importId, rows);
        openRows += rows.size();
        if (openRows >= ROWS_AT_ONCE) {
            commitRows();
        }
        return appended;
    }

    private void commitRows() {
        if (openRows > 0) {
            openRows = 0;
            database.commit();
        }
    }

    /** Keeps why rows of an import could not be used, and what becomes of it now that it is read. */
    public void endImport(String importId, List<Run.Skip> skipped, Import.State state, Instant at, String by) {
        commitRows();
        database.transaction(() -> {
            imports.replaceSkipped(importId, skipped);
            imports.set(importId, state, at, by);
        });
    }

    /** A person's decision on an import. */
    public void setImportState(String importId, Import.State state, Instant at, String by) {
        database.transaction(() -> imports.set(importId, state, at, by));
    }

    /** All imports, latest first. */
    public List<ImportSummary> imports() {
        return imports.list(null);
    }

    public Optional<ImportSummary> findImport(String id) {
        return imports.list(id).stream().findFirst();
    }

    /** Some reports of an import, spread over the file; those that tell an incident before others. */
    public List<CodedReport> sampleOfImport(String id, int most) {
        return reports.latest(imports.sample(id, most));
    }

    /**
     * What every release said of one row, oldest first.
     *
     * @param dataSet its name or kind; null for any
     */
    public List<RowRelease> releasesOf(@Nullable String dataSet, String rowId) {
        return imports.releases(dataSet, rowId);
    }

    /** By an earlier telling of a row, the report that tells it now. */
    public Map<ReportId, ReportId> superseded() {
        return imports.superseded();
    }

    /**
     * The reports whose incidents have to be resolved with others in sight, in the order of arrival. All other incidents of the
     * record are rows of data sets whose rows are incidents of their own, that no other voice comes near in country and month,
     * and on which nobody has judged: each of them is one telling, and {@link #rebuild} derives them within the database.
     *
     * @param judged reports that some judgement in force speaks of
     */
    public List<CodedReport> reportsToResolve(Collection<ReportId> judged) {
        return derived.plan(judged) ? reports.latestOfTable("temp.plan_resolve") : List.of();
    }

    /** As {@link #codedReports()} for some reports; those that the ledger lacks are left out. */
    public List<CodedReport> codedReports(Collection<ReportId> ids) {
        return reports.latest(ids);
    }

    public Optional<CodedReport> findReport(ReportId id) {
        return reports.latest(List.of(id)).stream().findFirst();
    }

    /** Adds the judgements that are new, and says how many those were. On disk when it returns. */
    public int appendJudgements(Collection<Judgement> judgements) {
        int[] added = {0};
        database.transaction(() -> {
            Set<String> known =
                    Set.copyOf(database.list("SELECT judgement_id FROM judgements", row -> row.text("judgement_id")));
            Map<String, Judgement> fresh = new LinkedHashMap<>();
            judgements.stream()
                    .filter(judgement -> !known.contains(judgement.id()))
                    .forEach(judgement -> fresh.putIfAbsent(judgement.id(), judgement));
            long first = known.size() + 1L;
            database.append("", "judgements", rows -> {
                long arrived = first;
                for (Judgement judgement : fresh.values()) {
                    rows.row()
                            .text(judgement.id())
                            .bigint(arrived++)
                            .text(judgement.at().toString())
                            .text(judgement.user())
                            .text(judgement.reason());
                    switch (judgement.decision()) {
                        case Judgement.Decision.SameIncident(Telling a, Telling b) ->
                            tellings(rows.text("same-incident"), a, b).nulls(2);
                        case Judgement.Decision.NotSameIncident(Telling a, Telling b) ->
                            tellings(rows.text("not-same-incident"), a, b).nulls(2);
                        case Judgement.Decision.Unsure(Telling a, Telling b) ->
                            tellings(rows.text("unsure"), a, b).nulls(2);
                        case Judgement.Decision.MergeIncidents merge ->
                            rows.text("merge-incidents").nulls(6);
                        case Judgement.Decision.SplitIncident split ->
                            rows.text("split-incident").nulls(6);
                        case Judgement.Decision.WrongReading(AssertionId assertion) ->
                            rows.text("wrong-reading")
                                    .nulls(4)
                                    .text(assertion.value())
                                    .nulls(1);
                        case Judgement.Decision.RightActor(AssertionId assertion, String actor) ->
                            rows.text("right-actor")
                                    .nulls(4)
                                    .text(assertion.value())
                                    .text(actor);
                    }
                    rows.text(judgement.undoes()).end();
                }
            });
            database.append("", "judgement_tellings", rows -> {
                for (Judgement judgement : fresh.values()) {
                    switch (judgement.decision()) {
                        case Judgement.Decision.MergeIncidents(List<Telling> one, List<Telling> other) ->
                            parts(rows, judgement.id(), one, other);
                        case Judgement.Decision.SplitIncident(List<Telling> stays, List<Telling> leaves) ->
                            parts(rows, judgement.id(), stays, leaves);
                        case Judgement.Decision.SameIncident same -> {}
                        case Judgement.Decision.NotSameIncident notSame -> {}
                        case Judgement.Decision.Unsure unsure -> {}
                        case Judgement.Decision.WrongReading reading -> {}
                        case Judgement.Decision.RightActor right -> {}
                    }
                }
            });
            added[0] = fresh.size();
        });
        return added[0];
    }

    private static void parts(Staging rows, String judgement, List<Telling> one, List<Telling> other)
            throws SQLException {
        for (int part = 1; part <= 2; part++) {
            for (Telling telling : part == 1 ? one : other) {
                rows.row()
                        .text(judgement)
                        .integer(part)
                        .text(telling.report().value())
                        .text(telling.label())
                        .end();
            }
        }
    }

    private static Staging tellings(Staging rows, Telling a, Telling b) throws SQLException {
        return rows.text(a.report().value())
                .text(a.label())
                .text(b.report().value())
                .text(b.label());
    }

    /** All judgements, those taken back too, in the order of arrival. */
    public List<Judgement> judgements() {
        Map<String, Map<Integer, List<Telling>>> parts = new HashMap<>();
        database.list(
                "SELECT * FROM judgement_tellings",
                row -> parts.computeIfAbsent(row.text("judgement_id"), id -> new HashMap<>())
                        .computeIfAbsent(row.integer("part"), part -> new ArrayList<>())
                        .add(new Telling(new ReportId(row.text("report_id")), row.text("label"))));
        return List.copyOf(database.list("SELECT * FROM judgements ORDER BY arrived", row -> {
            String decision = row.text("decision");
            return new Judgement(
                    row.text("judgement_id"),
                    Instant.parse(row.text("decided_at")),
                    row.text("decided_by"),
                    row.text("reason"),
                    switch (decision) {
                        case "same-incident" ->
                            new Judgement.Decision.SameIncident(telling(row, "a"), telling(row, "b"));
                        case "not-same-incident" ->
                            new Judgement.Decision.NotSameIncident(telling(row, "a"), telling(row, "b"));
                        case "unsure" -> new Judgement.Decision.Unsure(telling(row, "a"), telling(row, "b"));
                        case "merge-incidents" ->
                            new Judgement.Decision.MergeIncidents(part(parts, row, 1), part(parts, row, 2));
                        case "split-incident" ->
                            new Judgement.Decision.SplitIncident(part(parts, row, 1), part(parts, row, 2));
                        case "wrong-reading" ->
                            new Judgement.Decision.WrongReading(new AssertionId(row.text("assertion_id")));
                        case "right-actor" ->
                            new Judgement.Decision.RightActor(
                                    new AssertionId(row.text("assertion_id")), row.text("actor_id"));
                        default ->
                            throw new IllegalStateException(
                                    "the ledger holds a judgement of the unknown kind " + decision);
                    },
                    row.textOrNull("undoes"));
        }));
    }

    private static List<Telling> part(Map<String, Map<Integer, List<Telling>>> parts, Rows row, int part)
            throws SQLException {
        return parts.getOrDefault(row.text("judgement_id"), Map.of()).getOrDefault(part, List.of());
    }

    private static Telling telling(Rows row, String which) throws SQLException {
        return new Telling(new ReportId(row.text("report_" + which)), row.text("label_" + which));
    }

    /**
     * Puts these incidents in the place of the derived ones, all at once. An incident keeps the label of the one that
     * shared most of its tellings.
     *
     * @param sheets one for each incident of {@code Resolver.resolve} over {@link #reportsToResolve}, if that was called before,
     *     else over all reports of the record
     */
    public void rebuild(List<IncidentSheet> sheets, String programVersion) {
        database.transaction(() -> derived.rebuild(sheets, programVersion));
    }

    /**
     * Whether the incidents were derived from all that the ledger holds, by this version of the program; a build ({@code
     * 0.1.0+9f2c}) has to be the same one, a bare version ({@code 0.1.0}) allows for any build of it.
     */
    public boolean isRebuilt(String programVersion) {
        return derived.isCurrent(programVersion);
    }

    /** The incidents that pass, newest first, those of unknown date last. */
    public List<IncidentRow> incidents(IncidentFilter filter) {
        return derived.rows(filter, null);
    }

    /** One incident by label ({@code I-17}, any case, or 17) or id; the label of a merged one leads on. */
    public Optional<IncidentRow> findIncidentRow(String labelOrId) {
        return derived.number(labelOrId)
                .flatMap(number -> derived.rows(IncidentFilter.ALL, Set.of(number)).stream()
                        .findFirst());
    }

    /** As {@link #findIncidentRow}, with tellings and links. */
    public Optional<Incident> findIncident(String labelOrId) {
        return derived.number(labelOrId).map(derived::incident);
    }

    /**
     * How many incidents pass, by some of their sides; of 10 million in a fraction of a second.
     *
     * @param by empty for one row over all
     * @param most how many actors to tell apart, those with the most incidents
     */
    public Counts counts(CountFilter filter, Set<Counts.By> by, int most) {
        return new CountQuery(filter, by).ask(database, most);
    }

    /** Every incident by label. */
    public Map<String, Incident> labelledIncidents() {
        return derived.all();
    }

    /** The labels of all incidents, by number. */
    public List<String> labels() {
        return List.copyOf(
                database.list("SELECT number FROM incidents ORDER BY number", row -> "I-" + row.integer("number")));
    }

    /** As {@link #labelledIncidents()} for some labels, by number; those that no incident has are left out. */
    public Map<String, Incident> labelledIncidents(Collection<String> labels) {
        return derived.some(labels.stream()
                .map(label -> Integer.valueOf(label.substring(2)))
                .toList());
    }

    /** The reports of which the latest reading has assertions about no incident, or none of the record, sorted. */
    public List<ReportId> reportsBeyondIncidents() {
        return List.copyOf(database.list(
                "SELECT DISTINCT a.report_id FROM assertions a JOIN reading_assertions ra USING (assertion_id)"
                        + " LEFT JOIN tellings t ON t.report_id = a.report_id AND t.label = a.incident"
                        + " WHERE t.report_id IS NULL"
                        + " AND ra.reading_id IN (SELECT arg_max(reading_id, arrived) FROM readings SEMI JOIN in_record USING (report_id)"
                        + " GROUP BY report_id) ORDER BY a.report_id",
                row -> new ReportId(row.text("report_id"))));
    }

    /** When the first and the last thing came into a ledger. */
    public record Span(Instant first, Instant last) {}

    /** From the first run, import or judgement to the last; empty if there is none. */
    public Optional<Span> span() {
        List<Instant> times = database
                .list(
                        "SELECT started_at AS at FROM runs UNION ALL SELECT decided_at FROM judgements"
                                + " UNION ALL SELECT started_at FROM imports UNION ALL SELECT decided_at FROM import_states",
                        row -> Instant.parse(row.text("at")))
                .stream()
                .sorted()
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(new Span(times.getFirst(), times.getLast()));
    }

    /** By label of an incident, the labels of those that went into it, sorted by number. */
    public Map<String, List<String>> formerLabels() {
        Map<String, List<String>> former = new HashMap<>();
        database.list("SELECT number FROM labels WHERE retired ORDER BY number", row -> row.integer("number"))
                .forEach(number -> derived.number("I-" + number)
                        .ifPresent(now -> former.computeIfAbsent("I-" + now, label -> new ArrayList<>())
                                .add("I-" + number)));
        return former;
    }

    /** The label of the incident that this telling belongs to. */
    public Optional<String> findLabel(Telling telling) {
        return database
                .list(
                        "SELECT number FROM tellings WHERE report_id = ? AND label = ?",
                        row -> "I-" + row.integer("number"),
                        telling.report().value(),
                        telling.label())
                .stream()
                .findFirst();
    }

    /** All reports, newest first, those without a date last. */
    public List<ReportRow> reports() {
        return reportRows("");
    }

    /** The reports whose title or text has these words in this order; case does not matter. */
    public List<ReportRow> searchReports(String words) {
        return reportRows(
                " WHERE contains(lower(r.text), lower(?)) OR contains(lower(coalesce(r.title, '')), lower(?))",
                words,
                words);
    }

    private List<ReportRow> reportRows(String where, Object... values) {
        Map<String, List<String>> labels = new HashMap<>();
        database.list(
                "SELECT t.report_id, t.number FROM tellings t JOIN coded_incidents c ON c.report_id = t.report_id"
                        + " AND c.label = t.label GROUP BY t.report_id, t.number ORDER BY t.report_id, min(c.position), t.number",
                row -> labels.computeIfAbsent(row.text("report_id"), r -> new ArrayList<>())
                        .add("I-" + row.integer("number")));
        return List.copyOf(database.list(
                "SELECT r.report_id, r.title, r.outlet, r.published, r.language, r.genre, r.url, r.source,"
                        + " coalesce(n.assertions, 0) AS assertions FROM reports r LEFT JOIN (SELECT d.report_id, count(*)::INTEGER AS assertions"
                        + " FROM (SELECT report_id, arg_max(reading_id, arrived) AS reading_id FROM readings GROUP BY report_id) d"
                        + " JOIN reading_assertions USING (reading_id) GROUP BY d.report_id) n USING (report_id)"
                        + " SEMI JOIN in_record USING (report_id)"
                        + where
                        + " ORDER BY r.published DESC NULLS LAST, r.arrived",
                row -> new ReportRow(
                        new ReportId(row.text("report_id")),
                        row.textOrNull("title"),
                        row.textOrNull("outlet"),
                        row.dayOrNull("published"),
                        row.text("language"),
                        row.text("genre"),
                        row.textOrNull("url"),
                        row.textOrNull("source"),
                        row.integer("assertions"),
                        labels.getOrDefault(row.text("report_id"), List.of())),
                values));
    }

    /** All actors of the latest readings, most assertions first. */
    public List<ActorRow> actors() {
        String latest = "WITH latest AS (SELECT a.* FROM assertions a JOIN reading_assertions ra USING (assertion_id)"
                + " WHERE ra.reading_id IN (SELECT arg_max(reading_id, arrived) FROM readings SEMI JOIN in_record USING (report_id)"
                + " GROUP BY report_id)),"
                + " named AS (SELECT assertion_id, actor_id AS id, actor_name AS name, actor_as AS said FROM latest"
                + " UNION ALL SELECT assertion_id, object_id, object_name, object_as FROM latest"
                + " UNION ALL SELECT s.assertion_id, s.actor_id, NULL, NULL FROM speakers s JOIN latest USING (assertion_id)) ";
        Map<String, List<ActorRow.Alias>> aliases = new HashMap<>();
        database.list(
                latest
                        + "SELECT id, said, count(*)::INTEGER AS times FROM named WHERE id IS NOT NULL AND said IS NOT NULL"
                        + " GROUP BY id, said ORDER BY id, times DESC, said",
                row -> aliases.computeIfAbsent(row.text("id"), id -> new ArrayList<>())
                        .add(new ActorRow.Alias(row.text("said"), row.integer("times"))));
        return List.copyOf(database.list(
                latest
                        + "SELECT id, coalesce(min(name), id) AS name, count(DISTINCT assertion_id)::INTEGER AS assertions,"
                        + " (SELECT count(*)::INTEGER FROM incident_claimants c WHERE c.actor_id = id) AS incidents"
                        + " FROM named WHERE id IS NOT NULL GROUP BY id ORDER BY assertions DESC, id",
                row -> new ActorRow(
                        row.text("id"),
                        row.text("name"),
                        aliases.getOrDefault(row.text("id"), List.of()),
                        row.integer("assertions"),
                        row.integer("incidents"))));
    }

    /** What is said of one actor and by it in the latest readings, in no particular order. */
    public List<Assertion> assertionsOf(String actorId) {
        return reports.assertionsWith(reports.naming(actorId));
    }

    /** The assertions with these ids, in no particular order; those that the ledger lacks are left out. */
    public List<Assertion> assertions(Set<AssertionId> ids) {
        return reports.assertionsWith(ids);
    }

    /** Keeps the manifest of an import, and gives it its number. */
    public int appendRun(Run run) {
        int[] number = {0};
        database.transaction(() -> {
            number[0] = database.list("SELECT coalesce(max(run), 0) + 1 AS next FROM runs", row -> row.integer("next"))
                    .getFirst();
            database.append(
                    "",
                    "runs",
                    rows -> rows.row()
                            .integer(number[0])
                            .text(run.startedAt().toString())
                            .real(run.took().toMillis() / 1000.0)
                            .text(run.programVersion())
                            .text(run.javaVersion())
                            .text(run.settings())
                            .integer(run.reportsRead())
                            .integer(run.appended().reports())
                            .integer(run.appended().assertions())
                            .integer(run.skipped().size())
                            .end());
            database.append("", "run_inputs", rows -> {
                int position = 0;
                for (Run.Input input : run.inputs()) {
                    rows.row()
                            .integer(number[0])
                            .integer(position++)
                            .text(input.name())
                            .bigint(input.bytes())
                            .text(input.digest())
                            .end();
                }
            });
            database.append("", "run_skipped", rows -> {
                int position = 0;
                for (Run.Skip skip : run.skipped()) {
                    rows.row()
                            .integer(number[0])
                            .integer(position++)
                            .text(skip.code())
                            .text(skip.place())
                            .text(skip.why())
                            .end();
                }
            });
        });
        return number[0];
    }

    /** Whether some run of this program version has taken in an input with this digest. */
    public boolean hasTakenIn(String digest, String programVersion) {
        return !database.list(
                        "SELECT 1 AS one FROM run_inputs JOIN runs USING (run) WHERE digest = ? AND program_version = ?",
                        row -> row.integer("one"),
                        digest,
                        programVersion)
                .isEmpty();
    }

    /** Folds DuckDB's log into the file and lets go of it. */
    @Override
    public void close() {
        database.close();
    }
}
