package org.ascribe.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a codebook.
 *
 * @param meaning for people; null if not declared
 * @param values the words that a one-of or any-of field may take, sorted; empty for the other kinds
 */
public record Field(String name, FieldKind kind, @Nullable String meaning, List<String> values) {

    public Field {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a field needs a name");
        }
        values = values.stream().distinct().sorted().toList();
    }
}
