package org.ascribe.analyse;

import java.util.List;
import org.ascribe.core.AssertionId;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis found, with all that a reader needs to check it.
 *
 * @param kind {@code escalation}, {@code unusual-month}, {@code near-simultaneous}, {@code relations}, {@code restraint},
 *     {@code word-against-record}, {@code silence}, {@code spillover}, {@code outlook}
 * @param subject what it is about, for people: "Islamic State in Afghanistan, 2023-01 to 2024-03"
 * @param sentence the finding in one sentence, with its figures; where the data are too few, that, with the number there is
 * @param perspective the trust policy that it was computed under
 * @param incidents ids of the incidents that it rests on, sorted
 * @param statements ids of the statements that it rests on besides, sorted
 * @param method what was computed, in a sentence that a reader can follow
 * @param reference the publication of the method
 * @param limits what it cannot show
 * @param sensitivity how it moves; null where there is too little to compute
 * @param result the figures; null where the data are too few
 */
public record Finding<T>(
        String kind,
        String subject,
        String sentence,
        String perspective,
        List<String> incidents,
        List<AssertionId> statements,
        String method,
        String reference,
        List<String> limits,
        @Nullable Sensitivity sensitivity,
        @Nullable T result) {

    public Finding {
        incidents = incidents.stream().sorted().toList();
        statements = statements.stream().sorted().toList();
        limits = List.copyOf(limits);
    }

    /** The same with another sensitivity. */
    public Finding<T> with(Sensitivity other) {
        return new Finding<>(
                kind, subject, sentence, perspective, incidents, statements, method, reference, limits, other, result);
    }

    /**
     * How one figure moves.
     *
     * @param figure what moves: "restraint", "rate after the change"
     * @param value the finding's own
     * @param withoutMostInfluential the figure without each of the three statements or incidents that move it most, the
     *     strongest first
     * @param perspectives the figure under other perspectives, where they were given
     */
    public record Sensitivity(
            String figure, double value, List<Moved> withoutMostInfluential, List<Moved> perspectives) {

        public Sensitivity {
            withoutMostInfluential = List.copyOf(withoutMostInfluential);
            perspectives = List.copyOf(perspectives);
        }
    }

    /** @param what an assertion's or incident's id that was left out, or the perspective's name */
    public record Moved(String what, double value) {}
}
