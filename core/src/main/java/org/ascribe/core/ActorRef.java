package org.ascribe.core;

import org.jspecify.annotations.Nullable;

/**
 * An actor as one assertion names it.
 *
 * @param id of the dictionary ({@code islamic-state}) or made from the name ({@code x-green-brigade})
 * @param name the usual name
 * @param as the report's words, null where the text only implies the actor
 * @param at where those words stand, null together with {@code as}
 */
public record ActorRef(
        String id,
        String name,
        @Nullable String as,
        @Nullable Passage at) {

    public ActorRef {
        if ((as == null) != (at == null)) {
            throw new IllegalArgumentException("an actor's words come with their passage, got " + as + " at " + at);
        }
    }
}
