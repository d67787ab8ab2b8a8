package org.ascribe.workbench.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered, for the caller to mend. */
@SuppressWarnings("serial")
public final class ProblemException extends RuntimeException {

    private final Answers.Problem problem;

    private ProblemException(Answers.Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Answers.Problem problem() {
        return problem;
    }

    /** Nothing has this id or label. */
    static ProblemException unknown(String what, String found, String where) {
        return new ProblemException(Problems.of(
                404,
                "unknown-" + what,
                "This ledger has no %s \"%s\". %s".formatted(what, found, where),
                null,
                found,
                null));
    }

    /** A parameter or member that holds what it may not hold. */
    static ProblemException invalid(String field, @Nullable String found, String expected) {
        return new ProblemException(Problems.invalid(field, found, expected));
    }

    static ProblemException unknownParameter(String name, String found, List<String> known) {
        String expected = known.isEmpty() ? "no parameter" : "one of " + String.join(", ", known);
        return new ProblemException(Problems.of(
                400,
                "unknown-parameter",
                "There is no parameter %s (given as \"%s\"), expected %s.".formatted(name, found, expected),
                name,
                found,
                expected));
    }

    /** A request that does not fit what is in the ledger already. */
    static ProblemException conflict(String code, String detail) {
        return new ProblemException(Problems.of(409, code, detail, null, null, null));
    }

    /** More incidents than the memory of this program holds. */
    static ProblemException tooLarge(int incidents) {
        return new ProblemException(Problems.of(
                503,
                "ledger-too-large",
                ("This ledger has %,d incidents, more than fit the memory of the workbench as it was started. /api/v1/counts counts them; "
                                + "for the rest serve it with more memory (ASCRIBE_HEAP=8g ascribe serve ...), or a smaller ledger.")
                        .formatted(incidents),
                null,
                null,
                null));
    }
}
