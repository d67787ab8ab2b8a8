package org.ascribe.analyse.relations;

import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.jspecify.annotations.Nullable;

/** How wide a place is within which two actors are held to be able to meet. */
public enum Area {
    COUNTRY,
    /** A province or similar, where the record names it. */
    PROVINCE,
    /** A square of one degree, for what has a point and no province: some 110 km from south to north. */
    SQUARE;

    /** The place as a key, or null where it is not known so finely. */
    @Nullable
    String of(@Nullable Place place) {
        if (place == null || place.country() == null) {
            return null;
        }
        return switch (this) {
            case COUNTRY -> place.country();
            case PROVINCE -> place.admin1() == null ? null : place.country() + " " + place.admin1();
            case SQUARE ->
                place.latitude() == null
                                || place.longitude() == null
                                || place.precision().compareTo(PlacePrecision.ADMIN1) > 0
                        ? null
                        : place.country() + " " + (int) Math.floor(place.latitude()) + " "
                                + (int) Math.floor(place.longitude());
        };
    }

    /** For people. */
    String words() {
        return switch (this) {
            case COUNTRY -> "country";
            case PROVINCE -> "province";
            case SQUARE -> "square of one degree";
        };
    }
}
