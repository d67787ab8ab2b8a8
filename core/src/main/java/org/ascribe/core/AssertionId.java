package org.ascribe.core;

/** Names an assertion by its content: {@code a-} and 16 hexadecimal digits. */
public record AssertionId(String value) implements Comparable<AssertionId> {

    public AssertionId {
        if (!value.matches("a-[0-9a-f]{16}")) {
            throw new IllegalArgumentException("an assertion id is a- and 16 hexadecimal digits, got " + value);
        }
    }

    @Override
    public int compareTo(AssertionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
