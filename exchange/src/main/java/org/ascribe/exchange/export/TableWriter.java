package org.ascribe.exchange.export;

import static org.ascribe.exchange.export.Column.day;
import static org.ascribe.exchange.export.Column.empty;
import static org.ascribe.exchange.export.Column.number;
import static org.ascribe.exchange.export.Column.text;
import static org.ascribe.exchange.export.Column.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.Report;
import org.ascribe.core.Speaker;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.ascribe.exchange.IncidentCodes;
import org.ascribe.exchange.export.CsvTable.Formulas;
import org.jspecify.annotations.Nullable;

/**
 * One CSV row an incident, with the columns of ACLED or of UCDP GED in their order and our own after them. What we do not have is empty;
 * an actor stands in its column only where the voices do not contradict each other.
 */
final class TableWriter implements ExportWriter {

    private static final List<Column<ExportedIncident>> OURS = List.of(
            text("ascribe_id", "id of the incident", row -> row.incident().id()),
            text("ascribe_type", "our type of incident", row -> row.incident().type()),
            text(
                    "ascribe_status",
                    "how far the voices agree on who did it",
                    row -> row.sheet().status()),
            text(
                    "ascribe_actors",
                    "actors that voices tie to it, each with the stances, most origins first",
                    ExportedIncident::actorsInWords),
            day(
                    "ascribe_date_from",
                    "first day on which it may have been",
                    row -> Tables.from(row.incident().when())),
            day(
                    "ascribe_date_to",
                    "last day on which it may have been",
                    row -> Tables.to(row.incident().when())),
            text(
                    "ascribe_place_precision",
                    "our precision of the place",
                    row -> Tables.place(row, place -> Tables.lower(place.precision()))),
            whole(
                    "ascribe_killed_low",
                    "least number of killed over all voices",
                    row -> row.sheet().killed().low()),
            whole(
                    "ascribe_killed_high",
                    "greatest number of killed over all voices",
                    row -> row.sheet().killed().high()),
            whole(
                    "ascribe_origins",
                    "independent texts that tell it",
                    row -> row.sheet().origins()));

    /** The columns of an ACLED export since 2024; ACLED Codebook 2023. */
    static final List<Column<ExportedIncident>> ACLED = columns(
            text("event_id_cnty", "our label, not an id of ACLED", ExportedIncident::label),
            day(
                    "event_date",
                    "first day of the day, week or month; empty where the date is wider",
                    row -> acledDay(row.incident().when())),
            whole("year", "where one year is known", row -> year(row.incident().when())),
            whole(
                    "time_precision",
                    "1 day, 2 week, 3 month",
                    row -> acledTime(row.incident().when())),
            text("disorder_type", "of the sub-event type", row -> disorder(acled(row, 0), acled(row, 1))),
            text("event_type", "of our incident type", row -> acled(row, 0)),
            text("sub_event_type", "of our incident type", row -> acled(row, 1)),
            text("actor1", "the actor, where the voices agree", row -> name(row.soleActor())),
            empty("assoc_actor_1"),
            empty("inter1"),
            empty("actor2"),
            empty("assoc_actor_2"),
            empty("inter2"),
            empty("interaction"),
            empty("civilian_targeting"),
            empty("iso"),
            empty("region"),
            text(
                    "country",
                    "English name",
                    row -> Tables.place(row, place -> ExportedIncident.countryName(place.country()))),
            text("admin1", "province or similar", row -> Tables.place(row, Place::admin1)),
            empty("admin2"),
            empty("admin3"),
            text("location", "name of the place", row -> Tables.place(row, Place::name)),
            number("latitude", "degrees north", row -> Tables.place(row, Place::latitude)),
            number("longitude", "degrees east", row -> Tables.place(row, Place::longitude)),
            whole(
                    "geo_precision",
                    "1 town or site, 2 district, 3 province or wider",
                    row -> Tables.place(row, TableWriter::acledPlace)),
            text("source", "outlets", row -> Tables.joined(row.outlets().stream())),
            empty("source_scale"),
            text("notes", "our headline", row -> row.incident().summary()),
            whole(
                    "fatalities",
                    "the least number of killed; empty where nobody gives one",
                    row -> row.sheet().killed().low()),
            empty("tags"),
            empty("timestamp"));

    /** The columns of UCDP GED since 23.1; UCDP GED Codebook 24.1. */
    static final List<Column<ExportedIncident>> UCDP = columns(
            text("id", "our label, not an id of UCDP", ExportedIncident::label),
            empty("relid"),
            whole("year", "where one year is known", row -> year(row.incident().when())),
            empty("active_year"),
            empty("code_status"),
            whole("type_of_violence", "where our incident type leaves one open only", TableWriter::ucdpType),
            empty("conflict_dset_id"),
            empty("conflict_new_id"),
            empty("conflict_name"),
            empty("dyad_dset_id"),
            empty("dyad_new_id"),
            empty("dyad_name"),
            empty("side_a_dset_id"),
            empty("side_a_new_id"),
            text("side_a", "the actor, where the voices agree", row -> name(row.soleActor())),
            empty("side_b_dset_id"),
            empty("side_b_new_id"),
            empty("side_b"),
            whole(
                    "number_of_sources",
                    "reports that tell it",
                    row -> row.sheet().reports()),
            text("source_article", "\"outlet,day,title\" of each report", row -> reports(row, TableWriter::article)),
            text("source_office", "outlets", row -> reports(row, Report::outlet)),
            text("source_date", "days of publication", row -> reports(row, Report::published)),
            text("source_headline", "titles", row -> reports(row, Report::title)),
            text("source_original", "who says it", row -> Tables.joined(speakers(row))),
            whole(
                    "where_prec",
                    "1 exact, 3 district, 4 province, 6 country, 7 wider",
                    row -> Tables.place(row, place -> place.precision().ucdp())),
            text("where_coordinates", "name of the place", row -> Tables.place(row, Place::name)),
            empty("where_description"),
            text("adm_1", "province or similar", row -> Tables.place(row, Place::admin1)),
            empty("adm_2"),
            number("latitude", "degrees north", row -> Tables.place(row, Place::latitude)),
            number("longitude", "degrees east", row -> Tables.place(row, Place::longitude)),
            text(
                    "geom_wkt",
                    "the coordinates as WKT",
                    row -> Tables.place(
                            row,
                            place -> place.latitude() == null
                                    ? null
                                    : "POINT (" + place.longitude() + " " + place.latitude() + ")")),
            whole("priogrid_gid", "cell of PRIO-GRID", row -> Tables.place(row, TableWriter::prioGrid)),
            text(
                    "country",
                    "English name",
                    row -> Tables.place(row, place -> ExportedIncident.countryName(place.country()))),
            empty("country_id"),
            empty("region"),
            empty("event_clarity"),
            whole(
                    "date_prec",
                    "1 day, 3 week, 4 month, 5 longer",
                    row -> ucdpTime(row.incident().when())),
            day(
                    "date_start",
                    "first day on which it may have been",
                    row -> Tables.from(row.incident().when())),
            day(
                    "date_end",
                    "last day on which it may have been",
                    row -> Tables.to(row.incident().when())),
            empty("deaths_a"),
            empty("deaths_b"),
            empty("deaths_civilians"),
            empty("deaths_unknown"),
            whole(
                    "best",
                    "killed, where all voices give one number",
                    row -> exact(row.sheet().killed())),
            whole(
                    "high",
                    "greatest number of killed over all voices",
                    row -> row.sheet().killed().high()),
            whole(
                    "low",
                    "least number of killed over all voices",
                    row -> row.sheet().killed().low()),
            empty("gwnoa"),
            empty("gwnob"));

    private final CsvTable<ExportedIncident> table;

    private TableWriter(Path file, List<Column<ExportedIncident>> columns) throws IOException {
        table = new CsvTable<>(file, columns, Formulas.GUARDED);
    }

    static TableWriter acled(Path file) throws IOException {
        return new TableWriter(file, ACLED);
    }

    static TableWriter ucdp(Path file) throws IOException {
        return new TableWriter(file, UCDP);
    }

    @SafeVarargs
    private static List<Column<ExportedIncident>> columns(Column<ExportedIncident>... theirs) {
        return Stream.concat(Stream.of(theirs), OURS.stream()).toList();
    }

    @Override
    public void incident(ExportedIncident incident) {
        table.add(incident);
    }

    /** Rows have no place for what was left out; whoever runs the export is told. */
    @Override
    public void finish(LeftOut leftOut) throws IOException {
        table.close();
    }

    @Override
    public void close() throws IOException {
        table.close();
    }

    private static @Nullable String name(@Nullable Claimant claimant) {
        return claimant == null ? null : claimant.name();
    }

    private static @Nullable Integer year(@Nullable EventDate when) {
        LocalDate from = when == null ? null : when.from();
        LocalDate to = when == null ? null : when.to();
        return from != null && to != null && from.getYear() == to.getYear() ? (Integer) from.getYear() : null;
    }

    // --- ACLED

    /** Part 0 is the event type, 1 the sub-event type. */
    private static @Nullable String acled(ExportedIncident row, int part) {
        String both = IncidentCodes.of(row.incident().type()).acled();
        return both == null ? null : both.split(": ", 2)[part];
    }

    /** ACLED Codebook 2023, table 2. */
    private static @Nullable String disorder(@Nullable String event, @Nullable String subEvent) {
        if (event == null) {
            return null;
        }
        return switch (event) {
            case "Strategic developments" -> "Strategic developments";
            case "Riots" -> "Violent demonstration".equals(subEvent) ? "Demonstrations" : "Political violence";
            case "Protests" -> "Demonstrations";
            default -> "Political violence";
        };
    }

    private static @Nullable Integer acledTime(@Nullable EventDate when) {
        if (when == null || when.from() == null) {
            return null;
        }
        return switch (when.precision()) {
            case DAY -> 1;
            case WEEK -> 2;
            case MONTH -> 3;
            case YEAR, RANGE -> null;
        };
    }

    private static @Nullable LocalDate acledDay(@Nullable EventDate when) {
        return when == null || acledTime(when) == null ? null : when.from();
    }

    private static int acledPlace(Place place) {
        return switch (place.precision()) {
            case SITE, TOWN -> 1;
            case ADMIN2 -> 2;
            case ADMIN1, COUNTRY, REGION -> 3;
        };
    }

    // --- UCDP

    private static @Nullable Integer ucdpType(ExportedIncident row) {
        List<Integer> possible = IncidentCodes.of(row.incident().type()).ucdp();
        return possible.size() == 1 ? possible.getFirst() : null;
    }

    private static @Nullable Integer ucdpTime(@Nullable EventDate when) {
        return when == null || when.yearless() != null
                ? null
                : (Integer) when.precision().ucdp();
    }

    private static @Nullable Integer exact(Count count) {
        return count.low() != null && count.low().equals(count.high()) ? count.low() : null;
    }

    private static Stream<String> speakers(ExportedIncident row) {
        return row.assertions().stream()
                .map(located -> located.assertion().speaker())
                .filter(speaker -> speaker.role() != Speaker.Role.AUTHOR && speaker.role() != Speaker.Role.UNNAMED)
                .map(Speaker::name)
                .distinct();
    }

    /** One part for each report, in the same order in every such column; all null is null. */
    private static @Nullable String reports(ExportedIncident row, Function<Report, @Nullable Object> value) {
        boolean isKnown = false;
        StringJoiner parts = new StringJoiner(";");
        for (Report report : row.texts()) {
            Object part = value.apply(report);
            isKnown |= part != null;
            parts.add(part == null ? "" : part.toString().replace(';', ','));
        }
        return isKnown ? parts.toString() : null;
    }

    private static @Nullable String article(Report report) {
        return Stream.of(report.outlet(), report.published(), report.title()).allMatch(Objects::isNull)
                ? null
                : "\"" + Objects.toString(report.outlet(), "") + "," + Objects.toString(report.published(), "") + ","
                        + Objects.toString(report.title(), "").replace("\"", "'") + "\"";
    }

    /** PRIO-GRID 2: half degrees, counted from the south-west corner, 720 to a row. */
    private static @Nullable Integer prioGrid(Place place) {
        if (place.latitude() == null || place.longitude() == null) {
            return null;
        }
        int row = (int) Math.min(359, Math.floor((place.latitude() + 90) * 2));
        int column = (int) Math.min(719, Math.floor((place.longitude() + 180) * 2));
        return row * 720 + column + 1;
    }
}
