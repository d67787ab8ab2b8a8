package org.ascribe.codebook;

import java.util.List;
import java.util.Locale;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;

/** Words, pairs and triples of words as they stand, figures made alike. */
final class WordFeatures implements FeatureProvider {

    @Override
    public String prefix() {
        return "word";
    }

    @Override
    public void notice(ReadText text, Sentence sentence, Features features) {
        List<String> words = sentence.tokens().stream().map(WordFeatures::word).toList();
        for (int i = 0; i < words.size(); i++) {
            features.set("word:" + words.get(i));
            if (i + 1 < words.size()) {
                features.set("word:" + words.get(i) + " " + words.get(i + 1));
            }
            if (i + 2 < words.size()) {
                features.set("word:" + words.get(i) + " " + words.get(i + 1) + " " + words.get(i + 2));
            }
        }
    }

    static String word(Token token) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        return lower.codePoints().anyMatch(Character::isDigit) ? lower.replaceAll("\\d", "0") : lower;
    }
}
