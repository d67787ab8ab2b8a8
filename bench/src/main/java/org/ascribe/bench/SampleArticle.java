package org.ascribe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.ascribe.extract.read.ReadSettings;
import org.ascribe.extract.read.ReportReader;

/** An article of our own to time: at least 3,000 characters, as an article of an online medium has. */
record SampleArticle(Path file, Report report) {

    private static final int LENGTH = 3_000;

    /** Where a report of the folder says no day; a fixed one, so that every run does the same work. */
    private static final ReadSettings SETTINGS = new ReadSettings(LocalDate.of(2024, 4, 5));

    /** All reports of a folder and below, sorted by path; what cannot be read is left out. */
    static List<SampleArticle> list(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        return files.stream().flatMap(SampleArticle::read).toList();
    }

    private static Stream<SampleArticle> read(Path file) {
        try (Stream<Outcome<Report>> outcomes = new ReportReader().read(file, SETTINGS)) {
            return outcomes
                    .<SampleArticle>mapMulti((outcome, out) -> {
                        if (outcome instanceof Outcome.Done<Report>(Report report)) {
                            out.accept(new SampleArticle(file, report));
                        }
                    })
                    .toList()
                    .stream();
        }
    }

    /** The shortest with at least 3,000 characters, the longest if none has; of two, the first by path. */
    static SampleArticle find(Path folder) throws IOException {
        Comparator<SampleArticle> byLength =
                Comparator.comparingInt(article -> article.report().text().length());
        List<SampleArticle> all = list(folder);
        return all.stream()
                .filter(article -> article.report().text().length() >= LENGTH)
                .min(byLength)
                .or(() -> all.stream().max(byLength))
                .orElseThrow(() -> new IllegalArgumentException("Cannot time the reading of " + folder
                        + ": no .txt report in it. Name a folder such as corpus."));
    }
}
