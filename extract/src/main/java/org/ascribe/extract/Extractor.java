package org.ascribe.extract;

import org.ascribe.core.CodedReport;
import org.ascribe.core.Report;

/**
 * Reads one report: what is said in it, by whom, in which words. A pure function: the same report gives the same coded
 * report on any machine. Safe to share between threads.
 */
public interface Extractor {

    CodedReport extract(Report report);

    /** Name and version, for manifests: {@code rules-1}. */
    String version();

    /** The rules that come with the program; takes about half a second to load. */
    static Extractor rules() {
        return RuleExtractor.load();
    }
}
