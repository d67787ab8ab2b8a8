package org.ascribe.extract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static Words words(String text) {
        return Words.of(text, new WordPieces(List.of("[UNK]", "[CLS]", "[SEP]")).of(text));
    }

    @Test
    void aTextInCapitalsIsPartedIntoSentencesAndParagraphs() {
        Words words = words("COL. DIAZ OF THE U.S. EMBASSY LEFT.  HE RETURNED.\n\n   ALL WAS QUIET.");
        assertThat(words.sentence(0)).isZero();
        assertThat(words.lower(10)).isEqualTo("left");
        assertThat(words.sentence(10)).isZero();
        assertThat(words.sentence(12)).isEqualTo(1);
        assertThat(words.paragraph(12)).isZero();
        assertThat(words.lower(15)).isEqualTo("all");
        assertThat(words.paragraph(15)).isEqualTo(1);
        assertThat(words.sentence(15)).isEqualTo(2);
    }

    @Test
    void aSliceHasSingleBlanks() {
        assertThat(words("THE NORTHERN\n   BRIDGE FELL").slice(1, 3)).isEqualTo("NORTHERN BRIDGE");
    }
}
