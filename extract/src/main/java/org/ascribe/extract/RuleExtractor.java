package org.ascribe.extract;

import java.util.List;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Report;
import org.ascribe.extract.language.LanguageSteps;

/** Reads a report by rules over OpenNLP's sentences, tokens and parts of speech. */
final class RuleExtractor implements Extractor {

    private final LanguageSteps language;

    private RuleExtractor(LanguageSteps language) {
        this.language = language;
    }

    static RuleExtractor load() {
        return new RuleExtractor(LanguageSteps.english());
    }

    @Override
    public String version() {
        return "rules-1";
    }

    @Override
    public CodedReport extract(Report report) {
        language.parse(report);
        return new CodedReport(report, List.of(), List.of());
    }
}
