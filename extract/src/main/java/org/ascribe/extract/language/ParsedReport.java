package org.ascribe.extract.language;

import java.util.List;
import org.ascribe.core.Passage;
import org.ascribe.core.Report;

/** A report and its sentences, furniture left out. */
public record ParsedReport(Report report, List<Sentence> sentences) {

    public ParsedReport {
        sentences = List.copyOf(sentences);
    }

    public String text(Passage passage) {
        return passage.in(report.text());
    }
}
