package org.ascribe.core.weigh;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Judgement;
import org.ascribe.core.resolve.Incident;

/** The perspective {@code every-voice}: every voice counts, none more than another. */
public final class EveryVoice {

    /**
     * @param parentOf the actor of which an actor is a branch, by id
     * @param nameOf the usual name of an actor, by id
     */
    public EveryVoice(Function<String, Optional<String>> parentOf, Function<String, Optional<String>> nameOf) {}

    /**
     * The sheet of one incident.
     *
     * @param involved the reports of its tellings; others are passed over
     * @param judgements all of the ledger
     */
    public IncidentSheet sheet(Incident incident, Collection<CodedReport> involved, Collection<Judgement> judgements) {
        throw new UnsupportedOperationException("being written");
    }
}
