package org.ascribe.workbench.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.Status;
import org.ascribe.store.Counts;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents to show: the query string of the page and of the API. An incident passes that fits one value of every
 * list that is given.
 *
 * @param from first day, inclusive; an incident passes whose date may be that day or later
 * @param to last day, inclusive
 * @param country ISO 3166-1 alpha-2
 * @param actor ids; a parent finds its branches too
 * @param q words that must all occur in summary, label, place, actors or quoted words
 * @param precision of the place
 * @param bbox west,south,east,north in degrees, as in GeoJSON; west above east crosses the date line
 */
public record IncidentFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable List<String> country,
        @Nullable List<IncidentType> type,
        @Nullable List<String> actor,
        @Nullable List<Status> status,
        @Nullable List<PlacePrecision> precision,
        @Nullable String q,
        @Nullable String bbox) {

    /** A part of the filter, so that a list of choices can leave its own out. */
    enum Part {
        DAYS,
        COUNTRY,
        TYPE,
        ACTOR,
        STATUS,
        PRECISION,
        NONE
    }

    static @Nullable Class<?> elementType(String field) {
        return switch (field.replaceAll("\\[.*", "")) {
            case "type" -> IncidentType.class;
            case "status" -> Status.class;
            case "precision" -> PlacePrecision.class;
            case "by" -> Counts.By.class;
            default -> null;
        };
    }

    /** The test that an incident must pass, without the part {@code but}. */
    Predicate<LabelledSheet> test(View view, Part but) {
        RecordIndex index = view.index;
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid("to", to.toString(), "a day not before from, which is " + from);
        }
        Predicate<LabelledSheet> test = incident -> true;
        if (but != Part.DAYS && (from != null || to != null)) {
            test = test.and(incident -> inDays(incident.sheet().incident().when()));
        }
        if (but != Part.COUNTRY && !values(country).isEmpty()) {
            List<String> wanted = values(country).stream()
                    .map(code -> code.toUpperCase(Locale.ROOT))
                    .toList();
            test = test.and(incident -> {
                Place where = incident.sheet().incident().where();
                return where != null && where.country() != null && wanted.contains(where.country());
            });
        }
        if (but != Part.TYPE && !values(type).isEmpty()) {
            test = test.and(incident ->
                    values(type).contains(incident.sheet().incident().type()));
        }
        if (but != Part.ACTOR && !values(actor).isEmpty()) {
            test = test.and(incident -> incident.sheet().claimants().stream()
                    .anyMatch(
                            claimant -> index.lineage(claimant.actor()).stream().anyMatch(values(actor)::contains)));
        }
        if (but != Part.STATUS && !values(status).isEmpty()) {
            test = test.and(incident -> values(status).contains(view.status(incident)));
        }
        if (but != Part.PRECISION && !values(precision).isEmpty()) {
            test = test.and(incident -> {
                Place where = incident.sheet().incident().where();
                return where != null && values(precision).contains(where.precision());
            });
        }
        if (q != null && !q.isBlank()) {
            List<String> words = words(q);
            test = test.and(incident -> {
                String heap = haystack(incident);
                return words.stream().allMatch(heap::contains);
            });
        }
        if (bbox != null && !bbox.isBlank()) {
            Box box = Box.parse(bbox);
            test = test.and(incident -> box.holds(incident.sheet().incident().where()));
        }
        return test;
    }

    static List<String> words(String text) {
        return List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    private static <T> List<T> values(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    private boolean inDays(@Nullable EventDate when) {
        return when != null
                && when.yearless() == null
                && (from == null || when.to() == null || !when.to().isBefore(from))
                && (to == null || when.from() == null || !when.from().isAfter(to));
    }

    private static String haystack(LabelledSheet incident) {
        IncidentSheet sheet = incident.sheet();
        Place where = sheet.incident().where();
        return Stream.of(
                        Stream.of(
                                incident.label(),
                                sheet.incident().id(),
                                sheet.incident().summary()),
                        where == null
                                ? Stream.<@Nullable String>empty()
                                : Stream.of(where.name(), where.admin1(), Names.country(where.country())),
                        sheet.claimants().stream().map(IncidentSheet.Claimant::name),
                        RecordIndex.statements(sheet)
                                .map(statement -> statement.assertion().text()))
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .reduce("", (all, part) -> all + "\n" + part)
                .toLowerCase(Locale.ROOT);
    }

    private record Box(double west, double south, double east, double north) {

        static Box parse(String text) {
            String[] parts = text.split(",", -1);
            try {
                if (parts.length == 4) {
                    Box box = new Box(
                            Double.parseDouble(parts[0]),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]));
                    if (box.south <= box.north && Math.abs(box.south) <= 90 && Math.abs(box.north) <= 90) {
                        return box;
                    }
                }
            } catch (NumberFormatException notANumber) {
                // told below like any other wrong box
            }
            throw ProblemException.invalid(
                    "bbox", text, "west,south,east,north in degrees with south <= north, such as 60.5,29.3,74.9,38.5");
        }

        boolean holds(@Nullable Place place) {
            if (place == null || place.latitude() == null || place.longitude() == null) {
                return false;
            }
            double x = place.longitude();
            boolean inWidth = west <= east ? west <= x && x <= east : x >= west || x <= east;
            return inWidth && south <= place.latitude() && place.latitude() <= north;
        }
    }
}
