package org.ascribe.workbench.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascribe.workbench.api.Answers.AssertionView;
import org.ascribe.workbench.api.Answers.ChangedIncident;
import org.ascribe.workbench.api.Answers.IncidentRow;
import org.ascribe.workbench.api.Answers.SettledSide;
import org.ascribe.workbench.api.Answers.SupportView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Rows as CSV after RFC 4180: UTF-8, a header line, unknown is empty. A text cell that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
final class Csv {

    static final String TYPE = "text/csv;charset=UTF-8";

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
            new Column<>("origins", IncidentRow::origins),
            new Column<>(
                    "supports",
                    row -> row.actors().stream()
                            .filter(actor -> actor.support() != null)
                            .map(actor -> actor.id() + ": " + share(actor.support()))
                            .collect(Collectors.joining("; "))));

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

    private static final List<Column<ChangedIncident>> CHANGES = List.of(
            new Column<>("label", ChangedIncident::label),
            new Column<>("id", ChangedIncident::id),
            new Column<>("summary", ChangedIncident::summary),
            new Column<>(
                    "differs",
                    change -> change.differs().stream().map(Codes::of).collect(Collectors.joining(" "))),
            new Column<>("status_before", change -> change.before().status()),
            new Column<>("status_after", change -> change.after().status()),
            new Column<>("actor_before", change -> leader(change.before())),
            new Column<>("actor_after", change -> leader(change.after())),
            new Column<>("support_before", change -> support(change.before())),
            new Column<>("support_after", change -> support(change.after())),
            new Column<>("killed_before", change -> change.before().killed()),
            new Column<>("killed_after", change -> change.after().killed()),
            new Column<>("wounded_before", change -> change.before().wounded()),
            new Column<>("wounded_after", change -> change.after().wounded()),
            new Column<>("because", ChangedIncident::because));

    private Csv() {}

    private static @Nullable String leader(SettledSide side) {
        return side.leader() == null ? null : side.leader().id();
    }

    private static @Nullable Double support(SettledSide side) {
        return side.support() == null ? null : side.support().support();
    }

    /** Rows as a file to keep. */
    static ResponseEntity<String> file(String name, String rows) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(rows);
    }

    static String changes(List<ChangedIncident> rows) {
        return write(CHANGES, rows);
    }

    /** Rows of anything, under the names of the columns; what is unknown is null. */
    static String table(List<String> columns, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        return write(
                columns.stream()
                        .map(name -> new Column<Map<String, ? extends @Nullable Object>>(name, row -> row.get(name)))
                        .toList(),
                List.copyOf(rows));
    }

    private static String share(SupportView support) {
        return String.format(Locale.ROOT, "%.3f %.3f-%.3f", support.support(), support.low(), support.high());
    }

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
