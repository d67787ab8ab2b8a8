package org.ascribe.extract.model;

import java.util.ArrayList;
import java.util.List;

/** What one head of begin, inside and outside says of each word of a text. */
public final class Tags {

    private static final int LONGEST = 28;

    /** No border is taken to be quite out of the question. */
    private static final double LEAST_END = 0.1;

    private final double[] begins;
    private final double[] goesOn;

    /** Reads the head, whose labels are outside, begin, inside, at the first piece of each word. */
    public Tags(Encoding encoding, Words words, String head) {
        begins = new double[words.size()];
        goesOn = new double[words.size()];
        for (int w = 0; w < words.size(); w++) {
            double[] shares = encoding.shares(head, words.piece(w));
            begins[w] = shares[1];
            goesOn[w] = shares[2];
        }
    }

    /** How surely a mention begins here; 0 beyond the text. */
    public double begins(int word) {
        return word < 0 || word >= begins.length ? 0 : begins[word];
    }

    /** How surely a mention goes on here; 0 beyond the text. */
    public double goesOn(int word) {
        return word < 0 || word >= goesOn.length ? 0 : goesOn[word];
    }

    /** How surely the word is part of a mention. */
    public double inside(int word) {
        return begins(word) + goesOn(word);
    }

    /**
     * All spans whose share is at least this, in the order of the text, longer ones of one beginning later.
     *
     * <p>The labels of neighbouring words stand or fall together: where the encoder is in doubt, it is about the whole mention.
     * So the share is that of the least sure word, times how surely the mention begins at the first word, goes on at each other
     * and ends at the last, each given that there is a mention at all. (The plain product of the labels makes crumbs of every
     * long mention that is in doubt.)
     */
    public List<Span> spans(double least) {
        List<Span> found = new ArrayList<>();
        for (int from = 0; from < begins.length; from++) {
            double inside = inside(from);
            if (inside < least) {
                continue;
            }
            double start = Math.max(begins[from] / inside, 1 - Math.min(1, inside(from - 1) / inside));
            double weakest = inside;
            double chain = start;
            for (int to = from + 1; to - from <= LONGEST; to++) {
                double end = 1 - Math.min(1, goesOn(to) / weakest);
                double share = weakest * chain * Math.max(end, LEAST_END);
                if (share >= least) {
                    found.add(new Span(from, to, share));
                }
                double next = inside(to);
                if (next <= 0) {
                    break;
                }
                weakest = Math.min(weakest, next);
                chain *= Math.max(goesOn(to) / next, LEAST_END);
                if (weakest * chain < least) {
                    break;
                }
            }
        }
        return found;
    }

    /** What the labels give to exactly this span if each word stood alone. */
    public double product(Span span) {
        double product = begins(span.from());
        for (int w = span.from() + 1; w < span.to(); w++) {
            product *= goesOn(w);
        }
        return product * (1 - goesOn(span.to()));
    }
}
