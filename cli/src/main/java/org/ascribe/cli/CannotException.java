package org.ascribe.cli;

/** What was asked cannot be done; the message says what, where, why, and what to do. */
final class CannotException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CannotException(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    CannotException(String message) {
        this(message, Main.FAILED);
    }

    /** The words of the command itself are wrong. */
    static CannotException wrongUsage(String message) {
        return new CannotException(message, Main.WRONG_USAGE);
    }

    int exitCode() {
        return exitCode;
    }
}
