package org.ascribe.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * One DuckDB file: opened, brought to our format, and asked. One connection, one statement at a time; a statement that
 * failed is never used again, and a transaction that failed is rolled back whole.
 */
final class Database implements AutoCloseable {

    /** The newest format, and the number of the last of the files {@code ledger-N.sql}. */
    static final int FORMAT = 5;

    /** Of DuckDB itself, beside the heap; the whole of GED is imported and derived in it. */
    private static final long MEMORY_MB = 400;

    /** Tellings that are derived within {@link #MEMORY_MB}. */
    private static final int MANY = 250_000;

    private static final Pattern HOLDER = Pattern.compile("held in (.*?) \\(PID (\\d+)\\)");

    private final Path file;
    private final DuckDBConnection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private Database(Path file, DuckDBConnection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file, Ledger.Mode mode, String checkpointAt) {
        Path absolute = file.toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new LedgerException(
                    LedgerException.Cause.FOREIGN,
                    "Cannot open the ledger %s: it is a folder.%n  Name a file, for example %s."
                            .formatted(file, file.resolve("ascribe.duckdb")),
                    null);
        }
        boolean there = Files.exists(file);
        if (!there && mode != Ledger.Mode.CREATE) {
            throw new LedgerException(
                    LedgerException.Cause.MISSING,
                    "Cannot open the ledger %s: there is no such file.%n  Make one with ascribe add FILE... --ledger %s, or name another with --ledger."
                            .formatted(file, file),
                    null);
        }
        Path folder = absolute.getParent();
        if (!there && folder != null && !Files.isDirectory(folder)) {
            throw new LedgerException(
                    LedgerException.Cause.MISSING,
                    "Cannot make the ledger %s: the folder %s does not exist.%n  Make the folder first, or name another with --ledger."
                            .formatted(file, folder),
                    null);
        }
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY_MB + "MB");
        settings.setProperty(
                "threads", String.valueOf(Math.min(4, Runtime.getRuntime().availableProcessors())));
        // the log is folded into the file when it has grown to this, and at closing
        settings.setProperty("wal_autocheckpoint", checkpointAt);
        // an extension would be fetched from the net
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        if (mode == Ledger.Mode.READ) {
            settings.setProperty(DuckDBDriver.DUCKDB_READONLY_PROPERTY, "true");
        }
        DuckDBConnection connection;
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:" + absolute, settings)
                    .unwrap(DuckDBConnection.class);
        } catch (SQLException refused) {
            throw refusal(file, refused);
        }
        Database database = new Database(file, connection);
        try {
            database.bringToFormat(mode);
        } catch (RuntimeException broken) {
            database.close();
            throw broken;
        }
        return database;
    }

    private void bringToFormat(Ledger.Mode mode) {
        List<String> tables = list("SELECT table_name FROM information_schema.tables", row -> row.text("table_name"));
        int found = 0;
        if (tables.contains("schema_version")) {
            found = list("SELECT max(version) AS version FROM schema_version", row -> row.integer("version"))
                    .getFirst();
        } else if (!tables.isEmpty()) {
            throw new LedgerException(
                    LedgerException.Cause.FOREIGN,
                    "Cannot open %s: it is a DuckDB database, but not a ledger of Ascribe (it has the tables %s).%n  Name another file with --ledger."
                            .formatted(file, tables.stream().sorted().limit(5).toList()),
                    null);
        }
        if (found > FORMAT) {
            throw new LedgerException(
                    LedgerException.Cause.NEWER,
                    "Cannot open the ledger %s: it has format %d, this version of Ascribe knows formats up to %d.%n  Open it with the newer version of Ascribe that wrote it; nothing was changed."
                            .formatted(file, found, FORMAT),
                    null);
        }
        if (found == FORMAT) {
            return;
        }
        if (mode == Ledger.Mode.READ) {
            throw new LedgerException(
                    LedgerException.Cause.OLDER,
                    found == 0
                            ? "Cannot read the ledger %s: it is empty.%n  Add reports first: ascribe add FILE... --ledger %s"
                                    .formatted(file, file)
                            : "Cannot read the ledger %s: it has the older format %d, now it is %d.%n  Make a copy, then bring it up to date with ascribe add FILE... --ledger %s"
                                    .formatted(file, found, FORMAT, file),
                    null);
        }
        int from = found;
        transaction(() -> {
            if (from == 0) {
                execute("CREATE TABLE schema_version (version INTEGER NOT NULL)");
            }
            for (int version = from + 1; version <= FORMAT; version++) {
                execute(resource("ledger-" + version + ".sql"));
                execute("INSERT INTO schema_version VALUES (" + version + ")");
            }
        });
    }

    /** A file of ours beside this class. */
    static String resource(String name) {
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + name + "; build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Gives DuckDB the memory that deriving so many tellings at once takes, but never more than half of the machine's. */
    void allow(int tellings) {
        if (tellings <= MANY) {
            return;
        }
        long megabytes = MEMORY_MB + tellings / 500;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine) {
            megabytes = Math.max(MEMORY_MB, Math.min(megabytes, machine.getTotalMemorySize() / 2_000_000));
        }
        execute("SET memory_limit = '" + megabytes + "MB'");
    }

    /** Runs statements without parameters. */
    void execute(String sql) {
        locked(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    /** Runs one statement that changes rows, and says how many. */
    int update(String sql) {
        return locked(() -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    /** Asks, in full: the result is in memory when this returns. */
    <T> List<T> list(String sql, Rows.Reader<T> reader, @Nullable Object... parameters) {
        return locked(() -> {
            List<T> found = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    Object value = parameters[i];
                    statement.setObject(i + 1, value instanceof LocalDate day ? java.sql.Date.valueOf(day) : value);
                }
                try (ResultSet result = statement.executeQuery()) {
                    Rows rows = new Rows(result);
                    while (result.next()) {
                        found.add(reader.read(rows));
                    }
                }
            }
            return found;
        });
    }

    /** Fills a table through the appender; everything or nothing. */
    void append(String catalog, String table, Staging.Filler filler) {
        locked(() -> {
            try (Staging rows = new Staging(connection.createAppender(catalog, "main", table))) {
                filler.fill(rows);
            }
        });
    }

    /** All of it, on disk when this returns, or none of it. */
    void transaction(Runnable work) {
        lock.lock();
        try {
            locked(() -> {
                connection.setAutoCommit(false);
            });
            boolean done = false;
            try {
                work.run();
                locked(() -> {
                    connection.commit();
                });
                done = true;
            } finally {
                if (!done) {
                    rollBack();
                }
                locked(() -> {
                    connection.setAutoCommit(true);
                });
            }
        } finally {
            lock.unlock();
        }
    }

    /** Begins a transaction that spans several calls of one thread; what is not committed when the file is closed is gone. */
    void begin() {
        // one folding of the log into the file at closing costs less than one at each of many large commits
        execute("SET wal_autocheckpoint = '1GB'");
        locked(() -> {
            connection.setAutoCommit(false);
        });
    }

    /** Ends what {@link #begin} began: all of it is on disk when this returns. */
    void commit() {
        locked(() -> {
            connection.commit();
            connection.setAutoCommit(true);
        });
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException alreadyGone) {
            // the failure that led here is the one to report
        }
    }

    private <T> T locked(Work<T> work) {
        lock.lock();
        try {
            return work.run();
        } catch (SQLException broken) {
            throw refusal(file, broken);
        } finally {
            lock.unlock();
        }
    }

    private void locked(Step step) {
        locked(() -> {
            step.run();
            return Boolean.TRUE;
        });
    }

    private interface Step {
        void run() throws SQLException;
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    /** DuckDB's refusal in our words. */
    private static RuntimeException refusal(Path file, Exception refused) {
        String said = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        Matcher holder = HOLDER.matcher(said);
        if (holder.find()) {
            return new LedgerException(
                    LedgerException.Cause.HELD,
                    "Cannot open the ledger %s: process %s (%s) has it open, and one process at a time owns a ledger.%n  End that process, or wait until it is done; to look at a ledger while it is served, use the page that it serves."
                            .formatted(
                                    file,
                                    holder.group(2),
                                    Path.of(holder.group(1)).getFileName()),
                    refused);
        }
        if (said.contains("Could not set lock on file") || said.contains("different configuration")) {
            return new LedgerException(
                    LedgerException.Cause.HELD,
                    "Cannot open the ledger %s: it is open elsewhere, and one process at a time owns a ledger.%n  End the other process, or wait until it is done."
                            .formatted(file),
                    refused);
        }
        if (said.contains("version number") || said.contains("newer version of DuckDB")) {
            return new LedgerException(
                    LedgerException.Cause.NEWER,
                    "Cannot open the ledger %s: its storage format is of another version of DuckDB than this program's.%n  Open it with the version of Ascribe that wrote it; nothing was changed. (%s)"
                            .formatted(file, said),
                    refused);
        }
        if (said.contains("not a valid DuckDB database file")) {
            return new LedgerException(
                    LedgerException.Cause.FOREIGN,
                    "Cannot open the ledger %s: it is no ledger, or its beginning is damaged.%n  Name another file with --ledger, or put back a copy; nothing was changed."
                            .formatted(file),
                    refused);
        }
        if (said.contains("Permission denied") || said.contains("No space left") || said.contains("Read-only file")) {
            return new LedgerException(
                    LedgerException.Cause.MACHINE,
                    "Cannot use the ledger %s: the machine refuses (%s).%n  Give the permission or the space, and start again; what was acknowledged is kept."
                            .formatted(file, said),
                    refused);
        }
        if (said.contains("orrupt")
                || said.contains("hecksum")
                || said.contains("Serialization Error")
                || said.contains("Failure while replaying WAL")
                || said.contains("Could not read enough bytes")
                || said.contains("IO Error")
                || said.contains("has been invalidated")) {
            return new LedgerException(
                    LedgerException.Cause.DAMAGED,
                    "Cannot read the ledger %s: the file is damaged (%s).%n  Put back a copy of it, or make a new one from the reports with ascribe add; nothing was changed."
                            .formatted(file, said),
                    refused);
        }
        return new IllegalStateException(
                "the ledger " + file + " gave an answer that we did not expect: " + said, refused);
    }

    /** Folds the log into the file, then lets go of it. */
    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException broken) {
            throw refusal(file, broken);
        } finally {
            lock.unlock();
        }
    }
}
