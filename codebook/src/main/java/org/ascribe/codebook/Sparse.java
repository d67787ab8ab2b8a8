package org.ascribe.codebook;

import java.util.List;
import java.util.Map;

/** A vector of which most is zero. */
record Sparse(int[] at, float[] value) {

    static final Sparse EMPTY = new Sparse(new int[0], new float[0]);

    /** Those of the features that have a place. */
    static Sparse of(Features features, Map<String, Integer> places) {
        List<Map.Entry<String, Double>> known = features.values().entrySet().stream()
                .filter(entry -> places.containsKey(entry.getKey()) && entry.getValue() != 0)
                .toList();
        int[] at = new int[known.size()];
        float[] value = new float[known.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = places.getOrDefault(known.get(i).getKey(), -1);
            value[i] = known.get(i).getValue().floatValue();
        }
        return new Sparse(at, value);
    }

    double dot(double[] weights, int offset) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += weights[offset + at[i]] * value[i];
        }
        return sum;
    }

    void addTo(double[] to, int offset, double times) {
        for (int i = 0; i < at.length; i++) {
            to[offset + at[i]] += times * value[i];
        }
    }
}
