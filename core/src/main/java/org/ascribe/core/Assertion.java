package org.ascribe.core;

import org.jspecify.annotations.Nullable;

/**
 * One thing that one voice says in one passage. Never edited: a later reading of the same words that differs is a new
 * assertion.
 *
 * @param incident the report's own label of the incident it is about ({@code i1}), null if it is about none
 * @param hedged whether the words hold it back: "allegedly", "may have", "is believed to"
 * @param passage the words that say it, most often a sentence or a clause
 * @param text those words; equal to the passage of the report's text, checked by {@link CodedReport}
 * @param confidence that the words say this, 0..1; of the reading, not of the matter
 */
public record Assertion(
        AssertionId id,
        ReportId report,
        @Nullable String incident,
        Content content,
        Speaker speaker,
        Polarity polarity,
        boolean hedged,
        Passage passage,
        String text,
        double confidence,
        ReadBy by) {

    public Assertion {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies in 0..1, got " + confidence);
        }
    }

    /** With the id of its content; who read it, and how sure, is not part of the id. */
    public static Assertion of(
            ReportId report,
            @Nullable String incident,
            Content content,
            Speaker speaker,
            Polarity polarity,
            boolean hedged,
            Passage passage,
            String text,
            double confidence,
            ReadBy by) {
        AssertionId id =
                new AssertionId("a-" + ContentHash.of(report, incident, passage, content, speaker, polarity, hedged));
        return new Assertion(id, report, incident, content, speaker, polarity, hedged, passage, text, confidence, by);
    }
}
