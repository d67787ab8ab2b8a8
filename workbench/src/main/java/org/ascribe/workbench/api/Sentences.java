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

    private static final Pattern PARAGRAPH =
            Pattern.compile("\\S.*?(?=\\s*(?:\\R[ \\t\\u00a0]*\\R|\\z))", Pattern.DOTALL);
    /** Ends that are no ends: titles, initials and months before a name or number. */
    private static final Pattern NO_END = Pattern.compile(
            "(?:^|[\\s(“\"'])(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Prof|Rep|Sen|Gov|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
                    + "|[A-Z]|(?:[A-Z]\\.)+[A-Z])\\.\\s*$");

    private final String text;
    private final List<PassageView> paragraphs;
    private final List<Passage> sentences;

    Sentences(Report report) {
        text = report.text();
        List<PassageView> foundParagraphs = new ArrayList<>();
        List<Passage> foundSentences = new ArrayList<>();
        Matcher matcher = PARAGRAPH.matcher(text);
        int from = 0;
        int fromPoint = 0;
        while (matcher.find()) {
            fromPoint += text.codePointCount(from, matcher.start());
            from = matcher.start();
            String paragraph = matcher.group();
            int end = fromPoint + paragraph.codePointCount(0, paragraph.length());
            foundParagraphs.add(new PassageView(fromPoint, end));
            for (Passage sentence : split(paragraph, fromPoint)) {
                if (!report.isFurniture(sentence)) {
                    foundSentences.add(sentence);
                }
            }
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
            String sentence = paragraph.substring(start, end);
            if (end < paragraph.length() && NO_END.matcher(sentence).find()) {
                continue;
            }
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
}
