package org.ascribe.exchange.datasets;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DataSource;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Said;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.exchange.datasets.Coding.Words;
import org.jspecify.annotations.Nullable;

/** Any table, by a {@link Mapping}. */
final class MappedRows implements RowCoder {

    private final Mapping mapping;
    private final ActorNames names;
    private final Release release;

    MappedRows(Mapping mapping, ActorNames names, Release release) {
        this.mapping = mapping;
        this.names = names;
        this.release = release;
    }

    @Override
    public DataSource source() {
        return mapping.source();
    }

    @Override
    public CodedRow code(Row row) {
        String id = row.need(mapping.id());
        Coding coding = new Coding(row, source(), names, "mapped-1");
        Words narrative = null;
        for (String column : mapping.text()) {
            Words words = coding.prose(column);
            narrative = narrative == null ? words : narrative;
        }
        Columns columns = new Columns(coding);
        Words type = columns.words(mapping.type().column());
        Said<EventDate> when = when(row, columns);
        Said<Place> where = where(row, columns);
        List<Said<Target>> targets = new ArrayList<>();
        for (Mapping.TargetColumn column : mapping.targets()) {
            Words words = columns.words(column.name());
            if (words != null) {
                columns.words(column.kind().column());
                targets.add(Coding.target(words, column.kind().of(row)));
            }
        }
        mapping.actors().forEach(column -> {
            columns.words(column.name());
            columns.words(column.stance().column());
        });
        for (Mapping.TollColumn toll : mapping.tolls()) {
            columns.words(toll.exactly());
            columns.words(toll.low());
            columns.words(toll.high());
        }
        mapping.lines().forEach(columns::words);

        Passage told = union(
                type == null ? null : type.line(),
                union(when == null ? null : when.passage(), where == null ? null : where.passage()));
        Passage at = narrative != null ? narrative.at() : told;
        if (at == null) {
            throw new RowProblem("row-empty", "neither narrative, type, date nor place is filled");
        }
        IncidentType kind = mapping.type().of(row);
        coding.occurrence(
                new Said<>(kind, type == null ? at : type.at()),
                when,
                where,
                targets,
                List.of(),
                total(row, Harm.KILLED),
                total(row, Harm.WOUNDED),
                at);
        for (Mapping.ActorColumn column : mapping.actors()) {
            Words words = columns.words(column.name());
            ActorRef actor = coding.actor(words);
            if (words != null && actor != null) {
                Stance stance = column.stance().of(row);
                Passage line = Coding.span(words, columns.words(column.stance().column()));
                coding.say(
                        new Content.Responsibility(
                                stance == Stance.UNCLAIMED ? null : actor, stance, EvidenceGiven.UNSTATED, null),
                        stance == Stance.CLAIMED || stance == Stance.DENIED ? coding.party(actor) : coding.dataSet(),
                        stance == Stance.SUSPECTED,
                        line == null ? words.line() : line);
            }
        }
        for (Mapping.TollColumn toll : mapping.tolls()) {
            coding.toll(
                    toll.harm(),
                    count(row, toll),
                    null,
                    Coding.span(columns.words(toll.exactly()), columns.words(toll.low()), columns.words(toll.high())));
        }
        return coding.finish(id, release.rank(), title(row), null, null);
    }

    /** Each column is laid out once, when it is first asked for. */
    private static final class Columns {
        private final Coding coding;
        private final Map<String, Words> laid = new LinkedHashMap<>();

        Columns(Coding coding) {
            this.coding = coding;
        }

        @Nullable
        Words words(@Nullable String column) {
            if (column == null) {
                return null;
            }
            Words known = laid.get(column);
            if (known == null) {
                known = coding.line(column);
                if (known != null) {
                    laid.put(column, known);
                }
            }
            return known;
        }
    }

    private static @Nullable Passage union(@Nullable Passage a, @Nullable Passage b) {
        return a == null ? b : b == null ? a : a.union(b);
    }

    private @Nullable String title(Row row) {
        List<String> parts = new ArrayList<>();
        for (String column : mapping.title()) {
            String part = row.get(column);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static Count count(Row row, Mapping.TollColumn toll) {
        if (toll.exactly() != null) {
            Integer number = row.people(toll.exactly());
            return number == null ? Count.UNKNOWN : Count.exactly(number);
        }
        return Coding.between(
                toll.low() == null ? null : row.people(toll.low()),
                toll.high() == null ? null : row.people(toll.high()));
    }

    private Count total(Row row, Harm harm) {
        Count total = Count.UNKNOWN;
        for (Mapping.TollColumn toll : mapping.tolls()) {
            if (toll.harm() == harm) {
                total = total.span(count(row, toll));
            }
        }
        return total;
    }

    private @Nullable Said<EventDate> when(Row row, Columns columns) {
        Mapping.When when = mapping.when();
        Words date = columns.words(when.date());
        Words until = columns.words(when.until());
        Words year = columns.words(when.year());
        Words month = columns.words(when.month());
        Words day = columns.words(when.day());
        Words code =
                when.precision() == null ? null : columns.words(when.precision().column());
        EventDate found;
        if (date != null) {
            LocalDate from = Row.day(String.valueOf(when.date()), date.value());
            LocalDate to = until == null ? from : Row.day(String.valueOf(when.until()), until.value());
            if (to.isBefore(from)) {
                throw new RowProblem("date-reversed", "the end " + to + " is before the beginning " + from);
            }
            found = when.precision() == null
                    ? Dates.between(from, to)
                    : widened(from, to, when.precision().of(row));
        } else {
            found = when.year() == null
                    ? null
                    : Dates.ofParts(
                            row.integer(when.year()),
                            when.month() == null ? null : row.integer(when.month()),
                            when.day() == null ? null : row.integer(when.day()));
        }
        return Coding.said(found, Coding.span(date, until, year, month, day, code));
    }

    private static EventDate widened(LocalDate from, LocalDate to, DatePrecision precision) {
        return switch (precision) {
            case DAY -> Dates.between(from, to);
            case WEEK ->
                from.equals(to)
                        ? EventDate.between(from.minusDays(6), to.plusDays(6), DatePrecision.WEEK)
                        : EventDate.between(from, to, DatePrecision.WEEK);
            case MONTH ->
                EventDate.between(
                        YearMonth.from(from).atDay(1), YearMonth.from(to).atEndOfMonth(), DatePrecision.MONTH);
            case YEAR -> EventDate.year(from.getYear());
            case RANGE -> EventDate.between(from, to, DatePrecision.RANGE);
        };
    }

    private @Nullable Said<Place> where(Row row, Columns columns) {
        Mapping.Where where = mapping.where();
        Words name = null;
        int finest = 0;
        Passage at = null;
        for (int i = 0; i < where.name().size(); i++) {
            Words words = columns.words(where.name().get(i));
            if (words != null) {
                at = at == null ? words.line() : at.union(words.line());
                if (name == null) {
                    name = words;
                    finest = i;
                }
            }
        }
        Words country = columns.words(where.country());
        Words admin1 = columns.words(where.admin1());
        double[] point = where.latitude() == null || where.longitude() == null
                ? null
                : row.point(where.latitude(), where.longitude());
        Words latitude = columns.words(where.latitude());
        Words longitude = columns.words(where.longitude());
        Words code = columns.words(where.precision().column());
        name = name == null ? country : name;
        if (name == null) {
            return null;
        }
        PlacePrecision precision = name == country
                ? PlacePrecision.COUNTRY
                : coarser(where.precision().of(row), where.precision().column() == null ? finest : 0);
        at = union(at, Coding.span(country, admin1, latitude, longitude, code));
        return Coding.said(
                new Place(
                        name.value(),
                        country == null ? null : Countries.find(country.value()),
                        admin1 == null || precision.compareTo(PlacePrecision.ADMIN1) > 0 ? null : admin1.value(),
                        point == null ? null : (Double) point[0],
                        point == null ? null : (Double) point[1],
                        precision),
                at);
    }

    /** One step coarser for each finer column that is empty. */
    private static PlacePrecision coarser(PlacePrecision precision, int steps) {
        if (precision.compareTo(PlacePrecision.ADMIN1) > 0) {
            return precision;
        }
        PlacePrecision[] all = PlacePrecision.values();
        int at = java.util.Arrays.asList(all).indexOf(precision);
        return all[Math.min(at + steps, java.util.Arrays.asList(all).indexOf(PlacePrecision.ADMIN1))];
    }
}
