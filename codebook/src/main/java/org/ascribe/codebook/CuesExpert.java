package org.ascribe.codebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
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
 * Tells a value by few strong cues: one phrase such as "no shots were fired" settles a field however long the text is. For
 * each label, boosted stumps on what the text shows or does not (Friedman 2001, with the second-order gain of Chen and
 * Guestrin 2016); a sum of stumps on presence is a weight for each cue.
 */
final class CuesExpert implements Expert {

    static final String NAME = "cues";

    private static final int ROUNDS = 120;
    private static final double PACE = 0.15;
    private static final double PENALTY = 1.5;
    /** A cue that fewer examples show is none; a label with fewer is not learned. */
    private static final int LEAST_SHOWN = 3;

    private static final int LEAST_EXAMPLES = 6;
    private static final int MOST_LABELS = 12;

    /** What speaks for and against one label. */
    private record Cues(double start, Map<String, Double> weights) {

        double chance(Set<String> shown) {
            double score = start;
            for (Map.Entry<String, Double> cue : weights.entrySet()) {
                if (shown.contains(cue.getKey())) {
                    score += cue.getValue();
                }
            }
            return 1 / (1 + Math.exp(-score));
        }
    }

    /** Features that the same examples show, by the shortest of their names. */
    record Sign(String name, int[] shownBy) {}

    private final Map<String, Integer> counts;
    private final Map<String, Cues> byLabel;

    private CuesExpert(Map<String, Integer> counts, Map<String, Cues> byLabel) {
        this.counts = counts;
        this.byLabel = byLabel;
    }

    /** @param signsOfAll what {@link #signs} finds in all of the examples */
    static Optional<Expert> learn(Field field, List<Noticed> all, List<Sign> signsOfAll) {
        List<Noticed> examples = all.stream()
                .filter(example -> example.gold().containsKey(field.name()))
                .toList();
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> labels = new TreeMap<>();
        for (Noticed example : examples) {
            String value = example.gold().getOrDefault(field.name(), "null");
            counts.merge(value, 1, Integer::sum);
            labels(value).forEach(label -> labels.merge(label, 1, Integer::sum));
        }
        labels.values().removeIf(count -> count < LEAST_EXAMPLES || count > examples.size() - LEAST_EXAMPLES);
        if (counts.size() < 2 || labels.isEmpty()) {
            return Optional.empty();
        }
        List<Sign> signs = examples.size() == all.size() ? signsOfAll : signs(examples);
        Map<String, Cues> byLabel = new TreeMap<>();
        labels.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(counts.size() == 2 && labels.size() == 2 ? 1 : MOST_LABELS)
                .forEach(entry -> {
                    boolean[] has = new boolean[examples.size()];
                    for (int i = 0; i < has.length; i++) {
                        has[i] = labels(examples.get(i).gold().getOrDefault(field.name(), "null"))
                                .contains(entry.getKey());
                    }
                    byLabel.put(entry.getKey(), boost(signs, has));
                });
        return Optional.of(new CuesExpert(counts, byLabel));
    }

    /** The labels of a list, else the value itself. */
    private static Set<String> labels(String value) {
        if (!value.startsWith("[")) {
            return Set.of(value);
        }
        Set<String> labels = new TreeSet<>();
        Values.JSON.readTree(value).forEach(label -> labels.add(label.toString()));
        return labels;
    }

    /** All that some of the examples show and others do not; the same for all fields. */
    static List<Sign> signs(List<Noticed> examples) {
        Map<String, List<Integer>> shownBy = new TreeMap<>();
        for (int i = 0; i < examples.size(); i++) {
            for (String name : examples.get(i).features().values().keySet()) {
                shownBy.computeIfAbsent(name, none -> new ArrayList<>()).add(i);
            }
        }
        Map<List<Integer>, String> names = new HashMap<>();
        shownBy.forEach((name, by) -> {
            if (by.size() >= LEAST_SHOWN && by.size() <= examples.size() - LEAST_SHOWN) {
                names.merge(by, name, (a, b) -> b.length() < a.length() ? b : a);
            }
        });
        return names.entrySet().stream()
                .map(entry -> new Sign(
                        entry.getValue(),
                        entry.getKey().stream().mapToInt(Integer::intValue).toArray()))
                .sorted(Comparator.comparing(Sign::name))
                .toList();
    }

    private static Cues boost(List<Sign> signs, boolean[] has) {
        double right = 0;
        for (boolean one : has) {
            right += one ? 1 : 0;
        }
        double start = Math.log((right + 0.5) / (has.length - right + 0.5));
        double[] scores = new double[has.length];
        Arrays.fill(scores, start);
        Map<String, Double> weights = new TreeMap<>();
        double[] slope = new double[has.length];
        double[] bend = new double[has.length];
        for (int round = 0; round < ROUNDS; round++) {
            double slopes = 0;
            double bends = 0;
            for (int i = 0; i < has.length; i++) {
                double chance = 1 / (1 + Math.exp(-scores[i]));
                slope[i] = (has[i] ? 1 : 0) - chance;
                bend[i] = chance * (1 - chance);
                slopes += slope[i];
                bends += bend[i];
            }
            Sign best = null;
            double most = 1e-9;
            double bestIn = 0;
            double bestOut = 0;
            for (Sign sign : signs) {
                double slopeIn = 0;
                double bendIn = 0;
                for (int i : sign.shownBy()) {
                    slopeIn += slope[i];
                    bendIn += bend[i];
                }
                double slopeOut = slopes - slopeIn;
                double bendOut = bends - bendIn;
                double gain = slopeIn * slopeIn / (bendIn + PENALTY)
                        + slopeOut * slopeOut / (bendOut + PENALTY)
                        - slopes * slopes / (bends + PENALTY);
                if (gain > most) {
                    most = gain;
                    best = sign;
                    bestIn = PACE * slopeIn / (bendIn + PENALTY);
                    bestOut = PACE * slopeOut / (bendOut + PENALTY);
                }
            }
            if (best == null) {
                break;
            }
            start += bestOut;
            weights.merge(best.name(), bestIn - bestOut, Double::sum);
            for (int i = 0; i < scores.length; i++) {
                scores[i] += bestOut;
            }
            for (int i : best.shownBy()) {
                scores[i] += bestIn - bestOut;
            }
        }
        weights.replaceAll((name, weight) -> (double) weight.floatValue());
        return new Cues((float) start, weights);
    }

    @Override
    public Map<String, Double> guess(Noticed text) {
        Map<String, Double> chances = new TreeMap<>();
        Set<String> shown = text.features().values().keySet();
        byLabel.forEach((label, cues) -> chances.put(label, cues.chance(shown)));
        double total = counts.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Double> guess = new TreeMap<>();
        double sum = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            Set<String> mine = labels(entry.getKey());
            double share = 1;
            boolean known = true;
            for (String label : mine) {
                known &= chances.containsKey(label);
            }
            for (Map.Entry<String, Double> chance : chances.entrySet()) {
                share *= mine.contains(chance.getKey()) ? chance.getValue() : 1 - chance.getValue();
            }
            share *= known ? 1 : counts.size() == 2 ? 1 : entry.getValue() / total;
            guess.put(entry.getKey(), share);
            sum += share;
        }
        double all = sum;
        guess.replaceAll((value, share) -> all > 0 ? share / all : 1.0 / counts.size());
        return guess;
    }

    @Override
    public Optional<Passage> passage(Noticed text, String value) {
        Set<String> labels = labels(value);
        return text.text().sentences().stream()
                .max(Comparator.comparingDouble(sentence -> support(text, sentence, labels)))
                .filter(sentence -> support(text, sentence, labels) > 0)
                .map(Sentence::passage);
    }

    private double support(Noticed text, Sentence sentence, Set<String> labels) {
        Set<String> shown = TextFeatures.of(text.text(), sentence).values().keySet();
        double support = 0;
        for (Map.Entry<String, Cues> entry : byLabel.entrySet()) {
            double sum = entry.getValue().weights().entrySet().stream()
                    .filter(cue -> shown.contains(cue.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            support += labels.contains(entry.getKey()) ? sum : -sum;
        }
        return support;
    }

    @Override
    public JsonNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode writtenCounts = node.putObject("counts");
        counts.forEach(writtenCounts::put);
        ArrayNode labels = node.putArray("labels");
        byLabel.forEach((label, cues) -> {
            ObjectNode one = labels.addObject();
            one.put("label", label);
            one.put("start", (float) cues.start());
            ObjectNode weights = one.putObject("cues");
            cues.weights().forEach((name, weight) -> weights.put(name, weight.floatValue()));
        });
        return node;
    }

    static Expert read(JsonNode node) {
        Map<String, Integer> counts = new TreeMap<>();
        node.get("counts")
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().intValue()));
        Map<String, Cues> byLabel = new TreeMap<>();
        for (JsonNode one : node.get("labels")) {
            Map<String, Double> weights = new TreeMap<>();
            one.get("cues")
                    .properties()
                    .forEach(cue ->
                            weights.put(cue.getKey(), (double) cue.getValue().floatValue()));
            byLabel.put(
                    one.get("label").stringValue(), new Cues(one.get("start").floatValue(), weights));
        }
        return new CuesExpert(counts, byLabel);
    }
}
