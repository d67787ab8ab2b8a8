package org.ascribe.exchange.datasets;

/** Why one row cannot be used; becomes an {@link org.ascribe.core.Outcome.Skipped}. */
final class RowProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;

    /**
     * @param code stable and countable
     * @param why what was found and what was expected
     */
    RowProblem(String code, String why) {
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
