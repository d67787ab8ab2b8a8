package org.ascribe.analyse.relations;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Trials in groups, each group with its own chance, all with their odds raised or lowered by one common factor: the factor, an
 * exact interval and an exact test. In group {@code i} each of {@code n} trials succeeds with odds {@code factor * odds(i)}; the
 * number of all successes is then sufficient for the factor, and its distribution, a sum of binomial ones, is worked out exactly.
 * Interval and test count the observed number by half (mid-p), as Clopper and Pearson's do not, so that they hold what they say
 * in the mean instead of more. With one group of even chance the interval is the mid-p interval of a binomial odds.
 *
 * @see <a href="https://doi.org/10.1002/0470114754">Agresti 2007, section 1.4 on the mid-p</a>
 */
final class CommonOdds {

    private static final double ENDS = 40;

    private final int[] trials;
    private final double[] logOdds;
    private final int successes;
    private final int all;

    /** One group of trials. @param odds by chance, above 0 and finite */
    record Group(int trials, double odds) {}

    CommonOdds(List<Group> groups, int successes) {
        trials = groups.stream().mapToInt(Group::trials).toArray();
        logOdds = groups.stream().mapToDouble(group -> Math.log(group.odds())).toArray();
        this.successes = successes;
        all = Arrays.stream(trials).sum();
        if (successes < 0 || successes > all) {
            throw new IllegalArgumentException("successes are 0 to all " + all + " trials, got " + successes);
        }
    }

    /** Successes by chance alone. */
    double expected() {
        return expected(0);
    }

    /** The likeliest factor: 0 with no success, infinite with nothing else. */
    double factor() {
        if (successes == 0) {
            return 0;
        }
        if (successes == all) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.exp(root(log -> expected(log) - successes));
    }

    /** The factors that a test on either side at half of {@code 1 - level} would not refuse. */
    double[] interval(double level) {
        double tail = (1 - level) / 2;
        double low = successes == 0 ? 0 : Math.exp(root(log -> tails(log)[1] - tail));
        double high = successes == all ? Double.POSITIVE_INFINITY : Math.exp(root(log -> tail - tails(log)[0]));
        return new double[] {low, high};
    }

    /** Probability of a number as far off as this by chance alone: twice the smaller tail, at most 1. */
    double pValue() {
        double[] tails = tails(0);
        return Math.min(1, 2 * Math.min(tails[0], tails[1]));
    }

    private double expected(double logFactor) {
        double expected = 0;
        for (int i = 0; i < trials.length; i++) {
            expected += trials[i] / (1 + Math.exp(-logFactor - logOdds[i]));
        }
        return expected;
    }

    /** Of fewer and of more successes, the observed number by half in each. */
    private double[] tails(double logFactor) {
        double[] shares = {1};
        int first = 0;
        for (int i = 0; i < trials.length; i++) {
            double chance = 1 / (1 + Math.exp(-logFactor - logOdds[i]));
            for (int n = 0; n < trials[i]; n++) {
                double[] next = new double[shares.length + 1];
                for (int k = 0; k < shares.length; k++) {
                    next[k] += shares[k] * (1 - chance);
                    next[k + 1] += shares[k] * chance;
                }
                // what cannot show in the result is cut off, so that thousands of trials cost little
                int from = 0;
                int to = next.length;
                while (next[from] < 1e-20) {
                    from++;
                }
                while (next[to - 1] < 1e-20) {
                    to--;
                }
                first += from;
                shares = Arrays.copyOfRange(next, from, to);
            }
        }
        double fewer = 0;
        double more = 0;
        for (int k = 0; k < shares.length; k++) {
            int number = first + k;
            fewer += number < successes ? shares[k] : number == successes ? shares[k] / 2 : 0;
            more += number > successes ? shares[k] : number == successes ? shares[k] / 2 : 0;
        }
        return new double[] {fewer, more};
    }

    private static double root(UnivariateFunction rising) {
        return new BrentSolver(1e-9, 1e-9).solve(500, rising, -ENDS, ENDS);
    }
}
