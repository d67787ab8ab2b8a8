package org.ascribe.exchange.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Stance;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.IncidentSheet.TollByVoice;
import org.ascribe.exchange.export.ExportTerms.KnownActor;
import org.ascribe.exchange.export.ExportTerms.Tlp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A STIX 2.1 bundle, one object a line: incident, location, threat-actor for armed groups and identity for every other actor, a
 * relationship for each actor that a voice ties to an incident, an opinion for each denial or doubt of it, a note for each other statement,
 * a report for each text. Ids are UUIDs of version 5 from what the object is, so that they are the same in the next export. What cannot be
 * written to the end at once are the reports' lists of objects; those are held in memory.
 */
final class StixWriter implements ExportWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** Of our own names; never to be changed, or every id changes. */
    private static final UUID NAMESPACE = UUID.fromString("b5b5d3a5-8a6e-5f3c-9d5e-5b1f6f0d7c11");

    private static final String MAKER = id("identity", "ascribe");
    private static final String EXTENSION = id("extension-definition", "ascribe/incident/1");

    /** What a report object needs, without the report's text. */
    private record Text(
            @Nullable String title,
            @Nullable String outlet,
            @Nullable String url,
            @Nullable String docid,
            @Nullable LocalDate published,
            String language,
            Set<String> objects) {}

    private final Writer out;
    private final ExportTerms terms;
    private final Set<String> written = new HashSet<>();
    private final Map<ReportId, Text> texts = new LinkedHashMap<>();

    StixWriter(Path file, ExportTerms terms) throws IOException {
        this.terms = terms;
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write("{\"type\":\"bundle\",\"id\":\""
                + id("bundle", String.join(" ", terms.filter()) + " " + terms.until()) + "\",\"objects\":[\n");
        write(tlp());
        write(definition());
    }

    @Override
    public void incident(ExportedIncident incident) throws IOException {
        Set<String> about = new LinkedHashSet<>();
        String id = id("incident", incident.incident().id());
        about.add(id);
        ObjectNode node = start("incident", id);
        node.put("name", incident.incident().summary());
        node.put("description", incident.sheet().statusWhy());
        incident(node.putObject("extensions").putObject(EXTENSION), incident);
        write(node);
        location(incident.incident().where(), id, about);
        Map<String, Set<String>> byReport = new LinkedHashMap<>();
        for (Claimant claimant : incident.sheet().countedClaimants()) {
            String actor = actor(claimant);
            boolean named = incident.named().contains(claimant);
            String relationship =
                    relationship(id, named ? "attributed-to" : "related-to", actor, words(claimant, named));
            about.add(actor);
            about.add(relationship);
            for (Statement said : claimant.statements()) {
                statement(said, relationship, id, byReport);
            }
        }
        for (Statement said : incident.sheet().nobody()) {
            note(said, words(said.assertion()), List.of(id), byReport);
        }
        for (TollByVoice toll : incident.sheet().tolls()) {
            note(toll.statement(), Tables.toll(toll.harm(), toll.count()), List.of(id), byReport);
        }
        for (Report report : incident.texts()) {
            Set<String> objects = texts.computeIfAbsent(
                            report.id(),
                            key -> new Text(
                                    report.title(),
                                    report.outlet(),
                                    report.url(),
                                    report.docid(),
                                    report.published(),
                                    report.language(),
                                    new LinkedHashSet<>()))
                    .objects();
            objects.addAll(about);
            objects.addAll(byReport.getOrDefault(report.id().value(), Set.of()));
        }
    }

    private static void incident(ObjectNode node, ExportedIncident incident) {
        EventDate when = incident.incident().when();
        Place where = incident.incident().where();
        node.put("extension_type", "property-extension");
        node.put("label", incident.label());
        node.put("incident_id", incident.incident().id());
        node.put("incident_type", incident.incident().type().code());
        node.put("status", incident.sheet().status().code());
        put(node, "date_from", when == null ? null : when.from());
        put(node, "date_to", when == null ? null : when.to());
        put(node, "date_precision", Tables.precision(when));
        put(node, "date_yearless", when == null ? null : when.yearless());
        put(node, "place", where == null ? null : where.name());
        put(node, "place_precision", where == null ? null : Tables.lower(where.precision()));
        put(node, "killed_low", incident.sheet().killed().low());
        put(node, "killed_high", incident.sheet().killed().high());
        put(node, "wounded_low", incident.sheet().wounded().low());
        put(node, "wounded_high", incident.sheet().wounded().high());
        node.put("reports", incident.sheet().reports());
        node.put("origins", incident.sheet().origins());
    }

    /** STIX has no null: what is unknown is not there. */
    private static void put(ObjectNode node, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer number -> node.put(name, number);
            case Double number -> node.put(name, number);
            default -> node.put(name, value.toString());
        }
    }

    /** STIX asks for coordinates or a country; a place that has neither stays in the incident. */
    private void location(@Nullable Place where, String incident, Set<String> about) throws IOException {
        if (where == null || (where.latitude() == null && where.country() == null)) {
            return;
        }
        String id = id(
                "location",
                where.name() + "|" + where.country() + "|" + where.admin1() + "|" + where.latitude() + "|"
                        + where.longitude() + "|" + where.precision());
        if (isNew(id)) {
            ObjectNode node = start("location", id);
            node.put("name", where.name());
            put(node, "country", where.country());
            put(node, "administrative_area", where.admin1());
            put(node, "latitude", where.latitude());
            put(node, "longitude", where.longitude());
            Integer radius = Reach.radiusKm(where);
            put(node, "precision", radius == null ? null : radius * 1000.0);
            write(node);
        }
        about.add(id);
        about.add(relationship(incident, "located-at", id, null));
    }

    private String actor(Claimant claimant) throws IOException {
        KnownActor known = terms.actors().apply(claimant.actor()).orElse(null);
        String type = known != null && known.isArmedGroup() ? "threat-actor" : "identity";
        String id = id(type, claimant.actor());
        if (isNew(id)) {
            ObjectNode node = start(type, id);
            node.put("name", claimant.name());
            if (type.equals("identity")) {
                node.put("identity_class", known == null ? "unknown" : identityClass(known));
            }
            if (known != null && known.ucdp() != null) {
                ObjectNode reference = node.putArray("external_references").addObject();
                reference.put("source_name", "UCDP actor data set");
                reference.put("external_id", known.ucdp());
            }
            write(node);
        }
        return id;
    }

    private static String identityClass(KnownActor known) {
        return switch (known.kind()) {
            case "people" -> "class";
            case "state", "government", "security-force", "intergovernmental", "other" -> "organization";
            default -> "unknown";
        };
    }

    private String relationship(String from, String type, String to, @Nullable String description) throws IOException {
        String id = id("relationship", type + "|" + from + "|" + to);
        if (isNew(id)) {
            ObjectNode node = start("relationship", id);
            node.put("relationship_type", type);
            put(node, "description", description);
            node.put("source_ref", from);
            node.put("target_ref", to);
            write(node);
        }
        return id;
    }

    private static String words(Claimant claimant, boolean named) {
        String stances = String.join(", ", ExportedIncident.stances(claimant));
        return named
                ? "Said of " + claimant.name() + ": " + stances + "; by " + claimant.origins()
                        + (claimant.origins() == 1 ? " independent report." : " independent reports.")
                : claimant.name() + " is named only to deny or doubt it: " + stances + ".";
    }

    private void statement(Statement said, String relationship, String incident, Map<String, Set<String>> byReport)
            throws IOException {
        Assertion assertion = said.assertion();
        Content.Responsibility responsibility = (Content.Responsibility) assertion.content();
        Stance stance = ExportedIncident.stance(assertion, responsibility);
        String opinion = switch (stance) {
            case DENIED -> "strongly-disagree";
            case DOUBTED -> "disagree";
            case CLAIMED, STATED, ACCUSED, SUSPECTED, UNCLAIMED -> null;
        };
        if (opinion == null) {
            note(said, words(assertion), List.of(relationship, incident), byReport);
            return;
        }
        String id = id("opinion", assertion.id().value());
        if (isNew(id)) {
            ObjectNode node = start("opinion", id);
            node.put("explanation", quoted(assertion));
            node.putArray("authors").add(assertion.speaker().name());
            node.put("opinion", opinion);
            node.putArray("object_refs").add(relationship);
            write(node);
        }
        byReport.computeIfAbsent(assertion.report().value(), key -> new LinkedHashSet<>())
                .add(id);
    }

    private void note(Statement said, String words, Collection<String> about, Map<String, Set<String>> byReport)
            throws IOException {
        Assertion assertion = said.assertion();
        String id = id("note", assertion.id().value());
        if (isNew(id)) {
            ObjectNode node = start("note", id);
            node.put("abstract", said.isOtherReading() ? words + " (another reading, not counted)" : words);
            node.put("content", quoted(assertion));
            node.putArray("authors").add(assertion.speaker().name());
            about.forEach(node.putArray("object_refs")::add);
            write(node);
        }
        byReport.computeIfAbsent(assertion.report().value(), key -> new LinkedHashSet<>())
                .add(id);
    }

    private static String words(Assertion assertion) {
        if (!(assertion.content() instanceof Content.Responsibility said)) {
            return assertion.content().kind();
        }
        return ExportedIncident.stance(assertion, said).code()
                + (said.actor() == null ? "" : ": " + said.actor().name())
                + (assertion.hedged() ? " (hedged)" : "");
    }

    private static String quoted(Assertion assertion) {
        String by = assertion.speaker().reportedBy() == null
                ? ""
                : ", as told by " + assertion.speaker().reportedBy().name();
        return assertion.speaker().name() + by + ": \"" + assertion.text() + "\"";
    }

    @Override
    public void finish(LeftOut leftOut) throws IOException {
        for (Map.Entry<ReportId, Text> entry : texts.entrySet()) {
            report(entry.getKey(), entry.getValue());
        }
        ObjectNode maker = start("identity", MAKER);
        maker.remove("created_by_ref");
        maker.put("name", "Ascribe");
        maker.put(
                "description",
                "Ascribe " + terms.programVersion() + ", perspective " + terms.perspective()
                        + ". It records statements; it does not decide guilt. "
                        + (terms.withRestricted()
                                ? "Holds rows of data sets that may not be passed on, if the record has any."
                                : leftOut.sentence()));
        maker.put("identity_class", "system");
        out.write(JSON.writeValueAsString(maker));
        out.write("\n]}\n");
        out.close();
    }

    /** A text without a day of publication cannot be a STIX report, which must have one; it is a note. */
    private void report(ReportId key, Text text) throws IOException {
        LocalDate published = text.published();
        String name = text.title() != null ? text.title() : "Report " + key.value();
        ObjectNode node;
        if (published == null) {
            node = start("note", id("note", key.value()));
            node.put("abstract", "Report of unknown day: " + name);
            node.put("content", "The objects that this report tells of. Its day of publication is not known.");
        } else {
            node = start("report", id("report", key.value()));
            node.put("name", name);
            node.put("published", TIME.format(published.atStartOfDay(ZoneOffset.UTC)));
        }
        node.put("lang", text.language());
        ObjectNode reference = node.putArray("external_references").addObject();
        reference.put("source_name", text.outlet() != null ? text.outlet() : "unknown outlet");
        put(reference, "url", text.url());
        reference.put("external_id", text.docid() != null ? text.docid() : key.value());
        text.objects().forEach(node.putArray("object_refs")::add);
        write(node);
    }

    // --- what every object has

    private ObjectNode start(String type, String id) {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", type);
        node.put("spec_version", "2.1");
        node.put("id", id);
        node.put("created_by_ref", MAKER);
        node.put("created", time(terms.since()));
        node.put("modified", time(terms.until()));
        node.putArray("object_marking_refs").add(tlpId(terms.tlp()));
        return node;
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private boolean isNew(String id) {
        return written.add(id);
    }

    private void write(ObjectNode node) throws IOException {
        out.write(JSON.writeValueAsString(node));
        out.write(",\n");
    }

    /** The objects and ids that STIX 2.1 itself gives, section 7.2.1.4. */
    private ObjectNode tlp() {
        ObjectNode node = JSON.createObjectNode();
        String colour = terms.tlp().code();
        node.put("type", "marking-definition");
        node.put("spec_version", "2.1");
        node.put("id", tlpId(terms.tlp()));
        node.put("created", "2017-01-20T00:00:00.000Z");
        node.put("definition_type", "tlp");
        node.put("name", "TLP:" + terms.tlp().name());
        node.putObject("definition").put("tlp", colour);
        return node;
    }

    static String tlpId(Tlp tlp) {
        return "marking-definition--"
                + switch (tlp) {
                    case WHITE -> "613f2e26-407d-48c7-9eca-b8e91df99dc9";
                    case GREEN -> "34098fce-860f-48ae-8e50-ebd3cc5e41da";
                    case AMBER -> "f88d31f6-486f-44da-b317-01333bde0b82";
                    case RED -> "5e57c739-391a-4eb3-b6be-7d15ca92d5ed";
                };
    }

    private ObjectNode definition() {
        ObjectNode node = start("extension-definition", EXTENSION);
        node.put("name", "Ascribe incident");
        node.put("description", "Type, date, place, tolls and status of an incident that reports tell of.");
        node.put(
                "schema",
                "label, incident_id, incident_type, status, date_from, date_to, date_precision, date_yearless, place, place_precision:"
                        + " strings; killed_low, killed_high, wounded_low, wounded_high, reports, origins: integers. What is unknown is"
                        + " not there. Described in docs/formats/exports.md of Ascribe.");
        node.put("version", "1.0.0");
        node.putArray("extension_types").add("property-extension");
        return node;
    }

    /** A UUID of version 5 (RFC 9562) in our namespace. */
    static String id(String type, String name) {
        byte[] digest;
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            digest = sha1.digest((type + "|" + name).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java lacks SHA-1, which every Java must have", broken);
        }
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = bytes.getLong() & 0xffffffffffff0fffL | 0x5000L;
        long low = bytes.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return type + "--" + new UUID(high, low);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
