package org.ascribe.core.link;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What it says that two rows lie as near as they do. Two ways of placing are told apart, and how often each is met is
 * learned for each pair of precisions: the second table puts the incident near its true place, in a direction of its own; or
 * at one of the points that it uses around there, such as the middle of the province, the likelier the nearer. In the
 * first, a distance counts as much as few rows lie that far away; in the second, it counts against the other points in use.
 */
final class Places {

    private static final int RINGS = Surroundings.RING_COUNT;
    private static final int WHERES = Side.NOWHERE + 1;
    private static final double STRENGTH = 20;

    private final Side a;
    private final Side b;
    private final Surroundings surroundings;
    private final Levels distances;
    /** By pair of {@link Side#where}: how much likelier a point in use in this ring is chosen than one further away. */
    private final double[][] pull = new double[WHERES * WHERES][RINGS];

    private final double[] chosenShare = new double[WHERES * WHERES];
    private final double[][] observed = new double[WHERES * WHERES][RINGS];
    private final double[][] expected = new double[WHERES * WHERES][RINGS];
    private final double[] chosen = new double[WHERES * WHERES];
    private final double[] all = new double[WHERES * WHERES];
    /** By row and {@link Side#where} of the other: the pull of all points in use around it, on one day. */
    private final double[] pullA;

    private final double[] pullB;
    /** The same, as what is divided by it: one over its root. */
    private final double[] rootA;

    private final double[] rootB;
    /** By row and {@link Side#where} of the other: what the links of the row were chosen by, over {@link #pullA}. */
    private final double[] chosenA;

    private final double[] chosenB;

    Places(Side a, Side b, Surroundings surroundings, double[][] prior) {
        this.a = a;
        this.b = b;
        this.surroundings = surroundings;
        distances = new Levels(prior, STRENGTH);
        pullA = new double[a.size * WHERES];
        pullB = new double[b.size * WHERES];
        rootA = new double[a.size * WHERES];
        rootB = new double[b.size * WHERES];
        chosenA = new double[a.size * WHERES];
        chosenB = new double[b.size * WHERES];
        for (int p = 0; p < WHERES; p++) {
            for (int q = 0; q < WHERES; q++) {
                int pair = p * WHERES + q;
                chosenShare[pair] = Math.max(p, q) == Side.NOWHERE ? 0 : 0.5;
                for (int ring = 0; ring < RINGS; ring++) {
                    pull[pair][ring] = prior[pair][ring] / surroundings.meanShare(p, q, ring);
                }
            }
        }
        refresh();
    }

    private void refresh() {
        IntStream.range(0, a.size).parallel().forEach(i -> {
            for (int q = 0; q < WHERES; q++) {
                int at = i * WHERES + q;
                pullA[at] = b.of[q] == 0 ? 0 : pulls(pull[a.where[i] * WHERES + q], i, q, true);
                rootA[at] = 1 / Math.sqrt(pullA[at]);
            }
        });
        IntStream.range(0, b.size).parallel().forEach(k -> {
            for (int p = 0; p < WHERES; p++) {
                int at = k * WHERES + p;
                pullB[at] = a.of[p] == 0 ? 0 : pulls(pull[p * WHERES + b.where[k]], k, p, false);
                rootB[at] = 1 / Math.sqrt(pullB[at]);
            }
        });
    }

    private double pulls(double[] ofPair, int row, int where, boolean first) {
        double sum = 0;
        for (int ring = 0; ring < Surroundings.NO_DISTANCE; ring++) {
            sum += ofPair[ring] * surroundings.share(row, where, ring, first);
        }
        return sum;
    }

    private int pair(int rowA, int rowB) {
        return a.where[rowA] * WHERES + b.where[rowB];
    }

    private double free(int pair, int ring, double chance) {
        return (1 - chosenShare[pair]) * distances.share(pair, ring) / chance;
    }

    private double chosen(int pair, int rowA, int rowB, int ring) {
        return chosenShare[pair] == 0 ? 0 : chosenShare[pair] * pulled(rowA, rowB, ring);
    }

    /** How much likelier a point in use is chosen for the place of the first row than any day lets expect, by nearness alone. */
    double pulled(int rowA, int rowB, int ring) {
        return pull[pair(rowA, rowB)][ring]
                * rootA[rowA * WHERES + b.where[rowB]]
                * rootB[rowB * WHERES + a.where[rowA]];
    }

    /** @param chance of {@link Surroundings#chance}; the result holds for one day */
    double weight(int rowA, int rowB, int ring, double chance) {
        int pair = pair(rowA, rowB);
        return Math.log(free(pair, ring, chance) + chosen(pair, rowA, rowB, ring));
    }

    void add(int rowA, int rowB, int ring, double chance, double probability) {
        int pair = pair(rowA, rowB);
        double free = free(pair, ring, chance);
        double choice = chosen(pair, rowA, rowB, ring);
        double share = probability * choice / (free + choice);
        distances.add(pair, ring, probability - share);
        chosen[pair] += share;
        all[pair] += probability;
        if (share < 1e-4) {
            return;
        }
        observed[pair][ring] += share;
        int atA = rowA * WHERES + b.where[rowB];
        int atB = rowB * WHERES + a.where[rowA];
        chosenA[atA] += share / 2 / pullA[atA];
        chosenB[atB] += share / 2 / pullB[atB];
    }

    private void expect(double[] chosen, int row, int where, int pair, boolean first) {
        int at = row * WHERES + where;
        if (chosen[at] == 0) {
            return;
        }
        for (int ring = 0; ring < Surroundings.NO_DISTANCE; ring++) {
            expected[pair][ring] += pull[pair][ring] * chosen[at] * surroundings.share(row, where, ring, first);
        }
        chosen[at] = 0;
    }

    void learn() {
        distances.learn();
        for (int where = 0; where < WHERES; where++) {
            for (int i = 0; i < a.size; i++) {
                expect(chosenA, i, where, a.where[i] * WHERES + where, true);
            }
            for (int k = 0; k < b.size; k++) {
                expect(chosenB, k, where, where * WHERES + b.where[k], false);
            }
        }
        for (int pair = 0; pair < pull.length; pair++) {
            if (all[pair] == 0) {
                continue;
            }
            chosenShare[pair] = (chosen[pair] + STRENGTH / 2) / (all[pair] + STRENGTH);
            for (int ring = 0; ring < Surroundings.NO_DISTANCE; ring++) {
                pull[pair][ring] *= (observed[pair][ring] + 2) / (expected[pair][ring] + 2);
            }
            Arrays.fill(observed[pair], 0);
            Arrays.fill(expected[pair], 0);
            chosen[pair] = 0;
            all[pair] = 0;
        }
        for (int pair = 0; pair < chosenShare.length; pair++) {
            if (pair / WHERES == Side.NOWHERE || pair % WHERES == Side.NOWHERE) {
                chosenShare[pair] = 0;
            }
        }
        refresh();
    }
}
