package org.ascribe.core;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where something happened, as precisely as it was said.
 *
 * @param name the gazetteer's name, or the report's own spelling where the gazetteer has none
 * @param country ISO 3166-1 alpha-2, upper case; null for a region of several countries
 * @param admin1 the province or similar, null if unknown or coarser
 * @param latitude degrees north, -90..90; null together with {@code longitude}
 * @param longitude degrees east, -180..180
 */
public record Place(
        String name,
        @Nullable String country,
        @Nullable String admin1,
        @Nullable Double latitude,
        @Nullable Double longitude,
        PlacePrecision precision) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public Place {
        if (country != null && !COUNTRY.matcher(country).matches()) {
            throw new IllegalArgumentException("a country is two upper-case letters, got " + country);
        }
        if ((latitude == null) != (longitude == null)) {
            throw new IllegalArgumentException(
                    "latitude and longitude come together, got " + latitude + ", " + longitude);
        }
        if (latitude != null && longitude != null && !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no such point on earth: " + latitude + ", " + longitude);
        }
    }

    /** Kilometres on the sphere between the two points, or null where either has none. */
    public @Nullable Double kilometresTo(Place other) {
        if (latitude == null || longitude == null || other.latitude == null || other.longitude == null) {
            return null;
        }
        double phi = Math.toRadians(latitude);
        double otherPhi = Math.toRadians(other.latitude);
        double a = Math.pow(Math.sin((otherPhi - phi) / 2), 2)
                + Math.cos(phi)
                        * Math.cos(otherPhi)
                        * Math.pow(Math.sin(Math.toRadians(other.longitude - longitude) / 2), 2);
        return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
