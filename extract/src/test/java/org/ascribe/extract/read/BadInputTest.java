package org.ascribe.extract.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    private static final int MB = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void emptyFile() {
        assertThat(Reads.reason(folder, "a.txt", "").code()).isEqualTo("file-empty");
        assertThat(Reads.reason(folder, "a.pdf", "").code()).isEqualTo("file-empty");
        assertThat(Reads.reason(folder, "b.txt", " \n\u00a0\n").code()).isEqualTo("no-text");
    }

    @Test
    void missingFile() {
        assertThat(Reads.reason(Reads.only(Reads.all(folder.resolve("none.txt"))))
                        .code())
                .isEqualTo("file-missing");
    }

    @Test
    void fileThatMayNotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), Reads.WORDS);
        assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "this user may read everything");

        assertThat(Reads.reason(Reads.only(Reads.all(file))).code()).isEqualTo("file-unreadable");
    }

    @Test
    void folderWithoutReports() throws IOException {
        Files.writeString(folder.resolve("README.md"), "nothing");

        assertThat(Reads.reason(Reads.only(Reads.all(folder))).code()).isEqualTo("folder-empty");
    }

    @Test
    void fileThatIsNotWhatItsNameSays() throws IOException {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

        assertThat(Reads.reason(folder, "a.pdf", Reads.WORDS).code()).isEqualTo("format-mismatch");
        assertThat(Reads.reason(folder, "a.docx", Reads.WORDS).code()).isEqualTo("format-mismatch");
        assertThat(Reads.reason(folder, "a.txt", picture).why()).contains("a picture, not plain text");
        assertThat(Reads.reason(folder, "b.txt", zip("notes.csv", new byte[10])).why())
                .contains("zip archive");
        assertThat(Reads.reason(folder, "b.docx", zip("notes.csv", new byte[10]))
                        .code())
                .isEqualTo("format-mismatch");
        assertThat(Reads.reason(folder, "a.xml", "<?xml version='1.0'?><data/>").code())
                .isEqualTo("format-mismatch");
    }

    @Test
    void pageNamedPdfIsReadAsThePageItIs() {
        assertThat(Reads.one(folder, "a.pdf", "<!DOCTYPE html><html><body><p>" + Reads.WORDS + "</p></body></html>")
                        .text())
                .isEqualTo(Reads.WORDS);
    }

    @Test
    void brokenUtf8() {
        byte[] bytes =
                ("Line one.\nThe “governor” said that the attack " + Reads.WORDS).getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length);
        cut[15] = 'x'; // the second byte of the opening quotation mark

        var skipped = Reads.reason(folder, "a.txt", cut);
        assertThat(skipped.code()).isEqualTo("encoding-unreadable");
        assertThat(skipped.why()).contains("line 2").contains("UTF-8");
        assertThat(Reads.reason(folder, "a.csv", concat("text\n", cut)).code()).isEqualTo("encoding-unreadable");
    }

    @Test
    void brokenUtf8InOneLineLeavesTheOthers() {
        byte[] good = ("{\"text\":\"" + Reads.WORDS + "\"}\n").getBytes(StandardCharsets.UTF_8);
        byte[] bad = "{\"text\":\"“x”\"}\n".getBytes(StandardCharsets.UTF_8);
        bad[10] = 'x';
        byte[] all = new byte[good.length * 2 + bad.length];
        System.arraycopy(good, 0, all, 0, good.length);
        System.arraycopy(bad, 0, all, good.length, bad.length);
        System.arraycopy(good, 0, all, good.length + bad.length, good.length);

        List<Outcome<Report>> outcomes = Reads.all(folder, "a.jsonl", all);

        assertThat(outcomes).hasSize(3);
        assertThat(Reads.reason(outcomes.get(1)).code()).isEqualTo("encoding-unreadable");
    }

    @ParameterizedTest
    @CsvSource({"jsonl,line-too-long", "csv,report-too-long"})
    void lineOfFiftyMegabytesLeavesTheOthers(String extension, String code) throws IOException {
        boolean json = extension.equals("jsonl");
        String row = json ? "{\"text\":\"" + Reads.WORDS + "\"}\n" : "\"" + Reads.WORDS + "\"\n";
        Path file = folder.resolve("a." + extension);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(((json ? "" : "text\n") + row + (json ? "{\"text\":\"" : "\"")).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50; i++) {
                out.write("word ".repeat(MB / 5).getBytes(StandardCharsets.UTF_8));
            }
            out.write(((json ? "\"}\n" : "\"\n") + row).getBytes(StandardCharsets.UTF_8));
        }

        List<Outcome<Report>> outcomes = Reads.all(file);

        assertThat(outcomes).hasSize(3);
        assertThat(Reads.reason(outcomes.get(1)).code()).isEqualTo(code);
        assertThat(Reads.report(outcomes.get(2)).text()).isEqualTo(Reads.WORDS);
    }

    @Test
    void rowThatEndsBeforeItsTextIsNoReport() {
        List<Outcome<Report>> outcomes = Reads.all(
                folder, "short.csv", "docid,text\nr1,\"" + Reads.WORDS + "\"\nr2\nr3,\"" + Reads.WORDS + "\"\n");
        assertThat(outcomes).hasSize(3);
        assertThat(Reads.reason(outcomes.get(1)).code()).isEqualTo("no-text");
        assertThat(Reads.report(outcomes.get(2)).docid()).isEqualTo("r3");
    }

    @Test
    void reasonsNameNoClassAndNoCode() {
        String deep =
                Reads.reason(folder, "deep.rss", "<rss>" + "<a>".repeat(10_000)).why();
        assertThat(deep).doesNotContain("JAXP").contains("depth");
        String type = Reads.reason(
                        folder,
                        "type.rss",
                        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x 'y'>]><rss version='2.0'><channel></channel></rss>")
                .why();
        assertThat(type).contains("DOCTYPE, which may name files");
    }

    @Test
    void textThatIsNoWordsIsShownAsFound() {
        assertThat(Reads.reason(folder, "list.jsonl", "{\"text\": [1]}\n").why())
                .startsWith("\"text\" is [1], expected");
        assertThat(Reads.reason(folder, "deep.jsonl", "{\"text\": " + "[".repeat(9_000) + "]".repeat(9_000) + "}\n")
                        .why())
                .contains("nested deeper");
    }

    @Test
    void plainTextOfFiftyMegabytes() {
        byte[] line = "word ".repeat(10 * MB).getBytes(StandardCharsets.UTF_8);

        assertThat(Reads.reason(folder, "a.txt", line).code()).isEqualTo("file-too-large");
        assertThat(Reads.reason(folder, "b.txt", Arrays.copyOf(line, 3 * MB)).code())
                .isEqualTo("report-too-long");
    }

    @Test
    void pageNestedTenThousandDeep() {
        String page = "<html><body>" + "<div>".repeat(10_000) + "<p>" + Reads.WORDS + "</p>" + "</div>".repeat(10_000)
                + "</body></html>";

        assertThat(Reads.one(folder, "a.html", page).text()).contains("killed at least seven people");
    }

    @Test
    void inlineElementsAndFeedsNestedTenThousandDeep() {
        String spans = "<html><body>" + "<b><i><span>".repeat(10_000) + Reads.WORDS + "</body></html>";
        String feed = "<rss version='2.0'><channel><title>x</title>" + "<item>".repeat(10_000) + "</channel></rss>";

        assertThat(Reads.one(folder, "a.html", spans).text()).contains("killed at least seven people");
        assertThat(Reads.reason(folder, "a.rss", feed).code()).isIn("feed-malformed", "file-damaged");
        assertThat(Reads.reason(folder, "a.jsonl", "{\"text\":" + "[".repeat(10_000))
                        .code())
                .isEqualTo("line-malformed");
    }

    @Test
    void feedThatPointsToFilesOfThisMachine() {
        String feed =
                "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss version='2.0'><channel>"
                        + "<title>x</title><item><description>&x; " + Reads.WORDS
                        + "</description></item></channel></rss>";

        assertThat(Reads.reason(folder, "a.rss", feed).code()).isEqualTo("feed-malformed");
    }

    @Test
    void smallArchiveThatUnpacksToTooMuch() throws IOException {
        var skipped = Reads.reason(folder, "a.docx", zip("word/document.xml", new byte[60 * MB]));

        assertThat(skipped.code()).isEqualTo("file-too-large");
    }

    @Test
    void damagedDocuments() throws IOException {
        assertThat(Reads.reason(folder, "a.docx", zip("word/document.xml", "<broken".getBytes(StandardCharsets.UTF_8)))
                        .code())
                .isEqualTo("file-damaged");
        assertThat(Reads.reason(folder, "a.pdf", "%PDF-1.7\nnothing else").code())
                .isEqualTo("file-damaged");
        assertThat(Reads.reason(folder, "a.warc", "WARC/1.0\r\nnonsense").code())
                .isEqualTo("file-damaged");
        assertThat(Reads.reason(folder, "a.txt.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0})
                        .code())
                .isEqualTo("file-damaged");
        assertThat(Reads.reason(folder, "old.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2})
                        .code())
                .isEqualTo("file-damaged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russian|Взрыв прогремел в центре города вечером в пятницу, погибли семь человек, сообщили власти провинции.",
                "Persian|در پی انفجاری در مرکز شهر هرات هفت نفر کشته شدند، پلیس گفت که هیچ گروهی مسئولیت آن را نپذیرفته است.",
                "Pashto|د هرات په ښار کې په یوه چاودنه کې اووه کسان وژل شوي دي او پولیسو ویلي چې پلټنې یې پیل کړې دي.",
                "Arabic|قتل سبعة أشخاص في انفجار وسط المدينة يوم الجمعة وقالت الشرطة إن أحدا لم يعلن مسؤوليته عن الهجوم.",
                "Spanish|Una bomba estalló cerca de una mezquita en la ciudad de Herat el viernes y mató al menos a siete personas, según la policía de la provincia.",
                "French|Une bombe a explosé près d'une mosquée dans la ville de Hérat vendredi et a tué au moins sept personnes, selon la police de la province.",
                "German|Eine Bombe explodierte am Freitag in der Nähe einer Moschee in der Stadt Herat und tötete nach Angaben der Polizei mindestens sieben Menschen."
            })
    void otherLanguagesAreNamed(String language, String text) {
        var skipped = Reads.reason(folder, "a.txt", text);

        assertThat(skipped.code()).isEqualTo("language-unsupported");
        assertThat(skipped.why()).contains(language);
    }

    @Test
    void englishWithForeignNamesAndQuotesIsEnglish() {
        String text =
                "The Jamaat-ul-Ahrar spokesman, Ehsanullah Ehsan (احسان الله احسان), said that the group was behind the blast at "
                        + "the Lal Shahbaz Qalandar shrine; \"el pueblo unido\" was painted on a wall.";

        assertThat(Reads.one(folder, "a.txt", text).language()).isEqualTo("en");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] concat(String first, byte[] second) {
        byte[] head = first.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + second.length);
        System.arraycopy(second, 0, all, head.length, second.length);
        return all;
    }
}
