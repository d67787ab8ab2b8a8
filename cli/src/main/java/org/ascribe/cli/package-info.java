/**
 * The {@code ascribe} command: one class a command, and the edge of the program, where the clock, the width of the screen
 * and the exit code live.
 *
 * <p>Read first {@link org.ascribe.cli.Main}. Results go to stdout, everything else to stderr. Exit codes: 0 done, 1
 * failed, 2 wrong usage, 3 done with skipped input. A command loads only what it needs.
 */
@NullMarked
package org.ascribe.cli;

import org.jspecify.annotations.NullMarked;
