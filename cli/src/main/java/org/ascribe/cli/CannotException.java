package org.ascribe.cli;

/** What was asked cannot be done; the message says what, where, why, and what to do. */
final class CannotException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotException(String message) {
        super(message);
    }
}
