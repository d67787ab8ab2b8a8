package org.ascribe.extract.model;

/**
 * Some words that may be a mention.
 *
 * @param from first word, inclusive
 * @param to word after the last
 * @param share what the encoder gives to exactly these words, 0..1
 */
public record Span(int from, int to, double share) {

    /** Whether the two have a word in common. */
    public boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }
}
