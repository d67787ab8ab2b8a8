package org.ascribe.bench.muc4;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.extract.model.WordPieces;
import org.ascribe.extract.model.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static List<String> dates(String words) {
        String text = "   PUERTO NUEVO, 15 MAR 89 (AGENCY) -- [TEXT] " + words;
        return Times.find(text, Words.of(text, new WordPieces(List.of("[UNK]", "[CLS]", "[SEP]")).of(text))).stream()
                .map(Times.Time::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A BRIDGE WAS BLOWN UP TODAY.            | 15 MAR 89",
                "A BRIDGE WAS BLOWN UP LAST NIGHT.       | 14 MAR 89",
                "IT FELL ON MONDAY.                      | 13 MAR 89",
                "IT FELL ON 6 JANUARY AT NOON.           | 06 JAN 89",
                "IT FELL ON 6 NOVEMBER.                  | 06 NOV 88",
                "IT FELL ON NOVEMBER 6, 1987.            | 06 NOV 87",
                "IT FELL 2 WEEKS AGO.                    | 01 MAR 89",
                "IT FELL IN FEBRUARY.                    | 01 FEB 89 - 28 FEB 89",
                "IT FELL THE DAY BEFORE YESTERDAY.       | 13 MAR 89"
            })
    void aDateIsCountedFromTheDateline(String sentence, String date) {
        assertThat(dates(sentence)).containsExactly("- 15 MAR 89", date);
    }

    @Test
    void adayThatDoesNotExistIsNoDate() {
        assertThat(dates("IT FELL ON 31 JUNE.")).containsExactly("- 15 MAR 89");
    }

    @Test
    void withoutADatelineThereIsNoDate() {
        assertThat(Times.dateline("   PUERTO NUEVO, NO DATE -- [TEXT] NOTHING")).isNull();
        assertThat(Times.dateline("   PUERTO NUEVO, JUNE 11 89 (AGENCY) -- [TEXT]"))
                .isEqualTo(LocalDate.of(1989, 6, 11));
    }
}
