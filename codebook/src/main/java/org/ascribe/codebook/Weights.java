package org.ascribe.codebook;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Numbers in model files: named ones as they are, long rows as base64 of 4-byte floats, most significant byte first. */
final class Weights {

    private Weights() {}

    static String pack(double[] row) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * row.length);
        for (double value : row) {
            bytes.putFloat((float) value);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static double[] unpack(String packed) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
        double[] row = new double[bytes.remaining() / 4];
        for (int i = 0; i < row.length; i++) {
            row[i] = bytes.getFloat();
        }
        return row;
    }

    /** As it will be when read back, so that a model just learned and one from its file answer alike. */
    static double[] rounded(double[] row) {
        return unpack(pack(row));
    }

    /** Places of the names of which at least {@code least} of the sets have one, in the order of the names. */
    static Map<String, Integer> places(Collection<? extends Collection<Features>> texts, int least) {
        Map<String, Integer> counts = new HashMap<>();
        for (Collection<Features> text : texts) {
            Set<String> names = new HashSet<>();
            text.forEach(features -> names.addAll(features.values().keySet()));
            names.forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < least);
        Map<String, Integer> places = new LinkedHashMap<>();
        counts.keySet().stream().sorted().forEach(name -> places.put(name, places.size()));
        return places;
    }

    static ObjectNode named(Map<String, Integer> places, double[] weights, int offset) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        places.forEach((name, place) -> node.put(name, (float) weights[offset + place]));
        return node;
    }

    static Map<String, Integer> placesOf(JsonNode named) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (String name : named.propertyNames()) {
            places.put(name, places.size());
        }
        return places;
    }

    static double[] weightsOf(JsonNode named) {
        List<Double> weights = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : named.properties()) {
            weights.add((double) entry.getValue().floatValue());
        }
        return weights.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
