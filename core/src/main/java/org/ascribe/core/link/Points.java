package org.ascribe.core.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the points that the second table keeps using stands for which place of the first, learned from the rows that are
 * likely the same: for the very point, and where that is rarely met, for the few and for the many kilometres around it.
 */
final class Points {

    /** Sides of the squares in degrees, from the very point outwards. */
    private static final double[] SQUARES = {0, 0.08, 0.35};

    private static final int COUNT_DAYS = 68;
    /** How many links the next larger square is worth. */
    private static final double STRENGTH = 3;
    /** How many days of counting the mean of all days is worth. */
    private static final double DAYS = 30;

    /** By row of the first table: number of its square, by size. */
    private final int[][] squareOf = new int[SQUARES.length][];
    /** By row of the second table: number of its point, -1 if no other row has it. */
    private final int[] pointOf;
    /** By row of the second table: share of the rows so placed that lie on its point, on one day. */
    private final double[] chance;

    private final Counts[] counts = new Counts[SQUARES.length];
    private final Counts[] nextCounts = new Counts[SQUARES.length];
    private final double[][] sums = new double[SQUARES.length][];
    private final double[][] nextSums = new double[SQUARES.length][];

    Points(Side a, Side b) {
        for (int s = 0; s < SQUARES.length; s++) {
            Map<List<Double>, Integer> numbers = new HashMap<>();
            squareOf[s] = new int[a.size];
            for (int i = 0; i < a.size; i++) {
                squareOf[s][i] =
                        numbers.computeIfAbsent(square(a.rows.get(i).spot(), SQUARES[s]), key -> numbers.size());
            }
            counts[s] = new Counts();
            nextCounts[s] = new Counts();
            sums[s] = new double[numbers.size()];
            nextSums[s] = new double[numbers.size()];
        }
        pointOf = new int[b.size];
        chance = new double[b.size];
        count(b);
    }

    private static List<Double> square(Row.@Nullable Spot spot, double side) {
        if (spot == null) {
            return List.of();
        }
        return side == 0
                ? List.of(spot.latitude(), spot.longitude())
                : List.of(Math.floor(spot.latitude() / side), Math.floor(spot.longitude() / side));
    }

    private void count(Side b) {
        Map<List<Double>, Integer> numbers = new HashMap<>();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        int[] rowsOf = new int[b.size];
        for (int k = 0; k < b.size; k++) {
            pointOf[k] = -1;
            if (b.isDated(k)) {
                first = Math.min(first, b.from[k]);
                last = Math.max(last, b.to[k]);
            }
            if (b.where[k] != Side.NOWHERE && b.where[k] % 2 == 1) {
                pointOf[k] = numbers.computeIfAbsent(square(b.rows.get(k).spot(), 0), key -> numbers.size());
                rowsOf[pointOf[k]]++;
            }
        }
        int[][] days = new int[numbers.size()][];
        Arrays.setAll(days, point -> new int[rowsOf[point]]);
        int[] filled = new int[days.length];
        for (int k = 0; k < b.size; k++) {
            if (pointOf[k] >= 0) {
                days[pointOf[k]][filled[pointOf[k]]++] = b.isDated(k) ? b.from[k] : Integer.MIN_VALUE;
            }
        }
        for (int[] ofPoint : days) {
            Arrays.sort(ofPoint);
        }
        for (int k = 0; k < b.size; k++) {
            if (pointOf[k] < 0 || !b.isDated(k)) {
                continue;
            }
            int[] ofPoint = days[pointOf[k]];
            int before = b.from[k] - Surroundings.MATCH_DAYS - 1;
            int after = b.to[k] + Surroundings.MATCH_DAYS + 1;
            int seen = between(ofPoint, b.from[k] - COUNT_DAYS, before) + between(ofPoint, after, b.to[k] + COUNT_DAYS);
            double exposure = Math.max(0, Math.min(before, last) - Math.max(b.from[k] - COUNT_DAYS, first) + 1)
                    + Math.max(0, Math.min(b.to[k] + COUNT_DAYS, last) - Math.max(after, first) + 1);
            double mean = ofPoint.length / (last - first + 1.0);
            chance[k] = (seen + DAYS * mean) / (exposure + DAYS) / b.of[b.where[k]];
        }
    }

    private static int between(int[] sorted, int from, int to) {
        return firstFrom(sorted, to + 1) - firstFrom(sorted, from);
    }

    private static int firstFrom(int[] sorted, int day) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How much likelier the second row's point is, on one day, if it stands for the place of the first; {@code unlearned} where nothing shows it. */
    double ratio(int rowA, int rowB, double own, double unlearned) {
        int point = pointOf[rowB];
        if (point < 0 || chance[rowB] == 0) {
            return unlearned;
        }
        double ratio = unlearned;
        for (int s = SQUARES.length - 1; s >= 0; s--) {
            int square = squareOf[s][rowA];
            ratio = (Math.max(0, counts[s].get(square, point) - own) / chance[rowB] + STRENGTH * ratio)
                    / (Math.max(0, sums[s][square] - own) + STRENGTH);
        }
        return ratio;
    }

    boolean isPoint(int rowB) {
        return pointOf[rowB] >= 0 && chance[rowB] > 0;
    }

    double chance(int rowB) {
        return chance[rowB];
    }

    void add(int rowA, int rowB, double probability) {
        int point = pointOf[rowB];
        if (point < 0) {
            return;
        }
        for (int s = 0; s < SQUARES.length; s++) {
            nextCounts[s].add(squareOf[s][rowA], point, probability);
            nextSums[s][squareOf[s][rowA]] += probability;
        }
    }

    void learn() {
        for (int s = 0; s < SQUARES.length; s++) {
            counts[s] = nextCounts[s];
            sums[s] = nextSums[s];
            nextCounts[s] = new Counts();
            nextSums[s] = new double[sums[s].length];
        }
    }
}
