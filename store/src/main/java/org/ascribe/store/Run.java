package org.ascribe.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of one import: what went in, with which settings of which program, and what came out.
 *
 * @param settings as {@code key=value} lines, sorted
 */
public record Run(
        Instant startedAt,
        Duration took,
        String programVersion,
        String javaVersion,
        String settings,
        List<Input> inputs,
        int reportsRead,
        Appended appended,
        List<Skip> skipped) {

    public Run {
        inputs = List.copyOf(inputs);
        skipped = List.copyOf(skipped);
    }

    /**
     * One input as the user named it.
     *
     * @param digest SHA-256 in hexadecimal digits; of a folder, over the names and contents of its files; null for an
     *     address
     */
    public record Input(
            String name, @Nullable Long bytes, @Nullable String digest) {}

    /** One piece of input that could not be used. */
    public record Skip(String code, String place, String why) {}
}
