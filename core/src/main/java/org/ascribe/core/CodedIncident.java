package org.ascribe.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One incident as one report tells it, drawn from the assertions that carry its label.
 *
 * @param label {@code i1}, {@code i2} ... in the order of first mention
 * @param killed over all voices of the report: lowest low to highest high; {@link Count#UNKNOWN} if none numbers it
 * @param mentions where the report speaks of it, sorted, at least one
 * @param perpetrators who is said to have done it, with the words that say so, the most telling first; empty if nobody is
 */
public record CodedIncident(
        String label,
        IncidentType type,
        String summary,
        @Nullable EventDate when,
        @Nullable Place where,
        List<Target> targets,
        List<Weapon> weapons,
        Count killed,
        Count wounded,
        List<Passage> mentions,
        List<Said<Perpetrator>> perpetrators) {

    public CodedIncident {
        perpetrators = List.copyOf(perpetrators);
        targets = List.copyOf(targets);
        weapons = List.copyOf(weapons);
        mentions = List.copyOf(mentions);
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException("incident " + label + " is mentioned nowhere");
        }
    }

    /** An incident of which no perpetrator is described. */
    public CodedIncident(
            String label,
            IncidentType type,
            String summary,
            @Nullable EventDate when,
            @Nullable Place where,
            List<Target> targets,
            List<Weapon> weapons,
            Count killed,
            Count wounded,
            List<Passage> mentions) {
        this(label, type, summary, when, where, targets, weapons, killed, wounded, mentions, List.of());
    }
}
