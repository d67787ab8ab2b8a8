package org.ascribe.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.Coded;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents an export holds, by the same rules as the filters of the interface: an incident passes that fits one value of every
 * list that is not empty.
 *
 * @param from first day, inclusive; an incident passes whose date may be that day or later
 * @param to last day, inclusive
 * @param countries ISO 3166-1 alpha-2, upper case
 * @param actors ids, a parent finds its branches too; or parts of names, in any case of letters
 * @param words that must all occur in summary, label, place, actors or quoted words
 */
public record RecordFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> countries,
        List<IncidentType> types,
        List<String> actors,
        List<Status> statuses,
        List<PlacePrecision> precisions,
        @Nullable String words,
        @Nullable Box box) {

    public static final RecordFilter ALL =
            new RecordFilter(null, null, List.of(), List.of(), List.of(), List.of(), List.of(), null, null);

    /** Degrees, as in GeoJSON; west above east crosses the date line. */
    public record Box(double west, double south, double east, double north) {
        public Box {
            if (!(south <= north && Math.abs(south) <= 90 && Math.abs(north) <= 90)) {
                throw new IllegalArgumentException("a box needs south <= north, got " + south + ".." + north);
            }
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

    public RecordFilter {
        countries = List.copyOf(countries);
        types = List.copyOf(types);
        actors = List.copyOf(actors);
        statuses = List.copyOf(statuses);
        precisions = List.copyOf(precisions);
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a filter needs from <= to, got " + from + ".." + to);
        }
    }

    /** As words of a command, {@code --country AF}, for the metadata of what passed. */
    public List<String> asWords() {
        List<String> said = new ArrayList<>();
        say(said, "--from", from == null ? "" : from.toString());
        say(said, "--to", to == null ? "" : to.toString());
        say(said, "--country", String.join(",", countries));
        say(said, "--type", types.stream().map(Coded::code).collect(Collectors.joining(",")));
        say(said, "--actor", String.join(",", actors));
        say(said, "--status", statuses.stream().map(Coded::code).collect(Collectors.joining(",")));
        say(
                said,
                "--precision",
                precisions.stream()
                        .map(precision -> precision.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(",")));
        say(said, "--text", words == null ? "" : words);
        say(said, "--bbox", box == null ? "" : box.west + "," + box.south + "," + box.east + "," + box.north);
        return said;
    }

    private static void say(List<String> said, String option, String value) {
        if (!value.isBlank()) {
            said.add(option + " " + value);
        }
    }

    /** @param lineage of an actor id, itself and those of which it is a branch */
    boolean passes(String label, IncidentSheet sheet, Function<String, List<String>> lineage) {
        Place where = sheet.incident().where();
        return inDays(sheet.incident().when())
                && (countries.isEmpty()
                        || where != null && where.country() != null && countries.contains(where.country()))
                && (types.isEmpty() || types.contains(sheet.incident().type()))
                && (statuses.isEmpty() || statuses.contains(sheet.status()))
                && (precisions.isEmpty() || where != null && precisions.contains(where.precision()))
                && (actors.isEmpty() || sheet.claimants().stream().anyMatch(claimant -> isAskedFor(claimant, lineage)))
                && hasWords(label, sheet)
                && (box == null || box.holds(where));
    }

    private boolean inDays(@Nullable EventDate when) {
        return from == null && to == null
                || when != null
                        && when.yearless() == null
                        && (from == null || when.to() == null || !when.to().isBefore(from))
                        && (to == null || when.from() == null || !when.from().isAfter(to));
    }

    private boolean isAskedFor(Claimant claimant, Function<String, List<String>> lineage) {
        List<String> line = lineage.apply(claimant.actor());
        String name = claimant.name().toLowerCase(Locale.ROOT);
        return actors.stream()
                .map(asked -> asked.toLowerCase(Locale.ROOT))
                .anyMatch(asked -> line.contains(asked) || name.contains(asked));
    }

    private boolean hasWords(String label, IncidentSheet sheet) {
        if (words == null || words.isBlank()) {
            return true;
        }
        Place where = sheet.incident().where();
        String heap = Stream.of(
                        Stream.of(label, sheet.incident().id(), sheet.incident().summary()),
                        where == null
                                ? Stream.<@Nullable String>empty()
                                : Stream.of(
                                        where.name(),
                                        where.admin1(),
                                        where.country() == null
                                                ? null
                                                : Locale.of("", where.country()).getDisplayCountry(Locale.ENGLISH)),
                        sheet.claimants().stream().map(Claimant::name),
                        Stream.of(
                                        sheet.claimants().stream().flatMap(claimant -> claimant.statements().stream()),
                                        sheet.nobody().stream())
                                .flatMap(said -> said)
                                .map(Statement::assertion)
                                .map(said -> said.text()))
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(heap::contains);
    }
}
