package org.ascribe.extract.actor;

import java.util.Set;
import org.ascribe.core.Coded;

/**
 * One name of an actor.
 *
 * @param name as it is written, case included
 * @param language ISO 639-1 of the name's origin and, where it matters, "transliterated" or "acronym"
 * @param match how the finder recognises it; empty for the exact case of a proper name
 */
public record Alias(String name, String actor, String language, Status status, Set<Match> match, String source) {

    public Alias {
        match = Set.copyOf(match);
    }

    /** What the name says besides naming. */
    public enum Status implements Coded {
        USUAL,
        FORMER,
        /** The name itself claims what others contest. */
        DISPUTED,
        /** Used by opponents. */
        PEJORATIVE
    }

    /** How a name is recognised. */
    public enum Match implements Coded {
        /** In lower case too. */
        ANY_CASE,
        /** Only where the report names the actor, its kin or its country in other words too: short acronyms. */
        CONTEXT,
        /** Also an everyday word in capitals: needs a cue in shouted text. */
        CUE,
        /** The name of a country: an actor only where it is not a place. */
        STATE
    }
}
