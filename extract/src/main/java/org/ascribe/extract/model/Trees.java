package org.ascribe.extract.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Small decision trees, each learned on what those before it got wrong (gradient boosting of the logistic loss, after
 * Friedman 2001, on binned values). Gives the chance that a row of numbers belongs to the class. Unknown values are
 * {@link Float#NaN} and count as less than all. Safe to share between threads once learned.
 */
public final class Trees {

    private static final int BINS = 64;

    /** How to learn: trees, levels of each, step, least weight (sum of p(1-p)) of a leaf, pull, share of rows and of columns a tree, seed. */
    public record Settings(
            int trees, int depth, double step, double leaf, double pull, double rows, double columns, long seed) {

        /** What served well. */
        public static Settings usual(long seed) {
            return new Settings(250, 5, 0.06, 4, 4, 0.7, 0.6, seed);
        }

        /** The same with fewer or more trees. */
        public Settings withTrees(int count) {
            return new Settings(count, depth, step, leaf, pull, rows, columns, seed);
        }

        /** The same with other levels. */
        public Settings withDepth(int levels) {
            return new Settings(trees, levels, step, leaf, pull, rows, columns, seed);
        }
    }

    /** A tree as arrays: column of each node, -1 in a leaf; the value up to which one goes left, or the leaf's value. */
    private record Tree(short[] column, float[] value, short[] left, short[] right) {

        float of(float[] row) {
            int node = 0;
            while (column[node] >= 0) {
                float x = row[column[node]];
                node = !(x > value[node]) ? left[node] : right[node];
            }
            return value[node];
        }
    }

    private final float base;
    private final List<Tree> trees;

    private Trees(float base, List<Tree> trees) {
        this.base = base;
        this.trees = List.copyOf(trees);
    }

    /** The chance that the row belongs to the class, 0..1. */
    public double chance(float[] row) {
        double sum = base;
        for (Tree tree : trees) {
            sum += tree.of(row);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Learns from rows of equal length. The same rows in the same order give the same trees. */
    public static Trees learn(List<float[]> rows, boolean[] holds, Settings settings) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to learn from");
        }
        return new Learner(rows, holds, settings).learn();
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeFloat(base);
        out.writeInt(trees.size());
        for (Tree tree : trees) {
            out.writeShort(tree.column.length);
            for (int i = 0; i < tree.column.length; i++) {
                out.writeShort(tree.column[i]);
                out.writeFloat(tree.value[i]);
                out.writeShort(tree.left[i]);
                out.writeShort(tree.right[i]);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Trees read(DataInputStream in) throws IOException {
        float base = in.readFloat();
        int count = in.readInt();
        List<Tree> trees = new ArrayList<>(count);
        for (int t = 0; t < count; t++) {
            int nodes = in.readShort();
            short[] column = new short[nodes];
            float[] value = new float[nodes];
            short[] left = new short[nodes];
            short[] right = new short[nodes];
            for (int i = 0; i < nodes; i++) {
                column[i] = in.readShort();
                value[i] = in.readFloat();
                left[i] = in.readShort();
                right[i] = in.readShort();
            }
            trees.add(new Tree(column, value, left, right));
        }
        return new Trees(base, trees);
    }

    private static final class Learner {

        private final Settings settings;
        private final int count;
        private final int columns;
        /** By column: the upper end of each bin. */
        private final float[][] ends;
        /** By column, then row. */
        private final byte[][] bins;

        private final double[] slope;
        private final double[] weight;
        private final double[] score;
        private final boolean[] holds;
        private final SplittableRandom chance;

        Learner(List<float[]> rows, boolean[] holds, Settings settings) {
            this.settings = settings;
            this.holds = holds;
            count = rows.size();
            columns = rows.getFirst().length;
            ends = new float[columns][];
            bins = new byte[columns][count];
            slope = new double[count];
            weight = new double[count];
            score = new double[count];
            chance = new SplittableRandom(settings.seed());
            for (int c = 0; c < columns; c++) {
                float[] values = new float[count];
                for (int r = 0; r < count; r++) {
                    values[r] = rows.get(r)[c];
                }
                ends[c] = ends(values);
                for (int r = 0; r < count; r++) {
                    bins[c][r] = (byte) bin(ends[c], values[r]);
                }
            }
        }

        /** Values that part the rows into bins of about the same size. */
        private static float[] ends(float[] values) {
            float[] sorted = values.clone();
            for (int i = 0; i < sorted.length; i++) {
                if (Float.isNaN(sorted[i])) {
                    sorted[i] = Float.NEGATIVE_INFINITY;
                }
            }
            Arrays.sort(sorted);
            float[] found = new float[BINS];
            int many = 0;
            for (int b = 0; b < BINS - 1; b++) {
                float end = sorted[(int) ((long) (b + 1) * (sorted.length - 1) / BINS)];
                if ((many == 0 || end > found[many - 1]) && end < sorted[sorted.length - 1]) {
                    found[many++] = end;
                }
            }
            return Arrays.copyOf(found, many);
        }

        private static int bin(float[] ends, float value) {
            if (Float.isNaN(value)) {
                return 0;
            }
            int at = Arrays.binarySearch(ends, value);
            return at >= 0 ? at : -at - 1;
        }

        Trees learn() {
            int held = 0;
            for (boolean one : holds) {
                held += one ? 1 : 0;
            }
            double share = Math.clamp((held + 0.5) / (count + 1), 1e-4, 1 - 1e-4);
            double base = Math.log(share / (1 - share));
            Arrays.fill(score, base);
            List<Tree> trees = new ArrayList<>();
            for (int t = 0; t < settings.trees(); t++) {
                for (int r = 0; r < count; r++) {
                    double p = 1 / (1 + Math.exp(-score[r]));
                    slope[r] = (holds[r] ? 1 : 0) - p;
                    weight[r] = Math.max(1e-6, p * (1 - p));
                }
                int[] sample = new int[count];
                int many = 0;
                for (int r = 0; r < count; r++) {
                    if (chance.nextDouble() < settings.rows()) {
                        sample[many++] = r;
                    }
                }
                boolean[] use = new boolean[columns];
                for (int c = 0; c < columns; c++) {
                    use[c] = chance.nextDouble() < settings.columns();
                }
                trees.add(new Growth(use).grow(Arrays.copyOf(sample, many)));
            }
            return new Trees((float) base, trees);
        }

        private final class Growth {

            private final boolean[] use;
            private final List<short[]> links = new ArrayList<>();
            private final List<Float> values = new ArrayList<>();
            private final List<Integer> thresholds = new ArrayList<>();

            Growth(boolean[] use) {
                this.use = use;
            }

            Tree grow(int[] rows) {
                node(rows, 0);
                int nodes = links.size();
                short[] column = new short[nodes];
                float[] value = new float[nodes];
                short[] left = new short[nodes];
                short[] right = new short[nodes];
                for (int i = 0; i < nodes; i++) {
                    column[i] = links.get(i)[0];
                    left[i] = links.get(i)[1];
                    right[i] = links.get(i)[2];
                    value[i] = values.get(i);
                }
                for (int r = 0; r < count; r++) {
                    int at = 0;
                    while (column[at] >= 0) {
                        at = (bins[column[at]][r] & 0xFF) <= thresholds.get(at) ? left[at] : right[at];
                    }
                    score[r] += value[at];
                }
                return new Tree(column, value, left, right);
            }

            private short node(int[] rows, int depth) {
                short at = (short) links.size();
                links.add(new short[] {-1, 0, 0});
                values.add(0f);
                thresholds.add(0);
                double sumSlope = 0;
                double sumWeight = 0;
                for (int r : rows) {
                    sumSlope += slope[r];
                    sumWeight += weight[r];
                }
                int bestColumn = -1;
                int bestBin = -1;
                double best = 1e-6;
                if (depth < settings.depth() && sumWeight >= 2 * settings.leaf()) {
                    double whole = sumSlope * sumSlope / (sumWeight + settings.pull());
                    double[] slopes = new double[BINS];
                    double[] weights = new double[BINS];
                    for (int c = 0; c < columns; c++) {
                        if (!use[c] || ends[c].length == 0) {
                            continue;
                        }
                        Arrays.fill(slopes, 0);
                        Arrays.fill(weights, 0);
                        byte[] column = bins[c];
                        for (int r : rows) {
                            int b = column[r];
                            slopes[b] += slope[r];
                            weights[b] += weight[r];
                        }
                        double leftSlope = 0;
                        double leftWeight = 0;
                        for (int b = 0; b < ends[c].length; b++) {
                            leftSlope += slopes[b];
                            leftWeight += weights[b];
                            double rightWeight = sumWeight - leftWeight;
                            if (leftWeight < settings.leaf() || rightWeight < settings.leaf()) {
                                continue;
                            }
                            double rightSlope = sumSlope - leftSlope;
                            double gain = leftSlope * leftSlope / (leftWeight + settings.pull())
                                    + rightSlope * rightSlope / (rightWeight + settings.pull())
                                    - whole;
                            if (gain > best) {
                                best = gain;
                                bestColumn = c;
                                bestBin = b;
                            }
                        }
                    }
                }
                if (bestColumn < 0) {
                    values.set(at, (float) (settings.step() * sumSlope / (sumWeight + settings.pull())));
                    return at;
                }
                int[] left = new int[rows.length];
                int[] right = new int[rows.length];
                int lefts = 0;
                int rights = 0;
                for (int r : rows) {
                    if (bins[bestColumn][r] <= bestBin) {
                        left[lefts++] = r;
                    } else {
                        right[rights++] = r;
                    }
                }
                values.set(at, ends[bestColumn][bestBin]);
                thresholds.set(at, bestBin);
                short toLeft = node(Arrays.copyOf(left, lefts), depth + 1);
                short toRight = node(Arrays.copyOf(right, rights), depth + 1);
                links.set(at, new short[] {(short) bestColumn, toLeft, toRight});
                return at;
            }
        }
    }
}
