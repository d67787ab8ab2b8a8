package org.ascribe.exchange.datasets;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a table: found by name in any case, whatever their order.
 *
 * @param nothing words that mean that a cell is empty, such as {@code NULL}
 */
record Header(List<String> names, Map<String, Integer> positions, Set<String> nothing) {

    Header {
        names = List.copyOf(names);
        positions = Map.copyOf(positions);
        nothing = Set.copyOf(nothing);
    }

    static Header of(List<String> names, Set<String> nothing) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(key(names.get(i)), i);
        }
        return new Header(names, positions, nothing);
    }

    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    boolean has(String... columns) {
        for (String column : columns) {
            if (!positions.containsKey(key(column))) {
                return false;
            }
        }
        return true;
    }

    Header withNothing(Set<String> words) {
        return new Header(names, positions, words);
    }
}
