package org.ascribe.analyse.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void crpsOfOnePointIsItsDistance() {
        assertThat(Scores.crps(new double[] {10}, 4)).isEqualTo(6);
        assertThat(Scores.crps(new double[] {4, 4, 4}, 4)).isZero();
    }

    @Test
    void crpsOfTwoPointsIsTheirMeanDistanceLessAQuarterOfWhatLiesBetweenThem() {
        // (4 + 6) / 2 - (10 + 10) / 4 / 2
        assertThat(Scores.crps(new double[] {0, 10}, 4)).isEqualTo(2.5);
    }

    @Test
    void intervalScoreIsTheWidthAndTwentyTimesWhatLiesOutsideOfNinetyPerCent() {
        double[] draws = IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray();

        assertThat(Scores.interval(draws, 50, 0.9)).isEqualTo(90, within(1e-9));
        assertThat(Scores.interval(draws, 100, 0.9)).isEqualTo(90 + 20 * 5, within(1e-9));
        assertThat(Scores.interval(draws, 4, 0.9)).isEqualTo(90 + 20 * 1, within(1e-9));
    }

    @Test
    void ignoranceCountsTheDrawsOfTheOutcomesBinAndOneMoreInEach() {
        double[] draws = new double[12];

        // 13 of 23, 1 of 23
        assertThat(Scores.ignorance(draws, 0)).isEqualTo(0.8231, within(1e-4));
        assertThat(Scores.ignorance(draws, 1200)).isEqualTo(4.5236, within(1e-4));
    }

    @Test
    void aBinOfIgnoranceBeginsWithItsLowerEnd() {
        double[] draws = {0.5, 0.5, 2.4, 2.5};

        // three of four in 0.5 to 2.5
        assertThat(Scores.ignorance(draws, 1)).isEqualTo(-Math.log(4 / 15.0) / Math.log(2), within(1e-9));
        assertThat(Scores.ignorance(draws, 0.4)).isEqualTo(-Math.log(1 / 15.0) / Math.log(2), within(1e-9));
    }

    @Test
    void quantilesLieLinearlyBetweenTheDraws() {
        assertThat(Scores.quantile(new double[] {0, 10}, 0.25)).isEqualTo(2.5);
        assertThat(Scores.quantile(new double[] {7}, 0.9)).isEqualTo(7);
    }
}
