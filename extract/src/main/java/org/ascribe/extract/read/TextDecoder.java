package org.ascribe.extract.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters: byte order mark, else strict UTF-8, else the declared charset, else windows-1252 where the bytes are
 * plausible in it. Nothing is replaced by a question mark.
 */
final class TextDecoder {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextDecoder() {}

    static String decode(byte[] bytes, @Nullable String declared) throws Unreadable {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        try {
            return tryStrict(bytes, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            Charset charset = find(declared);
            if (StandardCharsets.ISO_8859_1.equals(charset) || StandardCharsets.US_ASCII.equals(charset)) {
                charset = WINDOWS; // as browsers do: the declaration is older than the typographic marks in the text
            }
            if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
                return strict(bytes, 0, charset);
            }
            if (isPlausibleWindows(bytes)) {
                return strict(bytes, 0, WINDOWS);
            }
            throw unreadable(bytes, 0, StandardCharsets.UTF_8);
        }
    }

    /** Null if none is declared or it is not known here. */
    static @Nullable Charset find(@Nullable String declared) {
        try {
            return declared == null ? null : Charset.forName(declared.strip());
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** The charset of a whole input, read once without keeping it; the byte order mark, if any, stays in the text. */
    static Charset charsetOf(Input input) throws IOException, Unreadable {
        byte[] head = input.head(3);
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        long line = 0;
        boolean isWindows = true;
        Unreadable broken = null;
        try (InputStream in = input.open()) {
            for (BoundedLine next = BoundedLine.read(in, Limits.LINE_BYTES);
                    next != null;
                    next = BoundedLine.read(in, Limits.LINE_BYTES)) {
                line++;
                isWindows &= isPlausibleWindows(next.bytes());
                try {
                    tryStrict(next.bytes(), 0, StandardCharsets.UTF_8);
                } catch (CharacterCodingException notUtf8) {
                    if (broken == null) {
                        broken = new Unreadable(
                                "encoding-unreadable",
                                "line %d is not valid UTF-8, and nothing says which other encoding it is; save it as UTF-8"
                                        .formatted(line));
                    }
                }
            }
        }
        if (broken == null) {
            return StandardCharsets.UTF_8;
        }
        if (isWindows) {
            return WINDOWS;
        }
        throw broken;
    }

    private static String strict(byte[] bytes, int from, Charset charset) throws Unreadable {
        try {
            return tryStrict(bytes, from, charset);
        } catch (CharacterCodingException broken) {
            throw unreadable(bytes, from, charset);
        }
    }

    private static String tryStrict(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static Unreadable unreadable(byte[] bytes, int from, Charset charset) {
        ByteBuffer left = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer good = CharBuffer.allocate(bytes.length - from);
        charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(left, good, true);
        long line = 1 + good.flip().chars().filter(c -> c == '\n').count();
        int at = left.position();
        return new Unreadable(
                "encoding-unreadable",
                "byte %s at position %d (line %d) is not valid %s, and nothing says which other encoding it is; save it as UTF-8"
                        .formatted(
                                at < bytes.length ? "0x%02X".formatted(bytes[at]) : "(end)", at, line, charset.name()));
    }

    /**
     * Whether the bytes read well as windows-1252: single accented letters and typographic marks in ASCII text. Sequences
     * that are valid UTF-8 beside broken ones tell of damaged UTF-8 instead.
     */
    static boolean isPlausibleWindows(byte[] bytes) {
        int high = 0;
        int letters = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                letters += Character.isLetter(b) ? 1 : 0;
                if (b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                    return false;
                }
                continue;
            }
            high++;
            boolean undefined = b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
            int next = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            int afterNext = i + 2 < bytes.length ? bytes[i + 2] & 0xFF : 0;
            boolean utf8 = (b >= 0xC2 && b <= 0xDF && isTail(next))
                    || (b >= 0xE0 && b <= 0xEF && isTail(next) && isTail(afterNext));
            if (undefined || utf8) {
                return false;
            }
        }
        return high <= 2 + letters / 8;
    }

    private static boolean isTail(int b) {
        return (b & 0xC0) == 0x80;
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
