package org.ascribe.core;

/** What kind of text a report is. */
public enum Genre implements Coded {
    NEWS,
    OPINION,
    ANALYSIS,
    STATEMENT,
    PRESS_RELEASE,
    DATA_SET
}
