package org.ascribe.extract.language;

import java.util.Locale;
import org.ascribe.core.Passage;

/**
 * A word or mark.
 *
 * @param text as it stands in the report
 * @param pos universal part of speech: NOUN, PROPN, VERB, AUX, ADJ, ADV, ADP, DET, PRON, NUM, PART, CCONJ, SCONJ, PUNCT,
 *     SYM, INTJ, X
 * @param lemma lower case
 */
public record Token(Passage passage, String text, String pos, String lemma) {

    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    public boolean is(String... words) {
        for (String word : words) {
            if (text.equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    public boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}
