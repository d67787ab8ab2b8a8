package org.ascribe.core.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How well two tolls agree, and how often a toll of the other table agrees as well by chance: 23 and 23 says more than 1 and 1. */
final class Tolls {

    private static final int EQUAL = 0;
    private static final int LEVELS = 5;
    private static final int SIZES = 5;
    private static final double[] PRIOR = {0.5, 0.25, 0.14, 0.07, 0.04};

    /** By row of the first table; -1 unknown. */
    private final int[] ofA;

    private final int[] ofB;
    private final List<Row.Toll> tollsOfA = new ArrayList<>();
    private final List<Row.Toll> tollsOfB = new ArrayList<>();
    private final double[][] logChance;
    private final int[] sizes;
    private final Levels levels;

    Tolls(Side a, Side b, Function<Row, Row.@Nullable Toll> toll) {
        ofA = numbers(a, toll, tollsOfA);
        ofB = numbers(b, toll, tollsOfB);
        int[] rowsWith = new int[tollsOfB.size()];
        for (int number : ofB) {
            if (number >= 0) {
                rowsWith[number]++;
            }
        }
        logChance = new double[tollsOfA.size()][LEVELS];
        sizes = new int[tollsOfA.size()];
        for (int i = 0; i < tollsOfA.size(); i++) {
            double[] chance = logChance[i];
            double all = 0;
            for (int k = 0; k < tollsOfB.size(); k++) {
                chance[level(tollsOfA.get(i), tollsOfB.get(k))] += rowsWith[k];
                all += rowsWith[k];
            }
            for (int k = 0; k < LEVELS; k++) {
                chance[k] = Math.log((chance[k] + 2.0 / LEVELS) / (all + 2));
            }
            sizes[i] = size(tollsOfA.get(i));
        }
        double[][] prior = new double[SIZES][];
        for (int s = 0; s < SIZES; s++) {
            prior[s] = PRIOR.clone();
        }
        levels = new Levels(prior, 20);
    }

    private static int[] numbers(Side side, Function<Row, Row.@Nullable Toll> toll, List<Row.Toll> tolls) {
        Map<Row.Toll, Integer> numbers = new HashMap<>();
        int[] of = new int[side.size];
        for (int i = 0; i < side.size; i++) {
            Row.Toll said = toll.apply(side.rows.get(i));
            if (said == null) {
                of[i] = -1;
                continue;
            }
            Integer number = numbers.get(said);
            if (number == null) {
                number = tolls.size();
                numbers.put(said, number);
                tolls.add(said);
            }
            of[i] = number;
        }
        return of;
    }

    private static int level(Row.Toll a, Row.Toll b) {
        if (a.best() == b.best()) {
            return EQUAL;
        }
        int less = Math.min(a.best(), b.best());
        int more = Math.max(a.best(), b.best());
        if (a.low() <= b.high() && b.low() <= a.high() || more - less <= 0.2 * more) {
            return 1;
        }
        if (more - less <= 1 || more <= 2 * less) {
            return 2;
        }
        return more - less <= 4 || more <= 4 * less ? 3 : 4;
    }

    private static int size(Row.Toll toll) {
        return toll.best() == 0 ? 0 : toll.best() == 1 ? 1 : toll.best() < 5 ? 2 : toll.best() < 13 ? 3 : 4;
    }

    /** How well they agree, to be given to the others, or -1 where either says nothing. */
    byte level(int rowA, int rowB) {
        int a = ofA[rowA];
        int b = ofB[rowB];
        return a < 0 || b < 0 ? -1 : (byte) level(tollsOfA.get(a), tollsOfB.get(b));
    }

    /** Natural logarithm of the likelihood ratio; 0 where either says nothing. */
    double weight(int rowA, int level) {
        return level < 0 ? 0 : levels.log(sizes[ofA[rowA]], level) - logChance[ofA[rowA]][level];
    }

    void add(int rowA, int level, double probability) {
        if (level >= 0) {
            levels.add(sizes[ofA[rowA]], level, probability);
        }
    }

    void learn() {
        levels.learn();
    }
}
