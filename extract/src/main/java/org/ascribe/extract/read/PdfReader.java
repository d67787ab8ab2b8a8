package org.ascribe.extract.read;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** PDF with a text layer. */
final class PdfReader implements FormatReader {

    private static final int LETTERS_OF_A_STAMP = 25;

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException, Unreadable {
        try (PDDocument document = Loader.loadPDF(input.all(Limits.DOCUMENT_BYTES))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n");
            BoundedText bounded = new BoundedText();
            stripper.writeText(document, bounded);
            String text = bounded.toString();
            if (text.codePoints()
                            .filter(Character::isLetter)
                            .limit(LETTERS_OF_A_STAMP)
                            .count()
                    < LETTERS_OF_A_STAMP) {
                throw new Unreadable(
                        "pdf-without-text",
                        "%s no text, as in a scan; run OCR on it first, for example with ocrmypdf"
                                .formatted(
                                        document.getNumberOfPages() == 1
                                                ? "its one page holds"
                                                : "its %d pages hold".formatted(document.getNumberOfPages())));
            }
            Draft draft = new Draft(input.place(), text);
            PDDocumentInformation info = document.getDocumentInformation();
            draft.title = Stated.inText(info.getTitle(), text);
            String author = Stated.inText(info.getAuthor(), text);
            if (author != null) {
                draft.authors.addAll(Fields.names(author));
            }
            draft.url = input.url();
            draft.source = input.place();
            return Reading.of(ReportMaker.make(draft, settings));
        } catch (InvalidPasswordException locked) {
            throw new Unreadable(
                    "password-protected", "it opens only with a password; save a copy without one and give that");
        }
    }
}
