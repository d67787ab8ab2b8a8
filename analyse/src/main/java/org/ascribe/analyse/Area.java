package org.ascribe.analyse;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.ascribe.core.Place;
import org.jspecify.annotations.Nullable;

/**
 * A part of the world by its names: everywhere, a country, or a province of one.
 *
 * @param country ISO 3166-1 alpha-2, upper case; null for everywhere
 * @param admin1 the province; null for all of the country
 */
public record Area(@Nullable String country, @Nullable String admin1) implements Comparable<Area> {

    public static final Area EVERYWHERE = new Area(null, null);

    private static final Comparator<@Nullable String> NULLS_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    public Area {
        if (admin1 != null && country == null) {
            throw new IllegalArgumentException("a province has a country, got " + admin1 + " alone");
        }
    }

    /** The finest area that holds the place: its province if it has one, else its country; everywhere for a wider one. */
    public static Area of(@Nullable Place place) {
        return place == null || place.country() == null ? EVERYWHERE : new Area(place.country(), place.admin1());
    }

    /** Whether the place is known to lie in it: a place known by its country alone lies in no province. */
    public boolean holds(@Nullable Place place) {
        return country == null
                || place != null
                        && country.equals(place.country())
                        && (admin1 == null || admin1.equals(place.admin1()));
    }

    /** For people, in English. */
    public String name() {
        if (country == null) {
            return "all places";
        }
        String land = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
        return admin1 == null ? land : admin1 + " (" + land + ")";
    }

    @Override
    public int compareTo(Area other) {
        int byCountry = Objects.compare(country, other.country, NULLS_FIRST);
        return byCountry != 0 ? byCountry : Objects.compare(admin1, other.admin1, NULLS_FIRST);
    }
}
