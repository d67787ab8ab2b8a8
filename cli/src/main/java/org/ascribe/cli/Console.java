package org.ascribe.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Where a command writes, and what time it is there. */
record Console(PrintStream out, PrintStream err, InstantSource clock) {

    /** Columns of the screen, 60..200; as {@code ASCRIBE_WIDTH}, else {@code COLUMNS} say; 120 where nothing says it. */
    int width() {
        return width(System.getenv("ASCRIBE_WIDTH"), System.getenv("COLUMNS"));
    }

    /** The first of these words that is a number, within bounds. */
    static int width(@Nullable String... told) {
        for (String words : told) {
            if (words != null && words.matches("\\d{1,4}")) {
                return Math.clamp(Integer.parseInt(words), 60, 200);
            }
        }
        return 120;
    }
}
