package org.ascribe.extract.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.jspecify.annotations.Nullable;

/** A table with a text column: every row is a report. Columns are found by name, in any order and spelling of case. */
final class CsvReportReader implements FormatReader {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "text",
                    List.of(
                            "text",
                            "fulltext",
                            "articletext",
                            "body",
                            "content",
                            "narrative",
                            "notes",
                            "note",
                            "description",
                            "summary"),
            "title", List.of("title", "headline", "subject"),
            "published",
                    List.of(
                            "published",
                            "publishedat",
                            "publicationdate",
                            "publishdate",
                            "pubdate",
                            "date",
                            "sourcedate"),
            "outlet", List.of("outlet", "publisher", "newspaper", "medium", "source"),
            "url", List.of("url", "link", "sourceurl"),
            "docid", List.of("docid", "id", "reportid", "articleid", "eventidcnty", "dataid"),
            "authors", List.of("authors", "author", "byline"),
            "language", List.of("language", "lang"),
            "genre", List.of("genre"),
            "source", List.of("source"));

    @Override
    public Reading read(Input input, ReadSettings settings) throws IOException, Unreadable {
        Charset charset = TextDecoder.charsetOf(input);
        char separator = separator(new String(input.head(Format.HEAD_BYTES), charset));
        Reader characters =
                new BoundedFields(new InputStreamReader(input.open(), charset), separator, Limits.TEXT_CHARS + 100);
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(false)
                .ofCsvRecord(characters);
        Iterator<CsvRecord> rows = csv.iterator();
        if (!rows.hasNext()) {
            csv.close();
            throw new Unreadable("file-empty", "it has no header line; name the columns in the first line");
        }
        List<String> header = rows.next().getFields();
        Map<String, Integer> columns;
        try {
            columns = columns(header);
        } catch (Unreadable bad) {
            csv.close();
            throw bad;
        }
        return new Reading() {
            @Override
            public @Nullable Outcome<Report> next() throws Unreadable {
                try {
                    if (!rows.hasNext()) {
                        return null;
                    }
                    CsvRecord row = rows.next();
                    String place = "%s, line %d".formatted(input.place(), row.getStartingLineNumber());
                    try {
                        return report(place, row, columns, settings);
                    } catch (Unreadable bad) {
                        return Trouble.skipped(place, bad);
                    }
                } catch (CsvParseException broken) {
                    throw new Unreadable(
                            "table-malformed",
                            "its quotes do not pair up (%s), and the rows from there on cannot be told apart; correct the quotes there"
                                    .formatted(Fields.shorten(String.valueOf(broken.getMessage()))));
                }
            }

            @Override
            public void close() throws IOException {
                csv.close();
            }
        };
    }

    private static Outcome<Report> report(
            String place, CsvRecord row, Map<String, Integer> columns, ReadSettings settings) throws Unreadable {
        String text = field(row, columns, "text");
        if (text == null) {
            throw new Unreadable(
                    "no-text",
                    "the row ends before its text, it has %d of the columns; add the text, or leave the row out"
                            .formatted(row.getFieldCount()));
        }
        Draft draft = new Draft(place, text);
        draft.docid = Draft.orNull(field(row, columns, "docid"));
        draft.title = Draft.orNull(field(row, columns, "title"));
        draft.outlet = Draft.orNull(field(row, columns, "outlet"));
        draft.authors.addAll(Fields.names(field(row, columns, "authors")));
        draft.published = Fields.date("published", field(row, columns, "published"), settings);
        draft.language = Draft.orNull(field(row, columns, "language"));
        draft.genre = Fields.genre(field(row, columns, "genre"));
        draft.url = Draft.orNull(field(row, columns, "url"));
        String source = Draft.orNull(field(row, columns, "source"));
        draft.source = source == null ? place : source;
        return ReportMaker.make(draft, settings);
    }

    private static @Nullable String field(CsvRecord row, Map<String, Integer> columns, String name) {
        Integer column = columns.get(name);
        return column == null || column >= row.getFieldCount() ? null : row.getField(column);
    }

    private static Map<String, Integer> columns(List<String> header) throws Unreadable {
        List<String> names = header.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", ""))
                .toList();
        Map<String, Integer> columns = new LinkedHashMap<>();
        COLUMNS.forEach((field, spellings) -> spellings.stream()
                .filter(names::contains)
                .findFirst()
                .ifPresent(spelling -> columns.put(field, names.indexOf(spelling))));
        if (columns.containsKey("outlet") && columns.get("outlet").equals(columns.get("source"))) {
            columns.remove("source");
        }
        if (!columns.containsKey("text")) {
            throw new Unreadable(
                    "column-missing",
                    "none of its columns (%s) holds the reports' words by its name; name that column \"text\""
                            .formatted(Fields.shorten(header.stream()
                                    .map(name -> "\"" + name + "\"")
                                    .collect(Collectors.joining(", ")))));
        }
        return columns;
    }

    /** The most frequent of the usual separators in the first line. */
    private static char separator(String head) {
        String line = head.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            long count = line.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }
}
