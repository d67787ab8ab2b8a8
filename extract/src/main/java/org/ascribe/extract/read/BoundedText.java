package org.ascribe.extract.read;

import java.io.IOException;
import java.io.Writer;

/** Text written by a parser, which stops the parser one character after the most that is read of one report. */
final class BoundedText extends Writer {

    /** Thrown into the parser. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("its text has more than %,d characters".formatted(Limits.TEXT_CHARS));
        }
    }

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] characters, int offset, int length) throws Full {
        text.append(characters, offset, length);
        if (text.length() > Limits.TEXT_CHARS) {
            throw new Full();
        }
    }

    void line(String words, String separator) throws Full {
        text.append(text.isEmpty() ? "" : separator).append(words);
        if (text.length() > Limits.TEXT_CHARS) {
            throw new Full();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
