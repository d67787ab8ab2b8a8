package org.ascribe.extract.read;

import java.time.Duration;

/** How much of anything is read, so that no input can fill the memory. */
final class Limits {

    /** Longest text of one report, in UTF-16 units: about the length of four novels. */
    static final int TEXT_CHARS = 2_000_000;

    /** Longest line of JSON Lines, in bytes: a text of {@link #TEXT_CHARS} with every sixth character escaped. */
    static final int LINE_BYTES = 12 << 20;

    /** Largest plain text or web page, in bytes. */
    static final int PAGE_BYTES = 16 << 20;

    /** Largest document with pictures in it (PDF, DOCX, mail), in bytes. */
    static final int DOCUMENT_BYTES = 64 << 20;

    /** Largest sum of the text parts of a DOCX, unpacked, in bytes. */
    static final int UNPACKED_BYTES = 48 << 20;

    /** For one address, all redirects and the whole answer together. */
    static final Duration DOWNLOAD = Duration.ofSeconds(60);

    private Limits() {}
}
