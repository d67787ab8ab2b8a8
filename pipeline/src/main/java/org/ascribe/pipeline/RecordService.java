package org.ascribe.pipeline;

import java.util.List;
import java.util.Optional;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedReport;
import org.ascribe.core.ReportId;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.store.ActorRow;
import org.ascribe.store.IncidentFilter;
import org.ascribe.store.IncidentRow;
import org.ascribe.store.Ledger;
import org.ascribe.store.ReportRow;

/** What the screens and the commands ask of one ledger. Safe to share between threads. */
public final class RecordService {

    public RecordService(Ledger ledger) {}

    /** The incidents that pass, newest first, those of unknown date last. */
    public List<IncidentRow> incidents(IncidentFilter filter) {
        throw new UnsupportedOperationException("being written");
    }

    /** The line of one incident by label ({@code I-17}, any case) or id; the label of a merged incident leads on. */
    public Optional<IncidentRow> findIncident(String labelOrId) {
        throw new UnsupportedOperationException("being written");
    }

    /** The sheet under every voice, by label or id as in {@link #findIncident}. */
    public Optional<IncidentSheet> findSheet(String labelOrId) {
        throw new UnsupportedOperationException("being written");
    }

    /** Other incidents of an actor that both are tied to, at most 48 hours apart, both dated to the day. */
    public List<IncidentRow> nearby(String labelOrId) {
        throw new UnsupportedOperationException("being written");
    }

    /** All reports, newest first, those without a date last. */
    public List<ReportRow> reports() {
        throw new UnsupportedOperationException("being written");
    }

    /** The reports whose title or text has these words in this order; case does not matter. */
    public List<ReportRow> searchReports(String words) {
        throw new UnsupportedOperationException("being written");
    }

    /** The report with its text, its furniture, and what it says, as it was coded last. */
    public Optional<CodedReport> findReport(ReportId id) {
        throw new UnsupportedOperationException("being written");
    }

    /** The label of the incident that this report's own label ({@code i1}) belongs to. */
    public Optional<String> findLabel(ReportId report, String ownLabel) {
        throw new UnsupportedOperationException("being written");
    }

    /** All actors, most assertions first. */
    public List<ActorRow> actors() {
        throw new UnsupportedOperationException("being written");
    }

    /** What is said of one actor and by it, by the day of the report. */
    public List<Assertion> assertionsOf(String actorId) {
        throw new UnsupportedOperationException("being written");
    }
}
