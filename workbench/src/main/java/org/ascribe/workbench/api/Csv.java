package org.ascribe.workbench.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascribe.workbench.api.Answers.AssertionView;
import org.ascribe.workbench.api.Answers.IncidentRow;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV after RFC 4180: UTF-8, a header line, unknown is empty. A text cell that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
final class Csv {

    private record Column<T>(String name, Function<T, @Nullable Object> value) {}

    private static final List<Column<IncidentRow>> INCIDENTS = List.of(
            new Column<>("label", IncidentRow::label),
            new Column<>("id", IncidentRow::id),
            new Column<>("summary", IncidentRow::summary),
            new Column<>("type", IncidentRow::type),
            new Column<>("status", IncidentRow::status),
            new Column<>(
                    "date_from", row -> row.when() == null ? null : row.when().from()),
            new Column<>(
                    "date_to", row -> row.when() == null ? null : row.when().to()),
            new Column<>(
                    "date_precision",
                    row -> row.when() == null ? null : row.when().precision()),
            new Column<>(
                    "date_yearless",
                    row -> row.when() == null ? null : row.when().yearless()),
            new Column<>(
                    "place", row -> row.where() == null ? null : row.where().name()),
            new Column<>(
                    "country", row -> row.where() == null ? null : row.where().country()),
            new Column<>(
                    "admin1", row -> row.where() == null ? null : row.where().admin1()),
            new Column<>(
                    "latitude", row -> row.where() == null ? null : row.where().latitude()),
            new Column<>(
                    "longitude", row -> row.where() == null ? null : row.where().longitude()),
            new Column<>(
                    "place_precision",
                    row -> row.where() == null ? null : row.where().precision()),
            new Column<>(
                    "killed_low",
                    row -> row.killed() == null ? null : row.killed().low()),
            new Column<>(
                    "killed_high",
                    row -> row.killed() == null ? null : row.killed().high()),
            new Column<>(
                    "wounded_low",
                    row -> row.wounded() == null ? null : row.wounded().low()),
            new Column<>(
                    "wounded_high",
                    row -> row.wounded() == null ? null : row.wounded().high()),
            new Column<>(
                    "actors",
                    row -> row.actors().stream()
                            .map(actor -> actor.id() + ": "
                                    + actor.stances().stream().map(Codes::of).collect(Collectors.joining(" ")))
                            .collect(Collectors.joining("; "))),
            new Column<>("reports", IncidentRow::reports),
            new Column<>("origins", IncidentRow::origins));

    private static final List<Column<AssertionView>> ASSERTIONS = List.of(
            new Column<>("id", AssertionView::id),
            new Column<>("incident", AssertionView::incident),
            new Column<>("kind", AssertionView::kind),
            new Column<>("description", AssertionView::description),
            new Column<>(
                    "actor", said -> said.actor() == null ? null : said.actor().id()),
            new Column<>(
                    "actor_as",
                    said -> said.actor() == null ? null : said.actor().as()),
            new Column<>(
                    "object",
                    said -> said.object() == null ? null : said.object().id()),
            new Column<>("stance", AssertionView::stance),
            new Column<>("evidence", AssertionView::evidence),
            new Column<>("harm", AssertionView::harm),
            new Column<>(
                    "low", said -> said.count() == null ? null : said.count().low()),
            new Column<>(
                    "high", said -> said.count() == null ? null : said.count().high()),
            new Column<>("whom", AssertionView::whom),
            new Column<>("relation", AssertionView::relation),
            new Column<>("capability", AssertionView::capability),
            new Column<>("speaker", said -> said.speaker().name()),
            new Column<>("speaker_as", said -> said.speaker().as()),
            new Column<>("speaker_role", said -> said.speaker().role()),
            new Column<>(
                    "reported_by",
                    said -> said.speaker().reportedBy() == null
                            ? null
                            : said.speaker().reportedBy().name()),
            new Column<>("polarity", AssertionView::polarity),
            new Column<>("hedged", AssertionView::hedged),
            new Column<>("text", AssertionView::text),
            new Column<>("start", said -> said.passage().start()),
            new Column<>("end", said -> said.passage().end()),
            new Column<>("report", AssertionView::report),
            new Column<>("outlet", AssertionView::outlet),
            new Column<>("published", AssertionView::published),
            new Column<>("confidence", AssertionView::confidence),
            new Column<>("step", said -> said.by().step()),
            new Column<>("version", said -> said.by().version()));

    private Csv() {}

    static String incidents(List<IncidentRow> rows) {
        return write(INCIDENTS, rows);
    }

    static String assertions(List<AssertionView> rows) {
        return write(ASSERTIONS, rows);
    }

    private static <T> String write(List<Column<T>> columns, List<T> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (T row : rows) {
                csv.writeRecord(columns.stream()
                        .map(column -> cell(column.value().apply(row)))
                        .toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write to memory", impossible);
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Enum<?> constant -> Codes.of(constant);
            case String text -> text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
            default -> Objects.toString(value);
        };
    }
}
