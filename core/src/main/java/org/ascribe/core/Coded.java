package org.ascribe.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A constant with one spelling in files, tables and the API: its name in lower case with hyphens. */
public interface Coded {

    String name();

    /** For example {@code tacit-alliance}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of {@code type} that is written as {@code code}. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }

    /** As {@link #find}, for files that we wrote ourselves. */
    static <E extends Enum<E> & Coded> E parse(Class<E> type, String code) {
        return find(type, code)
                .orElseThrow(() -> new IllegalArgumentException("no such %s: \"%s\", expected one of %s"
                        .formatted(
                                type.getSimpleName(),
                                code,
                                Arrays.stream(type.getEnumConstants())
                                        .map(Coded::code)
                                        .toList())));
    }
}
