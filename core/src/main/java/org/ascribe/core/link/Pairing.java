package org.ascribe.core.link;

import java.util.Arrays;

/**
 * How probable each link is, given that a row is seldom linked twice: sum-product message passing on the graph of possible
 * links. A row with k links has the weight {@code again^(k-1)}, for k of at least 1; so rivals for one row take probability
 * from each other, along chains of rivals too, and two tables of near-twins sort themselves out as a whole.
 */
final class Pairing {

    /** Keeps products from overflowing. */
    private static final double MOST = 1e200;

    private final int[] a;
    private final int[] b;
    private final int sizeA;
    private final int sizeB;
    /** What the rest of the row says of each link, as odds. */
    private final double[] fromA;

    private final double[] fromB;
    /** Rows by the number of links that they are expected to have: none, one, more. */
    final double[] degreesA = new double[4];

    final double[] degreesB = new double[4];

    Pairing(int[] a, int[] b, int sizeA, int sizeB) {
        this.a = a;
        this.b = b;
        this.sizeA = sizeA;
        this.sizeB = sizeB;
        fromA = new double[a.length];
        fromB = new double[a.length];
        Arrays.fill(fromA, 1);
        Arrays.fill(fromB, 1);
    }

    /**
     * Probabilities of the links.
     *
     * @param odds of each link, were it alone
     * @param againA weight of a second link of a row of the first table, greater than 0
     */
    double[] marginals(double[] odds, double againA, double againB, int rounds) {
        for (int round = 0; round < rounds; round++) {
            send(a, sizeA, odds, fromB, againA, fromA, degreesA);
            send(b, sizeB, odds, fromA, againB, fromB, degreesB);
        }
        double[] marginals = new double[a.length];
        for (int e = 0; e < a.length; e++) {
            double all = odds[e] * fromA[e] * fromB[e];
            marginals[e] = Double.isInfinite(all) ? 1 : all / (1 + all);
        }
        return marginals;
    }

    /** Messages from the rows of one table along their links. */
    private static void send(
            int[] rowOf,
            int rows,
            double[] odds,
            double[] incoming,
            double again,
            double[] outgoing,
            double[] degrees) {
        double[] products = new double[rows];
        double[] sums = new double[rows];
        Arrays.fill(products, 1);
        for (int e = 0; e < rowOf.length; e++) {
            double x = odds[e] * incoming[e];
            int row = rowOf[e];
            products[row] = Math.min(MOST, products[row] * (1 + again * x));
            sums[row] += x;
        }
        for (int e = 0; e < rowOf.length; e++) {
            double others = Math.max(1, products[rowOf[e]] / (1 + again * odds[e] * incoming[e]));
            // damped, for graphs with short circles
            outgoing[e] = Math.sqrt(outgoing[e] * others / (1 + (others - 1) / again));
        }
        Arrays.fill(degrees, 0);
        for (int row = 0; row < rows; row++) {
            double all = Math.max(1 + sums[row], 1 + (products[row] - 1) / again);
            degrees[0] += 1 / all;
            degrees[1] += sums[row] / all;
            degrees[2] += Math.max(0, 1 - (1 + sums[row]) / all);
            degrees[3] += Math.max(0, 1 - 2 * (1 + sums[row]) / all);
        }
    }
}
