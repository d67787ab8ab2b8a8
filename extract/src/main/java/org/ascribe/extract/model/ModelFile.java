package org.ascribe.extract.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The trained encoder with all that is needed to run it, in one ONNX file.
 *
 * <p>Input {@code input_ids}, int64 [1, n] with {@code [CLS]} first and {@code [SEP]} last. One float output of logits a head,
 * named as the head: [1, n, labels], or [1, labels] for heads of the whole text, whose names begin with {@code doc_}. Metadata
 * of the file: {@code vocab} (the pieces, one a line), {@code heads} (JSON, head to labels), {@code version}, and where they
 * differ from the defaults {@code window} and {@code overlap}. Safe to share between threads; close it when done.
 */
public final class ModelFile implements AutoCloseable {

    /** What the shipped file may take, in bytes. */
    public static final long LARGEST = 60_000_000;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces wordPieces;
    private final Map<String, List<String>> heads;
    private final String version;
    private final int window;
    private final int overlap;

    private ModelFile(
            OrtEnvironment environment,
            OrtSession session,
            WordPieces wordPieces,
            Map<String, List<String>> heads,
            String version,
            int window,
            int overlap) {
        this.environment = environment;
        this.session = session;
        this.wordPieces = wordPieces;
        this.heads = heads;
        this.version = version;
        this.window = window;
        this.overlap = overlap;
    }

    /**
     * Opens a model.
     *
     * @throws IllegalArgumentException if it is no model of ours, with what is wrong and what to do
     */
    public static ModelFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "Cannot open the model " + file + ": there is no such file.\n  Name the model file of a release.");
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // one worker a core: threads inside a run would only get into each other's way
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            OrtSession session = environment.createSession(file.toString(), options);
            Map<String, String> metadata = session.getMetadata().getCustomMetadata();
            Map<String, List<String>> heads = heads(metadata.get("heads"));
            for (String head : heads.keySet()) {
                if (!session.getOutputNames().contains(head)) {
                    throw new IllegalArgumentException("the head \"" + head + "\" is named but has no output");
                }
            }
            int window = number(metadata, "window", 384);
            int overlap = number(metadata, "overlap", 64);
            if (window < 16 || overlap < 0 || overlap > window / 2) {
                throw new IllegalArgumentException("window " + window + " and overlap " + overlap + " do not fit");
            }
            @Nullable String vocabulary = metadata.get("vocab");
            if (vocabulary == null) {
                throw new IllegalArgumentException("it has no vocabulary");
            }
            return new ModelFile(
                    environment,
                    session,
                    new WordPieces(List.of(vocabulary.split("\n", -1))),
                    heads,
                    metadata.getOrDefault("version", "unknown"),
                    window,
                    overlap);
        } catch (OrtException | IllegalArgumentException | JacksonException broken) {
            throw new IllegalArgumentException(
                    "Cannot open the model " + file + ": " + broken.getMessage()
                            + ", expected an ONNX file with the metadata vocab and heads.\n  Use the model file of this version.",
                    broken);
        }
    }

    private static Map<String, List<String>> heads(@Nullable String json) {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        if (json == null) {
            throw new IllegalArgumentException("it names no heads");
        }
        for (Map.Entry<String, JsonNode> head :
                new ObjectMapper().readTree(json).properties()) {
            List<String> labels = new ArrayList<>();
            head.getValue().forEach(label -> labels.add(label.asString()));
            heads.put(head.getKey(), List.copyOf(labels));
        }
        return heads;
    }

    private static int number(Map<String, String> metadata, String key, int usual) {
        @Nullable String value = metadata.get(key);
        return value == null ? usual : Integer.parseInt(value.strip());
    }

    /** The labels of each head, in the order of its scores. */
    public Map<String, List<String>> heads() {
        return heads;
    }

    public String version() {
        return version;
    }

    WordPieces wordPieces() {
        return wordPieces;
    }

    /** Pieces a window, with the one that opens and the one that closes it. */
    int window() {
        return window;
    }

    int overlap() {
        return overlap;
    }

    /** The outputs of one window by head, flat, of the heads that are wanted. */
    Map<String, float[]> run(long[] inputIds, Set<String> wanted) {
        Map<String, float[]> outputs = new LinkedHashMap<>();
        try (OnnxTensor input = OnnxTensor.createTensor(
                        environment, LongBuffer.wrap(inputIds), new long[] {1, inputIds.length});
                OrtSession.Result result = session.run(Map.of("input_ids", input), wanted)) {
            for (String head : wanted) {
                OnnxTensor tensor = (OnnxTensor) result.get(head).orElseThrow();
                FloatBuffer buffer = tensor.getFloatBuffer();
                float[] values = new float[buffer.remaining()];
                buffer.get(values);
                outputs.put(head, values);
            }
        } catch (OrtException broken) {
            throw new IllegalStateException("the model " + version + " does not run: " + broken.getMessage(), broken);
        }
        return outputs;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException broken) {
            throw new IllegalStateException("the model " + version + " does not close: " + broken.getMessage(), broken);
        }
    }
}
