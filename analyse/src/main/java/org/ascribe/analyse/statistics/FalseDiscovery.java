package org.ascribe.analyse.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holds down the share of false ones among all that is called out, however many things are tested at once.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg 1995</a>
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * The adjusted probability of each: calling out all that have at most q holds the expected share of false ones at q.
     *
     * @param probabilities of what was seen, or more extreme, by chance alone; 0..1, in any order
     * @return in the same order
     */
    public static double[] adjusted(double[] probabilities) {
        int n = probabilities.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[n];
        Arrays.fill(adjusted, 1);
        double least = 1;
        for (int rank = n; rank >= 1; rank--) {
            int i = order[rank - 1];
            least = Math.min(least, probabilities[i] * n / rank);
            adjusted[i] = least;
        }
        return adjusted;
    }
}
