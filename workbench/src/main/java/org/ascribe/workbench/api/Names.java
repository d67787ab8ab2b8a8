package org.ascribe.workbench.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What codes are called in English, for people. */
final class Names {

    private Names() {}

    static @Nullable String country(@Nullable String code) {
        return code == null ? null : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** {@code suicide-bombing} as "Suicide bombing". */
    static String plain(Enum<?> constant) {
        String words = Codes.of(constant).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
