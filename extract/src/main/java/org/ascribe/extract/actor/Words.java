package org.ascribe.extract.actor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a stretch of text, cut so that spellings of one name meet: marks and apostrophes inside a word are
 * dropped ({@code Da'esh} is {@code daesh}), dotted letters joined ({@code U.S.} is {@code US}), hyphens part words.
 */
final class Words {

    /**
     * @param start code point of the report, inclusive
     * @param end exclusive
     * @param text letters and digits only, without diacritics, in the text's own case
     * @param folded that, in lower case
     * @param gap what stands between the word before and this one
     */
    record Word(int start, int end, String text, String folded, String gap) {

        boolean isCapitalised() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        /** Whether the word follows the one before as part of one name. */
        boolean isJoined() {
            return gap.isBlank()
                    || gap.strip().length() == 1 && "-\u2010\u2011\u2013'\u2019\u2018/&".contains(gap.strip());
        }

        /** Whether only space stands before it. */
        boolean isSpaced() {
            return gap.isBlank();
        }
    }

    private Words() {}

    /** Words of {@code text} from {@code start} to {@code end}, all in code points. */
    static List<Word> of(int[] text, int start, int end) {
        List<Word> words = new ArrayList<>();
        int gapFrom = start;
        int i = start;
        while (i < end) {
            if (!isWordPart(text[i])) {
                i++;
                continue;
            }
            int from = i;
            StringBuilder letters = new StringBuilder();
            while (i < end) {
                if (isWordPart(text[i])) {
                    letters.appendCodePoint(text[i++]);
                } else if (isInnerApostrophe(text, i, end) || isDotOfInitials(text, from, i, end)) {
                    i++;
                } else {
                    break;
                }
            }
            String plain = strip(letters.toString());
            if (!plain.isEmpty()) {
                words.add(new Word(
                        from, i, plain, plain.toLowerCase(Locale.ROOT), new String(text, gapFrom, from - gapFrom)));
            }
            gapFrom = i;
        }
        return words;
    }

    static List<Word> of(String text) {
        int[] codePoints = text.codePoints().toArray();
        return of(codePoints, 0, codePoints.length);
    }

    private static boolean isWordPart(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c) && type != Character.MODIFIER_LETTER || type == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\''
                || c == '\u2019'
                || c == '\u2018'
                || c == '`'
                || c == '\u02bf'
                || c == '\u02be'
                || c == '\u02bc';
    }

    /** Inside a word, but not before the s of a genitive. */
    private static boolean isInnerApostrophe(int[] text, int i, int end) {
        if (!isApostrophe(text[i]) || i + 1 >= end || !isWordPart(text[i + 1])) {
            return false;
        }
        boolean genitive = (text[i + 1] == 's' || text[i + 1] == 'S') && (i + 2 >= end || !isWordPart(text[i + 2]));
        return !genitive;
    }

    /** The dots of "U.S." and "U.N.", the last one included. */
    private static boolean isDotOfInitials(int[] text, int from, int i, int end) {
        if (text[i] != '.' || !Character.isUpperCase(text[i - 1]) || (i - from) % 2 == 0) {
            return false;
        }
        for (int k = from; k < i; k += 2) {
            if (!Character.isUpperCase(text[k]) || k > from && text[k - 1] != '.') {
                return false;
            }
        }
        boolean more = i + 2 < end && Character.isUpperCase(text[i + 1]) && text[i + 2] == '.';
        return more || i - from >= 2;
    }

    private static String strip(String letters) {
        if (letters.chars().allMatch(c -> c < 128)) {
            return letters;
        }
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(letters, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
