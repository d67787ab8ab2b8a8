package org.ascribe.core;

import java.util.regex.Pattern;

/** Names a report by its content: {@code r-} and 16 hexadecimal digits. */
public record ReportId(String value) implements Comparable<ReportId> {

    private static final Pattern FORM = Pattern.compile("r-[0-9a-f]{16}");

    public ReportId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a report id is r- and 16 hexadecimal digits, got " + value);
        }
    }

    @Override
    public int compareTo(ReportId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
