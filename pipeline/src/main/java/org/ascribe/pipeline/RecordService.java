package org.ascribe.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedReport;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.Judgement;
import org.ascribe.core.Judgement.Decision;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Link;
import org.ascribe.core.resolve.Resolver;
import org.ascribe.core.weigh.EveryVoice;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.store.ActorRow;
import org.ascribe.store.Import;
import org.ascribe.store.IncidentFilter;
import org.ascribe.store.IncidentRow;
import org.ascribe.store.Ledger;
import org.ascribe.store.ReportRow;
import org.jspecify.annotations.Nullable;

/** What the screens and the commands ask of one ledger. Safe to share between threads. */
public final class RecordService {

    /** Between two attacks that are shown as near in time. */
    private static final int NEAR_DAYS = 2;

    private final Ledger ledger;
    private final String programVersion;
    private final ActorDictionary dictionary;
    private final EveryVoice everyVoice;

    public RecordService(Ledger ledger, String programVersion) {
        this.ledger = ledger;
        this.programVersion = programVersion;
        this.dictionary = ActorDictionary.load();
        this.everyVoice = new EveryVoice(dictionary::parentOf, dictionary::nameOf);
    }

    public Ledger ledger() {
        return ledger;
    }

    public ActorDictionary dictionary() {
        return dictionary;
    }

    /** Whether the incidents are those of all reports and judgements that the ledger holds. */
    public boolean isCurrent() {
        return ledger.isRebuilt(programVersion);
    }

    /**
     * The stages resolve and weigh over the whole ledger, unless it has them already; needs a ledger open for writing.
     *
     * @return whether there was anything to do
     */
    public boolean rebuildIfNeeded(Progress progress) {
        if (isCurrent()) {
            return false;
        }
        progress.stage("resolve");
        Map<ReportId, ReportId> superseded = ledger.superseded();
        List<Judgement> judgements = ledger.judgements().stream()
                .map(judgement -> present(judgement, superseded))
                .toList();
        List<CodedReport> reports = ledger.reportsToResolve(judged(judgements));
        List<Incident> incidents = Resolver.resolve(reports, judgements);
        progress.stage("weigh");
        Map<ReportId, CodedReport> byId = new HashMap<>();
        reports.forEach(report -> byId.put(report.report().id(), report));
        List<IncidentSheet> sheets = incidents.stream()
                .map(incident -> sheet(incident, byId, judgements))
                .toList();
        ledger.rebuild(sheets, programVersion);
        return true;
    }

    /** A judgement on an earlier telling of a row holds for its present one; its id, by which it is undone, stays. */
    private static Judgement present(Judgement judgement, Map<ReportId, ReportId> superseded) {
        Decision decision = switch (judgement.decision()) {
            case Decision.SameIncident(Telling a, Telling b) ->
                new Decision.SameIncident(present(a, superseded), present(b, superseded));
            case Decision.NotSameIncident(Telling a, Telling b) ->
                new Decision.NotSameIncident(present(a, superseded), present(b, superseded));
            case Decision.Unsure(Telling a, Telling b) ->
                new Decision.Unsure(present(a, superseded), present(b, superseded));
            case Decision.MergeIncidents(List<Telling> one, List<Telling> other) ->
                new Decision.MergeIncidents(present(one, superseded), present(other, superseded));
            case Decision.SplitIncident(List<Telling> stays, List<Telling> leaves) ->
                new Decision.SplitIncident(present(stays, superseded), present(leaves, superseded));
            case Decision.WrongReading reading -> reading;
            case Decision.RightActor right -> right;
        };
        return decision.equals(judgement.decision())
                ? judgement
                : new Judgement(
                        judgement.id(),
                        judgement.at(),
                        judgement.user(),
                        judgement.reason(),
                        decision,
                        judgement.undoes());
    }

    private static List<Telling> present(List<Telling> tellings, Map<ReportId, ReportId> superseded) {
        return tellings.stream().map(telling -> present(telling, superseded)).toList();
    }

    private static Telling present(Telling telling, Map<ReportId, ReportId> superseded) {
        ReportId now = superseded.get(telling.report());
        return now == null ? telling : new Telling(now, telling.label());
    }

    /** The reports that judgements speak of. */
    private Set<ReportId> judged(List<Judgement> judgements) {
        Set<ReportId> judged = new TreeSet<>();
        Set<AssertionId> assertions = new TreeSet<>();
        for (Judgement judgement : judgements) {
            switch (judgement.decision()) {
                case Decision.SameIncident(Telling a, Telling b) -> judged.addAll(List.of(a.report(), b.report()));
                case Decision.NotSameIncident(Telling a, Telling b) -> judged.addAll(List.of(a.report(), b.report()));
                case Decision.Unsure(Telling a, Telling b) -> judged.addAll(List.of(a.report(), b.report()));
                case Decision.MergeIncidents(List<Telling> one, List<Telling> other) ->
                    Stream.concat(one.stream(), other.stream())
                            .map(Telling::report)
                            .forEach(judged::add);
                case Decision.SplitIncident(List<Telling> stays, List<Telling> leaves) ->
                    Stream.concat(stays.stream(), leaves.stream())
                            .map(Telling::report)
                            .forEach(judged::add);
                case Decision.WrongReading(AssertionId assertion) -> assertions.add(assertion);
                case Decision.RightActor(AssertionId assertion, String actor) -> assertions.add(assertion);
            }
        }
        ledger.assertions(assertions).forEach(assertion -> judged.add(assertion.report()));
        return judged;
    }

    IncidentSheet sheet(Incident incident, Map<ReportId, CodedReport> byId, List<Judgement> judgements) {
        List<CodedReport> involved = incident.tellings().stream()
                .map(Telling::report)
                .distinct()
                .map(byId::get)
                .filter(Objects::nonNull)
                .toList();
        return everyVoice.sheet(incident, involved, judgements);
    }

    /** The incidents that pass, newest first, those of unknown date last. */
    public List<IncidentRow> incidents(IncidentFilter filter) {
        return ledger.incidents(filter);
    }

    /** The line of one incident by label ({@code I-17}, any case) or id; the label of a merged incident leads on. */
    public Optional<IncidentRow> findIncident(String labelOrId) {
        return ledger.findIncidentRow(labelOrId);
    }

    /** The sheet under every voice, by label or id as in {@link #findIncident}. */
    public Optional<IncidentSheet> findSheet(String labelOrId) {
        return ledger.findIncident(labelOrId).map(incident -> {
            Set<ReportId> reports =
                    incident.tellings().stream().map(Telling::report).collect(Collectors.toCollection(TreeSet::new));
            return everyVoice.sheet(incident, ledger.codedReports(reports), ledger.judgements());
        });
    }

    /** One incident with its label, and the labels of those that went into it. */
    public record Labelled(String label, IncidentSheet sheet, List<String> formerly) {
        public Labelled {
            formerly = List.copyOf(formerly);
        }
    }

    /** Every incident with its sheet, in no particular order; cost grows with the whole ledger. */
    public List<Labelled> sheets() {
        Map<ReportId, CodedReport> byId = new HashMap<>();
        ledger.codedReports().forEach(report -> byId.put(report.report().id(), report));
        List<Judgement> judgements = ledger.judgements();
        Map<String, List<String>> former = ledger.formerLabels();
        List<Labelled> sheets = new ArrayList<>();
        ledger.labelledIncidents()
                .forEach((label, incident) -> sheets.add(
                        new Labelled(label, sheet(incident, byId, judgements), former.getOrDefault(label, List.of()))));
        return List.copyOf(sheets);
    }

    /** The pairs of tellings that are alike by at least so many bits, joined or not; cost grows with the whole ledger. */
    public List<Link> alike(double least) {
        return Resolver.alike(ledger.codedReports(), least);
    }

    /** Other incidents that the same actor is tied to, at most 48 hours apart, both dated to the day. */
    public List<IncidentRow> nearby(String labelOrId) {
        IncidentRow centre = findIncident(labelOrId).orElse(null);
        LocalDate day = centre == null ? null : day(centre.when());
        if (centre == null || day == null) {
            return List.of();
        }
        Set<String> actors =
                centre.claimants().stream().map(IncidentRow.Named::id).collect(Collectors.toSet());
        IncidentFilter window =
                new IncidentFilter(null, null, day.minusDays(NEAR_DAYS), day.plusDays(NEAR_DAYS), null, null, null);
        return incidents(window).stream()
                .filter(other -> !other.label().equals(centre.label()))
                .filter(other -> isNear(day, day(other.when())))
                .filter(other -> other.claimants().stream().anyMatch(actor -> actors.contains(actor.id())))
                .toList();
    }

    private static boolean isNear(LocalDate day, @Nullable LocalDate other) {
        return other != null && Math.abs(ChronoUnit.DAYS.between(day, other)) <= NEAR_DAYS;
    }

    private static @Nullable LocalDate day(@Nullable EventDate when) {
        return when == null || when.precision() != DatePrecision.DAY ? null : when.from();
    }

    /** All reports, newest first, those without a date last. */
    public List<ReportRow> reports() {
        return ledger.reports();
    }

    /** The reports whose title or text has these words in this order; case does not matter. */
    public List<ReportRow> searchReports(String words) {
        return ledger.searchReports(words);
    }

    /** The report with its text, its furniture, and what it says, as it was coded last. */
    public Optional<CodedReport> findReport(ReportId id) {
        return ledger.findReport(id);
    }

    /** The label of the incident that this report's own label ({@code i1}) belongs to. */
    public Optional<String> findLabel(ReportId report, String ownLabel) {
        return ledger.findLabel(new Telling(report, ownLabel));
    }

    /** All actors, most assertions first. */
    public List<ActorRow> actors() {
        return ledger.actors();
    }

    /** What is said of one actor and by it, in the order of reports and of their text. */
    public List<Assertion> assertionsOf(String actorId) {
        return ledger.assertionsOf(actorId).stream()
                .sorted(Comparator.comparing(Assertion::report)
                        .thenComparing(Assertion::passage)
                        .thenComparing(Assertion::id))
                .toList();
    }

    /** Keeps a person's decision and heeds it at once; needs a ledger open for writing. */
    public void add(Judgement judgement, Progress progress) {
        ledger.appendJudgements(List.of(judgement));
        rebuildIfNeeded(progress);
    }

    /** What some rows of an import would be, each for itself, under the row's own id; nothing of the ledger changes. */
    public List<Labelled> sampleOf(String importId, int most) {
        List<Labelled> sample = new ArrayList<>();
        for (CodedReport row : ledger.sampleOfImport(importId, most)) {
            String rowId = row.report().docid();
            for (Incident incident : Resolver.resolve(List.of(row), List.of())) {
                sample.add(new Labelled(
                        rowId == null ? incident.id() : rowId,
                        everyVoice.sheet(incident, List.of(row), List.of()),
                        List.of()));
            }
        }
        return List.copyOf(sample);
    }

    /** Keeps what becomes of an import and heeds it at once; needs a ledger open for writing. */
    public void decide(String importId, Import.State state, Instant at, String user, Progress progress) {
        ledger.setImportState(importId, state, at, user);
        rebuildIfNeeded(progress);
    }
}
