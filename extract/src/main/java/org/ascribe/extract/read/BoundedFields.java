package org.ascribe.extract.read;

import java.io.IOException;
import java.io.Reader;

/**
 * A table's characters without the byte order mark and without what exceeds the limit in any field, so that a field of any
 * size, or a quote that is never closed, takes little memory and the rows after it are still read.
 */
final class BoundedFields extends Reader {

    private final Reader table;
    private final char separator;
    private final int limit;
    private boolean isQuoted;
    private boolean isFirst = true;
    private int length;

    BoundedFields(Reader table, char separator, int limit) {
        this.table = table;
        this.separator = separator;
        this.limit = limit;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int read = table.read(buffer, offset, count);
            if (read < 0) {
                return -1;
            }
            for (int i = offset; i < offset + read; i++) {
                char c = buffer[i];
                if (keeps(c)) {
                    buffer[offset + kept++] = c;
                }
            }
        }
        return kept;
    }

    private boolean keeps(char c) {
        boolean mark = isFirst && c == '\uFEFF';
        isFirst = false;
        if (c == '"') {
            isQuoted = !isQuoted;
            length++;
            return true;
        }
        if (!isQuoted && (c == separator || c == '\n' || c == '\r')) {
            length = 0;
            return true;
        }
        return !mark && length++ < limit;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
