package org.ascribe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ascribe.core.Count;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A set-aside article and what a person coded in it: bench/setaside/README.md. Strings are as the coder wrote them. */
record GoldArticle(
        Path file,
        String docid,
        String text,
        @Nullable LocalDate published,
        List<Incident> incidents,
        List<Responsibility> responsibilities,
        List<Relation> relations,
        List<Presence> presences,
        List<Capability> capabilities,
        List<String> furniture) {

    /**
     * @param words verbatim, once in the text
     * @param types codes, every one acceptable, best first; not empty
     * @param killed {@link Count#UNKNOWN} where nobody numbers it
     * @param killedAlt as good as {@code killed}; null if there is none
     */
    record Incident(
            String key,
            String words,
            List<String> types,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String yearless,
            @Nullable String country,
            @Nullable String place,
            Count killed,
            @Nullable Count killedAlt,
            Count wounded) {}

    /** {@code incident} is null for a statement about none; {@code actor} is null where nobody claimed it. */
    record Responsibility(
            @Nullable String incident,
            @Nullable String actor,
            String stance,
            String speaker,
            String speakerRole,
            boolean hedged,
            String evidence,
            String words) {}

    record Relation(String subject, String object, String relation, String speaker, boolean hedged, String words) {}

    record Presence(String actor, @Nullable String place, String polarity, String speaker, String words) {}

    record Capability(String actor, String direction, String speaker, String words) {}

    /** All articles of a folder, sorted by name. */
    static List<GoldArticle> list(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> names = Files.list(folder)) {
            files = names.filter(name -> name.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot score " + folder
                            + ": no .json file in it, expected articles such as bench/setaside/dev. Name that folder with --gold.");
        }
        List<GoldArticle> articles = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Path text = file.resolveSibling(name.substring(0, name.length() - ".json".length()) + ".txt");
            articles.add(of(text, Files.readString(text), new ObjectMapper().readTree(Files.readString(file))));
        }
        return articles;
    }

    private static GoldArticle of(Path file, String text, JsonNode gold) {
        List<Incident> incidents = new ArrayList<>();
        for (JsonNode node : gold.required("incidents")) {
            incidents.add(new Incident(
                    string(node, "key"),
                    string(node, "words"),
                    strings(node.required("types")),
                    date(node, "from"),
                    date(node, "to"),
                    orNull(node, "yearless"),
                    orNull(node, "country"),
                    orNull(node, "place"),
                    count(node.required("killed")),
                    node.has("killedAlt") ? count(node.required("killedAlt")) : null,
                    count(node.required("wounded"))));
        }
        List<Responsibility> responsibilities = new ArrayList<>();
        for (JsonNode node : gold.required("responsibility")) {
            responsibilities.add(new Responsibility(
                    orNull(node, "incident"),
                    orNull(node, "actor"),
                    string(node, "stance"),
                    string(node, "speaker"),
                    string(node, "speakerRole"),
                    node.required("hedged").asBoolean(),
                    string(node, "evidence"),
                    string(node, "words")));
        }
        List<Relation> relations = new ArrayList<>();
        for (JsonNode node : gold.required("relation")) {
            relations.add(new Relation(
                    string(node, "subject"),
                    string(node, "object"),
                    string(node, "relation"),
                    string(node, "speaker"),
                    node.required("hedged").asBoolean(),
                    string(node, "words")));
        }
        List<Presence> presences = new ArrayList<>();
        for (JsonNode node : gold.required("presence")) {
            presences.add(new Presence(
                    string(node, "actor"),
                    orNull(node, "place"),
                    string(node, "polarity"),
                    string(node, "speaker"),
                    string(node, "words")));
        }
        List<Capability> capabilities = new ArrayList<>();
        for (JsonNode node : gold.required("capability")) {
            capabilities.add(new Capability(
                    string(node, "actor"), string(node, "direction"), string(node, "speaker"), string(node, "words")));
        }
        return new GoldArticle(
                file,
                string(gold, "docid"),
                text,
                date(gold, "published"),
                incidents,
                responsibilities,
                relations,
                presences,
                capabilities,
                strings(gold.required("furniture")));
    }

    private static String string(JsonNode node, String key) {
        return node.required(key).asString();
    }

    private static @Nullable String orNull(JsonNode node, String key) {
        JsonNode value = node.required(key);
        return value.isNull() ? null : value.asString();
    }

    private static @Nullable LocalDate date(JsonNode node, String key) {
        String value = orNull(node, key);
        return value == null ? null : LocalDate.parse(value);
    }

    private static List<String> strings(JsonNode array) {
        List<String> values = new ArrayList<>();
        for (JsonNode value : array) {
            values.add(value.asString());
        }
        return values;
    }

    private static Count count(JsonNode node) {
        return node.isNull() ? Count.UNKNOWN : new Count(end(node, "low"), end(node, "high"));
    }

    private static @Nullable Integer end(JsonNode node, String key) {
        JsonNode value = node.required(key);
        return value.isNull() ? null : (Integer) value.asInt();
    }
}
