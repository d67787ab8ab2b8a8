package org.ascribe.core;

import java.util.regex.Pattern;

/** Names an assertion by its content: {@code a-} and 16 hexadecimal digits. */
public record AssertionId(String value) implements Comparable<AssertionId> {

    private static final Pattern FORM = Pattern.compile("a-[0-9a-f]{16}");

    public AssertionId {
        if (!FORM.matcher(value).matches()) {
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
