package org.ascribe.exchange.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken rows and broken files: told with their place, and the rest is read. */
class BadDataSetTest {

    private static final String HEADER =
            "id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death\n";

    @TempDir
    private Path folder;

    private static String row(int id) {
        return id + ",2020,2,3,Iraq,2,A - B,A,B,33.3,44.4,1,2,3\n";
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void aDayThatNoCalendarHasCostsItsRowAlone() throws IOException {
        Reads reads = Reads.of(file("a.csv", HEADER + row(1) + row(2).replace(",2,3,", ",2,31,") + row(3)));
        assertThat(reads.ids()).containsExactly("1", "3");
        assertThat(reads.problems()).containsExactly("date-impossible");
    }

    @Test
    void coordinatesBeyondThePolesCostTheirRowAlone() throws IOException {
        Reads reads = Reads.of(file("a.csv", HEADER + row(1).replace("33.3", "133.3") + row(2)));
        assertThat(reads.ids()).containsExactly("2");
        assertThat(reads.skipped.getFirst().code()).isEqualTo("coordinates-out-of-range");
        assertThat(reads.skipped.getFirst().where()).endsWith("a.csv, line 2");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsRowAlone() throws IOException {
        Reads reads = Reads.of(file("a.csv", HEADER + row(1) + row(2).replace("A - B", "\"A - B") + row(3) + row(4)));
        assertThat(reads.ids()).containsExactly("1", "3", "4");
        assertThat(reads.skipped.getFirst().code()).isEqualTo("quote-not-closed");
        assertThat(reads.skipped.getFirst().where()).endsWith("a.csv, line 3");
    }

    @Test
    void aQuoteThatClosesInALaterRowCostsTheFirstOfThemAlone() throws IOException {
        Reads reads = Reads.of(file(
                "a.csv",
                HEADER + row(1).replace("A - B", "\"A - B") + row(2) + row(3).replace("A - B", "\"A - B\"") + row(4)));
        assertThat(reads.ids()).containsExactly("2", "3", "4");
        assertThat(reads.skipped).hasSize(1);
        assertThat(reads.skipped.getFirst().where()).endsWith("a.csv, line 2");
    }

    @Test
    void lineBreaksAndDoubledQuotesInACellAreOfTheCell() throws IOException {
        Reads reads =
                Reads.of(file("a.csv", HEADER + row(1).replace("A - B", "\"A,\n\n\"\"quoted\"\" - B\"") + row(2)));
        assertThat(reads.ids()).containsExactly("1", "2");
        assertThat(reads.rows.getFirst().coded().report().text()).contains("A,\n\n\"quoted\" - B");
        assertThat(reads.rows.getLast().line()).isEqualTo(5);
    }

    @Test
    void aRowWithACellTooFewIsToldAndTheRestIsRead() throws IOException {
        Reads reads = Reads.of(file("a.csv", HEADER + "1,2020\n" + row(2)));
        assertThat(reads.ids()).containsExactly("2");
        assertThat(reads.skipped.getFirst().code()).isEqualTo("cells-missing");
        assertThat(reads.skipped.getFirst().why()).contains("2 cells").contains("14");
    }

    @Test
    void aTruncatedGzipGivesTheRowsBeforeTheBreak() throws IOException {
        StringBuilder table = new StringBuilder(HEADER);
        for (int i = 1; i <= 5_000; i++) {
            table.append(i)
                    .append(",2020,2,3,Iraq,2,A - B,A")
                    .append(i * 7919L % 10_007)
                    .append(",B,33.3,44.4,1,2,3\n");
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(table.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        Reads reads = Reads.of(Files.write(folder.resolve("ged241.csv.gz"), half));
        assertThat(reads.rows).hasSizeBetween(1_000, 4_000);
        assertThat(reads.skipped.getLast().code()).isEqualTo("file-truncated");
        assertThat(reads.tables.getFirst().release().name()).isEqualTo("24.1");
    }

    @Test
    void everyTableOfAnArchiveIsRead() throws IOException {
        Path archive = folder.resolve("ged241-csv.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : new String[] {"a.csv", "readme.pdf", "b.csv"}) {
                out.putNextEntry(new ZipEntry(name));
                out.write((HEADER + row(name.charAt(0))).getBytes(StandardCharsets.UTF_8));
            }
        }
        Reads reads = Reads.of(archive);
        assertThat(reads.ids()).containsExactly("97", "98");
        assertThat(reads.tables).extracting(table -> table.release().name()).containsOnly("24.1");
        assertThat(reads.skipped).isEmpty();
    }

    @Test
    void aFileOfAnotherKindIsToldByItsColumns() throws IOException {
        assertThat(Reads.of(file("a.csv", "name,age\nx,3\n")).skipped.getFirst().code())
                .isEqualTo("kind-unknown");
        Reads asked = Reads.of(file("b.csv", HEADER + row(1)), DataSetKind.ACLED, null);
        assertThat(asked.skipped.getFirst().code()).isEqualTo("kind-other");
        assertThat(asked.skipped.getFirst().why()).contains("event_id_cnty");
        assertThat(Reads.of(file("c.csv", "")).skipped.getFirst().code()).isEqualTo("file-empty");
    }

    @Test
    void tagsOfTheHumanitarianExchangeLanguageAreNoRow() throws IOException {
        Reads reads = Reads.of(file("a.csv", HEADER + ",#date+year,,,#country,,,,,#geo+lat,,,,\n" + row(1)));
        assertThat(reads.ids()).containsExactly("1");
        assertThat(reads.skipped).isEmpty();
    }

    @Test
    void bytesThatAreNoUtf8AreReadAsTheOlderCodePage() throws IOException {
        byte[] mixed = (HEADER + row(1).replace("A - B", "Pe\u00f1a - B")).getBytes(StandardCharsets.ISO_8859_1);
        Reads reads = Reads.of(Files.write(folder.resolve("a.csv"), mixed));
        assertThat(reads.rows.getFirst().coded().report().text()).contains("Pe\u00f1a - B");
    }

    @Test
    void aMappingWithAnUnknownKeyIsRefused() {
        assertThatThrownBy(() -> Mapping.parse("name: X\nid: Id\nwhen: {dat: Day}\n"))
                .hasMessageContaining("when.dat")
                .hasMessageContaining("date");
    }

    @Test
    void aReleaseIsReadFromTheNameOfItsFile() {
        assertThat(Release.ofFile(DataSetKind.UCDP_GED, "GEDEvent_v24_1.csv").name())
                .isEqualTo("24.1");
        assertThat(Release.ofFile(DataSetKind.UCDP_GED, "ged211_global.csv").year())
                .isEqualTo(2021);
        assertThat(Release.ofFile(DataSetKind.UCDP_GED, "GEDEvent_v26_0_8.csv").name())
                .isEqualTo("26.0.8");
        String monthly =
                Release.ofFile(DataSetKind.UCDP_GED, "GEDEvent_v26_0_8.csv").rank();
        String cumulative = Release.ofFile(DataSetKind.UCDP_GED, "GEDEvent_v26_01_26_06.csv")
                .rank();
        assertThat(cumulative).isLessThan(monthly);
        assertThat(monthly).isLessThan(Release.of("26.1").rank());
        assertThat(Release.of("9.1").rank()).isLessThan(Release.of("24.1").rank());
        assertThat(Release.ofFile(DataSetKind.GTD, "globalterrorismdb_0522dist.csv")
                        .name())
                .isEqualTo("2022-05");
    }
}
