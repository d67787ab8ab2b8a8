package org.ascribe.codebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A model on disk: {@code codebook-model.json} in a folder of its own, docs/formats/codebook.md. */
public final class ModelFolder {

    static final String FILE = "codebook-model.json";

    private ModelFolder() {}

    /** Writes the model, and makes the folder if it is not there; one that was there is replaced as a whole. */
    public static void write(CodebookModel model, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve(FILE + ".part");
        Files.write(part, model.write().toPrettyString().getBytes(StandardCharsets.UTF_8));
        Files.move(part, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws CodebookException if there is no model, or one of another version, or a damaged one */
    public static CodebookModel read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new CodebookException("Cannot read the model " + folder + ": there is no " + FILE
                    + " in it.\n  Learn one first: ascribe codebook learn --examples FILE.jsonl --model " + folder);
        }
        JsonNode node;
        try {
            node = Values.JSON.readTree(Files.readString(file));
        } catch (JacksonException broken) {
            throw damaged(file, "it is no JSON");
        }
        JsonNode schema = node.get("schema");
        if (schema == null || !CodebookModel.SCHEMA.equals(schema.asString())) {
            throw damaged(file, "its schema is " + schema + ", expected \"" + CodebookModel.SCHEMA + "\"");
        }
        try {
            return CodebookModel.read(node);
        } catch (RuntimeException broken) {
            throw damaged(file, "a part is missing or not as written");
        }
    }

    private static CodebookException damaged(Path file, String what) {
        return new CodebookException("Cannot read the model " + file + ": " + what
                + ".\n  Learn it again with this version of the program: ascribe codebook learn");
    }
}
