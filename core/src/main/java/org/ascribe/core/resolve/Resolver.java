package org.ascribe.core.resolve;

import java.util.Collection;
import java.util.List;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Judgement;

/** From what single reports tell to incidents. */
public final class Resolver {

    private Resolver() {}

    /**
     * The incidents of all reports, sorted by date and then by id; every telling is in exactly one of them.
     *
     * @param judgements all of the ledger; those of other kinds, and those taken back, change nothing here
     */
    public static List<Incident> resolve(Collection<CodedReport> reports, Collection<Judgement> judgements) {
        throw new UnsupportedOperationException("being written");
    }
}
