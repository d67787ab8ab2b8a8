package org.ascribe.codebook;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that a project wants filled.
 *
 * @param fields in the order in which they were declared or first met
 */
public record Codebook(List<Field> fields) {

    public Codebook {
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("two fields are called \"" + field.name() + "\"");
            }
        }
    }

    public Optional<Field> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
