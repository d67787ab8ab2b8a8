package org.ascribe.core;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One published text. Its text never changes; what is not the report proper is marked, not cut.
 *
 * @param docid as given in the input, else null
 * @param language ISO 639-1, lower case
 * @param source where the facts of a sample report are documented, or where the file was found; null if unknown
 * @param text exactly as first read; not blank
 * @param furniture sorted by passage, none overlapping
 */
public record Report(
        ReportId id,
        @Nullable String docid,
        @Nullable String title,
        @Nullable String outlet,
        List<String> authors,
        @Nullable LocalDate published,
        String language,
        Genre genre,
        @Nullable String url,
        @Nullable String source,
        String text,
        List<Furniture> furniture) {

    public Report {
        authors = List.copyOf(authors);
        furniture = furniture.stream()
                .sorted((a, b) -> a.passage().compareTo(b.passage()))
                .toList();
        int length = text.codePointCount(0, text.length());
        if (text.isBlank()) {
            throw new IllegalArgumentException("a report has words, got a blank text");
        }
        int free = 0;
        for (Furniture piece : furniture) {
            if (piece.passage().start() < free || piece.passage().end() > length) {
                throw new IllegalArgumentException("furniture overlaps or lies outside the text: " + piece);
            }
            free = piece.passage().end();
        }
    }

    /** The id of a report with these words: the same text of two outlets makes two reports. */
    public static ReportId idOf(
            @Nullable String docid,
            @Nullable String title,
            @Nullable String outlet,
            @Nullable LocalDate published,
            @Nullable String url,
            String text) {
        return new ReportId("r-" + ContentHash.of(docid, title, outlet, published, url, text));
    }

    /** Whether any part of the passage lies in furniture. */
    public boolean isFurniture(Passage passage) {
        return furniture.stream().anyMatch(piece -> piece.passage().overlaps(passage));
    }
}
