package org.ascribe.extract.speech;

import org.ascribe.core.Speaker;

/**
 * A stretch of one sentence that a voice says.
 *
 * @param first first token said, inclusive
 * @param end exclusive
 * @param verb lemma of the verb that introduces it; "quote" for a quotation, "according" for "according to"
 * @param kind what the verb does with the words
 * @param tagFirst first token of the words that introduce it ("a spokesman said on Friday"), inclusive; equal to
 *     {@code tagEnd} where the tag stands in another sentence
 * @param tagEnd exclusive
 */
public record Voice(
        Speaker speaker, int sentence, int first, int end, String verb, Kind kind, int tagFirst, int tagEnd) {

    /** What the verb does with the words. */
    public enum Kind {
        SAY,
        /** Holds them back: "suggests", "believe". */
        HEDGE,
        DENY,
        DOUBT
    }

    boolean covers(int token) {
        return first <= token && token < end;
    }

    boolean inTag(int token) {
        return tagFirst <= token && token < tagEnd;
    }
}
