package org.ascribe.analyse.outlook;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Fatalities in a coming month as a distribution, from what is known of all places. Two sources, pooled:
 *
 * <ul>
 *   <li>the place's own last months, the younger the heavier, and a share of peace, since violence falls back;
 *   <li>analogues: every past month of every place whose outlook was like this one. What to expect {@code lead} months on is a
 *       ridge regression of log(1 + fatalities) on the last 1, 2, 3, 6, 12 and 24 months; like is what has nearly the same
 *       expectation, and what came of it is shifted by the difference. A place without a death in 24 months has all others of
 *       that kind for analogues.
 * </ul>
 *
 * Pooling of forecasts: Gneiting and Ranjan 2013, Electronic Journal of Statistics 7; own past as draws: the conflictology
 * benchmark of Hegre et al. 2025; analogues: Lorenz 1969, Journal of the Atmospheric Sciences 26. No chance: same panel, same
 * draws. Safe to share.
 */
public final class OutlookModel {

    /** How many draws a forecast has, as many as VIEWS asks for. */
    public static final int DRAWS = 1000;

    /** Months that the slowest feature looks back. */
    public static final int MEMORY = 24;

    private static final int[] SPANS = {1, 2, 3, 6, 12, MEMORY};
    private static final int FEATURES = SPANS.length + 4;
    private static final int YEAR = 12;
    private static final double RIDGE = 1;
    private static final double KERNEL_REACH = 3;
    private static final int LEAST_ANALOGUES = 300;

    private final Panel known;
    private final OutlookSettings settings;
    private final double[][][] features;

    /** @param known all that may be used: the last month is that of the information cut */
    public OutlookModel(Panel known, OutlookSettings settings) {
        this.known = known;
        this.settings = settings;
        this.features = new double[known.places().size()][known.months()][];
        for (int place = 0; place < features.length; place++) {
            for (int month = MEMORY - 1; month < known.months(); month++) {
                if (known.mean(place, month, MEMORY) > 0) {
                    features[place][month] = features(place, month);
                }
            }
        }
    }

    /**
     * The forecasts for one month, a row of ascending draws for each place of the panel in its order.
     *
     * @param lead months after the panel's last, at least 1
     */
    public double[][] draws(int lead) {
        return draws(lead, IntStream.range(0, known.places().size()).toArray());
    }

    /**
     * The forecasts of some places alone, for which all others are still learnt from.
     *
     * @param places indexes into the panel's; the rows of the answer are in their order
     */
    public double[][] draws(int lead, int[] places) {
        if (lead < 1) {
            throw new IllegalArgumentException("an outlook is at least one month ahead, got " + lead);
        }
        int now = known.months() - 1;
        Past past = past(lead);
        double[] quiet = quiet(past);
        double[][] draws = new double[places.length][];
        for (int i = 0; i < draws.length; i++) {
            int place = places[i];
            if (known.mean(place, now, MEMORY) == 0) {
                draws[i] = quiet.clone();
                continue;
            }
            // a record younger than two years has no features, and a young panel no analogues
            double share = features(place) == null || past.size() == 0 ? 0 : settings.analogues();
            Pool pool = new Pool();
            own(place, 1 - share, pool);
            if (share > 0) {
                analogues(place, past, share, pool);
            }
            draws[i] = pool.quantiles(DRAWS);
        }
        return draws;
    }

    private static double[] quiet(Past past) {
        Pool pool = new Pool();
        pool.add(past.quiet(), 1);
        pool.add(0, past.quiet().length == 0 ? 1 : 0);
        return pool.quantiles(DRAWS);
    }

    private double[] features(int place) {
        return features[place][known.months() - 1];
    }

    private void own(int place, double share, Pool pool) {
        int now = known.months() - 1;
        int months = Math.min(settings.ownMonths(), known.months());
        double sum = 0;
        for (int age = 0; age < months; age++) {
            sum += Math.pow(0.5, age / settings.halfLifeMonths());
        }
        for (int age = 0; age < months; age++) {
            double weight = Math.pow(0.5, age / settings.halfLifeMonths()) / sum;
            pool.add(known.toll(place, now - age), share * (1 - settings.peace()) * weight);
        }
        pool.add(0, share * settings.peace());
    }

    private void analogues(int place, Past past, double share, Pool pool) {
        double expected = dot(past.slope(), features(place));
        int middle = insertion(past.expected(), expected);
        int from = Math.min(
                insertion(past.expected(), expected - KERNEL_REACH * settings.band()),
                Math.max(0, middle - LEAST_ANALOGUES));
        int to = Math.max(
                insertion(past.expected(), expected + KERNEL_REACH * settings.band()),
                Math.min(past.size(), middle + LEAST_ANALOGUES));
        double[] weights = new double[to - from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            double z = (past.expected()[i] - expected) / settings.band();
            weights[i - from] = Math.exp(-z * z / 2) + 1e-9;
            sum += weights[i - from];
        }
        double worst = 0;
        for (int month = Math.max(0, known.months() - MEMORY); month < known.months(); month++) {
            worst = Math.max(worst, known.toll(place, month));
        }
        double limit = Math.log1p(worst * settings.ceiling());
        for (int i = from; i < to; i++) {
            double came = past.came()[i];
            double shifted = came == 0 ? 0 : Math.max(0, came + expected - past.expected()[i]);
            pool.add(Math.expm1(Math.min(limit, shifted)), share * weights[i - from] / sum);
        }
    }

    /**
     * What had come of every past month by the cut.
     *
     * @param slope of the regression
     * @param expected ascending
     * @param came log(1 + fatalities) in the order of {@code expected}
     * @param quiet fatalities after two years without any
     */
    private record Past(double[] slope, double[] expected, double[] came, double[] quiet) {
        int size() {
            return came.length;
        }
    }

    private Past past(int lead) {
        int rows = 0;
        int quietRows = 0;
        int places = features.length;
        int lastMonth = known.months() - 1 - lead;
        double[][] x = new double[places * Math.max(0, lastMonth + 1)][];
        double[] y = new double[x.length];
        double[] quiet = new double[x.length];
        for (int month = MEMORY - 1; month <= lastMonth; month++) {
            for (int place = 0; place < places; place++) {
                double came = known.toll(place, month + lead);
                if (features[place][month] != null) {
                    x[rows] = features[place][month];
                    y[rows++] = Math.log1p(came);
                } else {
                    quiet[quietRows++] = came;
                }
            }
        }
        double[] slope = rows == 0 ? new double[FEATURES] : slope(x, y, rows);
        double[] expected = new double[rows];
        long[] order = new long[rows];
        for (int i = 0; i < rows; i++) {
            expected[i] = dot(slope, x[i]);
            order[i] = Pool.sortable(expected[i], i);
        }
        Arrays.sort(order);
        double[] sorted = new double[rows];
        double[] came = new double[rows];
        for (int i = 0; i < rows; i++) {
            sorted[i] = expected[(int) order[i]];
            came[i] = y[(int) order[i]];
        }
        return new Past(slope, sorted, came, Arrays.copyOf(quiet, quietRows));
    }

    private static double[] slope(double[][] x, double[] y, int rows) {
        RealMatrix cross = MatrixUtils.createRealIdentityMatrix(FEATURES).scalarMultiply(RIDGE);
        double[][] sums = cross.getData();
        double[] right = new double[FEATURES];
        for (int row = 0; row < rows; row++) {
            double[] each = x[row];
            for (int i = 0; i < FEATURES; i++) {
                right[i] += each[i] * y[row];
                for (int j = 0; j < FEATURES; j++) {
                    sums[i][j] += each[i] * each[j];
                }
            }
        }
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(sums))
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
    }

    private double[] features(int place, int month) {
        double[] found = new double[FEATURES];
        int at = 0;
        for (int span : SPANS) {
            found[at++] = Math.log1p(known.mean(place, month, span));
        }
        double[] year = new double[YEAR];
        double quiet = 0;
        double logs = 0;
        for (int i = 0; i < YEAR; i++) {
            year[i] = known.toll(place, month - i);
            quiet += year[i] == 0 ? 1 : 0;
            logs += Math.log1p(year[i]);
        }
        Arrays.sort(year);
        found[at++] = quiet / YEAR;
        found[at++] = logs / YEAR;
        found[at++] = Math.log1p((year[YEAR / 2 - 1] + year[YEAR / 2]) / 2);
        found[at] = 1;
        return found;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static int insertion(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
