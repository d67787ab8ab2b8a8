package org.ascribe.codebook;

import org.ascribe.core.Coded;

/** What sort of value a field takes. */
public enum FieldKind implements Coded {
    /** A day, written {@code 2011-11-19}. */
    DATE,
    /** A number of something: 0, 3, 12.5. */
    NUMBER,
    /** {@code true} or {@code false}. */
    YES_NO,
    /** One of a list of words. */
    ONE_OF,
    /** Any of a list of words, none included. */
    ANY_OF,
    /** Free text, such as a title or a note: kept out of learning and filling. */
    TEXT
}
