package org.ascribe.analyse.spillover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * One component of a self- and cross-exciting (Hawkes) process observed as counts a day. On day {@code t} the count is Poisson
 * with mean {@code background(t) + sum over sources of offspring * sum over earlier days of kernel(lag) * count}, where the
 * kernel is the exponential one in days, {@code (1 - d) d^(lag - 1)} for lags from 1, so that {@code offspring} is the mean
 * number of incidents that one incident of the source brings about. The first source is the component itself. The background
 * is constant within each block of days. Since the mean of a component depends on the past alone, the likelihood of several
 * components falls apart into one a component, and each is fitted by itself.
 *
 * <p>Given the decay the log-likelihood is concave: it is climbed by Newton steps, with the exact gradient and Hessian, on the
 * parameters that are above 0; the decay is searched over its whole range. Safe to share between threads.
 *
 * @see <a href="https://doi.org/10.1093/biomet/58.1.83">Hawkes 1971</a>
 * @see <a href="https://doi.org/10.1371/journal.pone.0250015">Browning et al. 2021, on counts a day</a>
 */
public final class DailyHawkes {

    /** The longest mean lag, in days, that is looked for: what works more slowly cannot be told from the background. */
    public static final double LONGEST_MEAN_LAG = 90;

    private static final double SHORTEST_MEAN_LAG = 1.05;
    private static final int GRID = 8;

    private final int[] target;
    private final List<int[]> sources;
    private final int[] blocks;
    private final int[] days;
    private final int[] eventDays;

    /**
     * @param target incidents a day, at least one
     * @param others incidents a day elsewhere, over the same days
     * @param blocks for each day the number of its background, from 0 without gaps
     */
    public DailyHawkes(int[] target, List<int[]> others, int[] blocks) {
        this.target = target.clone();
        this.blocks = blocks.clone();
        List<int[]> all = new ArrayList<>();
        all.add(this.target);
        others.forEach(other -> all.add(other.clone()));
        this.sources = List.copyOf(all);
        if (sources.stream().anyMatch(source -> source.length != blocks.length)) {
            throw new IllegalArgumentException("all series cover the same days, got "
                    + sources.stream().map(source -> source.length).toList() + " and " + blocks.length + " blocks");
        }
        days = new int[Arrays.stream(blocks).max().orElse(-1) + 1];
        for (int block : blocks) {
            days[block]++;
        }
        eventDays =
                IntStream.range(0, target.length).filter(day -> target[day] > 0).toArray();
        if (eventDays.length == 0) {
            throw new IllegalArgumentException("a series without an incident has nothing to fit");
        }
    }

    /**
     * The parameters at which the counts are likeliest.
     *
     * @param background incidents a day of each block
     * @param offspring for each source, itself first: incidents that one of its incidents brings about, 0 or more
     * @param meanLag days after which these come in the mean, 1 or more
     * @param logLikelihood without the terms that hold for any parameters
     */
    public record Fit(double[] background, double[] offspring, double meanLag, double logLikelihood) {}

    /** The likeliest parameters. */
    public Fit fit() {
        return highest(new Ascent(-1, 0), lags(Double.NaN));
    }

    /** The likeliest parameters with the offspring of one source held; another fit's decay is one of those looked at. */
    private Fit fit(Fit near, int source, double offspring) {
        return highest(new Ascent(source, offspring), lags(Math.log(near.meanLag())));
    }

    /** Logarithms of the mean lags between which the highest point is looked for, ascending. */
    private static double[] lags(double beside) {
        double low = Math.log(SHORTEST_MEAN_LAG);
        double high = Math.log(LONGEST_MEAN_LAG);
        return DoubleStream.concat(
                        IntStream.range(0, GRID).mapToDouble(i -> low + (high - low) * i / (GRID - 1)),
                        DoubleStream.of(beside).filter(lag -> lag >= low && lag <= high))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The highest point between the neighbours of the highest of these logarithms of mean lags, which ascend. */
    private Fit highest(Ascent ascent, double[] lags) {
        int best = 0;
        double[] heights = new double[lags.length];
        for (int i = 0; i < lags.length; i++) {
            heights[i] = ascent.climb(Math.exp(lags[i]));
            best = heights[i] > heights[best] ? i : best;
        }
        UnivariateFunction height = logLag -> ascent.climb(Math.exp(logLag));
        double from = lags[Math.max(0, best - 1)];
        double to = lags[Math.min(lags.length - 1, best + 1)];
        // the height is flat at its top: a lag right to a thousandth is a height right to a millionth
        double peak = new BrentOptimizer(1e-4, 1e-3)
                .optimize(
                        new MaxEval(200),
                        new UnivariateObjectiveFunction(height),
                        GoalType.MAXIMIZE,
                        new SearchInterval(from, to, lags[best]))
                .getPoint();
        double meanLag = Math.exp(peak);
        double top = ascent.climb(meanLag);
        if (heights[best] > top) {
            meanLag = Math.exp(lags[best]);
            top = ascent.climb(meanLag);
        }
        return new Fit(
                Arrays.copyOf(ascent.parameters, days.length),
                Arrays.copyOfRange(ascent.parameters, days.length, ascent.parameters.length),
                meanLag,
                top);
    }

    /**
     * The values of a source's offspring that a likelihood-ratio test at 0.05 would not refuse, all other parameters fitted
     * anew for each (profile likelihood).
     *
     * @return low, 0 where the likelihood sets no lower bound, and high
     */
    public double[] interval(Fit best, int source) {
        double half = CHI_SQUARE_95 / 2;
        UnivariateFunction below =
                offspring -> best.logLikelihood() - fit(best, source, offspring).logLikelihood() - half;
        double estimate = best.offspring()[source];
        double low = estimate <= 0 || below.value(0) <= 0 ? 0 : root(below, 0, estimate);
        double reach = Math.max(0.05, 2 * estimate);
        while (below.value(reach) < 0 && reach < 1e6) {
            reach *= 2;
        }
        return new double[] {low, root(below, estimate, reach)};
    }

    private static final double CHI_SQUARE_95 = 3.841458820694124;

    private static double root(UnivariateFunction function, double from, double to) {
        return new BrentSolver(1e-3, 1e-4).solve(100, function, from, to);
    }

    /**
     * How often a source that brings about nothing would look like this or more: the likelihood ratio against half a point at
     * 0 and half chi-square with one degree, since the offspring lies at the end of its range.
     *
     * @see <a href="https://doi.org/10.1080/01621459.1987.10478472">Self and Liang 1987</a>
     */
    public double pValue(Fit best, int source) {
        double ratio = likelihoodRatio(best, source);
        return ratio <= 0 ? 1 : 1 - new NormalDistribution().cumulativeProbability(Math.sqrt(ratio));
    }

    /** Twice the gain in log-likelihood that the source brings. */
    public double likelihoodRatio(Fit best, int source) {
        return Math.max(0, 2 * (best.logLikelihood() - fit(best, source, 0).logLikelihood()));
    }

    /**
     * Whether the fit accounts for when the incidents came. Under the fitted process time can be stretched so that incidents
     * come at a steady pace, one a unit; incidents of one day are spread over it at random. The distances are held against
     * the exponential distribution by Kolmogorov and Smirnov's measure.
     *
     * @param distance largest difference of the two distributions
     * @param p probability of that or more, the middle one of 21 spreadings
     * @see <a href="https://doi.org/10.1162/08997660252741149">Brown et al. 2002</a>
     */
    public record Goodness(double distance, double p) {}

    /** How well the fit accounts for the incidents; the same seed gives the same answer. */
    public Goodness goodness(Fit fit, long seed) {
        double[] means = means(fit);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Goodness> all = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            all.add(goodness(means, random));
        }
        all.sort(Comparator.comparingDouble(Goodness::p));
        return all.get(10);
    }

    private Goodness goodness(double[] means, RandomGenerator random) {
        List<Double> moments = new ArrayList<>();
        double passed = 0;
        for (int day = 0; day < target.length; day++) {
            for (int i = 0; i < target[day]; i++) {
                moments.add(passed + random.nextDouble() * means[day]);
            }
            passed += means[day];
        }
        moments.sort(null);
        double[] shares = new double[moments.size()];
        double last = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = -Math.expm1(-(moments.get(i) - last));
            last = moments.get(i);
        }
        Arrays.sort(shares);
        double distance = 0;
        int n = shares.length;
        for (int i = 0; i < n; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / n - shares[i], shares[i] - (double) i / n));
        }
        return new Goodness(distance, kolmogorov((Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance));
    }

    /** The upper tail of Kolmogorov's distribution, with Stephens' correction for the number of values in its argument. */
    private static double kolmogorov(double x) {
        if (x < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
        }
        return Math.clamp(sum, 0, 1);
    }

    /** The expected incidents of each day under the fit. */
    public double[] means(Fit fit) {
        double[] means = new double[target.length];
        double stay = 1 - 1 / fit.meanLag();
        for (int k = 0; k < sources.size(); k++) {
            int[] counts = sources.get(k);
            double pull = 0;
            for (int day = 0; day < means.length; day++) {
                means[day] += fit.offspring()[k] * pull;
                pull = stay * pull + (1 - stay) * counts[day];
            }
        }
        for (int day = 0; day < means.length; day++) {
            means[day] += fit.background()[blocks[day]];
        }
        return means;
    }

    /** The way up the likelihood at one decay after another; each climb starts where the last one ended. */
    private final class Ascent {

        private final int held;
        private final double heldAt;
        private final double[] parameters;
        /** At the days with incidents, one row a source. */
        private final double[][] pulls = new double[sources.size()][eventDays.length];
        /** Over all days. */
        private final double[] totals = new double[sources.size()];

        Ascent(int held, double heldAt) {
            this.held = held < 0 ? -1 : days.length + held;
            this.heldAt = heldAt;
            parameters = new double[days.length + sources.size()];
            start();
        }

        private void start() {
            int[] incidents = new int[days.length];
            for (int day : eventDays) {
                incidents[blocks[day]] += target[day];
            }
            for (int b = 0; b < days.length; b++) {
                parameters[b] = 0.5 * incidents[b] / days[b];
            }
            Arrays.fill(parameters, days.length, parameters.length, 0.2);
            if (held >= 0) {
                parameters[held] = heldAt;
            }
        }

        /** The height reached at this mean lag. */
        double climb(double meanLag) {
            pulls(1 - 1 / meanLag);
            for (int i = 0; i < parameters.length; i++) {
                // off the edge, or what an earlier decay ruled out could never come back
                if (i != held && parameters[i] <= 0 && (i >= days.length || mayBeAbove0(i))) {
                    parameters[i] = i < days.length ? 1e-4 : 1e-3;
                }
            }
            double height = height(parameters);
            for (int round = 0; round < 200; round++) {
                double[] gradient = new double[parameters.length];
                double[][] hessian = new double[parameters.length][parameters.length];
                derivatives(gradient, hessian);
                double[] step = step(gradient, hessian);
                double length = 1;
                double[] next = parameters;
                double reached = Double.NEGATIVE_INFINITY;
                for (int half = 0; half < 40; half++, length /= 2) {
                    next = moved(step, length);
                    reached = height(next);
                    if (reached >= height) {
                        break;
                    }
                }
                if (!(reached > height)) {
                    return height;
                }
                double gain = reached - height;
                System.arraycopy(next, 0, parameters, 0, parameters.length);
                height = reached;
                if (gain < 1e-8) {
                    return height;
                }
            }
            return height;
        }

        private boolean mayBeAbove0(int block) {
            for (int day : eventDays) {
                if (blocks[day] == block) {
                    return true;
                }
            }
            return false;
        }

        private void pulls(double stay) {
            for (int k = 0; k < sources.size(); k++) {
                int[] counts = sources.get(k);
                double pull = 0;
                double total = 0;
                int next = 0;
                for (int day = 0; day < counts.length; day++) {
                    total += pull;
                    if (next < eventDays.length && eventDays[next] == day) {
                        pulls[k][next++] = pull;
                    }
                    pull = stay * pull + (1 - stay) * counts[day];
                }
                totals[k] = total;
            }
        }

        private double mean(double[] at, int event) {
            double mean = at[blocks[eventDays[event]]];
            for (int k = 0; k < sources.size(); k++) {
                mean += at[days.length + k] * pulls[k][event];
            }
            return mean;
        }

        private double height(double[] at) {
            double height = 0;
            for (int b = 0; b < days.length; b++) {
                height -= at[b] * days[b];
            }
            for (int k = 0; k < sources.size(); k++) {
                height -= at[days.length + k] * totals[k];
            }
            for (int e = 0; e < eventDays.length; e++) {
                double mean = mean(at, e);
                if (!(mean > 0)) {
                    return Double.NEGATIVE_INFINITY;
                }
                height += target[eventDays[e]] * Math.log(mean);
            }
            return height;
        }

        /** Of the height; the Hessian with its sign turned. */
        private void derivatives(double[] gradient, double[][] hessian) {
            int first = days.length;
            for (int b = 0; b < first; b++) {
                gradient[b] = -days[b];
            }
            for (int k = 0; k < sources.size(); k++) {
                gradient[first + k] = -totals[k];
            }
            for (int e = 0; e < eventDays.length; e++) {
                int block = blocks[eventDays[e]];
                double mean = mean(parameters, e);
                double slope = target[eventDays[e]] / mean;
                double bend = slope / mean;
                gradient[block] += slope;
                hessian[block][block] += bend;
                for (int k = 0; k < sources.size(); k++) {
                    double pull = pulls[k][e];
                    gradient[first + k] += slope * pull;
                    hessian[block][first + k] += bend * pull;
                    hessian[first + k][block] += bend * pull;
                    for (int j = 0; j < sources.size(); j++) {
                        hessian[first + k][first + j] += bend * pull * pulls[j][e];
                    }
                }
            }
        }

        /** Newton's step among the parameters that may move; the others stay where they are. */
        private double[] step(double[] gradient, double[][] hessian) {
            List<Integer> free = new ArrayList<>();
            double[] step = new double[parameters.length];
            for (int i = 0; i < parameters.length; i++) {
                if (i == held) {
                    continue;
                }
                if (parameters[i] > 1e-8 || gradient[i] > 0) {
                    free.add(i);
                } else {
                    step[i] = -parameters[i];
                }
            }
            if (free.isEmpty()) {
                return step;
            }
            int n = free.size();
            double[][] matrix = new double[n][n];
            double[] right = new double[n];
            for (int i = 0; i < n; i++) {
                right[i] = gradient[free.get(i)];
                for (int j = 0; j < n; j++) {
                    matrix[i][j] = hessian[free.get(i)][free.get(j)];
                }
                matrix[i][i] += 1e-9 * (1 + matrix[i][i]);
            }
            var solver = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), 0).getSolver();
            double[] solved = solver.isNonSingular()
                    ? solver.solve(new ArrayRealVector(right, false)).toArray()
                    : right;
            for (int i = 0; i < n; i++) {
                step[free.get(i)] = solved[i];
            }
            return step;
        }

        /** The step cut off where a parameter would fall below 0. */
        private double[] moved(double[] step, double length) {
            double[] moved = parameters.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] = Math.max(0, moved[i] + length * step[i]);
            }
            return moved;
        }
    }
}
