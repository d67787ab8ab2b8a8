package org.ascribe.extract.perpetrator;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascribe.core.CodedReport;
import org.ascribe.core.Perpetrator;
import org.ascribe.core.Said;
import org.ascribe.extract.Codings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerpetratorFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Two drivers were abducted by unidentified gunmen.              | unidentified-armed | gunmen",
                "A clinic was looted by suspected rebels, who killed a guard.   | armed-group        | rebels",
                "Three volunteers were arrested by police.                      | police             | police",
                "A school was hit in a Russian missile attack near Kharkiv.     | foreign-military   | Russian",
                "Angry villagers attacked a convoy with stones, injuring a man. | civilian           | villagers",
                "Soldiers stormed the camp and killed two refugees.             | military           | Soldiers",
            })
    void theDoerIsReadWithItsClassAndWords(String text, String code, String words) {
        Said<Perpetrator> first =
                Codings.code(text).incidents().get(0).perpetrators().get(0);
        assertThat(first.value().perpetratorClass().code()).isEqualTo(code);
        assertThat(first.value().name()).isEqualTo(words);
    }

    @Test
    void aPerpetratorsNameIsTheReportsWords() {
        CodedReport coded = Codings.code("Two drivers were abducted by unidentified gunmen.");
        Said<Perpetrator> said = coded.incidents().get(0).perpetrators().get(0);
        assertThat(said.passage().in(coded.report().text()))
                .isEqualTo(said.value().name());
    }

    @Test
    void thoseWhoAreHarmedDidNotDoIt() {
        assertThat(Codings.code("Two soldiers were killed by gunmen.")
                        .incidents()
                        .get(0)
                        .perpetrators())
                .extracting(said -> said.value().name())
                .doesNotContain("soldiers");
    }
}
