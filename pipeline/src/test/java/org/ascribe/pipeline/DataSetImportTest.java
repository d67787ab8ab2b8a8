package org.ascribe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.ascribe.core.CodedReport;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Resolver;
import org.ascribe.core.weigh.EveryVoice;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.store.Import;
import org.ascribe.store.ImportSummary;
import org.ascribe.store.IncidentFilter;
import org.ascribe.store.IncidentRow;
import org.ascribe.store.Ledger;
import org.ascribe.store.RowRelease;
import org.ascribe.store.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetImportTest {

    private static final Path FIXTURES = Path.of("../exchange/src/test/resources/org/ascribe/exchange/datasets");
    private static final Path SHARED = Path.of("../../shared/data");
    private static final String HEADER =
            "id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death\n";

    @TempDir
    private Path folder;

    private final List<Run.Skip> skips = new ArrayList<>();

    private List<DataSetImport.Done> load(Ledger ledger, Import.State state, Path... files) {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                Progress progress = new Progress(nowhere, InstantSource.fixed(Instant.EPOCH))) {
            DataSetImport importer = new DataSetImport(
                    ledger,
                    new DataSetImport.Settings(null, null, null, state, "test"),
                    "test",
                    InstantSource.fixed(Instant.EPOCH));
            List<DataSetImport.Done> done = importer.run(List.of(files), progress, skips::add);
            new RecordService(ledger, "test").rebuildIfNeeded(progress);
            return done;
        }
    }

    private Ledger ledger() {
        return Ledger.open(folder.resolve("l.duckdb"), Ledger.Mode.CREATE);
    }

    private Path table(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + rows);
    }

    private static String row(int id, String sideA, int killed) {
        return "%d,2020,2,3,Iraq,3,%s - Civilians,%s,Civilians,33.3,44.4,%d,%d,%d\n"
                .formatted(id, sideA, sideA, killed, killed, killed);
    }

    /** A GDELT row: an actor claims something in Iraq on this day. */
    private static String claim(int id, String day, String actor) {
        String[] cells = new String[61];
        Arrays.fill(cells, "");
        cells[0] = Integer.toString(id);
        cells[1] = day;
        cells[2] = day.substring(0, 6);
        cells[6] = actor;
        cells[26] = "015";
        cells[51] = "1";
        cells[52] = "Iraq";
        cells[53] = "IZ";
        cells[56] = "33";
        cells[57] = "44";
        cells[59] = day + "120000";
        return String.join("\t", cells) + "\n";
    }

    @Test
    void aClaimOfGdeltJoinsTheOnlyIncidentThatItFitsAndElseStaysAStatementAboutNone() throws IOException {
        Path ged = table("ged211.csv", row(1, "IS", 2));
        Path gdelt = Files.writeString(
                folder.resolve("20200204120000.export.CSV"),
                claim(11, "20200204", "ISLAMIC STATE")
                        + claim(12, "20200204", "TALIBAN")
                        + claim(13, "20200304", "ISLAMIC STATE"));
        try (Ledger ledger = ledger()) {
            load(ledger, Import.State.TAKEN_IN, ged, gdelt);
            assertThat(skips).isEmpty();
            assertThat(ledger.incidents(IncidentFilter.ALL)).hasSize(1);
            IncidentSheet sheet = new RecordService(ledger, "test")
                    .findSheet(labelOf(ledger, 1))
                    .orElseThrow();
            assertThat(sheet.claimants())
                    .singleElement()
                    .satisfies(actor -> assertThat(actor.statements())
                            .extracting(
                                    said -> said.assertion().speaker().role().code())
                            .containsExactlyInAnyOrder("data-set", "party"));
            assertThat(sheet.incident().links()).hasSize(1);
            assertThat(ledger.reportsBeyondIncidents())
                    .as("what the Taliban claim, and what is claimed a month later")
                    .hasSize(2);
            assertThat(ledger.imports())
                    .extracting(ImportSummary::incidents)
                    .as("a claim tells no incident")
                    .containsExactlyInAnyOrder(1L, 0L);
        }
    }

    @Test
    void aSecondImportOfTheSameFileAddsNothing() throws IOException {
        Path file = table("ged211.csv", row(1, "A", 2) + row(2, "B", 3));
        try (Ledger ledger = ledger()) {
            assertThat(load(ledger, Import.State.TAKEN_IN, file)
                            .getFirst()
                            .appended()
                            .reports())
                    .isEqualTo(2);
            assertThat(load(ledger, Import.State.TAKEN_IN, file)
                            .getFirst()
                            .appended()
                            .reports())
                    .isZero();
            assertThat(ledger.codedReports()).hasSize(2);
            assertThat(ledger.imports()).hasSize(1);
            assertThat(ledger.imports().getFirst().rows()).isEqualTo(2);
            assertThat(ledger.incidents(IncidentFilter.ALL)).hasSize(2);
        }
    }

    @Test
    void aNewerReleaseAddsWhatChangedAndKeepsWhatWasSaid() throws IOException {
        Path older = table("ged211.csv", row(1, "A", 2) + row(2, "B", 3));
        Path newer = table("ged241.csv", row(1, "A", 7) + row(2, "B", 3) + row(3, "C", 1));
        try (Ledger ledger = ledger()) {
            load(ledger, Import.State.TAKEN_IN, older);
            String label = labelOf(ledger, 1);
            DataSetImport.Done done = load(ledger, Import.State.TAKEN_IN, newer).getFirst();
            assertThat(done.appended().reports()).as("rows 1 and 3, not row 2").isEqualTo(2);
            List<RowRelease> said = ledger.releasesOf("UCDP GED", "1");
            assertThat(said).extracting(one -> one.source().release()).containsExactly("21.1", "24.1");
            assertThat(said).extracting(one -> one.source().releaseYear()).containsExactly(2021, 2024);
            assertThat(said).extracting(RowRelease::isCurrent).containsExactly(false, true);
            assertThat(ledger.findReport(said.getFirst().report())
                            .orElseThrow()
                            .report()
                            .text())
                    .contains("best_death: 2");
            assertThat(ledger.incidents(IncidentFilter.ALL))
                    .as("one voice a row")
                    .hasSize(3);
            assertThat(labelOf(ledger, 1))
                    .as("the label of the row's incident stays")
                    .isEqualTo(label);
            assertThat(ledger.findIncidentRow(label).orElseThrow().killed().low())
                    .isEqualTo(7);
        }
    }

    @Test
    void anOlderReleaseThatComesLaterDoesNotTakeThePlaceOfANewerOne() throws IOException {
        try (Ledger ledger = ledger()) {
            load(ledger, Import.State.TAKEN_IN, table("ged241.csv", row(1, "A", 7)));
            load(ledger, Import.State.TAKEN_IN, table("ged211.csv", row(1, "A", 2)));
            assertThat(ledger.findIncidentRow(labelOf(ledger, 1))
                            .orElseThrow()
                            .killed()
                            .low())
                    .isEqualTo(7);
        }
    }

    @Test
    void whatWaitsInTheInboxIsNotInTheRecordUntilItIsTakenIn() throws IOException {
        try (Ledger ledger = ledger()) {
            load(ledger, Import.State.WAITING, table("ged211.csv", row(1, "A", 2)));
            ImportSummary waiting = ledger.imports().getFirst();
            assertThat(waiting.state()).isEqualTo(Import.State.WAITING);
            assertThat(waiting.incidents()).isEqualTo(1);
            assertThat(ledger.sampleOfImport(waiting.source().id(), 5)).hasSize(1);
            assertThat(ledger.incidents(IncidentFilter.ALL)).isEmpty();
            assertThat(ledger.codedReports()).isEmpty();
            decide(ledger, waiting, Import.State.TAKEN_IN);
            assertThat(ledger.incidents(IncidentFilter.ALL)).hasSize(1);
            decide(ledger, waiting, Import.State.DISCARDED);
            assertThat(ledger.incidents(IncidentFilter.ALL)).isEmpty();
            decide(ledger, waiting, Import.State.TAKEN_IN);
            assertThat(ledger.incidents(IncidentFilter.ALL))
                    .extracting(IncidentRow::label)
                    .containsExactly("I-1");
        }
    }

    private static void decide(Ledger ledger, ImportSummary one, Import.State state) {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                Progress progress = new Progress(nowhere, InstantSource.fixed(Instant.EPOCH))) {
            new RecordService(ledger, "test").decide(one.source().id(), state, Instant.EPOCH, "test", progress);
        }
    }

    @Test
    void oneBrokenRowInAHundredIsCountedAndTheRestImported() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 20_000; i++) {
            String row = row(i, "A" + i % 7, i % 9);
            rows.append(
                    switch (i % 400) {
                        case 0 -> row.replace(",2,3,", ",2,31,");
                        case 100 -> row.replace("33.3", "93.3");
                        case 200 -> row.replace(" - ", "\" - ");
                        case 300 -> row.replace(i + ",", i + ",\"");
                        default -> row;
                    });
        }
        rows.append(row(1, "A", 4));
        try (Ledger ledger = ledger()) {
            DataSetImport.Done done = load(ledger, Import.State.TAKEN_IN, table("ged211.csv", rows.toString()))
                    .getFirst();
            assertThat(done.skipped()).isEqualTo(151);
            assertThat(done.rows()).isEqualTo(19_850);
            assertThat(skips).extracting(Run.Skip::code).contains("id-repeated").doesNotContainNull();
            assertThat(ledger.imports().getFirst().skippedByCode().stream()
                            .mapToLong(ImportSummary.Skipped::times)
                            .sum())
                    .isEqualTo(151);
            assertThat(ledger.incidents(IncidentFilter.ALL)).hasSize(19_850);
        }
    }

    @Test
    void incidentsOfOneTellingAreTheSameFromTheDatabaseAsFromResolveAndWeigh() {
        try (Ledger ledger = ledger()) {
            load(
                    ledger,
                    Import.State.TAKEN_IN,
                    FIXTURES.resolve("ucdp-ged/GEDEvent_v24_1.csv"),
                    FIXTURES.resolve("acled/acled.csv"),
                    FIXTURES.resolve("gtd/globalterrorismdb_0522dist.csv"));
            List<CodedReport> reports = ledger.codedReports();
            assertThat(ledger.reportsToResolve(List.of()))
                    .as("a claim in doubt is weighed, all else stands alone")
                    .hasSize(1);
            ActorDictionary dictionary = ActorDictionary.load();
            EveryVoice everyVoice = new EveryVoice(dictionary::parentOf, dictionary::nameOf);
            Map<String, IncidentRow> rows = new HashMap<>();
            ledger.incidents(IncidentFilter.ALL).forEach(row -> rows.put(row.id(), row));
            int compared = 0;
            for (CodedReport report : reports) {
                for (Incident incident : Resolver.resolve(List.of(report), List.of())) {
                    IncidentSheet sheet = everyVoice.sheet(incident, List.of(report), List.of());
                    IncidentRow row = rows.get(incident.id());
                    assertThat(row).as(incident.summary()).isNotNull();
                    assertThat(row.summary()).isEqualTo(incident.summary());
                    assertThat(row.status()).isEqualTo(sheet.status());
                    assertThat(row.killed()).isEqualTo(sheet.killed());
                    assertThat(row.wounded()).isEqualTo(sheet.wounded());
                    assertThat(row.when()).isEqualTo(incident.when());
                    assertThat(row.where()).isEqualTo(incident.where());
                    assertThat(row.claimants())
                            .extracting(IncidentRow.Named::id)
                            .containsExactlyElementsOf(sheet.claimants().stream()
                                    .map(IncidentSheet.Claimant::actor)
                                    .toList());
                    compared++;
                }
            }
            assertThat(compared).isEqualTo(rows.size()).isEqualTo(8);
        }
    }

    @Test
    void twoDataSetsThatMayTellOneIncidentAreResolvedTogether() throws IOException {
        Path other = Files.writeString(
                folder.resolve("acled.csv"),
                "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,admin1,location,"
                        + "latitude,longitude,geo_precision,notes,fatalities,timestamp\n"
                        + "IRQ1,2020-02-03,1,Violence against civilians,Attack,A,Civilians (Iraq),Iraq,,Example,33.3,44.4,1,A attacked.,2,1600000000\n");
        try (Ledger ledger = ledger()) {
            load(
                    ledger,
                    Import.State.TAKEN_IN,
                    table(
                            "ged211.csv",
                            row(1, "A", 2) + "2,2010,2,3,Iraq,3,A - Civilians,A,Civilians,33.3,44.4,2,2,2\n"),
                    other);
            assertThat(ledger.reportsToResolve(List.of()))
                    .extracting(report -> report.report().docid())
                    .containsExactlyInAnyOrder("1", "IRQ1");
        }
    }

    @Test
    void whatUcdpSaidInEarlierReleasesCanBeAskedOfRealRevisions() throws IOException {
        Path revisions = SHARED.resolve("benchmarks/ged_revisions.csv");
        Path global = SHARED.resolve("ged/ged211_global.csv.gz");
        Path mexico = SHARED.resolve("ged/ged241_mexico.csv.gz");
        assumeTrue(Files.exists(revisions) && Files.exists(global) && Files.exists(mexico), "no ../shared/data here");
        List<String[]> changes = new ArrayList<>();
        for (String line : Files.readAllLines(revisions)) {
            String[] cells = line.split(",", -1);
            if (cells.length == 7
                    && cells[1].equals("Mexico")
                    && cells[2].equals("21.1")
                    && cells[3].equals("24.1")
                    && (cells[4].equals("side_a") || cells[4].equals("side_b"))
                    && !line.contains("\"")) {
                changes.add(cells);
            }
        }
        assertThat(changes).hasSizeGreaterThan(100);
        StringBuilder of211 = new StringBuilder();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(global)), StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> line.contains(",Mexico,") || line.startsWith("id,"))
                    .forEach(line -> of211.append(line).append('\n'));
        }
        Path older = Files.writeString(folder.resolve("ged211.csv"), of211);
        try (Ledger ledger = ledger()) {
            load(ledger, Import.State.TAKEN_IN, older, mexico);
            for (int c = 0; c < changes.size(); c += 20) {
                String[] change = changes.get(c);
                List<RowRelease> said = ledger.releasesOf("ucdp-ged", change[0]);
                assertThat(said).as(change[0]).hasSize(2);
                for (int i = 0; i < 2; i++) {
                    assertThat(ledger.findReport(said.get(i).report())
                                    .orElseThrow()
                                    .report()
                                    .text())
                            .contains(change[4] + ": " + change[5 + i] + "\n");
                }
            }
            // each row is one incident, told by its newest release: 18,957 rows of 24.1, and 55 that 21.1 alone has
            assertThat(ledger.incidents(IncidentFilter.ALL)).hasSize(18_957 + 55);
        }
    }

    private static String labelOf(Ledger ledger, int row) {
        List<RowRelease> said = ledger.releasesOf(null, String.valueOf(row));
        return ledger.findLabel(new org.ascribe.core.Telling(
                        said.stream()
                                .filter(RowRelease::isCurrent)
                                .findFirst()
                                .orElseThrow()
                                .report(),
                        "i1"))
                .orElseThrow();
    }
}
