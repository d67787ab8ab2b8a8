package org.ascribe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.ascribe.core.CodedReport;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.extract.Extractor;
import org.ascribe.store.Appended;
import org.ascribe.store.IncidentFilter;
import org.ascribe.store.IncidentRow;
import org.ascribe.store.Ledger;
import org.ascribe.store.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled corpus through all stages into a real ledger. */
class ImportTest {

    private static final Path CORPUS = Path.of("..", "corpus");
    private static final Extractor RULES = Extractor.rules();

    @TempDir
    Path folder;

    private static Run load(Ledger ledger, int threads) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (Progress progress = new Progress(nowhere, InstantSource.fixed(Instant.parse("2024-04-05T12:00:00Z")))) {
            return new Pipeline(ledger, new Extraction(RULES, new PipelineSettings(null, threads)), "test")
                    .run(Preflight.check(List.of(CORPUS.toString()), null), progress, skip -> {});
        }
    }

    @Test
    void aSecondImportChangesNothing() {
        try (Ledger ledger = Ledger.open(folder.resolve("one.duckdb"), Ledger.Mode.CREATE)) {
            Run first = load(ledger, 2);
            assertThat(first.skipped()).isEmpty();
            assertThat(first.reportsRead()).isGreaterThan(47);
            assertThat(first.appended().reports()).isEqualTo(first.reportsRead());
            List<CodedReport> reports = ledger.codedReports();
            List<IncidentRow> incidents = ledger.incidents(IncidentFilter.ALL);
            assertThat(incidents).hasSizeGreaterThan(17);

            assertThat(load(ledger, 2).appended()).isEqualTo(Appended.NOTHING);
            assertThat(ledger.codedReports()).isEqualTo(reports);
            assertThat(ledger.incidents(IncidentFilter.ALL)).isEqualTo(incidents);
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        List<List<CodedReport>> reports = new ArrayList<>();
        List<List<IncidentRow>> incidents = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            try (Ledger ledger = Ledger.open(folder.resolve(threads + ".duckdb"), Ledger.Mode.CREATE)) {
                load(ledger, threads);
                reports.add(ledger.codedReports());
                incidents.add(ledger.incidents(IncidentFilter.ALL));
            }
        }
        assertThat(reports.get(1)).isEqualTo(reports.get(0));
        assertThat(incidents.get(1)).isEqualTo(incidents.get(0));
    }

    @Test
    void everyIncidentHasASheetWhoseStatementsAreInTheLedger() {
        try (Ledger ledger = Ledger.open(folder.resolve("sheets.duckdb"), Ledger.Mode.CREATE)) {
            load(ledger, 2);
            RecordService record = new RecordService(ledger, "test");
            assertThat(record.isCurrent()).isTrue();
            for (IncidentRow row : record.incidents(IncidentFilter.ALL)) {
                IncidentSheet sheet = record.findSheet(row.label()).orElseThrow();
                assertThat(sheet.incident().id()).isEqualTo(row.id());
                assertThat(sheet.status()).isEqualTo(row.status());
                assertThat(sheet.killed()).isEqualTo(row.killed());
                sheet.claimants()
                        .forEach(claimant -> claimant.statements()
                                .forEach(statement -> assertThat(record.findReport(
                                                        statement.assertion().report())
                                                .orElseThrow()
                                                .assertions())
                                        .contains(statement.assertion())));
            }
            assertThat(record.sheets()).hasSameSizeAs(record.incidents(IncidentFilter.ALL));
            assertThat(record.actors()).isNotEmpty();
        }
    }
}
