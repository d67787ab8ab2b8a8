package org.ascribe.analyse.outlook;

import java.util.Arrays;

/** Weighted values that become equally likely draws. */
final class Pool {

    private double[] values = new double[256];
    private double[] weights = new double[256];
    private int size;

    void add(double value, double weight) {
        if (weight <= 0) {
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        values[size] = value;
        weights[size++] = weight;
    }

    /** Each with its part of the weight. */
    void add(double[] equallyLikely, double weight) {
        for (double value : equallyLikely) {
            add(value, weight / equallyLikely.length);
        }
    }

    /** The quantiles at the middles of {@code count} equal parts of probability, ascending. */
    double[] quantiles(int count) {
        long[] order = new long[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            order[i] = sortable(values[i], i);
            sum += weights[i];
        }
        Arrays.sort(order);
        double[] found = new double[count];
        double passed = 0;
        int at = -1;
        for (int i = 0; i < count; i++) {
            double wanted = (i + 0.5) / count * sum;
            while (passed < wanted && at < size - 1) {
                passed += weights[(int) order[++at]];
            }
            found[i] = values[(int) order[at]];
        }
        Arrays.sort(found);
        return found;
    }

    /** The value in the upper half, in an order that sorts, and the index in the lower: primitives sort fast. */
    static long sortable(double value, int index) {
        int bits = Float.floatToIntBits((float) value);
        int ordered = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
        return ((long) ordered << 32) | index;
    }
}
