package org.ascribe.core;

/** How precisely a report dates something, from the finest to the coarsest, after UCDP GED {@code date_prec} 1-5. */
public enum DatePrecision {
    DAY(1),
    /** A few days, up to a week. */
    WEEK(3),
    MONTH(4),
    YEAR(5),
    /** A stretch that the text bounds in another way, such as "since 2021". */
    RANGE(5);

    private final int ucdp;

    DatePrecision(int ucdp) {
        this.ucdp = ucdp;
    }

    /** The code in UCDP GED, 1 (day) to 5 (more than a month). */
    public int ucdp() {
        return ucdp;
    }
}
