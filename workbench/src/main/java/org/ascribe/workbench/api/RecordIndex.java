package org.ascribe.workbench.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ascribe.analyse.Finding;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.EventDate;
import org.ascribe.core.Judgement;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.core.opinion.Opinions;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.workbench.api.RecordSource.KnownActor;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;
import org.ascribe.workbench.api.RecordSource.Standing;
import org.jspecify.annotations.Nullable;

/** One standing of the record, arranged for looking things up. Safe to share; sentences are split when first needed. */
final class RecordIndex {

    /** Newest first, those without a date last. */
    private static final Comparator<LabelledSheet> NEWEST_INCIDENT = Comparator.<LabelledSheet, LocalDate>comparing(
                    incident -> firstDay(incident.sheet().incident().when()), Comparator.reverseOrder())
            .thenComparing(incident -> incident.sheet().incident().id());

    private static final Comparator<CodedReport> NEWEST_REPORT = Comparator.<CodedReport, LocalDate>comparing(
                    report -> orEarliest(report.report().published()), Comparator.reverseOrder())
            .thenComparing(report -> report.report().id());

    /** A statement's assertion and the report that carries it. */
    record Located(Assertion assertion, CodedReport report) {}

    final Standing standing;
    /** Newest first. */
    final List<LabelledSheet> incidents;
    /** Newest first. */
    final List<CodedReport> reports;

    private final Map<String, LabelledSheet> byName = new HashMap<>();
    private final Map<String, LabelledSheet> byFormerName = new HashMap<>();
    private final Map<ReportId, CodedReport> byReport = new HashMap<>();
    private final Map<AssertionId, Located> byAssertion = new HashMap<>();
    private final Map<Telling, LabelledSheet> byTelling = new HashMap<>();
    private final Map<String, KnownActor> actors = new TreeMap<>();
    private final Set<AssertionId> otherReadings = new HashSet<>();
    private final Map<ReportId, Sentences> sentences = new ConcurrentHashMap<>();
    /** The incidents under each perspective. */
    final Settlements settlements;
    /** What analyses made of them, by what was asked. */
    final Kept<List<Finding<?>>> findings = new Kept<>(64);

    RecordIndex(Standing standing) {
        this.standing = standing;
        incidents = standing.incidents().stream().sorted(NEWEST_INCIDENT).toList();
        reports = standing.reports().stream().sorted(NEWEST_REPORT).toList();
        for (LabelledSheet incident : incidents) {
            byName.put(incident.label().toLowerCase(Locale.ROOT), incident);
            byName.put(incident.sheet().incident().id(), incident);
            incident.formerly().forEach(name -> byFormerName.put(name.toLowerCase(Locale.ROOT), incident));
            incident.sheet().incident().tellings().forEach(telling -> byTelling.put(telling, incident));
        }
        for (KnownActor actor : standing.actors()) {
            actors.put(actor.id(), actor);
        }
        Set<AssertionId> wrong = new HashSet<>();
        for (Judgement judgement : Judgement.inForce(standing.judgements())) {
            if (judgement.decision() instanceof Judgement.Decision.WrongReading struck) {
                wrong.add(struck.assertion());
            }
        }
        for (CodedReport report : reports) {
            byReport.put(report.report().id(), report);
            otherReadings.addAll(Opinions.otherReadings(report, wrong));
            for (Assertion assertion : report.assertions()) {
                byAssertion.put(assertion.id(), new Located(assertion, report));
                actorsIn(assertion.content())
                        .forEach(actor -> actors.putIfAbsent(
                                actor.id(), new KnownActor(actor.id(), actor.name(), null, null, List.of())));
            }
        }
        settlements = new Settlements(
                incidents.stream().map(incident -> incident.sheet().incident()).toList(),
                byReport,
                standing.judgements(),
                actor -> Optional.ofNullable(actors.get(actor)).map(KnownActor::parent),
                actor -> Optional.ofNullable(actors.get(actor)).map(KnownActor::name));
    }

    /** Whether it is a second opinion on words that were read otherwise before. */
    boolean isOtherReading(Assertion assertion) {
        return otherReadings.contains(assertion.id());
    }

    /** By id or label, in any case of letters, former ones included. */
    Optional<LabelledSheet> findIncident(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        LabelledSheet now = byName.get(key);
        return Optional.ofNullable(now != null ? now : byFormerName.get(key));
    }

    boolean isFormer(String name) {
        return !byName.containsKey(name.toLowerCase(Locale.ROOT));
    }

    Optional<LabelledSheet> findIncident(Telling telling) {
        return Optional.ofNullable(byTelling.get(telling));
    }

    Optional<LabelledSheet> findIncidentOf(Assertion assertion) {
        return assertion.incident() == null
                ? Optional.empty()
                : findIncident(new Telling(assertion.report(), assertion.incident()));
    }

    Optional<CodedReport> findReport(String id) {
        return isReportId(id) ? Optional.ofNullable(byReport.get(new ReportId(id))) : Optional.empty();
    }

    private static boolean isReportId(String id) {
        return id.matches("r-[0-9a-f]{16}");
    }

    CodedReport getReport(ReportId id) {
        return Objects.requireNonNull(byReport.get(id), () -> "the record lacks report " + id);
    }

    Optional<Located> findAssertion(String id) {
        return id.matches("a-[0-9a-f]{16}")
                ? Optional.ofNullable(byAssertion.get(new AssertionId(id)))
                : Optional.empty();
    }

    /** Of the dictionary and of the reports, by id. */
    Map<String, KnownActor> actors() {
        return actors;
    }

    /** The actor and those of which it is a branch, nearest first. */
    Set<String> lineage(String actor) {
        Set<String> line = new LinkedHashSet<>();
        String next = actor;
        while (next != null && line.add(next)) {
            KnownActor known = actors.get(next);
            next = known == null ? null : known.parent();
        }
        return line;
    }

    String actorName(String id) {
        KnownActor known = actors.get(id);
        return known == null ? id : known.name();
    }

    Sentences sentences(CodedReport report) {
        return sentences.computeIfAbsent(report.report().id(), id -> new Sentences(report.report()));
    }

    /** The reports that tell an incident, first published first: their place in the list is their short number. */
    List<CodedReport> reportsOf(LabelledSheet incident) {
        return incident.sheet().incident().tellings().stream()
                .map(Telling::report)
                .distinct()
                .map(this::getReport)
                .sorted(Comparator.<CodedReport, LocalDate>comparing(
                                report -> orLatest(report.report().published()))
                        .thenComparing(report -> report.report().id()))
                .toList();
    }

    /** All assertions about an incident, report by report. */
    List<Assertion> assertionsOf(LabelledSheet incident) {
        List<Assertion> found = new ArrayList<>();
        for (CodedReport report : reportsOf(incident)) {
            for (Assertion assertion : report.assertions()) {
                if (findIncidentOf(assertion).filter(incident::equals).isPresent()) {
                    found.add(assertion);
                }
            }
        }
        return found;
    }

    /** Responsibility statements of a sheet. */
    static Stream<Statement> statements(IncidentSheet sheet) {
        return Stream.concat(
                sheet.claimants().stream().flatMap(claimant -> claimant.statements().stream()),
                sheet.nobody().stream());
    }

    static Stream<ActorRef> actorsIn(Content content) {
        return switch (content) {
            case Content.Responsibility r -> Stream.ofNullable(r.actor());
            case Content.Relation r -> Stream.of(r.subject(), r.object());
            case Content.Presence p -> Stream.of(p.actor());
            case Content.Capability c -> Stream.of(c.actor());
            case Content.Occurrence o -> Stream.empty();
            case Content.Toll t -> Stream.empty();
            case Content.Evidence e -> Stream.empty();
        };
    }

    static LocalDate firstDay(@Nullable EventDate when) {
        if (when == null) {
            return LocalDate.MIN;
        }
        return when.from() != null ? when.from() : orEarliest(when.to());
    }

    private static LocalDate orEarliest(@Nullable LocalDate day) {
        return day == null ? LocalDate.MIN : day;
    }

    private static LocalDate orLatest(@Nullable LocalDate day) {
        return day == null ? LocalDate.MAX : day;
    }
}
