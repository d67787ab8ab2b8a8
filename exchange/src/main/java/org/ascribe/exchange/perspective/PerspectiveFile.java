package org.ascribe.exchange.perspective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascribe.core.Coded;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Genre;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.core.weigh.Perspective.Age;
import org.ascribe.core.weigh.Perspective.Claim;
import org.ascribe.core.weigh.Perspective.Combine;
import org.ascribe.core.weigh.Perspective.Condition;
import org.ascribe.core.weigh.Perspective.Factors;
import org.ascribe.core.weigh.Perspective.Grade;
import org.ascribe.core.weigh.Perspective.Grading;
import org.ascribe.core.weigh.Perspective.Rule;
import org.ascribe.core.weigh.Perspective.StatusRules;
import org.ascribe.core.weigh.Perspective.TollRule;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a perspective from YAML. A file may {@code extend} another: its own rules come before those of the other, and what it
 * does not set is the other's. An unknown key, a circle of files and a number out of range are refused with the line and the
 * nearest key that there is.
 */
public final class PerspectiveFile {

    /** The kinds of assertion that weigh anything. */
    private static final List<String> KINDS = List.of("responsibility", "toll");

    private final String place;
    private final Function<String, Optional<Source>> others;

    /**
     * A text with its name.
     *
     * @param place for messages: the file's path, or the name of a built-in one
     */
    public record Source(String place, String yaml) {}

    private PerspectiveFile(String place, Function<String, Optional<Source>> others) {
        this.place = place;
        this.others = others;
    }

    /**
     * Reads a perspective.
     *
     * @param others the text of a perspective that {@code extends} names; the built-in ones are known without
     * @throws PerspectiveException if it is none
     */
    public static Perspective parse(Source source, Function<String, Optional<Source>> others) {
        return parse(source, others, new LinkedHashSet<>());
    }

    /** As above, for a text that extends none but built-in ones. */
    public static Perspective parse(Source source) {
        return parse(source, name -> Optional.empty());
    }

    private static Perspective parse(Source source, Function<String, Optional<Source>> others, Set<String> extending) {
        extending.add(source.place());
        return new PerspectiveFile(source.place(), others).read(source.yaml(), extending);
    }

    // --- the whole

    private Perspective read(String yaml, Set<String> extending) {
        Block top = block(compose(yaml), "");
        Perspective base = base(top, extending);
        String name = top.text("perspective")
                .orElseThrow(() ->
                        wrong(null, "perspective is missing", "give the perspective a name: perspective: my-own"));
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw wrong(
                    top.line("perspective"),
                    "perspective is \"" + name + "\"",
                    "expected small letters, digits and hyphens, such as my-own");
        }
        List<Rule> rules = new ArrayList<>();
        for (Block rule : top.blocks("trust")) {
            rules.add(rule(rule));
        }
        List<Grading> grades = new ArrayList<>();
        for (Block grading : top.blocks("grades")) {
            Condition who = condition(grading, List.of("grade"));
            grades.add(new Grading(who, grading.need("grade", this::grade)));
            grading.end();
        }
        Perspective read = new Perspective(
                name,
                top.text("title").orElse(name),
                top.text("about").orElse(base.about()),
                top.has("references") ? top.texts("references") : base.references(),
                top.coded("combine", Combine.class, base.combine()),
                top.number("prior", Perspective.LEAST_PRIOR, 0, base.prior()),
                joined(rules, base.trust()),
                top.number("otherwise", 0, Perspective.MOST_WEIGHT, base.otherwise()),
                factors(top, base.factors()),
                top.has("sides") ? sides(top) : base.sides(),
                top.whole("enemies-from", 0, 1000, base.enemiesFrom()),
                joined(grades, base.grades()),
                age(top, base.age()),
                status(top, base.status()),
                top.coded("toll", TollRule.class, base.toll()));
        top.end();
        return read;
    }

    private Perspective base(Block top, Set<String> extending) {
        Optional<String> named = top.text("extends");
        if (named.isEmpty()) {
            return PLAIN;
        }
        int line = top.line("extends");
        Source other = others.apply(named.get())
                .or(() -> BuiltIn.source(named.get()))
                .orElseThrow(() -> wrong(
                        line,
                        "extends is \"" + named.get() + "\", and there is no such perspective",
                        "expected a built-in one (" + String.join(", ", BuiltIn.names()) + ") or a file beside this one"
                                + nearest(named.get(), BuiltIn.names())));
        if (extending.contains(other.place())) {
            throw wrong(
                    line,
                    "extends goes in a circle: " + String.join(" extends ", extending) + " extends " + other.place(),
                    "take one of these lines out");
        }
        return parse(other, others, extending);
    }

    /** What holds where a file says nothing: no voice weighs anything, and nothing is asked. */
    private static final Perspective PLAIN = new Perspective(
            "plain",
            "",
            "",
            List.of(),
            Combine.LOG_ODDS,
            0,
            List.of(),
            0,
            Factors.NONE,
            List.of(),
            0,
            List.of(),
            Age.ANY,
            new StatusRules(2, 2, Claim.REQUIRED, 0.25, 0),
            TollRule.MOST_TRUSTED);

    private static <T> List<T> joined(List<T> first, List<T> then) {
        List<T> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    // --- its parts

    private static final List<String> CONDITIONS = List.of(
            "kind",
            "role",
            "actor",
            "about",
            "speaker",
            "outlet",
            "stance",
            "hedged",
            "evidence",
            "genre",
            "channel",
            "source",
            "information");

    private Rule rule(Block block) {
        List<String> weights = List.of("weight", "right", "grade");
        List<String> given = weights.stream().filter(block::has).toList();
        Condition when = condition(block, List.of("name", "weight", "right", "grade", "because"));
        block.end();
        if (given.size() != 1) {
            throw wrong(
                    block.line(),
                    given.isEmpty()
                            ? "a rule of trust says nothing of its weight"
                            : "a rule of trust gives " + String.join(" and ", given),
                    "expected one of weight (log-odds 0..6), right (share of the time, 0.5..0.99) and grade (A1..F6, or own)");
        }
        Double weight = switch (given.getFirst()) {
            case "weight" -> block.number("weight", 0, Perspective.MOST_WEIGHT, 0);
            case "right" -> Perspective.weightOf(block.number("right", 0.5, 0.99, 0.5));
            default ->
                block.text("grade").filter("own"::equals).isPresent()
                        ? null
                        : (Double) block.need("grade", this::grade).weight();
        };
        return new Rule(
                block.text("name").orElseGet(() -> describe(when)),
                when,
                weight,
                block.text("because").orElse(null));
    }

    private static String describe(Condition when) {
        List<String> words = new ArrayList<>();
        words.addAll(when.actors().stream().sorted().toList());
        when.roles().stream().map(Coded::code).sorted().forEach(words::add);
        words.addAll(when.speakers());
        words.addAll(when.outlets());
        when.stances().stream().map(Coded::code).sorted().forEach(words::add);
        words.addAll(when.kinds().stream().sorted().toList());
        return words.isEmpty() ? "every voice" : String.join(" ", words);
    }

    private Condition condition(Block block, List<String> besides) {
        block.known(joined(CONDITIONS, besides));
        return new Condition(
                block.words("kind", KINDS),
                block.codes("role", Speaker.Role.class),
                Set.copyOf(block.texts("actor")),
                Set.copyOf(block.texts("about")),
                block.texts("speaker"),
                block.texts("outlet"),
                block.codes("stance", Stance.class),
                block.flag("hedged"),
                block.codes("evidence", EvidenceGiven.class),
                block.codes("genre", Genre.class),
                block.flag("channel"),
                block.words("source", List.of("A", "B", "C", "D", "E", "F")).stream()
                        .map(letter -> letter.charAt(0))
                        .collect(Collectors.toSet()),
                block.words("information", List.of("1", "2", "3", "4", "5", "6")).stream()
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet()));
    }

    private Grade grade(String written, int line) {
        if (!written.matches("[A-F][1-6]")) {
            throw wrong(
                    line,
                    "grade is \"" + written + "\"",
                    "expected a letter A to F and a number 1 to 6 of the Admiralty scale, such as B2");
        }
        return new Grade(written.charAt(0), written.charAt(1) - '0');
    }

    private Factors factors(Block top, Factors base) {
        Optional<Block> given = top.block("factors");
        if (given.isEmpty()) {
            return base;
        }
        Block block = given.get();
        Optional<Block> evidence = block.block("evidence");
        Optional<Block> interest = block.block("self-interest");
        double most = Perspective.MOST_FACTOR;
        Factors factors = new Factors(
                block.number("hedged", 0, most, base.hedged()),
                block.number("doubt", 0, most, base.doubt()),
                number(evidence, "none", base.evidenceNone()),
                number(evidence, "cited", base.evidenceCited()),
                number(evidence, "unstated", base.evidenceUnstated()),
                number(interest, "claim", base.ownClaim()),
                number(interest, "denial", base.ownDenial()),
                number(interest, "accusation", base.enemyAccusation()));
        evidence.ifPresent(Block::end);
        interest.ifPresent(Block::end);
        block.end();
        return factors;
    }

    private static double number(Optional<Block> block, String key, double otherwise) {
        return block.isEmpty() ? otherwise : block.get().number(key, 0, Perspective.MOST_FACTOR, otherwise);
    }

    private List<List<String>> sides(Block top) {
        List<List<String>> sides = new ArrayList<>();
        for (Node side : top.items("sides")) {
            sides.add(top.texts("sides", side));
        }
        return sides;
    }

    private Age age(Block top, Age base) {
        Optional<Block> given = top.block("age");
        if (given.isEmpty()) {
            return base;
        }
        Block block = given.get();
        Age age = new Age(
                block.days("after-incident", base.afterIncident()), block.days("before-as-of", base.beforeAsOf()));
        block.end();
        return age;
    }

    private StatusRules status(Block top, StatusRules base) {
        Optional<Block> given = top.block("status");
        if (given.isEmpty()) {
            return base;
        }
        Block block = given.get();
        StatusRules rules = new StatusRules(
                block.whole("fair", 1, 1000, base.fair()),
                block.whole("confirmed", 1, 1000, base.confirmed()),
                block.coded("claim", Claim.class, base.claim()),
                block.number("contested-from", 0, 1, base.contestedFrom()),
                block.number("support", 0, 1, base.support()));
        block.end();
        return rules;
    }

    // --- YAML with lines

    private Node compose(String yaml) {
        try {
            return new Compose(LoadSettings.builder()
                            .setLabel(place)
                            .setAllowDuplicateKeys(false)
                            .setMaxAliasesForCollections(10)
                            .build())
                    .composeString(yaml)
                    .orElseThrow(() -> wrong(null, "it is empty", "see docs/formats/perspective.md"));
        } catch (MarkedYamlEngineException broken) {
            throw wrong(
                    broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(null),
                    "it is no YAML: " + broken.getProblem(),
                    "correct the line");
        } catch (YamlEngineException broken) {
            throw wrong(null, "it is no YAML: " + broken.getMessage(), "correct it");
        }
    }

    private PerspectiveException wrong(@Nullable Integer line, String found, String expected) {
        return new PerspectiveException(
                "Cannot use the perspective %s%s: %s; %s."
                        .formatted(place, line == null ? "" : ", line " + line, found, expected),
                line);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private Block block(Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(
                    lineOf(node),
                    (path.isEmpty() ? "the file" : path) + " is no list of keys and values",
                    "expected lines such as \"key: value\"");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (NodeTuple pair : mapping.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                throw wrong(lineOf(pair.getKeyNode()), "a key is a list or a map", "expected a word");
            }
            if (values.put(key.getValue(), pair.getValueNode()) != null) {
                throw wrong(lineOf(key), "the key \"" + key.getValue() + "\" stands twice", "keep one of the two");
            }
            lines.put(key.getValue(), lineOf(key));
        }
        return new Block(path, lineOf(node), values, lines);
    }

    /** The known word with the fewest letters to change, if they are few. */
    private static String nearest(String word, List<String> known) {
        String best = null;
        int least = Math.max(2, word.length() / 2) + 1;
        for (String other : known) {
            int distance = distance(word.toLowerCase(Locale.ROOT), other);
            if (distance < least) {
                least = distance;
                best = other;
            }
        }
        return best == null ? "" : ". Did you mean " + best + "?";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    /** Keys and values of one part of the file; what nobody asked for is refused in the end. */
    private final class Block {

        private final String path;
        private final int line;
        private final Map<String, Node> values;
        private final Map<String, Integer> lines;
        private final Set<String> asked = new LinkedHashSet<>();

        Block(String path, int line, Map<String, Node> values, Map<String, Integer> lines) {
            this.path = path;
            this.line = line;
            this.values = values;
            this.lines = lines;
        }

        int line() {
            return line;
        }

        int line(String key) {
            return lines.getOrDefault(key, line);
        }

        private String at(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        boolean has(String key) {
            asked.add(key);
            return values.containsKey(key);
        }

        void known(List<String> keys) {
            asked.addAll(keys);
        }

        void end() {
            for (String key : values.keySet()) {
                if (!asked.contains(key)) {
                    throw wrong(
                            line(key),
                            "unknown key \"" + at(key) + "\"",
                            "expected one of " + String.join(", ", asked) + nearest(key, List.copyOf(asked)));
                }
            }
        }

        private Optional<Node> find(String key) {
            asked.add(key);
            return Optional.ofNullable(values.get(key));
        }

        private String scalar(String key, Node node) {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                return scalar.getValue().strip();
            }
            throw wrong(
                    lineOf(node),
                    at(key) + (node instanceof ScalarNode ? " is empty" : " is a list or a map"),
                    "expected one value");
        }

        Optional<String> text(String key) {
            return find(key).map(node -> scalar(key, node));
        }

        <T> T need(String key, BiFunction<String, Integer, T> reading) {
            Node node = find(key).orElseThrow(() -> wrong(line, at(key) + " is missing", "add it"));
            return reading.apply(scalar(key, node), lineOf(node));
        }

        List<Node> items(String key) {
            return find(key)
                    .map(node -> node instanceof SequenceNode list ? list.getValue() : List.of(node))
                    .orElse(List.of());
        }

        List<String> texts(String key) {
            return items(key).stream().map(item -> scalar(key, item)).toList();
        }

        List<String> texts(String key, Node node) {
            return (node instanceof SequenceNode list ? list.getValue() : List.of(node))
                    .stream().map(item -> scalar(key, item)).toList();
        }

        List<Block> blocks(String key) {
            return items(key).stream().map(item -> block(item, at(key))).toList();
        }

        Optional<Block> block(String key) {
            return find(key).map(node -> PerspectiveFile.this.block(node, at(key)));
        }

        private Block block(Node node, String where) {
            return PerspectiveFile.this.block(node, where);
        }

        double number(String key, double least, double most, double otherwise) {
            Optional<Node> node = find(key);
            if (node.isEmpty()) {
                return otherwise;
            }
            String written = scalar(key, node.get());
            double value;
            try {
                value = Double.parseDouble(written);
            } catch (NumberFormatException noNumber) {
                throw wrong(
                        lineOf(node.get()),
                        at(key) + " is \"" + written + "\"",
                        "expected a number in " + plain(least) + ".." + plain(most));
            }
            if (!(value >= least && value <= most)) {
                throw wrong(
                        lineOf(node.get()),
                        at(key) + " is " + written,
                        "expected a number in " + plain(least) + ".." + plain(most)
                                + (most <= 1 && value > 1 && value / 100 >= least && value / 100 <= most
                                        ? ". Did you mean " + plain(value / 100) + "?"
                                        : ""));
            }
            return value;
        }

        int whole(String key, int least, int most, int otherwise) {
            double value = number(key, least, most, otherwise);
            if (value != Math.rint(value)) {
                throw wrong(line(key), at(key) + " is " + value, "expected a whole number");
            }
            return (int) value;
        }

        @Nullable
        Integer days(String key, @Nullable Integer otherwise) {
            return has(key) ? (Integer) whole(key, 0, 100_000, 0) : otherwise;
        }

        @Nullable
        Boolean flag(String key) {
            Optional<String> written = text(key);
            if (written.isEmpty()) {
                return null;
            }
            return switch (written.get().toLowerCase(Locale.ROOT)) {
                case "true", "yes" -> true;
                case "false", "no" -> false;
                default -> throw wrong(line(key), at(key) + " is \"" + written.get() + "\"", "expected yes or no");
            };
        }

        Set<String> words(String key, List<String> known) {
            Set<String> words = new HashSet<>();
            for (Node item : items(key)) {
                String word = scalar(key, item);
                if (!known.contains(word)) {
                    throw wrong(
                            lineOf(item),
                            at(key) + " is \"" + word + "\"",
                            "expected one of " + String.join(", ", known) + nearest(word, known));
                }
                words.add(word);
            }
            return words;
        }

        <E extends Enum<E> & Coded> Set<E> codes(String key, Class<E> type) {
            Set<E> found = new HashSet<>();
            for (Node item : items(key)) {
                found.add(constant(key, type, item));
            }
            return found;
        }

        <E extends Enum<E> & Coded> E coded(String key, Class<E> type, E otherwise) {
            return find(key).map(node -> constant(key, type, node)).orElse(otherwise);
        }

        private <E extends Enum<E> & Coded> E constant(String key, Class<E> type, Node node) {
            String word = scalar(key, node);
            return Coded.find(type, word).orElseThrow(() -> {
                List<String> known =
                        Arrays.stream(type.getEnumConstants()).map(Coded::code).toList();
                return wrong(
                        lineOf(node),
                        at(key) + " is \"" + word + "\"",
                        "expected one of " + String.join(", ", known) + nearest(word, known));
            });
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
