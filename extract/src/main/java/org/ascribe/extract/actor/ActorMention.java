package org.ascribe.extract.actor;

import org.ascribe.core.ActorRef;
import org.ascribe.core.Passage;

/**
 * Words of a report that name an actor.
 *
 * @param passage the name alone, without article: "IS" of "the IS fighters"
 * @param sentence index of the sentence in the parsed report
 * @param firstToken first token of the name in that sentence, inclusive
 * @param endToken token after the name, exclusive
 * @param modifier whether the name only modifies another noun: "the IS threat", "Taliban fighters"
 */
public record ActorMention(
        ActorRef actor, Kind kind, Passage passage, int sentence, int firstToken, int endToken, boolean modifier) {

    /** By what kind of words an actor is named. */
    public enum Kind {
        /** By name: "Islamic State", "Daesh". */
        NAMED,
        /** By a seat of power: "Moscow", "the Kremlin". An actor only where it speaks or acts. */
        METONYM,
        /** By a people: "the Russians". */
        NATIONALITY,
        /** By what it is: "Afghan authorities", "Russian officials". */
        DESCRIPTION
    }
}
