package org.ascribe.core.link;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.stream.IntStream;

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
    private static final int PRECISIONS = Side.NOWHERE + 1;
    /** How many days of counting the mean of all rows is worth. */
    private static final double STRENGTH = 30;
    /** How many pairs of other weeks are looked at for their texts, and of how many rows. */
    private static final int SAMPLES = 60_000;

    private static final int SAMPLED_ROWS = 2_000;
    private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(int[].class);

    private final Side a;
    private final Side b;
    private final int[] countsA;
    private final int[] countsB;
    private final double[] exposureA;
    private final double[] exposureB;
    private final double[] meanA = new double[PRECISIONS * RING_COUNT];
    private final double[] meanB = new double[PRECISIONS * RING_COUNT];

    Surroundings(Side a, Side b, Near nearB, Text text) {
        this.a = a;
        this.b = b;
        countsA = new int[a.size * PRECISIONS * RING_COUNT];
        countsB = new int[b.size * PRECISIONS * RING_COUNT];
        // counts are whole numbers, so that the order of the threads does not matter
        IntStream.range(0, a.size)
                .parallel()
                .forEach(row -> nearB.visit(a, row, COUNT_DAYS, (other, gap, chord) -> {
                    if (Math.abs(gap) > MATCH_DAYS) {
                        int ring = ring(chord);
                        countsA[at(row, b.where[other], ring)]++;
                        COUNT.getAndAdd(countsB, at(other, a.where[row], ring), 1);
                    }
                }));
        if (text.isThere()) {
            sample(a, nearB, text);
        }
        exposureA = exposure(a, b);
        exposureB = exposure(b, a);
        mean(a, countsA, exposureA, meanA);
        mean(b, countsB, exposureB, meanB);
    }

    /** Pairs that are close by but weeks apart: how alike the texts of two incidents are there. */
    private static void sample(Side a, Near nearB, Text text) {
        int[] left = {SAMPLES};
        int step = Math.max(1, a.size / SAMPLED_ROWS);
        for (int i = 0; i < a.size && left[0] > 0; i += step) {
            int row = i;
            nearB.visit(a, row, COUNT_DAYS, (other, gap, chord) -> {
                int ring = ring(chord);
                if (Math.abs(gap) > MATCH_DAYS && (ring <= CLOSE_RING || ring == NO_DISTANCE) && left[0] > 0) {
                    left[0]--;
                    text.addChance(row, other);
                }
            });
        }
        text.learnChance();
    }

    /** The ring of a square of the chord, which is negative where a row has no point. */
    static int ring(double chordSquared) {
        if (chordSquared < 0) {
            return NO_DISTANCE;
        }
        int ring = ENDS.length;
        while (ring > 0 && chordSquared <= ENDS[ring - 1]) {
            ring--;
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

    private static void mean(Side side, int[] counts, double[] exposure, double[] mean) {
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
        int[] counts = first ? countsA : countsB;
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
     * The chance that two rows lie in this ring on one given day: the mean of what the surroundings of the one and of the other
     * say.
     */
    double chance(int rowA, int rowB, int ring) {
        return Math.sqrt(share(rowA, b.where[rowB], ring, true) * share(rowB, a.where[rowA], ring, false));
    }

    /**
     * How many times more often two rows of one table lie within some kilometres and two days of each other than on other
     * days of those weeks: violence comes in bursts, so that a second row close by is no sign that both are of one incident.
     */
    static double crowding(Side side, Near near) {
        long[] counts = IntStream.range(0, side.size)
                .parallel()
                .filter(row -> side.isDated(row) && side.days(row) == 1)
                .mapToObj(row -> {
                    long[] seen = new long[2];
                    near.visit(side, row, FAR_DAYS, RINGS[CLOSE_RING], (other, gap, chord) -> {
                        if (other == row || side.days(other) > 1 || chord < 0) {
                            return;
                        }
                        if (Math.abs(gap) <= CLOSE_DAYS) {
                            seen[0]++;
                        } else if (Math.abs(gap) > MATCH_DAYS) {
                            seen[1]++;
                        }
                    });
                    return seen;
                })
                .reduce(new long[2], (one, two) -> new long[] {one[0] + two[0], one[1] + two[1]});
        return (counts[0] + 1.0) / (2 * CLOSE_DAYS + 1) / ((counts[1] + 1.0) / (2.0 * (FAR_DAYS - MATCH_DAYS)));
    }
}
