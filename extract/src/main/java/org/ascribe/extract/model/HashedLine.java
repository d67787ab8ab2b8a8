package org.ascribe.extract.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Logistic regression over words and other features named by strings, each hashed to one of a fixed number of weights, so
 * that the words themselves are kept nowhere. Safe to share between threads once learned.
 */
public final class HashedLine {

    private final float[] weights;
    private final float bias;

    private HashedLine(float[] weights, float bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /**
     * One example.
     *
     * @param features from {@link #hash}, in any order, repeats counted
     */
    public record Example(int[] features, boolean holds, double weight) {}

    /** How to learn: bits of the hash, passes over the examples, step, pull of each weight towards zero, seed. */
    public record Settings(int bits, int passes, double step, double pull, long seed) {}

    /** A name as a feature; the bits of the settings are cut from it later. */
    public static int hash(String name) {
        int hash = 0x811C9DC5;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }

    /** Learns by AdaGrad. The same examples in the same order give the same weights. */
    public static HashedLine learn(List<Example> examples, Settings settings) {
        float[] weights = new float[1 << settings.bits()];
        float[] squares = new float[weights.length];
        double bias = 0;
        double biasSquares = 1e-6;
        int mask = weights.length - 1;
        int[] order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        SplittableRandom chance = new SplittableRandom(settings.seed());
        for (int pass = 0; pass < settings.passes(); pass++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = chance.nextInt(i + 1);
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
            for (int at : order) {
                Example example = examples.get(at);
                double norm = 1 / Math.sqrt(Math.max(1, example.features().length));
                double sum = bias;
                for (int feature : example.features()) {
                    sum += weights[feature & mask] * norm;
                }
                double off = example.weight() * (1 / (1 + Math.exp(-sum)) - (example.holds() ? 1 : 0));
                biasSquares += off * off;
                bias -= settings.step() * off / Math.sqrt(biasSquares);
                for (int feature : example.features()) {
                    int w = feature & mask;
                    double slope = off * norm + settings.pull() * weights[w];
                    squares[w] += (float) (slope * slope);
                    weights[w] -= (float) (settings.step() * slope / Math.sqrt(squares[w] + 1e-6));
                }
            }
        }
        return new HashedLine(weights, (float) bias);
    }

    /** The log-odds of an example. */
    public double logOdds(int[] features) {
        double norm = 1 / Math.sqrt(Math.max(1, features.length));
        double sum = 0;
        int mask = weights.length - 1;
        for (int feature : features) {
            sum += weights[feature & mask];
        }
        return bias + sum * norm;
    }

    /** Writes the weights that matter, to one part in some hundreds. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(weights.length);
        out.writeFloat(bias);
        for (float weight : weights) {
            out.writeShort(Float.floatToFloat16(Math.abs(weight) < 1e-3f ? 0 : weight));
        }
    }

    /** Reads what {@link #write} wrote. */
    public static HashedLine read(DataInputStream in) throws IOException {
        float[] weights = new float[in.readInt()];
        float bias = in.readFloat();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.float16ToFloat(in.readShort());
        }
        return new HashedLine(weights, bias);
    }
}
