package org.ascribe.core;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The data set that a report of genre {@link Genre#DATA_SET} is a row of, as {@link Report#source()} keeps it: {@code data
 * set: UCDP GED; licence: CC BY 4.0; redistribution: yes; rows: incidents; cite: ...}. What stands there goes with the
 * report, so that an export can leave out what may not be passed on.
 *
 * @param name of the data set, the outlet of its reports; no semicolon
 * @param licence in its owner's words, short; no semicolon
 * @param cite how the owner wants to be named; the last part, so it may hold anything
 */
public record DataSource(String name, String licence, Redistribution redistribution, Rows rows, String cite) {

    /** Whether rows may be passed on to others. */
    public enum Redistribution implements Coded {
        YES,
        /** Not without the owner's leave: exports leave it out unless told otherwise. */
        NO
    }

    /** What a row of the data set stands for. */
    public enum Rows implements Coded {
        /** An incident that no other row tells: by the data set's own word, two rows are two incidents. */
        INCIDENTS,
        /** One mention; several rows may tell one incident. */
        MENTIONS
    }

    public DataSource {
        if (name.isBlank() || name.contains(";") || licence.contains(";")) {
            throw new IllegalArgumentException(
                    "a data set has a name, and name and licence no semicolon, got " + name + ", " + licence);
        }
    }

    /** For {@link Report#source()}. */
    public String written() {
        return "data set: " + name + "; licence: " + licence + "; redistribution: " + redistribution.code() + "; rows: "
                + rows.code() + "; cite: " + cite;
    }

    /** The data set of this report, empty for a report that is no row of one. */
    public static Optional<DataSource> of(Report report) {
        return report.genre() == Genre.DATA_SET && report.source() != null ? parse(report.source()) : Optional.empty();
    }

    /** What {@link #written} wrote; empty for anything else. */
    public static Optional<DataSource> parse(String written) {
        Map<String, String> parts = new TreeMap<>();
        for (String part : written.split("; ", 5)) {
            int colon = part.indexOf(": ");
            if (colon > 0) {
                parts.put(part.substring(0, colon), part.substring(colon + 2));
            }
        }
        Optional<Redistribution> redistribution =
                Coded.find(Redistribution.class, parts.getOrDefault("redistribution", ""));
        Optional<Rows> rows = Coded.find(Rows.class, parts.getOrDefault("rows", ""));
        String name = parts.get("data set");
        return name == null || redistribution.isEmpty() || rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new DataSource(
                        name,
                        parts.getOrDefault("licence", ""),
                        redistribution.get(),
                        rows.get(),
                        parts.getOrDefault("cite", "")));
    }
}
