package org.ascribe.analyse.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ascribe.analyse.relations.CommonOdds.Group;
import org.junit.jupiter.api.Test;

class CommonOddsTest {

    @Test
    void oneGroupIsABinomial() {
        // 3 of 10 at even odds: the factor is 3/7; fewer and half of 3: (1 + 10 + 45 + 60) / 1024
        CommonOdds odds = new CommonOdds(List.of(new Group(10, 1)), 3);
        assertThat(odds.factor()).isCloseTo(3 / 7.0, within(1e-9));
        assertThat(odds.expected()).isCloseTo(5, within(1e-12));
        assertThat(odds.pValue()).isCloseTo(2 * 116 / 1024.0, within(1e-12));
    }

    @Test
    void intervalHoldsTheFactorsThatTheTestWouldNotRefuse() {
        double[] interval = new CommonOdds(List.of(new Group(10, 1)), 3).interval(0.95);
        for (double end : interval) {
            CommonOdds there = new CommonOdds(List.of(new Group(10, end)), 3);
            assertThat(there.pValue()).isCloseTo(0.05, within(1e-6));
        }
        assertThat(interval[0]).isLessThan(3 / 7.0);
        assertThat(interval[1]).isGreaterThan(3 / 7.0);
    }

    @Test
    void groupsOfDifferentChanceAreAddedUp() {
        // two trials, chances 1/2 and 1/4: none 3/8, one 4/8, both 1/8
        CommonOdds odds = new CommonOdds(List.of(new Group(1, 1), new Group(1, 1 / 3.0)), 0);
        assertThat(odds.pValue()).isCloseTo(2 * 3 / 16.0, within(1e-12));
        assertThat(odds.factor()).isZero();
        assertThat(odds.interval(0.95)[0]).isZero();
        assertThat(odds.interval(0.95)[1]).isFinite();
    }

    @Test
    void nothingButSuccessHasNoUpperEnd() {
        CommonOdds odds = new CommonOdds(List.of(new Group(5, 1)), 5);
        assertThat(odds.factor()).isInfinite();
        assertThat(odds.interval(0.95)[1]).isInfinite();
        assertThat(odds.interval(0.95)[0]).isGreaterThan(1);
    }

    @Test
    void thousandsOfTrialsComeToTheNormalApproximation() {
        CommonOdds odds = new CommonOdds(List.of(new Group(10_000, 1)), 5_000);
        double half = 1.96 * Math.sqrt(1 / 5000.0 + 1 / 5000.0);
        assertThat(Math.log(odds.interval(0.95)[1])).isCloseTo(half, within(0.001));
    }
}
