package org.ascribe.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ascribe.core.Coded;
import org.jspecify.annotations.Nullable;

/** One CSV file after RFC 4180, written row by row: UTF-8, a header line, lines end in LF, unknown is empty. */
final class CsvTable<T> implements AutoCloseable {

    /** What is done about text that a spreadsheet would run as a formula. */
    enum Formulas {
        /** An apostrophe in front of text that begins with = + - @, tab or carriage return, as in the CSV of the interface. */
        GUARDED,
        /** Text stays as it is, for programs. */
        KEPT
    }

    private final CsvWriter csv;
    private final List<Column<T>> columns;
    private final Formulas formulas;
    private boolean isOpen = true;

    CsvTable(Path file, List<Column<T>> columns, Formulas formulas) throws IOException {
        this.columns = columns;
        this.formulas = formulas;
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        csv.writeRecord(columns.stream().map(Column::name).toList());
    }

    void add(T row) {
        csv.writeRecord(
                columns.stream().map(column -> cell(column.value().apply(row))).toList());
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded constant -> constant.code();
            case Double number -> BigDecimal.valueOf(number).toPlainString();
            case String text -> formulas == Formulas.GUARDED && isFormula(text) ? "'" + text : text;
            default -> value.toString();
        };
    }

    /** A date without a year, --03-21, is none. */
    private static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("--\\d\\d(-\\d\\d)?");
    }

    @Override
    public void close() throws IOException {
        if (isOpen) {
            isOpen = false;
            csv.close();
        }
    }
}
