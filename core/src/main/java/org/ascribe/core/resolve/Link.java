package org.ascribe.core.resolve;

import java.util.List;
import org.ascribe.core.Telling;

/**
 * Why two tellings are held to be of one incident.
 *
 * @param weight sum of the reasons' weights, in bits (log2 of the likelihood ratio); a judgement's is infinite
 * @param reasons strongest first
 */
public record Link(Telling a, Telling b, double weight, List<Reason> reasons) {

    /**
     * One field's share.
     *
     * @param field {@code date}, {@code place}, {@code type}, {@code toll}, {@code actor}, {@code text}, {@code judgement}
     * @param a what the one says, for people; "unknown" where it says nothing
     * @param weight bits for (positive) or against (negative) the same incident
     */
    public record Reason(String field, String a, String b, double weight) {}

    public Link {
        reasons = List.copyOf(reasons);
    }
}
