package org.ascribe.bench.findings;

import java.util.SplittableRandom;

/** Draws that simulated records are made of. */
public final class Draws {

    private Draws() {}

    /** @param mean 0 or more, below 700 */
    public static int poisson(SplittableRandom chance, double mean) {
        double limit = Math.exp(-mean);
        double product = chance.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= chance.nextDouble();
            count++;
        }
        return count;
    }

    public static int[] poisson(SplittableRandom chance, double mean, int months) {
        int[] counts = new int[months];
        for (int i = 0; i < months; i++) {
            counts[i] = poisson(chance, mean);
        }
        return counts;
    }

    /** As uneven as the variance of the rate over its squared mean: 1, where the rate itself is exponential. */
    public static int bursty(SplittableRandom chance, double mean) {
        return poisson(chance, -mean * Math.log1p(-chance.nextDouble()));
    }

    public static int binomial(SplittableRandom chance, int of, double share) {
        int count = 0;
        for (int i = 0; i < of; i++) {
            count += chance.nextDouble() < share ? 1 : 0;
        }
        return count;
    }
}
