package org.ascribe.exchange.export;

import static org.ascribe.exchange.export.Column.day;
import static org.ascribe.exchange.export.Column.flag;
import static org.ascribe.exchange.export.Column.number;
import static org.ascribe.exchange.export.Column.text;
import static org.ascribe.exchange.export.Column.whole;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DataSource;
import org.ascribe.core.EventDate;
import org.ascribe.core.Harm;
import org.ascribe.core.Place;
import org.ascribe.core.ReadBy;
import org.ascribe.core.Report;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Link;
import org.ascribe.exchange.IncidentCodes;
import org.jspecify.annotations.Nullable;

/** The tables of the data package: their columns are its schema, its header lines and its Parquet types. */
final class Tables {

    /**
     * One table.
     *
     * @param references by column, the table and column that it points into
     */
    record Table<T>(
            String name, String meaning, List<Column<T>> columns, List<String> key, Map<String, String[]> references) {}

    /** An assertion with the incident of the record that it is about, null for none. */
    record SaidRow(
            @Nullable String incident,
            CodedReport coded,
            Assertion said,
            @Nullable String judgement) {

        Content content() {
            return said.content();
        }

        <C extends Content> @Nullable Object of(Class<C> kind, Function<C, @Nullable Object> value) {
            return kind.isInstance(content()) ? value.apply(kind.cast(content())) : null;
        }

        @Nullable
        ActorRef actor() {
            return switch (content()) {
                case Content.Responsibility r -> r.actor();
                case Content.Relation r -> r.subject();
                case Content.Presence p -> p.actor();
                case Content.Capability c -> c.actor();
                case Content.Occurrence o -> null;
                case Content.Toll t -> null;
                case Content.Evidence e -> null;
            };
        }

        @Nullable
        ActorRef object() {
            return content() instanceof Content.Relation relation ? relation.object() : null;
        }

        @Nullable
        EventDate when() {
            return content() instanceof Content.Occurrence o && o.when() != null
                    ? o.when().value()
                    : null;
        }

        @Nullable
        Place where() {
            Said<Place> place = switch (content()) {
                case Content.Occurrence o -> o.where();
                case Content.Presence p -> p.place();
                case Content.Responsibility r -> null;
                case Content.Relation r -> null;
                case Content.Capability c -> null;
                case Content.Toll t -> null;
                case Content.Evidence e -> null;
            };
            return place == null ? null : place.value();
        }
    }

    /** Why two tellings of one incident are held to be the same. */
    record LinkRow(String incident, Link link) {}

    /** An actor with how often the export names it. */
    record ActorLine(
            String id,
            String name,
            ExportTerms.@Nullable KnownActor known,
            @Nullable String aliases,
            int assertions,
            int incidents) {}

    private Tables() {}

    static final Table<ExportedIncident> INCIDENTS = new Table<>(
            "incidents",
            "One row for each incident: our reading of what all voices say.",
            List.of(
                    text("label", "short name of the incident in this ledger", ExportedIncident::label),
                    text(
                            "id",
                            "id of the incident, from its content",
                            row -> row.incident().id()),
                    text(
                            "former_labels",
                            "labels of incidents that went into it, separated by semicolons",
                            row -> joined(row.formerly().stream())),
                    text(
                            "summary",
                            "headline made by the program",
                            row -> row.incident().summary()),
                    text("type", "type of incident", row -> row.incident().type()),
                    text(
                            "status",
                            "how far the voices agree on who did it",
                            row -> row.sheet().status()),
                    text(
                            "status_why",
                            "the rule that gave the status",
                            row -> row.sheet().statusWhy()),
                    day(
                            "date_from",
                            "first day on which it may have been",
                            row -> from(row.incident().when())),
                    day(
                            "date_to",
                            "last day on which it may have been",
                            row -> to(row.incident().when())),
                    text(
                            "date_precision",
                            "day, week, month, year or range",
                            row -> precision(row.incident().when())),
                    text(
                            "date_yearless",
                            "month or day where no year is known, such as --03-21",
                            row -> row.incident().when() == null
                                    ? null
                                    : row.incident().when().yearless()),
                    text("place", "name of the place", row -> place(row, Place::name)),
                    text("country", "ISO 3166-1 alpha-2", row -> place(row, Place::country)),
                    text("admin1", "province or similar", row -> place(row, Place::admin1)),
                    number("latitude", "degrees north, WGS 84", row -> place(row, Place::latitude)),
                    number("longitude", "degrees east, WGS 84", row -> place(row, Place::longitude)),
                    text(
                            "place_precision",
                            "site, town, admin2, admin1, country or region",
                            row -> place(row, place -> lower(place.precision()))),
                    whole(
                            "radius_km",
                            "kilometres around the coordinates in which the place lies",
                            row -> Reach.radiusKm(row.incident().where())),
                    whole(
                            "killed_low",
                            "least number of killed over all voices",
                            row -> row.sheet().killed().low()),
                    whole(
                            "killed_high",
                            "greatest number of killed over all voices",
                            row -> row.sheet().killed().high()),
                    whole(
                            "wounded_low",
                            "least number of wounded over all voices",
                            row -> row.sheet().wounded().low()),
                    whole(
                            "wounded_high",
                            "greatest number of wounded over all voices",
                            row -> row.sheet().wounded().high()),
                    text(
                            "targets",
                            "who or what was attacked, in the reports' words, with the class in brackets",
                            row -> joined(row.incident().targets().stream()
                                    .map(target -> target.name() + " ("
                                            + target.targetClass().code() + ")"))),
                    text(
                            "weapons",
                            "what was used, in the reports' words, with the class in brackets",
                            row -> joined(row.incident().weapons().stream()
                                    .map(weapon -> weapon.name() + " ("
                                            + weapon.weaponClass().code() + ")"))),
                    text(
                            "actors",
                            "actors that voices tie to it, each with the stances, most origins first",
                            ExportedIncident::actorsInWords),
                    whole("reports", "reports that tell it", row -> row.sheet().reports()),
                    whole(
                            "origins",
                            "independent texts among them",
                            row -> row.sheet().origins()),
                    text(
                            "acled",
                            "ACLED event type and sub-event type of the incident type",
                            row -> IncidentCodes.of(row.incident().type()).acled()),
                    text(
                            "gtd",
                            "GTD attack type of the incident type",
                            row -> IncidentCodes.of(row.incident().type()).gtd()),
                    text(
                            "plover",
                            "PLOVER event type of the incident type",
                            row -> IncidentCodes.of(row.incident().type()).plover())),
            List.of("label"),
            Map.of());

    static final Table<SaidRow> ASSERTIONS = new Table<>(
            "assertions",
            "One row for each thing that one voice says in one passage, with its words.",
            List.of(
                    text(
                            "id",
                            "id of the assertion, from its content",
                            row -> row.said().id().value()),
                    text("incident", "label of the incident that it is about", SaidRow::incident),
                    text(
                            "report",
                            "id of the report that carries it",
                            row -> row.coded().report().id().value()),
                    text(
                            "kind",
                            "what sort of thing is said",
                            row -> row.content().kind()),
                    text(
                            "actor",
                            "id of the actor that is spoken of",
                            row -> row.actor() == null ? null : row.actor().id()),
                    text(
                            "actor_name",
                            "its usual name",
                            row -> row.actor() == null ? null : row.actor().name()),
                    text(
                            "actor_as",
                            "the report's words for it",
                            row -> row.actor() == null ? null : row.actor().as()),
                    text(
                            "stance",
                            "how a voice ties the actor to the incident",
                            row -> row.of(Content.Responsibility.class, said -> said.stance())),
                    text(
                            "evidence",
                            "whether evidence is given: none, cited or unstated",
                            row -> switch (row.content()) {
                                case Content.Responsibility r -> r.evidence();
                                case Content.Evidence e -> e.evidence();
                                case Content.Occurrence o -> null;
                                case Content.Toll t -> null;
                                case Content.Relation r -> null;
                                case Content.Presence p -> null;
                                case Content.Capability c -> null;
                            }),
                    text(
                            "channel",
                            "by which way a claim came, in the report's words",
                            row -> row.of(
                                    Content.Responsibility.class,
                                    said -> said.channel() == null
                                            ? null
                                            : said.channel().value())),
                    text(
                            "object",
                            "id of the other actor of a relation",
                            row -> row.object() == null ? null : row.object().id()),
                    text(
                            "object_name",
                            "its usual name",
                            row -> row.object() == null ? null : row.object().name()),
                    text(
                            "object_as",
                            "the report's words for it",
                            row -> row.object() == null ? null : row.object().as()),
                    text(
                            "relation",
                            "how the actor stands to the other",
                            row -> row.of(Content.Relation.class, said -> said.relation())),
                    text(
                            "capability",
                            "what is said of the actor's power",
                            row -> row.of(Content.Capability.class, said -> said.capability())),
                    text(
                            "type",
                            "type of incident that an occurrence tells",
                            row -> row.of(
                                    Content.Occurrence.class,
                                    said -> said.type().value())),
                    day("date_from", "first day that is given", row -> from(row.when())),
                    day("date_to", "last day that is given", row -> to(row.when())),
                    text("date_precision", "day, week, month, year or range", row -> precision(row.when())),
                    text(
                            "date_yearless",
                            "month or day where no year is known",
                            row -> row.when() == null ? null : row.when().yearless()),
                    text(
                            "place",
                            "place that is given",
                            row -> row.where() == null ? null : row.where().name()),
                    text(
                            "country",
                            "ISO 3166-1 alpha-2",
                            row -> row.where() == null ? null : row.where().country()),
                    text(
                            "harm",
                            "what was done to the people of a toll",
                            row -> row.of(Content.Toll.class, Content.Toll::harm)),
                    whole(
                            "low",
                            "least number of people",
                            row -> row.of(
                                    Content.Toll.class, said -> said.count().low())),
                    whole(
                            "high",
                            "greatest number of people",
                            row -> row.of(
                                    Content.Toll.class, said -> said.count().high())),
                    text(
                            "whom",
                            "the report's words for the people",
                            row -> row.of(
                                    Content.Toll.class,
                                    said -> said.whom() == null
                                            ? null
                                            : said.whom().value())),
                    text(
                            "about",
                            "id of the assertion that evidence is about",
                            row -> row.of(
                                    Content.Evidence.class, said -> said.about().value())),
                    text(
                            "speaker",
                            "usual name of whoever says it",
                            row -> row.said().speaker().name()),
                    text(
                            "speaker_as",
                            "the report's words for the speaker",
                            row -> row.said().speaker().as()),
                    text(
                            "speaker_role",
                            "in what capacity the speaker speaks",
                            row -> row.said().speaker().role()),
                    text(
                            "speaker_actor",
                            "id of the actor that speaks",
                            row -> row.said().speaker().actor()),
                    text(
                            "reported_by",
                            "through whom the speaker is reported, nearest first",
                            row -> joined(Stream.iterate(
                                            row.said().speaker().reportedBy(),
                                            next -> next != null,
                                            Speaker::reportedBy)
                                    .map(speaker -> speaker == null ? "" : speaker.name()))),
                    text(
                            "polarity",
                            "affirmed, denied or doubted",
                            row -> row.said().polarity()),
                    flag(
                            "hedged",
                            "whether the words hold it back",
                            row -> row.said().hedged()),
                    text("judgement", "a person's decision: wrong-reading or right-actor", SaidRow::judgement),
                    text("text", "the words that say it", row -> row.said().text()),
                    whole(
                            "start",
                            "where they start in the report, in code points, inclusive",
                            row -> row.said().passage().start()),
                    whole(
                            "end",
                            "where they end, exclusive",
                            row -> row.said().passage().end()),
                    number(
                            "confidence",
                            "that the words say this, 0 to 1",
                            row -> row.said().confidence()),
                    text("step", "which step read it", row -> row.said().by().step()),
                    text("version", "of which version", row -> row.said().by().version()),
                    text(
                            "also_by",
                            "other extractors that read the same",
                            row -> joined(row.said().alsoBy().stream().map(ReadBy::version)))),
            List.of("id"),
            Map.of("incident", new String[] {"incidents", "label"}, "report", new String[] {"sources", "id"}));

    static final Table<LinkRow> LINKS = new Table<>(
            "links",
            "One row for each reason why two reports are held to tell the same incident.",
            List.of(
                    text("incident", "label of the incident", LinkRow::incident),
                    text(
                            "report_a",
                            "one report",
                            row -> row.link().a().report().value()),
                    text(
                            "telling_a",
                            "its own label of the incident",
                            row -> row.link().a().label()),
                    text(
                            "report_b",
                            "the other report",
                            row -> row.link().b().report().value()),
                    text(
                            "telling_b",
                            "its own label of the incident",
                            row -> row.link().b().label()),
                    text(
                            "by",
                            "likeness, or the judgement of a person",
                            row -> isJudged(row.link()) ? "judgement" : "likeness"),
                    number(
                            "weight",
                            "bits for the same incident, empty for a judgement",
                            row -> isJudged(row.link()) ? null : bits(row.link().weight())),
                    text(
                            "reasons",
                            "what agreed and what did not, strongest first, in bits",
                            row -> joined(row.link().reasons().stream().map(Tables::reason)))),
            List.of("report_a", "telling_a", "report_b", "telling_b"),
            Map.of(
                    "incident", new String[] {"incidents", "label"},
                    "report_a", new String[] {"sources", "id"},
                    "report_b", new String[] {"sources", "id"}));

    static final Table<ActorLine> ACTORS = new Table<>(
            "actors",
            "One row for each actor that an assertion names, as actor or as speaker.",
            List.of(
                    text("id", "id of the actor", ActorLine::id),
                    text("name", "its usual name", ActorLine::name),
                    text(
                            "kind",
                            "what sort of party, from the dictionary",
                            row -> row.known() == null ? null : row.known().kind()),
                    text(
                            "country",
                            "where it is mainly at home, ISO 3166-1 alpha-2",
                            row -> row.known() == null ? null : row.known().country()),
                    text(
                            "parent",
                            "id of the actor of which it is a branch",
                            row -> row.known() == null ? null : row.known().parent()),
                    text(
                            "ucdp",
                            "number in the UCDP actor data set",
                            row -> row.known() == null ? null : row.known().ucdp()),
                    text("aliases", "words that the reports use for it, separated by semicolons", ActorLine::aliases),
                    whole("assertions", "assertions of this export that name it", ActorLine::assertions),
                    whole("incidents", "incidents of this export that a voice ties it to", ActorLine::incidents)),
            List.of("id"),
            Map.of());

    static final Table<Report> SOURCES = new Table<>(
            "sources",
            "One row for each report that an assertion comes from; its text is not passed on.",
            List.of(
                    text(
                            "id",
                            "id of the report, from its content",
                            report -> report.id().value()),
                    text("docid", "its id where it came from", Report::docid),
                    text("title", "its title", Report::title),
                    text("outlet", "who published it", Report::outlet),
                    text(
                            "authors",
                            "who wrote it, separated by semicolons",
                            report -> joined(report.authors().stream())),
                    day("published", "day of publication", Report::published),
                    text("language", "ISO 639-1", Report::language),
                    text("genre", "what kind of text", Report::genre),
                    text("url", "address", Report::url),
                    text("data_set", "the data set that it is a row of", report -> data(report, DataSource::name)),
                    text(
                            "licence",
                            "of the data set, in its owner's words",
                            report -> data(report, DataSource::licence)),
                    text(
                            "redistribution",
                            "whether rows of the data set may be passed on: yes or no",
                            report -> data(report, DataSource::redistribution)),
                    text("cite", "how its owner wants to be named", report -> data(report, DataSource::cite))),
            List.of("id"),
            Map.of());

    static final List<Table<?>> ALL = List.of(INCIDENTS, ASSERTIONS, LINKS, ACTORS, SOURCES);

    private static @Nullable Object data(Report report, Function<DataSource, Object> value) {
        return DataSource.of(report).map(value).filter(text -> !text.equals("")).orElse(null);
    }

    static @Nullable String joined(Stream<String> parts) {
        return ExportedIncident.orNull(parts.collect(Collectors.joining("; ")));
    }

    static @Nullable Object from(@Nullable EventDate when) {
        return when == null ? null : when.from();
    }

    static @Nullable Object to(@Nullable EventDate when) {
        return when == null ? null : when.to();
    }

    static @Nullable String precision(@Nullable EventDate when) {
        return when == null ? null : lower(when.precision());
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Object place(ExportedIncident row, Function<Place, @Nullable Object> value) {
        Incident incident = row.incident();
        return incident.where() == null ? null : value.apply(incident.where());
    }

    private static boolean isJudged(Link link) {
        return Double.isInfinite(link.weight());
    }

    private static double bits(double weight) {
        return Math.round(weight * 1e4) / 1e4;
    }

    /** Who judged is not passed on. */
    private static String reason(Link.Reason reason) {
        return reason.field().equals("judgement")
                ? reason.b().isBlank() ? "judgement" : "judgement (" + reason.b() + ")"
                : String.format(
                        Locale.ROOT,
                        "%s %+.1f (%s %s %s)",
                        reason.field(),
                        reason.weight(),
                        reason.a(),
                        reason.a().equals(reason.b()) ? "=" : "~",
                        reason.b());
    }

    /** For people: {@code 137-145 killed}. */
    static String toll(Harm harm, Count count) {
        return count + " " + harm.code();
    }
}
