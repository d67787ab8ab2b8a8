package org.ascribe.core;

/** What came of one piece of input: a value, or a reason for having none. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    /**
     * Input that we could not use.
     *
     * @param code stable and countable, such as {@code file-empty}
     * @param where the file and, if any, the line or entry, so that a person can open the place
     * @param why one sentence ending in what to do
     */
    record Skipped<T>(String code, String where, String why) implements Outcome<T> {}
}
