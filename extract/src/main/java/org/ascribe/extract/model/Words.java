package org.ascribe.extract.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The words and punctuation marks of a text with the pieces that they begin with, and a plain division into sentences and
 * paragraphs that needs no capitals: some wires are upper case throughout.
 */
public final class Words {

    private static final Set<String> SHORT = Set.of(
            "mr", "mrs", "ms", "dr", "col", "gen", "lt", "capt", "maj", "sgt", "sen", "rep", "gov", "st", "no", "jr",
            "sr", "co", "inc", "dept", "prof", "msgr", "rev", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
            "sept", "oct", "nov", "dec", "adm", "cmdr", "pvt", "cpl", "brig", "fr");

    private final String text;
    private final int[] piece;
    private final int[] start;
    private final int[] end;
    private final int[] sentence;
    private final int[] paragraph;
    private final String[] lower;

    private Words(String text, int[] piece, int[] start, int[] end, int[] sentence, int[] paragraph, String[] lower) {
        this.text = text;
        this.piece = piece;
        this.start = start;
        this.end = end;
        this.sentence = sentence;
        this.paragraph = paragraph;
        this.lower = lower;
    }

    public static Words of(String text, Pieces pieces) {
        int count = 0;
        for (int p = 0; p < pieces.size(); p++) {
            count += pieces.opensWord(p) ? 1 : 0;
        }
        int[] piece = new int[count];
        int[] start = new int[count];
        int[] end = new int[count];
        int at = -1;
        for (int p = 0; p < pieces.size(); p++) {
            if (pieces.opensWord(p)) {
                piece[++at] = p;
                start[at] = pieces.start(p);
            }
            end[at] = pieces.end(p);
        }
        // places in Java's own units for cutting
        boolean plain = text.codePointCount(0, text.length()) == text.length();
        String[] lower = new String[count];
        int[] sentence = new int[count];
        int[] paragraph = new int[count];
        int sentences = 0;
        int paragraphs = 0;
        int before = 0;
        for (int w = 0; w < count; w++) {
            int from = plain ? start[w] : text.offsetByCodePoints(0, start[w]);
            int to = plain ? end[w] : text.offsetByCodePoints(from, end[w] - start[w]);
            lower[w] = text.substring(from, to).toLowerCase(Locale.ROOT);
            if (w > 0) {
                int breaks = 0;
                for (int i = before; i < from; i++) {
                    breaks += text.charAt(i) == '\n' ? 1 : 0;
                }
                if (breaks > 1) {
                    paragraphs++;
                    sentences++;
                } else if (before < from && closes(lower, w - 1)) {
                    sentences++;
                }
            }
            sentence[w] = sentences;
            paragraph[w] = paragraphs;
            before = to;
        }
        return new Words(text, piece, start, end, sentence, paragraph, lower);
    }

    private static boolean closes(String[] lower, int at) {
        String mark = lower[at];
        if (mark.equals("\"") || mark.equals("]") || mark.equals(")") || mark.equals("'")) {
            return at > 0 && (lower[at - 1].equals(".") || lower[at - 1].equals("!") || lower[at - 1].equals("?"));
        }
        if (mark.equals("!") || mark.equals("?")) {
            return true;
        }
        return mark.equals(".") && at > 0 && lower[at - 1].length() > 1 && !SHORT.contains(lower[at - 1]);
    }

    public int size() {
        return lower.length;
    }

    /** The word in lower case. */
    public String lower(int word) {
        return word < 0 || word >= lower.length ? "" : lower[word];
    }

    /** The piece that the word begins with. */
    public int piece(int word) {
        return piece[word];
    }

    /** Where the word begins, in code points. */
    public int start(int word) {
        return start[word];
    }

    /** Where the word ends, in code points, exclusive. */
    public int end(int word) {
        return end[word];
    }

    public int sentence(int word) {
        return sentence[word];
    }

    public int paragraph(int word) {
        return paragraph[word];
    }

    /** The text from one word up to another, exclusive, with single blanks. */
    public String slice(int from, int to) {
        int begin = text.offsetByCodePoints(0, start[from]);
        int stop = text.offsetByCodePoints(begin, end[to - 1] - start[from]);
        return text.substring(begin, stop).replaceAll("\\s+", " ");
    }

    /** The words from one up to another, exclusive, in lower case. */
    public String[] lower(int from, int to) {
        return Arrays.copyOfRange(lower, from, to);
    }
}
