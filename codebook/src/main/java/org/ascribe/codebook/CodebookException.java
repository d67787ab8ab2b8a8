package org.ascribe.codebook;

/** A codebook, examples or a model that cannot be used; the message is for people: what, where, what to do. */
public final class CodebookException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CodebookException(String message) {
        super(message);
    }
}
