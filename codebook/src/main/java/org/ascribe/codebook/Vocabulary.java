package org.ascribe.codebook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;

/** The features known from the examples, each with its place and its weight: the rarer, the heavier. */
final class Vocabulary {

    /** A feature that fewer examples show says nothing about others. */
    private static final int LEAST = 2;

    private final List<String> names;
    private final double[] rarity;
    private final Map<String, Integer> places = new HashMap<>();
    /** All fields ask for the vector of the same text. */
    private final Map<Features, Sparse> vectors = Collections.synchronizedMap(new WeakHashMap<>());

    Vocabulary(List<String> names, double[] rarity) {
        this.names = List.copyOf(names);
        this.rarity = rarity;
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    static Vocabulary of(List<Features> texts) {
        Map<String, Integer> counts = new TreeMap<>();
        texts.forEach(text -> text.values().keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
        counts.values().removeIf(count -> count < LEAST || count == texts.size());
        double[] rarity = new double[counts.size()];
        int i = 0;
        for (int count : counts.values()) {
            rarity[i++] = Math.log((1.0 + texts.size()) / (1 + count)) + 1;
        }
        return new Vocabulary(new ArrayList<>(counts.keySet()), Weights.rounded(rarity));
    }

    /** The text as a vector: length 1 for each kind of feature, and a constant 1 in the last place. */
    Sparse vector(Features features) {
        Sparse known = vectors.get(features);
        if (known == null) {
            known = weighed(features);
            vectors.put(features, known);
        }
        return known;
    }

    private Sparse weighed(Features features) {
        Map<String, Double> lengths = new HashMap<>();
        Features weighed = new Features();
        features.values().keySet().forEach(name -> {
            Integer place = places.get(name);
            if (place != null) {
                weighed.set(name, rarity[place]);
                lengths.merge(kind(name), rarity[place] * rarity[place], Double::sum);
            }
        });
        Sparse known = Sparse.of(scaled(weighed, lengths), places);
        int[] at = java.util.Arrays.copyOf(known.at(), known.at().length + 1);
        float[] value = java.util.Arrays.copyOf(known.value(), known.value().length + 1);
        at[at.length - 1] = names.size();
        value[value.length - 1] = 1;
        return new Sparse(at, value);
    }

    private static Features scaled(Features weighed, Map<String, Double> lengths) {
        Features scaled = new Features();
        weighed.values()
                .forEach((name, value) -> scaled.set(name, value / Math.sqrt(lengths.getOrDefault(kind(name), 1.0))));
        return scaled;
    }

    private static String kind(String name) {
        return name.substring(0, name.indexOf(':'));
    }

    /** Length of a vector, the constant included. */
    int size() {
        return names.size() + 1;
    }

    List<String> names() {
        return names;
    }

    double[] rarity() {
        return rarity.clone();
    }
}
