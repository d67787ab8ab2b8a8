package org.ascribe.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascribe.core.Passage;
import org.ascribe.extract.language.Sentence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a value from all that the text shows: a weight for each word, clause and mention on each label. Knows the values of
 * the examples only.
 */
final class WordsExpert implements Expert {

    static final String NAME = "words";

    /** A label with fewer examples has no weights on words, only how often it was coded. */
    private static final int LEAST_EXAMPLES = 4;

    /** So many of the most frequent labels have weights on words: what bounds the time it takes to learn. */
    private static final int MOST_LABELS = 12;

    private static final ConditionalLogit.Settings SETTINGS = new ConditionalLogit.Settings(0.1, 0.1, 60);

    private final Vocabulary vocabulary;
    private final List<String> values;
    private final List<String> labels;
    private final ConditionalLogit logit;
    private final List<Choice.Candidate> candidates;

    private WordsExpert(Vocabulary vocabulary, List<String> values, List<String> labels, double[] weights) {
        this.vocabulary = vocabulary;
        this.values = values;
        this.labels = labels;
        this.candidates = candidates(values, labels);
        this.logit = new ConditionalLogit(labels.size(), vocabulary.size(), weights);
    }

    static Optional<Expert> learn(Field field, List<Noticed> examples, Vocabulary vocabulary) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> labelCounts = new TreeMap<>();
        for (Noticed example : examples) {
            String value = example.gold().get(field.name());
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
                labelsOf(value).forEach(label -> labelCounts.merge(label, 1, Integer::sum));
            }
        }
        if (counts.size() < 2) {
            return Optional.empty();
        }
        Set<String> values = new TreeSet<>(counts.keySet());
        if (field.kind() == FieldKind.ANY_OF) {
            labelCounts.keySet().forEach(label -> values.add("[" + label + "]"));
        }
        List<String> labels = new ArrayList<>(labelCounts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_EXAMPLES)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LABELS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList());
        if (values.size() == 2 && labels.size() == 2) {
            labels.removeFirst();
        }
        List<Choice.Candidate> candidates = candidates(List.copyOf(values), labels);
        List<String> order = List.copyOf(values);
        List<Choice> choices = examples.stream()
                .filter(example -> example.gold().containsKey(field.name()))
                .map(example -> new Choice(
                        vocabulary.vector(example.features()),
                        candidates,
                        order.indexOf(example.gold().get(field.name()))))
                .toList();
        ConditionalLogit logit =
                ConditionalLogit.learn(choices, labels.size(), vocabulary.size(), new double[order.size()], SETTINGS);
        return Optional.of(new WordsExpert(vocabulary, order, labels, Weights.rounded(logit.weights())));
    }

    /** The parts of a value that have weights of their own: the labels of a list, else the value itself. */
    private static Set<String> labelsOf(String value) {
        if (!value.startsWith("[")) {
            return Set.of(value);
        }
        Set<String> labels = new LinkedHashSet<>();
        Values.JSON.readTree(value).forEach(label -> labels.add(label.toString()));
        return labels;
    }

    private static List<Choice.Candidate> candidates(List<String> values, List<String> labels) {
        List<Choice.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int[] places = labelsOf(values.get(i)).stream()
                    .mapToInt(labels::indexOf)
                    .filter(place -> place >= 0)
                    .toArray();
            candidates.add(new Choice.Candidate(places, new Sparse(new int[] {i}, new float[] {1})));
        }
        return candidates;
    }

    @Override
    public Map<String, Double> guess(Noticed text) {
        double[] shares = logit.shares(vocabulary.vector(text.features()), candidates);
        Map<String, Double> guess = new TreeMap<>();
        for (int i = 0; i < shares.length; i++) {
            guess.put(values.get(i), shares[i]);
        }
        return guess;
    }

    @Override
    public Optional<Passage> passage(Noticed text, String value) {
        int at = values.indexOf(value);
        if (at < 0) {
            return Optional.empty();
        }
        return text.text().sentences().stream()
                .max(Comparator.comparingDouble(sentence -> support(text, sentence, at)))
                .map(Sentence::passage);
    }

    private double support(Noticed text, Sentence sentence, int value) {
        Sparse vector = vocabulary.vector(TextFeatures.of(text.text(), sentence));
        double all = 0;
        for (int label = 0; label < labels.size(); label++) {
            all += vector.dot(logit.weights(), label * vocabulary.size());
        }
        double mine = 0;
        for (int label : candidates.get(value).labels()) {
            mine += vector.dot(logit.weights(), label * vocabulary.size());
        }
        return mine - all / Math.max(1, labels.size());
    }

    @Override
    public JsonNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode writtenValues = node.putArray("values");
        values.forEach(writtenValues::add);
        ArrayNode writtenLabels = node.putArray("labels");
        labels.forEach(writtenLabels::add);
        node.put("weights", Weights.pack(logit.weights()));
        return node;
    }

    static Expert read(JsonNode node, Vocabulary vocabulary) {
        return new WordsExpert(
                vocabulary,
                node.get("values").valueStream().map(JsonNode::stringValue).toList(),
                node.get("labels").valueStream().map(JsonNode::stringValue).toList(),
                Weights.unpack(node.get("weights").stringValue()));
    }
}
