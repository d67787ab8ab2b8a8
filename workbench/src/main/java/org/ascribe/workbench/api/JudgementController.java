package org.ascribe.workbench.api;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascribe.core.AssertionId;
import org.ascribe.core.Judgement;
import org.ascribe.core.Judgement.Decision;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.workbench.api.Answers.JudgementView;
import org.ascribe.workbench.api.Answers.NewJudgement;
import org.ascribe.workbench.api.Answers.Page;
import org.ascribe.workbench.api.Answers.TellingRef;
import org.ascribe.workbench.api.Answers.Undo;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decisions of people, added to the ledger and never deleted: taking one back is a decision too. */
@RestController
@RequestMapping(path = "/api/v1/judgements", produces = "application/json")
final class JudgementController {

    private final RecordDesk desk;

    JudgementController(RecordDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page<JudgementView> listJudgements(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        RecordIndex index = desk.index();
        List<Judgement> newestFirst = index.standing.judgements().stream()
                .sorted(Comparator.comparing(Judgement::at).reversed().thenComparing(Judgement::id))
                .toList();
        return Paging.page(newestFirst, Judgement::id, new Showing(index)::judgement, limit, cursor);
    }

    @PostMapping(consumes = "application/json")
    ResponseEntity<JudgementView> judge(@RequestBody NewJudgement asked) {
        Decision decision = decision(asked, desk.index());
        return add(Judgement.of(desk.clock().instant(), user(asked.user()), reason(asked.reason()), decision, null));
    }

    @PostMapping(path = "/{judgement}/undo", consumes = "application/json")
    ResponseEntity<JudgementView> undo(@PathVariable String judgement, @RequestBody Undo asked) {
        List<Judgement> all = desk.index().standing.judgements();
        Judgement undone = all.stream()
                .filter(known -> known.id().equals(judgement))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.unknown("judgement", judgement, "/api/v1/judgements lists all of them."));
        Showing.findUndo(judgement, all).ifPresent(later -> {
            throw ProblemException.conflict(
                    "already-undone",
                    "Judgement %s was taken back by %s already, with %s. To decide it once more, post it anew."
                            .formatted(judgement, later.user(), later.id()));
        });
        return add(Judgement.of(
                desk.clock().instant(), user(asked.user()), reason(asked.reason()), undone.decision(), undone.id()));
    }

    private ResponseEntity<JudgementView> add(Judgement judgement) {
        desk.source().add(judgement);
        return ResponseEntity.created(URI.create("/api/v1/judgements/" + judgement.id()))
                .body(new Showing(desk.index()).judgement(judgement));
    }

    private static Decision decision(NewJudgement asked, RecordIndex index) {
        if (asked.decision() == null) {
            throw ProblemException.invalid(
                    "decision",
                    null,
                    "one of same-incident, not-same-incident, unsure, merge-incidents, split-incident, wrong-reading, right-actor");
        }
        return switch (asked.decision()) {
            case SAME_INCIDENT -> {
                Pair pair = pair(asked, index);
                yield new Decision.SameIncident(pair.a, pair.b);
            }
            case NOT_SAME_INCIDENT -> {
                Pair pair = pair(asked, index);
                yield new Decision.NotSameIncident(pair.a, pair.b);
            }
            case UNSURE -> {
                Pair pair = pair(asked, index);
                yield new Decision.Unsure(pair.a, pair.b);
            }
            case MERGE_INCIDENTS -> {
                List<LabelledSheet> two =
                        incidents(asked, 2, "the labels of two incidents, such as I-17 and I-20", index);
                if (two.getFirst().equals(two.getLast())) {
                    throw ProblemException.invalid(
                            "incidents", two.getFirst().label() + " twice", "two incidents that are not one already");
                }
                yield new Decision.MergeIncidents(tellings(two.getFirst()), tellings(two.getLast()));
            }
            case SPLIT_INCIDENT -> {
                List<Telling> all = tellings(incidents(asked, 1, "the label of one incident, such as I-17", index)
                        .getFirst());
                Set<String> reports = asked.reports() == null ? Set.of() : Set.copyOf(asked.reports());
                Map<Boolean, List<Telling>> leaves = all.stream()
                        .collect(Collectors.partitioningBy(
                                telling -> reports.contains(telling.report().value())));
                List<Telling> leaving = Objects.requireNonNull(leaves.get(true));
                List<Telling> staying = Objects.requireNonNull(leaves.get(false));
                long found = leaving.stream().map(Telling::report).distinct().count();
                if (leaving.isEmpty() || staying.isEmpty() || found < reports.size()) {
                    throw ProblemException.invalid(
                            "reports",
                            String.join(", ", reports),
                            "ids of some reports that tell of the incident, at least one and not all of them");
                }
                yield new Decision.SplitIncident(staying, leaving);
            }
            case WRONG_READING -> new Decision.WrongReading(assertion(asked.assertion(), index));
            case RIGHT_ACTOR -> {
                String actor = asked.actor();
                if (actor == null || !index.actors().containsKey(actor)) {
                    throw ProblemException.invalid(
                            "actor", actor, "the id of an actor of this ledger or its dictionary");
                }
                yield new Decision.RightActor(assertion(asked.assertion(), index), actor);
            }
        };
    }

    private static List<LabelledSheet> incidents(NewJudgement asked, int count, String expected, RecordIndex index) {
        List<String> labels = asked.incidents();
        if (labels == null || labels.size() != count) {
            throw ProblemException.invalid("incidents", labels == null ? null : String.join(", ", labels), expected);
        }
        return labels.stream()
                .map(label -> index.findIncident(label)
                        .orElseThrow(() -> ProblemException.invalid("incidents", label, expected)))
                .toList();
    }

    private static List<Telling> tellings(LabelledSheet incident) {
        return incident.sheet().incident().tellings();
    }

    private record Pair(Telling a, Telling b) {}

    private static Pair pair(NewJudgement asked, RecordIndex index) {
        Pair pair = new Pair(telling("a", asked.a(), index), telling("b", asked.b(), index));
        if (pair.a.equals(pair.b)) {
            throw ProblemException.invalid("b", pair.b.report() + " " + pair.b.label(), "another telling than a");
        }
        return pair;
    }

    private static Telling telling(String field, @Nullable TellingRef asked, RecordIndex index) {
        String expected = "a telling of this ledger, such as {\"report\": \"r-…\", \"label\": \"i1\"}";
        if (asked == null || asked.report() == null || asked.label() == null) {
            throw ProblemException.invalid(field, null, expected);
        }
        if (index.findReport(asked.report()).isEmpty()) {
            throw ProblemException.invalid(field + ".report", asked.report(), "the id of a report of this ledger");
        }
        Telling telling = new Telling(new ReportId(asked.report()), asked.label());
        if (index.findIncident(telling).isEmpty()) {
            throw ProblemException.invalid(
                    field + ".label", asked.label(), "a label that the report tells, such as i1");
        }
        return telling;
    }

    private static AssertionId assertion(@Nullable String asked, RecordIndex index) {
        if (asked == null || index.findAssertion(asked).isEmpty()) {
            throw ProblemException.invalid("assertion", asked, "the id of an assertion of this ledger");
        }
        return new AssertionId(asked);
    }

    private static String user(@Nullable String user) {
        if (user == null || user.isBlank() || user.length() > 200) {
            throw ProblemException.invalid("user", user, "the name of whoever decides, 1 to 200 characters");
        }
        return user.strip();
    }

    private static String reason(@Nullable String reason) {
        if (reason != null && reason.length() > 4000) {
            throw ProblemException.invalid("reason", reason, "at most 4000 characters");
        }
        return reason == null ? "" : reason.strip();
    }
}
