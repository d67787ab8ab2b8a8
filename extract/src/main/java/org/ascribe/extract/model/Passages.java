package org.ascribe.extract.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A cheap look at each sentence of a text that tells which are worth the encoder's time: the words of the sentence and of those
 * beside it, and of the whole text, each with a learned weight. Safe to share between threads.
 */
public final class Passages {

    /** What the whole text says counts this much beside what the sentence says. */
    private static final double OF_TEXT = 0.5;

    private final HashedLine text;
    private final HashedLine sentence;
    private final float least;

    /** @param least the log-odds from which a sentence is read */
    public Passages(HashedLine text, HashedLine sentence, float least) {
        this.text = text;
        this.sentence = sentence;
        this.least = least;
    }

    /** The same with another cut. */
    public Passages withLeast(double cut) {
        return new Passages(text, sentence, (float) cut);
    }

    /** By word, whether its sentence is to be read. */
    public boolean[] read(Words words) {
        double[] odds = odds(words);
        boolean[] read = new boolean[words.size()];
        for (int w = 0; w < read.length; w++) {
            read[w] = odds[words.sentence(w)] >= least;
        }
        return read;
    }

    /** By sentence, how much speaks for it. */
    public double[] odds(Words words) {
        int[] single = singles(words);
        double whole = OF_TEXT * text.logOdds(ofText(words, single));
        double[] odds = new double[words.size() == 0 ? 0 : words.sentence(words.size() - 1) + 1];
        for (int s = 0; s < odds.length; s++) {
            odds[s] = whole + sentence.logOdds(ofSentence(words, single, s));
        }
        return odds;
    }

    /** What the whole text is described by. */
    public static int[] ofText(Words words) {
        return ofText(words, singles(words));
    }

    private static int[] ofText(Words words, int[] single) {
        int[] features = Arrays.stream(single).distinct().toArray();
        int many = features.length;
        int[] pairs = new int[Math.max(0, words.size() - 1)];
        for (int w = 0; w < pairs.length; w++) {
            pairs[w] = single[w] * 31 + single[w + 1] * 17;
        }
        pairs = Arrays.stream(pairs).distinct().toArray();
        features = Arrays.copyOf(features, many + pairs.length);
        System.arraycopy(pairs, 0, features, many, pairs.length);
        return features;
    }

    /** What one sentence is described by. */
    public static int[] ofSentence(Words words, int sentence) {
        return ofSentence(words, singles(words), sentence);
    }

    private static int[] ofSentence(Words words, int[] single, int sentence) {
        int from = 0;
        while (from < single.length && words.sentence(from) < sentence - 1) {
            from++;
        }
        int[] features = new int[2 * single.length + 3];
        int many = 0;
        for (int w = from; w < single.length && words.sentence(w) <= sentence + 1; w++) {
            int gap = words.sentence(w) - sentence;
            if (gap == 0) {
                features[many++] = single[w];
                if (w + 1 < single.length && words.sentence(w + 1) == sentence) {
                    features[many++] = single[w] * 31 + single[w + 1] * 17;
                }
            } else {
                features[many++] = single[w] * (gap < 0 ? 7919 : 104729);
            }
        }
        features[many++] = HashedLine.hash("@" + Math.min(sentence, 6));
        return Arrays.copyOf(features, many);
    }

    private static int[] singles(Words words) {
        int[] single = new int[words.size()];
        for (int w = 0; w < single.length; w++) {
            single[w] = HashedLine.hash(words.lower(w));
        }
        return single;
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeFloat(least);
        text.write(out);
        sentence.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static Passages read(DataInputStream in) throws IOException {
        float least = in.readFloat();
        return new Passages(HashedLine.read(in), HashedLine.read(in), least);
    }
}
