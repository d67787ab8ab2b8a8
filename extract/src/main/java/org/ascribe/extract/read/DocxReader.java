package org.ascribe.extract.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Word documents of today (DOCX): paragraphs with a blank line between, table rows as lines. */
final class DocxReader implements FormatReader {

    private static final int PARTS = 10_000;

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException, Unreadable {
        byte[] bytes = input.all(Limits.DOCUMENT_BYTES);
        if (bytes[0] != 'P') {
            throw oldOrLocked(bytes);
        }
        checkParts(bytes);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            String text = text(document);
            Draft draft = new Draft(input.place(), text);
            var properties = document.getProperties().getCoreProperties();
            draft.title = Stated.inText(properties.getTitle(), text);
            String author = Stated.inText(properties.getCreator(), text);
            if (author != null) {
                draft.authors.addAll(Fields.names(author));
            }
            draft.url = input.url();
            draft.source = input.place();
            return Reading.of(ReportMaker.make(draft, settings));
        }
    }

    private static String text(XWPFDocument document) throws IOException {
        BoundedText text = new BoundedText();
        for (IBodyElement element : document.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph
                    && !paragraph.getText().isBlank()) {
                text.line(paragraph.getText().strip(), "\n\n");
            } else if (element instanceof XWPFTable table) {
                String separator = "\n\n";
                for (XWPFTableRow row : table.getRows()) {
                    String cells = row.getTableCells().stream()
                            .map(XWPFTableCell::getText)
                            .collect(Collectors.joining(" | "));
                    text.line(cells, separator);
                    separator = "\n";
                }
            }
        }
        return text.toString();
    }

    /** Unpacks it once without keeping anything, so that a small file cannot turn into a large memory. */
    private static void checkParts(byte[] bytes) throws IOException, Unreadable {
        boolean isWord = false;
        long xml = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                isWord |= part.getName().equals("word/document.xml");
                boolean counts =
                        part.getName().endsWith(".xml") || part.getName().endsWith(".rels");
                long size = 0;
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    size += n;
                    xml += counts ? n : 0;
                    if (xml > Limits.UNPACKED_BYTES || size > 20L * Limits.UNPACKED_BYTES || parts > PARTS) {
                        throw new Unreadable(
                                "file-too-large",
                                "unpacked it is larger than %d MB, far more than a report's text; do not trust it, or save its text as .txt"
                                        .formatted(Limits.UNPACKED_BYTES >> 20));
                    }
                }
                parts++;
            }
        }
        if (!isWord) {
            throw new Unreadable(
                    "format-mismatch",
                    "it is a zip archive without a Word document in it; save the report as DOCX, or unpack the archive and give the files in it");
        }
    }

    private static Unreadable oldOrLocked(byte[] bytes) {
        try (InputStream in = new ByteArrayInputStream(bytes);
                POIFSFileSystem container = new POIFSFileSystem(in)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return new Unreadable(
                        "password-protected", "it opens only with a password; save a copy without one and give that");
            }
        } catch (IOException | RuntimeException damaged) {
            return new Unreadable(
                    "file-damaged", "it begins like an Office document but is damaged; save it again as DOCX");
        }
        return new Unreadable("format-unsupported", "it is an Office document of before 2007; save it as DOCX");
    }
}
