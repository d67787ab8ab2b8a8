package org.ascribe.codebook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which examples belong together, so that what is learned from one is never checked on its sister: rows of one press
 * release, reports of one agency. Those that no group is known for go by the opening of their text.
 *
 * @param key member of the row that names the group; with a pattern, what the pattern finds first in it
 */
public record Grouping(@Nullable String key, @Nullable Pattern pattern) {

    /** By the opening of the text alone. */
    public static final Grouping OPENING = new Grouping(null, null);

    private static final int OPENING_LENGTH = 60;

    /**
     * From {@code FIELD} or {@code FIELD~REGEX}.
     *
     * @throws IllegalArgumentException if the regular expression is none, with what is wrong with it
     */
    public static Grouping parse(String text) {
        int tilde = text.indexOf('~');
        if (tilde < 0) {
            return new Grouping(text, null);
        }
        try {
            return new Grouping(text.substring(0, tilde), Pattern.compile(text.substring(tilde + 1)));
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("%s at character %d of \"%s\""
                    .formatted(broken.getDescription(), broken.getIndex() + 1, broken.getPattern()));
        }
    }

    String groupOf(JsonNode row, String text) {
        JsonNode named = key == null ? null : row.get(key);
        if (named != null && !named.isNull()) {
            String value = named.isString() ? named.stringValue() : named.toString();
            if (pattern == null) {
                return "of " + value;
            }
            Matcher match = pattern.matcher(value);
            if (match.find()) {
                return "of " + match.group();
            }
        }
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return "opening " + plain.substring(0, Math.min(OPENING_LENGTH, plain.length()));
    }
}
