package org.ascribe.workbench.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Judgement;
import org.ascribe.core.ReportId;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.Docket;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.core.weigh.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * One standing of the record as perspectives settle it. Each is settled when first asked for and kept, so that a switch on the
 * page costs nothing. Safe to share.
 */
final class Settlements {

    /** All that are built in, and some of the users' own. */
    private static final int MOST = 24;

    private final Supplier<Docket> reading;
    private final Function<String, Optional<String>> parentOf;
    private final Function<String, Optional<String>> nameOf;
    private @Nullable Docket docket;
    private final Kept<Settlement> settled = new Kept<>(MOST);
    private final Kept<SettledRecord> records = new Kept<>(MOST);

    Settlements(
            Collection<Incident> incidents,
            Map<ReportId, CodedReport> reports,
            List<Judgement> judgements,
            Function<String, Optional<String>> parentOf,
            Function<String, Optional<String>> nameOf) {
        this.parentOf = parentOf;
        this.nameOf = nameOf;
        reading = () -> Docket.of(incidents, reports, judgements, parentOf, nameOf);
    }

    Settlement under(Perspective perspective) {
        return settled.get(perspective, () -> Settlement.of(docket(), perspective, null));
    }

    /** What findings are computed from. */
    SettledRecord record(Perspective perspective) {
        return records.get(
                perspective,
                () -> new SettledRecord(
                        perspective.name(), under(perspective).list(), docket().words(null), parentOf, nameOf));
    }

    private synchronized Docket docket() {
        Docket known = docket;
        if (known == null) {
            known = reading.get();
            docket = known;
        }
        return known;
    }
}
