package org.ascribe.extract.read;

/** Ends the reading of one document; {@link ReportReader} turns it into a skipped outcome. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable and countable
     * @param why what was found, what was expected, what to do; follows "Cannot read PLACE: "
     */
    Unreadable(String code, String why) {
        super(why, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
