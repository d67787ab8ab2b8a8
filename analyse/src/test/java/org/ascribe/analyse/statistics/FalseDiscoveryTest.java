package org.ascribe.analyse.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    @Test
    void eachProbabilityIsTakenTimesTheNumberOfTestsOverItsRank() {
        double[] adjusted = FalseDiscovery.adjusted(new double[] {0.04, 0.01, 0.03, 0.5});

        // by hand: 0.5; 0.04 * 4/3; 0.03 * 4/2, no more than the one above it; 0.01 * 4
        assertThat(adjusted).containsExactly(new double[] {0.16 / 3, 0.04, 0.16 / 3, 0.5}, within(1e-12));
    }

    @Test
    void nothingTestedIsNothingAdjusted() {
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
    }
}
