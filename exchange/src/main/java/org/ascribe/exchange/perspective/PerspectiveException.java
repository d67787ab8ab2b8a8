package org.ascribe.exchange.perspective;

import org.jspecify.annotations.Nullable;

/** A perspective that cannot be used; the message says where, what was found, what was expected, and what to do. */
public final class PerspectiveException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable Integer line;

    PerspectiveException(String message, @Nullable Integer line) {
        super(message);
        this.line = line;
    }

    /** Where in the file, from 1 on; null where it is the file as a whole. */
    public @Nullable Integer line() {
        return line;
    }
}
