package org.ascribe.exchange.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The records of a CSV text. Where a quote never closes, the reader swallows lines until the next one: such a record has
 * another number of fields than the header. It is given up with its first line, and reading goes on at the next.
 */
final class Records {

    /** The longest field that is read, so that a quote that never closes cannot take the whole of a large file each time. */
    private static final int LONGEST_FIELD = 1 << 20;

    private final char[] text;
    private final char separator;
    private final BiConsumer<Long, List<String>> good;
    private final BiConsumer<Long, String> bad;
    private int width = -1;

    private Records(String text, char separator, BiConsumer<Long, List<String>> good, BiConsumer<Long, String> bad) {
        this.text = text.toCharArray();
        this.separator = separator;
        this.good = good;
        this.bad = bad;
    }

    /** @param good line and fields, the header's first; @param bad line and what is wrong with it */
    static void read(String text, BiConsumer<Long, List<String>> good, BiConsumer<Long, String> bad) {
        new Records(text, separator(text), good, bad).read();
    }

    private void read() {
        int offset = 0;
        long line = 1;
        while (offset < text.length) {
            long stopped = readFrom(offset, line);
            if (stopped < 0) {
                return;
            }
            // the line after the one that went wrong
            for (; line <= stopped; line++) {
                offset = next(offset);
            }
        }
    }

    private int next(int offset) {
        int at = offset;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return Math.min(text.length, at + 1);
    }

    /** The line with a quote that does not close, or -1 at the end. */
    private long readFrom(int offset, long firstLine) {
        long line = firstLine;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(LONGEST_FIELD)
                .detectBomHeader(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(new CharArrayReader(text, offset, text.length - offset))) {
            Iterator<CsvRecord> records = csv.iterator();
            while (records.hasNext()) {
                CsvRecord record = records.next();
                line = firstLine + record.getStartingLineNumber() - 1;
                List<String> fields = record.getFields();
                if (width < 0) {
                    width = fields.size();
                } else if (fields.size() != width) {
                    boolean runsOn = fields.stream().anyMatch(field -> field.indexOf('\n') >= 0);
                    bad.accept(
                            line,
                            runsOn
                                    ? "a quote that is opened in it does not close in its place; close it"
                                    : "it has %d fields, the header has %d; complete it or quote the separators in it"
                                            .formatted(fields.size(), width));
                    if (runsOn) {
                        return line;
                    }
                    continue;
                }
                good.accept(line, fields);
                for (String field : fields) {
                    line += field.chars().filter(c -> c == '\n').count();
                }
                line += 1;
            }
            return -1;
        } catch (CsvParseException broken) {
            bad.accept(
                    line,
                    "its quotes do not pair up, or one does not close for a million characters; close it, and double those inside");
            return line;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The most frequent of the usual separators in the first line. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String line = (end < 0 ? text : text.substring(0, end)).replaceAll("\"[^\"]*\"", "");
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
