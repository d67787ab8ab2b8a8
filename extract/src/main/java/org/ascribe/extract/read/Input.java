package org.ascribe.extract.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to read and what is known about them.
 *
 * @param place for people: the path as given, the address, or the place within a larger file
 * @param name file name, for its extension; may be empty
 * @param url where it was published, if that is known
 * @param mediaType as the server or container says, without parameters, lower case
 * @param charset as the server or container says
 * @param bytes opens the content from its beginning, each time
 */
record Input(
        String place,
        String name,
        @Nullable String url,
        @Nullable String mediaType,
        @Nullable String charset,
        Opener bytes) {

    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    static Input of(Path file) {
        Path name = file.getFileName();
        return new Input(
                file.toString(),
                name == null ? "" : name.toString(),
                null,
                null,
                null,
                () -> Files.newInputStream(file));
    }

    /** A part of this input, such as the body of a mail. */
    Input part(
            String place, @Nullable String url, @Nullable String mediaType, @Nullable String charset, byte[] content) {
        return new Input(place, "", url, mediaType, charset, () -> new ByteArrayInputStream(content));
    }

    /** From the beginning, unpacked if it is gzip. */
    InputStream open() throws IOException {
        InputStream raw = new BufferedInputStream(bytes.open(), 1 << 16);
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
    }

    /** The first {@code count} bytes, fewer if there are not so many. */
    byte[] head(int count) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(count);
        }
    }

    /** All bytes, at most {@code limit} of them. */
    byte[] all(int limit) throws IOException, Unreadable {
        try (InputStream in = open()) {
            byte[] content = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new Unreadable(
                        "file-too-large",
                        "it is larger than %d MB, the most that is read of one document; split it"
                                .formatted(limit >> 20));
            }
            return content;
        }
    }

    /** In lower case without the dot, that of a packed file's content; empty if there is none. */
    String extension() {
        return extension(name);
    }

    static String extension(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
        int dot = plain.lastIndexOf('.');
        return dot <= 0 ? "" : plain.substring(dot + 1);
    }
}
