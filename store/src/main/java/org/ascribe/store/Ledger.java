package org.ascribe.store;

import java.nio.file.Path;

/** The ledger in a file. */
public final class Ledger implements AutoCloseable {

    /** How a ledger is opened. */
    public enum Mode {
        /** To look; any number of processes at once, while none writes. */
        READ,
        /** To write; the file must be there. */
        WRITE,
        /** To write; a file that is not there is made. */
        CREATE
    }

    public static Ledger open(Path file, Mode mode) {
        throw new UnsupportedOperationException("being written");
    }

    @Override
    public void close() {}

    private Ledger() {}
}
