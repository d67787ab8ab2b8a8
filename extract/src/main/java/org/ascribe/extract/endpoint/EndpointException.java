package org.ascribe.extract.endpoint;

/** No usable reply came for one report. The message says what was found and what to do; it never holds the key. */
public final class EndpointException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Whether another report may fare better. */
    enum Reach {
        THIS_REPORT,
        /** As long as the server cannot be reached. */
        CONNECTION,
        /** The server refuses us, and will refuse the next report too. */
        ALL_REPORTS
    }

    private final String code;
    private final Reach reach;

    EndpointException(String code, Reach reach, String message) {
        super(message);
        this.code = code;
        this.reach = reach;
    }

    /** Stable and countable, such as {@code answer-not-json}. */
    public String code() {
        return code;
    }

    Reach reach() {
        return reach;
    }
}
