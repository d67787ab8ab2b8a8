package org.ascribe.extract.read;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ascribe.core.Coded;
import org.ascribe.core.Genre;
import org.jspecify.annotations.Nullable;

/** Values of named fields: front matter, JSON Lines, columns. An empty value is unknown; an unreadable one is refused. */
final class Fields {

    private Fields() {}

    static @Nullable LocalDate date(String field, @Nullable String value, ReadSettings settings) throws Unreadable {
        String given = Draft.orNull(value);
        if (given == null) {
            return null;
        }
        LocalDate date = Dates.find(given).orElse(settings.published());
        if (date == null) {
            throw new Unreadable(
                    "date-unreadable",
                    "\"%s\" is \"%s\", expected a date such as 2021-03-12; correct it, or give the day with --published"
                            .formatted(field, shorten(given)));
        }
        return date;
    }

    static @Nullable Genre genre(@Nullable String value) throws Unreadable {
        String given = Draft.orNull(value);
        if (given == null) {
            return null;
        }
        return Coded.find(Genre.class, given.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .orElseThrow(() -> new Unreadable(
                        "genre-unknown",
                        "\"genre\" is \"%s\", expected one of %s; correct it or leave it out"
                                .formatted(
                                        shorten(given),
                                        Arrays.stream(Genre.values())
                                                .map(Coded::code)
                                                .collect(Collectors.joining(", ")))));
    }

    /** Names separated by semicolons. */
    static List<String> names(@Nullable String value) {
        return value == null
                ? List.of()
                : Arrays.stream(value.split(";"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** At most 80 characters of it, on one line. */
    static String shorten(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, line.offsetByCodePoints(0, 77)) + "...";
    }
}
