package org.ascribe.exchange.datasets;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Count;
import org.ascribe.core.DataSource;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.exchange.datasets.Coding.Words;
import org.jspecify.annotations.Nullable;

/**
 * UCDP GED, releases 19 to 26 and the monthly candidate files, in layouts of 14, 41, 43 and 49 columns. Codes after the UCDP
 * GED Codebook 24.1.
 */
final class GedRows implements RowCoder {

    static final DataSource SOURCE = new DataSource(
            "UCDP GED",
            "CC BY 4.0",
            DataSource.Redistribution.YES,
            DataSource.Rows.INCIDENTS,
            "Sundberg and Melander 2013, Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4)");

    private final ActorNames names;
    private final Release release;

    GedRows(ActorNames names, Release release) {
        this.names = names;
        this.release = release;
    }

    @Override
    public DataSource source() {
        return SOURCE;
    }

    @Override
    public CodedRow code(Row row) {
        String id = row.need("id");
        Coding coding = new Coding(row, SOURCE, names, "ucdp-ged-1");
        Words headline = coding.line("source_headline");
        Words conflict = coding.line("conflict_name");
        Words dyad = coding.line("dyad_name");
        Words type = coding.line("type_of_violence");
        if (type == null) {
            throw new RowProblem("value-missing", "\"type_of_violence\" is empty, expected 1, 2, 3 or their names");
        }
        Words clarity = coding.line("event_clarity");
        Words status = coding.line("code_status");
        Said<EventDate> when = when(coding);
        Said<Place> where = where(coding);
        Passage at = Coding.span(clarity, type, status);
        Passage told = union(union(at, when == null ? null : when.passage()), where == null ? null : where.passage());
        Words sideA = coding.line("side_a");
        Words sideB = coding.line("side_b");
        Words deathsA = coding.line("deaths_a");
        Words deathsB = coding.line("deaths_b");
        Words deathsCivilians = coding.line("deaths_civilians");
        coding.line("deaths_unknown");
        Words low = Coding.firstOf(coding.line("low"), coding.line("low_death"));
        Words best = Coding.firstOf(coding.line("best"), coding.line("best_death"));
        Words high = Coding.firstOf(coding.line("high"), coding.line("high_death"));
        coding.line("number_of_sources");
        Words original = coding.line("source_original");
        if (headline == null || row.get("source_office") == null) {
            coding.line("source_article");
        } else {
            coding.lines("source_office", "source_date");
        }

        boolean oneSided = isOneSided(type.value());
        List<Said<Target>> targets = new ArrayList<>();
        if (sideB != null && NoActor.isCivilians(sideB.value())) {
            targets.add(Coding.target(sideB, TargetClass.CIVILIANS));
        }
        Count killed = Coding.between(people(row, low), people(row, high));
        Integer bestKilled = people(row, best);
        if (bestKilled != null) {
            // in one row of a hundred the best count lies outside low and high: then it widens them
            killed = new Count(
                    killed.low() == null ? null : (Integer) Math.min(killed.low(), bestKilled),
                    killed.high() == null ? null : (Integer) Math.max(killed.high(), bestKilled));
        }
        IncidentType kind = "2".equals(row.get("event_clarity"))
                ? IncidentType.CAMPAIGN
                : oneSided ? IncidentType.OTHER : IncidentType.CLASH;
        coding.occurrence(
                new Said<>(kind, kind == IncidentType.CAMPAIGN && clarity != null ? clarity.at() : type.at()),
                when,
                where,
                targets,
                List.of(),
                killed,
                Count.UNKNOWN,
                told == null ? type.line() : told);
        parties(coding, sideA, sideB, oneSided);
        Passage counts = Coding.span(low, best, high);
        coding.toll(Harm.KILLED, killed, null, counts);
        if (bestKilled != null && best != null && !Count.exactly(bestKilled).equals(killed)) {
            coding.toll(Harm.KILLED, Count.exactly(bestKilled), null, best.line());
        }
        side(coding, row, deathsA, sideA);
        side(coding, row, deathsB, sideB);
        if (deathsCivilians != null && !oneSided) {
            side(coding, row, deathsCivilians, null);
        }
        if (original != null && original.value().length() <= 200) {
            coding.occurrenceToldBy(original(coding, original), original.line());
        }
        return coding.finish(
                id, release.rank(), dyad != null ? dyad.value() : title(sideA, sideB, conflict), null, null);
    }

    private static @Nullable String title(@Nullable Words a, @Nullable Words b, @Nullable Words conflict) {
        return a != null && b != null ? a.value() + " - " + b.value() : conflict == null ? null : conflict.value();
    }

    private static @Nullable Passage union(@Nullable Passage a, @Nullable Passage b) {
        return a == null ? b : b == null ? a : a.union(b);
    }

    private static @Nullable Integer people(Row row, @Nullable Words words) {
        if (words == null) {
            return null;
        }
        String name = row.header().has("best") ? "best" : "best_death";
        try {
            int number = (int) Double.parseDouble(words.value());
            return number < 0 ? null : (Integer) number;
        } catch (NumberFormatException wrong) {
            throw new RowProblem(
                    "number-unreadable",
                    "a count beside \"" + name + "\" is \"" + Row.cut(words.value()) + "\", expected a whole number");
        }
    }

    private static boolean isOneSided(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "3", "one-sided violence" -> true;
            case "1", "2", "state-based violence", "non-state violence", "state-based conflict", "non-state conflict" ->
                false;
            default ->
                throw new RowProblem(
                        "code-unknown",
                        "\"type_of_violence\" is \"" + Row.cut(type)
                                + "\", expected 1 state-based, 2 non-state or 3 one-sided");
        };
    }

    /** In one-sided violence side A did it; otherwise both took part, and GED says of neither that it began. */
    private static void parties(Coding coding, @Nullable Words sideA, @Nullable Words sideB, boolean oneSided) {
        ActorRef a = coding.actor(sideA);
        ActorRef b = oneSided ? null : coding.actor(sideB);
        Passage at = Coding.span(sideA, oneSided ? null : sideB);
        coding.responsible(a, Stance.STATED, at);
        coding.responsible(b, Stance.STATED, at);
        coding.hostile(a, b, at);
    }

    private static void side(Coding coding, Row row, @Nullable Words deaths, @Nullable Words whom) {
        Integer number = people(row, deaths);
        if (deaths != null && number != null && number > 0) {
            coding.toll(Harm.KILLED, Count.exactly(number), whom, deaths.line());
        }
    }

    private static @Nullable Said<EventDate> when(Coding coding) {
        Row row = coding.row();
        Words start = coding.line("date_start");
        Words end = coding.line("date_end");
        Words precision = coding.line("date_prec");
        if (start == null) {
            Words year = coding.line("year");
            Words month = coding.line("month");
            Words day = coding.line("day");
            EventDate date = Dates.ofParts(row.integer("year"), row.integer("month"), row.integer("day"));
            return Coding.said(date, Coding.span(year, month, day));
        }
        LocalDate from = Row.day("date_start", start.value());
        LocalDate to = end == null ? from : Row.day("date_end", end.value());
        if (to.isBefore(from)) {
            throw new RowProblem("date-reversed", "\"date_end\" " + to + " is before \"date_start\" " + from);
        }
        EventDate date = switch (precision == null ? "" : precision.value()) {
            case "1" -> from.equals(to) ? EventDate.day(from) : EventDate.between(from, to, DatePrecision.RANGE);
            case "2", "3" -> EventDate.between(from, to, DatePrecision.WEEK);
            case "4" -> month(from, to);
            case "5" -> EventDate.between(from, to, DatePrecision.RANGE);
            case "" -> Dates.between(from, to);
            default ->
                throw new RowProblem(
                        "code-unknown", "\"date_prec\" is \"" + Row.cut(row.need("date_prec")) + "\", expected 1 to 5");
        };
        return Coding.said(date, Coding.span(start, end, precision));
    }

    /** Known to the month: the whole of it, even where the row's days are only a part. */
    private static EventDate month(LocalDate from, LocalDate to) {
        return EventDate.between(
                YearMonth.from(from).atDay(1), YearMonth.from(to).atEndOfMonth(), DatePrecision.MONTH);
    }

    private static @Nullable Said<Place> where(Coding coding) {
        Row row = coding.row();
        Words coordinates = coding.line("where_coordinates");
        Words described = coding.line("where_description");
        Words second = coding.line("adm_2");
        Words first = coding.line("adm_1");
        Words country = coding.line("country");
        double[] point = row.point("latitude", "longitude");
        Words latitude = coding.line("latitude");
        Words longitude = coding.line("longitude");
        Words code = coding.line("where_prec");
        PlacePrecision precision = switch (code == null ? "" : code.value()) {
            case "1" -> PlacePrecision.TOWN;
            // within 25 kilometres: as wide as a district
            case "2", "3" -> PlacePrecision.ADMIN2;
            // 5: along a road, a river, a mountain range
            case "4", "5" -> PlacePrecision.ADMIN1;
            case "6" -> PlacePrecision.COUNTRY;
            case "7" -> PlacePrecision.REGION;
            // a layout without the column: no finer than the coarsest of the codes that have a point
            case "" -> point == null ? PlacePrecision.COUNTRY : PlacePrecision.ADMIN2;
            default ->
                throw new RowProblem(
                        "code-unknown",
                        "\"where_prec\" is \"" + Row.cut(row.need("where_prec")) + "\", expected 1 to 7");
        };
        String name;
        if (coordinates != null) {
            name = coordinates.value();
        } else if (point != null && precision.compareTo(PlacePrecision.COUNTRY) < 0) {
            name = row.need("latitude") + ", " + row.need("longitude");
        } else if (country != null) {
            name = country.value();
        } else {
            return null;
        }
        boolean fine = precision.compareTo(PlacePrecision.ADMIN1) <= 0;
        Place place = new Place(
                name,
                precision == PlacePrecision.REGION || country == null ? null : Countries.find(country.value()),
                fine && first != null ? first.value() : null,
                point == null ? null : (Double) point[0],
                point == null ? null : (Double) point[1],
                precision);
        Passage at = Coding.span(coordinates, described, second, first, country, latitude, longitude, code);
        return Coding.said(place, at);
    }

    /** Whoever GED names as having said it first: "police", "Taliban spokesman". */
    private static Speaker original(Coding coding, Words original) {
        return new Speaker(
                original.value(),
                original.value(),
                original.at(),
                Voices.role(original.value()),
                null,
                coding.dataSet());
    }
}
