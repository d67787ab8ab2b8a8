package org.ascribe.codebook;

import java.util.Arrays;
import java.util.Map;

/** A vector of which most is zero. */
record Sparse(int[] at, float[] value) {

    static final Sparse EMPTY = new Sparse(new int[0], new float[0]);

    /** Those of the features that have a place. */
    static Sparse of(Features features, Map<String, Integer> places) {
        int[] at = new int[features.values().size()];
        float[] value = new float[at.length];
        int count = 0;
        for (Map.Entry<String, Double> feature : features.values().entrySet()) {
            Integer place = places.get(feature.getKey());
            if (place != null && feature.getValue() != 0) {
                at[count] = place;
                value[count++] = feature.getValue().floatValue();
            }
        }
        return new Sparse(Arrays.copyOf(at, count), Arrays.copyOf(value, count));
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
