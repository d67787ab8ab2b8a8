package org.ascribe.cli;

import java.util.function.UnaryOperator;
import org.ascribe.analyse.Finding;
import org.ascribe.core.AssertionId;
import org.ascribe.core.Coded;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Findings as JSON, one object a line: docs/formats/findings.md. Infinity and "not a number" are null; incidents are labels. */
final class FindingJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule("findings")
                    .addSerializer(Double.class, new Numbers())
                    .addSerializer(double.class, new Numbers())
                    .addSerializer(AssertionId.class, new Ids())
                    .addSerializer(Coded.class, new Codes()))
            .build();

    private FindingJson() {}

    /** @param labelOf the label of an incident's id */
    static String write(Finding<?> finding, UnaryOperator<String> labelOf) {
        JsonNode tree = JSON.valueToTree(finding);
        return JSON.writeValueAsString(labelled(tree, labelOf));
    }

    private static JsonNode labelled(JsonNode node, UnaryOperator<String> labelOf) {
        if (node.isString() && isIncident(node.stringValue())) {
            return StringNode.valueOf(labelOf.apply(node.stringValue()));
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .toList()
                    .forEach(name -> object.set(name, labelled(object.get(name), labelOf)));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, labelled(array.get(i), labelOf));
            }
        }
        return node;
    }

    static boolean isIncident(String words) {
        return words.matches("inc-[0-9a-f]{16}");
    }

    private static final class Numbers extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator to, SerializationContext context) {
            if (Double.isFinite(value)) {
                to.writeNumber(value);
            } else {
                to.writeNull();
            }
        }
    }

    private static final class Ids extends ValueSerializer<AssertionId> {
        @Override
        public void serialize(AssertionId value, JsonGenerator to, SerializationContext context) {
            to.writeString(value.value());
        }
    }

    private static final class Codes extends ValueSerializer<Coded> {
        @Override
        public void serialize(Coded value, JsonGenerator to, SerializationContext context) {
            to.writeString(value.code());
        }
    }
}
