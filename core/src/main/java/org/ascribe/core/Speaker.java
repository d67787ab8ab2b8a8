package org.ascribe.core;

import org.jspecify.annotations.Nullable;

/**
 * Whoever says it.
 *
 * @param name the usual name: of an actor, a body, a person in office, an outlet; "author" for the report's own voice
 * @param as the report's words, null for the report's own voice
 * @param at where those words stand, null together with {@code as}
 * @param actor id of the actor that speaks or for which the speaker speaks, null if none is known
 * @param reportedBy where A reports that B said: A, for the assertion of B; null otherwise
 */
public record Speaker(
        String name,
        @Nullable String as,
        @Nullable Passage at,
        Role role,
        @Nullable String actor,
        @Nullable Speaker reportedBy) {

    /** In what capacity a speaker speaks. */
    public enum Role implements Coded {
        /** A party to the conflict. */
        PARTY,
        OFFICIAL,
        WITNESS,
        EXPERT,
        /** A body that watches and counts: the UN, a monitoring group. */
        MONITOR,
        MEDIUM,
        AUTHOR,
        DATA_SET,
        /** Said by somebody the text does not name: "reportedly". */
        UNNAMED
    }

    public Speaker {
        if ((as == null) != (at == null)) {
            throw new IllegalArgumentException("a speaker's words come with their passage, got " + as + " at " + at);
        }
    }
}
