package org.ascribe.extract.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.ascribe.core.Furniture.Kind;
import org.ascribe.core.Genre;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

class DocumentFormatsTest {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>Blast kills seven in Herat - Example News</title>
            <meta charset="utf-8"><meta property="og:site_name" content="Example News">
            <meta property="article:published_time" content="2024-03-22T23:30:00+04:30">
            <link rel="canonical" href="https://example.org/herat">
            <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Blast kills seven in Herat",
              "author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Organization","name":"Example News"}]}]}</script>
            <style>p {color: red}</style></head>
            <body class="single has-sidebar comments-open">
            <header><a href="/">Example News</a><nav><ul><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
            <main><article class="post tag-herat share-enabled">
              <h1>Blast kills seven in Herat</h1>
              <p class="byline">By <a rel="author" href="/jd">Jane Doe</a></p><p><time datetime="2024-03-22">22 March 2024</time></p>
              <figure><img src="x.jpg"><figcaption>A mosque in Herat last year. Six people died there, too. Photo: Example</figcaption></figure>
              <div class="share-buttons"><button>Share on X</button></div>
              <p>A bomb exploded near a mosque in the city of <b>Herat</b> on Friday and killed at least seven people,
                 the&nbsp;police said.</p>
              <p>No group has claimed the attack, officials said,<br>and the police are looking for the driver of the car.</p>
              <p><a href="/other">Taliban attack kills nine in Kunduz</a></p>
              <blockquote><p>“We will find whoever did this, and we will bring him to a court of law,” the governor said.</p></blockquote>
              <div class="newsletter"><p>Sign up for our newsletter, and get the news, and more, every morning in your inbox.</p></div>
              <div class="author-bio"><p>Jane Doe is a reporter in Herat.</p></div>
            </article>
            <aside class="related"><h3>Related</h3><p>Gunmen killed four soldiers in Kunar on Tuesday, officials said, and fled to the hills.</p></aside>
            <section id="comments"><p>A reader: they should hang all of them, the Americans did this, everybody knows it, believe me.</p>
              <form><label>Name</label><input name="n"><button>Post Comment</button></form></section>
            </main>
            <footer><p>© 2024 Example News. All rights reserved.</p></footer>
            <div style="display:none">Hidden words</div></body></html>
            """;

    @TempDir
    Path folder;

    @Test
    void pageSaysWhatItIs() {
        Report report = Reads.one(folder, "a.html", PAGE);

        assertThat(report.title()).isEqualTo("Blast kills seven in Herat");
        assertThat(report.outlet()).isEqualTo("Example News");
        assertThat(report.authors()).containsExactly("Jane Doe");
        assertThat(report.published()).isEqualTo(LocalDate.of(2024, 3, 22));
        assertThat(report.url()).isEqualTo("https://example.org/herat");
        assertThat(report.genre()).isEqualTo(Genre.NEWS);
    }

    @Test
    void onlyTheArticleOfAPageIsLeftToBeCoded() {
        Report report = Reads.one(folder, "a.html", PAGE);

        assertThat(Reads.proper(report))
                .containsExactly(
                        "A bomb exploded near a mosque in the city of Herat on Friday and killed at least seven people, the\u00a0police said.",
                        "No group has claimed the attack, officials said,\nand the police are looking for the driver of the car.",
                        "“We will find whoever did this, and we will bring him to a court of law,” the governor said.");
        assertThat(report.text())
                .contains("they should hang")
                .doesNotContain("Hidden")
                .doesNotContain("color");
        assertThat(Reads.marked(report, Kind.TITLE)).containsExactly("Blast kills seven in Herat");
        assertThat(Reads.marked(report, Kind.CAPTION))
                .singleElement()
                .asString()
                .contains("Six people died");
        assertThat(Reads.marked(report, Kind.RELATED)).contains("Taliban attack kills nine in Kunduz");
        assertThat(Reads.marked(report, Kind.ABOUT_AUTHOR)).containsExactly("Jane Doe is a reporter in Herat.");
    }

    @Test
    void pageWithoutMetadataIsNamedByItsHeadingAndTitle() {
        Report report = Reads.one(
                folder,
                "a.html",
                "<title>Who gains from the war? &#8211; Example Network</title><h1>Who gains from the war?</h1><p>"
                        + Reads.WORDS
                        + "</p><div id=comments><h3>Leave a Reply</h3><form><p>All fields are to be filled in.</p></form></div>");

        assertThat(report.title()).isEqualTo("Who gains from the war?");
        assertThat(report.outlet()).isEqualTo("Example Network");
        assertThat(Reads.proper(report)).containsExactly(Reads.WORDS);
        assertThat(Reads.marked(report, Kind.COMMENT_FORM)).hasSize(1);
    }

    @Test
    void pageOfNothingButParagraphsIsAllArticle() {
        Report report = Reads.one(
                folder, "a.html", "<p>" + Reads.WORDS + "</p><div>Another sentence, of the same report.</div>");

        assertThat(Reads.proper(report)).containsExactly(Reads.WORDS, "Another sentence, of the same report.");
    }

    @Test
    void pageInItsDeclaredCharset() {
        String page =
                "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'></head><body><p>"
                        + Reads.WORDS + " It was signed “Иван”.</p></body></html>";

        assertThat(Reads.one(folder, "a.html", page.getBytes(Charset.forName("windows-1251")))
                        .text())
                .endsWith("“Иван”.");
    }

    @Test
    void pdfGivesItsText() throws IOException {
        Report report = Reads.one(
                folder,
                "a.pdf",
                pdf(
                        null,
                        List.of(
                                "Blast in Herat",
                                "",
                                "A bomb exploded near a mosque in Herat",
                                "and killed at least seven people.")));

        assertThat(report.text()).contains("A bomb exploded near a mosque in Herat\nand killed at least seven people.");
    }

    @Test
    void pdfWithoutTextSuggestsOcr() throws IOException {
        var skipped = Reads.reason(folder, "a.pdf", pdf(null, List.of()));

        assertThat(skipped.code()).isEqualTo("pdf-without-text");
        assertThat(skipped.why()).contains("OCR");
    }

    @Test
    void lockedPdfSaysThatItIsLocked() throws IOException {
        assertThat(Reads.reason(folder, "a.pdf", pdf("secret", List.of("A bomb exploded.")))
                        .code())
                .isEqualTo("password-protected");
    }

    @Test
    void wordDocumentGivesItsParagraphsAndTables() throws IOException {
        Report report = Reads.one(folder, "a.docx", docx());

        assertThat(report.text())
                .isEqualTo(
                        "Blast in Herat\n\n" + Reads.WORDS + "\n\nKilled | 7\nWounded | 12\n\nThe end of the report.");
        assertThat(report.title()).isEqualTo("Blast in Herat");
    }

    @Test
    void lockedWordDocumentSaysThatItIsLocked() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container)) {
                out.write(docx());
            }
            container.writeFilesystem(bytes);
        }

        assertThat(Reads.reason(folder, "a.docx", bytes.toByteArray()).code()).isEqualTo("password-protected");
    }

    @Test
    void mailGivesItsTextPart() {
        Report report = Reads.one(folder, "a.eml", """
                From: =?utf-8?q?Press_Office_=E2=80=93_Herat?= <press@example.org>
                To: someone@example.org
                Subject: Blast in =?utf-8?q?Her=C4=81t?=
                Date: Fri, 22 Mar 2024 23:30:00 +0430
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p>In HTML</p>
                --b
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                The caf=E9 was hit. %s
                --b--
                """.formatted(Reads.WORDS).replace("\n", "\r\n"));

        assertThat(report.title()).isEqualTo("Blast in Herāt");
        assertThat(report.authors()).containsExactly("Press Office – Herat");
        assertThat(report.published()).isEqualTo(LocalDate.of(2024, 3, 22));
        assertThat(report.text()).startsWith("The café was hit. A bomb exploded");
    }

    @Test
    void mailWithHtmlOnlyGivesItsVisibleText() {
        Report report = Reads.one(
                folder,
                "mail",
                "Return-Path: <a@example.org>\nDate: 22 Mar 2024 10:00:00 GMT\nSubject: Blast\n"
                        + "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><style>p{}</style><p>"
                        + Reads.WORDS + "</p></html>");

        assertThat(report.text()).isEqualTo(Reads.WORDS);
    }

    @Test
    void everyEntryOfAFeedIsAReport() {
        List<Outcome<Report>> rss = Reads.all(folder, "a.rss", """
                <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example News</title><link>https://example.org</link><description>d</description>
                <item><title>Blast</title><link>https://example.org/1</link><pubDate>Fri, 22 Mar 2024 10:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator>
                  <description>Short</description><content:encoded><![CDATA[<p>%s</p><p>Second.</p>]]></content:encoded></item>
                <item><title>Empty</title></item></channel></rss>
                """.formatted(Reads.WORDS));

        Report report = Reads.report(rss.getFirst());
        assertThat(report.text()).isEqualTo(Reads.WORDS + "\n\nSecond.");
        assertThat(report.title()).isEqualTo("Blast");
        assertThat(report.outlet()).isEqualTo("Example News");
        assertThat(report.authors()).containsExactly("Jane Doe");
        assertThat(report.published()).isEqualTo(LocalDate.of(2024, 3, 22));
        assertThat(report.url()).isEqualTo("https://example.org/1");
        assertThat(Reads.reason(rss.get(1)).code()).isEqualTo("no-text");
        assertThat(Reads.reason(rss.get(1)).where()).endsWith("a.rss, entry 2");
    }

    @Test
    void atomIsReadToo() {
        Report report = Reads.one(
                folder,
                "a.xml",
                "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Example</title>"
                        + "<id>urn:x</id><updated>2024-03-22T10:00:00Z</updated><entry><title>Blast</title><id>urn:y</id><updated>2024-03-22T10:00:00Z</updated>"
                        + "<content type='html'>&lt;p&gt;" + Reads.WORDS + "&lt;/p&gt;</content></entry></feed>");

        assertThat(report.text()).isEqualTo(Reads.WORDS);
        assertThat(report.published()).isEqualTo(LocalDate.of(2024, 3, 22));
    }

    @Test
    void everyPageOfAWebArchiveIsAReport() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(plain)) {
            writer.write(response(
                    "https://example.org/1",
                    200,
                    "text/html;charset=utf-8",
                    PAGE.getBytes(StandardCharsets.UTF_8),
                    Map.of()));
            writer.write(response(
                    "https://example.org/2",
                    404,
                    "text/html",
                    "<p>Not found</p>".getBytes(StandardCharsets.UTF_8),
                    Map.of()));
            writer.write(response("https://example.org/3", 200, "image/png", new byte[100], Map.of()));
            writer.write(response("https://example.org/4", 200, "text/plain", new byte[] {0, 1, 2}, Map.of()));
            writer.write(response(
                    "https://example.org/5",
                    200,
                    "text/html",
                    gzip(("<p>" + Reads.WORDS + "</p>").getBytes(StandardCharsets.UTF_8)),
                    Map.of("Content-Encoding", "gzip")));
        }
        for (byte[] archive : List.of(plain.toByteArray(), gzip(plain.toByteArray()))) {
            List<Outcome<Report>> outcomes = Reads.all(folder, "a.warc", archive);

            assertThat(outcomes).hasSize(3);
            assertThat(Reads.report(outcomes.getFirst()).title()).isEqualTo("Blast kills seven in Herat");
            assertThat(Reads.reason(outcomes.get(1)).where()).endsWith("a.warc, record 4 (https://example.org/4)");
            assertThat(Reads.report(outcomes.get(2)).text()).isEqualTo(Reads.WORDS);
            assertThat(Reads.report(outcomes.get(2)).url()).isEqualTo("https://example.org/5");
            assertThat(Reads.report(outcomes.get(2)).published()).isNull();
        }
    }

    @Test
    void archiveCutOffInTheMiddleGivesWhatCameBefore() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(plain)) {
            for (int i = 1; i <= 2; i++) {
                writer.write(response(
                        "https://example.org/" + i, 200, "text/html", PAGE.getBytes(StandardCharsets.UTF_8), Map.of()));
            }
        }
        byte[] cut = java.util.Arrays.copyOf(plain.toByteArray(), plain.size() - PAGE.length() / 2);

        List<Outcome<Report>> outcomes = Reads.all(folder, "a.warc", cut);

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Done.class);
        assertThat(Reads.reason(outcomes.getLast()).code()).isEqualTo("file-damaged");
    }

    private static WarcResponse response(String url, int status, String type, byte[] body, Map<String, String> headers)
            throws IOException {
        HttpResponse.Builder http = new HttpResponse.Builder(status, "x");
        headers.forEach(http::addHeader);
        return new WarcResponse.Builder(url)
                .date(Instant.parse("2025-01-01T00:00:00Z"))
                .body(
                        MediaType.HTTP_RESPONSE,
                        http.body(MediaType.parse(type), body).build())
                .build();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] pdf(@org.jspecify.annotations.Nullable String password, List<String> lines)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.setLeading(14);
                content.newLineAtOffset(72, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] docx() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Blast in Herat");
            document.createParagraph().createRun().setText(Reads.WORDS);
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Killed");
            table.getRow(0).getCell(1).setText("7");
            table.getRow(1).getCell(0).setText("Wounded");
            table.getRow(1).getCell(1).setText("12");
            document.createParagraph().createRun().setText("The end of the report.");
            document.write(bytes);
        }
        return bytes.toByteArray();
    }
}
