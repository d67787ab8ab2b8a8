package org.ascribe.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ascribe.core.IncidentType;
import org.ascribe.core.ReportId;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Telling;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Link;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.Status;
import org.jspecify.annotations.Nullable;

/** What is derived from the ledger: incidents with their labels, links and, under every voice, their outcome. */
final class DerivedTables {

    private static final List<String> REBUILT = List.of(
            "labels",
            "label_tellings",
            "incidents",
            "incident_targets",
            "incident_weapons",
            "incident_claimants",
            "tellings",
            "links",
            "link_reasons");

    private static final Comparator<Incident> BY_DATE_THEN_ID = Comparator.comparing(
                    (Incident incident) ->
                            incident.when() == null ? null : incident.when().from(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Incident::id);

    private final Database database;
    private boolean planned;

    DerivedTables(Database database) {
        this.database = database;
    }

    /** To be called inside a transaction. */
    void rebuild(List<IncidentSheet> sheets, String programVersion) {
        if (!planned) {
            // these are all
            plan(List.of());
            database.execute("DELETE FROM temp.plan_single");
        }
        planned = false;
        List<Incident> incidents = sheets.stream()
                .map(IncidentSheet::incident)
                .sorted(BY_DATE_THEN_ID)
                .toList();
        Labels.Given given = Labels.give(labels(), incidents, highestNumber());
        Map<Integer, IncidentSheet> byNumber = new TreeMap<>();
        for (IncidentSheet sheet : sheets) {
            Integer number = given.numbers().get(sheet.incident().id());
            if (number == null || byNumber.put(number, sheet) != null) {
                throw new IllegalStateException(
                        "two incidents have the id " + sheet.incident().id());
            }
        }
        for (String table : REBUILT) {
            database.execute(
                    "CREATE OR REPLACE TEMP TABLE staged_" + table + " AS SELECT * FROM " + table + " LIMIT 0");
        }
        stageLabels(given.labels());
        stageIncidents(byNumber);
        stageLinks(byNumber);
        stageSingles();
        for (String table : REBUILT) {
            database.execute("DELETE FROM " + table);
            database.update("INSERT INTO " + table + " SELECT * FROM temp.staged_" + table);
            database.execute("DROP TABLE temp.staged_" + table);
        }
        database.execute(sql("counted-derive.sql"));
        database.execute("DELETE FROM derived_from");
        database.execute(
                "INSERT INTO derived_from SELECT (SELECT count(*) FROM readings SEMI JOIN in_record USING (report_id)),"
                        + " (SELECT count(*) FROM judgements), (SELECT count(*) FROM import_states), '"
                        + programVersion.replace("'", "''") + "'");
    }

    boolean isCurrent(String programVersion) {
        return !database.list(
                        "SELECT 1 AS one FROM derived_from WHERE readings = (SELECT count(*) FROM readings SEMI JOIN in_record"
                                + " USING (report_id)) AND judgements = (SELECT count(*) FROM judgements)"
                                + " AND states = (SELECT count(*) FROM import_states)"
                                + " AND (program_version = ? OR split_part(program_version, '+', 1) = ?)",
                        row -> row.integer("one"),
                        programVersion,
                        programVersion)
                .isEmpty();
    }

    // --- incidents of one telling

    /**
     * Parts the tellings of the record into those to be resolved ({@code plan_resolve}, by report) and those that stand alone
     * ({@code plan_single}).
     *
     * @return whether there is anything to be resolved
     */
    boolean plan(Collection<ReportId> judged) {
        database.execute("CREATE OR REPLACE TEMP TABLE plan_judged (report_id VARCHAR)");
        database.append("temp", "plan_judged", rows -> {
            for (ReportId report : judged) {
                rows.row().text(report.value()).end();
            }
        });
        database.allow(database.list("SELECT count(*)::INTEGER AS n FROM coded_incidents", row -> row.integer("n"))
                .getFirst());
        database.execute(sql("singles-plan.sql"));
        planned = true;
        return database.list("SELECT 1 AS one FROM temp.plan_resolve LIMIT 1", row -> row.integer("one"))
                        .size()
                > 0;
    }

    private void stageSingles() {
        database.execute(sql("singles-derive.sql"));
    }

    private static String sql(String name) {
        return Database.resource(name);
    }

    private int highestNumber() {
        return database.list("SELECT coalesce(max(number), 0) AS most FROM labels", row -> row.integer("most"))
                .getFirst();
    }

    /** All labels but those of incidents that are and were one telling alone; an earlier telling of a row is its present one. */
    private List<Labels.Label> labels() {
        Map<Integer, Set<Telling>> tellings = new HashMap<>();
        database.list(
                "SELECT * FROM temp.plan_labels ANTI JOIN temp.plan_single USING (number)",
                row -> tellings.computeIfAbsent(row.integer("number"), n -> new HashSet<>())
                        .add(telling(row, "")));
        return database.list(
                "SELECT * FROM labels ANTI JOIN temp.plan_single USING (number) ORDER BY number",
                row -> new Labels.Label(
                        row.integer("number"),
                        row.integerOrNull("leads_to"),
                        row.flag("retired"),
                        tellings.getOrDefault(row.integer("number"), Set.of())));
    }

    private static Telling telling(Rows row, String suffix) throws SQLException {
        return new Telling(
                new ReportId(row.text(suffix.isEmpty() ? "report_id" : "report" + suffix)), row.text("label" + suffix));
    }

    private void stageLabels(List<Labels.Label> labels) {
        stage("labels", rows -> {
            for (Labels.Label label : labels) {
                rows.row()
                        .integer(label.number())
                        .integer(label.leadsTo())
                        .flag(label.retired())
                        .end();
            }
        });
        stage("label_tellings", rows -> {
            for (Labels.Label label : labels) {
                for (Telling telling : label.tellings().stream().sorted().toList()) {
                    rows.row()
                            .integer(label.number())
                            .text(telling.report().value())
                            .text(telling.label())
                            .end();
                }
            }
        });
    }

    private void stageIncidents(Map<Integer, IncidentSheet> byNumber) {
        stage("incidents", rows -> {
            for (Map.Entry<Integer, IncidentSheet> entry : byNumber.entrySet()) {
                IncidentSheet sheet = entry.getValue();
                Incident incident = sheet.incident();
                rows.row()
                        .integer(entry.getKey())
                        .text(incident.id())
                        .text(incident.summary())
                        .coded(incident.type())
                        .date(incident.when())
                        .place(incident.where())
                        .text(sheet.perspective())
                        .coded(sheet.status())
                        .count(sheet.killed())
                        .count(sheet.wounded())
                        .integer(sheet.reports())
                        .integer(sheet.origins())
                        .end();
            }
        });
        stage("incident_targets", rows -> {
            for (Map.Entry<Integer, IncidentSheet> entry : byNumber.entrySet()) {
                int position = 0;
                for (Target target : entry.getValue().incident().targets()) {
                    rows.row().integer(entry.getKey()).integer(position++).text(target.name());
                    rows.coded(target.targetClass()).end();
                }
            }
        });
        stage("incident_weapons", rows -> {
            for (Map.Entry<Integer, IncidentSheet> entry : byNumber.entrySet()) {
                int position = 0;
                for (Weapon weapon : entry.getValue().incident().weapons()) {
                    rows.row().integer(entry.getKey()).integer(position++).text(weapon.name());
                    rows.coded(weapon.weaponClass()).end();
                }
            }
        });
        stage("incident_claimants", rows -> {
            for (Map.Entry<Integer, IncidentSheet> entry : byNumber.entrySet()) {
                int position = 0;
                for (IncidentSheet.Claimant claimant : entry.getValue().countedClaimants()) {
                    rows.row()
                            .integer(entry.getKey())
                            .integer(position++)
                            .text(claimant.actor())
                            .text(claimant.name())
                            .integer(claimant.origins())
                            .end();
                }
            }
        });
        stage("tellings", rows -> {
            for (Map.Entry<Integer, IncidentSheet> entry : byNumber.entrySet()) {
                for (Telling telling : entry.getValue().incident().tellings()) {
                    rows.row()
                            .integer(entry.getKey())
                            .text(telling.report().value())
                            .text(telling.label())
                            .end();
                }
            }
        });
    }

    private void stageLinks(Map<Integer, IncidentSheet> byNumber) {
        stage("links", rows -> {
            for (Map.Entry<Integer, IncidentSheet> entry : byNumber.entrySet()) {
                int position = 0;
                for (Link link : entry.getValue().incident().links()) {
                    rows.row()
                            .integer(entry.getKey())
                            .integer(position++)
                            .text(link.a().report().value())
                            .text(link.a().label())
                            .text(link.b().report().value())
                            .text(link.b().label())
                            .real(link.weight())
                            .end();
                }
            }
        });
        stage("link_reasons", rows -> {
            for (Map.Entry<Integer, IncidentSheet> entry : byNumber.entrySet()) {
                int position = 0;
                for (Link link : entry.getValue().incident().links()) {
                    int rank = 0;
                    for (Link.Reason reason : link.reasons()) {
                        rows.row()
                                .integer(entry.getKey())
                                .integer(position)
                                .integer(rank++)
                                .text(reason.field())
                                .text(reason.a())
                                .text(reason.b())
                                .real(reason.weight())
                                .end();
                    }
                    position++;
                }
            }
        });
    }

    private void stage(String table, Staging.Filler filler) {
        database.append("temp", "staged_" + table, filler);
    }

    /** The number behind {@code I-17}, {@code i-17}, {@code 17} or an id, following merged labels. */
    Optional<Integer> number(String labelOrId) {
        String asked = labelOrId.strip();
        String digits = asked.toUpperCase(Locale.ROOT).startsWith("I-") ? asked.substring(2) : asked;
        if (digits.matches("\\d{1,9}")) {
            int number = Integer.parseInt(digits);
            Set<Integer> seen = new HashSet<>();
            while (seen.add(number)) {
                List<Labels.Label> found = database.list(
                        "SELECT * FROM labels WHERE number = ?",
                        row -> new Labels.Label(
                                row.integer("number"), row.integerOrNull("leads_to"), row.flag("retired"), Set.of()),
                        number);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                Integer onward = found.getFirst().leadsTo();
                if (!found.getFirst().retired()) {
                    return Optional.of(number);
                }
                if (onward == null) {
                    return Optional.empty();
                }
                number = onward;
            }
            return Optional.empty();
        }
        return database
                .list("SELECT number FROM incidents WHERE incident_id = ?", row -> row.integer("number"), asked)
                .stream()
                .findFirst();
    }

    List<IncidentRow> rows(IncidentFilter filter, @Nullable Set<Integer> only) {
        List<String> conditions = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        if (only != null) {
            if (only.isEmpty()) {
                return List.of();
            }
            conditions.add("i.number IN (" + only.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")");
        }
        if (filter.actor() != null) {
            conditions.add("EXISTS (SELECT 1 FROM incident_claimants c WHERE c.number = i.number"
                    + " AND (lower(c.actor_id) = lower(?) OR contains(lower(c.name), lower(?))))");
            values.add(filter.actor());
            values.add(filter.actor());
        }
        if (filter.country() != null) {
            conditions.add("i.country = ?");
            values.add(filter.country());
        }
        if (filter.from() != null) {
            conditions.add("coalesce(i.date_to, i.date_from) >= ?");
            values.add(filter.from());
        }
        if (filter.to() != null) {
            conditions.add("coalesce(i.date_from, i.date_to) <= ?");
            values.add(filter.to());
        }
        if (filter.type() != null) {
            conditions.add("i.type = ?");
            values.add(filter.type().code());
        }
        if (filter.status() != null) {
            conditions.add("i.status = ?");
            values.add(filter.status().code());
        }
        if (filter.text() != null) {
            conditions.add(
                    "(contains(lower(i.summary), lower(?)) OR contains(lower(coalesce(i.place_name, '')), lower(?))"
                            + " OR EXISTS (SELECT 1 FROM tellings t JOIN assertions a ON a.report_id = t.report_id"
                            + " AND a.incident = t.label WHERE t.number = i.number AND contains(lower(a.text), lower(?))))");
            values.add(filter.text());
            values.add(filter.text());
            values.add(filter.text());
        }
        Map<Integer, List<IncidentRow.Named>> claimants = new HashMap<>();
        database.list(
                "SELECT * FROM incident_claimants ORDER BY number, position",
                row -> claimants
                        .computeIfAbsent(row.integer("number"), n -> new ArrayList<>())
                        .add(new IncidentRow.Named(row.text("actor_id"), row.text("name"))));
        return List.copyOf(database.list(
                "SELECT * FROM incidents i" + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                        + " ORDER BY coalesce(i.date_from, i.date_to) DESC NULLS LAST, i.number",
                row -> new IncidentRow(
                        "I-" + row.integer("number"),
                        row.text("incident_id"),
                        row.text("summary"),
                        row.coded(IncidentType.class, "type"),
                        row.dateOrNull(),
                        row.placeOrNull(),
                        row.coded(Status.class, "status"),
                        row.count("killed_"),
                        row.count("wounded_"),
                        row.integer("reports"),
                        row.integer("origins"),
                        claimants.getOrDefault(row.integer("number"), List.of())),
                values.toArray()));
    }

    Incident incident(int number) {
        Incident incident = incidents(" WHERE number = " + number).get(number);
        if (incident == null) {
            throw new IllegalStateException("the ledger has the label I-" + number + ", but no incident for it");
        }
        return incident;
    }

    /** By label. */
    Map<String, Incident> all() {
        Map<String, Incident> all = new LinkedHashMap<>();
        incidents("").forEach((number, incident) -> all.put("I-" + number, incident));
        return all;
    }

    /** By label, for these numbers. */
    Map<String, Incident> some(List<Integer> numbers) {
        Map<String, Incident> some = new LinkedHashMap<>();
        if (!numbers.isEmpty()) {
            incidents(" WHERE number IN ("
                            + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")")
                    .forEach((number, incident) -> some.put("I-" + number, incident));
        }
        return some;
    }

    private Map<Integer, Incident> incidents(String where) {
        Map<Integer, List<Target>> targets = grouped(
                "incident_targets" + where + " ORDER BY number, position",
                row -> new Target(row.text("name"), row.coded(TargetClass.class, "class")));
        Map<Integer, List<Weapon>> weapons = grouped(
                "incident_weapons" + where + " ORDER BY number, position",
                row -> new Weapon(row.text("name"), row.coded(WeaponClass.class, "class")));
        Map<Integer, List<Telling>> tellings = grouped("tellings" + where, row -> telling(row, ""));
        Map<String, List<Link.Reason>> reasons = new HashMap<>();
        database.list(
                "SELECT * FROM link_reasons" + where + " ORDER BY number, position, rank",
                row -> reasons.computeIfAbsent(
                                row.integer("number") + "/" + row.integer("position"), p -> new ArrayList<>())
                        .add(new Link.Reason(row.text("field"), row.text("a"), row.text("b"), row.real("weight"))));
        Map<Integer, List<Link>> links = grouped(
                "links" + where + " ORDER BY number, position",
                row -> new Link(
                        telling(row, "_a"),
                        telling(row, "_b"),
                        row.real("weight"),
                        reasons.getOrDefault(row.integer("number") + "/" + row.integer("position"), List.of())));
        Map<Integer, Incident> incidents = new LinkedHashMap<>();
        database.list("SELECT * FROM incidents" + where + " ORDER BY number", row -> {
            int number = row.integer("number");
            return incidents.put(
                    number,
                    new Incident(
                            row.text("incident_id"),
                            row.text("summary"),
                            row.coded(IncidentType.class, "type"),
                            row.dateOrNull(),
                            row.placeOrNull(),
                            targets.getOrDefault(number, List.of()),
                            weapons.getOrDefault(number, List.of()),
                            tellings.getOrDefault(number, List.of()),
                            links.getOrDefault(number, List.of())));
        });
        return incidents;
    }

    private <T> Map<Integer, List<T>> grouped(String from, Rows.Reader<T> value) {
        Map<Integer, List<T>> groups = new HashMap<>();
        database.list(
                "SELECT * FROM " + from,
                row -> groups.computeIfAbsent(row.integer("number"), n -> new ArrayList<>())
                        .add(value.read(row)));
        return groups;
    }
}
