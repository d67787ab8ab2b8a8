package org.ascribe.bench.muc4;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * One text of MUC-4.
 *
 * @param text upper case, with the line breaks of the source
 * @param templates the full answer key; null where the line has none
 * @param simple the five-role simplification of the key; null where the line has none
 */
record Muc4Document(
        String docid,
        String text,
        @Nullable JsonNode templates,
        @Nullable JsonNode simple) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The documents of a file in its order.
     *
     * @throws IllegalArgumentException with file and line if a line is no document
     */
    static List<Muc4Document> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "Cannot read " + file
                            + ": there is no such file.\n  Name a file of JSON Lines with docid and text, one document a line.");
        }
        List<Muc4Document> documents = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    documents.add(parse(line, file + ", line " + number));
                }
            }
        }
        return documents;
    }

    private static Muc4Document parse(String line, String where) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(
                    "Cannot read " + where + ": it is no JSON, expected an object with docid and text.", broken);
        }
        if (!node.path("docid").isString() || !node.path("text").isString()) {
            throw new IllegalArgumentException("Cannot read " + where
                    + ": docid or text is missing or no text, expected {\"docid\": \"…\", \"text\": \"…\"}.");
        }
        return new Muc4Document(
                node.path("docid").stringValue(),
                node.path("text").stringValue(),
                node.get("templates"),
                node.get("simple"));
    }
}
