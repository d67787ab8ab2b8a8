package org.ascribe.core.weigh;

import org.ascribe.core.Coded;

/** How far the voices agree on who did it, in the words of Airwars, with unclaimed beside them. */
public enum Status implements Coded {
    /** Claimed by the actor that other origins name too, and no voice names another or denies it. */
    CONFIRMED,
    /** One actor, named by two independent origins or more, not denied. */
    FAIR,
    /** One actor, named by one origin or only under reserve. */
    WEAK,
    /** Voices name different actors, or the one that is named denies it. */
    CONTESTED,
    /** The only actor named is ruled out by its accuser or doubted by every other voice. */
    DISCOUNTED,
    /** No voice names an actor. */
    UNCLAIMED
}
