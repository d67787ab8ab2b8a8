package org.ascribe.exchange.datasets;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.exchange.datasets.Coding.Words;
import org.jspecify.annotations.Nullable;

/** The ACLED export of 2024 and later, and the API's CSV. Codes after the ACLED Codebook 2023. */
final class AcledRows implements RowCoder {

    static final DataSource SOURCE = new DataSource(
            "ACLED",
            "ACLED terms of use",
            DataSource.Redistribution.NO,
            DataSource.Rows.INCIDENTS,
            "Raleigh, Kishi and Linke 2023, Humanities and Social Sciences Communications 10");

    /** Sub-event types that tell violence; those that are not here tell none. */
    private static final Map<String, IncidentType> TYPES = Map.ofEntries(
            Map.entry("armed clash", IncidentType.CLASH),
            Map.entry("government regains territory", IncidentType.CLASH),
            Map.entry("non-state actor overtakes territory", IncidentType.CLASH),
            Map.entry("chemical weapon", IncidentType.CHEMICAL_ATTACK),
            Map.entry("air/drone strike", IncidentType.AIRSTRIKE),
            Map.entry("suicide bomb", IncidentType.SUICIDE_BOMBING),
            Map.entry("shelling/artillery/missile attack", IncidentType.SHELLING),
            Map.entry("remote explosive/landmine/ied", IncidentType.BOMBING),
            Map.entry("grenade", IncidentType.BOMBING),
            Map.entry("sexual violence", IncidentType.SEXUAL_VIOLENCE),
            Map.entry("attack", IncidentType.ARMED_ASSAULT),
            Map.entry("abduction/forced disappearance", IncidentType.ABDUCTION),
            Map.entry("violent demonstration", IncidentType.UNREST),
            Map.entry("protest with intervention", IncidentType.UNREST),
            Map.entry("excessive force against protesters", IncidentType.UNREST),
            Map.entry("mob violence", IncidentType.MOB_VIOLENCE),
            Map.entry("arrests", IncidentType.RAID_OR_ARREST),
            Map.entry("disrupted weapons use", IncidentType.RAID_OR_ARREST),
            Map.entry("looting/property destruction", IncidentType.LOOTING));

    private final ActorNames names;
    private final Release release;

    AcledRows(ActorNames names, Release release) {
        this.names = names;
        this.release = release;
    }

    @Override
    public DataSource source() {
        return SOURCE;
    }

    @Override
    public CodedRow code(Row row) {
        String id = row.need("event_id_cnty");
        Coding coding = new Coding(row, SOURCE, names, "acled-1");
        Words notes = coding.prose("notes");
        coding.line("disorder_type");
        Words type = coding.line("event_type");
        Words subType = coding.line("sub_event_type");
        Words date = coding.line("event_date");
        Words timePrecision = coding.line("time_precision");
        Words location = coding.line("location");
        Words admin3 = coding.line("admin3");
        Words admin2 = coding.line("admin2");
        Words admin1 = coding.line("admin1");
        Words country = coding.line("country");
        double[] point = row.point("latitude", "longitude");
        Words latitude = coding.line("latitude");
        Words longitude = coding.line("longitude");
        Words geoPrecision = coding.line("geo_precision");
        Words actor1 = coding.line("actor1");
        Words with1 = coding.line("assoc_actor_1");
        Words actor2 = coding.line("actor2");
        Words with2 = coding.line("assoc_actor_2");
        coding.line("civilian_targeting");
        Words fatalities = coding.line("fatalities");
        coding.lines("source", "source_scale", "tags");

        LocalDate edited = edited(row);
        String rank = edited == null ? release.rank() : rank(row.need("timestamp"));
        IncidentType kind = subType == null ? null : TYPES.get(subType.value().toLowerCase(Locale.ROOT));
        if (subType == null || date == null) {
            throw new RowProblem(
                    "value-missing",
                    "\"" + (date == null ? "event_date" : "sub_event_type") + "\" is empty, and a row needs it");
        }
        EventDate when = when(row, Row.day("event_date", date.value()));
        if (kind != null) {
            Said<Place> where = where(row, point, location, admin1, country, geoPrecision);
            Passage place = Coding.span(location, admin3, admin2, admin1, country, latitude, longitude, geoPrecision);
            List<Said<Target>> targets = new ArrayList<>();
            for (Words some : new Words[] {actor1, actor2}) {
                if (some != null && NoActor.isCivilians(some.value())) {
                    targets.add(Coding.target(some, TargetClass.CIVILIANS));
                }
            }
            Integer dead = row.people("fatalities");
            // the most careful of the numbers reported, and 0 also where nobody gives one
            Count killed = dead == null || dead == 0 ? Count.UNKNOWN : Count.atLeast(dead);
            Passage told = Coding.span(type, subType, date, timePrecision);
            coding.occurrence(
                    new Said<>(kind, subType.at()),
                    Coding.said(when, Coding.span(date, timePrecision)),
                    where == null || place == null ? null : new Said<>(where.value(), place),
                    targets,
                    List.of(),
                    killed,
                    Count.UNKNOWN,
                    notes != null ? notes.at() : told == null || place == null ? subType.line() : told.union(place));
            ActorRef a = coding.actor(actor1);
            ActorRef b = coding.actor(actor2);
            // who is named first means nothing; who is harmed is named by "Civilians" or not at all
            Passage parties = Coding.span(a == null ? null : actor1, b == null ? null : actor2);
            coding.responsible(a, Stance.STATED, parties);
            coding.responsible(b, Stance.STATED, parties);
            coding.hostile(a, b, Coding.span(actor1, with1, actor2, with2));
            coding.toll(Harm.KILLED, killed, null, fatalities == null ? null : fatalities.line());
        }
        return coding.finish(id, rank, title(subType, location, country), edited, null);
    }

    private static @Nullable String title(Words type, @Nullable Words location, @Nullable Words country) {
        return type.value()
                + (location == null ? "" : ", " + location.value())
                + (country == null ? "" : ", " + country.value());
    }

    /** The day of the row's last edit. */
    private static @Nullable LocalDate edited(Row row) {
        String seconds = row.get("timestamp");
        if (seconds == null) {
            return null;
        }
        try {
            return LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds)), ZoneOffset.UTC);
        } catch (NumberFormatException | DateTimeException wrong) {
            throw new RowProblem(
                    "date-unreadable",
                    "\"timestamp\" is \"" + Row.cut(seconds) + "\", expected seconds since 1970 such as 1711929600");
        }
    }

    private static String rank(String seconds) {
        return "0".repeat(Math.max(0, 14 - seconds.length())) + seconds;
    }

    private static EventDate when(Row row, LocalDate day) {
        return switch (String.valueOf(row.get("time_precision"))) {
            case "2" -> EventDate.between(day.minusDays(6), day.plusDays(6), DatePrecision.WEEK);
            case "3" -> {
                YearMonth month = YearMonth.from(day);
                yield EventDate.month(month.getYear(), month.getMonthValue());
            }
            case "1", "null" -> EventDate.day(day);
            default ->
                throw new RowProblem(
                        "code-unknown",
                        "\"time_precision\" is \"" + Row.cut(row.need("time_precision")) + "\", expected 1 to 3");
        };
    }

    private static @Nullable Said<Place> where(
            Row row,
            double @Nullable [] point,
            @Nullable Words location,
            @Nullable Words admin1,
            @Nullable Words country,
            @Nullable Words code) {
        Words name = Coding.firstOf(location, admin1, country);
        if (name == null) {
            return null;
        }
        PlacePrecision precision = switch (code == null ? "" : code.value()) {
            case "1" -> PlacePrecision.TOWN;
            case "2", "" -> location == null ? PlacePrecision.ADMIN1 : PlacePrecision.ADMIN2;
            case "3" -> PlacePrecision.ADMIN1;
            default ->
                throw new RowProblem(
                        "code-unknown",
                        "\"geo_precision\" is \"" + Row.cut(row.need("geo_precision")) + "\", expected 1 to 3");
        };
        return new Said<>(
                new Place(
                        name.value(),
                        country == null ? null : Countries.find(country.value()),
                        admin1 == null ? null : admin1.value(),
                        point == null ? null : (Double) point[0],
                        point == null ? null : (Double) point[1],
                        precision),
                name.at());
    }
}
