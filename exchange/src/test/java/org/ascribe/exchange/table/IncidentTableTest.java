package org.ascribe.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.ascribe.core.Outcome.Skipped;
import org.ascribe.core.link.Row;
import org.ascribe.core.link.Row.Precision;
import org.ascribe.core.link.Row.Spot;
import org.ascribe.core.link.Row.Toll;
import org.ascribe.exchange.table.IncidentTable.UnusableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentTableTest {

    @TempDir
    Path folder;

    private IncidentTable table(String text) throws IOException, UnusableTable {
        Path file = folder.resolve("table.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return IncidentTable.read(file, Map.of());
    }

    @Test
    void aRowOfUcdpKeepsItsPrecisionAndItsRangeOfDeaths() throws Exception {
        Row row = table(
                        "id,date_start,date_end,date_prec,where_prec,latitude,longitude,country,side_a,side_b,best,high,low\n"
                                + "7,2020-03-01 00:00:00.000,2020-03-05 00:00:00.000,2,4,10.5,20.5,Northland,Army,Front,5,9,3\n")
                .rows()
                .getFirst();
        assertThat(row.from()).isEqualTo(LocalDate.of(2020, 3, 1));
        assertThat(row.to()).isEqualTo(LocalDate.of(2020, 3, 5));
        assertThat(row.spot()).isEqualTo(new Spot(10.5, 20.5, Precision.PROVINCE));
        assertThat(row.killed()).isEqualTo(new Toll(3, 5, 9));
        assertThat(row.actors()).containsExactly("Army", "Front");
    }

    @Test
    void aDayOrMonthOfZeroInGtdMeansUnknown() throws Exception {
        IncidentTable table = table("eventid,iyear,imonth,iday,gname,nkill\n1,2019,4,0,Front,\n2,2019,0,0,Front,-99\n");
        assertThat(table.rows().get(0).to()).isEqualTo(LocalDate.of(2019, 4, 30));
        assertThat(table.rows().get(1).to()).isEqualTo(LocalDate.of(2019, 12, 31));
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.killed()).isNull());
    }

    @Test
    void brokenRowsAreNamedWithTheirLineAndTheRestIsRead() throws Exception {
        IncidentTable table = table(String.join(
                "\n",
                "id,date,latitude,longitude,fatalities,notes",
                "1,2020-02-31,34.5,69.2,3,no such day",
                "2,2020-02-03,134.5,69.2,3,off the earth",
                "3,2020-02-03,34.5,69.2,3,\"never closes",
                "4,2020-02-04,34.5,69.2,3,good",
                "4,2020-02-04,34.5,69.2,3,again",
                "5,2020-02-05,34.5,69.2,many,no number",
                "6,2020-02-05,34.5,69.2,2,\"a \"\"quoted\"\" word and",
                "two lines\"",
                "7,2020-02-05,34.5",
                "8,5 February 2020,nan,nan,2,good",
                ""));
        assertThat(table.rows()).extracting(Row::id).containsExactly("4", "6", "8");
        assertThat(table.skipped())
                .extracting(Skipped::code, skipped -> skipped.where().replaceAll(".*, line ", ""))
                .containsExactlyInAnyOrder(
                        tuple("date-impossible", "2"),
                        tuple("coordinates-out-of-range", "3"),
                        tuple("row-malformed", "4"),
                        tuple("id-duplicate", "6"),
                        tuple("number-unreadable", "7"),
                        tuple("row-malformed", "10"));
        assertThat(table.skippedByCode()).containsEntry("row-malformed", 2);
    }

    @Test
    void aFileWhoseGzipIsCutOffGivesWhatIsThere() throws Exception {
        StringBuilder text = new StringBuilder("id,date\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(i * 7919L % 20_011)
                    .append(",2020-01-0")
                    .append(1 + i % 9)
                    .append('\n');
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("table.csv.gz");
        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() * 2 / 3));
        IncidentTable table = IncidentTable.read(file, Map.of());
        assertThat(table.rows()).hasSizeGreaterThan(1000);
        assertThat(table.skippedByCode()).containsKey("file-cut-off");
    }

    @Test
    void dayAndMonthAreToldApartByTheWholeColumnOrNotAtAll() throws Exception {
        assertThat(table("id,date\n1,03/04/2020\n2,25/04/2020\n")
                        .rows()
                        .getFirst()
                        .from())
                .isEqualTo(LocalDate.of(2020, 4, 3));
        assertThat(table("id,date\n1,03/04/2020\n").skippedByCode()).containsKey("date-unclear");
    }

    @Test
    void aTableWithoutDatesSaysWhatIsMissing() {
        assertThatThrownBy(() -> table("id,actor\n1,Front\n"))
                .isInstanceOf(UnusableTable.class)
                .hasMessageContaining("dates")
                .hasMessageContaining("--columns");
    }
}
