package org.ascribe.analyse.outlook;

import java.util.Arrays;

/**
 * Scores of a forecast given as equally likely draws, as the VIEWS prediction challenge computes them; lower is better.
 * Source: Hegre et al. 2025, The 2023/24 VIEWS Prediction Challenge, Journal of Peace Research.
 */
public final class Scores {

    /** The level of the interval whose score VIEWS publishes: its code passes 0.9. */
    public static final double VIEWS_LEVEL = 0.9;

    private static final double[] BINS = {0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5};

    private Scores() {}

    /**
     * Continuous ranked probability score: mean distance of the draws to the outcome less half their mean distance to each
     * other, in fatalities.
     *
     * @param draws ascending, at least one
     */
    public static double crps(double[] draws, double outcome) {
        int n = draws.length;
        double toOutcome = 0;
        double toEachOther = 0;
        for (int i = 0; i < n; i++) {
            toOutcome += Math.abs(draws[i] - outcome);
            toEachOther += draws[i] * (2.0 * i - n + 1);
        }
        return toOutcome / n - toEachOther / n / n;
    }

    /**
     * Interval score: the width of the central interval, and what the outcome lies outside of it times two by the
     * probability outside.
     *
     * @param draws ascending, at least one
     * @param level the probability inside, between 0 and 1
     */
    public static double interval(double[] draws, double outcome, double level) {
        double outside = 1 - level;
        double low = quantile(draws, outside / 2);
        double high = quantile(draws, 1 - outside / 2);
        return high - low + 2 / outside * (Math.max(0, low - outcome) + Math.max(0, outcome - high));
    }

    /**
     * Ignorance: bits by which the outcome surprises, in the eleven bins from 0, 0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5,
     * 250.5, 500.5 and 1000.5, after one more draw in each. Depends on the number of draws: compare equal numbers.
     */
    public static double ignorance(double[] draws, double outcome) {
        int bin = bin(outcome);
        int in = 1;
        for (double draw : draws) {
            if (bin(draw) == bin) {
                in++;
            }
        }
        return -Math.log(in / (double) (draws.length + BINS.length)) / Math.log(2);
    }

    /** Linear between the draws, as in NumPy; {@code probability} 0..1, draws ascending. */
    public static double quantile(double[] draws, double probability) {
        double at = probability * (draws.length - 1);
        int below = Math.min((int) at, draws.length - 1);
        int above = Math.min(below + 1, draws.length - 1);
        return draws[below] + (at - below) * (draws[above] - draws[below]);
    }

    private static int bin(double value) {
        int found = Arrays.binarySearch(BINS, value);
        return found >= 0 ? found : -found - 2;
    }
}
