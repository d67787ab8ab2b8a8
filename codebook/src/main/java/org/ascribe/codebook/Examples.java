package org.ascribe.codebook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ascribe.core.Outcome;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Coded examples as they stand in a file of JSON Lines: {@code {"id", "text", "gold": {field: value}}}.
 *
 * @param codebook the fields, as declared or as recognised from the values
 * @param examples those rows that could be used, in the order of the file
 * @param skipped rows, and single values of rows, that could not; and fields from which nothing can be learned
 */
public record Examples(Codebook codebook, List<CodedExample> examples, List<Outcome.Skipped<CodedExample>> skipped) {

    /** With fewer, nothing is learned. */
    public static final int LEAST = 20;

    /** A one-of field has each of its values this often, on the average; fewer, and it is free text. */
    private static final double OFTEN = 2.5;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    public Examples {
        examples = List.copyOf(examples);
        skipped = List.copyOf(skipped);
    }

    private record Row(int line, String id, String text, String group, JsonNode gold) {}

    /**
     * Reads a file of examples. Rows that cannot be used are listed, not thrown.
     *
     * @param declared the fields, if somebody declared them; others in the file are then left alone, and listed
     * @throws IOException if the file cannot be read at all
     */
    public static Examples read(Path file, @Nullable Codebook declared, Grouping grouping) throws IOException {
        List<Outcome.Skipped<CodedExample>> skipped = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> lineOfId = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    String where = file + ", line " + number;
                    switch (row(number, line, where, grouping)) {
                        case Outcome.Done<Row>(Row row) -> {
                            Integer before = lineOfId.putIfAbsent(row.id(), number);
                            if (before != null) {
                                skipped.add(new Outcome.Skipped<>(
                                        "id-twice",
                                        where,
                                        "the id \"%s\" is that of line %d already; give each row an id of its own"
                                                .formatted(row.id(), before)));
                            } else {
                                rows.add(row);
                            }
                        }
                        case Outcome.Skipped<Row>(String code, String at, String why) ->
                            skipped.add(new Outcome.Skipped<>(code, at, why));
                    }
                }
            }
        }
        Codebook codebook = declared == null ? recognise(rows) : declared;
        List<CodedExample> examples = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>();
        for (Row row : rows) {
            examples.add(new CodedExample(
                    row.id(),
                    row.text(),
                    row.group(),
                    gold(row, codebook, file + ", line " + row.line(), unknown, skipped)));
        }
        for (String name : unknown) {
            skipped.add(new Outcome.Skipped<>(
                    "field-undeclared",
                    file.toString(),
                    "the field \"%s\" is not in the codebook and is left alone; declare it if it is to be learned"
                            .formatted(name)));
        }
        return new Examples(varying(codebook, examples, file, skipped), examples, skipped);
    }

    private static Outcome<Row> row(int number, String line, String where, Grouping grouping) {
        JsonNode node;
        try {
            node = Values.JSON.readTree(line);
        } catch (JacksonException broken) {
            return new Outcome.Skipped<>(
                    "json-broken",
                    where,
                    "it is no JSON from character %d on; expected {\"id\", \"text\", \"gold\"} on one line, correct it"
                            .formatted(
                                    broken.getLocation() == null
                                            ? 1
                                            : broken.getLocation().getColumnNr()));
        }
        JsonNode id = node.get("id");
        JsonNode text = node.get("text");
        JsonNode gold = node.get("gold");
        if (text == null || !text.isString() || text.stringValue().isBlank()) {
            return new Outcome.Skipped<>(
                    "text-empty",
                    where,
                    "\"text\" is missing or empty; put the report's words there, or take the row out");
        }
        if (gold == null || !gold.isObject() || gold.isEmpty()) {
            return new Outcome.Skipped<>(
                    "gold-missing",
                    where,
                    "\"gold\" is missing or has no field; expected {field: value}, code the row");
        }
        String name = id == null || id.isNull() ? "line " + number : id.isString() ? id.stringValue() : id.toString();
        return new Outcome.Done<>(
                new Row(number, name, text.stringValue(), grouping.groupOf(node, text.stringValue()), gold));
    }

    private static Map<String, FieldValue> gold(
            Row row,
            Codebook codebook,
            String where,
            TreeSet<String> unknown,
            List<Outcome.Skipped<CodedExample>> skipped) {
        Map<String, FieldValue> gold = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : row.gold().properties()) {
            Optional<Field> field = codebook.find(entry.getKey());
            if (field.isEmpty()) {
                unknown.add(entry.getKey());
                continue;
            }
            if (field.get().kind() == FieldKind.TEXT) {
                continue;
            }
            Optional<FieldValue> value = Values.parse(field.get().kind(), entry.getValue());
            if (value.isEmpty()) {
                skipped.add(new Outcome.Skipped<>(
                        "value-of-another-kind",
                        where,
                        "\"%s\" is %s, expected %s as in most rows; correct the value, or declare the field's kind in a codebook"
                                .formatted(
                                        entry.getKey(),
                                        shortened(entry.getValue()),
                                        field.get().kind().code())));
            } else if (undeclared(field.get(), value.get()).isPresent()) {
                skipped.add(new Outcome.Skipped<>(
                        "value-undeclared",
                        where,
                        "\"%s\" is \"%s\", which is none of the values that the codebook declares; correct it, or declare it"
                                .formatted(
                                        entry.getKey(),
                                        undeclared(field.get(), value.get()).get())));
            } else {
                gold.put(entry.getKey(), value.get());
            }
        }
        return gold;
    }

    /** A label that the field does not have, if values are declared for it. */
    private static Optional<String> undeclared(Field field, FieldValue value) {
        List<String> labels = switch (value) {
            case FieldValue.Label(String label) -> List.of(label);
            case FieldValue.Labels(List<String> several) -> several;
            case FieldValue.Day day -> List.of();
            case FieldValue.Amount amount -> List.of();
            case FieldValue.YesNo yesNo -> List.of();
            case FieldValue.Open open -> List.of();
        };
        return field.values().isEmpty()
                ? Optional.empty()
                : labels.stream()
                        .filter(label -> !field.values().contains(label))
                        .findFirst();
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 20)) + "...";
    }

    /** The kind of each field, as most of its values have it. */
    private static Codebook recognise(List<Row> rows) {
        Map<String, List<JsonNode>> byField = new LinkedHashMap<>();
        for (Row row : rows) {
            row.gold()
                    .properties()
                    .forEach(entry -> byField.computeIfAbsent(entry.getKey(), none -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        List<Field> fields = new ArrayList<>();
        byField.forEach((name, values) -> fields.add(new Field(name, kind(values), null, List.of())));
        return new Codebook(fields);
    }

    private static FieldKind kind(List<JsonNode> values) {
        Map<FieldKind, Integer> votes = new EnumMap<>(FieldKind.class);
        TreeSet<String> words = new TreeSet<>();
        int strings = 0;
        for (JsonNode value : values) {
            if (value.isBoolean()) {
                votes.merge(FieldKind.YES_NO, 1, Integer::sum);
            } else if (value.isNumber()) {
                votes.merge(FieldKind.NUMBER, 1, Integer::sum);
            } else if (value.isArray()) {
                votes.merge(FieldKind.ANY_OF, 1, Integer::sum);
            } else if (value.isString() && DAY.matcher(value.stringValue()).matches()) {
                votes.merge(FieldKind.DATE, 1, Integer::sum);
            } else if (value.isString()) {
                strings++;
                words.add(value.stringValue());
            } else if (!value.isNull()) {
                votes.merge(FieldKind.TEXT, 1, Integer::sum);
            }
        }
        votes.merge(strings >= OFTEN * words.size() ? FieldKind.ONE_OF : FieldKind.TEXT, strings, Integer::sum);
        return votes.entrySet().stream()
                .max(Map.Entry.<FieldKind, Integer>comparingByValue()
                        .thenComparing(entry -> -entry.getKey().ordinal()))
                .map(Map.Entry::getKey)
                .orElse(FieldKind.TEXT);
    }

    /** The codebook with the values met; a field that never varies, or is free text, is listed. */
    private static Codebook varying(
            Codebook codebook, List<CodedExample> examples, Path file, List<Outcome.Skipped<CodedExample>> skipped) {
        List<Field> fields = new ArrayList<>();
        for (Field field : codebook.fields()) {
            TreeSet<String> values = new TreeSet<>();
            TreeSet<String> labels = new TreeSet<>(field.values());
            int coded = 0;
            for (CodedExample example : examples) {
                FieldValue value = example.gold().get(field.name());
                if (value != null) {
                    coded++;
                    values.add(Values.key(value));
                    if (value instanceof FieldValue.Label label) {
                        labels.add(label.label());
                    } else if (value instanceof FieldValue.Labels several) {
                        labels.addAll(several.labels());
                    }
                }
            }
            if (field.kind() == FieldKind.TEXT) {
                skipped.add(new Outcome.Skipped<>(
                        "field-free-text",
                        file.toString(),
                        "the field \"%s\" is free text, which is not filled; if it is one of a list, declare it so in a codebook"
                                .formatted(field.name())));
            } else if (values.size() < 2) {
                skipped.add(new Outcome.Skipped<>(
                        "field-never-varies",
                        file.toString(),
                        coded == 0
                                ? "no row has the field \"%s\", so nothing is learned for it; code it, or take it out of the codebook"
                                        .formatted(field.name())
                                : "the field \"%s\" is %s in all %d rows, so nothing is learned for it; add examples that differ"
                                        .formatted(field.name(), values.first(), coded)));
            }
            fields.add(new Field(field.name(), field.kind(), field.meaning(), List.copyOf(labels)));
        }
        return new Codebook(fields);
    }
}
