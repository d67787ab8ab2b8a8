package org.ascribe.extract.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.Outcome;
import org.ascribe.core.Passage;
import org.ascribe.core.Report;

/** The last part of reading, the same for every format: checks the text, marks furniture, fills in what the text itself states. */
final class ReportMaker {

    private ReportMaker() {}

    static Outcome<Report> make(Draft draft, ReadSettings settings) {
        String text = draft.text;
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return skipped(
                    draft, "no-text", "there is no text in it; leave it out, or give the document that has the words");
        }
        if (text.length() > Limits.TEXT_CHARS) {
            return skipped(
                    draft,
                    "report-too-long",
                    "its text has %,d characters, the most for one report is %,d; split it into reports"
                            .formatted(text.length(), Limits.TEXT_CHARS));
        }
        LanguageGuess language = LanguageGuess.of(text, draft.language);
        if (!language.isEnglish()) {
            return skipped(
                    draft,
                    "language-unsupported",
                    "its text looks like %s and only English is read so far; leave it out, or give a translation"
                            .formatted(language.name()));
        }
        FurnitureFinder.Found found = FurnitureFinder.find(draft);
        String title = draft.title == null ? found.title() : draft.title;
        List<String> authors = draft.authors.isEmpty() ? found.authors() : draft.authors;
        var published = draft.published != null
                ? draft.published
                : found.published() != null ? found.published() : settings.published();
        Genre genre = draft.genre == null ? GenreGuess.of(draft, title, found) : draft.genre;
        return new Outcome.Done<>(new Report(
                Report.idOf(draft.docid, title, draft.outlet, published, draft.url, text),
                draft.docid,
                title,
                draft.outlet,
                authors,
                published,
                "en",
                genre,
                draft.url,
                draft.source,
                text,
                inCodePoints(text, found.pieces())));
    }

    private static Outcome<Report> skipped(Draft draft, String code, String why) {
        return new Outcome.Skipped<>(code, draft.place, why);
    }

    private static List<Furniture> inCodePoints(String text, List<Draft.Piece> pieces) {
        List<Furniture> furniture = new ArrayList<>();
        int unit = 0;
        int point = 0;
        for (Draft.Piece piece : pieces.stream()
                .sorted(Comparator.comparingInt(Draft.Piece::start))
                .toList()) {
            int start = point + text.codePointCount(unit, piece.start());
            int end = start + text.codePointCount(piece.start(), piece.end());
            unit = piece.end();
            point = end;
            furniture.add(new Furniture(new Passage(start, end), piece.kind()));
        }
        return furniture;
    }
}
