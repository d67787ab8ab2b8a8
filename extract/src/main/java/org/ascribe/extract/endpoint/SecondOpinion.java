package org.ascribe.extract.endpoint;

import java.util.List;
import java.util.stream.Stream;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Report;
import org.ascribe.core.opinion.Opinions;
import org.ascribe.extract.Extractor;

/**
 * Two extractors on each report, their readings side by side. Where the second has none to give, the first one's stands
 * alone and the witness is told; no report is lost. Safe to share between threads.
 */
public final class SecondOpinion implements Extractor {

    private final Extractor first;
    private final EndpointExtractor second;
    private final Witness witness;

    public SecondOpinion(Extractor first, EndpointExtractor second, Witness witness) {
        this.first = first;
        this.second = second;
        this.witness = witness;
    }

    @Override
    public CodedReport extract(Report report) {
        return readings(report).getLast();
    }

    /** The first one's reading, then both side by side, if there are two. */
    @Override
    public List<CodedReport> readings(Report report) {
        CodedReport alone = first.extract(report);
        try {
            return List.of(alone, Opinions.beside(alone, second.extract(report)));
        } catch (EndpointException without) {
            witness.failed(report, without);
            return List.of(alone);
        }
    }

    /** {@code rules-1 + prompt-1/NAME-OF-THE-MODEL}. */
    @Override
    public String version() {
        return first.version() + " + " + second.version();
    }

    @Override
    public List<String> notes() {
        return Stream.concat(first.notes().stream(), second.notes().stream()).toList();
    }
}
