package org.ascribe.core.weigh;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.Assertion;
import org.ascribe.core.Count;
import org.ascribe.core.Harm;
import org.ascribe.core.Speaker;
import org.ascribe.core.resolve.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is said about one incident under one perspective: the incident sheet.
 *
 * @param perspective name of the trust policy, {@code every-voice} if none was chosen
 * @param statusWhy one sentence that says which rule gave the status
 * @param claimants one for each actor that any voice ties to the incident, most origins first
 * @param nobody statements that nobody claimed it, and denials that name no actor
 * @param tolls by voice, sorted by harm, then by date
 * @param killed over all voices; {@link Count#UNKNOWN} if none numbers it
 * @param origins independent texts: syndicated copies count once
 * @param history when the record changed, oldest first
 */
public record IncidentSheet(
        Incident incident,
        String perspective,
        Status status,
        String statusWhy,
        List<Claimant> claimants,
        List<Statement> nobody,
        List<TollByVoice> tolls,
        Count killed,
        Count wounded,
        int reports,
        int origins,
        List<Change> history) {

    public IncidentSheet {
        claimants = List.copyOf(claimants);
        nobody = List.copyOf(nobody);
        tolls = List.copyOf(tolls);
        history = List.copyOf(history);
    }

    /** The columns for lists and counts: without those that rest on nothing but another reading of a counted statement. */
    public List<Claimant> countedClaimants() {
        return claimants.stream()
                .filter(claimant -> claimant.statements().isEmpty()
                        || !claimant.statements().stream().allMatch(Statement::isOtherReading))
                .toList();
    }

    /**
     * An assertion with the day of the report that carries it.
     *
     * @param isOtherReading whether it is a second opinion on words that were read otherwise before: shown, not counted
     */
    public record Statement(
            Assertion assertion,
            @Nullable LocalDate published,
            @Nullable String outlet,
            boolean isOtherReading) {

        public Statement(Assertion assertion, @Nullable LocalDate published, @Nullable String outlet) {
            this(assertion, published, outlet, false);
        }
    }

    /**
     * One column of the sheet.
     *
     * @param origins independent texts in which some voice names the actor as responsible
     * @param statements affirming ones first, then denials and doubts; oldest first in each
     */
    public record Claimant(String actor, String name, int origins, List<Statement> statements) {
        public Claimant {
            statements = List.copyOf(statements);
        }
    }

    /** What one voice gives for one harm. */
    public record TollByVoice(Harm harm, Count count, Speaker speaker, Statement statement) {}

    /**
     * A day on which the record changed.
     *
     * @param what for people: "first report", "claim by Islamic State", "killed 137"
     */
    public record Change(@Nullable LocalDate day, String what, Assertion because) {}
}
