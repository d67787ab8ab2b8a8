package org.ascribe.workbench.api;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascribe.core.Passage;
import org.ascribe.core.Report;
import org.ascribe.workbench.api.Answers.Context;
import org.ascribe.workbench.api.Answers.PassageView;

/** Where the paragraphs and sentences of a report lie, for showing a passage in its surroundings. Immutable. */
final class Sentences {

    private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t\\u00a0]*+\\R");
    /** Ends that are no ends: titles, initials and months before a name or number. */
    private static final Pattern NO_END =
            Pattern.compile("[\\s(“\"'](?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Prof|Rep|Sen"
                    + "|Gov|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z]|(?:[A-Z]\\.)+[A-Z])\\.\\s*$");
    /** Longer than what {@link #NO_END} looks for, so that a long text is not searched again at each stop. */
    private static final int TAIL = 24;

    private final String text;
    private final List<PassageView> paragraphs;
    private final List<Passage> sentences;

    Sentences(Report report) {
        text = report.text();
        List<PassageView> foundParagraphs = new ArrayList<>();
        List<Passage> foundSentences = new ArrayList<>();
        Matcher blank = BLANK_LINE.matcher(text);
        int from = 0;
        int fromPoint = 0;
        while (from < text.length()) {
            int next = blank.find(from) ? blank.end() : text.length();
            String stretch = text.substring(from, next);
            String paragraph = stretch.strip();
            if (!paragraph.isEmpty()) {
                int start = fromPoint + stretch.codePointCount(0, stretch.indexOf(paragraph.charAt(0)));
                foundParagraphs.add(new PassageView(start, start + paragraph.codePointCount(0, paragraph.length())));
                for (Passage sentence : split(paragraph, start)) {
                    if (!report.isFurniture(sentence)) {
                        foundSentences.add(sentence);
                    }
                }
            }
            fromPoint += stretch.codePointCount(0, stretch.length());
            from = next;
        }
        paragraphs = List.copyOf(foundParagraphs);
        sentences = List.copyOf(foundSentences);
    }

    List<PassageView> paragraphs() {
        return paragraphs;
    }

    /** The number of the first sentence of the passage, from 1. */
    int numberOf(Passage passage) {
        int number = 1;
        for (Passage sentence : sentences) {
            if (sentence.end() > passage.start()) {
                return number;
            }
            number++;
        }
        return Math.max(1, sentences.size());
    }

    /** The whole sentences that the passage touches. */
    Context around(Passage passage) {
        Passage whole = sentences.stream().filter(passage::overlaps).reduce(passage, Passage::union);
        return new Context(
                whole.start(),
                whole.end(),
                whole.in(text),
                passage.start() - whole.start(),
                passage.end() - whole.start());
    }

    private static List<Passage> split(String paragraph, int offset) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(paragraph);
        List<Passage> found = new ArrayList<>();
        int start = breaks.first();
        int startPoint = offset;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < paragraph.length() && endsInNoEnd(paragraph, start, end)) {
                continue;
            }
            String sentence = paragraph.substring(start, end);
            int next = startPoint + sentence.codePointCount(0, sentence.length());
            int trailing = sentence.length() - sentence.stripTrailing().length();
            if (!sentence.isBlank()) {
                found.add(new Passage(startPoint, next - trailing));
            }
            start = end;
            startPoint = next;
        }
        return found;
    }

    private static boolean endsInNoEnd(String paragraph, int start, int end) {
        String tail = paragraph.substring(Math.max(start, end - TAIL), end);
        return NO_END.matcher(end - start <= TAIL ? " " + tail : tail).find();
    }
}
