package org.ascribe.extract.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Lines: one object a line with {@code text} and, if known, the fields of a report. A bad line ends with itself. */
final class JsonLinesReader implements FormatReader {

    /** Refuses what is nested deeper or longer than any report; safe to share. */
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Limits.LINE_BYTES)
                            .maxNestingDepth(200)
                            .build())
                    .build())
            .build();

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException {
        InputStream in = input.open();
        return new Reading() {
            private int number = 0;

            @Override
            public @Nullable Outcome<Report> next() throws IOException {
                while (true) {
                    BoundedLine line = BoundedLine.read(in, Limits.LINE_BYTES);
                    if (line == null) {
                        return null;
                    }
                    number++;
                    String place = input.place() + ", line " + number;
                    try {
                        if (line.isCut()) {
                            throw new Unreadable(
                                    "line-too-long",
                                    "the line is longer than %d MB, the most that is read of one; split the text in it"
                                            .formatted(Limits.LINE_BYTES >> 20));
                        }
                        String json = TextDecoder.decode(line.bytes(), "UTF-8");
                        if (!json.isBlank()) {
                            return report(place, json, settings);
                        }
                    } catch (Unreadable bad) {
                        return new Outcome.Skipped<>(bad.code(), place, bad.why());
                    }
                }
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private static Outcome<Report> report(String place, String json, ReadSettings settings) throws Unreadable {
        JsonNode row;
        try {
            row = JSON.readTree(json);
        } catch (StreamConstraintsException tooMuch) {
            throw new Unreadable(
                    "line-malformed",
                    "found \"%s\", which is nested deeper or longer than any report, expected one object such as {\"text\": \"...\"} on the line; correct the line, or leave it out"
                            .formatted(Fields.shorten(json)));
        } catch (JacksonException broken) {
            TokenStreamLocation at = broken.getLocation();
            throw new Unreadable(
                    "line-malformed",
                    "it is not valid JSON at column %d, found \"%s\", expected one object such as {\"text\": \"...\"} on the line; correct the line"
                            .formatted(at == null ? 1 : at.getColumnNr(), Fields.shorten(json)));
        }
        if (!row.isObject()) {
            throw new Unreadable(
                    "line-malformed",
                    "found \"%s\", expected one object such as {\"text\": \"...\"} on the line; write one report a line"
                            .formatted(Fields.shorten(json)));
        }
        String text = string(row, "text");
        if (text == null) {
            JsonNode found = row.get("text");
            throw new Unreadable(
                    "no-text",
                    found == null || found.isNull()
                            ? "it has no \"text\"; add the report's words under that name"
                            : "\"text\" is %s, expected the report's words in quotes; correct the line"
                                    .formatted(Fields.shorten(found.toString())));
        }
        Draft draft = new Draft(place, text);
        draft.docid = string(row, "docid") == null ? string(row, "id") : string(row, "docid");
        draft.title = Draft.orNull(string(row, "title"));
        draft.outlet = Draft.orNull(string(row, "outlet"));
        draft.authors.addAll(authors(row));
        draft.published = Fields.date("published", string(row, "published"), settings);
        draft.genre = Fields.genre(string(row, "genre"));
        draft.language = Draft.orNull(string(row, "language"));
        draft.url = Draft.orNull(string(row, "url"));
        String source = Draft.orNull(string(row, "source"));
        draft.source = source == null ? place : source;
        return ReportMaker.make(draft, settings);
    }

    private static List<String> authors(JsonNode row) {
        JsonNode given = row.get("authors");
        if (given == null || !given.isArray()) {
            return Fields.names(string(row, "authors"));
        }
        List<String> names = new ArrayList<>();
        given.forEach(name -> names.addAll(Fields.names(name.asString(""))));
        return names;
    }

    private static @Nullable String string(JsonNode row, String field) {
        JsonNode value = row.get(field);
        return value == null || value.isNull() || value.isContainer() ? null : value.asString();
    }
}
