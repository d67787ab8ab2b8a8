package org.ascribe.extract.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into the word pieces of an uncased BERT vocabulary and keeps where each piece stands.
 *
 * <p>As in the original (Devlin et al. 2019, {@code tokenization.py}): control characters are dropped, blanks part words,
 * punctuation marks and Chinese characters are words of their own, letters are lower-cased and lose their accents, a word is
 * cut greedily into the longest pieces that the vocabulary has, and a word that cannot be cut is one unknown piece. Nothing
 * is cut off at the end. Safe to share between threads.
 */
public final class WordPieces {

    /** A longer word is unknown, as in the original. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> ids;
    private final int longestPiece;
    private final int unknown;
    private final int first;
    private final int last;

    /**
     * @param vocabulary the pieces by id; those inside a word begin with {@code ##}
     * @throws IllegalArgumentException if one of {@code [UNK] [CLS] [SEP]} is missing
     */
    public WordPieces(List<String> vocabulary) {
        ids = HashMap.newHashMap(vocabulary.size());
        int longest = 0;
        for (int id = 0; id < vocabulary.size(); id++) {
            ids.put(vocabulary.get(id), id);
            longest = Math.max(longest, vocabulary.get(id).length());
        }
        longestPiece = longest;
        unknown = special("[UNK]");
        first = special("[CLS]");
        last = special("[SEP]");
    }

    private int special(String piece) {
        @Nullable Integer id = ids.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("Cannot use the vocabulary: " + piece + " is not among its " + ids.size()
                    + " pieces, expected that of an uncased BERT model.");
        }
        return id;
    }

    /** The id of the piece that opens a window. */
    int first() {
        return first;
    }

    /** The id of the piece that closes a window. */
    int last() {
        return last;
    }

    /** The pieces of a whole text, of any length. */
    public Pieces of(String text) {
        Cut cut = new Cut(text.length() / 3 + 16);
        StringBuilder word = new StringBuilder();
        // where each character of the word stands in the text
        int[] from = new int[64];
        int at = 0;
        for (int i = 0; i < text.length(); at++) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (isBlank(point)) {
                cut.word(word, from);
            } else if (isPunctuation(point) || isChinese(point)) {
                cut.word(word, from);
                from[0] = at;
                word.appendCodePoint(point);
                from[word.length() - 1] = at;
                cut.word(word, from);
            } else if (!isDropped(point)) {
                int before = word.length();
                appendPlain(word, point);
                if (word.length() > from.length) {
                    from = Arrays.copyOf(from, 2 * word.length());
                }
                Arrays.fill(from, before, word.length(), at);
            }
        }
        cut.word(word, from);
        return cut.pieces();
    }

    private static void appendPlain(StringBuilder word, int point) {
        if (point < 128) {
            word.append((char) (point >= 'A' && point <= 'Z' ? point + 32 : point));
            return;
        }
        String apart = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD);
        apart.codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(part -> word.append(Character.toString(part).toLowerCase(Locale.ROOT)));
    }

    private static boolean isBlank(int point) {
        return point == ' '
                || point == '\n'
                || point == '\t'
                || point == '\r'
                || point > 127 && (Character.isSpaceChar(point) || Character.isWhitespace(point));
    }

    private static boolean isDropped(int point) {
        if (point >= 32 && point < 127) {
            return false;
        }
        int type = Character.getType(point);
        return point == 0xFFFD
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    private static boolean isPunctuation(int point) {
        if (point < 128) {
            return point >= 33 && point <= 47
                    || point >= 58 && point <= 64
                    || point >= 91 && point <= 96
                    || point >= 123 && point <= 126;
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isChinese(int point) {
        return point >= 0x4E00 && point <= 0x9FFF
                || point >= 0x3400 && point <= 0x4DBF
                || point >= 0x20000 && point <= 0x2A6DF
                || point >= 0x2A700 && point <= 0x2CEAF
                || point >= 0xF900 && point <= 0xFAFF
                || point >= 0x2F800 && point <= 0x2FA1F;
    }

    /** Collects the pieces of one text. */
    private final class Cut {

        private int[] id;
        private int[] start;
        private int[] end;
        private boolean[] opens;
        private int count;

        Cut(int room) {
            id = new int[room];
            start = new int[room];
            end = new int[room];
            opens = new boolean[room];
        }

        /** Cuts the word, if there is one, and empties it. */
        void word(StringBuilder word, int[] from) {
            int length = word.length();
            if (length == 0) {
                return;
            }
            int begun = count;
            if (word.codePointCount(0, length) > LONGEST_WORD) {
                add(unknown, from[0], from[length - 1] + 1, true);
                word.setLength(0);
                return;
            }
            int at = 0;
            while (at < length) {
                @Nullable Integer found = null;
                int to = Math.min(length, at + longestPiece);
                for (; to > at; to--) {
                    found = ids.get(at == 0 ? word.substring(0, to) : "##" + word.substring(at, to));
                    if (found != null) {
                        break;
                    }
                }
                if (found == null) {
                    count = begun;
                    add(unknown, from[0], from[length - 1] + 1, true);
                    break;
                }
                add(found, from[at], from[to - 1] + 1, at == 0);
                at = to;
            }
            word.setLength(0);
        }

        private void add(int piece, int from, int to, boolean opensWord) {
            if (count == id.length) {
                id = Arrays.copyOf(id, 2 * count);
                start = Arrays.copyOf(start, 2 * count);
                end = Arrays.copyOf(end, 2 * count);
                opens = Arrays.copyOf(opens, 2 * count);
            }
            id[count] = piece;
            start[count] = from;
            end[count] = to;
            opens[count++] = opensWord;
        }

        Pieces pieces() {
            return new Pieces(
                    Arrays.copyOf(id, count),
                    Arrays.copyOf(start, count),
                    Arrays.copyOf(end, count),
                    Arrays.copyOf(opens, count));
        }
    }
}
