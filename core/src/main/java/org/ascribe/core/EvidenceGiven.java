package org.ascribe.core;

/** What the text says about the evidence for a responsibility. */
public enum EvidenceGiven implements Coded {
    /** The text says that none is given. */
    NONE,
    /** The text names some. */
    CITED,
    UNSTATED
}
