package org.ascribe.extract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {

    private static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "rebel", "##s", "attack", "##ed", "u", ".", "s", "creme", "[",
            "]", "京");

    private static List<String> cut(String text) {
        Pieces pieces = new WordPieces(VOCABULARY).of(text);
        List<String> found = new ArrayList<>();
        for (int p = 0; p < pieces.size(); p++) {
            int from = text.offsetByCodePoints(0, pieces.start(p));
            int to = text.offsetByCodePoints(0, pieces.end(p));
            found.add(VOCABULARY.get(pieces.id(p)) + "=" + text.substring(from, to) + (pieces.opensWord(p) ? "" : "+"));
        }
        return found;
    }

    @Test
    void wordsInCapitalsAreCutIntoPiecesThatKeepTheirPlace() {
        assertThat(cut("THE REBELS\n ATTACKED"))
                .containsExactly("the=THE", "rebel=REBEL", "##s=S+", "attack=ATTACK", "##ed=ED+");
    }

    @Test
    void aWordWithAPieceThatIsUnknownIsUnknownAsAWhole() {
        assertThat(cut("rebelx attack")).containsExactly("[UNK]=rebelx", "attack=attack");
    }

    @Test
    void marksAndChineseCharactersAreWordsOfTheirOwn() {
        assertThat(cut("[u.s.]京京")).containsExactly("[=[", "u=u", ".=.", "s=s", ".=.", "]=]", "京=京", "京=京");
    }

    @Test
    void accentsAreDroppedAndPlacesCountCodePoints() {
        assertThat(cut("\uD83D\uDCA5 Cre\u0300me crème"))
                .containsExactly("[UNK]=\uD83D\uDCA5", "creme=Cre\u0300me", "creme=crème");
    }

    @Test
    void controlCharactersAndEndlessWordsDoNoHarm() {
        assertThat(cut("the\u0000\u200brebels")).containsExactly("[UNK]=the\u0000\u200brebels");
        assertThat(cut("a".repeat(101))).containsExactly("[UNK]=" + "a".repeat(101));
        assertThat(cut("  \n")).isEmpty();
    }

    @Test
    void aVocabularyWithoutItsMarksIsRefused() {
        assertThatThrownBy(() -> new WordPieces(List.of("the")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[UNK]");
    }
}
