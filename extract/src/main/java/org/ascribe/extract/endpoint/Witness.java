package org.ascribe.extract.endpoint;

import org.ascribe.core.Report;

/** Is told, on the thread that extracts, of what a second opinion lacks. */
public interface Witness {

    /** Tells nobody. */
    Witness SILENT = new Witness() {};

    /** No opinion came for this report; it keeps its first reading. */
    default void failed(Report report, EndpointException why) {}

    /**
     * The reply had something that was not kept.
     *
     * @param reason stable and countable, such as {@code quote-not-in-text}
     * @param words of the reply, cut
     */
    default void dropped(Report report, String reason, String words) {}
}
