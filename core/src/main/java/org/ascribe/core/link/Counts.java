package org.ascribe.core.link;

import java.util.Arrays;

/** Numbers by a pair of small numbers: a sparse matrix in an open hash table. */
final class Counts {

    private long[] keys = new long[64];
    private double[] values = new double[64];
    private int used;

    Counts() {
        Arrays.fill(keys, -1);
    }

    private static long key(int row, int column) {
        return (long) row << 32 | column;
    }

    private int slot(long key) {
        int slot = Long.hashCode(key * 0x9E3779B97F4A7C15L) & (keys.length - 1);
        while (keys[slot] != -1 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    double get(int row, int column) {
        int slot = slot(key(row, column));
        return keys[slot] == -1 ? 0 : values[slot];
    }

    void add(int row, int column, double value) {
        if (2 * used >= keys.length) {
            long[] oldKeys = keys;
            double[] oldValues = values;
            keys = new long[2 * oldKeys.length];
            values = new double[keys.length];
            Arrays.fill(keys, -1);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != -1) {
                    int slot = slot(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    values[slot] = oldValues[i];
                }
            }
        }
        long key = key(row, column);
        int slot = slot(key);
        if (keys[slot] == -1) {
            keys[slot] = key;
            used++;
        }
        values[slot] += value;
    }
}
