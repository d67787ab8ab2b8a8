package org.ascribe.analyse.spillover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class DailyHawkesTest {

    private static final HawkesSimulation KNOWN =
            new HawkesSimulation(new double[] {0.3, 0.2}, new double[][] {{0.4, 0}, {0.2, 0.3}}, 5);

    private static RandomGenerator seed(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Test
    void knownParametersAreFoundAgain() {
        int[][] counts = KNOWN.counts(20_000, seed(1));
        DailyHawkes process = new DailyHawkes(counts[1], List.of(counts[0]), new int[20_000]);
        DailyHawkes.Fit fit = process.fit();
        assertThat(fit.background()[0]).isCloseTo(0.2, within(0.03));
        assertThat(fit.offspring()[0]).isCloseTo(0.3, within(0.04));
        assertThat(fit.offspring()[1]).isCloseTo(0.2, within(0.04));
        assertThat(fit.meanLag()).isCloseTo(5, within(1.0));
        assertThat(process.pValue(fit, 1)).isLessThan(1e-6);
        assertThat(process.goodness(fit, 1).p()).isGreaterThan(0.05);
        double[] interval = process.interval(fit, 1);
        assertThat(interval[0]).isLessThan(0.2);
        assertThat(interval[1]).isGreaterThan(0.2);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        int[][] counts = KNOWN.counts(3000, seed(2));
        DailyHawkes process = new DailyHawkes(counts[0], List.of(counts[1]), new int[3000]);
        DailyHawkes.Fit fit = process.fit();
        assertThat(process.pValue(fit, 1)).isGreaterThan(0.05);
        assertThat(process.interval(fit, 1)[0]).isZero();
    }

    @Test
    void countsOfContinuousTimeComeCloseWhereTheLagIsLongerThanADay() {
        int[][] counts = KNOWN.countsOfContinuousTime(20_000, seed(3));
        DailyHawkes.Fit fit = new DailyHawkes(counts[1], List.of(counts[0]), new int[20_000]).fit();
        assertThat(fit.offspring()[0]).isCloseTo(0.3, within(0.06));
        assertThat(fit.offspring()[1]).isCloseTo(0.2, within(0.06));
    }

    @Test
    void withoutExcitationTheBackgroundIsTheMean() {
        int[] steady = new int[400];
        java.util.Arrays.setAll(steady, day -> day % 4 == 0 ? 1 : 0);
        int[] none = new int[400];
        DailyHawkes.Fit fit = new DailyHawkes(steady, List.of(none), new int[400]).fit();
        double all = 0;
        for (double mean : new DailyHawkes(steady, List.of(none), new int[400]).means(fit)) {
            all += mean;
        }
        // at the maximum the expected number is the observed one
        assertThat(all).isCloseTo(100, within(0.01));
    }

    @Test
    void noNearbyParametersAreLikelier() {
        int[][] counts = KNOWN.counts(1500, seed(4));
        DailyHawkes process = new DailyHawkes(counts[1], List.of(counts[0]), new int[1500]);
        DailyHawkes.Fit fit = process.fit();
        double top = likelihood(process, fit, counts[1]);
        assertThat(top).isCloseTo(fit.logLikelihood(), within(1e-6));
        for (double factor : new double[] {0.99, 1.01}) {
            assertThat(likelihood(process, with(fit, fit.background()[0] * factor, 1, 1, 1), counts[1]))
                    .isLessThanOrEqualTo(top);
            assertThat(likelihood(process, with(fit, fit.background()[0], factor, 1, 1), counts[1]))
                    .isLessThanOrEqualTo(top);
            assertThat(likelihood(process, with(fit, fit.background()[0], 1, factor, 1), counts[1]))
                    .isLessThanOrEqualTo(top);
            assertThat(likelihood(process, with(fit, fit.background()[0], 1, 1, factor), counts[1]))
                    .isLessThanOrEqualTo(top + 1e-6);
        }
    }

    private static DailyHawkes.Fit with(
            DailyHawkes.Fit fit, double background, double within, double across, double lag) {
        double[] offspring = {fit.offspring()[0] * within, fit.offspring()[1] * across};
        return new DailyHawkes.Fit(new double[] {background}, offspring, fit.meanLag() * lag, 0);
    }

    /** The slow, obvious way. */
    private static double likelihood(DailyHawkes process, DailyHawkes.Fit fit, int[] target) {
        double[] means = process.means(fit);
        double sum = 0;
        for (int day = 0; day < target.length; day++) {
            sum += target[day] * Math.log(means[day]) - means[day];
        }
        return sum;
    }
}
