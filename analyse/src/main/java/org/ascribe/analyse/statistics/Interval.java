package org.ascribe.analyse.statistics;

/**
 * A range that holds the truth with a stated probability.
 *
 * @param low inclusive
 * @param high inclusive, infinite where the data set no bound
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval needs low <= high, got " + low + ".." + high);
        }
    }

    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
