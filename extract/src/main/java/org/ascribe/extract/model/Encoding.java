package org.ascribe.extract.model;

import java.util.List;
import java.util.Map;

/**
 * What the encoder says of one text: logits for every piece and for the whole, by head.
 *
 * @param heads the labels of each head, in the order of its logits
 * @param tokens the logits of each head of pieces: piece by piece, label by label; must not be written to
 * @param document the logits of each head of the whole text, window by window
 */
public record Encoding(
        Pieces pieces,
        Map<String, List<String>> heads,
        Map<String, float[]> tokens,
        Map<String, List<float[]>> document) {

    /** The logit of one label at one piece. */
    public float logit(String head, int piece, int label) {
        float[] all = values(head);
        return all[piece * (all.length / pieces.size()) + label];
    }

    /** The shares of the labels at one piece, adding up to one. */
    public double[] shares(String head, int piece) {
        float[] all = values(head);
        int labels = all.length / pieces.size();
        return softmax(all, piece * labels, labels);
    }

    private float[] values(String head) {
        float[] all = tokens.get(head);
        if (all == null) {
            throw new IllegalArgumentException("the model has no head \"" + head + "\", it has " + tokens.keySet());
        }
        return all;
    }

    /** Logits as shares. */
    static double[] softmax(float[] logits, int from, int count) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, logits[from + i]);
        }
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = Math.exp(logits[from + i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
