package org.ascribe.extract.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.ascribe.core.Genre;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportReaderTest {

    @TempDir
    Path folder;

    @Test
    void plainTextIsKeptToTheLetter() {
        String text =
                "\u00a0 A blast hit Herat.\r\n\r\nSeven people were killed \ud83d\ude22 in it, “police” said.\t\r\n";

        assertThat(Reads.one(folder, "a.txt", "\uFEFF" + text).text()).isEqualTo(text);
        assertThat(Reads.one(folder, "b.txt", text).text()).isEqualTo(text);
        assertThat(Reads.one(folder, "c.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void oldWindowsTextIsReadAsSuch() {
        String text =
                "The mayor’s car was hit in the café district, “a cowardly act”, the governor of the province said.";

        assertThat(Reads.one(folder, "a.txt", text.getBytes(Charset.forName("windows-1252")))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void frontMatterSaysWhatTheReportIs() {
        Report report = Reads.one(
                folder,
                "a.txt",
                "---\ntitle: \"Blast in Herat: seven dead\"\noutlet: Example News\nauthors: Jane Doe; John Roe\npublished: 2024-03-22\n"
                        + "url: https://example.org/a\ngenre: analysis\nlanguage: en\nsource: https://example.org/facts\n---\n\n"
                        + Reads.WORDS + "\n");

        assertThat(report.title()).isEqualTo("Blast in Herat: seven dead");
        assertThat(report.outlet()).isEqualTo("Example News");
        assertThat(report.authors()).containsExactly("Jane Doe", "John Roe");
        assertThat(report.published()).isEqualTo(LocalDate.of(2024, 3, 22));
        assertThat(report.url()).isEqualTo("https://example.org/a");
        assertThat(report.genre()).isEqualTo(Genre.ANALYSIS);
        assertThat(report.source()).isEqualTo("https://example.org/facts");
        assertThat(report.text()).isEqualTo(Reads.WORDS + "\n");
    }

    @Test
    void aRuleOfHyphensIsNotFrontMatter() {
        String text =
                "---\nA bomb went off in the centre of the city, and the police said that it was an accident.\n---\n";

        assertThat(Reads.one(folder, "a.txt", text).text()).isEqualTo(text);
    }

    @Test
    void unreadableDateIsQuotedWithItsLine() {
        var skipped = Reads.reason(folder, "a.txt", "---\ntitle: X\npublished: 12/3/21\n---\n\n" + Reads.WORDS);

        assertThat(skipped.code()).isEqualTo("date-unreadable");
        assertThat(skipped.why()).contains("line 3").contains("\"12/3/21\"").contains("2021-03-12");
    }

    @Test
    void givenDayFillsOnlyWhatTheReportLeavesOpen() {
        Path undated = Reads.write(folder, "a.txt", Reads.WORDS.getBytes(StandardCharsets.UTF_8));
        Path dated = Reads.write(
                folder,
                "b.txt",
                ("---\npublished: 2024-03-22\n---\n\n" + Reads.WORDS).getBytes(StandardCharsets.UTF_8));
        ReadSettings settings = new ReadSettings(LocalDate.of(2024, 4, 5));

        assertThat(Reads.report(new ReportReader()
                                .read(undated, settings)
                                .findFirst()
                                .orElseThrow())
                        .published())
                .isEqualTo(LocalDate.of(2024, 4, 5));
        assertThat(Reads.report(new ReportReader()
                                .read(dated, settings)
                                .findFirst()
                                .orElseThrow())
                        .published())
                .isEqualTo(LocalDate.of(2024, 3, 22));
        assertThat(Reads.report(Reads.only(Reads.all(undated))).published()).isNull();
    }

    @Test
    void folderIsReadInTheOrderOfItsPaths() throws IOException {
        Files.createDirectories(folder.resolve("b/deep"));
        for (String name : List.of("c.txt", "a.txt", "b/two.txt", "b/deep/one.txt")) {
            Files.writeString(folder.resolve(name), Reads.WORDS);
        }
        for (String name : List.of("README.md", "LICENSE", "facts.tsv", ".hidden.txt", "map.png", "b/README.txt")) {
            Files.writeString(folder.resolve(name), "no report");
        }
        ReportReader reader = new ReportReader();

        List<Outcome<Report>> outcomes =
                reader.read(folder, ReadSettings.DEFAULT).toList();

        assertThat(outcomes)
                .extracting(outcome -> folder.relativize(
                        Path.of(String.valueOf(Reads.report(outcome).source()))))
                .containsExactly(Path.of("a.txt"), Path.of("b/deep/one.txt"), Path.of("b/two.txt"), Path.of("c.txt"));
        assertThat(reader.ignored()).isEqualTo(6);
    }

    @Test
    void oneBadFileDoesNotStopAFolder() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "");
        Files.writeString(folder.resolve("b.txt"), Reads.WORDS);
        Files.write(folder.resolve("c.pdf"), new byte[] {'%', 'P', 'D', 'F', '-', 0, 1, 2});
        Files.writeString(folder.resolve("d.txt"), Reads.WORDS);

        assertThat(Reads.all(folder))
                .extracting(outcome -> outcome instanceof Outcome.Done)
                .containsExactly(false, true, false, true);
    }

    @Test
    void jsonLinesCarryTheirFields() {
        Report report = Reads.one(
                folder,
                "a.jsonl",
                "{\"docid\":\"D-1\",\"title\":\"Blast\",\"outlet\":\"Example\",\"authors\":[\"Jane Doe\"],\"published\":\"2024-03-22T10:00:00Z\","
                        + "\"url\":\"https://example.org/1\",\"genre\":\"press-release\",\"text\":\"" + Reads.WORDS
                        + "\"}\n\n");

        assertThat(report.docid()).isEqualTo("D-1");
        assertThat(report.authors()).containsExactly("Jane Doe");
        assertThat(report.published()).isEqualTo(LocalDate.of(2024, 3, 22));
        assertThat(report.genre()).isEqualTo(Genre.PRESS_RELEASE);
        assertThat(report.text()).isEqualTo(Reads.WORDS);
    }

    @Test
    void badLineOfJsonLinesIsNamedAndTheOthersAreRead() {
        String good = "{\"text\":\"" + Reads.WORDS + "\"}\n";
        List<Outcome<Report>> outcomes = Reads.all(
                folder,
                "a.jsonl",
                good + "{\"text\": \"cut off\n" + "[1, 2]\n" + "{\"title\":\"no words\"}\n"
                        + "{\"published\":\"12/3/21\",\"text\":\"" + Reads.WORDS + "\"}\n" + good);

        assertThat(outcomes).hasSize(6);
        assertThat(outcomes.subList(1, 5))
                .extracting(outcome -> Reads.reason(outcome).code())
                .containsExactly("line-malformed", "line-malformed", "no-text", "date-unreadable");
        assertThat(Reads.reason(outcomes.get(4)).where()).endsWith("a.jsonl, line 5");
        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Done.class);
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void tableIsReadByTheNamesOfItsColumns() {
        Report report = Reads.one(
                folder,
                "a.csv",
                "\uFEFFID;Headline;Date;Publisher;Source;Body\n7;\"Blast; many dead\";2024-03-22;Example;field office;\""
                        + Reads.WORDS + "\nSecond line.\"\n");

        assertThat(report.docid()).isEqualTo("7");
        assertThat(report.title()).isEqualTo("Blast; many dead");
        assertThat(report.outlet()).isEqualTo("Example");
        assertThat(report.source()).isEqualTo("field office");
        assertThat(report.published()).isEqualTo(LocalDate.of(2024, 3, 22));
        assertThat(report.text()).isEqualTo(Reads.WORDS + "\nSecond line.");
    }

    @Test
    void tableWithoutATextColumnSaysWhichColumnsItHas() {
        var skipped = Reads.reason(folder, "a.csv", "id,actor1,actor2\n1,a,b\n");

        assertThat(skipped.code()).isEqualTo("column-missing");
        assertThat(skipped.why()).contains("\"actor1\"").contains("\"text\"");
    }

    @Test
    void badRowsOfATableAreNamedAndTheOthersAreRead() {
        List<Outcome<Report>> outcomes = Reads.all(
                folder,
                "a.csv",
                "text,date\n\"" + Reads.WORDS + "\",2024-03-22\n\"" + Reads.WORDS + "\",soon\n,2024-03-22\n\""
                        + Reads.WORDS + "\",\n");

        assertThat(outcomes).hasSize(4);
        assertThat(Reads.reason(outcomes.get(1)).code()).isEqualTo("date-unreadable");
        assertThat(Reads.reason(outcomes.get(1)).where()).endsWith("line 3");
        assertThat(Reads.reason(outcomes.get(2)).code()).isEqualTo("no-text");
        assertThat(Reads.report(outcomes.get(3)).published()).isNull();
    }

    @Test
    void packedFilesAreUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("{\"text\":\"" + Reads.WORDS + "\"}").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Reads.one(folder, "a.jsonl.gz", packed.toByteArray()).text()).isEqualTo(Reads.WORDS);
    }

    @Test
    void sameReportHasTheSameIdInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Report first = Reads.one(folder, "A.TXT", "By IBRAHIM ISIK\n\n" + Reads.WORDS);
            for (String tag : List.of("tr", "ar-SA-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Reads.one(folder, "A.TXT", "By IBRAHIM ISIK\n\n" + Reads.WORDS))
                        .isEqualTo(first);
                assertThat(Reads.reason(folder, "empty.txt", "").why()).isNotBlank();
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
