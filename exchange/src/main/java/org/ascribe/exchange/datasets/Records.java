package org.ascribe.exchange.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a table of separated values. A record ends with its line unless a quote is open; the cells of one with
 * quotes are FastCSV's matter. A record that never ends, or that has another number of cells than the header, costs its first
 * line alone: reading goes on with the second.
 */
final class Records {

    /** More lines than any narrative has: a quote was never closed. */
    private static final int MOST_LINES = 400;

    private static final int MOST_CHARACTERS = 1 << 19;

    /** How quotes are meant. */
    enum Quotes {
        /** As in RFC 4180. */
        CSV,
        /** They are letters like any other. */
        NONE
    }

    /** One record, or why its first line is none. */
    record Record(
            long line, String @Nullable [] cells, @Nullable RowProblem problem) {}

    private final Lines lines;
    private final char separator;
    private final Quotes quotes;
    private int columns;
    private int mayLack;

    Records(Lines lines, char separator, Quotes quotes) {
        this.lines = lines;
        this.separator = separator;
        this.quotes = quotes;
    }

    /**
     * Rows have this many cells from here on; 0 for as many as they like.
     *
     * @param lacking how many may be missing at the end, where a header has surplus names
     */
    void expect(int count, int lacking) {
        columns = count;
        mayLack = lacking;
    }

    /** The next record, blank lines passed over; null after the last. */
    @Nullable
    Record next() {
        Lines.Line first = lines.next();
        while (first != null && first.text().isBlank()) {
            first = lines.next();
        }
        if (first == null) {
            return null;
        }
        if (!first.whole()) {
            return problem(first, "file-truncated", "the file breaks off in this row");
        }
        if (first.text().length() >= Lines.LONGEST) {
            return problem(first, "row-too-long", "the line has more than a million letters, which no row has");
        }
        if (quotes == Quotes.NONE || first.text().indexOf('"') < 0) {
            String[] cells = split(first.text());
            return cellsFit(cells)
                    ? new Record(first.number(), trimmed(cells), null)
                    : wrongNumber(first, cells.length);
        }
        return quoted(first);
    }

    private Record quoted(Lines.Line first) {
        List<Lines.Line> taken = new ArrayList<>();
        StringBuilder text = new StringBuilder(first.text());
        boolean open = opens(first.text(), false);
        boolean ends = true;
        while (open) {
            Lines.Line more = taken.size() < MOST_LINES && text.length() < MOST_CHARACTERS ? lines.next() : null;
            if (more == null) {
                ends = false;
                break;
            }
            taken.add(more);
            text.append('\n').append(more.text());
            open = opens(more.text(), true);
        }
        RowProblem problem;
        if (!ends) {
            problem = new RowProblem(
                    "quote-not-closed",
                    "a quote is opened in this row and not closed in the %d lines after it; close it, or double it where it is a letter"
                            .formatted(taken.size()));
        } else {
            try {
                String[] cells = parse(text.toString());
                if (cellsFit(cells)) {
                    return new Record(first.number(), trimmed(cells), null);
                }
                problem = wrongNumber(cells.length);
            } catch (CsvParseException wrong) {
                problem = new RowProblem(
                        "quote-misplaced",
                        "a letter follows a closing quote before the next separator; double the quotes inside a cell");
            }
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            lines.giveBack(taken.get(i));
        }
        return new Record(first.number(), null, problem);
    }

    /** Whether a quoted cell is open at the end of this line. */
    private boolean opens(String line, boolean openBefore) {
        boolean open = openBefore;
        boolean atStart = !openBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open) {
                if (c == '"') {
                    open = false;
                    atStart = false;
                }
            } else if (c == '"' && (atStart || (i > 0 && line.charAt(i - 1) == '"'))) {
                // at the start of a cell, or the second of a doubled pair
                open = true;
            } else {
                atStart = c == separator;
            }
        }
        return open;
    }

    private String[] parse(String text) {
        try (CsvReader<String[]> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .build(StringArrayHandler.of(), text)) {
            var rows = reader.iterator();
            String[] cells = rows.hasNext() ? rows.next() : new String[0];
            return rows.hasNext() ? new String[0] : cells;
        } catch (java.io.IOException never) {
            throw new IllegalStateException("a text in memory could not be read", never);
        }
    }

    private String[] split(String text) {
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == separator ? 1 : 0;
        }
        String[] cells = new String[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int to = i == count - 1 ? text.length() : text.indexOf(separator, from);
            cells[i] = text.substring(from, to);
            from = to + 1;
        }
        return cells;
    }

    /** As many as expected; empty ones at the end, from stray separators, do not count. */
    private boolean cellsFit(String[] cells) {
        if (columns == 0 || cells.length <= columns) {
            return cells.length > 0 && cells.length >= columns - mayLack;
        }
        for (int i = columns; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return false;
            }
        }
        return true;
    }

    private String[] trimmed(String[] cells) {
        return columns == 0 || cells.length <= columns ? cells : java.util.Arrays.copyOf(cells, columns);
    }

    private Record wrongNumber(Lines.Line line, int found) {
        return new Record(line.number(), null, wrongNumber(found));
    }

    private RowProblem wrongNumber(int found) {
        return new RowProblem(
                "cells-missing",
                "the row has %d cells, expected the %d of the header; a separator or a quote is missing or too many"
                        .formatted(found, columns));
    }

    private static Record problem(Lines.Line line, String code, String why) {
        return new Record(line.number(), null, new RowProblem(code, why));
    }
}
