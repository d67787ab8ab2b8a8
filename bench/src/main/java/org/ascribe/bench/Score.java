package org.ascribe.bench;

import java.util.Locale;

/**
 * How many of the coder's values and of the program's are one and the same.
 *
 * @param gold how many the coder has
 * @param found how many the program has
 * @param hits pairs of one of each
 */
record Score(int gold, int found, int hits) {

    static final Score NONE = new Score(0, 0, 0);

    Score plus(Score other) {
        return new Score(gold + other.gold, found + other.found, hits + other.hits);
    }

    /** 0..1; NaN where the program has none. */
    double precision() {
        return (double) hits / found;
    }

    /** 0..1; NaN where the coder has none. */
    double recall() {
        return (double) hits / gold;
    }

    /** 0..1; NaN where neither has any. */
    double f1() {
        return 2.0 * hits / (gold + found);
    }

    /** {@code 0.83}, or a hyphen for a share of nothing. */
    static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
