package org.ascribe.analyse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Settled;

/**
 * A ledger as one perspective settles it: what every finding is computed from.
 *
 * @param perspective the name of the trust policy
 * @param incidents all that the ledger holds, or what a filter left of them; in order of their ids
 * @param words statements on relations, presence and strength, of any incident or none; oldest first
 * @param parentOf the actor of which an actor is a branch, by id
 * @param nameOf the usual name of an actor, by id
 */
public record SettledRecord(
        String perspective,
        List<Settled> incidents,
        List<Statement> words,
        Function<String, Optional<String>> parentOf,
        Function<String, Optional<String>> nameOf) {

    public SettledRecord {
        incidents = List.copyOf(incidents);
        words = List.copyOf(words);
    }
}
