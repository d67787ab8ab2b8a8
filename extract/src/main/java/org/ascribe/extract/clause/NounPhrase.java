package org.ascribe.extract.clause;

/**
 * A noun phrase without the phrases that hang on it by a preposition.
 *
 * @param first token index in its sentence, inclusive
 * @param end exclusive
 * @param head the last noun or the pronoun
 * @param preposition the token index of the preposition that governs it, -1 if none does
 */
public record NounPhrase(int first, int end, int head, int preposition) {

    public boolean contains(int token) {
        return first <= token && token < end;
    }

    public boolean isGoverned() {
        return preposition >= 0;
    }
}
