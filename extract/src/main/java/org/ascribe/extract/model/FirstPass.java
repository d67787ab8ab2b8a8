package org.ascribe.extract.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.ascribe.extract.table.DataTable;

/**
 * A cheap look at a text that tells whether it is worth the encoder's time: which of some beginnings of words for violence stand
 * in it, each with a learned weight. A text without any is not worth it, however long: what speaks for a text must stand in it.
 * Reads some tens of megabytes a second. Safe to share between threads.
 */
public final class FirstPass {

    private static final List<String> STEMS = DataTable.read(FirstPass.class, "violence-stems.tsv").rows().stream()
            .map(row -> row.get("stem"))
            .toList();

    /** By hash of the letters so far: the stem that ends there, -1 if none. */
    private static final short[] BY_HASH = new short[1 << 16];

    private static final int START = 0x811C9DC5;

    static {
        Arrays.fill(BY_HASH, (short) -1);
        for (int s = 0; s < STEMS.size(); s++) {
            int hash = START;
            for (int i = 0; i < STEMS.get(s).length(); i++) {
                hash = (hash ^ STEMS.get(s).charAt(i)) * 0x01000193;
            }
            BY_HASH[slot(hash)] = (short) s;
        }
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 16) & 0xFFFF;
    }

    private final float[] weights;
    private final float least;

    private FirstPass(float[] weights, float least) {
        this.weights = weights;
        this.least = least;
    }

    /** Whether the text may tell of an incident. */
    public boolean mayMatter(String text) {
        return score(text) >= least;
    }

    double score(String text) {
        return score(stems(text));
    }

    /** The weights by stem, the last of no stem. */
    private double score(boolean[] stems) {
        double sum = weights[STEMS.size()];
        for (int s = 0; s < stems.length; s++) {
            sum += stems[s] ? weights[s] : 0;
        }
        return sum;
    }

    /** Which stems begin a word of the text; case does not matter. Two beginnings with one hash count as one. */
    static boolean[] stems(String text) {
        boolean[] found = new boolean[STEMS.size()];
        int hash = START;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = text.charAt(i) | 0x20;
            if (letter >= 'a' && letter <= 'z') {
                hash = (hash ^ letter) * 0x01000193;
                if (++length > 2 && length < 14) {
                    int stem = BY_HASH[slot(hash)];
                    if (stem >= 0 && STEMS.get(stem).length() == length) {
                        found[stem] = true;
                    }
                }
            } else {
                hash = START;
                length = 0;
            }
        }
        return found;
    }

    /**
     * Learns from texts.
     *
     * @param matters whether each has an incident
     * @param missed the share of those that matter which may be missed, on texts held back while learning, 0..1
     */
    public static FirstPass learn(List<String> texts, boolean[] matters, double missed, long seed) {
        boolean[][] stems = texts.stream().map(FirstPass::stems).toArray(boolean[][]::new);
        double[] held = new double[texts.size()];
        int many = 0;
        int folds = 5;
        for (int f = 0; f < folds; f++) {
            int fold = f;
            FirstPass pass = new FirstPass(weights(stems, matters, i -> i % folds != fold, seed), 0);
            for (int i = fold; i < stems.length; i += folds) {
                if (matters[i]) {
                    held[many++] = pass.score(stems[i]);
                }
            }
        }
        Arrays.sort(held, 0, many);
        FirstPass nothing = new FirstPass(weights(stems, matters, i -> true, seed), 0);
        float least = (float) Math.max(held[(int) Math.floor(missed * many)], nothing.score("") + 1e-3);
        return new FirstPass(nothing.weights, least);
    }

    /** Logistic regression with weights that only speak for a text. */
    private static float[] weights(boolean[][] stems, boolean[] matters, IntPredicate use, long seed) {
        float[] weights = new float[STEMS.size() + 1];
        int[] order = new int[stems.length];
        Arrays.setAll(order, i -> i);
        SplittableRandom chance = new SplittableRandom(seed);
        for (int pass = 0; pass < 60; pass++) {
            double step = 0.05 / (1 + 0.1 * pass);
            for (int i = order.length - 1; i > 0; i--) {
                int j = chance.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            for (int at : order) {
                if (!use.test(at)) {
                    continue;
                }
                double sum = weights[STEMS.size()];
                for (int s = 0; s < STEMS.size(); s++) {
                    sum += stems[at][s] ? weights[s] : 0;
                }
                double off = 1 / (1 + Math.exp(-sum)) - (matters[at] ? 1 : 0);
                weights[STEMS.size()] -= (float) (step * off);
                for (int s = 0; s < STEMS.size(); s++) {
                    if (stems[at][s]) {
                        weights[s] = (float) Math.max(0, weights[s] - step * (off + 1e-3 * weights[s]));
                    }
                }
            }
        }
        return weights;
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeFloat(least);
        for (float weight : weights) {
            out.writeFloat(weight);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static FirstPass read(DataInputStream in) throws IOException {
        float least = in.readFloat();
        float[] weights = new float[STEMS.size() + 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readFloat();
        }
        return new FirstPass(weights, least);
    }
}
