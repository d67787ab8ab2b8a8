package org.ascribe.extract.endpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.Passage;
import org.ascribe.core.Report;
import org.jspecify.annotations.Nullable;

/**
 * Finds words in a report: letter by letter, but that any white space stands for any other, so that a line break in the
 * report is no difference. Words begin and end where words do. Furniture is passed over.
 */
final class Quotes {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    private final Report report;
    private final String text;

    Quotes(Report report) {
        this.report = report;
        this.text = report.text();
    }

    /** Where the words stand, nearest to {@code near} first, else in the order of the text; none where they do not. */
    List<Passage> find(String words, @Nullable Passage near) {
        String bare = SPACE.matcher(words).replaceAll(" ").strip();
        if (bare.isEmpty() || bare.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return List.of();
        }
        String pattern =
                Stream.of(bare.split(" ", -1)).map(Pattern::quote).collect(Collectors.joining(SPACE.pattern()));
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<Passage> found = new ArrayList<>();
        int from = 0;
        int points = 0;
        int at = 0;
        while (from <= text.length() && matcher.find(from)) {
            points += text.codePointCount(at, matcher.start());
            at = matcher.start();
            if (isWhole(matcher.start(), matcher.end())) {
                Passage passage = new Passage(points, points + text.codePointCount(matcher.start(), matcher.end()));
                if (!report.isFurniture(passage)) {
                    found.add(passage);
                }
            }
            from = matcher.start() + 1;
        }
        if (near != null) {
            found.sort(Comparator.comparingInt((Passage passage) -> distance(passage, near)));
        }
        return found;
    }

    /** No word is cut at either end. */
    private boolean isWhole(int start, int end) {
        boolean cutBefore = start > 0
                && Character.isLetterOrDigit(text.codePointBefore(start))
                && Character.isLetterOrDigit(text.codePointAt(start));
        boolean cutAfter = end < text.length()
                && Character.isLetterOrDigit(text.codePointAt(end))
                && Character.isLetterOrDigit(text.codePointBefore(end));
        return !cutBefore && !cutAfter;
    }

    /** Code points between the two; less than zero where one lies in the other. */
    private static int distance(Passage passage, Passage near) {
        if (near.contains(passage)) {
            return -1;
        }
        return Math.max(0, Math.max(passage.start() - near.end(), near.start() - passage.end()));
    }
}
