package org.ascribe.pipeline;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.core.CodedReport;
import org.ascribe.core.ReportId;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.Docket;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.core.weigh.Settlement;
import org.ascribe.store.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * A ledger made ready to be settled under any perspective. Reads the ledger once; keep it as long as the ledger does not change,
 * and each further perspective costs a pass over arrays. Immutable; safe to share between threads.
 */
public final class Settling {

    private final Docket docket;
    private final Map<String, String> labels;
    private final Function<String, Optional<String>> parentOf;
    private final Function<String, Optional<String>> nameOf;

    private Settling(
            Docket docket,
            Map<String, String> labels,
            Function<String, Optional<String>> parentOf,
            Function<String, Optional<String>> nameOf) {
        this.docket = docket;
        this.labels = Map.copyOf(labels);
        this.parentOf = parentOf;
        this.nameOf = nameOf;
    }

    /** Reads all incidents, reports and judgements of a ledger; cost grows with the whole ledger. */
    public static Settling of(RecordService record) {
        Ledger ledger = record.ledger();
        Map<ReportId, CodedReport> reports = new HashMap<>();
        ledger.codedReports().forEach(report -> reports.put(report.report().id(), report));
        Map<String, Incident> incidents = ledger.labelledIncidents();
        Map<String, String> labels = new TreeMap<>();
        incidents.forEach((label, incident) -> labels.put(incident.id(), label));
        Function<String, Optional<String>> parentOf = record.dictionary()::parentOf;
        Function<String, Optional<String>> nameOf = record.dictionary()::nameOf;
        return new Settling(
                Docket.of(incidents.values(), reports, ledger.judgements(), parentOf, nameOf),
                labels,
                parentOf,
                nameOf);
    }

    /** What every perspective is settled from. */
    public Docket docket() {
        return docket;
    }

    /** The label ({@code I-17}) of an incident's id; the id itself where the ledger gave no label. */
    public String labelOf(String incidentId) {
        return labels.getOrDefault(incidentId, incidentId);
    }

    /**
     * All incidents under a perspective.
     *
     * @param asOf the day of which the record is asked; null for today
     */
    public Settlement settle(Perspective perspective, @Nullable LocalDate asOf) {
        return Settlement.of(docket, perspective, asOf);
    }

    /** All that findings are computed from. Cost grows with all statements. */
    public SettledRecord record(Perspective perspective, @Nullable LocalDate asOf) {
        return new SettledRecord(
                perspective.name(), settle(perspective, asOf).list(), docket.words(asOf), parentOf, nameOf);
    }
}
