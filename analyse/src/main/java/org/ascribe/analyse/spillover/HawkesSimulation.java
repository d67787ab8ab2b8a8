package org.ascribe.analyse.spillover;

import java.util.random.RandomGenerator;

/** Counts a day drawn from a process with known parameters, to see whether {@link DailyHawkes} finds them again. */
public final class HawkesSimulation {

    private final double[] background;
    private final double[][] offspring;
    private final double meanLag;

    /**
     * @param background incidents a day of each component that nothing brings about
     * @param offspring in row {@code i}, column {@code j}: incidents of {@code i} that one of {@code j} brings about
     * @param meanLag days, 1 or more, of all
     */
    public HawkesSimulation(double[] background, double[][] offspring, double meanLag) {
        this.background = background.clone();
        this.offspring = offspring.clone();
        this.meanLag = meanLag;
    }

    /** One row a component. The first 400 days are run and thrown away, so that the process has forgotten its beginning. */
    public int[][] counts(int days, RandomGenerator random) {
        int runUp = 400;
        double stay = 1 - 1 / meanLag;
        double[] pull = new double[background.length];
        int[][] counts = new int[background.length][days];
        int[] today = new int[background.length];
        for (int day = -runUp; day < days; day++) {
            for (int i = 0; i < background.length; i++) {
                double mean = background[i];
                for (int j = 0; j < background.length; j++) {
                    mean += offspring[i][j] * pull[j];
                }
                today[i] = poisson(mean, random);
                if (day >= 0) {
                    counts[i][day] = today[i];
                }
            }
            for (int i = 0; i < background.length; i++) {
                pull[i] = stay * pull[i] + (1 - stay) * today[i];
            }
        }
        return counts;
    }

    /**
     * Counts a day of the same process in continuous time, where incidents of one day may bring about each other: each
     * incident's offspring come after exponential waits of the mean lag.
     */
    public int[][] countsOfContinuousTime(int days, RandomGenerator random) {
        int[][] counts = new int[background.length][days];
        java.util.ArrayDeque<double[]> waiting = new java.util.ArrayDeque<>();
        double runUp = 400;
        for (int i = 0; i < background.length; i++) {
            int many = poisson(background[i] * (days + runUp), random);
            for (int n = 0; n < many; n++) {
                waiting.add(new double[] {i, random.nextDouble() * (days + runUp) - runUp});
            }
        }
        while (!waiting.isEmpty()) {
            double[] incident = waiting.poll();
            if (incident[1] >= days) {
                continue;
            }
            int from = (int) incident[0];
            if (incident[1] >= 0) {
                counts[from][(int) incident[1]]++;
            }
            for (int i = 0; i < background.length; i++) {
                int many = poisson(offspring[i][from], random);
                for (int n = 0; n < many; n++) {
                    waiting.add(new double[] {i, incident[1] - meanLag * Math.log(1 - random.nextDouble())});
                }
            }
        }
        return counts;
    }

    private static int poisson(double mean, RandomGenerator random) {
        if (mean > 30) {
            return poisson(mean / 2, random) + poisson(mean / 2, random);
        }
        double floor = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > floor; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
