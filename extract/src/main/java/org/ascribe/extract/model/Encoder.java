package org.ascribe.extract.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every word piece of a text its scores.
 *
 * <p>A text longer than a window is read in windows of equal length that overlap; each piece takes its scores from the window
 * where it stands farthest from an edge that is not the text's own. Windows run one after the other on the caller's thread, so
 * that as many texts are read at once as there are threads that ask. Safe to share between threads.
 */
public final class Encoder {

    private static final String DOCUMENT = "doc_";

    private final ModelFile model;

    public Encoder(ModelFile model) {
        this.model = model;
    }

    /** The pieces of a text. */
    public Pieces pieces(String text) {
        return model.wordPieces().of(text);
    }

    /** The scores of a text; an empty text has none. */
    public Encoding encode(String text) {
        Pieces pieces = model.wordPieces().of(text);
        int count = pieces.size();
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
        model.heads().forEach((head, labels) -> {
            if (head.startsWith(DOCUMENT)) {
                document.put(head, new ArrayList<>());
            } else {
                tokens.put(head, new float[count * labels.size()]);
            }
        });
        for (int w = 0; w < windows && count > 0; w++) {
            Map<String, float[]> outputs = model.run(inputIds(pieces, starts[w], length));
            // pieces up to the middle of an overlap belong to the window before it
            int from = w == 0 ? 0 : (starts[w - 1] + length + starts[w]) / 2;
            int to = w == windows - 1 ? count : (starts[w] + length + starts[w + 1]) / 2;
            for (Map.Entry<String, float[]> output : outputs.entrySet()) {
                String head = output.getKey();
                float[] whole = tokens.get(head);
                if (whole == null) {
                    document.getOrDefault(head, new ArrayList<>()).add(output.getValue());
                } else {
                    int labels = whole.length / count;
                    // the output begins with the piece that opens the window
                    System.arraycopy(
                            output.getValue(),
                            (from - starts[w] + 1) * labels,
                            whole,
                            from * labels,
                            (to - from) * labels);
                }
            }
        }
        return new Encoding(pieces, model.heads(), tokens, document);
    }

    private long[] inputIds(Pieces pieces, int start, int length) {
        long[] ids = new long[length + 2];
        ids[0] = model.wordPieces().first();
        for (int i = 0; i < length; i++) {
            ids[i + 1] = pieces.id(start + i);
        }
        ids[length + 1] = model.wordPieces().last();
        return ids;
    }
}
