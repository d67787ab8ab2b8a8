package org.ascribe.analyse.escalation;

import java.util.Arrays;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/**
 * How surprising the last month of a series is after the months before it.
 *
 * <p>Without bursts the probability is that of a gamma-Poisson prediction with a flat prior on the rate, which is the same number
 * as the exact conditional test of two Poisson counts (Przyborowski and Wilenski 1940): at a steady rate it is at most p in a share
 * p of all months, however sparse the series. With bursts the months are negative binomial around the rate, as uneven as the
 * series are on the whole, since a sparse one cannot show how uneven it is.
 */
public final class MonthSurprise {

    private static final int GRID = 80;

    private final double unevenness;

    /** @param unevenness the variance of the rate from month to month over its squared mean, 0 or more; 0 for Poisson counts */
    public MonthSurprise(double unevenness) {
        if (!(unevenness >= 0)) {
            throw new IllegalArgumentException("the unevenness of months is 0 or more, got " + unevenness);
        }
        this.unevenness = unevenness;
    }

    /**
     * As uneven as these series are on the whole: by moments, each series with the weight of its squared mean, never below 0.
     *
     * @param baselines months before the one in question, at least two in each
     */
    public static MonthSurprise of(Iterable<int[]> baselines) {
        double excess = 0;
        double squares = 0;
        for (int[] counts : baselines) {
            int n = counts.length;
            double sum = Arrays.stream(counts).sum();
            double mean = sum / n;
            double variance = Arrays.stream(counts)
                            .mapToDouble(count -> (count - mean) * (count - mean))
                            .sum()
                    / (n - 1);
            excess += variance - mean;
            // unbiased for the squared mean of Poisson counts
            squares += Math.max(0, mean * mean - mean / n);
        }
        return new MonthSurprise(squares > 0 ? Math.max(0, excess / squares) : 0);
    }

    public double unevenness() {
        return unevenness;
    }

    /** What the months before let expect: their mean. */
    public static double expected(int[] before) {
        return (double) Arrays.stream(before).sum() / before.length;
    }

    /** That a month after these has so many incidents or more by chance. */
    public double probability(int[] before, int count) {
        if (count == 0) {
            return 1;
        }
        int sum = Arrays.stream(before).sum();
        int n = before.length;
        double poisson = Beta.regularizedBeta(1.0 / (n + 1), count, sum + 1.0);
        if (unevenness < 1e-3) {
            return poisson;
        }
        // the rate on a grid of its logarithm, wide enough for the flat prior to be of no weight at its ends
        double size = 1 / unevenness;
        double centre = Math.log((sum + 1.0) / n);
        double width = 8 * Math.sqrt(1.0 / (sum + 1.0) + unevenness / n) + 2;
        double[] logs = new double[GRID + 1];
        double[] tails = new double[GRID + 1];
        double most = Double.NEGATIVE_INFINITY;
        int[] byCount = new int[Arrays.stream(before).max().orElse(0) + 1];
        Arrays.stream(before).forEach(each -> byCount[each]++);
        double[] constant = new double[byCount.length];
        for (int each = 0; each < byCount.length; each++) {
            constant[each] = Gamma.logGamma(each + size) - Gamma.logGamma(size);
        }
        for (int i = 0; i <= GRID; i++) {
            double logRate = centre - width + 2 * width * i / GRID;
            double rate = Math.exp(logRate);
            double share = rate / (rate + size);
            // a flat prior on the rate is its own value on the scale of its logarithm
            double log = logRate;
            for (int each = 0; each < byCount.length; each++) {
                if (byCount[each] > 0) {
                    log += byCount[each] * (constant[each] + size * Math.log1p(-share) + each * Math.log(share));
                }
            }
            logs[i] = log;
            most = Math.max(most, log);
            tails[i] = Beta.regularizedBeta(share, count, size);
        }
        double sumOfWeights = 0;
        double tail = 0;
        for (int i = 0; i <= GRID; i++) {
            double weight = Math.exp(logs[i] - most);
            sumOfWeights += weight;
            tail += weight * tails[i];
        }
        // a burst makes a high month less of a surprise, never more
        return Math.max(poisson, tail / sumOfWeights);
    }
}
