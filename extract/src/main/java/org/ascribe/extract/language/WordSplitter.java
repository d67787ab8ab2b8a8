package org.ascribe.extract.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.Span;

/**
 * Cuts a sentence into words and marks by OpenNLP's tokenizer, which looks at nothing beyond the blanks around a word: so each is
 * cut once and kept. Safe to share between threads.
 */
final class WordSplitter {

    private static final int KEPT = 30_000;
    private static final int LONGEST_KEPT = 40;

    /** OpenNLP leaves dashes and quotation marks of news text glued to words; they are marks of their own. */
    private static final Pattern GLUED = Pattern.compile("[“”\"„«»]|—|–(?!\\d)|--|(?<=\\p{L})[…]|[()\\[\\]]");

    private final TokenizerModel model;

    /** By what stands between blanks, where its parts begin and end. */
    private final Map<String, int[]> known = new ConcurrentHashMap<>();

    WordSplitter(TokenizerModel model) {
        this.model = model;
    }

    List<Span> split(String sentence) {
        List<Span> parts = new ArrayList<>();
        for (Span between : WhitespaceTokenizer.INSTANCE.tokenizePos(sentence)) {
            int[] cuts = cuts(sentence.substring(between.getStart(), between.getEnd()));
            for (int i = 0; i < cuts.length; i += 2) {
                parts.add(new Span(between.getStart() + cuts[i], between.getStart() + cuts[i + 1]));
            }
        }
        return parts;
    }

    private int[] cuts(String word) {
        int[] cuts = known.get(word);
        if (cuts == null) {
            List<Span> parts = new ArrayList<>();
            for (Span raw : new TokenizerME(model).tokenizePos(word)) {
                addParts(word, raw, parts);
            }
            cuts = new int[2 * parts.size()];
            for (int i = 0; i < parts.size(); i++) {
                cuts[2 * i] = parts.get(i).getStart();
                cuts[2 * i + 1] = parts.get(i).getEnd();
            }
            if (word.length() <= LONGEST_KEPT) {
                if (known.size() >= KEPT) {
                    known.clear();
                }
                known.put(word, cuts);
            }
        }
        return cuts;
    }

    private static void addParts(String word, Span raw, List<Span> out) {
        Matcher glued = GLUED.matcher(word).region(raw.getStart(), raw.getEnd());
        int from = raw.getStart();
        while (glued.find()) {
            if (glued.start() > from) {
                out.add(new Span(from, glued.start()));
            }
            out.add(new Span(glued.start(), glued.end()));
            from = glued.end();
        }
        if (from < raw.getEnd()) {
            out.add(new Span(from, raw.getEnd()));
        }
    }
}
