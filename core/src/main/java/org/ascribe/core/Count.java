package org.ascribe.core;

import org.jspecify.annotations.Nullable;

/**
 * How many people: a low and a high end, both inclusive, either of which may be unknown. "Over 140" is low 141, high
 * unknown; "dozens" is low 24, high unknown; "no casualties" is 0 to 0, which is not {@link #UNKNOWN}.
 */
public record Count(@Nullable Integer low, @Nullable Integer high) {

    /** Nobody told us. */
    public static final Count UNKNOWN = new Count(null, null);

    public Count {
        if (low != null && low < 0 || high != null && high < 0) {
            throw new IllegalArgumentException("a count is 0 or more, got " + low + ".." + high);
        }
        if (low != null && high != null && high < low) {
            throw new IllegalArgumentException("a count needs low <= high, got " + low + ".." + high);
        }
    }

    public static Count exactly(int number) {
        return new Count(number, number);
    }

    public static Count atLeast(int number) {
        return new Count(number, null);
    }

    public static Count atMost(int number) {
        return new Count(null, number);
    }

    public static Count between(int low, int high) {
        return new Count(low, high);
    }

    public boolean isUnknown() {
        return low == null && high == null;
    }

    /** The narrowest count that admits everything both admit; an end that either leaves open stays open. */
    public Count span(Count other) {
        if (isUnknown()) {
            return other;
        }
        if (other.isUnknown()) {
            return this;
        }
        Integer lowest = low == null || other.low == null ? null : (Integer) Math.min(low, other.low);
        Integer highest = high == null || other.high == null ? null : (Integer) Math.max(high, other.high);
        return new Count(lowest, highest);
    }

    /** As people write it: {@code 7}, {@code 137-145}, {@code 141+}, {@code up to 10}, {@code unknown}. */
    @Override
    public String toString() {
        if (low == null) {
            return high == null ? "unknown" : "up to " + high;
        }
        return high == null ? low + "+" : low.equals(high) ? low.toString() : low + "-" + high;
    }
}
