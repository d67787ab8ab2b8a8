package org.ascribe.extract.learned;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.model.Encoder;
import org.ascribe.extract.model.Encoding;
import org.ascribe.extract.model.ModelFile;
import org.ascribe.extract.model.Pieces;

/** Reads a report with the trained model. Costs some 60 ms of one core for each 300 words; safe to share between threads. */
public final class MarkReader {

    /** Less sure than this is no mark. Marks keep their share, so that whoever uses them may ask for more. */
    private static final double LEAST = 0.35;

    /** Heads that say more of a mark: the mark, and whether several of the labels can hold at once. */
    private record More(String head, boolean several) {}

    private static final Map<String, List<More>> MARKS = Map.ofEntries(
            Map.entry("trigger", List.of(new More("trigger_type", false))),
            Map.entry("perp", List.of(new More("stance", true), new More("by", true))),
            Map.entry("person", List.of()),
            Map.entry("unclaimed", List.of()),
            Map.entry("speaker", List.of(new More("speaker_role", false))),
            Map.entry("cue", List.of()),
            Map.entry("subject", List.of(new More("relation", false))),
            Map.entry("object", List.of(new More("relation", false))),
            Map.entry("presence", List.of(new More("presence_polarity", false))),
            Map.entry("capability", List.of(new More("strength", false))));

    private final Encoder encoder;
    private final String version;

    public MarkReader(ModelFile model) {
        this.encoder = new Encoder(model);
        this.version = model.version();
    }

    public String version() {
        return version;
    }

    public Marks read(ParsedReport parsed) {
        Encoding encoding = encoder.encode(parsed.report().text());
        Pieces pieces = encoding.pieces();
        List<Mark> marks = new ArrayList<>();
        int piece = 0;
        for (Sentence sentence : parsed.sentences()) {
            while (piece < pieces.size()
                    && pieces.end(piece) <= sentence.passage().start()) {
                piece++;
            }
            int[] at = firstPieces(sentence, pieces, piece);
            for (String name : new TreeMap<>(MARKS).keySet()) {
                spans(encoding, sentence, at, name, marks);
            }
        }
        marks.sort(Comparator.comparingInt(Mark::sentence)
                .thenComparingInt(Mark::first)
                .thenComparing(Mark::name));
        return new Marks(version, marks);
    }

    /** For each token the piece that it begins with; -1 where it has none. */
    private static int[] firstPieces(Sentence sentence, Pieces pieces, int from) {
        int[] at = new int[sentence.size()];
        int piece = from;
        for (int token = 0; token < at.length; token++) {
            int start = sentence.token(token).passage().start();
            int end = sentence.token(token).passage().end();
            while (piece < pieces.size() && pieces.end(piece) <= start) {
                piece++;
            }
            at[token] = piece < pieces.size() && pieces.start(piece) < end ? piece : -1;
        }
        return at;
    }

    /** Runs of tokens that are rather in the mark than out of it; a token that rather begins one opens the next. */
    private static void spans(Encoding encoding, Sentence sentence, int[] at, String name, List<Mark> marks) {
        int first = -1;
        double sum = 0;
        for (int token = 0; token <= at.length; token++) {
            double[] shares =
                    token < at.length && at[token] >= 0 ? encoding.shares(name, at[token]) : new double[] {1, 0, 0};
            double inside = shares[1] + shares[2];
            boolean begins = inside >= LEAST && (first < 0 || shares[1] > shares[2]);
            if (first >= 0 && (inside < LEAST || begins)) {
                double share = sum / (token - first);
                if (share >= LEAST) {
                    marks.add(new Mark(
                            name, sentence.index(), first, token, share, labels(encoding, at, name, first, token)));
                }
                first = -1;
            }
            if (begins) {
                first = token;
                sum = 0;
            }
            if (first >= 0) {
                sum += inside;
            }
        }
    }

    /** The mean over the mark's tokens. */
    private static Map<String, Double> labels(Encoding encoding, int[] at, String name, int first, int end) {
        Map<String, Double> labels = new TreeMap<>();
        for (More more : MARKS.getOrDefault(name, List.of())) {
            List<String> names = encoding.heads().getOrDefault(more.head(), List.of());
            int tokens = 0;
            for (int token = first; token < end; token++) {
                tokens += at[token] >= 0 ? 1 : 0;
            }
            for (int token = first; token < end; token++) {
                if (at[token] < 0) {
                    continue;
                }
                double[] shares = more.several() ? new double[0] : encoding.shares(more.head(), at[token]);
                for (int label = 0; label < names.size(); label++) {
                    double share = more.several()
                            ? 1 / (1 + Math.exp(-encoding.logit(more.head(), at[token], label)))
                            : shares[label];
                    labels.merge(more.head() + ":" + names.get(label), share / tokens, Double::sum);
                }
            }
        }
        return labels;
    }
}
