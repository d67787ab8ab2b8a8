package org.ascribe.extract.place;

import org.ascribe.core.Place;

/**
 * One place of the gazetteer under one of its names.
 *
 * @param population 0 if unknown
 * @param own whether it comes from our own tables, else from GeoNames
 * @param seat whether it is the seat of its province or country
 * @param asWritten whether the name counts only in exactly this spelling, as "US" does; empty if not
 */
record Entry(Place place, Kind kind, long population, boolean own, boolean seat, String asWritten) {

    enum Kind {
        COUNTRY,
        PROVINCE,
        DISTRICT,
        TOWN,
        QUARTER,
        SITE,
        REGION
    }
}
