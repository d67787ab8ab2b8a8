package org.ascribe.analyse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthSurpriseTest {

    private static int[] each(int months, int count) {
        int[] counts = new int[months];
        Arrays.fill(counts, count);
        return counts;
    }

    @Test
    void oneIncidentAfterTwoEmptyYearsIsNoSurpriseForAThousandSeries() {
        // one incident falls on the last of 25 months by chance once in 25
        assertThat(new MonthSurprise(0).probability(each(24, 0), 1)).isCloseTo(1.0 / 25, within(1e-12));
    }

    @Test
    void threeIncidentsAfterTwoEmptyYearsAreTheCubeOfThat() {
        assertThat(new MonthSurprise(0).probability(each(24, 0), 3)).isCloseTo(Math.pow(1.0 / 25, 3), within(1e-15));
    }

    @Test
    void aMonthWithoutIncidentsIsNeverUnusual() {
        assertThat(new MonthSurprise(0.5).probability(each(24, 9), 0)).isEqualTo(1);
    }

    @Test
    void moreIncidentsAreNeverLessSurprising() {
        MonthSurprise uneven = new MonthSurprise(0.7);
        for (int count = 1; count < 30; count++) {
            assertThat(uneven.probability(each(24, 2), count + 1)).isLessThan(uneven.probability(each(24, 2), count));
        }
    }

    @Test
    void burstsMakeAHighMonthLessOfASurprise() {
        assertThat(new MonthSurprise(1).probability(each(24, 2), 9))
                .isGreaterThan(10 * new MonthSurprise(0).probability(each(24, 2), 9));
    }

    @Test
    void howUnevenMonthsAreIsReadFromAllSeriesTogether() {
        int[] bursts = new int[24];
        for (int month = 0; month < 24; month += 6) {
            bursts[month] = 6;
        }

        assertThat(MonthSurprise.of(List.of(each(24, 2), each(24, 1))).unevenness())
                .isZero();
        assertThat(MonthSurprise.of(List.of(bursts, bursts)).unevenness()).isGreaterThan(1);
        assertThat(MonthSurprise.of(List.of(each(24, 0))).unevenness()).isZero();
    }
}
