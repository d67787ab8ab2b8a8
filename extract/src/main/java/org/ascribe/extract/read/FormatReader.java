package org.ascribe.extract.read;

import java.io.IOException;

/** Reads one format. Safe to share between threads. */
interface FormatReader {

    Reading read(Input input, ReadSettings settings) throws IOException, Unreadable;
}
