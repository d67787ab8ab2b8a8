package org.ascribe.extract.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.jspecify.annotations.Nullable;

/** What a format says of itself, gathered while reading; {@link ReportMaker} makes the report. For one thread. */
final class Draft {

    /** A part of the text, in UTF-16 units, that is not the report proper. */
    record Piece(int start, int end, Furniture.Kind kind) {}

    final String place;
    final String text;
    final List<String> authors = new ArrayList<>();
    final List<Piece> furniture = new ArrayList<>();

    @Nullable
    String docid;

    @Nullable
    String title;

    @Nullable
    String outlet;

    @Nullable
    LocalDate published;

    @Nullable
    String language;

    @Nullable
    Genre genre;

    @Nullable
    String url;

    @Nullable
    String source;

    Draft(String place, String text) {
        this.place = place;
        this.text = text;
    }

    /** The value without surrounding white space, null if nothing is left. */
    static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
