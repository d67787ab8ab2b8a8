package org.ascribe.core;

/** What was done to the people of a toll. */
public enum Harm implements Coded {
    KILLED,
    WOUNDED,
    CAPTURED,
    MISSING
}
