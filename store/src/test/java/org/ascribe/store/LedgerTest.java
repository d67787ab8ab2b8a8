package org.ascribe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Judgement;
import org.ascribe.core.ReadBy;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.testkit.CodedReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("test.duckdb");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsWrittenIsReadBack(long seed) {
        List<CodedReport> written = CodedReports.random(seed, 120);
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            ledger.append(written);
            assertThat(ledger.codedReports()).as("seed %d", seed).isEqualTo(written);
        }
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.READ)) {
            assertThat(ledger.codedReports()).as("seed %d, opened again", seed).isEqualTo(written);
            CodedReport one = written.get(7);
            assertThat(ledger.findReport(one.report().id())).contains(one);
        }
    }

    @Test
    void aSecondImportChangesNothing() {
        List<CodedReport> written = CodedReports.random(6, 50);
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            Appended first = ledger.append(written);
            assertThat(first.reports()).isEqualTo(50);
            assertThat(first.assertions())
                    .isEqualTo(written.stream()
                            .mapToInt(r -> r.assertions().size())
                            .sum());
            assertThat(ledger.append(written)).isEqualTo(Appended.NOTHING);
            assertThat(ledger.append(written.reversed())).isEqualTo(Appended.NOTHING);
            assertThat(ledger.codedReports()).isEqualTo(written);
        }
    }

    @Test
    void aReportThatStandsTwiceInABatchIsKeptOnce() {
        CodedReport report = CodedReports.random(7);
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            assertThat(ledger.append(List.of(report, report)).reports()).isEqualTo(1);
            assertThat(ledger.codedReports()).containsExactly(report);
        }
    }

    @Test
    void aLaterReadingOfTheSameReportIsAddedAndTheEarlierAssertionsStay() {
        CodedReport first = CodedReports.random(9, 40).stream()
                .filter(report -> report.assertions().size() > 3)
                .findFirst()
                .orElseThrow();
        CodedReport later = new CodedReport(
                first.report(),
                first.incidents(),
                first.assertions().subList(1, first.assertions().size()));
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            ledger.append(List.of(first));
            assertThat(ledger.append(List.of(later))).isEqualTo(new Appended(0, 1, 0));
            assertThat(ledger.codedReports()).containsExactly(later);
        }
    }

    @Test
    void judgementsAreReadBackInTheOrderOfArrivalAndKeptOnce() {
        Telling a = new Telling(new ReportId("r-0000000000000001"), "i1");
        Telling b = new Telling(new ReportId("r-0000000000000002"), "i3");
        AssertionId assertion = new AssertionId("a-00000000000000ff");
        Instant at = Instant.parse("2024-05-02T10:00:00.123456789Z");
        Judgement same = Judgement.of(at, "vera", "same mosque", new Judgement.Decision.SameIncident(a, b), null);
        List<Judgement> written = List.of(
                same,
                Judgement.of(at, "vera", "", new Judgement.Decision.NotSameIncident(b, a), same.id()),
                Judgement.of(at, "vera", "two bazaars?", new Judgement.Decision.Unsure(a, b), null),
                Judgement.of(at, "vera", "", new Judgement.Decision.MergeIncidents(List.of(b), List.of(a)), null),
                Judgement.of(at, "vera", "", new Judgement.Decision.SplitIncident(List.of(a), List.of(b)), null),
                Judgement.of(at, "omar", "it's \"irony\"", new Judgement.Decision.WrongReading(assertion), null),
                Judgement.of(at, "omar", "", new Judgement.Decision.RightActor(assertion, "taliban"), null));
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            assertThat(ledger.appendJudgements(written)).isEqualTo(7);
            assertThat(ledger.appendJudgements(written)).isZero();
            assertThat(ledger.judgements()).isEqualTo(written);
        }
    }

    @Test
    void aLedgerThatIsNotThereIsNotMadeByLooking() {
        assertThatThrownBy(() -> Ledger.open(file(), Ledger.Mode.READ))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("there is no such file")
                .hasMessageContaining("ascribe add");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileThatIsNoLedgerIsRefusedAndLeftAlone() throws Exception {
        Files.writeString(file(), "not a database at all\n".repeat(1000));
        assertThatThrownBy(() -> Ledger.open(file(), Ledger.Mode.CREATE))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("it is no ledger")
                .hasMessageContaining("nothing was changed");
        assertThat(Files.readString(file())).startsWith("not a database");
    }

    @Test
    void anotherProgramsDatabaseIsRefused() throws Exception {
        sql("CREATE TABLE sales (n INTEGER)");
        assertThatThrownBy(() -> Ledger.open(file(), Ledger.Mode.CREATE))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("not a ledger of Ascribe")
                .hasMessageContaining("sales");
    }

    @Test
    void aNewerLedgerIsRefusedWithTheRemedy() throws Exception {
        Ledger.open(file(), Ledger.Mode.CREATE).close();
        sql("INSERT INTO schema_version VALUES (99)");
        assertThatThrownBy(() -> Ledger.open(file(), Ledger.Mode.WRITE))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("format 99")
                .hasMessageContaining("newer version of Ascribe");
    }

    @Test
    void aLedgerOfFormatOneIsBroughtUpToDateAndKeepsWhatItHolds() throws Exception {
        List<CodedReport> written = CodedReports.random(16, 5);
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            ledger.append(written);
        }
        for (String view : List.of("superseded", "in_record", "current_rows", "import_standing")) {
            sql("DROP VIEW " + view);
        }
        for (String table : List.of(
                "imports",
                "import_rows",
                "import_skipped",
                "import_states",
                "also_read_by",
                "counted",
                "counted_actors",
                "judgement_tellings")) {
            sql("DROP TABLE " + table);
        }
        sql("DELETE FROM schema_version WHERE version > 1");
        assertThatThrownBy(() -> Ledger.open(file(), Ledger.Mode.READ)).hasMessageContaining("older format 1");
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.WRITE)) {
            assertThat(ledger.codedReports()).isEqualTo(written);
        }
    }

    @Test
    void whoElseReadTheSameIsKeptWithTheReadingThatKnowsIt() {
        CodedReport alone = CodedReports.random(17, 20).stream()
                .filter(report -> !report.assertions().isEmpty())
                .findFirst()
                .orElseThrow();
        List<Assertion> agreed = new ArrayList<>(alone.assertions());
        agreed.set(0, agreed.getFirst().alsoReadBy(ReadBy.secondOpinion("prompt-1/some-model")));
        CodedReport both = new CodedReport(alone.report(), alone.incidents(), agreed);
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            assertThat(ledger.append(List.of(alone, both)).readings()).isEqualTo(2);
            assertThat(ledger.codedReports()).containsExactly(both);
            assertThat(ledger.append(List.of(alone))).isEqualTo(Appended.NOTHING);
            assertThat(ledger.append(List.of(alone, both))).isEqualTo(Appended.NOTHING);
            assertThat(ledger.codedReports()).containsExactly(both);
        }
    }

    @Test
    void aDamagedLedgerIsRefusedWithTheRemedy() throws Exception {
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            ledger.append(CodedReports.random(11, 200));
        }
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            ByteBuffer noise = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < 256; i++) {
                noise.putInt(i * 0x9E3779B9);
            }
            for (long at = 3 * 4096; at + 1024 < channel.size(); at += 16384) {
                channel.write(noise.rewind(), at);
            }
        }
        assertThatThrownBy(() -> {
                    try (Ledger ledger = Ledger.open(file(), Ledger.Mode.READ)) {
                        ledger.codedReports();
                    }
                })
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("Put back a copy");
    }

    @Test
    void afterAFailedBatchNothingOfItIsThereAndTheLedgerStillWorks() {
        List<CodedReport> good = CodedReports.random(12, 10);
        List<CodedReport> bad = new ArrayList<>(CodedReports.random(13, 10));
        bad.add(null);
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            ledger.append(good);
            assertThatThrownBy(() -> ledger.append(bad)).isInstanceOf(NullPointerException.class);
            assertThat(ledger.codedReports()).isEqualTo(good);
            assertThat(ledger.append(CodedReports.random(13, 10)).reports()).isEqualTo(10);
        }
    }

    @Test
    void thePlainViewShowsOneLineForEachStatement() throws Exception {
        List<CodedReport> written = CodedReports.random(14, 30);
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            ledger.append(written);
        }
        int statements = written.stream().mapToInt(r -> r.assertions().size()).sum();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM statements")) {
            result.next();
            assertThat(result.getInt(1)).isEqualTo(statements);
        }
    }

    @Test
    void searchFindsWordsInTitleAndTextWhateverTheCase() {
        List<CodedReport> written = CodedReports.random(15, 30);
        try (Ledger ledger = Ledger.open(file(), Ledger.Mode.CREATE)) {
            ledger.append(written);
            assertThat(new HashSet<>(ledger.searchReports("KANDAHAR").stream()
                            .map(ReportRow::id)
                            .toList()))
                    .isEqualTo(new HashSet<>(written.stream()
                            .filter(r -> r.report().text().contains("Kandahar")
                                    || String.valueOf(r.report().title()).contains("Kandahar"))
                            .map(r -> r.report().id())
                            .toList()));
            assertThat(ledger.searchReports("100% 'quoted' _")).isEmpty();
        }
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file());
                Statement open = connection.createStatement()) {
            open.execute(statement);
        }
    }
}
