package org.ascribe.codebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Weighs what the experts of a field say, and what is said of the other fields: where three were killed, somebody was
 * killed. How far each is to be trusted is learned from answers about examples that the experts had not seen.
 */
final class Panel {

    /** Held fast to all experts alike: a few hundred examples lead away from that only where they agree. */
    private static final ConditionalLogit.Settings SETTINGS = new ConditionalLogit.Settings(2, 10, 100);

    private static final double FLOOR = 0.003;
    private static final int MOST_CANDIDATES = 40;
    /** Values with fewer examples count as one when fields are compared. */
    private static final int LEAST_EXAMPLES = 4;

    /** Values with fewer examples have no weights of their own on what is said of the other fields. */
    private static final int LEAST_FREQUENT = 8;

    private static final String RARE = "other";

    /** Begins the name of what an expert says of a value. */
    private static final String EXPERT = "expert ";

    private static final int TRUST_ROUNDS = 30;
    /** As if each expert of a field had been the right one for so many more examples. */
    private static final double TRUST_PRIOR = 2;

    /** Experts who know no value that no example has: for them, values with few examples are one. */
    private static final Set<String> CLOSED = Set.of(WordsExpert.NAME, CuesExpert.NAME);

    private final String field;
    /** How often each value was coded. */
    private final Map<String, Integer> counts;
    /** By other field, by its value: how often each value of this field goes with it. */
    private final Map<String, Map<String, Map<String, Integer>>> together;

    private final Map<String, Integer> places;
    /** Values that are frequent enough to be weighed on what is said of all fields, and where each such saying stands. */
    private final List<String> frequent;

    private final Map<String, Integer> sayings;
    private final ConditionalLogit logit;

    private Panel(
            String field,
            Map<String, Integer> counts,
            Map<String, Map<String, Map<String, Integer>>> together,
            Map<String, Integer> places,
            List<String> frequent,
            Map<String, Integer> sayings,
            double[] weights) {
        this.frequent = frequent;
        this.sayings = sayings;
        this.field = field;
        this.counts = counts;
        this.together = together;
        this.places = places;
        this.logit = new ConditionalLogit(frequent.size(), sayings.size(), weights);
    }

    /**
     * What all experts say of one text: by field, by expert, by value.
     *
     * @param trust by field and expert; the shares of a field sum to 1. Experts of a field that is missing are trusted alike.
     */
    record Heard(Map<String, Map<String, Map<String, Double>>> byField, Map<String, Map<String, Double>> trust) {

        Heard(Map<String, Map<String, Map<String, Double>>> byField) {
            this(byField, Map.of());
        }

        Map<String, Map<String, Double>> of(String field) {
            return byField.getOrDefault(field, Map.of());
        }

        /** The mean of the experts, as far as each is trusted. */
        Map<String, Double> mean(String field) {
            Map<String, Double> mean = new TreeMap<>();
            Map<String, Map<String, Double>> experts = of(field);
            Map<String, Double> trusted = trust.getOrDefault(field, Map.of());
            experts.forEach((expert, guess) -> {
                double weight = trusted.getOrDefault(expert, 1.0 / experts.size());
                guess.forEach((value, share) -> mean.merge(value, weight * share, Double::sum));
            });
            return mean;
        }
    }

    /**
     * How far to trust each expert of each field: the mixture under which the coded values are likeliest (Dempster, Laird and
     * Rubin 1977), from answers about examples that the experts had not seen.
     */
    static Map<String, Map<String, Double>> trust(List<Field> fields, List<Noticed> examples, List<Heard> heard) {
        Map<String, Map<String, Double>> trust = new TreeMap<>();
        for (Field field : fields) {
            List<Map<String, Double>> shares = new ArrayList<>();
            Map<String, Double> weights = new TreeMap<>();
            for (int i = 0; i < examples.size(); i++) {
                String gold = examples.get(i).gold().get(field.name());
                Map<String, Double> byExpert = new TreeMap<>();
                if (gold != null) {
                    heard.get(i).of(field.name()).forEach((expert, guess) -> {
                        byExpert.put(expert, guess.getOrDefault(gold, 0.0) + FLOOR);
                        weights.put(expert, 1.0);
                    });
                    shares.add(byExpert);
                }
            }
            weights.replaceAll((expert, none) -> 1.0 / weights.size());
            for (int round = 0; round < TRUST_ROUNDS && weights.size() > 1; round++) {
                Map<String, Double> sums = new TreeMap<>();
                weights.keySet().forEach(expert -> sums.put(expert, TRUST_PRIOR));
                for (Map<String, Double> byExpert : shares) {
                    double all = byExpert.entrySet().stream()
                            .mapToDouble(share -> share.getValue() * weights.getOrDefault(share.getKey(), 0.0))
                            .sum();
                    byExpert.forEach((expert, share) ->
                            sums.merge(expert, share * weights.getOrDefault(expert, 0.0) / all, Double::sum));
                }
                double total =
                        sums.values().stream().mapToDouble(Double::doubleValue).sum();
                weights.replaceAll((expert, none) -> (double) (float) (sums.getOrDefault(expert, 0.0) / total));
            }
            trust.put(field.name(), weights);
        }
        return trust;
    }

    static Panel learn(Field field, List<Field> others, List<Noticed> examples, List<Heard> heard) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Noticed example : examples) {
            String value = example.gold().get(field.name());
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        Map<String, Map<String, Map<String, Integer>>> together = new TreeMap<>();
        if (field.kind() == FieldKind.DATE) {
            // one expert, which has seen all there is: nothing to weigh
            return new Panel(field.name(), counts, together, Map.of(), List.of(), Map.of(), new double[0]);
        }
        for (Field other : others) {
            if (other.kind() != FieldKind.DATE && !other.name().equals(field.name())) {
                together.put(other.name(), together(field, other, examples, counts));
            }
        }
        Panel blank = new Panel(field.name(), counts, together, Map.of(), List.of(), Map.of(), new double[0]);
        List<String> frequent = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_FREQUENT)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> sayings = frequent.isEmpty() ? Map.of() : sayings(others, examples);
        List<Sparse> docs = new ArrayList<>();
        List<List<Features>> texts = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        List<List<String>> valuesOf = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            String gold = examples.get(i).gold().get(field.name());
            List<String> values = blank.values(heard.get(i));
            if (gold != null && values.contains(gold)) {
                texts.add(blank.features(
                        values, heard.get(i), gold, examples.get(i).gold()));
                right.add(values.indexOf(gold));
                valuesOf.add(values);
                docs.add(said(heard.get(i), sayings));
            }
        }
        Map<String, Integer> places = Weights.places(texts, 1);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            choices.add(
                    new Choice(docs.get(i), candidates(valuesOf.get(i), texts.get(i), places, frequent), right.get(i)));
        }
        long experts =
                places.keySet().stream().filter(name -> name.startsWith(EXPERT)).count();
        double[] usual = new double[places.size()];
        places.forEach((name, place) -> usual[place] = name.startsWith(EXPERT) ? 1.0 / experts : 0);
        double[] weights = ConditionalLogit.learn(choices, frequent.size(), sayings.size(), usual, SETTINGS)
                .weights();
        return new Panel(field.name(), counts, together, places, frequent, sayings, Weights.rounded(weights));
    }

    /** What may be said of any field, if it was coded often. */
    private static Map<String, Integer> sayings(List<Field> fields, List<Noticed> examples) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Field field : fields) {
            if (field.kind() != FieldKind.DATE) {
                for (Noticed example : examples) {
                    String value = example.gold().get(field.name());
                    if (value != null) {
                        counts.merge(field.name() + "=" + value, 1, Integer::sum);
                    }
                }
            }
        }
        counts.values().removeIf(count -> count < LEAST_FREQUENT || count > examples.size() - LEAST_FREQUENT);
        Map<String, Integer> sayings = new TreeMap<>();
        counts.keySet().forEach(saying -> sayings.put(saying, sayings.size()));
        return sayings;
    }

    private static Sparse said(Heard heard, Map<String, Integer> sayings) {
        Features features = new Features();
        heard.byField()
                .keySet()
                .forEach(field -> heard.mean(field).forEach((value, share) -> {
                    String saying = field + "=" + value;
                    if (sayings.containsKey(saying)) {
                        features.set(saying, share);
                    }
                }));
        return Sparse.of(features, sayings);
    }

    private static Map<String, Map<String, Integer>> together(
            Field field, Field other, List<Noticed> examples, Map<String, Integer> counts) {
        Map<String, Integer> otherCounts = new TreeMap<>();
        for (Noticed example : examples) {
            String value = example.gold().get(other.name());
            if (value != null) {
                otherCounts.merge(value, 1, Integer::sum);
            }
        }
        Map<String, Map<String, Integer>> together = new TreeMap<>();
        otherCounts.forEach((value, count) -> {
            if (count >= LEAST_EXAMPLES) {
                together.put(value, new TreeMap<>());
            }
        });
        together.put(RARE, new TreeMap<>());
        for (Noticed example : examples) {
            String mine = example.gold().get(field.name());
            String theirs = example.gold().get(other.name());
            if (mine != null && theirs != null) {
                together.getOrDefault(theirs, together.getOrDefault(RARE, Map.of()))
                        .merge(common(mine, counts), 1, Integer::sum);
            }
        }
        return together;
    }

    private static String common(String value, Map<String, Integer> counts) {
        return counts.getOrDefault(value, 0) >= LEAST_EXAMPLES ? value : RARE;
    }

    /** The values that an expert holds possible, the likeliest first. */
    private List<String> values(Heard heard) {
        Map<String, Double> mean = heard.mean(field);
        return mean.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Features> features(
            List<String> values, Heard heard, @Nullable String gold, Map<String, String> golds) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Map<String, Double>> otherMeans = new TreeMap<>();
        together.keySet().forEach(other -> otherMeans.put(other, heard.mean(other)));
        List<Features> all = new ArrayList<>();
        for (String value : values) {
            Features features = new Features();
            heard.of(field).forEach((expert, guess) -> {
                double share = CLOSED.contains(expert) ? pooled(guess, value) : guess.getOrDefault(value, 0.0);
                features.set(EXPERT + expert, Math.log(share + FLOOR));
                if (share > 0.5) {
                    features.set("sure " + expert);
                }
            });
            int count = counts.getOrDefault(value, 0) - (value.equals(gold) ? 1 : 0);
            features.set("usual", Math.log((count + 0.3) / total));
            if (count == 0) {
                features.set("never coded");
            }
            String mine = common(value, counts);
            together.forEach((other, byValue) -> {
                double expected = expected(
                        mine, gold, golds.get(other), byValue, otherMeans.getOrDefault(other, Map.of()), total);
                features.set("beside " + other, Math.log(expected));
            });
            all.add(features);
        }
        return all;
    }

    private double pooled(Map<String, Double> guess, String value) {
        String mine = common(value, counts);
        if (!mine.equals(RARE)) {
            return guess.getOrDefault(value, 0.0);
        }
        return guess.entrySet().stream()
                .filter(entry -> common(entry.getKey(), counts).equals(RARE))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** How likely the value is if the other field is what its experts say. */
    private double expected(
            String mine,
            @Nullable String gold,
            @Nullable String otherGold,
            Map<String, Map<String, Integer>> byValue,
            Map<String, Double> otherMean,
            int total) {
        int of = counts.entrySet().stream()
                .filter(entry -> common(entry.getKey(), counts).equals(mine))
                .mapToInt(Map.Entry::getValue)
                .sum();
        double usual = (of + 0.3) / total;
        double sum = 0;
        for (Map.Entry<String, Double> entry : otherMean.entrySet()) {
            String theirs = byValue.containsKey(entry.getKey()) ? entry.getKey() : RARE;
            Map<String, Integer> row = byValue.getOrDefault(theirs, Map.of());
            int all = row.values().stream().mapToInt(Integer::intValue).sum();
            int both = row.getOrDefault(mine, 0);
            if (gold != null && otherGold != null && theirs.equals(byValue.containsKey(otherGold) ? otherGold : RARE)) {
                all -= 1;
                both -= common(gold, counts).equals(mine) ? 1 : 0;
            }
            sum += entry.getValue() * (both + 2 * usual) / (all + 2);
        }
        return Math.max(sum, 1e-4) / usual;
    }

    private static List<Choice.Candidate> candidates(
            List<String> values, List<Features> features, Map<String, Integer> places, List<String> frequent) {
        List<Choice.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int label = frequent.indexOf(values.get(i));
            candidates.add(new Choice.Candidate(
                    label < 0 ? new int[0] : new int[] {label}, Sparse.of(features.get(i), places)));
        }
        return candidates;
    }

    /** The values with their probabilities, in the order of {@link Heard#mean}; empty if no expert knows any. */
    Map<String, Double> decide(Heard heard) {
        List<String> values = values(heard);
        Map<String, Double> decided = new LinkedHashMap<>();
        if (places.isEmpty()) {
            Map<String, Double> mean = heard.mean(field);
            values.forEach(value -> decided.put(value, mean.getOrDefault(value, 0.0)));
        } else if (!values.isEmpty()) {
            double[] shares = logit.shares(
                    said(heard, sayings),
                    candidates(values, features(values, heard, null, Map.of()), places, frequent));
            for (int i = 0; i < shares.length; i++) {
                decided.put(values.get(i), shares[i]);
            }
        }
        return decided;
    }

    JsonNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode writtenCounts = node.putObject("counts");
        counts.forEach(writtenCounts::put);
        ObjectNode writtenTogether = node.putObject("together");
        together.forEach((other, byValue) -> {
            ObjectNode one = writtenTogether.putObject(other);
            byValue.forEach((value, row) -> {
                ObjectNode cells = one.putObject(value);
                row.forEach(cells::put);
            });
        });
        ArrayNode writtenFrequent = node.putArray("frequent");
        frequent.forEach(writtenFrequent::add);
        ArrayNode writtenSayings = node.putArray("sayings");
        sayings.keySet().forEach(writtenSayings::add);
        int split = frequent.size() * sayings.size();
        node.put("sayingWeights", Weights.pack(Arrays.copyOf(logit.weights(), split)));
        node.set("weights", Weights.named(places, logit.weights(), split));
        return node;
    }

    static Panel read(String field, JsonNode node) {
        Map<String, Map<String, Map<String, Integer>>> together = new TreeMap<>();
        node.get("together").properties().forEach(other -> {
            Map<String, Map<String, Integer>> byValue = new TreeMap<>();
            other.getValue().properties().forEach(value -> byValue.put(value.getKey(), counts(value.getValue())));
            together.put(other.getKey(), byValue);
        });
        JsonNode weights = node.get("weights");
        Map<String, Integer> sayings = new TreeMap<>();
        node.get("sayings").forEach(saying -> sayings.put(saying.stringValue(), sayings.size()));
        double[] sayingWeights = Weights.unpack(node.get("sayingWeights").stringValue());
        return new Panel(
                field,
                counts(node.get("counts")),
                together,
                Weights.placesOf(weights),
                node.get("frequent").valueStream().map(JsonNode::stringValue).toList(),
                sayings,
                DoubleStream.concat(Arrays.stream(sayingWeights), Arrays.stream(Weights.weightsOf(weights)))
                        .toArray());
    }

    private static Map<String, Integer> counts(JsonNode node) {
        Map<String, Integer> counts = new TreeMap<>();
        new TreeSet<>(node.propertyNames())
                .forEach(name -> counts.put(name, node.get(name).intValue()));
        return counts;
    }
}
