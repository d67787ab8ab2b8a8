package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers that describe one thing to decide on, each with a name; always the same names in the same order. */
final class Row {

    private float[] values = new float[96];
    private final List<String> names = new ArrayList<>();

    Row add(String name, double value) {
        if (names.size() == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[names.size()] = (float) value;
        names.add(name);
        return this;
    }

    Row add(String name, boolean holds) {
        return add(name, holds ? 1 : 0);
    }

    /** All of the other's. */
    Row addAll(Row other) {
        for (int i = 0; i < other.names.size(); i++) {
            add(other.names.get(i), other.values[i]);
        }
        return this;
    }

    float[] values() {
        return Arrays.copyOf(values, names.size());
    }

    List<String> names() {
        return names;
    }
}
