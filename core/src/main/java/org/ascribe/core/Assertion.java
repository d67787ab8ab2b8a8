package org.ascribe.core;

import java.util.List;
import java.util.stream.Stream;
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
 * @param alsoBy other extractors that read the same in these words; empty unless a second opinion was asked
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
        ReadBy by,
        List<ReadBy> alsoBy) {

    public Assertion {
        alsoBy = List.copyOf(alsoBy);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies in 0..1, got " + confidence);
        }
    }

    /** Read by one extractor. */
    public Assertion(
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
        this(id, report, incident, content, speaker, polarity, hedged, passage, text, confidence, by, List.of());
    }

    /** The same, read by one more extractor; itself if that one is named already. */
    public Assertion alsoReadBy(ReadBy other) {
        if (other.equals(by) || alsoBy.contains(other)) {
            return this;
        }
        List<ReadBy> all = Stream.concat(alsoBy.stream(), Stream.of(other)).toList();
        return new Assertion(
                id, report, incident, content, speaker, polarity, hedged, passage, text, confidence, by, all);
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
