package org.ascribe.analyse.spillover;

import java.time.LocalDate;

/**
 * How far an actor's incidents in one country are followed by incidents of the same actor in its neighbour.
 *
 * @param actor its id
 * @param from ISO 3166-1 alpha-2, where the incidents are that are held to bring about others
 * @param into where these others are
 * @param first first day that was looked at, inclusive
 * @param last last day, inclusive
 * @param incidentsFrom known to the day, in {@code from}
 * @param incidentsInto known to the day, in {@code into}
 * @param undated incidents of the actor in both that are not known to the day, left out
 * @param across incidents in {@code into} that one in {@code from} brings about
 * @param within incidents in {@code into} that one there brings about
 * @param meanLag days after which they come in the mean
 * @param share of the incidents in {@code into}, that the fit puts down to {@code from}, 0..1
 * @param likelihoodRatio twice the gain in log-likelihood by {@code across}
 * @param p probability of such a gain or a greater one without spillover
 * @param tests pairs of countries that were tested together
 * @param adjusted {@code p} with regard to these, after Holm
 * @param goodness whether the fit accounts for when the incidents in {@code into} came
 */
public record Spillover(
        String actor,
        String from,
        String into,
        LocalDate first,
        LocalDate last,
        int incidentsFrom,
        int incidentsInto,
        int undated,
        Estimate across,
        Estimate within,
        double meanLag,
        double share,
        double likelihoodRatio,
        double p,
        int tests,
        double adjusted,
        DailyHawkes.Goodness goodness) {

    /** A mean number of incidents with its 95 % interval. */
    public record Estimate(double value, double low, double high) {}

    Spillover amongTests(int number, double corrected) {
        return new Spillover(
                actor,
                from,
                into,
                first,
                last,
                incidentsFrom,
                incidentsInto,
                undated,
                across,
                within,
                meanLag,
                share,
                likelihoodRatio,
                p,
                number,
                corrected,
                goodness);
    }
}
