package org.ascribe.core.link;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a table says about one incident. Whatever it does not say is null or empty.
 *
 * @param id unique in its table
 * @param from first day on which it can have been, inclusive
 * @param to last such day, inclusive; null exactly if {@code from} is
 * @param country as the table writes it; compared without regard to case
 * @param places names of places, coarse or fine, in no order
 * @param actors at most two are compared, in either order
 * @param kinds what kind of thing it was: type, target, weapon, one entry a column of the table, empty where unknown
 * @param text in the row's own words, may be empty
 */
public record Row(
        String id,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Spot spot,
        @Nullable String country,
        List<String> places,
        List<String> actors,
        List<String> kinds,
        @Nullable Toll killed,
        @Nullable Toll wounded,
        String text) {

    /** How far from its point a thing can have been. */
    public enum Precision {
        /** The point itself, or the middle of the town. */
        EXACT,
        /** Some 25 km around; also where the table does not say. */
        NEAR,
        /** Somewhere in the district. */
        DISTRICT,
        /** Somewhere in the province. */
        PROVINCE
    }

    /** A point in degrees; what is coarser than a province has none. */
    public record Spot(double latitude, double longitude, Precision precision) {
        public Spot {
            if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
                throw new IllegalArgumentException("no such point on earth: " + latitude + ", " + longitude);
            }
        }
    }

    /** How many; {@code low <= best <= high}. */
    public record Toll(int low, int best, int high) {
        public Toll {
            if (low < 0 || best < low || high < best) {
                throw new IllegalArgumentException(
                        "a toll needs 0 <= low <= best <= high, got " + low + ", " + best + ", " + high);
            }
        }

        public static Toll of(int number) {
            return new Toll(number, number, number);
        }

        @Override
        public String toString() {
            return low == high ? Integer.toString(best) : best + " (" + low + "-" + high + ")";
        }
    }

    public Row {
        places = List.copyOf(places);
        actors = List.copyOf(actors);
        kinds = List.copyOf(kinds);
        if ((from == null) != (to == null)) {
            throw new IllegalArgumentException("row " + id + ": from and to come together, got " + from + ", " + to);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("row " + id + ": from must not be after to, got " + from + ", " + to);
        }
    }
}
