package org.ascribe.core;

/** How precisely a report places something, from the finest to the coarsest, after UCDP GED {@code where_prec} 1-7. */
public enum PlacePrecision {
    /** A named site inside a town: a mosque, an airport, a hotel. */
    SITE(1),
    TOWN(1),
    /** A district, county or similar. */
    ADMIN2(3),
    /** A province or similar. */
    ADMIN1(4),
    COUNTRY(6),
    /** Wider than a country or across borders. */
    REGION(7);

    private final int ucdp;

    PlacePrecision(int ucdp) {
        this.ucdp = ucdp;
    }

    /** The code in UCDP GED, 1 (exact) to 7 (international). */
    public int ucdp() {
        return ucdp;
    }
}
