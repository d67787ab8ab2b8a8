package org.ascribe.core;

/** How a voice ties an actor to an incident. */
public enum Stance implements Coded {
    /** By the actor itself. */
    CLAIMED,
    /** By the report's own voice, as fact. */
    STATED,
    ACCUSED,
    /** Hedged. */
    SUSPECTED,
    DENIED,
    DOUBTED,
    /** The text says that nobody claimed it. */
    UNCLAIMED
}
