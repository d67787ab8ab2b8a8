package org.ascribe.analyse.statistics;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Exact intervals for counts, shares and ratios of rates: they hold the truth at least as often as they say, however small the
 * numbers are. Level 0.95 is the usual; all levels lie in 0..1, exclusive.
 */
public final class ExactIntervals {

    private ExactIntervals() {}

    /**
     * For the mean of a Poisson count.
     *
     * @see <a href="https://doi.org/10.1093/biomet/28.3-4.437">Garwood 1936</a>
     */
    public static Interval garwood(int count, double level) {
        mustBe(count >= 0, "a count is 0 or more, got ", count);
        double tail = (1 - level) / 2;
        double low = count == 0 ? 0 : new GammaDistribution(count, 1).inverseCumulativeProbability(tail);
        double high = new GammaDistribution(count + 1.0, 1).inverseCumulativeProbability(1 - tail);
        return new Interval(low, high);
    }

    /**
     * For the share behind {@code count} of {@code of}.
     *
     * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson 1934</a>
     */
    public static Interval share(int count, int of, double level) {
        mustBe(count >= 0 && count <= of, "a share needs 0 <= count <= " + of + ", got ", count);
        double tail = (1 - level) / 2;
        double low = count == 0 ? 0 : new BetaDistribution(count, of - count + 1.0).inverseCumulativeProbability(tail);
        double high =
                count == of ? 1 : new BetaDistribution(count + 1.0, of - count).inverseCumulativeProbability(1 - tail);
        return new Interval(low, high);
    }

    /**
     * For the rate of one Poisson count over that of another, given what both add up to; 0..infinity where both are 0.
     *
     * @param exposure days, months or whatever the count was taken over, above 0; {@code baseExposure} in the same unit
     * @see <a href="https://doi.org/10.1093/biomet/31.3-4.313">Przyborowski and Wilenski 1940</a>
     */
    public static Interval rateRatio(int count, double exposure, int baseCount, double baseExposure, double level) {
        mustBe(exposure > 0 && baseExposure > 0, "an exposure lies above 0, got ", Math.min(exposure, baseExposure));
        Interval share = share(count, count + baseCount, level);
        return new Interval(odds(share.low()) * baseExposure / exposure, odds(share.high()) * baseExposure / exposure);
    }

    private static double odds(double share) {
        return share >= 1 ? Double.POSITIVE_INFINITY : share / (1 - share);
    }

    private static void mustBe(boolean fine, String what, Number got) {
        if (!fine) {
            throw new IllegalArgumentException(what + got);
        }
    }
}
