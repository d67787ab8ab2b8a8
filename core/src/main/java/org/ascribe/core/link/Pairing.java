package org.ascribe.core.link;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How probable each link is, given that a row is seldom linked twice: sum-product message passing on the graph of possible
 * links. A row with k links has the weight {@code again^(k-1)}, for k of at least 1; so rivals for one row take probability
 * from each other, along chains of rivals too, and two tables of near-twins sort themselves out as a whole.
 */
final class Pairing {

    /** Keeps products from overflowing. */
    private static final double MOST = 1e200;

    private final Ends ofA;
    private final Ends ofB;
    /** What the rest of the row says of each link, as odds. */
    private final double[] fromA;

    private final double[] fromB;
    /** Rows by the number of links that they are expected to have: none, one, more. */
    final double[] degreesA = new double[4];

    final double[] degreesB = new double[4];

    /** The links of each row: those of row r are {@code links[first[r]]} to {@code links[first[r + 1] - 1]}, in ascending order. */
    private record Ends(int rows, int[] first, int[] links) {

        static Ends of(int[] rowOf, int rows) {
            int[] first = new int[rows + 1];
            for (int row : rowOf) {
                first[row + 1]++;
            }
            Arrays.parallelPrefix(first, Integer::sum);
            int[] next = first.clone();
            int[] links = new int[rowOf.length];
            for (int e = 0; e < rowOf.length; e++) {
                links[next[rowOf[e]]++] = e;
            }
            return new Ends(rows, first, links);
        }
    }

    Pairing(int[] a, int[] b, int sizeA, int sizeB) {
        ofA = Ends.of(a, sizeA);
        ofB = Ends.of(b, sizeB);
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
            send(ofA, odds, fromB, againA, fromA, degreesA);
            send(ofB, odds, fromA, againB, fromB, degreesB);
        }
        double[] marginals = new double[fromA.length];
        for (int e = 0; e < marginals.length; e++) {
            double all = odds[e] * fromA[e] * fromB[e];
            marginals[e] = Double.isInfinite(all) ? 1 : all / (1 + all);
        }
        return marginals;
    }

    /** Messages from the rows of one table along their links. */
    private static void send(
            Ends ends, double[] odds, double[] incoming, double again, double[] outgoing, double[] degrees) {
        double[] products = new double[ends.rows];
        double[] sums = new double[ends.rows];
        IntStream.range(0, ends.rows).parallel().forEach(row -> {
            double product = 1;
            double sum = 0;
            for (int at = ends.first[row]; at < ends.first[row + 1]; at++) {
                double x = odds[ends.links[at]] * incoming[ends.links[at]];
                product = Math.min(MOST, product * (1 + again * x));
                sum += x;
            }
            products[row] = product;
            sums[row] = sum;
            for (int at = ends.first[row]; at < ends.first[row + 1]; at++) {
                int e = ends.links[at];
                double others = Math.max(1, product / (1 + again * odds[e] * incoming[e]));
                // damped, for graphs with short circles
                outgoing[e] = Math.sqrt(outgoing[e] * others / (1 + (others - 1) / again));
            }
        });
        Arrays.fill(degrees, 0);
        for (int row = 0; row < ends.rows; row++) {
            double all = Math.max(1 + sums[row], 1 + (products[row] - 1) / again);
            degrees[0] += 1 / all;
            degrees[1] += sums[row] / all;
            degrees[2] += Math.max(0, 1 - (1 + sums[row]) / all);
            degrees[3] += Math.max(0, 1 - 2 * (1 + sums[row]) / all);
        }
    }
}
