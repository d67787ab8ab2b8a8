package org.ascribe.core;

/** Whether the voice says that it is so. */
public enum Polarity implements Coded {
    AFFIRMED,
    DENIED,
    DOUBTED
}
