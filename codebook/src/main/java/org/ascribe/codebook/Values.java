package org.ascribe.codebook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values as JSON, and as the keys by which experts know them: the same JSON as text. */
final class Values {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Values() {}

    static String key(FieldValue value) {
        return json(value).toString();
    }

    static JsonNode json(FieldValue value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (value) {
            case FieldValue.Day(LocalDate day) -> make.stringNode(day.toString());
            case FieldValue.Amount(BigDecimal number) ->
                number.scale() <= 0 && number.precision() - number.scale() < 18
                        ? make.numberNode(number.longValueExact())
                        : make.numberNode(number);
            case FieldValue.YesNo(boolean yes) -> make.booleanNode(yes);
            case FieldValue.Label(String label) -> make.stringNode(label);
            case FieldValue.Labels(List<String> labels) -> {
                ArrayNode array = make.arrayNode();
                labels.forEach(array::add);
                yield array;
            }
            case FieldValue.Open() -> make.nullNode();
        };
    }

    static FieldValue parse(FieldKind kind, String key) {
        return parse(kind, JSON.readTree(key))
                .orElseThrow(() -> new IllegalArgumentException("no value of kind " + kind.code() + ": " + key));
    }

    /** The value, or empty if it is none of this kind. */
    static Optional<FieldValue> parse(FieldKind kind, JsonNode json) {
        if (json.isNull()) {
            return Optional.of(new FieldValue.Open());
        }
        return switch (kind) {
            case DATE -> json.isString() ? day(json.stringValue()).map(FieldValue.Day::new) : Optional.empty();
            case NUMBER -> json.isNumber() ? Optional.of(new FieldValue.Amount(json.decimalValue())) : Optional.empty();
            case YES_NO -> json.isBoolean() ? Optional.of(new FieldValue.YesNo(json.booleanValue())) : Optional.empty();
            case ONE_OF, TEXT ->
                json.isString() ? Optional.of(new FieldValue.Label(json.stringValue())) : Optional.empty();
            case ANY_OF -> labels(json);
        };
    }

    private static Optional<FieldValue> labels(JsonNode json) {
        if (json.isString()) {
            return Optional.of(new FieldValue.Labels(List.of(json.stringValue())));
        }
        if (!json.isArray()) {
            return Optional.empty();
        }
        List<String> labels = new ArrayList<>();
        for (JsonNode label : json) {
            if (!label.isString()) {
                return Optional.empty();
            }
            labels.add(label.stringValue());
        }
        return Optional.of(new FieldValue.Labels(labels));
    }

    static Optional<LocalDate> day(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
