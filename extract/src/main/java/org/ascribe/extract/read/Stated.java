package org.ascribe.extract.read;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Properties of an office document. Programs fill them with file names and account names, so one counts only if the text
 * bears it out.
 */
final class Stated {

    private static final int TOP_CHARS = 2000;

    private Stated() {}

    /** The property if the beginning of the text holds it, else null. */
    static @Nullable String inText(@Nullable String property, String text) {
        String value = Draft.orNull(property);
        if (value == null || value.length() < 5) {
            return null;
        }
        String top = text.substring(0, Math.min(TOP_CHARS, text.length()))
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        return top.contains(value.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT)) ? value : null;
    }
}
