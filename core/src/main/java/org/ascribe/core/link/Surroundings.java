package org.ascribe.core.link;

import java.util.Arrays;

/**
 * How often, on a day that has nothing to do with it, a row of the other table lies as near as that: counted for each row in
 * the weeks before and after those in which its own match can be. Nearness in a quiet valley says much, in a capital little.
 */
final class Surroundings {

    /** Upper ends, in kilometres; the last ring is for rows of which one has no point. */
    private static final double[] RINGS = {0.3, 0.7, 1.5, 3, 5, 8, 12, 16, 22, 30, 45, 70, 120};

    static final int NO_DISTANCE = RINGS.length + 1;
    static final int RING_COUNT = RINGS.length + 2;
    /** A match is looked for so many days around. */
    static final int MATCH_DAYS = 7;

    private static final int COUNT_DAYS = 68;
    private static final int CLOSE_DAYS = 2;
    private static final int FAR_DAYS = 30;
    private static final int CLOSE_RING = 7;
    private static final double[] ENDS =
            Arrays.stream(RINGS).map(Near::chordSquared).toArray();
    private static final double[][] REACH = reach();
    private static final int PRECISIONS = Side.NOWHERE + 1;
    /** How many days of counting the mean of all rows is worth. */
    private static final double STRENGTH = 30;

    private final Side a;
    private final Side b;
    private final float[] countsA;
    private final float[] countsB;
    private final double[] exposureA;
    private final double[] exposureB;
    private final double[] meanA = new double[PRECISIONS * RING_COUNT];
    private final double[] meanB = new double[PRECISIONS * RING_COUNT];

    Surroundings(Side a, Side b, Near nearB, Text text) {
        this.a = a;
        this.b = b;
        countsA = new float[a.size * PRECISIONS * RING_COUNT];
        countsB = new float[b.size * PRECISIONS * RING_COUNT];
        long[] seen = {0};
        for (int i = 0; i < a.size; i++) {
            int row = i;
            nearB.visit(a, row, COUNT_DAYS, other -> {
                int ring = ring(a, row, b, other);
                if (ring < 0) {
                    return;
                }
                if (Math.abs(Near.gap(a, row, b, other)) <= MATCH_DAYS) {
                    return;
                }
                countsA[at(row, b.where[other], ring)]++;
                countsB[at(other, a.where[row], ring)]++;
                if (ring <= CLOSE_RING || ring == NO_DISTANCE) {
                    seen[0]++;
                    // one in so many, fewer and fewer, spread over all rows
                    if (seen[0] < 2000 || seen[0] % 97 == 0 && seen[0] < 4_000_000) {
                        text.addChance(row, other);
                    }
                }
            });
        }
        text.learnChance();
        exposureA = exposure(a, b);
        exposureB = exposure(b, a);
        mean(a, countsA, exposureA, meanA);
        mean(b, countsB, exposureB, meanB);
    }

    private static double[][] reach() {
        double[][] reach = new double[Side.NOWHERE][Side.NOWHERE];
        for (int p = 0; p < Side.NOWHERE; p++) {
            for (int q = 0; q < Side.NOWHERE; q++) {
                reach[p][q] = Near.chordSquared(Near.reach(p, q));
            }
        }
        return reach;
    }

    /** The ring in which two rows lie to each other, or -1 beyond reach. */
    static int ring(Side a, int i, Side b, int k) {
        if (a.where[i] == Side.NOWHERE || b.where[k] == Side.NOWHERE) {
            return NO_DISTANCE;
        }
        double chord = Near.chordSquared(a, i, b, k);
        if (chord > REACH[a.where[i]][b.where[k]]) {
            return -1;
        }
        int ring = 0;
        while (ring < ENDS.length && chord > ENDS[ring]) {
            ring++;
        }
        return ring;
    }

    /** Outer end of a ring in kilometres. */
    static double end(int ring) {
        return ring < RINGS.length ? RINGS[ring] : 300;
    }

    private static int at(int row, int precision, int ring) {
        return (row * PRECISIONS + precision) * RING_COUNT + ring;
    }

    /** Days of counting that lie within the other table's time. */
    private static double[] exposure(Side side, Side other) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int k = 0; k < other.size; k++) {
            if (other.isDated(k)) {
                first = Math.min(first, other.from[k]);
                last = Math.max(last, other.to[k]);
            }
        }
        double[] exposure = new double[side.size];
        for (int i = 0; i < side.size; i++) {
            if (side.isDated(i) && first <= last) {
                exposure[i] = overlap(side.from[i] - COUNT_DAYS, side.from[i] - MATCH_DAYS - 1, first, last)
                        + overlap(side.to[i] + MATCH_DAYS + 1, side.to[i] + COUNT_DAYS, first, last);
            }
        }
        return exposure;
    }

    private static double overlap(int from, int to, int first, int last) {
        return Math.max(0, Math.min(to, last) - Math.max(from, first) + 1);
    }

    private static void mean(Side side, float[] counts, double[] exposure, double[] mean) {
        double days = Arrays.stream(exposure).sum();
        for (int precision = 0; precision < PRECISIONS; precision++) {
            for (int ring = 0; ring < RING_COUNT; ring++) {
                double sum = 0;
                for (int i = 0; i < side.size; i++) {
                    sum += counts[at(i, precision, ring)];
                }
                // where nothing was counted, half of one row in all
                mean[precision * RING_COUNT + ring] = (sum + 0.5) / (days + STRENGTH);
            }
        }
    }

    /**
     * The chance that a row of the other table, taken at random among those that are so placed, lies in this ring around the
     * row on one given day.
     */
    double share(int row, int where, int ring, boolean first) {
        float[] counts = first ? countsA : countsB;
        double[] exposure = first ? exposureA : exposureB;
        double[] mean = first ? meanA : meanB;
        double perDay = (counts[at(row, where, ring)] + STRENGTH * mean[where * RING_COUNT + ring])
                / (exposure[row] + STRENGTH);
        return perDay / Math.max(1, (first ? b : a).of[where]);
    }

    /** The same for any row: the mean of what the two tables say. */
    double meanShare(int whereA, int whereB, int ring) {
        return Math.sqrt(meanA[whereB * RING_COUNT + ring]
                / Math.max(1, b.of[whereB])
                * meanB[whereA * RING_COUNT + ring]
                / Math.max(1, a.of[whereA]));
    }

    /**
     * Natural logarithm of the chance that two rows lie in this ring on one given day: the mean of what the surroundings of
     * the one and of the other say.
     */
    double logChance(int rowA, int rowB, int ring) {
        return 0.5 * Math.log(share(rowA, b.where[rowB], ring, true) * share(rowB, a.where[rowA], ring, false));
    }

    /**
     * How many times more often two rows of one table lie within some kilometres and two days of each other than on other
     * days of those weeks: violence comes in bursts, so that a second row close by is no sign that both are of one incident.
     */
    static double crowding(Side side, Near near) {
        double[] counts = new double[2];
        double[] days = new double[2];
        for (int i = 0; i < side.size; i++) {
            int row = i;
            near.visit(side, row, FAR_DAYS, other -> {
                if (other == row || side.days(row) > 1 || side.days(other) > 1) {
                    return;
                }
                int ring = ring(side, row, side, other);
                if (ring >= 0 && ring <= CLOSE_RING) {
                    int gap = Math.abs(Near.gap(side, row, side, other));
                    if (gap <= CLOSE_DAYS) {
                        counts[0]++;
                    } else if (gap > MATCH_DAYS) {
                        counts[1]++;
                    }
                }
            });
        }
        return (counts[0] + 1) / (2 * CLOSE_DAYS + 1) / ((counts[1] + 1) / (2.0 * (FAR_DAYS - MATCH_DAYS)));
    }
}
