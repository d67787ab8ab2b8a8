package org.ascribe.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Report;
import org.ascribe.extract.model.ModelFile;

/**
 * Reads one report: what is said in it, by whom, in which words. A pure function: the same report gives the same coded
 * report on any machine. Safe to share between threads.
 */
public interface Extractor {

    CodedReport extract(Report report);

    /** Name and version, for manifests: {@code rules-1}. */
    String version();

    /**
     * Every reading that the ledger keeps of this report, at least one; the last is the one that counts. More than one only
     * where a second opinion was asked.
     */
    default List<CodedReport> readings(Report report) {
        return List.of(extract(report));
    }

    /** What a run's manifest keeps beside the version, one {@code key=value} each, as it stands now; no secrets. */
    default List<String> notes() {
        return List.of();
    }

    /** The rules that come with the program; takes about half a second to load. */
    static Extractor rules() {
        return RuleExtractor.load(null);
    }

    /**
     * The rules and the trained model together.
     *
     * @throws IllegalArgumentException if the file is no model of this version
     */
    static Extractor withModel(Path model) throws IOException {
        return RuleExtractor.load(ModelFile.open(model));
    }
}
