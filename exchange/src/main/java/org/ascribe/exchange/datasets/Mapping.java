package org.ascribe.exchange.datasets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ascribe.core.Coded;
import org.ascribe.core.DataSource;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Stance;
import org.ascribe.core.TargetClass;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What the columns of somebody's own table mean: a YAML file, described in docs/formats/imports.md. Unknown keys are refused.
 *
 * @param separator null to go by the header
 * @param title columns, of which those that are filled are joined
 * @param text narratives, laid out without their columns' names
 * @param lines other columns to keep, each under its name
 */
public record Mapping(
        DataSource source,
        @Nullable Character separator,
        String id,
        List<String> title,
        List<String> text,
        List<String> lines,
        When when,
        Where where,
        Choice<IncidentType> type,
        List<ActorColumn> actors,
        List<TargetColumn> targets,
        List<TollColumn> tolls) {

    public Mapping {
        title = List.copyOf(title);
        text = List.copyOf(text);
        lines = List.copyOf(lines);
        actors = List.copyOf(actors);
        targets = List.copyOf(targets);
        tolls = List.copyOf(tolls);
    }

    /**
     * A value by what a column says; without a column always {@code otherwise}.
     *
     * @param byWord keys in lower case
     */
    public record Choice<T>(@Nullable String column, Map<String, T> byWord, T otherwise) {
        public Choice {
            byWord = Map.copyOf(byWord);
        }

        T of(Row row) {
            String word = column == null ? null : row.get(column);
            return word == null ? otherwise : byWord.getOrDefault(word.toLowerCase(Locale.ROOT), otherwise);
        }
    }

    /** A day, or its parts; the end of a stretch, if there is one; how precise it is, null to go by what is filled. */
    public record When(
            @Nullable String date,
            @Nullable String until,
            @Nullable String year,
            @Nullable String month,
            @Nullable String day,
            @Nullable Choice<DatePrecision> precision) {}

    /** @param name from the finest to the coarsest; the first that is filled names the place */
    public record Where(
            List<String> name,
            @Nullable String country,
            @Nullable String admin1,
            @Nullable String latitude,
            @Nullable String longitude,
            Choice<PlacePrecision> precision) {
        public Where {
            name = List.copyOf(name);
        }
    }

    /** A column that names who did it, and as what it does so. */
    public record ActorColumn(String name, Choice<Stance> stance) {}

    public record TargetColumn(String name, Choice<TargetClass> kind) {}

    /** Numbers of people; {@code exactly}, or {@code low} and {@code high}. */
    public record TollColumn(
            Harm harm,
            @Nullable String exactly,
            @Nullable String low,
            @Nullable String high) {}

    /** The first column that the mapping names and the header lacks; null if it has all. */
    @Nullable
    String missing(Header header) {
        Set<String> named = new LinkedHashSet<>();
        named.add(id);
        named.addAll(title);
        named.addAll(text);
        named.addAll(lines);
        for (String column : Arrays.asList(
                when.date(),
                when.until(),
                when.year(),
                when.month(),
                when.day(),
                where.country(),
                where.admin1(),
                where.latitude(),
                where.longitude(),
                where.precision().column(),
                type.column())) {
            if (column != null) {
                named.add(column);
            }
        }
        named.addAll(where.name());
        actors.forEach(actor -> named.add(actor.name()));
        targets.forEach(target -> named.add(target.name()));
        for (TollColumn toll : tolls) {
            for (String column : Arrays.asList(toll.exactly(), toll.low(), toll.high())) {
                if (column != null) {
                    named.add(column);
                }
            }
        }
        return named.stream().filter(column -> !header.has(column)).findFirst().orElse(null);
    }

    /**
     * Reads a mapping.
     *
     * @throws IllegalArgumentException if it is none; the message says where, and what was expected
     */
    public static Mapping parse(String yaml) {
        Object root;
        try {
            root = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(yaml);
        } catch (YamlEngineException wrong) {
            throw new IllegalArgumentException("it is no YAML: " + wrong.getMessage(), wrong);
        }
        Node top = Node.of("", root);
        DataSource source = new DataSource(
                top.need("name"),
                top.text("licence", "not stated"),
                top.coded(DataSource.Redistribution.class, "redistribution", DataSource.Redistribution.NO),
                top.coded(DataSource.Rows.class, "rows", DataSource.Rows.INCIDENTS),
                top.text("cite", ""));
        String separator = top.text("separator", "");
        Node when = top.child("when");
        Node where = top.child("where");
        Mapping mapping = new Mapping(
                source,
                separator.isEmpty() ? null : (Character) separator.charAt(0),
                top.need("id"),
                top.texts("title"),
                top.texts("text"),
                top.texts("lines"),
                new When(
                        when.find("date"),
                        when.find("until"),
                        when.find("year"),
                        when.find("month"),
                        when.find("day"),
                        when.has("precision")
                                ? when.choice("precision", DatePrecision.class, DatePrecision.DAY)
                                : null),
                new Where(
                        where.texts("name"),
                        where.find("country"),
                        where.find("admin1"),
                        where.find("latitude"),
                        where.find("longitude"),
                        where.choice("precision", PlacePrecision.class, PlacePrecision.TOWN)),
                top.choice("type", IncidentType.class, IncidentType.OTHER),
                top.children("actors").stream()
                        .map(node ->
                                new ActorColumn(node.need("name"), node.choice("stance", Stance.class, Stance.STATED)))
                        .toList(),
                top.children("targets").stream()
                        .map(node -> new TargetColumn(
                                node.need("name"), node.choice("class", TargetClass.class, TargetClass.OTHER)))
                        .toList(),
                top.children("tolls").stream()
                        .map(node -> new TollColumn(
                                node.coded(Harm.class, "harm", null),
                                node.find("exactly"),
                                node.find("low"),
                                node.find("high")))
                        .toList());
        when.allRead();
        where.allRead();
        top.allRead();
        return mapping;
    }

    /** A part of the YAML file; what is not asked for is refused in the end. */
    private static final class Node {

        private final String path;
        private final Map<String, Object> values;
        private final Set<String> asked = new TreeSet<>();

        private Node(String path, Map<String, Object> values) {
            this.path = path;
            this.values = values;
        }

        static Node of(String path, @Nullable Object value) {
            Map<String, Object> values = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, child) -> {
                    if (child != null) {
                        values.put(String.valueOf(key), child);
                    }
                });
            } else if (value != null) {
                throw new IllegalArgumentException(
                        "%s is \"%s\", expected keys and values".formatted(path.isEmpty() ? "the file" : path, value));
            }
            return new Node(path, values);
        }

        private String at(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        boolean has(String key) {
            asked.add(key);
            return values.containsKey(key);
        }

        @Nullable
        String find(String key) {
            asked.add(key);
            Object value = values.get(key);
            if (value instanceof Map || value instanceof List) {
                throw new IllegalArgumentException(at(key) + " is a list or a map, expected one value");
            }
            return value == null ? null : String.valueOf(value);
        }

        String need(String key) {
            String value = find(key);
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(at(key) + " is missing");
            }
            return value;
        }

        String text(String key, String otherwise) {
            String value = find(key);
            return value == null ? otherwise : value;
        }

        List<String> texts(String key) {
            asked.add(key);
            Object value = values.get(key);
            if (value == null) {
                return List.of();
            }
            if (value instanceof List<?> list) {
                return list.stream().map(String::valueOf).toList();
            }
            return List.of(String.valueOf(value));
        }

        Node child(String key) {
            asked.add(key);
            return of(at(key), values.get(key));
        }

        List<Node> children(String key) {
            asked.add(key);
            Object value = values.get(key);
            List<Node> children = new ArrayList<>();
            if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    children.add(of(at(key) + "[" + i + "]", list.get(i)));
                }
            } else if (value != null) {
                throw new IllegalArgumentException(at(key) + " is \"" + value + "\", expected a list");
            }
            return children;
        }

        <E extends Enum<E>> E coded(Class<E> type, String key, @Nullable E otherwise) {
            String value = find(key);
            if (value == null && otherwise != null) {
                return otherwise;
            }
            return constant(type, at(key), String.valueOf(value));
        }

        private static <E extends Enum<E>> E constant(Class<E> type, String at, String word) {
            String wanted = word.toLowerCase(Locale.ROOT).replace('_', '-');
            List<String> codes = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                String code = constant instanceof Coded coded
                        ? coded.code()
                        : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
                if (code.equals(wanted)) {
                    return constant;
                }
                codes.add(code);
            }
            throw new IllegalArgumentException(
                    "%s is \"%s\", expected one of %s".formatted(at, word, String.join(", ", codes)));
        }

        /** One word for all rows; or a column, for each value the words that mean it, and what holds for all others. */
        <E extends Enum<E>> Choice<E> choice(String key, Class<E> type, E otherwise) {
            asked.add(key);
            Object value = values.get(key);
            if (value == null) {
                return new Choice<>(null, Map.of(), otherwise);
            }
            if (!(value instanceof Map)) {
                return new Choice<>(null, Map.of(), constant(type, at(key), String.valueOf(value)));
            }
            Node node = of(at(key), value);
            String column = node.need("column");
            E others = node.coded(type, "otherwise", otherwise);
            Map<String, E> byWord = new LinkedHashMap<>();
            Node words = node.child("values");
            words.values.forEach((code, written) -> {
                E constant = constant(type, words.path, code);
                for (Object word : written instanceof List<?> list ? list : List.of(written)) {
                    byWord.put(String.valueOf(word).toLowerCase(Locale.ROOT), constant);
                }
            });
            node.allRead();
            return new Choice<>(column, byWord, others);
        }

        void allRead() {
            Set<String> unknown = new TreeSet<>(values.keySet());
            unknown.removeAll(asked);
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("unknown key %s%s, expected one of %s"
                        .formatted(
                                path.isEmpty() ? "" : path + ".",
                                unknown.iterator().next(),
                                asked));
            }
        }
    }
}
