package org.ascribe.codebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascribe.core.Coded;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a codebook that somebody declared:
 *
 * <pre>{@code
 * fields:
 *   start_date: {kind: date, meaning: The day on which the operation began}
 *   event_type: {kind: any-of, values: [airstrike, detention]}
 * }</pre>
 */
public final class CodebookYaml {

    private static final Set<String> MEMBERS = Set.of("kind", "meaning", "values");
    private static final String KINDS =
            Arrays.stream(FieldKind.values()).map(Coded::code).collect(Collectors.joining(", "));

    private CodebookYaml() {}

    /** @throws CodebookException if the file is not there or is not such a codebook */
    public static Codebook read(Path file) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new CodebookException("Cannot read the codebook " + file
                    + ": there is no such file.\n  Check the path after --codebook.");
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read the codebook " + file, broken);
        }
        return parse(text, file.toString());
    }

    static Codebook parse(String text, String place) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(text);
        } catch (JacksonException broken) {
            throw bad(
                    place + ", line " + Math.max(1, broken.getLocation().getLineNr()),
                    "it is no YAML: "
                            + String.valueOf(broken.getOriginalMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    "Correct that line; docs/formats/codebook.md has an example.");
        }
        JsonNode declared = root == null ? null : root.get("fields");
        if (declared == null || !declared.isObject() || declared.isEmpty()) {
            throw bad(place, "it has no \"fields\" with names below it", "Write fields: and below it a line for each.");
        }
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : declared.properties()) {
            fields.add(field(entry.getKey(), entry.getValue(), place));
        }
        return new Codebook(fields);
    }

    private static Field field(String name, JsonNode node, String place) {
        String where = place + ", field \"" + name + "\"";
        if (!node.isObject()) {
            throw bad(
                    where,
                    "it is " + node + ", expected kind, meaning, values",
                    "Write kind: and one of " + KINDS + ".");
        }
        for (String member : node.propertyNames()) {
            if (!MEMBERS.contains(member)) {
                throw bad(where, "\"" + member + "\" is not known", "Use kind, meaning or values.");
            }
        }
        JsonNode kind = node.get("kind");
        String code = kind == null || !kind.isString() ? "" : kind.stringValue();
        FieldKind found = Coded.find(FieldKind.class, code)
                .orElseThrow(() ->
                        bad(where, "kind is " + (kind == null ? "missing" : kind), "Write one of " + KINDS + "."));
        JsonNode meaning = node.get("meaning");
        List<String> values = new ArrayList<>();
        JsonNode declared = node.get("values");
        if (declared != null) {
            declared.forEach(value -> values.add(value.asString()));
        }
        return new Field(name, found, meaning == null || meaning.isNull() ? null : meaning.asString(), values);
    }

    private static CodebookException bad(String where, String what, String remedy) {
        return new CodebookException("Cannot use the codebook " + where + ": " + what + ".\n  " + remedy);
    }
}
