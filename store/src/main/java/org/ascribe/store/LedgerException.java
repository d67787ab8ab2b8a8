package org.ascribe.store;

import org.jspecify.annotations.Nullable;

/** A ledger cannot be used; the message says which, why, and what to do. */
public final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What stands in the way. */
    public enum Cause {
        MISSING,
        /** Another process has the file open. */
        HELD,
        /** The file is not a ledger. */
        FOREIGN,
        DAMAGED,
        /** Written by a later version of the program. */
        NEWER,
        /** Written by an earlier version, and opened for reading alone. */
        OLDER,
        /** The machine refuses: no permission, no space. */
        MACHINE
    }

    private final Cause reason;

    LedgerException(Cause reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }
}
