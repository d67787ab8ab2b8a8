package org.ascribe.analyse.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlookModelTest {

    private static final YearMonth FIRST = YearMonth.of(2010, 1);
    private static final YearMonth CUT = YearMonth.of(2016, 10);

    @Test
    void whatHappensAfterTheCutChangesNothing() {
        double[][] tolls = wars();
        double[][] other = wars();
        int after = panel(tolls).index(CUT) + 1;
        for (double[] row : other) {
            for (int month = after; month < row.length; month++) {
                row[month] = 1_000_000;
            }
        }

        double[][] draws = new OutlookModel(panel(tolls).until(CUT), OutlookSettings.CHOSEN).draws(3);

        assertThat(new OutlookModel(panel(other).until(CUT), OutlookSettings.CHOSEN).draws(3))
                .isDeepEqualTo(draws);
    }

    @Test
    void whatHappensInTheMonthOfTheCutCounts() {
        double[][] other = wars();
        other[0][panel(other).index(CUT)] = 5000;

        assertThat(new OutlookModel(panel(other).until(CUT), OutlookSettings.CHOSEN).draws(3)[0])
                .isNotEqualTo(new OutlookModel(panel(wars()).until(CUT), OutlookSettings.CHOSEN).draws(3)[0]);
    }

    @Test
    void samePanelSameDraws() {
        Panel panel = panel(wars());

        assertThat(new OutlookModel(panel, OutlookSettings.CHOSEN).draws(14))
                .isDeepEqualTo(new OutlookModel(panel, OutlookSettings.CHOSEN).draws(14));
    }

    @Test
    void drawsAscendAndAreNeverNegative() {
        for (double[] draws : new OutlookModel(panel(wars()), OutlookSettings.CHOSEN).draws(6)) {
            assertThat(draws).hasSize(OutlookModel.DRAWS).isSorted();
            assertThat(draws[0]).isNotNegative();
        }
    }

    @Test
    void allPeaceStaysPeace() {
        assertThat(new OutlookModel(panel(new double[3][48]), OutlookSettings.CHOSEN).draws(1)[2])
                .containsOnly(0);
    }

    @Test
    void twelveMonthsAreEnoughForADistributionOfTheOwnPast() {
        double[][] young = {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}};

        double[] draws = new OutlookModel(panel(young), new OutlookSettings(0.5, 6, 12, 0, 1, 1)).draws(1)[0];

        assertThat(draws[0]).isEqualTo(1);
        assertThat(draws[draws.length - 1]).isEqualTo(12);
        // the younger half is the heavier
        assertThat(Scores.quantile(draws, 0.5)).isGreaterThan(7);
    }

    @Test
    void aPanelRefusesUnknownTollsAndRaggedRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel(new double[][] {{1, Double.NaN}}))
                .withMessageContaining("a toll is 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel(new double[][] {{1, 2}, {1}}))
                .withMessageContaining("as many months");
    }

    private static double[][] wars() {
        SplittableRandom chance = new SplittableRandom(7);
        double[][] tolls = new double[20][96];
        for (int place = 0; place < tolls.length; place++) {
            double level = place < 5 ? 0 : 3;
            for (int month = 0; month < 96; month++) {
                level = place < 5 ? 0 : Math.max(0, level * 0.95 + chance.nextDouble(-0.8, 1));
                tolls[place][month] = Math.floor(Math.expm1(level) * chance.nextDouble());
            }
        }
        return tolls;
    }

    private static Panel panel(double[][] tolls) {
        List<String> places =
                IntStream.range(0, tolls.length).mapToObj(i -> "place " + i).toList();
        return new Panel(FIRST, places, tolls);
    }
}
