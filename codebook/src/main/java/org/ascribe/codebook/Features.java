package org.ascribe.codebook;

import java.util.Map;
import java.util.TreeMap;

/** What is noticed about a text or a candidate: named numbers, sorted by name. */
final class Features {

    private final Map<String, Double> values = new TreeMap<>();

    void set(String name) {
        values.put(name, 1.0);
    }

    void set(String name, double value) {
        values.put(name, value);
    }

    void add(String name, double value) {
        values.merge(name, value, Double::sum);
    }

    Map<String, Double> values() {
        return values;
    }
}
