package org.ascribe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.ascribe.extract.Extractor;
import org.ascribe.testkit.CodedReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final InstantSource clock = InstantSource.fixed(Instant.parse("2024-04-05T12:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void outcomesComeInTheOrderOfTheInputWhateverTheThreads() {
        List<Report> reports =
                CodedReports.random(3, 200).stream().map(CodedReport::report).toList();
        List<Report> seen = new ArrayList<>();
        int skipped = run(reports, new Slow(), 7, outcome -> {
            if (outcome instanceof Outcome.Done<CodedReport>(CodedReport coded)) {
                seen.add(coded.report());
            }
        });
        assertThat(skipped).isZero();
        assertThat(seen).isEqualTo(reports);
    }

    @Test
    void aReportOnWhichTheRulesFailIsSkippedWithItsPlaceAndStopsNoOther() {
        List<Report> reports =
                CodedReports.random(4, 10).stream().map(CodedReport::report).toList();
        Report bad = reports.get(4);
        List<Outcome<CodedReport>> seen = new ArrayList<>();
        int skipped = run(
                reports,
                new Slow() {
                    @Override
                    public CodedReport extract(Report report) {
                        if (report.equals(bad)) {
                            throw new IllegalStateException("a rule that loops");
                        }
                        return super.extract(report);
                    }
                },
                2,
                seen::add);
        assertThat(skipped).isEqualTo(1);
        assertThat(seen).hasSize(10);
        assertThat(seen.get(4)).isInstanceOfSatisfying(Outcome.Skipped.class, skip -> {
            assertThat(skip.code()).isEqualTo("extract-failed");
            assertThat(skip.where()).startsWith("reports");
            assertThat(skip.why()).contains("a rule that loops").contains("please report it");
        });
    }

    @Test
    void theLastLineCountsReportsAndSkipsByCode() {
        try (Progress progress = new Progress(out(), clock)) {
            progress.done(3);
            progress.done(0);
            progress.skip("file-empty");
            progress.skip("file-empty");
            progress.skip("date-unreadable");
            progress.finish("");
        }
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(
                        "0:00:00 INF FINISHED 2 of 5 reports; skipped: date-unreadable 1, file-empty 2\n");
    }

    @Test
    void allProblemsAreSaidAtOnceBeforeTheWork() {
        assertThatThrownBy(() -> Preflight.check(
                        List.of(folder.resolve("a.txt").toString(), folder.toString(), "http://[", "b\0c"),
                        folder.resolve("no/such/folder/x.duckdb")))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("a.txt: there is no such file")
                .hasMessageContaining("http://[")
                .hasMessageContaining("Make the folder first");
    }

    private int run(List<Report> reports, Extractor extractor, int threads, Consumer<Outcome<CodedReport>> sink) {
        Extraction extraction = new Extraction(
                source -> Stream.<Outcome<Report>>concat(reports.stream().map(Outcome.Done::new), Stream.empty()),
                extractor,
                new PipelineSettings(null, threads));
        try (Progress progress = new Progress(out(), clock)) {
            return extraction.run(List.of(new Source.Files(Path.of("reports"))), progress, sink);
        }
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    /** Takes longer for some reports than for others. */
    private static class Slow implements Extractor {
        @Override
        public CodedReport extract(Report report) {
            long spin = report.text().length() % 7 * 20_000L;
            for (long i = 0; i < spin; i++) {
                Thread.onSpinWait();
            }
            return new CodedReport(report, List.of(), List.of());
        }

        @Override
        public String version() {
            return "none";
        }
    }
}
