package org.ascribe.analyse.escalation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ascribe.analyse.statistics.Interval;
import org.hipparchus.special.Gamma;

/**
 * When the rate behind monthly counts changed: exact Bayesian recursions over all ways to part the months into stretches of one
 * Poisson rate each, after Fearnhead (2006) and Barry and Hartigan (1993). Nothing is sampled.
 *
 * <p>Where the months within stretches are more uneven than Poisson counts, the likelihood is tempered by their dispersion, so that
 * bursts are not taken for changes (quasi-likelihood, Wedderburn 1974).
 *
 * <p>The rate of a stretch has a gamma prior with shape 1 around the mean of all months, and each month begins a new stretch with
 * the same prior probability. The cost grows with the square of the months: 432 take some milliseconds.
 */
public final class ChangePoints {

    public static final String REFERENCE =
            "Fearnhead (2006), Exact and efficient Bayesian inference for multiple changepoint "
                    + "problems, Statistics and Computing 16:203-213; Barry and Hartigan (1993), A Bayesian analysis for change point "
                    + "problems, JASA 88:309-319; Wedderburn (1974), Quasi-likelihood functions, Biometrika 61:439-447";

    /** A change is told as one where the months this far on either side hold it with at least {@link #LEAST_PROBABILITY}. */
    public static final int NEAR_MONTHS = 3;

    public static final double LEAST_PROBABILITY = 0.5;

    /** Of the intervals around rates. */
    public static final double LEVEL = 0.95;

    /**
     * Prior probability that a month begins a new stretch: one change in ten years. More of them (1/36 was tried) make the
     * intervals of a steady rate too wide: docs/evaluation/findings.md.
     */
    static final double PRIOR = 1.0 / 120;

    private static final double SHAPE = 1;
    private static final double NEGLIGIBLE = 1e-6;

    private final int[] counts;
    private final int months;
    private final int[] sums;
    private final double dispersion;
    private final double scale;
    private final double[] logGamma;
    private final double[] logExposure;
    private final double[] forward;
    private final double[] backward;

    /**
     * One change.
     *
     * @param at index of the likeliest first month at the new rate, at least 1
     * @param probability that it is this month
     * @param probabilityNear that there is a change within {@link #NEAR_MONTHS} months of it
     * @param from first index of the months that hold it with probability 0.95, given that there is one near
     * @param to last index of those
     */
    public record Change(
            int at, double probability, double probabilityNear, int from, int to, Rate before, Rate after) {}

    /** Incidents a month. */
    public record Rate(double mean, Interval interval) {}

    /** @param counts one for each month, 0 or more; at least one month */
    public ChangePoints(int[] counts) {
        this(counts, dispersionOf(counts));
    }

    /** @param dispersion variance over mean within a stretch, 1 for Poisson counts */
    ChangePoints(int[] counts, double dispersion) {
        this.dispersion = dispersion;
        if (counts.length == 0 || Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "counts of months are 0 or more and at least one, got " + Arrays.toString(counts));
        }
        this.counts = counts.clone();
        months = counts.length;
        sums = new int[months + 1];
        for (int i = 0; i < months; i++) {
            sums[i + 1] = sums[i] + counts[i];
        }
        // a series without incidents has no mean to put the prior around; half an incident in all months stands for it
        scale = SHAPE * months / Math.max(0.5, sums[months]);
        logGamma = new double[sums[months] + 1];
        for (int sum = 0; sum < logGamma.length; sum++) {
            logGamma[sum] = Gamma.logGamma(SHAPE + sum / dispersion);
        }
        logExposure = new double[months + 1];
        for (int length = 0; length <= months; length++) {
            logExposure[length] = Math.log(scale + length / dispersion);
        }
        forward = new double[months + 1];
        backward = new double[months + 1];
        double[] terms = new double[months];
        for (int end = 1; end <= months; end++) {
            for (int start = 0; start < end; start++) {
                terms[start] = forward[start] + begins(start) + stretch(start, end);
            }
            forward[end] = logSum(terms, end);
        }
        for (int start = months - 1; start >= 0; start--) {
            int n = 0;
            for (int end = start + 1; end <= months; end++) {
                terms[n++] = stretch(start, end) + (end == months ? 0 : begins(end) + backward[end]);
            }
            backward[start] = logSum(terms, n);
        }
    }

    /** Variance over mean of the months within stretches; 1 unless they are clearly more uneven than Poisson counts. */
    public double dispersion() {
        return dispersion;
    }

    /** By Pearson's statistic within the stretches that stand out even if neighbouring months differ by unevenness alone. */
    private static double dispersionOf(int[] counts) {
        if (Arrays.stream(counts).sum() == 0) {
            return 1;
        }
        // neighbouring months differ by unevenness alone, but for the few where the rate jumps: the widest tenth is
        // left out
        double[][] steps = IntStream.range(1, counts.length)
                .mapToObj(month ->
                        new double[] {Math.pow(counts[month] - counts[month - 1], 2), counts[month] + counts[month - 1]
                        })
                .sorted(Comparator.comparingDouble((double[] step) -> step[0] / Math.max(1, step[1])))
                .limit(counts.length - 1 - counts.length / 10)
                .toArray(double[][]::new);
        double squares = Arrays.stream(steps).mapToDouble(step -> step[0]).sum();
        double sums = Arrays.stream(steps).mapToDouble(step -> step[1]).sum();
        ChangePoints rough = new ChangePoints(counts, sums == 0 ? 1 : Math.max(1, squares / sums));
        int[] starts = rough.likeliest();
        double pearson = 0;
        for (int stretch = 0; stretch <= starts.length; stretch++) {
            int from = stretch == 0 ? 0 : starts[stretch - 1];
            int to = stretch == starts.length ? counts.length : starts[stretch];
            double mean = (double) (rough.sums[to] - rough.sums[from]) / (to - from);
            for (int month = from; month < to && mean > 0; month++) {
                pearson += Math.pow(counts[month] - mean, 2) / mean;
            }
        }
        int free = counts.length - starts.length - 1;
        double mean = Math.max(0.5, rough.sums[counts.length]) / counts.length;
        // beyond what Pearson's statistic of Poisson counts reaches by chance
        return free >= 2 && pearson / free > 1 + 2 * Math.sqrt((2 + 1 / mean) / free) ? pearson / free : 1;
    }

    /** Log of the prior of a stretch that begins there. */
    private static double begins(int start) {
        return start == 0 ? 0 : Math.log(PRIOR);
    }

    /** Log of the probability of the counts from start, inclusive, to end, exclusive, as one stretch. */
    private double stretch(int start, int end) {
        int length = end - start;
        int sum = sums[end] - sums[start];
        return SHAPE * logExposure[0]
                - logGamma[0]
                + logGamma[sum]
                - (SHAPE + sum / dispersion) * logExposure[length]
                + (length - 1) * Math.log1p(-PRIOR);
    }

    private static double logSum(double[] terms, int n) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, terms[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.exp(terms[i] - most);
        }
        return most + Math.log(sum);
    }

    /** That the month begins a new stretch; 0 for the first month. */
    public double probability(int month) {
        return month == 0 ? 0 : Math.exp(forward[month] + begins(month) + backward[month] - forward[months]);
    }

    /** That one stretch covers exactly the months from start, inclusive, to end, exclusive. */
    private double probability(int start, int end) {
        return Math.exp(forward[start]
                + begins(start)
                + stretch(start, end)
                + (end == months ? 0 : begins(end) + backward[end])
                - forward[months]);
    }

    /** That at least one of the months begins a new stretch, both ends inclusive. */
    public double probabilityOfChange(int from, int to) {
        double none = 0;
        for (int start = 0; start < from; start++) {
            for (int end = to + 1; end <= months; end++) {
                none += probability(start, end);
            }
        }
        return Math.clamp(1 - none, 0, 1);
    }

    /** How many changes are to be expected. */
    public double expectedChanges() {
        double sum = 0;
        for (int month = 1; month < months; month++) {
            sum += probability(month);
        }
        return sum;
    }

    /** The rate in one month, over all ways to part the months. */
    public Rate rate(int month) {
        List<double[]> parts = new ArrayList<>();
        for (int start = 0; start <= month; start++) {
            for (int end = month + 1; end <= months; end++) {
                double weight = probability(start, end);
                if (weight > NEGLIGIBLE) {
                    parts.add(new double[] {
                        weight, SHAPE + (sums[end] - sums[start]) / dispersion, scale + (end - start) / dispersion
                    });
                }
            }
        }
        double all = parts.stream().mapToDouble(part -> part[0]).sum();
        double mean =
                parts.stream().mapToDouble(part -> part[0] * part[1] / part[2]).sum() / all;
        double tail = (1 - LEVEL) / 2;
        return new Rate(mean, new Interval(quantile(parts, all, tail, mean), quantile(parts, all, 1 - tail, mean)));
    }

    /** Of a mixture of gamma distributions, by halving. */
    private static double quantile(List<double[]> parts, double all, double at, double mean) {
        double low = 0;
        double high = mean;
        while (below(parts, high) < at * all) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < 50 && high - low > 1e-5 * high; i++) {
            double middle = (low + high) / 2;
            if (below(parts, middle) < at * all) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double below(List<double[]> parts, double rate) {
        double sum = 0;
        for (double[] part : parts) {
            sum += part[0] * Gamma.regularizedGammaP(part[1], rate * part[2]);
        }
        return sum;
    }

    /** First months of the stretches of the likeliest parting, 0 not among them. */
    int[] likeliest() {
        double[] best = new double[months + 1];
        int[] from = new int[months + 1];
        for (int end = 1; end <= months; end++) {
            best[end] = Double.NEGATIVE_INFINITY;
            for (int start = 0; start < end; start++) {
                double score = best[start] + begins(start) + stretch(start, end);
                if (score > best[end]) {
                    best[end] = score;
                    from[end] = start;
                }
            }
        }
        List<Integer> starts = new ArrayList<>();
        for (int end = months; from[end] > 0; end = from[end]) {
            starts.add(0, from[end]);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The changes of the likeliest parting that are likely enough by themselves, oldest first. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        int[] starts = likeliest();
        for (int i = 0; i < starts.length; i++) {
            int at = starts[i];
            // the months around it belong to it as far as the changes beside it
            int low = Math.max(at - NEAR_MONTHS, (i == 0 ? 0 : starts[i - 1]) + 1);
            int high = Math.min(at + NEAR_MONTHS, (i == starts.length - 1 ? months : starts[i + 1]) - 1);
            double near = probabilityOfChange(low, high);
            if (near >= LEAST_PROBABILITY) {
                int[] range = range(low, high);
                changes.add(new Change(at, probability(at), near, range[0], range[1], rate(low - 1), rate(high)));
            }
        }
        return changes;
    }

    /** The months around a change that hold 0.95 of its probability within these, the least likely ends left out. */
    private int[] range(int low, int high) {
        double all = 0;
        for (int month = low; month <= high; month++) {
            all += probability(month);
        }
        int from = low;
        int to = high;
        double left = all;
        while (from < to) {
            double least = Math.min(probability(from), probability(to));
            if (left - least < LEVEL * all) {
                break;
            }
            left -= least;
            if (probability(from) <= probability(to)) {
                from++;
            } else {
                to--;
            }
        }
        return new int[] {from, to};
    }

    /** The same with one incident less in a month. */
    ChangePoints withoutOneIn(int month) {
        int[] fewer = counts.clone();
        fewer[month]--;
        return new ChangePoints(fewer, dispersion);
    }
}
