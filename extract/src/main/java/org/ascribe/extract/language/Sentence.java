package org.ascribe.extract.language;

import java.util.List;
import org.ascribe.core.Passage;

/**
 * @param index position in the report, from 0
 * @param paragraph position of its paragraph in the report, from 0
 * @param tokens in order, not empty
 */
public record Sentence(int index, int paragraph, Passage passage, List<Token> tokens) {

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public Token token(int index) {
        return tokens.get(index);
    }

    public int size() {
        return tokens.size();
    }

    /** The passage from the token {@code first} to the token before {@code end}. */
    public Passage passage(int first, int end) {
        return new Passage(
                tokens.get(first).passage().start(),
                tokens.get(end - 1).passage().end());
    }
}
