package org.ascribe.core.link;

import java.util.Arrays;

/**
 * Where the second table puts what was at the place of a row of the first: near it, on any spot, so that the innermost ring is
 * a small target and the outer ones are wide; or on a point that it keeps using for that place ({@link Points}). {@link Places}
 * says whether a row has its like around there at all; this tells which of those around it is.
 */
final class Placing {

    private static final int RINGS = Surroundings.RING_COUNT;
    private static final int WHERES = Side.NOWHERE + 1;
    private static final double STRENGTH = 20;
    /** Area of the innermost ring by that of each. */
    private static final double[] THINNING = thinning();

    private final Side a;
    private final Side b;
    private final Places places;
    private final Points points;
    private final Levels distances;
    /** By pair of {@link Side#where}: how often a point in use is chosen, among the rows that lie on one. */
    private final double[] chosenShare = new double[WHERES * WHERES];

    private final double[] chosen = new double[WHERES * WHERES];
    private final double[] all = new double[WHERES * WHERES];

    Placing(Side a, Side b, Places places, double[][] prior) {
        this.a = a;
        this.b = b;
        this.places = places;
        points = new Points(a, b);
        distances = new Levels(prior, STRENGTH);
        Arrays.fill(chosenShare, 0.5);
    }

    private static double[] thinning() {
        double[] thinning = new double[RINGS];
        double target = Surroundings.end(0) * Surroundings.end(0);
        double inner = 0;
        for (int ring = 0; ring < Surroundings.NO_DISTANCE; ring++) {
            double outer = Surroundings.end(ring) * Surroundings.end(ring);
            thinning[ring] = target / (outer - inner);
            inner = outer;
        }
        return thinning;
    }

    private int pair(int rowA, int rowB) {
        return a.where[rowA] * WHERES + b.where[rowB];
    }

    private double near(int pair, int ring) {
        return distances.share(pair, ring) * THINNING[ring];
    }

    private double chosen(int rowA, int rowB, int ring, double own) {
        return points.chance(rowB) * points.ratio(rowA, rowB, own, places.pulled(rowA, rowB, ring));
    }

    /**
     * Natural logarithm of the chance to be put on so small a spot as the innermost ring.
     *
     * @param own what this link has itself shown of its point, from {@link #add}
     */
    double log(int rowA, int rowB, int ring, double own) {
        int pair = pair(rowA, rowB);
        return Math.log(
                points.isPoint(rowB)
                        ? (1 - chosenShare[pair]) * near(pair, ring) + chosenShare[pair] * chosen(rowA, rowB, ring, own)
                        : near(pair, ring));
    }

    /** The share of the link that shows which point stands for which place. */
    double add(int rowA, int rowB, int ring, double own, double probability) {
        int pair = pair(rowA, rowB);
        double share = 0;
        if (points.isPoint(rowB)) {
            double near = (1 - chosenShare[pair]) * near(pair, ring);
            double choice = chosenShare[pair] * chosen(rowA, rowB, ring, own);
            share = probability * choice / (near + choice);
            chosen[pair] += share;
            all[pair] += probability;
            points.add(rowA, rowB, share);
        }
        distances.add(pair, ring, probability - share);
        return share;
    }

    void learn() {
        distances.learn();
        points.learn();
        for (int pair = 0; pair < all.length; pair++) {
            chosenShare[pair] = (chosen[pair] + STRENGTH / 2) / (all[pair] + STRENGTH);
            chosen[pair] = 0;
            all[pair] = 0;
        }
    }
}
