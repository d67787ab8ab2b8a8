package org.ascribe.codebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascribe.core.Passage;
import org.ascribe.core.PlacePrecision;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.place.PlaceMention;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells labels by their names in the text. What else goes by a label, such as another spelling, a district of a province or
 * the actor that the extractor finds, is learned from the examples; how a named label comes to be chosen (named first, named
 * most, "in X province") is learned for all labels together, so that it holds for one with few examples.
 */
final class NamesExpert implements Expert {

    static final String NAME = "names";

    private static final ConditionalLogit.Settings SETTINGS = new ConditionalLogit.Settings(1, 0.1, 80);

    /** How often a sign and a label must go together to take the one for the other. */
    private static final int LEAST_TOGETHER = 2;

    private static final double LEAST_SHARE = 0.5;

    private final String field;
    private final boolean list;
    private final Map<String, Integer> valueCounts;
    private final Signs signs;
    private final Map<String, Integer> places;
    private final ConditionalLogit logit;

    private NamesExpert(
            String field,
            boolean list,
            Map<String, Integer> valueCounts,
            Signs signs,
            Map<String, Integer> places,
            double[] weights) {
        this.field = field;
        this.list = list;
        this.valueCounts = valueCounts;
        this.signs = signs;
        this.places = places;
        this.logit = new ConditionalLogit(0, 0, weights);
    }

    /** How often each sign was seen, and with which labels. */
    private record Signs(
            Map<String, Integer> seen, Map<String, Map<String, Integer>> together, Set<String> labels, Source source) {

        Signs from(Source other) {
            return new Signs(seen, together, labels, other);
        }

        /** The labels, and those of the source that the text names beside them. */
        Set<String> labelsIn(ReadText text) {
            Set<String> all = new TreeSet<>(labels);
            Set<String> spelled = labels.stream().map(NamesExpert::spelled).collect(Collectors.toSet());
            for (String name : source.names(text)) {
                if (spelled.add(String.join("", words(name)))) {
                    all.add(Values.key(new FieldValue.Label(name.toLowerCase(Locale.ROOT))));
                }
            }
            return all;
        }
    }

    /** Where labels come from that no example has: if most labels are provinces, any province may be one. */
    private enum Source {
        NONE,
        PROVINCES,
        COUNTRIES,
        PLACES;

        private static final Pattern KIND =
                Pattern.compile("(?i)\\b(?:the|province|governorate|oblast|region|state)\\b");

        /** Share of the labels that must be such names. */
        private static final double LEAST = 0.6;

        Set<String> names(ReadText text) {
            Set<String> names = new TreeSet<>();
            for (PlaceMention mention : text.mentions().places()) {
                String name = switch (this) {
                    case NONE -> null;
                    case PROVINCES ->
                        mention.place().precision() == PlacePrecision.ADMIN1
                                ? KIND.matcher(text.mentions().parsed().text(mention.passage()))
                                        .replaceAll("")
                                        .strip()
                                : mention.place().admin1();
                    case COUNTRIES -> mention.place().country();
                    case PLACES -> mention.place().name();
                };
                if (name != null) {
                    names.add(name);
                }
            }
            return names;
        }

        static Source of(Set<String> labels, List<Noticed> examples) {
            Set<String> spelled =
                    labels.stream().map(NamesExpert::spelled).collect(Collectors.toCollection(TreeSet::new));
            for (Source source : List.of(PROVINCES, COUNTRIES, PLACES)) {
                Set<String> met = new TreeSet<>();
                for (Noticed example : examples) {
                    source.names(example.text()).forEach(name -> met.add(String.join("", words(name))));
                }
                met.retainAll(spelled);
                if (labels.size() > 2 && met.size() >= LEAST * labels.size()) {
                    return source;
                }
            }
            return NONE;
        }
    }

    private static String spelled(String label) {
        return String.join("", words(Values.JSON.readTree(label).asString()));
    }

    /** A place in a text where something stands for a label. */
    private record Hit(
            int start, Passage passage, int sentence, boolean own, double share, String before, String after) {}

    static Optional<Expert> learn(Field field, List<Noticed> examples) {
        List<Noticed> coded = examples.stream()
                .filter(example -> example.gold().containsKey(field.name()))
                .toList();
        Signs signs = new Signs(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), Source.NONE);
        Map<String, Integer> valueCounts = new TreeMap<>();
        Map<Noticed, Map<String, Passage>> signsOf = new HashMap<>();
        for (Noticed example : coded) {
            String value = example.gold().getOrDefault(field.name(), "null");
            valueCounts.merge(value, 1, Integer::sum);
            Map<String, Passage> here = signs(example.text());
            signsOf.put(example, here);
            Set<String> labels = labels(value);
            signs.labels().addAll(labels);
            for (String sign : here.keySet()) {
                signs.seen().merge(sign, 1, Integer::sum);
                for (String label : labels) {
                    signs.together()
                            .computeIfAbsent(sign, none -> new TreeMap<>())
                            .merge(label, 1, Integer::sum);
                }
            }
        }
        if (valueCounts.size() < 2 || signs.labels().isEmpty()) {
            return Optional.empty();
        }
        boolean list = field.kind() == FieldKind.ANY_OF;
        Signs open = signs.from(Source.of(signs.labels(), coded));
        List<List<Features>> texts = new ArrayList<>();
        for (Noticed example : coded) {
            texts.add(features(
                    example, field.name(), candidatesOf(example.text(), valueCounts, open, list), valueCounts, open));
        }
        Map<String, Integer> places = Weights.places(texts, 2);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < coded.size(); i++) {
            choices.add(new Choice(
                    Sparse.EMPTY,
                    candidates(texts.get(i), places),
                    candidatesOf(coded.get(i).text(), valueCounts, open, list)
                            .indexOf(coded.get(i).gold().get(field.name()))));
        }
        double[] weights = Weights.rounded(ConditionalLogit.learn(choices, 0, 0, new double[places.size()], SETTINGS)
                .weights());
        open.together().values().forEach(byLabel -> byLabel.values().removeIf(count -> count < LEAST_TOGETHER));
        open.together().values().removeIf(Map::isEmpty);
        open.together()
                .entrySet()
                .removeIf(entry -> entry.getValue().values().stream()
                        .noneMatch(count -> count >= LEAST_SHARE * open.seen().getOrDefault(entry.getKey(), 1)));
        open.seen().keySet().retainAll(open.together().keySet());
        return Optional.of(new NamesExpert(field.name(), list, valueCounts, open, places, weights));
    }

    private static List<String> candidatesOf(
            ReadText text, Map<String, Integer> valueCounts, Signs signs, boolean list) {
        Set<String> values = new TreeSet<>(valueCounts.keySet());
        signs.labelsIn(text).forEach(label -> values.add(list ? "[" + label + "]" : label));
        return List.copyOf(values);
    }

    private static Set<String> labels(String value) {
        JsonNode json = Values.JSON.readTree(value);
        if (json.isArray()) {
            Set<String> labels = new TreeSet<>();
            json.forEach(label -> labels.add(label.toString()));
            return labels;
        }
        return json.isNull() ? Set.of() : Set.of(value);
    }

    private static List<Choice.Candidate> candidates(List<Features> values, Map<String, Integer> places) {
        return values.stream()
                .map(value -> new Choice.Candidate(new int[0], Sparse.of(value, places)))
                .toList();
    }

    /** Whatever may stand for a label, where it stands first. */
    private static Map<String, Passage> signs(ReadText text) {
        Map<String, Passage> signs = new TreeMap<>();
        for (ActorMention actor : text.mentions().actors()) {
            signs.putIfAbsent("actor " + actor.actor().id(), actor.passage());
        }
        for (PlaceMention place : text.mentions().places()) {
            signs.putIfAbsent("place " + place.place().name(), place.passage());
            if (place.place().admin1() != null) {
                signs.putIfAbsent("admin1 " + place.place().admin1(), place.passage());
            }
        }
        for (Sentence sentence : text.sentences()) {
            String before = "";
            for (Token token : sentence.tokens()) {
                if (token.isCapitalised()) {
                    String word = token.text().toLowerCase(Locale.ROOT);
                    signs.putIfAbsent("word " + word, token.passage());
                    if (!before.isEmpty()) {
                        signs.putIfAbsent("word " + before + " " + word, token.passage());
                    }
                    before = word;
                } else {
                    before = "";
                }
            }
        }
        return signs;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Where the labels are named, by label in the order of their first hit. */
    private static Map<String, List<Hit>> hits(Noticed example, @Nullable String gold, Signs signs) {
        Map<String, List<Hit>> hits = new TreeMap<>();
        ReadText text = example.text();
        Map<String, List<String>> names = new TreeMap<>();
        for (String label : signs.labelsIn(text)) {
            List<String> words = words(Values.JSON.readTree(label).asString());
            if (!words.isEmpty()) {
                names.put(label, words);
            }
        }
        for (Sentence sentence : text.sentences()) {
            List<String> words = sentence.tokens().stream()
                    .map(token -> String.join("", words(token.text())))
                    .toList();
            names.forEach((label, name) -> {
                String joined = String.join("", name);
                for (int i = 0; i < words.size(); i++) {
                    int end = endOf(words, i, joined);
                    if (end > i) {
                        hits.computeIfAbsent(label, none -> new ArrayList<>())
                                .add(new Hit(
                                        sentence.token(i).passage().start(),
                                        sentence.passage(i, end),
                                        sentence.index(),
                                        true,
                                        1,
                                        i > 0 ? words.get(i - 1) : "^",
                                        end < words.size() ? words.get(end) : "$"));
                    }
                }
            });
        }
        Set<String> mine = gold == null ? Set.of() : labels(gold);
        signs(text).forEach((sign, passage) -> {
            int seen = signs.seen().getOrDefault(sign, 0) - (gold == null ? 0 : 1);
            signs.together().getOrDefault(sign, Map.of()).forEach((label, count) -> {
                int together = count - (mine.contains(label) ? 1 : 0);
                double share = (together + 0.2) / (seen + 1.0);
                if (together >= LEAST_TOGETHER && share >= LEAST_SHARE) {
                    hits.computeIfAbsent(label, none -> new ArrayList<>())
                            .add(new Hit(
                                    passage.start(),
                                    passage,
                                    text.sentenceAt(passage)
                                            .map(Sentence::index)
                                            .orElse(0),
                                    false,
                                    share,
                                    "",
                                    sign.substring(0, sign.indexOf(' '))));
                }
            });
        });
        return hits;
    }

    /** Where the words that begin at {@code from} have spelled the name, {@code from} if they do not. */
    private static int endOf(List<String> words, int from, String name) {
        int at = 0;
        for (int i = from; i < words.size() && at < name.length(); i++) {
            String word = words.get(i);
            if (word.isEmpty() && i > from) {
                continue;
            }
            if (word.isEmpty() || !name.startsWith(word, at)) {
                return from;
            }
            at += word.length();
            if (at == name.length()) {
                return i + 1;
            }
        }
        return from;
    }

    private static List<Features> features(
            Noticed example, String field, List<String> values, Map<String, Integer> valueCounts, Signs signs) {
        String gold = example.gold().get(field);
        Map<String, List<Hit>> hits = hits(example, gold, signs);
        int named = hits.values().stream()
                .mapToInt(list -> (int) list.stream().filter(Hit::own).count())
                .sum();
        int first = hits.values().stream()
                .flatMap(List::stream)
                .filter(Hit::own)
                .mapToInt(Hit::start)
                .min()
                .orElse(Integer.MAX_VALUE);
        int firstSign = hits.values().stream()
                .flatMap(List::stream)
                .mapToInt(Hit::start)
                .min()
                .orElse(Integer.MAX_VALUE);
        Map<String, Features> byLabel = new LinkedHashMap<>();
        hits.forEach((label, list) -> {
            Features features = new Features();
            List<Hit> own = list.stream().filter(Hit::own).toList();
            if (own.isEmpty()) {
                features.set("signs alone");
            } else {
                features.set("named");
                features.set("named share", (double) own.size() / named);
                features.set("named often", Math.log(own.size()));
                if (own.size() == named) {
                    features.set("named alone");
                }
                if (own.getFirst().start() == first) {
                    features.set("named first");
                }
                own.forEach(hit -> {
                    features.set("before " + hit.before());
                    features.set("after " + hit.after());
                    features.set("sentence " + Math.min(4, hit.sentence()));
                });
            }
            if (list.stream().anyMatch(hit -> hit.start() == firstSign)) {
                features.set("first");
            }
            double best = list.stream()
                    .filter(hit -> !hit.own())
                    .mapToDouble(Hit::share)
                    .max()
                    .orElse(0);
            features.set("best sign", best);
            features.set("signs", Math.log1p(list.size() - own.size()));
            list.stream().filter(hit -> !hit.own()).forEach(hit -> {
                String kind = "sign " + hit.after();
                features.values().merge(kind, hit.share(), Math::max);
            });
            byLabel.put(label, features);
        });
        double total = valueCounts.values().stream().mapToInt(Integer::intValue).sum();
        List<Features> all = new ArrayList<>();
        for (String value : values) {
            Features sum = new Features();
            Set<String> labels = labels(value);
            sum.set("labels " + Math.min(3, labels.size()));
            sum.set("named in text " + Math.min(3, hits.size()) + " labels " + Math.min(3, labels.size()));
            int count = valueCounts.getOrDefault(value, 0) - (value.equals(gold) ? 1 : 0);
            sum.set("usual", Math.log((count + 0.3) / total));
            for (String label : labels) {
                Features features = byLabel.get(label);
                if (features == null) {
                    sum.add("not named", 1);
                } else {
                    features.values().forEach(sum::add);
                }
            }
            all.add(sum);
        }
        return all;
    }

    @Override
    public Map<String, Double> guess(Noticed text) {
        List<String> values = candidatesOf(text.text(), valueCounts, signs, list);
        Noticed bare = new Noticed(text.id(), text.group(), text.text(), text.features(), Map.of());
        double[] shares =
                logit.shares(Sparse.EMPTY, candidates(features(bare, field, values, valueCounts, signs), places));
        Map<String, Double> guess = new TreeMap<>();
        for (int i = 0; i < shares.length; i++) {
            guess.put(values.get(i), shares[i]);
        }
        return guess;
    }

    @Override
    public Optional<Passage> passage(Noticed text, String value) {
        Map<String, List<Hit>> hits = hits(text, null, signs);
        return labels(value).stream()
                .flatMap(label -> hits.getOrDefault(label, List.of()).stream())
                .min(java.util.Comparator.comparing((Hit hit) -> !hit.own()).thenComparing(Hit::start))
                .map(Hit::passage);
    }

    @Override
    public JsonNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("field", field);
        node.put("list", list);
        ObjectNode counts = node.putObject("values");
        valueCounts.forEach(counts::put);
        node.put("source", signs.source().name());
        ArrayNode labels = node.putArray("labels");
        signs.labels().forEach(labels::add);
        ObjectNode seen = node.putObject("seen");
        signs.seen().forEach(seen::put);
        ObjectNode together = node.putObject("together");
        signs.together().forEach((sign, byLabel) -> {
            ObjectNode one = together.putObject(sign);
            byLabel.forEach(one::put);
        });
        node.set("weights", Weights.named(places, logit.weights(), 0));
        return node;
    }

    static Expert read(JsonNode node) {
        Map<String, Map<String, Integer>> together = new TreeMap<>();
        node.get("together").properties().forEach(entry -> together.put(entry.getKey(), counts(entry.getValue())));
        JsonNode weights = node.get("weights");
        return new NamesExpert(
                node.get("field").stringValue(),
                node.get("list").booleanValue(),
                counts(node.get("values")),
                new Signs(
                        counts(node.get("seen")),
                        together,
                        node.get("labels")
                                .valueStream()
                                .map(JsonNode::stringValue)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        Source.valueOf(node.get("source").stringValue())),
                Weights.placesOf(weights),
                Weights.weightsOf(weights));
    }

    private static Map<String, Integer> counts(JsonNode node) {
        Map<String, Integer> counts = new TreeMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().intValue()));
        return counts;
    }
}
