package org.ascribe.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnersTest {

    @Test
    void theLowestPointOfABowlIsFound() {
        double[] found = Lbfgs.minimise(
                (at, slope) -> {
                    slope[0] = 2 * (at[0] - 3);
                    slope[1] = 20 * (at[1] + 1);
                    return (at[0] - 3) * (at[0] - 3) + 10 * (at[1] + 1) * (at[1] + 1);
                },
                new double[2],
                100);
        assertThat(found[0]).isCloseTo(3, within(0.01));
        assertThat(found[1]).isCloseTo(-1, within(0.01));
    }

    @Test
    void twoCandidatesOneWithoutLabelAreLogisticRegression() {
        List<Choice> choices = new ArrayList<>();
        List<Choice.Candidate> yesNo = List.of(
                new Choice.Candidate(new int[0], Sparse.EMPTY), new Choice.Candidate(new int[] {0}, Sparse.EMPTY));
        Sparse always = new Sparse(new int[] {0}, new float[] {1});
        for (int i = 0; i < 100; i++) {
            choices.add(new Choice(always, yesNo, i < 80 ? 1 : 0));
        }
        ConditionalLogit logit =
                ConditionalLogit.learn(choices, 1, 1, new double[0], new ConditionalLogit.Settings(1e-6, 1e-6, 100));
        assertThat(logit.weights()[0]).isCloseTo(Math.log(4), within(0.01));
    }

    @Test
    void withoutExamplesTheSharedWeightsStayAsUsual() {
        ConditionalLogit logit = ConditionalLogit.learn(
                List.of(), 0, 0, new double[] {0.5, 2}, new ConditionalLogit.Settings(1, 1, 100));
        assertThat(logit.weights()).containsExactly(0.5, 2);
    }

    @Test
    void intervalsAreWilsons() {
        // Wilson's interval for 15 of 20, as in Newcombe 1998
        assertThat(CrossValidation.wilson(15, 20)[0]).isCloseTo(0.531, within(0.001));
        assertThat(CrossValidation.wilson(15, 20)[1]).isCloseTo(0.888, within(0.001));
        assertThat(CrossValidation.wilson(0, 0)).containsExactly(0, 1);
    }

    @Test
    void daysAreFoundInHeadingsAndDatelines() {
        assertThat(DayWords.find("KABUL, Afghanistan (Nov. 20, 2011) - Two men")
                        .getFirst()
                        .in(List.of()))
                .containsExactly(LocalDate.of(2011, 11, 20));
        assertThat(DayWords.find("No. 2012-04-17: report of 3 May").stream()
                        .flatMap(found -> found.in(List.of()).stream()))
                .containsExactly(LocalDate.of(2012, 4, 17), LocalDate.of(2012, 5, 3));
        assertThat(DayWords.find("On March 7 they left").getFirst().in(List.of(2019, 2020)))
                .containsExactly(LocalDate.of(2019, 3, 7), LocalDate.of(2020, 3, 7));
        assertThat(DayWords.find("They may 5 times march 3 abreast, at 10:20")).isEmpty();
    }

    @Test
    void groupsAreNeverSplit() {
        List<Noticed> examples = new ArrayList<>();
        ReadText text = TextReader.load().read("A report.", List.of());
        for (int i = 0; i < 40; i++) {
            examples.add(new Noticed("e" + i, "g" + i / 4, text, new Features(), java.util.Map.of()));
        }
        int[] parts = Folds.of(examples, 5);
        for (int i = 0; i < 40; i++) {
            assertThat(parts[i]).isEqualTo(parts[i / 4 * 4]);
        }
        assertThat(java.util.Arrays.stream(parts).distinct()).hasSize(5);
    }
}
