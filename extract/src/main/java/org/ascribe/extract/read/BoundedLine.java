package org.ascribe.extract.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A line of bytes without its end.
 *
 * @param isCut whether the line is longer than the limit; then it was passed over and {@code bytes} is empty
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one line of input, never compared
record BoundedLine(byte[] bytes, boolean isCut) {

    /** The next line, null at the end; {@code in} should be buffered. Memory is bounded by {@code limit}. */
    static @Nullable BoundedLine read(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean cut = false;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() < limit) {
                line.write(b);
            } else {
                cut = true;
            }
        }
        return new BoundedLine(cut ? new byte[0] : line.toByteArray(), cut);
    }
}
