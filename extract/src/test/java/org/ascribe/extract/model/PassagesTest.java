package org.ascribe.extract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTest {

    private static final HashedLine.Settings SETTINGS = new HashedLine.Settings(12, 20, 0.1, 1e-4, 1);

    private static Words words(String text) {
        return Words.of(text, new WordPieces(List.of("[UNK]", "[CLS]", "[SEP]")).of(text));
    }

    private static Passages learned() {
        List<HashedLine.Example> texts = new ArrayList<>();
        List<HashedLine.Example> sentences = new ArrayList<>();
        for (String thing : List.of("bridge", "bank", "tower", "bus")) {
            Words words = words("rebels bombed the " + thing + ". the sky was clear. people ate bread at home.");
            texts.add(new HashedLine.Example(Passages.ofText(words), true, 1));
            for (int s = 0; s < 3; s++) {
                sentences.add(new HashedLine.Example(Passages.ofSentence(words, s), s == 0, 1));
            }
            Words other = words("the harvest of " + thing + " town was good. people ate bread at home.");
            texts.add(new HashedLine.Example(Passages.ofText(other), false, 1));
            for (int s = 0; s < 2; s++) {
                sentences.add(new HashedLine.Example(Passages.ofSentence(other, s), false, 1));
            }
        }
        return new Passages(HashedLine.learn(texts, SETTINGS), HashedLine.learn(sentences, SETTINGS), 0);
    }

    @Test
    void aSentenceLikeThoseThatNamedThingsIsReadAndOneAboutBreadIsNot() {
        Words words = words("rebels bombed the station. the sky was clear. people ate bread at home.");
        double[] odds = learned().odds(words);
        assertThat(odds).hasSize(3);
        assertThat(odds[0]).isGreaterThan(odds[1]).isGreaterThan(odds[2]);
        boolean[] read =
                learned().withLeast((odds[0] + Math.max(odds[1], odds[2])) / 2).read(words);
        assertThat(read[1]).isTrue();
        assertThat(read[words.size() - 1]).isFalse();
    }

    @Test
    void aTextWithoutWordsHasNothingToRead() {
        assertThat(learned().read(words(""))).isEmpty();
    }

    @Test
    void whatIsWrittenReadsTheSame() throws IOException {
        Passages passages = learned().withLeast(0.25);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        passages.write(new DataOutputStream(bytes));
        Passages again = Passages.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        Words words = words("rebels bombed the station. people ate bread at home.");
        // weights are kept in half precision
        assertThat(again.odds(words)[0]).isCloseTo(passages.odds(words)[0], within(0.01));
        assertThat(again.read(words)).isEqualTo(passages.read(words));
    }
}
