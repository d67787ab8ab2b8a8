package org.ascribe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuantityTest {

    private static TextReader reader;

    @BeforeAll
    static void load() {
        reader = TextReader.load();
    }

    @Test
    void moreThanTenAreElevenAndWereDetained() {
        assertThat(captured("The patrol detained more than ten suspected insurgents."))
                .containsExactly(11);
    }

    @Test
    void theDetentionOfFourIsFourDetained() {
        assertThat(captured("The search led to the detention of four insurgents."))
                .containsExactly(4);
    }

    @Test
    void twoOfHisMenAreTwo() {
        assertThat(captured("The force captured one commander and two of his associates."))
                .containsExactly(1, 2);
    }

    @Test
    void identifiedAndDetainedIsDetained() {
        assertThat(captured("Three men were identified and detained.")).containsExactly(3);
    }

    @Test
    void thoseTakenIntoCustodyAreDetainedAlsoWhereTheyStandBetween() {
        assertThat(captured("The patrol took the two occupants of the vehicle into custody."))
                .containsExactly(2);
    }

    @Test
    void whoeverIsCalledHeAndWasKilledIsAQuantity() {
        assertThat(reader.read("An armed man fired on the patrol. He was engaged and killed.", List.of())
                        .quantities())
                .anySatisfy(quantity -> {
                    assertThat(quantity.word()).isEqualTo("he");
                    assertThat(quantity.roles()).contains("done to #kill");
                });
    }

    @Test
    void aYearNamedInPassingDoesNotMoveATextOutOfItsSeries() {
        Series series = Series.learn(
                List.of(
                        numbered("No. 2010-07-CA-010. July 3: they detained a man linked to the attack of 2008."),
                        numbered("No. 2010-07-CA-020. July 5: they detained a man."),
                        numbered("No. 2010-07-CA-030. July 7: they detained a man.")),
                example -> Optional.of(LocalDate.of(2010, 7, 4)));
        assertThat(series.day("No. 2010-07-CA-015. Two men were detained.", true))
                .hasToString("2010-07-04");
    }

    @Test
    void aTextWithoutADayStandsBetweenItsNeighboursNumbers() {
        Series series = Series.learn(
                List.of(
                        numbered("No. A-01-10 (May 2, 2011)"),
                        numbered("No. A-01-14 (May 4, 2011)"),
                        numbered("No. A-01-20 (May 9, 2011)")),
                example -> Optional.empty());
        assertThat(series.day("No. A-01-12: nobody was hurt.", true)).hasToString("2011-05-03");
        assertThat(series.day("No. B-7: nobody was hurt.", true)).isNull();
    }

    private static Noticed numbered(String text) {
        return new Noticed("", "", reader.read(text, List.of()), new Features(), Map.of());
    }

    private static Set<Integer> captured(String text) {
        return reader.read(text, List.of()).quantities().stream()
                .filter(quantity -> quantity.roles().contains("done to #capture"))
                .map(Quantity::number)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
