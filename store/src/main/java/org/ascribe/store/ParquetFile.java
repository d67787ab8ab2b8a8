package org.ascribe.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Parquet files, written by DuckDB in memory, beside any ledger. */
public final class ParquetFile {

    private ParquetFile() {}

    /**
     * Puts the rows of a CSV file into a Parquet file, in their order; the same CSV gives the same bytes.
     *
     * @param types by column, in the order of the file, its type in SQL; an empty cell is null
     * @throws LedgerException if the file cannot be written
     */
    public static void fromCsv(Path csv, Map<String, String> types, Path parquet) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "512MB");
        // one thread, so that the groups of rows are cut the same every time
        settings.setProperty("threads", "1");
        String columns = types.entrySet().stream()
                .map(column -> quoted(column.getKey()) + ": " + quoted(column.getValue()))
                .collect(Collectors.joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM read_csv(" + quoted(csv.toString())
                    + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', new_line = '\\n',"
                    + " nullstr = '', max_line_size = 16777216, columns = {" + columns + "})) TO "
                    + quoted(parquet.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException broken) {
            throw new LedgerException(
                    LedgerException.Cause.MACHINE,
                    "Cannot write %s: %s%n  Make room on its disk, or export as csv."
                            .formatted(
                                    parquet,
                                    String.valueOf(broken.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    broken);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
