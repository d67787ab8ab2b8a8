package org.ascribe.bench.muc4;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ascribe.extract.model.Encoder;
import org.ascribe.extract.model.Encoding;
import org.ascribe.extract.model.ModelFile;
import org.ascribe.extract.model.Pieces;

/** Keeps what the encoder said of texts in a file, so that what comes after it can be learned again and again. */
final class EncodingCache {

    private EncodingCache() {}

    /**
     * What the model says of the texts, from the cache if that was made of the same model file and the same passages.
     *
     * @param read by text and piece, whether it is read
     */
    static List<Encoding> of(Path model, Path cache, List<Pieces> texts, List<boolean[]> read) throws IOException {
        try (ModelFile file = ModelFile.open(model)) {
            long stamp =
                    Files.size(model) * 31 + Files.getLastModifiedTime(model).toMillis();
            for (boolean[] one : read) {
                stamp = stamp * 31 + Arrays.hashCode(one);
            }
            Encoder encoder = new Encoder(file, Muc4Text::uses);
            Map<String, List<String>> heads = encoder.heads();
            if (!fits(cache, stamp, texts.size())) {
                List<Encoding> encodings = IntStream.range(0, texts.size())
                        .parallel()
                        .mapToObj(i -> encoder.encode(texts.get(i), read.get(i)))
                        .toList();
                try (DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(cache), 1 << 16))) {
                    out.writeLong(stamp);
                    out.writeInt(texts.size());
                    for (Encoding encoding : encodings) {
                        for (String head : heads.keySet()) {
                            if (head.startsWith("doc_")) {
                                List<float[]> windows = encoding.document().getOrDefault(head, List.of());
                                out.writeInt(windows.size());
                                for (float[] window : windows) {
                                    write(out, window);
                                }
                            } else {
                                write(out, encoding.tokens().getOrDefault(head, new float[0]));
                            }
                        }
                    }
                }
            }
            List<Encoding> encodings = new ArrayList<>();
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(cache), 1 << 16))) {
                in.readLong();
                in.readInt();
                for (Pieces text : texts) {
                    Map<String, float[]> tokens = new LinkedHashMap<>();
                    Map<String, List<float[]>> document = new LinkedHashMap<>();
                    for (String head : heads.keySet()) {
                        if (head.startsWith("doc_")) {
                            List<float[]> windows = new ArrayList<>();
                            int count = in.readInt();
                            for (int w = 0; w < count; w++) {
                                windows.add(read(in));
                            }
                            document.put(head, windows);
                        } else {
                            tokens.put(head, read(in));
                        }
                    }
                    encodings.add(new Encoding(text, heads, tokens, document));
                }
            }
            return encodings;
        }
    }

    private static boolean fits(Path cache, long stamp, int count) throws IOException {
        if (!Files.exists(cache)) {
            return false;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(cache))) {
            return in.readLong() == stamp && in.readInt() == count;
        }
    }

    private static void write(DataOutputStream out, float[] values) throws IOException {
        out.writeInt(values.length);
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asFloatBuffer().put(values);
        out.write(bytes.array());
    }

    private static float[] read(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        byte[] bytes = in.readNBytes(4 * values.length);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }
}
