package org.ascribe.extract.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import org.jspecify.annotations.Nullable;

/**
 * Parts of speech by OpenNLP's model, greedily: the same tags as its own tagger with a beam of one, which on news text are those
 * of its beam of three. What a word says of its own tag is added up once and kept; OpenNLP builds some twenty strings for
 * every word each time that it stands somewhere. Safe to share between threads.
 */
final class Tagger {

    /** Words that are kept; more than the texts of a language use often. */
    private static final int KEPT = 30_000;

    private static final String BEGINNING = "S=begin";

    /**
     * What a word says of tags.
     *
     * @param own of its own tag, by outcome
     * @param before of the tags of the two words before it, nearest first
     * @param after of the tags of the two words after it, nearest first
     */
    private record Form(
            double[] own,
            @Nullable Context[] before,
            @Nullable Context[] after) {}

    private final POSContextGenerator generator;
    private final Map<String, Context> weights;
    private final String[] outcomes;
    private final @Nullable Context[] beginning;
    private final @Nullable Context[] afterTag;
    private final @Nullable Context[][] afterTags;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    Tagger(POSModel model) {
        this.generator = model.getFactory().getPOSContextGenerator();
        Object[] data = ((AbstractModel) model.getArtifact("pos.model")).getDataStructures();
        this.weights = (Map<String, Context>) data[1];
        this.outcomes = (String[]) data[2];
        this.beginning = of(BEGINNING, "p1" + BEGINNING, "p2" + BEGINNING);
        this.afterTag = new Context[outcomes.length];
        this.afterTags = new Context[outcomes.length][outcomes.length];
        for (int last = 0; last < outcomes.length; last++) {
            afterTag[last] = weights.get("t=" + outcomes[last]);
            for (int first = 0; first < outcomes.length; first++) {
                afterTags[first][last] = weights.get("t2=" + outcomes[first] + "," + outcomes[last]);
            }
        }
    }

    /** The tag of each word of a sentence. */
    List<String> tag(String[] words) {
        Form[] sentence = new Form[words.length];
        for (int i = 0; i < words.length; i++) {
            sentence[i] = form(words[i]);
        }
        List<String> tags = new ArrayList<>(words.length);
        int last = -1;
        int first = -1;
        for (int i = 0; i < words.length; i++) {
            double[] sums = sentence[i].own().clone();
            for (int gap = 1; gap <= 2; gap++) {
                if (i >= gap) {
                    add(sums, sentence[i - gap].after()[gap - 1]);
                }
                if (i + gap < words.length) {
                    add(sums, sentence[i + gap].before()[gap - 1]);
                }
            }
            if (i < beginning.length) {
                add(sums, beginning[i]);
            }
            if (last >= 0) {
                add(sums, afterTag[last]);
            }
            if (first >= 0) {
                add(sums, afterTags[first][last]);
            }
            first = last;
            last = best(sums);
            tags.add(outcomes[last]);
        }
        return tags;
    }

    private Form form(String word) {
        Form known = forms.get(word);
        if (known != null) {
            return known;
        }
        double[] own = new double[outcomes.length];
        String lower = "";
        for (String feature : features(word)) {
            if (!feature.equals(BEGINNING)) {
                add(own, weights.get(feature));
            }
            if (feature.startsWith("w=")) {
                lower = feature;
            }
        }
        Form form = new Form(own, of("n1" + lower, "n2" + lower), of("p1" + lower, "p2" + lower));
        if (forms.size() >= KEPT) {
            forms.clear();
        }
        forms.put(word, form);
        return form;
    }

    /** The features of a sentence of this one word: its own, and that of the beginning. */
    private String[] features(String word) {
        synchronized (generator) {
            return generator.getContext(0, new String[] {word}, new String[0], null);
        }
    }

    private @Nullable Context[] of(String... features) {
        return Arrays.stream(features).map(weights::get).toArray(Context[]::new);
    }

    private static void add(double[] sums, @Nullable Context weights) {
        if (weights != null) {
            int[] at = weights.getOutcomes();
            double[] values = weights.getParameters();
            for (int i = 0; i < at.length; i++) {
                sums[at[i]] += values[i];
            }
        }
    }

    private static int best(double[] sums) {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return best;
    }
}
