package org.ascribe.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.Coded;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Perpetrator;
import org.ascribe.core.PerpetratorClass;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what {@link CodedReportJson} wrote; each field knows its path, so that an error can name it. */
final class CodedReportReader {

    /** @param path from the root, such as {@code assertions[3].speaker} */
    private record Field(@Nullable JsonNode node, String path) {

        Field get(String name) {
            return new Field(node == null ? null : node.get(name), path.isEmpty() ? name : path + "." + name);
        }

        boolean isNull() {
            return node == null || node.isNull();
        }

        JsonNode some(String expected) {
            if (node == null || node.isNull()) {
                throw new IllegalArgumentException("Cannot read the coded report: \"%s\" is %s, expected %s."
                        .formatted(path, node == null ? "missing" : "null", expected));
            }
            return node;
        }

        private IllegalArgumentException wrong(String expected) {
            return new IllegalArgumentException(
                    "Cannot read the coded report: \"%s\" is %s, expected %s.".formatted(path, node, expected));
        }

        /** Whether the object does not have the field, as one of an earlier release. */
        boolean isMissing() {
            return node == null;
        }

        String string() {
            JsonNode some = some("a text");
            if (!some.isString()) {
                throw wrong("a text");
            }
            return some.stringValue();
        }

        @Nullable
        String stringOrNull() {
            return isNull() ? null : string();
        }

        int integer() {
            JsonNode some = some("a whole number");
            if (!some.isInt()) {
                throw wrong("a whole number");
            }
            return some.intValue();
        }

        @Nullable
        Integer integerOrNull() {
            return isNull() ? null : (Integer) integer();
        }

        double number() {
            JsonNode some = some("a number");
            if (!some.isNumber()) {
                throw wrong("a number");
            }
            return some.doubleValue();
        }

        boolean bool() {
            JsonNode some = some("true or false");
            if (!some.isBoolean()) {
                throw wrong("true or false");
            }
            return some.booleanValue();
        }

        <E extends Enum<E> & Coded> E coded(Class<E> type) {
            return Coded.find(type, string()).orElseThrow(() -> wrong("one of " + codes(type)));
        }

        private static <E extends Enum<E> & Coded> List<String> codes(Class<E> type) {
            List<String> codes = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                codes.add(constant.code());
            }
            return codes;
        }

        <E extends Enum<E>> E constant(Class<E> type) {
            String code = string();
            for (E constant : type.getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(code)) {
                    return constant;
                }
            }
            throw wrong("one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
        }

        @Nullable
        LocalDate dayOrNull() {
            if (isNull()) {
                return null;
            }
            try {
                return LocalDate.parse(string());
            } catch (DateTimeException notADay) {
                throw new IllegalArgumentException(
                        wrong("a date such as 2024-03-22").getMessage(), notADay);
            }
        }

        <T> List<T> list(Function<Field, T> reader) {
            JsonNode some = some("a list");
            if (!some.isArray()) {
                throw wrong("a list");
            }
            List<T> list = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                list.add(reader.apply(new Field(some.get(i), path + "[" + i + "]")));
            }
            return list;
        }

        <T extends @Nullable Object> @Nullable T orNull(Function<Field, T> reader) {
            return isNull() ? null : reader.apply(this);
        }
    }

    private CodedReportReader() {}

    static CodedReport read(String json) {
        JsonNode node;
        try {
            node = CodedReportJson.JSON.readTree(json);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException(
                    "Cannot read the coded report: it is not JSON (" + notJson.getOriginalMessage() + ").", notJson);
        }
        Field root = new Field(node, "");
        String schema = root.get("schema").string();
        if (!schema.equals(CodedReportJson.SCHEMA)) {
            throw new IllegalArgumentException("Cannot read the coded report: \"schema\" is \"" + schema
                    + "\", expected \"" + CodedReportJson.SCHEMA + "\". Use a version of Ascribe that writes it.");
        }
        if (root.get("report").get("text").isNull()) {
            throw new IllegalArgumentException("Cannot read the coded report: \"report.text\" is missing; write it with"
                    + " the text to read it back.");
        }
        Report report = report(root.get("report"));
        return new CodedReport(
                report,
                root.get("incidents").list(CodedReportReader::incident),
                root.get("assertions").list(field -> assertion(field, report.id())));
    }

    private static Report report(Field field) {
        return new Report(
                new ReportId(field.get("id").string()),
                field.get("docid").stringOrNull(),
                field.get("title").stringOrNull(),
                field.get("outlet").stringOrNull(),
                field.get("authors").list(Field::string),
                field.get("published").dayOrNull(),
                field.get("language").string(),
                field.get("genre").coded(Genre.class),
                field.get("url").stringOrNull(),
                field.get("source").stringOrNull(),
                field.get("text").string(),
                field.get("furniture")
                        .list(piece ->
                                new Furniture(passage(piece), piece.get("kind").coded(Furniture.Kind.class))));
    }

    private static CodedIncident incident(Field field) {
        return new CodedIncident(
                field.get("id").string(),
                field.get("type").coded(IncidentType.class),
                field.get("summary").string(),
                field.get("when").orNull(CodedReportReader::date),
                field.get("where").orNull(CodedReportReader::place),
                field.get("targets").list(CodedReportReader::target),
                field.get("weapons").list(CodedReportReader::weapon),
                field.get("killed").isNull() ? Count.UNKNOWN : count(field.get("killed")),
                field.get("wounded").isNull() ? Count.UNKNOWN : count(field.get("wounded")),
                field.get("mentions").list(CodedReportReader::passage),
                field.get("perpetrators").isMissing()
                        ? List.of()
                        : field.get("perpetrators").list(CodedReportReader::perpetrator));
    }

    private static Assertion assertion(Field field, ReportId report) {
        return new Assertion(
                new AssertionId(field.get("id").string()),
                report,
                field.get("incident").stringOrNull(),
                content(field),
                speaker(field.get("speaker")),
                field.get("polarity").coded(Polarity.class),
                field.get("hedged").bool(),
                passage(field.get("passage")),
                field.get("passage").get("text").string(),
                field.get("confidence").number(),
                readBy(field.get("by")),
                field.get("alsoBy").isNull() ? List.of() : field.get("alsoBy").list(CodedReportReader::readBy));
    }

    private static ReadBy readBy(Field field) {
        return new ReadBy(field.get("step").string(), field.get("version").string());
    }

    private static Content content(Field field) {
        String kind = field.get("kind").string();
        return switch (kind) {
            case "occurrence" ->
                new Content.Occurrence(
                        new Said<>(field.get("type").coded(IncidentType.class), passage(field.get("typeAt"))),
                        field.get("when").orNull(when -> new Said<>(date(when), passage(when.get("at")))),
                        field.get("where").orNull(CodedReportReader::saidPlace),
                        field.get("targets").list(target -> new Said<>(target(target), passage(target.get("at")))),
                        field.get("weapons").list(weapon -> new Said<>(weapon(weapon), passage(weapon.get("at")))));
            case "responsibility" ->
                new Content.Responsibility(
                        field.get("actor").orNull(CodedReportReader::actor),
                        field.get("stance").coded(Stance.class),
                        field.get("evidence").coded(EvidenceGiven.class),
                        said(field, "channel"));
            case "toll" -> new Content.Toll(field.get("harm").coded(Harm.class), count(field), said(field, "whom"));
            case "relation" ->
                new Content.Relation(
                        actor(field.get("subject")),
                        actor(field.get("object")),
                        field.get("relation").coded(RelationKind.class));
            case "presence" ->
                new Content.Presence(
                        actor(field.get("actor")), field.get("place").orNull(CodedReportReader::saidPlace));
            case "capability" ->
                new Content.Capability(
                        actor(field.get("actor")), field.get("capability").coded(CapabilityKind.class));
            case "evidence" ->
                new Content.Evidence(
                        new AssertionId(field.get("about").string()),
                        field.get("evidence").coded(EvidenceGiven.class));
            default ->
                throw field.get("kind")
                        .wrong("one of occurrence, responsibility, toll, relation, presence, capability, evidence");
        };
    }

    private static Speaker speaker(Field field) {
        return new Speaker(
                field.get("name").string(),
                field.get("as").stringOrNull(),
                field.get("at").orNull(CodedReportReader::passage),
                field.get("role").coded(Speaker.Role.class),
                field.get("actor").stringOrNull(),
                field.get("reportedBy").orNull(CodedReportReader::speaker));
    }

    private static ActorRef actor(Field field) {
        return new ActorRef(
                field.get("id").string(),
                field.get("name").string(),
                field.get("as").stringOrNull(),
                field.get("at").orNull(CodedReportReader::passage));
    }

    private static EventDate date(Field field) {
        return new EventDate(
                field.get("from").dayOrNull(),
                field.get("to").dayOrNull(),
                field.get("precision").constant(DatePrecision.class),
                field.get("yearless").stringOrNull());
    }

    private static Place place(Field field) {
        return new Place(
                field.get("name").string(),
                field.get("country").stringOrNull(),
                field.get("admin1").stringOrNull(),
                field.get("latitude").orNull(Field::number),
                field.get("longitude").orNull(Field::number),
                field.get("precision").constant(PlacePrecision.class));
    }

    private static Said<Place> saidPlace(Field field) {
        return new Said<>(place(field), passage(field.get("at")));
    }

    private static Target target(Field field) {
        return new Target(field.get("name").string(), field.get("class").coded(TargetClass.class));
    }

    private static Said<Perpetrator> perpetrator(Field field) {
        return new Said<>(
                new Perpetrator(field.get("name").string(), field.get("class").coded(PerpetratorClass.class)),
                passage(field.get("at")));
    }

    private static Weapon weapon(Field field) {
        return new Weapon(field.get("name").string(), field.get("class").coded(WeaponClass.class));
    }

    private static Count count(Field field) {
        return new Count(field.get("low").integerOrNull(), field.get("high").integerOrNull());
    }

    private static @Nullable Said<String> said(Field field, String name) {
        String value = field.get(name).stringOrNull();
        return value == null ? null : new Said<>(value, passage(field.get(name + "At")));
    }

    private static Passage passage(Field field) {
        return new Passage(field.get("start").integer(), field.get("end").integer());
    }
}
