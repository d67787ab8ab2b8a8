package org.ascribe.codebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ascribe.core.Passage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills the fields of a codebook, as learned from examples. Never changed; safe to share between threads. */
public final class CodebookModel {

    static final String SCHEMA = "ascribe/codebook-model/2";

    /** Parts into which the examples are split to learn how far the experts of a field are to be trusted. */
    private static final int PARTS = 5;

    private final Codebook codebook;
    private final List<Integer> years;
    private final Vocabulary vocabulary;
    private final Map<String, Map<String, Expert>> experts;
    private final Map<String, Map<String, Double>> trust;
    private final Map<String, Panel> panels;

    private CodebookModel(
            Codebook codebook,
            List<Integer> years,
            Vocabulary vocabulary,
            Map<String, Map<String, Expert>> experts,
            Map<String, Map<String, Double>> trust,
            Map<String, Panel> panels) {
        this.codebook = codebook;
        this.years = years;
        this.vocabulary = vocabulary;
        this.experts = experts;
        this.trust = trust;
        this.panels = panels;
    }

    /** A model of the fields of the codebook; takes about a minute for a few hundred examples. */
    public static CodebookModel learn(Codebook codebook, List<CodedExample> examples, TextReader reader) {
        List<Integer> years = years(examples);
        return learn(codebook, years, notice(examples, years, reader));
    }

    static List<Noticed> notice(List<CodedExample> examples, List<Integer> years, TextReader reader) {
        return examples.parallelStream()
                .map(example -> {
                    ReadText text = reader.read(example.text(), years);
                    Map<String, String> gold = new TreeMap<>();
                    example.gold().forEach((field, value) -> gold.put(field, Values.key(value)));
                    return new Noticed(example.id(), example.group(), text, TextFeatures.of(text), gold);
                })
                .toList();
    }

    /** The years of the dates that were coded: those to think of where a text names a day without one. */
    static List<Integer> years(List<CodedExample> examples) {
        TreeSet<Integer> years = new TreeSet<>();
        for (CodedExample example : examples) {
            for (FieldValue value : example.gold().values()) {
                if (value instanceof FieldValue.Day day) {
                    years.add(day.day().getYear());
                }
            }
        }
        return List.copyOf(years);
    }

    static CodebookModel learn(Codebook codebook, List<Integer> years, List<Noticed> examples) {
        List<Field> fields = codebook.fields().stream()
                .filter(field -> field.kind() != FieldKind.TEXT)
                .toList();
        List<Panel.Heard> alike = unseen(fields, examples);
        Map<String, Map<String, Double>> trust = Panel.trust(fields, examples, alike);
        List<Panel.Heard> all = alike.stream()
                .map(heard -> new Panel.Heard(heard.byField(), trust))
                .toList();
        Vocabulary vocabulary = vocabulary(examples);
        Map<String, Map<String, Expert>> experts = experts(fields, examples, vocabulary);
        Map<String, Panel> panels = new TreeMap<>();
        fields.parallelStream()
                .map(field -> Map.entry(field.name(), Panel.learn(field, fields, examples, all)))
                .toList()
                .forEach(panel -> panels.put(panel.getKey(), panel.getValue()));
        return new CodebookModel(codebook, years, vocabulary, experts, trust, panels);
    }

    /** What experts say of each example who have not seen it. */
    static List<Panel.Heard> unseen(List<Field> fields, List<Noticed> examples) {
        List<Map<String, Map<String, Map<String, Double>>>> heard = examples.stream()
                .map(example -> (Map<String, Map<String, Map<String, Double>>>)
                        new TreeMap<String, Map<String, Map<String, Double>>>())
                .toList();
        int[] parts = Folds.of(examples, PARTS);
        for (int part = 0; part < PARTS; part++) {
            int now = part;
            List<Noticed> seen = IntStream.range(0, examples.size())
                    .filter(i -> parts[i] != now)
                    .mapToObj(examples::get)
                    .toList();
            if (seen.size() == examples.size() || seen.isEmpty()) {
                continue;
            }
            Map<String, Map<String, Expert>> trained = experts(fields, seen, vocabulary(seen));
            IntStream.range(0, examples.size())
                    .parallel()
                    .filter(i -> parts[i] == now)
                    .forEach(i ->
                            heard.get(i).putAll(hear(trained, examples.get(i)).byField()));
        }
        return heard.stream().map(Panel.Heard::new).toList();
    }

    static Vocabulary vocabulary(List<Noticed> examples) {
        return Vocabulary.of(examples.stream().map(Noticed::features).toList());
    }

    static Map<String, Map<String, Expert>> experts(List<Field> fields, List<Noticed> examples, Vocabulary vocabulary) {
        Map<String, Map<String, Expert>> experts = new TreeMap<>();
        List<CuesExpert.Sign> signs = CuesExpert.signs(examples);
        fields.parallelStream()
                .map(field -> Map.entry(field.name(), experts(field, examples, vocabulary, signs)))
                .toList()
                .forEach(entry -> experts.put(entry.getKey(), entry.getValue()));
        return experts;
    }

    private static Map<String, Expert> experts(
            Field field, List<Noticed> examples, Vocabulary vocabulary, List<CuesExpert.Sign> signs) {
        Map<String, Expert> experts = new TreeMap<>();
        if (field.kind() == FieldKind.DATE) {
            DateExpert.learn(field, examples).ifPresent(one -> experts.put(DateExpert.NAME, one));
        } else if (field.kind() != FieldKind.TEXT) {
            WordsExpert.learn(field, examples, vocabulary).ifPresent(one -> experts.put(WordsExpert.NAME, one));
            CuesExpert.learn(field, examples, signs).ifPresent(one -> experts.put(CuesExpert.NAME, one));
        }
        if (field.kind() == FieldKind.NUMBER) {
            SumExpert.learn(field, examples).ifPresent(one -> experts.put(SumExpert.NAME, one));
        }
        if (field.kind() == FieldKind.ONE_OF || field.kind() == FieldKind.ANY_OF) {
            NamesExpert.learn(field, examples).ifPresent(one -> experts.put(NamesExpert.NAME, one));
        }
        return experts;
    }

    private static Expert readExpert(String name, JsonNode node, Vocabulary vocabulary) {
        return switch (name) {
            case DateExpert.NAME -> DateExpert.read(node);
            case SumExpert.NAME -> SumExpert.read(node);
            case NamesExpert.NAME -> NamesExpert.read(node);
            case CuesExpert.NAME -> CuesExpert.read(node);
            case WordsExpert.NAME -> WordsExpert.read(node, vocabulary);
            default -> throw new IllegalArgumentException("no such expert: \"" + name + "\"");
        };
    }

    static Panel.Heard hear(Map<String, Map<String, Expert>> experts, Noticed text) {
        Map<String, Map<String, Map<String, Double>>> heard = new TreeMap<>();
        experts.forEach((field, byName) -> {
            Map<String, Map<String, Double>> guesses = new TreeMap<>();
            byName.forEach((name, expert) -> guesses.put(name, expert.guess(text)));
            heard.put(field, guesses);
        });
        return new Panel.Heard(heard);
    }

    public Codebook codebook() {
        return codebook;
    }

    /** An answer for each field that can be told, in the order of the codebook. */
    public Map<String, Answer> fill(String text, TextReader reader) {
        ReadText read = reader.read(text, years);
        return fill(new Noticed("", "", read, TextFeatures.of(read), Map.of()));
    }

    /** What each expert says, by field and name. */
    Map<String, Map<String, Map<String, Double>>> said(Noticed text) {
        return hear(experts, text).byField();
    }

    /** The values of each field with their probabilities. */
    Map<String, Map<String, Double>> decided(Noticed text) {
        Panel.Heard heard = new Panel.Heard(hear(experts, text).byField(), trust);
        Map<String, Map<String, Double>> decided = new TreeMap<>();
        panels.forEach((field, panel) -> decided.put(field, panel.decide(heard)));
        return decided;
    }

    Map<String, Answer> fill(Noticed text) {
        Map<String, Map<String, Double>> decided = decided(text);
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Field field : codebook.fields()) {
            decided.getOrDefault(field.name(), Map.of()).entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(best -> answers.put(
                            field.name(),
                            new Answer(
                                    Values.parse(field.kind(), best.getKey()),
                                    Math.clamp(best.getValue(), 0, 1),
                                    passage(field, text, best.getKey()).orElse(null))));
        }
        return answers;
    }

    private Optional<Passage> passage(Field field, Noticed text, String value) {
        Map<String, Expert> byName = experts.getOrDefault(field.name(), Map.of());
        return List.of(DateExpert.NAME, NamesExpert.NAME, SumExpert.NAME, CuesExpert.NAME, WordsExpert.NAME).stream()
                .filter(byName::containsKey)
                .map(byName::get)
                .flatMap(expert -> expert.passage(text, value).stream())
                .findFirst();
    }

    JsonNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", SCHEMA);
        ArrayNode writtenYears = node.putArray("years");
        years.forEach(writtenYears::add);
        ArrayNode fields = node.putArray("fields");
        for (Field field : codebook.fields()) {
            ObjectNode one = fields.addObject();
            one.put("name", field.name());
            one.put("kind", field.kind().code());
            one.put("meaning", field.meaning());
            ArrayNode values = one.putArray("values");
            field.values().forEach(values::add);
            ObjectNode written = one.putObject("experts");
            experts.getOrDefault(field.name(), Map.of()).forEach((name, expert) -> written.set(name, expert.write()));
            ObjectNode trusted = one.putObject("trust");
            trust.getOrDefault(field.name(), Map.of()).forEach(trusted::put);
            Panel panel = panels.get(field.name());
            if (panel != null) {
                one.set("panel", panel.write());
            }
        }
        ObjectNode words = node.putObject("vocabulary");
        ArrayNode names = words.putArray("names");
        vocabulary.names().forEach(names::add);
        words.put("rarity", Weights.pack(vocabulary.rarity()));
        return node;
    }

    static CodebookModel read(JsonNode node) {
        JsonNode words = node.get("vocabulary");
        Vocabulary vocabulary = new Vocabulary(
                words.get("names").valueStream().map(JsonNode::stringValue).toList(),
                Weights.unpack(words.get("rarity").stringValue()));
        List<Field> fields = new ArrayList<>();
        Map<String, Map<String, Expert>> experts = new TreeMap<>();
        Map<String, Map<String, Double>> trust = new TreeMap<>();
        Map<String, Panel> panels = new TreeMap<>();
        for (JsonNode one : node.get("fields")) {
            String name = one.get("name").stringValue();
            fields.add(new Field(
                    name,
                    org.ascribe.core.Coded.parse(
                            FieldKind.class, one.get("kind").stringValue()),
                    one.get("meaning").isNull() ? null : one.get("meaning").stringValue(),
                    one.get("values").valueStream().map(JsonNode::stringValue).toList()));
            Map<String, Expert> byName = new TreeMap<>();
            one.get("experts")
                    .properties()
                    .forEach(entry ->
                            byName.put(entry.getKey(), readExpert(entry.getKey(), entry.getValue(), vocabulary)));
            experts.put(name, byName);
            Map<String, Double> trusted = new TreeMap<>();
            one.get("trust")
                    .properties()
                    .forEach(entry ->
                            trusted.put(entry.getKey(), entry.getValue().doubleValue()));
            trust.put(name, trusted);
            if (one.has("panel")) {
                panels.put(name, Panel.read(name, one.get("panel")));
            }
        }
        return new CodebookModel(
                new Codebook(fields),
                node.get("years").valueStream().map(JsonNode::intValue).toList(),
                vocabulary,
                experts,
                trust,
                panels);
    }
}
