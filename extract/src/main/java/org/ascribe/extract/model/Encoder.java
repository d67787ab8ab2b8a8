package org.ascribe.extract.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Gives every word piece of a text its scores.
 *
 * <p>A text longer than a window is read in windows of equal length that overlap; each piece takes its scores from the window
 * where it stands farthest from an edge that is not the text's own. Windows run one after the other on the caller's thread, so
 * that as many texts are read at once as there are threads that ask. Safe to share between threads.
 */
public final class Encoder {

    private static final String DOCUMENT = "doc_";

    /** The logit that says that a piece which was not read is nothing of a kind. */
    private static final float NOTHING = 12;

    private final ModelFile model;
    private final Map<String, List<String>> heads;

    /** An encoder that gives what all heads say. */
    public Encoder(ModelFile model) {
        this(model, head -> true);
    }

    /** An encoder that gives what some heads say; the others cost no time. */
    public Encoder(ModelFile model, Predicate<String> wanted) {
        this.model = model;
        Map<String, List<String>> chosen = new LinkedHashMap<>(model.heads());
        chosen.keySet().removeIf(wanted.negate());
        heads = Collections.unmodifiableMap(chosen);
    }

    /** The labels of each head that this encoder gives. */
    public Map<String, List<String>> heads() {
        return heads;
    }

    /** The pieces of a text. */
    public Pieces pieces(String text) {
        return model.wordPieces().of(text);
    }

    /** The scores of a text; an empty text has none. */
    public Encoding encode(String text) {
        Pieces pieces = model.wordPieces().of(text);
        boolean[] read = new boolean[pieces.size()];
        Arrays.fill(read, true);
        return encode(pieces, read);
    }

    /**
     * The scores of some pieces of a text, which are read as if nothing stood between them.
     *
     * @param read by piece, whether it is read; the others are said to be nothing of any kind
     */
    public Encoding encode(Pieces pieces, boolean[] read) {
        int[] at = new int[read.length];
        int count = 0;
        for (int p = 0; p < read.length; p++) {
            if (read[p]) {
                at[count++] = p;
            }
        }
        int room = model.window() - 2;
        int overlap = model.overlap();
        int windows = count <= room ? 1 : Math.ceilDiv(count - overlap, room - overlap);
        int length = Math.min(count, Math.ceilDiv(count + (windows - 1) * overlap, windows));
        int[] starts = new int[windows];
        for (int i = 1; i < windows; i++) {
            starts[i] = (int) Math.round(i * (double) (count - length) / (windows - 1));
        }
        Map<String, float[]> tokens = new LinkedHashMap<>();
        Map<String, List<float[]>> document = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> head : heads.entrySet()) {
            if (head.getKey().startsWith(DOCUMENT)) {
                document.put(head.getKey(), new ArrayList<>());
            } else {
                tokens.put(head.getKey(), nothing(read, head.getValue()));
            }
        }
        for (int w = 0; w < windows && count > 0; w++) {
            Map<String, float[]> outputs = model.run(inputIds(pieces, at, starts[w], length), heads.keySet());
            // pieces up to the middle of an overlap belong to the window before it
            int from = w == 0 ? 0 : (starts[w - 1] + length + starts[w]) / 2;
            int to = w == windows - 1 ? count : (starts[w] + length + starts[w + 1]) / 2;
            for (Map.Entry<String, float[]> output : outputs.entrySet()) {
                String head = output.getKey();
                float[] whole = tokens.get(head);
                if (whole == null) {
                    document.getOrDefault(head, new ArrayList<>()).add(output.getValue());
                } else {
                    int labels = whole.length / pieces.size();
                    for (int i = from; i < to; i++) {
                        // the output begins with the piece that opens the window
                        System.arraycopy(
                                output.getValue(), (i - starts[w] + 1) * labels, whole, at[i] * labels, labels);
                    }
                }
            }
        }
        return new Encoding(pieces, heads, tokens, document);
    }

    /** Logits of a head as they are where nothing is read. */
    private static float[] nothing(boolean[] read, List<String> labels) {
        float[] logits = new float[read.length * labels.size()];
        boolean outside = labels.getFirst().equals("O");
        for (int p = 0; p < read.length; p++) {
            if (!read[p]) {
                if (outside) {
                    logits[p * labels.size()] = NOTHING;
                } else {
                    Arrays.fill(logits, p * labels.size(), (p + 1) * labels.size(), -NOTHING);
                }
            }
        }
        return logits;
    }

    private long[] inputIds(Pieces pieces, int[] at, int start, int length) {
        long[] ids = new long[length + 2];
        ids[0] = model.wordPieces().first();
        for (int i = 0; i < length; i++) {
            ids[i + 1] = pieces.id(at[start + i]);
        }
        ids[length + 1] = model.wordPieces().last();
        return ids;
    }
}
