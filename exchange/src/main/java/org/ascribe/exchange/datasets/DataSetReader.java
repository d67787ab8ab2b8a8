package org.ascribe.exchange.datasets;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ascribe.core.DataSource;
import org.ascribe.core.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of data sets: plain, {@code .gz} or {@code .zip}, each table in them streamed. Which data set it is shows in the
 * names of the columns; a file without a header is known by the number and the look of its cells.
 */
public final class DataSetReader {

    /**
     * How to read.
     *
     * @param kind of every table, null to go by the columns
     * @param release null to go by the name of the file
     * @param mapping for {@link DataSetKind#MAPPED}, else null
     */
    public record Settings(
            @Nullable DataSetKind kind,
            @Nullable Release release,
            @Nullable Mapping mapping,
            ActorNames names) {}

    /** One table whose kind is known. */
    public static final class Table {

        private final DataSetKind kind;
        private final Release release;
        private final RowCoder coder;
        private final String file;

        private Table(DataSetKind kind, Release release, RowCoder coder, String file) {
            this.kind = kind;
            this.release = release;
            this.coder = coder;
            this.file = file;
        }

        public DataSetKind kind() {
            return kind;
        }

        public Release release() {
            return release;
        }

        public DataSource source() {
            return coder.source();
        }

        /** The name of the file, and of the entry in it if it is an archive. */
        public String file() {
            return file;
        }

        /** Codes some of its rows, in their order; may be called by several threads at once. */
        public List<Outcome<CodedRow>> code(List<RawRow> rows) {
            List<Outcome<CodedRow>> coded = new ArrayList<>(rows.size());
            for (RawRow raw : rows) {
                coded.add(code(raw));
            }
            return coded;
        }

        private Outcome<CodedRow> code(RawRow raw) {
            if (raw.problem != null) {
                return skipped(raw.row.line(), raw.problem);
            }
            try {
                return new Outcome.Done<>(coder.code(raw.row));
            } catch (RowProblem problem) {
                return skipped(raw.row.line(), problem);
            } catch (IllegalArgumentException refused) {
                // the contract of the coded report, which a row of odd content can still break
                return skipped(
                        raw.row.line(), new RowProblem("row-contradicts-itself", String.valueOf(refused.getMessage())));
            }
        }

        private Outcome<CodedRow> skipped(long line, RowProblem problem) {
            return new Outcome.Skipped<>(problem.code(), file + ", line " + line, problem.why());
        }
    }

    /** One row as read, not yet coded. */
    public static final class RawRow {
        private final Row row;
        private final @Nullable RowProblem problem;

        private RawRow(Row row, @Nullable RowProblem problem) {
            this.row = row;
            this.problem = problem;
        }
    }

    /** Is told what comes out of a file, in order, on the caller's thread. */
    public interface Listener {

        /** A table begins; its rows follow. */
        void table(Table table);

        void row(RawRow row);

        /** Something that concerns more than one row. */
        void problem(Outcome.Skipped<CodedRow> problem);
    }

    private final Settings settings;

    public DataSetReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads one file to its end, or to where it breaks off.
     *
     * @throws IOException if it cannot be opened
     */
    public void read(Path path, Listener listener) throws IOException {
        String file = String.valueOf(path.getFileName());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            in.mark(4);
            int first = in.read();
            int second = in.read();
            in.reset();
            if (first == 0x1f && second == 0x8b) {
                try (InputStream unpacked = new GZIPInputStream(in, 1 << 16)) {
                    table(unpacked, path.toString(), without(file, ".gz"), listener);
                } catch (IOException broken) {
                    listener.problem(damaged(path.toString(), 0, broken));
                }
            } else if (first == 'P' && second == 'K') {
                zip(new ZipInputStream(in), path, listener);
            } else {
                table(in, path.toString(), file, listener);
            }
        }
    }

    private void zip(ZipInputStream zip, Path path, Listener listener) {
        boolean any = false;
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (entry.isDirectory() || !name.matches(".*\\.(csv|tsv|tab|txt)")) {
                    continue;
                }
                any = true;
                String inside = entry.getName();
                // the archive's own name often has the release where the entry's has not
                String named = Release.ofFile(DataSetKind.UCDP_GED, inside).equals(Release.UNKNOWN)
                                && Release.ofFile(DataSetKind.GDELT_EVENTS, inside)
                                        .equals(Release.UNKNOWN)
                        ? path.getFileName() + "/" + inside
                        : inside;
                table(new Unclosed(zip), path + "/" + inside, named, listener);
            }
            if (!any) {
                listener.problem(new Outcome.Skipped<>(
                        "file-without-table",
                        path.toString(),
                        "the archive holds no table, expected a file that ends in .csv, .tsv, .tab or .txt"));
            }
        } catch (IOException broken) {
            listener.problem(damaged(path.toString(), 0, broken));
        }
    }

    /** A table in an archive ends before the archive does. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }

    private static String without(String name, String ending) {
        return name.toLowerCase(Locale.ROOT).endsWith(ending)
                ? name.substring(0, name.length() - ending.length())
                : name;
    }

    private void table(InputStream in, String where, String name, Listener listener) throws IOException {
        try (Lines lines = new Lines(in)) {
            Lines.Line first = lines.next();
            while (first != null && first.text().isBlank()) {
                first = lines.next();
            }
            if (first == null) {
                IOException broken = lines.broken();
                listener.problem(
                        broken != null
                                ? damaged(where, 0, broken)
                                : new Outcome.Skipped<>(
                                        "file-empty", where, "the file is empty; name another, or leave it out"));
                return;
            }
            lines.giveBack(first);
            Opened opened = open(lines, first, where, name, listener);
            if (opened == null) {
                return;
            }
            listener.table(opened.table());
            Records records = opened.records();
            boolean mayBeTags = true;
            long last = 0;
            for (Records.Record record = records.next(); record != null; record = records.next()) {
                last = record.line();
                String[] cells = record.cells();
                if (cells == null) {
                    listener.row(new RawRow(new Row(opened.header(), new String[0], record.line()), record.problem()));
                    continue;
                }
                if (mayBeTags) {
                    mayBeTags = false;
                    if (isTags(cells)) {
                        continue;
                    }
                }
                listener.row(new RawRow(new Row(opened.header(), cells, record.line()), null));
            }
            IOException broken = lines.broken();
            if (broken != null) {
                listener.problem(damaged(where, last, broken));
            }
        }
    }

    private record Opened(Table table, Header header, Records records) {}

    private @Nullable Opened open(Lines lines, Lines.Line first, String where, String name, Listener listener) {
        String[] bare = first.text().split("\t", -1);
        Optional<DataSetKind> headerless = DataSetKind.ofHeaderless(bare);
        if (headerless.isPresent() && (settings.kind() == null || settings.kind() == headerless.get())) {
            DataSetKind kind = headerless.get();
            Header header = kind == DataSetKind.GDELT_EVENTS ? GdeltRows.header(bare.length) : GdeltMentionRows.HEADER;
            Records records = new Records(lines, '\t', Records.Quotes.NONE);
            records.expect(header.names().size(), kind == DataSetKind.GDELT_MENTIONS ? 1 : 0);
            return new Opened(table(kind, name, where), header, records);
        }
        Mapping mapping = settings.mapping();
        char separator = mapping != null && mapping.separator() != null ? mapping.separator() : separator(first.text());
        Records records = new Records(lines, separator, Records.Quotes.CSV);
        Records.Record titles = records.next();
        if (titles == null || titles.cells() == null) {
            listener.problem(new Outcome.Skipped<>(
                    "header-unreadable",
                    where + ", line " + first.number(),
                    "the header cannot be read: "
                            + (titles == null || titles.problem() == null
                                    ? "it is empty"
                                    : titles.problem().why())));
            return null;
        }
        Header header = Header.of(List.of(titles.cells()), Set.of());
        DataSetKind kind = settings.kind();
        if (kind == null) {
            kind = mapping != null ? DataSetKind.MAPPED : DataSetKind.of(header).orElse(null);
        }
        if (kind == null) {
            listener.problem(new Outcome.Skipped<>(
                    "kind-unknown",
                    where,
                    "no data set that we know has the columns %s; name it with --kind, or describe the file with --mapping"
                            .formatted(some(header))));
            return null;
        }
        String missing = kind == DataSetKind.MAPPED && mapping != null ? mapping.missing(header) : kind.missing(header);
        if (missing != null || kind == DataSetKind.GDELT_EVENTS || kind == DataSetKind.GDELT_MENTIONS) {
            listener.problem(new Outcome.Skipped<>(
                    "kind-other",
                    where,
                    missing == null
                            ? "the file has a header or another number of columns, and a file of %s has neither; leave out --kind"
                                    .formatted(kind.code())
                            : "the file has no column \"%s\", which %s has; found %s; name the right kind, or leave out --kind"
                                    .formatted(missing, kind.code(), some(header))));
            return null;
        }
        if (kind == DataSetKind.POLECAT) {
            header = header.withNothing(Set.of("None"));
            records = new Records(lines, separator, Records.Quotes.NONE);
        } else if (kind == DataSetKind.ICEWS) {
            header = header.withNothing(Set.of("NULL", "NA"));
        } else if (kind == DataSetKind.UCDP_ACTORS) {
            header = header.withNothing(Set.of("n/a"));
        }
        records.expect(header.names().size(), kind == DataSetKind.POLECAT ? 2 : 0);
        return new Opened(table(kind, name, where), header, records);
    }

    private Table table(DataSetKind kind, String name, String where) {
        Release release = settings.release() != null ? settings.release() : Release.ofFile(kind, name);
        return new Table(kind, release, kind.coder(settings.names(), release, settings.mapping()), where);
    }

    private static String some(Header header) {
        List<String> names = header.names();
        return names.size() <= 8 ? names.toString() : names.subList(0, 8) + " and " + (names.size() - 8) + " more";
    }

    private static char separator(String line) {
        Function<Character, Long> count =
                c -> line.chars().filter(found -> found == c).count();
        return count.apply('\t') > count.apply(',') ? '\t' : count.apply(';') > count.apply(',') ? ';' : ',';
    }

    /** Tags of the Humanitarian Exchange Language under the header. */
    private static boolean isTags(String[] cells) {
        boolean any = false;
        for (String cell : cells) {
            if (cell.startsWith("#")) {
                any = true;
            } else if (!cell.isBlank()) {
                return false;
            }
        }
        return any;
    }

    private static Outcome.Skipped<CodedRow> damaged(String where, long last, IOException broken) {
        boolean truncated = broken instanceof java.io.EOFException;
        return new Outcome.Skipped<>(
                truncated ? "file-truncated" : "file-damaged",
                last == 0 ? where : where + ", after line " + last,
                (truncated ? "the file breaks off before its end" : "the file is damaged (" + broken.getMessage() + ")")
                        + (last == 0 ? "" : "; the rows before it are read")
                        + "; fetch it again");
    }
}
