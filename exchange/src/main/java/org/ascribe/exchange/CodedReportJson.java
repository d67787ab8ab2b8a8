package org.ascribe.exchange;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.Furniture;
import org.ascribe.core.Passage;
import org.ascribe.core.Perpetrator;
import org.ascribe.core.Place;
import org.ascribe.core.ReadBy;
import org.ascribe.core.Report;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Target;
import org.ascribe.core.Weapon;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The coded report as JSON, schema {@code ascribe/coded-report/1}: docs/formats/coded-report.md. The same report gives the
 * same bytes. Safe to share between threads.
 */
public final class CodedReportJson {

    /** The value of {@code schema} in each object. */
    public static final String SCHEMA = "ascribe/coded-report/1";

    static final JsonMapper JSON = JsonMapper.builder().build();

    private CodedReportJson() {}

    /** One line, without the report's text. */
    public static String write(CodedReport report) {
        return JSON.writeValueAsString(tree(report, false));
    }

    /** One line, with the report's text, which {@link #read} needs. */
    public static String writeWithText(CodedReport report) {
        return JSON.writeValueAsString(tree(report, true));
    }

    /**
     * What {@link #writeWithText} wrote.
     *
     * @throws IllegalArgumentException if the line is not of this format; says which field and what was expected
     */
    public static CodedReport read(String json) {
        return CodedReportReader.read(json);
    }

    private static ObjectNode tree(CodedReport coded, boolean withText) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA);
        writeReport(root.putObject("report"), coded.report(), withText);
        ArrayNode incidents = root.putArray("incidents");
        coded.incidents().forEach(incident -> writeIncident(incidents.addObject(), incident));
        ArrayNode assertions = root.putArray("assertions");
        coded.assertions().forEach(assertion -> writeAssertion(assertions.addObject(), assertion));
        return root;
    }

    private static void writeReport(ObjectNode node, Report report, boolean withText) {
        node.put("id", report.id().value());
        node.put("docid", report.docid());
        node.put("title", report.title());
        node.put("outlet", report.outlet());
        ArrayNode authors = node.putArray("authors");
        report.authors().forEach(authors::add);
        node.put("published", text(report.published()));
        node.put("language", report.language());
        node.put("genre", report.genre().code());
        node.put("url", report.url());
        node.put("source", report.source());
        if (withText) {
            node.put("text", report.text());
        }
        ArrayNode furniture = node.putArray("furniture");
        for (Furniture piece : report.furniture()) {
            ObjectNode part = furniture.addObject();
            part.put("kind", piece.kind().code());
            put(part, piece.passage());
        }
    }

    private static void writeIncident(ObjectNode node, CodedIncident incident) {
        node.put("id", incident.label());
        node.put("type", incident.type().code());
        IncidentCodes codes = IncidentCodes.of(incident.type());
        ObjectNode code = node.putObject("codes");
        code.put("acled", codes.acled());
        code.put("gtd", codes.gtd());
        ArrayNode ucdp = code.putArray("ucdp");
        codes.ucdp().forEach(ucdp::add);
        code.put("plover", codes.plover());
        node.put("summary", incident.summary());
        object(node, "when", incident.when(), CodedReportJson::writeDate);
        object(node, "where", incident.where(), CodedReportJson::writePlace);
        ArrayNode targets = node.putArray("targets");
        incident.targets().forEach(target -> writeTarget(targets.addObject(), target));
        ArrayNode weapons = node.putArray("weapons");
        incident.weapons().forEach(weapon -> writeWeapon(weapons.addObject(), weapon));
        object(node, "killed", known(incident.killed()), CodedReportJson::writeCount);
        object(node, "wounded", known(incident.wounded()), CodedReportJson::writeCount);
        ArrayNode mentions = node.putArray("mentions");
        incident.mentions().forEach(mention -> put(mentions.addObject(), mention));
        if (!incident.perpetrators().isEmpty()) {
            ArrayNode perpetrators = node.putArray("perpetrators");
            for (Said<Perpetrator> said : incident.perpetrators()) {
                ObjectNode perpetrator = perpetrators.addObject();
                perpetrator.put("name", said.value().name());
                perpetrator.put("class", said.value().perpetratorClass().code());
                put(perpetrator.putObject("at"), said.passage());
            }
        }
    }

    private static void writeAssertion(ObjectNode node, Assertion assertion) {
        node.put("id", assertion.id().value());
        node.put("kind", assertion.content().kind());
        node.put("incident", assertion.incident());
        switch (assertion.content()) {
            case Content.Occurrence occurrence -> {
                node.put("type", occurrence.type().value().code());
                put(node.putObject("typeAt"), occurrence.type().passage());
                object(node, "when", occurrence.when(), (part, said) -> {
                    writeDate(part, said.value());
                    put(part.putObject("at"), said.passage());
                });
                object(node, "where", occurrence.where(), CodedReportJson::writeSaidPlace);
                ArrayNode targets = node.putArray("targets");
                for (Said<Target> said : occurrence.targets()) {
                    ObjectNode target = targets.addObject();
                    writeTarget(target, said.value());
                    put(target.putObject("at"), said.passage());
                }
                ArrayNode weapons = node.putArray("weapons");
                for (Said<Weapon> said : occurrence.weapons()) {
                    ObjectNode weapon = weapons.addObject();
                    writeWeapon(weapon, said.value());
                    put(weapon.putObject("at"), said.passage());
                }
            }
            case Content.Responsibility responsibility -> {
                object(node, "actor", responsibility.actor(), CodedReportJson::writeActor);
                node.put("stance", responsibility.stance().code());
                node.put("evidence", responsibility.evidence().code());
                writeSaid(node, "channel", responsibility.channel());
            }
            case Content.Toll toll -> {
                node.put("harm", toll.harm().code());
                writeCount(node, toll.count());
                writeSaid(node, "whom", toll.whom());
            }
            case Content.Relation relation -> {
                writeActor(node.putObject("subject"), relation.subject());
                writeActor(node.putObject("object"), relation.object());
                node.put("relation", relation.relation().code());
            }
            case Content.Presence presence -> {
                writeActor(node.putObject("actor"), presence.actor());
                object(node, "place", presence.place(), CodedReportJson::writeSaidPlace);
            }
            case Content.Capability capability -> {
                writeActor(node.putObject("actor"), capability.actor());
                node.put("capability", capability.capability().code());
            }
            case Content.Evidence evidence -> {
                node.put("about", evidence.about().value());
                node.put("evidence", evidence.evidence().code());
            }
        }
        writeSpeaker(node.putObject("speaker"), assertion.speaker());
        node.put("hedged", assertion.hedged());
        node.put("polarity", assertion.polarity().code());
        ObjectNode passage = node.putObject("passage");
        put(passage, assertion.passage());
        passage.put("text", assertion.text());
        node.put("confidence", assertion.confidence());
        writeReadBy(node.putObject("by"), assertion.by());
        if (!assertion.alsoBy().isEmpty()) {
            ArrayNode others = node.putArray("alsoBy");
            assertion.alsoBy().forEach(other -> writeReadBy(others.addObject(), other));
        }
    }

    private static void writeReadBy(ObjectNode node, ReadBy by) {
        node.put("step", by.step());
        node.put("version", by.version());
    }

    private static void writeSpeaker(ObjectNode node, Speaker speaker) {
        node.put("name", speaker.name());
        node.put("as", speaker.as());
        object(node, "at", speaker.at(), CodedReportJson::put);
        node.put("role", speaker.role().code());
        node.put("actor", speaker.actor());
        object(node, "reportedBy", speaker.reportedBy(), CodedReportJson::writeSpeaker);
    }

    private static void writeActor(ObjectNode node, ActorRef actor) {
        node.put("id", actor.id());
        node.put("name", actor.name());
        node.put("as", actor.as());
        object(node, "at", actor.at(), CodedReportJson::put);
    }

    static void writeDate(ObjectNode node, EventDate date) {
        node.put("from", text(date.from()));
        node.put("to", text(date.to()));
        node.put("precision", date.precision().name().toLowerCase(Locale.ROOT));
        node.put("yearless", date.yearless());
    }

    static void writePlace(ObjectNode node, Place place) {
        node.put("name", place.name());
        node.put("country", place.country());
        node.put("admin1", place.admin1());
        node.put("latitude", place.latitude());
        node.put("longitude", place.longitude());
        node.put("precision", place.precision().name().toLowerCase(Locale.ROOT));
    }

    private static void writeSaidPlace(ObjectNode node, Said<Place> said) {
        writePlace(node, said.value());
        put(node.putObject("at"), said.passage());
    }

    private static void writeTarget(ObjectNode node, Target target) {
        node.put("name", target.name());
        node.put("class", target.targetClass().code());
    }

    private static void writeWeapon(ObjectNode node, Weapon weapon) {
        node.put("name", weapon.name());
        node.put("class", weapon.weaponClass().code());
    }

    private static void writeCount(ObjectNode node, Count count) {
        node.put("low", count.low());
        node.put("high", count.high());
    }

    private static void writeSaid(ObjectNode node, String field, @Nullable Said<String> said) {
        node.put(field, said == null ? null : said.value());
        object(node, field + "At", said == null ? null : said.passage(), CodedReportJson::put);
    }

    private static void put(ObjectNode node, Passage passage) {
        node.put("start", passage.start());
        node.put("end", passage.end());
    }

    static <T> void object(ObjectNode parent, String field, @Nullable T value, BiConsumer<ObjectNode, T> writer) {
        if (value == null) {
            parent.putNull(field);
        } else {
            writer.accept(parent.putObject(field), value);
        }
    }

    private static @Nullable Count known(Count count) {
        return count.isUnknown() ? null : count;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
