package org.ascribe.analyse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {

    private static int[] twoRates(int before, int after) {
        int[] counts = new int[48];
        Arrays.fill(counts, 0, 24, before);
        Arrays.fill(counts, 24, 48, after);
        return counts;
    }

    @Test
    void aCampaignThatBeginsIsDatedToItsFirstMonth() {
        var changes = new ChangePoints(twoRates(1, 8)).changes();

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.at()).isEqualTo(24);
            assertThat(change.probabilityNear()).isGreaterThan(0.99);
            assertThat(change.from()).isLessThanOrEqualTo(24);
            assertThat(change.to()).isGreaterThanOrEqualTo(24);
            assertThat(change.before().interval().holds(1)).isTrue();
            assertThat(change.after().interval().holds(8)).isTrue();
            assertThat(change.after().interval().holds(1)).isFalse();
        });
    }

    @Test
    void aSteadyRateHasNoChange() {
        assertThat(new ChangePoints(twoRates(3, 3)).changes()).isEmpty();
    }

    @Test
    void aYearWithoutIncidentsHasNoChangeAndARateNearNone() {
        ChangePoints none = new ChangePoints(new int[12]);

        assertThat(none.changes()).isEmpty();
        assertThat(none.rate(5).interval().low()).isLessThan(0.01);
    }

    @Test
    void oneMonthAloneHasARateAndNoChange() {
        ChangePoints one = new ChangePoints(new int[] {4});

        assertThat(one.changes()).isEmpty();
        assertThat(one.rate(0).interval().holds(4)).isTrue();
    }

    @Test
    void twoMonthsAgreeWithTheProbabilityWorkedOutByHand() {
        // counts 0 and 2: mean 1, so the prior is gamma with shape 1 and scale 1; factorials cancel
        // together: 1 * 2! / 3^3 times 119/120; apart: (1/2) * (2! / 2^3) times 1/120
        double together = 2.0 / 27 * 119 / 120;
        double apart = 0.5 * 2.0 / 8 / 120;

        assertThat(new ChangePoints(new int[] {0, 2}).probability(1))
                .isCloseTo(apart / (together + apart), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theRecursionsAgreeWithGoingThroughEveryParting(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        int[] counts = chance.ints(9, 0, 7).toArray();
        double[] changes = new double[counts.length];
        double all = 0;
        for (int parting = 0; parting < 1 << (counts.length - 1); parting++) {
            double weight = weight(counts, parting);
            all += weight;
            for (int month = 1; month < counts.length; month++) {
                if ((parting >> (month - 1) & 1) == 1) {
                    changes[month] += weight;
                }
            }
        }

        ChangePoints points = new ChangePoints(counts, 1);

        for (int month = 1; month < counts.length; month++) {
            assertThat(points.probability(month))
                    .as("seed %d, month %d", seed, month)
                    .isCloseTo(changes[month] / all, within(1e-9));
        }
        assertThat(points.probabilityOfChange(1, counts.length - 1))
                .as("seed %d", seed)
                .isCloseTo(1 - weight(counts, 0) / all, within(1e-9));
    }

    /** Each bit of the parting says whether the next month begins a new stretch. */
    private static double weight(int[] counts, int parting) {
        double scale = counts.length / Math.max(0.5, Arrays.stream(counts).sum());
        double weight = 1;
        int sum = 0;
        int length = 0;
        for (int month = 0; month < counts.length; month++) {
            boolean begins = month > 0 && (parting >> (month - 1) & 1) == 1;
            if (begins) {
                weight *= stretch(sum, length, scale) / 120;
                sum = 0;
                length = 0;
            } else if (month > 0) {
                weight *= 119.0 / 120;
            }
            sum += counts[month];
            length++;
        }
        return weight * stretch(sum, length, scale);
    }

    private static double stretch(int sum, int length, double scale) {
        double factorial = 1;
        for (int i = 2; i <= sum; i++) {
            factorial *= i;
        }
        return scale * factorial / Math.pow(scale + length, 1 + sum);
    }

    @Test
    void burstsAroundASteadyRateAreNotTakenForChanges() {
        SplittableRandom chance = new SplittableRandom(7);
        // a rate that is drawn anew each month, 10 to 190 around 100
        int[] counts = chance.ints(48, 10, 191).toArray();

        ChangePoints points = new ChangePoints(counts);

        assertThat(points.dispersion()).isGreaterThan(10);
        assertThat(points.changes()).isEmpty();
        assertThat(new ChangePoints(counts, 1).changes()).hasSizeGreaterThan(10);
    }

    @Test
    void changesOneAfterTheOtherHaveTheRatesOfTheirOwnStretches() {
        int[] counts = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 30, 30, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 90};

        var changes = new ChangePoints(counts).changes();

        assertThat(changes.stream().map(ChangePoints.Change::at)).containsExactly(10, 12);
        assertThat(changes.getFirst().before().mean()).isCloseTo(1, within(1.0));
        assertThat(changes.getFirst().after().mean()).isCloseTo(30, within(5.0));
        assertThat(changes.getLast().before().mean()).isCloseTo(30, within(5.0));
        assertThat(changes.getLast().after().mean()).isCloseTo(90, within(5.0));
    }

    @Test
    void aMonthHasNoNegativeCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangePoints(new int[] {1, -1}));
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangePoints(new int[0]));
    }
}
