package org.ascribe.core;

/** What is said of an actor's power. */
public enum CapabilityKind implements Coded {
    STRENGTH,
    DECLINE,
    RESURGENCE,
    /** That it may strike, here or elsewhere. */
    THREAT
}
