package org.ascribe.cli;

import java.io.PrintStream;
import java.time.InstantSource;

/** Where a command writes, and what time it is there. */
record Console(PrintStream out, PrintStream err, InstantSource clock) {

    /** Columns of the screen, 60..200; 100 where there is none. */
    int width() {
        String told = System.getenv("ASCRIBE_WIDTH");
        if (told == null || !told.matches("\\d{1,4}")) {
            return 100;
        }
        return Math.clamp(Integer.parseInt(told), 60, 200);
    }
}
