package org.ascribe.analyse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against figures that stand in print or can be worked out by hand. */
class ExactIntervalsTest {

    @Test
    void noIncidentIsCompatibleWithARateOfUpToThreePointSeven() {
        Interval none = ExactIntervals.garwood(0, 0.95);

        assertThat(none.low()).isZero();
        // exp(-x) = 0.025
        assertThat(none.high()).isCloseTo(-Math.log(0.025), within(1e-9));
    }

    @Test
    void tenIncidentsAreFourPointEightToEighteenPointFourAsInGarwoodsTable() {
        Interval ten = ExactIntervals.garwood(10, 0.95);

        assertThat(ten.low()).isCloseTo(4.795, within(0.001));
        assertThat(ten.high()).isCloseTo(18.390, within(0.001));
    }

    @Test
    void noneOfTenIsAShareOfUpToThirtyOnePercent() {
        Interval none = ExactIntervals.share(0, 10, 0.95);

        assertThat(none.low()).isZero();
        // (1 - x)^10 = 0.025
        assertThat(none.high()).isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-9));
        assertThat(ExactIntervals.share(10, 10, 0.95).high()).isEqualTo(1);
    }

    @Test
    void aRatioHasNoUpperBoundWhereNothingWasBefore() {
        Interval ratio = ExactIntervals.rateRatio(3, 90, 0, 90, 0.95);

        assertThat(ratio.high()).isInfinite();
        // share x with x^3 = 0.025, as odds
        double share = Math.cbrt(0.025);
        assertThat(ratio.low()).isCloseTo(share / (1 - share), within(1e-9));
    }

    @Test
    void aRatioTakesUnequalWindowsIntoAccount() {
        Interval equal = ExactIntervals.rateRatio(6, 100, 3, 100, 0.95);
        Interval shorter = ExactIntervals.rateRatio(6, 50, 3, 100, 0.95);

        assertThat(shorter.low()).isCloseTo(2 * equal.low(), within(1e-9));
        assertThat(shorter.high()).isCloseTo(2 * equal.high(), within(1e-9));
    }

    @Test
    void withoutDaysThereIsNoRate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactIntervals.rateRatio(1, 0, 1, 90, 0.95))
                .withMessageContaining("above 0");
    }
}
