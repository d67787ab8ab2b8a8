package org.ascribe.core.weigh;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.Assertion;
import org.ascribe.core.resolve.Incident;
import org.jspecify.annotations.Nullable;

/**
 * One incident as a perspective settles it.
 *
 * @param perspective the name of the trust policy
 * @param why one sentence that says which rule gave the status
 * @param actors everyone whom a voice names, most support first
 * @param reasons the statements for and against, heaviest first
 */
public record Settled(
        Incident incident,
        String perspective,
        Status status,
        String why,
        List<Support> actors,
        Figures killed,
        Figures wounded,
        List<Reason> reasons) {

    public Settled {
        actors = List.copyOf(actors);
        reasons = List.copyOf(reasons);
    }

    /**
     * How far the statements that the perspective trusts bear out that an actor did it.
     *
     * @param actor its id
     * @param support 0..1
     * @param low lower end of the interval around it, 0..support
     * @param high upper end, support..1
     */
    public record Support(String actor, String name, double support, double low, double high) {}

    /**
     * A number of people under the perspective.
     *
     * @param low the lowest that a trusted voice gives, null if none does
     * @param high the highest, null if open or unknown
     * @param best by the perspective's stated rule, null if no number is known
     */
    public record Figures(
            @Nullable Integer low,
            @Nullable Integer high,
            @Nullable Integer best) {}

    /**
     * What one statement contributed.
     *
     * @param actor for or against whom, by id; null for a toll or an occurrence
     * @param weight in log-odds: above 0 for, below 0 against, 0 where the perspective does not trust it
     * @param rule the policy's rule that gave the weight, for people
     */
    public record Reason(
            Assertion assertion,
            @Nullable LocalDate published,
            @Nullable String outlet,
            @Nullable String actor,
            double weight,
            String rule) {}
}
