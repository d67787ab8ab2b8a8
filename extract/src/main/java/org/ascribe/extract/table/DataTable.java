package org.ascribe.extract.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A tab-separated data file of our own: a header, one row a line, {@code #} begins a comment line. Immutable. */
public final class DataTable {

    private final String name;
    private final Map<String, Integer> columns;
    private final List<String[]> rows;

    private DataTable(String name, Map<String, Integer> columns, List<String[]> rows) {
        this.name = name;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * The table in the file {@code name} of the package of {@code beside}. A file that is missing or a row that is not as
     * wide as the header is a broken program.
     */
    public static DataTable read(Class<?> beside, String name) {
        try (InputStream stream = Objects.requireNonNull(
                beside.getResourceAsStream(name), () -> "the data file " + name + " is missing from the program")) {
            return parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("the data file " + name + " cannot be read", broken);
        }
    }

    static DataTable parse(String name, String text) {
        List<String[]> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (!lines.isEmpty() && cells.length != lines.get(0).length) {
                throw new IllegalStateException("%s, line %d has %d columns, expected %d: %s"
                        .formatted(name, number, cells.length, lines.get(0).length, line));
            }
            lines.add(cells);
        }
        String[] header = lines.remove(0);
        Map<String, Integer> columns =
                IntStream.range(0, header.length).boxed().collect(Collectors.toMap(i -> header[i], i -> i));
        return new DataTable(name, columns, lines);
    }

    /** The rows in the order of the file. */
    public List<Row> rows() {
        return rows.stream().map(Row::new).toList();
    }

    /** One line of the table. */
    public final class Row {
        private final String[] cells;

        private Row(String[] cells) {
            this.cells = cells;
        }

        /** The cell of this row in the column; empty if the cell is. */
        public String get(String column) {
            Integer at = columns.get(column);
            if (at == null) {
                throw new IllegalArgumentException(
                        "%s has no column \"%s\", it has %s".formatted(name, column, columns.keySet()));
            }
            return cells[at].strip();
        }

        /** The cell's parts between {@code |}; empty if the cell is. */
        public List<String> list(String column) {
            String cell = get(column);
            return cell.isEmpty()
                    ? List.of()
                    : Arrays.stream(cell.split("\\|")).map(String::strip).toList();
        }

        public int integer(String column) {
            return Integer.parseInt(get(column));
        }
    }
}
