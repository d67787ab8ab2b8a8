package org.ascribe.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.ContentHash;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.jspecify.annotations.Nullable;

/**
 * Coded reports to rows and back. Which ids are new is asked once for a batch; what is new then goes straight into the tables
 * through DuckDB's appender, so that the cost of a batch hardly depends on what the ledger holds.
 */
final class CodedReportTables {

    private final Database database;

    CodedReportTables(Database database) {
        this.database = database;
    }

    /** Names what was read and how it was coded, and where two extractors agree, leaving out how sure the steps were. */
    private static String readingId(CodedReport coded) {
        List<Object> parts = new ArrayList<>(List.of(
                coded.report().id(),
                coded.report().furniture(),
                coded.incidents(),
                coded.assertions().stream().map(Assertion::id).toList()));
        List<String> agreements = coded.assertions().stream()
                .filter(assertion -> !assertion.alsoBy().isEmpty())
                .map(assertion -> assertion.id() + " " + assertion.alsoBy())
                .toList();
        if (!agreements.isEmpty()) {
            parts.add(agreements);
        }
        return "d-" + ContentHash.of(parts.toArray());
    }

    /** To be called inside a transaction. */
    Appended append(Collection<CodedReport> batch) {
        Map<String, CodedReport> readings = new LinkedHashMap<>();
        Map<ReportId, Report> reports = new LinkedHashMap<>();
        Map<AssertionId, Assertion> assertions = new LinkedHashMap<>();
        for (CodedReport coded : batch) {
            readings.putIfAbsent(readingId(coded), coded);
            reports.putIfAbsent(coded.report().id(), coded.report());
            coded.assertions().forEach(assertion -> assertions.putIfAbsent(assertion.id(), assertion));
        }
        if (readings.isEmpty()) {
            return Appended.NOTHING;
        }
        reports.keySet().removeIf(known("reports", "report_id", reports.keySet(), ReportId::value));
        readings.keySet().removeIf(known("readings", "reading_id", readings.keySet(), id -> id));
        assertions.keySet().removeIf(known("assertions", "assertion_id", assertions.keySet(), AssertionId::value));
        long firstReport = next("reports");
        long firstReading = next("readings");
        stage("reports", rows -> {
            long arrived = firstReport;
            for (Report report : reports.values()) {
                rows.row()
                        .text(report.id().value())
                        .bigint(arrived++)
                        .text(report.docid())
                        .text(report.title())
                        .text(report.outlet())
                        .texts(report.authors())
                        .day(report.published())
                        .text(report.language())
                        .coded(report.genre())
                        .text(report.url())
                        .text(report.source())
                        .text(report.text())
                        .end();
            }
        });
        stage("readings", rows -> {
            long arrived = firstReading;
            for (Map.Entry<String, CodedReport> reading : readings.entrySet()) {
                rows.row()
                        .text(reading.getKey())
                        .text(reading.getValue().report().id().value())
                        .bigint(arrived++)
                        .end();
            }
        });
        stageReadings(readings);
        stageAgreements(readings);
        stageAssertions(assertions.values());

        return new Appended(reports.size(), readings.size(), assertions.size());
    }

    /** Which of these ids a table has already. */
    private <I> Predicate<I> known(String table, String key, Set<I> ids, Function<I, String> text) {
        if (ids.isEmpty()) {
            return id -> false;
        }
        database.execute("CREATE OR REPLACE TEMP TABLE asked (id VARCHAR)");
        database.append("temp", "asked", rows -> {
            for (I id : ids) {
                rows.row().text(text.apply(id)).end();
            }
        });
        Set<String> known = new HashSet<>(database.list(
                "SELECT id FROM temp.asked WHERE id IN (SELECT " + key + " FROM " + table + ")",
                row -> row.text("id")));
        return id -> known.contains(text.apply(id));
    }

    private long next(String table) {
        return database.list("SELECT coalesce(max(arrived), 0) + 1 AS next FROM " + table, row -> row.bigint("next"))
                .getFirst();
    }

    private void stage(String table, Staging.Filler filler) {
        database.append("", table, filler);
    }

    private void stageReadings(Map<String, CodedReport> readings) {
        stage("furniture", rows -> {
            for (Map.Entry<String, CodedReport> reading : readings.entrySet()) {
                for (Furniture piece : reading.getValue().report().furniture()) {
                    rows.row()
                            .text(reading.getKey())
                            .passage(piece.passage())
                            .coded(piece.kind())
                            .end();
                }
            }
        });
        stage("coded_incidents", rows -> {
            for (Map.Entry<String, CodedReport> reading : readings.entrySet()) {
                int position = 0;
                for (CodedIncident incident : reading.getValue().incidents()) {
                    rows.row()
                            .text(reading.getKey())
                            .text(reading.getValue().report().id().value())
                            .text(incident.label())
                            .integer(position++)
                            .coded(incident.type())
                            .text(incident.summary())
                            .date(incident.when())
                            .place(incident.where())
                            .count(incident.killed())
                            .count(incident.wounded())
                            .end();
                }
            }
        });
        stage(
                "coded_incident_targets",
                rows -> eachIncident(readings, (reading, incident) -> {
                    int position = 0;
                    for (Target target : incident.targets()) {
                        rows.row()
                                .text(reading)
                                .text(incident.label())
                                .integer(position++)
                                .text(target.name());
                        rows.coded(target.targetClass()).end();
                    }
                }));
        stage(
                "coded_incident_weapons",
                rows -> eachIncident(readings, (reading, incident) -> {
                    int position = 0;
                    for (Weapon weapon : incident.weapons()) {
                        rows.row()
                                .text(reading)
                                .text(incident.label())
                                .integer(position++)
                                .text(weapon.name());
                        rows.coded(weapon.weaponClass()).end();
                    }
                }));
        stage(
                "coded_incident_mentions",
                rows -> eachIncident(readings, (reading, incident) -> {
                    int position = 0;
                    for (Passage mention : incident.mentions()) {
                        rows.row()
                                .text(reading)
                                .text(incident.label())
                                .integer(position++)
                                .passage(mention)
                                .end();
                    }
                }));
        stage("reading_assertions", rows -> {
            for (Map.Entry<String, CodedReport> reading : readings.entrySet()) {
                int position = 0;
                for (Assertion assertion : reading.getValue().assertions()) {
                    rows.row()
                            .text(reading.getKey())
                            .integer(position++)
                            .text(assertion.id().value())
                            .end();
                }
            }
        });
    }

    private void stageAgreements(Map<String, CodedReport> readings) {
        stage("also_read_by", rows -> {
            for (Map.Entry<String, CodedReport> reading : readings.entrySet()) {
                for (Assertion assertion : reading.getValue().assertions()) {
                    int position = 0;
                    for (ReadBy by : assertion.alsoBy()) {
                        rows.row()
                                .text(reading.getKey())
                                .text(assertion.id().value())
                                .integer(position++)
                                .text(by.step())
                                .text(by.version())
                                .end();
                    }
                }
            }
        });
    }

    private interface IncidentRows {
        void fill(String reading, CodedIncident incident) throws SQLException;
    }

    private static void eachIncident(Map<String, CodedReport> readings, IncidentRows filler) throws SQLException {
        for (Map.Entry<String, CodedReport> reading : readings.entrySet()) {
            for (CodedIncident incident : reading.getValue().incidents()) {
                filler.fill(reading.getKey(), incident);
            }
        }
    }

    private void stageAssertions(Collection<Assertion> assertions) {
        stage("assertions", rows -> {
            for (Assertion assertion : assertions) {
                rows.row()
                        .text(assertion.id().value())
                        .text(assertion.report().value())
                        .text(assertion.incident())
                        .text(assertion.content().kind())
                        .coded(assertion.polarity())
                        .flag(assertion.hedged())
                        .passage(assertion.passage())
                        .text(assertion.text())
                        .real(assertion.confidence())
                        .text(assertion.by().step())
                        .text(assertion.by().version());
                content(rows, assertion.content());
                rows.end();
            }
        });
        stage("assertion_targets", rows -> {
            for (Assertion assertion : assertions) {
                if (assertion.content() instanceof Content.Occurrence occurrence) {
                    int position = 0;
                    for (Said<Target> target : occurrence.targets()) {
                        rows.row()
                                .text(assertion.id().value())
                                .integer(position++)
                                .text(target.value().name())
                                .coded(target.value().targetClass())
                                .passage(target.passage())
                                .end();
                    }
                }
            }
        });
        stage("assertion_weapons", rows -> {
            for (Assertion assertion : assertions) {
                if (assertion.content() instanceof Content.Occurrence occurrence) {
                    int position = 0;
                    for (Said<Weapon> weapon : occurrence.weapons()) {
                        rows.row()
                                .text(assertion.id().value())
                                .integer(position++)
                                .text(weapon.value().name())
                                .coded(weapon.value().weaponClass())
                                .passage(weapon.passage())
                                .end();
                    }
                }
            }
        });
        stage("speakers", rows -> {
            for (Assertion assertion : assertions) {
                int depth = 0;
                for (Speaker speaker = assertion.speaker(); speaker != null; speaker = speaker.reportedBy()) {
                    rows.row()
                            .text(assertion.id().value())
                            .integer(depth++)
                            .text(speaker.name())
                            .text(speaker.as())
                            .passage(speaker.at())
                            .coded(speaker.role())
                            .text(speaker.actor())
                            .end();
                }
            }
        });
    }

    /** The columns of {@code assertions} from {@code actor_id} to the end. */
    private static void content(Staging rows, Content content) throws SQLException {
        ActorRef actor = null;
        ActorRef object = null;
        Stance stance = null;
        EvidenceGiven evidence = null;
        AssertionId about = null;
        Said<String> channel = null;
        Harm harm = null;
        Count count = null;
        Said<String> whom = null;
        RelationKind relation = null;
        CapabilityKind capability = null;
        Said<IncidentType> type = null;
        Said<EventDate> when = null;
        Said<Place> where = null;
        switch (content) {
            case Content.Occurrence o -> {
                type = o.type();
                when = o.when();
                where = o.where();
            }
            case Content.Responsibility r -> {
                actor = r.actor();
                stance = r.stance();
                evidence = r.evidence();
                channel = r.channel();
            }
            case Content.Toll t -> {
                harm = t.harm();
                count = t.count();
                whom = t.whom();
            }
            case Content.Relation r -> {
                actor = r.subject();
                object = r.object();
                relation = r.relation();
            }
            case Content.Presence p -> {
                actor = p.actor();
                where = p.place();
            }
            case Content.Capability c -> {
                actor = c.actor();
                capability = c.capability();
            }
            case Content.Evidence e -> {
                about = e.about();
                evidence = e.evidence();
            }
        }
        rows.actor(actor)
                .actor(object)
                .coded(stance)
                .coded(evidence)
                .text(about == null ? null : about.value())
                .text(channel == null ? null : channel.value())
                .passage(channel == null ? null : channel.passage())
                .coded(harm)
                .count(count)
                .text(whom == null ? null : whom.value())
                .passage(whom == null ? null : whom.passage())
                .coded(relation)
                .coded(capability)
                .coded(type == null ? null : type.value())
                .passage(type == null ? null : type.passage())
                .date(when == null ? null : when.value())
                .passage(when == null ? null : when.passage())
                .place(where == null ? null : where.value())
                .passage(where == null ? null : where.passage());
    }

    /** The latest readings of these reports, or of all in the record when {@code only} is null, in the order of arrival. */
    List<CodedReport> latest(@Nullable Collection<ReportId> only) {
        if (only == null) {
            return latestOfTable("in_record");
        }
        if (only.isEmpty()) {
            return List.of();
        }
        // ids are checked at birth, so they may stand in the statement
        return latestOfTable("(SELECT unnest(["
                + only.stream().map(id -> "'" + id.value() + "'").distinct().collect(Collectors.joining(","))
                + "]) AS report_id)");
    }

    /** The latest readings of the reports that this table, view or query has in its column {@code report_id}. */
    List<CodedReport> latestOfTable(String chosenFrom) {
        String chosen = " WHERE report_id IN (SELECT report_id FROM " + chosenFrom + ")";
        Map<String, ReportId> readings = new LinkedHashMap<>();
        String latest =
                "SELECT report_id, arg_max(reading_id, arrived) AS reading_id, min(arrived) AS first FROM readings"
                        + chosen + " GROUP BY report_id";
        database.list(
                        latest + " ORDER BY first",
                        row -> Map.entry(row.text("reading_id"), new ReportId(row.text("report_id"))))
                .forEach(entry -> readings.put(entry.getKey(), entry.getValue()));
        String ofReadings = " WHERE reading_id IN (SELECT reading_id FROM (" + latest + "))";
        if (readings.isEmpty()) {
            return List.of();
        }
        Map<String, List<Furniture>> furniture = grouped(
                "SELECT * FROM furniture" + ofReadings + " ORDER BY reading_id, start_at",
                row -> row.text("reading_id"),
                row -> new Furniture(row.passage(""), row.coded(Furniture.Kind.class, "kind")));
        Map<ReportId, ReportColumns> reports = new HashMap<>();
        database.list("SELECT * FROM reports" + chosen, ReportColumns::of).forEach(r -> reports.put(r.id(), r));
        Map<String, List<CodedIncident>> incidents = incidents(ofReadings);
        Map<AssertionId, Assertion> assertions = new HashMap<>();
        assertions(chosen).forEach(assertion -> assertions.put(assertion.id(), assertion));
        Map<String, List<AssertionId>> order = grouped(
                "SELECT * FROM reading_assertions" + ofReadings + " ORDER BY reading_id, position",
                row -> row.text("reading_id"),
                row -> new AssertionId(row.text("assertion_id")));
        Map<String, List<ReadBy>> agreements = grouped(
                "SELECT * FROM also_read_by" + ofReadings + " ORDER BY reading_id, assertion_id, position",
                row -> row.text("reading_id") + row.text("assertion_id"),
                row -> new ReadBy(row.text("step"), row.text("step_version")));

        List<CodedReport> found = new ArrayList<>();
        readings.forEach((reading, report) -> {
            ReportColumns columns = reports.get(report);
            if (columns == null) {
                throw new IllegalStateException("the ledger has a reading of " + report + ", but not the report");
            }
            found.add(new CodedReport(
                    columns.report(furniture.getOrDefault(reading, List.of())),
                    incidents.getOrDefault(reading, List.of()),
                    order.getOrDefault(reading, List.of()).stream()
                            .map(id -> {
                                Assertion assertion = assertions.get(id);
                                if (assertion == null) {
                                    throw new IllegalStateException("the ledger lacks the assertion " + id);
                                }
                                for (ReadBy other : agreements.getOrDefault(reading + id, List.of())) {
                                    assertion = assertion.alsoReadBy(other);
                                }
                                return assertion;
                            })
                            .toList()));
        });
        return List.copyOf(found);
    }

    /** A row of {@code reports}; the furniture is the reading's. */
    private record ReportColumns(ReportId id, Report bare) {

        static ReportColumns of(Rows row) throws SQLException {
            ReportId id = new ReportId(row.text("report_id"));
            return new ReportColumns(
                    id,
                    new Report(
                            id,
                            row.textOrNull("docid"),
                            row.textOrNull("title"),
                            row.textOrNull("outlet"),
                            row.texts("authors"),
                            row.dayOrNull("published"),
                            row.text("language"),
                            row.coded(Genre.class, "genre"),
                            row.textOrNull("url"),
                            row.textOrNull("source"),
                            row.text("text"),
                            List.of()));
        }

        Report report(List<Furniture> furniture) {
            return new Report(
                    id,
                    bare.docid(),
                    bare.title(),
                    bare.outlet(),
                    bare.authors(),
                    bare.published(),
                    bare.language(),
                    bare.genre(),
                    bare.url(),
                    bare.source(),
                    bare.text(),
                    furniture);
        }
    }

    private Map<String, List<CodedIncident>> incidents(String where) {
        Map<String, List<Target>> targets = grouped(
                "SELECT * FROM coded_incident_targets" + where + " ORDER BY reading_id, label, position",
                row -> row.text("reading_id") + row.text("label"),
                row -> new Target(row.text("name"), row.coded(TargetClass.class, "class")));
        Map<String, List<Weapon>> weapons = grouped(
                "SELECT * FROM coded_incident_weapons" + where + " ORDER BY reading_id, label, position",
                row -> row.text("reading_id") + row.text("label"),
                row -> new Weapon(row.text("name"), row.coded(WeaponClass.class, "class")));
        Map<String, List<Passage>> mentions = grouped(
                "SELECT * FROM coded_incident_mentions" + where + " ORDER BY reading_id, label, position",
                row -> row.text("reading_id") + row.text("label"),
                row -> row.passage(""));
        return grouped(
                "SELECT * FROM coded_incidents" + where + " ORDER BY reading_id, position",
                row -> row.text("reading_id"),
                row -> {
                    String key = row.text("reading_id") + row.text("label");
                    return new CodedIncident(
                            row.text("label"),
                            row.coded(IncidentType.class, "type"),
                            row.text("summary"),
                            row.dateOrNull(),
                            row.placeOrNull(),
                            targets.getOrDefault(key, List.of()),
                            weapons.getOrDefault(key, List.of()),
                            row.count("killed_"),
                            row.count("wounded_"),
                            mentions.getOrDefault(key, List.of()));
                });
    }

    /** The assertions of some reports, of every reading; {@code where} is on {@code report_id}. */
    private List<Assertion> assertions(String where) {
        String ofThese =
                where.isEmpty() ? "" : " WHERE assertion_id IN (SELECT assertion_id FROM assertions" + where + ")";
        return assertions(where, ofThese);
    }

    /** The assertions with these ids, in no particular order. */
    List<Assertion> assertionsWith(Set<AssertionId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String where = " WHERE assertion_id IN ("
                + ids.stream().map(id -> "'" + id.value() + "'").collect(Collectors.joining(",")) + ")";
        return assertions(where, where);
    }

    private List<Assertion> assertions(String where, String ofThese) {
        Map<String, List<Said<Target>>> targets = grouped(
                "SELECT * FROM assertion_targets" + ofThese + " ORDER BY assertion_id, position",
                row -> row.text("assertion_id"),
                row -> new Said<>(
                        new Target(row.text("name"), row.coded(TargetClass.class, "class")), row.passage("")));
        Map<String, List<Said<Weapon>>> weapons = grouped(
                "SELECT * FROM assertion_weapons" + ofThese + " ORDER BY assertion_id, position",
                row -> row.text("assertion_id"),
                row -> new Said<>(
                        new Weapon(row.text("name"), row.coded(WeaponClass.class, "class")), row.passage("")));
        Map<String, Speaker> speakers = new HashMap<>();
        // the deepest first, so that each is built upon the one who reports it
        database.list("SELECT * FROM speakers" + ofThese + " ORDER BY assertion_id, depth DESC", row -> {
            String id = row.text("assertion_id");
            speakers.put(
                    id,
                    new Speaker(
                            row.text("name"),
                            row.textOrNull("said_as"),
                            row.passageOrNull(""),
                            row.coded(Speaker.Role.class, "role"),
                            row.textOrNull("actor_id"),
                            speakers.get(id)));
            return id;
        });
        return database.list("SELECT * FROM assertions" + where, row -> {
            String id = row.text("assertion_id");
            Speaker speaker = speakers.get(id);
            if (speaker == null) {
                throw new IllegalStateException("the ledger lacks the speaker of " + id);
            }
            return new Assertion(
                    new AssertionId(id),
                    new ReportId(row.text("report_id")),
                    row.textOrNull("incident"),
                    content(row, targets.getOrDefault(id, List.of()), weapons.getOrDefault(id, List.of())),
                    speaker,
                    row.coded(Polarity.class, "polarity"),
                    row.flag("hedged"),
                    row.passage(""),
                    row.text("text"),
                    row.real("confidence"),
                    new ReadBy(row.text("step"), row.text("step_version")));
        });
    }

    private static Content content(Rows row, List<Said<Target>> targets, List<Said<Weapon>> weapons)
            throws SQLException {
        String kind = row.text("kind");
        return switch (kind) {
            case "occurrence" -> {
                EventDate date = row.dateOrNull();
                yield new Content.Occurrence(
                        new Said<>(row.coded(IncidentType.class, "type"), row.passage("type_")),
                        date == null ? null : new Said<>(date, row.passage("date_")),
                        placeSaid(row),
                        targets,
                        weapons);
            }
            case "responsibility" ->
                new Content.Responsibility(
                        row.actorOrNull("actor_"),
                        row.coded(Stance.class, "stance"),
                        row.coded(EvidenceGiven.class, "evidence"),
                        wordsSaid(row, "channel"));
            case "toll" -> new Content.Toll(row.coded(Harm.class, "harm"), row.count("count_"), wordsSaid(row, "whom"));
            case "relation" ->
                new Content.Relation(
                        row.actor("actor_"), row.actor("object_"), row.coded(RelationKind.class, "relation"));
            case "presence" -> new Content.Presence(row.actor("actor_"), placeSaid(row));
            case "capability" ->
                new Content.Capability(row.actor("actor_"), row.coded(CapabilityKind.class, "capability"));
            case "evidence" ->
                new Content.Evidence(
                        new AssertionId(row.text("evidence_about")), row.coded(EvidenceGiven.class, "evidence"));
            default -> throw new IllegalStateException("the ledger holds an assertion of the unknown kind " + kind);
        };
    }

    private static @Nullable Said<Place> placeSaid(Rows row) throws SQLException {
        Place place = row.placeOrNull();
        return place == null ? null : new Said<>(place, row.passage("place_"));
    }

    private static @Nullable Said<String> wordsSaid(Rows row, String column) throws SQLException {
        String words = row.textOrNull(column);
        return words == null ? null : new Said<>(words, row.passage(column + "_"));
    }

    private <T> Map<String, List<T>> grouped(String sql, Rows.Reader<String> key, Rows.Reader<T> value) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        database.list(sql, row -> {
            T read = value.read(row);
            groups.computeIfAbsent(key.read(row), ignored -> new ArrayList<>()).add(read);
            return Boolean.TRUE;
        });
        return groups;
    }

    /** The ids of assertions that name an actor as a party or as a speaker, of the latest reading of each report. */
    Set<AssertionId> naming(String actor) {
        return new HashSet<>(database.list(
                "SELECT a.assertion_id FROM assertions a JOIN reading_assertions ra USING (assertion_id)"
                        + " WHERE ra.reading_id IN (SELECT arg_max(reading_id, arrived) FROM readings SEMI JOIN in_record USING (report_id)"
                        + " GROUP BY report_id)"
                        + " AND (a.actor_id = ? OR a.object_id = ? OR EXISTS (SELECT 1 FROM speakers s"
                        + " WHERE s.assertion_id = a.assertion_id AND s.actor_id = ?))",
                row -> new AssertionId(row.text("assertion_id")),
                actor,
                actor,
                actor));
    }
}
