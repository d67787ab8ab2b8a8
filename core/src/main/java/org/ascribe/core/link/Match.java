package org.ascribe.core.link;

import java.util.List;

/**
 * Two rows held to be of one incident.
 *
 * @param score how probable that is, 0..1, seen beside every other row that either of the two could be
 * @param reasons strongest first; their weights add up to the logarithm of the odds, in bits
 */
public record Match(String a, String b, double score, List<Reason> reasons) {

    /**
     * One field's share.
     *
     * @param field {@code date}, {@code place}, {@code actor}, {@code kind}, {@code killed}, {@code wounded}, {@code text},
     *     {@code names}; {@code base} is how likely any two rows are one, {@code rivals} what other rows of either table
     *     take away or add
     * @param a what the one row says, for people
     * @param weight bits for (positive) or against (negative)
     */
    public record Reason(String field, String a, String b, double weight) {}

    public Match {
        reasons = List.copyOf(reasons);
    }
}
