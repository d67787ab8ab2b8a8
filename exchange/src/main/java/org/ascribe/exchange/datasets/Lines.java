package org.ascribe.exchange.datasets;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, with their numbers, one at a time. UTF-8, and whatever is none is read as Windows-1252, byte by
 * byte: conversions of GTD mix the two. A line can be given back.
 */
final class Lines implements Closeable {

    /** A longer line than this is no row of any table; what is beyond is passed over. */
    static final int LONGEST = 1 << 20;

    private static final Charset LATIN = Charset.forName("windows-1252");

    record Line(String text, long number, boolean whole) {}

    private final InputStream in;
    private final byte[] bytes = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 12];
    private long number;
    private @Nullable IOException broken;
    private final Deque<Line> back = new ArrayDeque<>();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    Lines(InputStream in) {
        this.in = in;
    }

    /** What stopped the reading before the end, null if nothing did. */
    @Nullable
    IOException broken() {
        return broken;
    }

    /** The next line without its end, null after the last; one that broke off is not whole. */
    @Nullable
    Line next() {
        if (!back.isEmpty()) {
            return back.removeFirst();
        }
        int length = 0;
        boolean any = false;
        while (true) {
            if (at == end && !fill()) {
                if (!any) {
                    return null;
                }
                break;
            }
            any = true;
            int stop = at;
            while (stop < end && bytes[stop] != '\n') {
                stop++;
            }
            int more = Math.min(stop - at, LONGEST - length);
            if (length + more > line.length) {
                byte[] larger = new byte[Math.max(line.length * 2, length + more)];
                System.arraycopy(line, 0, larger, 0, length);
                line = larger;
            }
            System.arraycopy(bytes, at, line, length, more);
            length += more;
            if (stop < end) {
                at = stop + 1;
                break;
            }
            at = end;
        }
        number++;
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        int from =
                number == 1 && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF
                        ? 3
                        : 0;
        boolean whole = broken == null || at < end;
        return new Line(decode(from, length - from), number, whole);
    }

    void giveBack(Line given) {
        back.addFirst(given);
    }

    private boolean fill() {
        if (broken != null) {
            return false;
        }
        try {
            at = 0;
            end = Math.max(0, in.read(bytes, 0, bytes.length));
            return end > 0;
        } catch (IOException stopped) {
            at = 0;
            end = 0;
            broken = stopped;
            return false;
        }
    }

    private String decode(int from, int length) {
        boolean ascii = true;
        for (int i = from; i < from + length && ascii; i++) {
            ascii = line[i] > 0;
        }
        if (ascii) {
            return new String(line, from, length, StandardCharsets.ISO_8859_1);
        }
        ByteBuffer source = ByteBuffer.wrap(line, from, length);
        CharBuffer target = CharBuffer.allocate(length);
        decoder.reset();
        while (true) {
            CoderResult result = decoder.decode(source, target, true);
            if (!result.isError()) {
                return target.flip().toString().replace("\u0000", "");
            }
            // none of UTF-8: the first byte as the older code page has it, then on
            target.put(new String(new byte[] {source.get()}, LATIN));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
