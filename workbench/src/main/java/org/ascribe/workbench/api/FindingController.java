package org.ascribe.workbench.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.Comparison;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.analyse.catalogue.Analyses;
import org.ascribe.analyse.relations.RelationsAnalysis;
import org.ascribe.analyse.relations.RestraintAnalysis;
import org.ascribe.core.ContentHash;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.workbench.api.Answers.FindingView;
import org.ascribe.workbench.api.Answers.Findings;
import org.ascribe.workbench.api.Answers.IncidentName;
import org.ascribe.workbench.api.Answers.MovedView;
import org.ascribe.workbench.api.Answers.SensitivityView;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the settled record shows, kind by kind, each finding with its method, its data and its limits. */
@RestController
@RequestMapping("/api/v1")
final class FindingController {

    private static final List<Analysis> ANALYSES = Analyses.all();
    private static final List<String> KINDS =
            ANALYSES.stream().flatMap(analysis -> analysis.kinds().stream()).toList();

    private final RecordDesk desk;

    FindingController(RecordDesk desk) {
        this.desk = desk;
    }

    /**
     * Which findings.
     *
     * @param kind such as escalation; none means all kinds
     * @param perspective the trust policy; none means every voice
     * @param actor id; its branches are part of it
     * @param other with {@code actor}: the other one of a pair
     * @param country ISO 3166-1 alpha-2
     * @param compare whether each finding says how it moves under the other built-in perspectives; takes longer
     */
    record FindingsAsked(
            @Nullable List<String> kind,
            @Nullable String perspective,
            @Nullable String actor,
            @Nullable String other,
            @Nullable String country,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean compare) {}

    @GetMapping(path = "/findings", produces = "application/json")
    Findings listFindings(@ModelAttribute FindingsAsked asked) {
        View view = desk.view(asked.perspective());
        Showing showing = new Showing(view);
        return new Findings(
                KINDS,
                find(asked, view).stream()
                        .map(finding -> view(finding, view.index, showing))
                        .toList());
    }

    /** The data of one finding as CSV: its figures, or one of its tables. */
    @GetMapping(path = "/findings.csv", produces = Csv.TYPE)
    ResponseEntity<String> exportFinding(
            @ModelAttribute FindingsAsked asked,
            @RequestParam String id,
            @RequestParam(required = false) @Nullable String table) {
        Finding<?> finding = find(asked, desk.view(asked.perspective())).stream()
                .filter(one -> id(one).equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.unknown(
                        "finding", id, "Ask /api/v1/findings with the same filters for those that there are."));
        if (finding.result() == null) {
            throw ProblemException.conflict("too-few-data", finding.sentence());
        }
        Figures.Table rows = Figures.table(Figures.plain(finding.result()), table);
        return Csv.file(finding.kind() + "-" + id + ".csv", Csv.table(rows.columns(), rows.rows()));
    }

    private List<Finding<?>> find(FindingsAsked asked, View view) {
        List<String> kinds = asked.kind() == null ? List.of() : asked.kind();
        for (String kind : kinds) {
            if (!KINDS.contains(kind)) {
                throw ProblemException.invalid("kind", kind, "one of " + String.join(", ", KINDS));
            }
        }
        known("actor", asked.actor(), view.index);
        known("other", asked.other(), view.index);
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid("to", to.toString(), "a day not before from, which is " + from);
        }
        String country = asked.country();
        Scope scope = new Scope(
                asked.actor(),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                from,
                to,
                Scope.USUAL_LEAST_SUPPORT);
        boolean compares = Boolean.TRUE.equals(asked.compare());
        List<Analysis> analyses = ANALYSES.stream()
                .filter(analysis -> kinds.isEmpty() || analysis.kinds().stream().anyMatch(kinds::contains))
                .toList();
        Pair pair = asked.actor() == null || asked.other() == null ? null : new Pair(asked.actor(), asked.other());
        if (pair != null && areKin(pair, view.index)) {
            throw ProblemException.invalid(
                    "other",
                    asked.other(),
                    "another actor than " + asked.actor() + ", and no branch of it nor it of that");
        }
        record Key(
                Perspective perspective,
                List<String> kinds,
                Scope scope,
                @Nullable String other,
                boolean compares) {}
        return view.index.findings.get(new Key(view.perspective, kinds, scope, asked.other(), compares), () -> {
            SettledRecord record = view.index.settlements.record(view.perspective);
            List<SettledRecord> others = compares ? others(view) : List.of();
            if (pair != null) {
                return ofPair(pair, kinds, record, others, scope);
            }
            return Comparison.findings(analyses, record, others, scope).stream()
                    .filter(finding -> kinds.isEmpty() || kinds.contains(finding.kind()))
                    .toList();
        });
    }

    private record Pair(String one, String other) {}

    private static boolean areKin(Pair pair, RecordIndex index) {
        return index.lineage(pair.one()).contains(pair.other())
                || index.lineage(pair.other()).contains(pair.one());
    }

    /** What is found of two actors; of other kinds of finding there is none on a pair. */
    private static List<Finding<?>> ofPair(
            Pair pair, List<String> kinds, SettledRecord record, List<SettledRecord> others, Scope scope) {
        List<Finding<?>> found = new ArrayList<>();
        if (kinds.isEmpty() || kinds.contains(RestraintAnalysis.KIND)) {
            found.add(new RestraintAnalysis().finding(record, pair.one(), pair.other(), scope, others));
        }
        if (kinds.isEmpty() || kinds.contains(RelationsAnalysis.KIND)) {
            found.add(new RelationsAnalysis().finding(record, pair.one(), pair.other(), scope, others));
        }
        return List.copyOf(found);
    }

    private static void known(String field, @Nullable String actor, RecordIndex index) {
        if (actor != null && !index.actors().containsKey(actor)) {
            throw ProblemException.invalid(field, actor, "the id of an actor of this ledger or its dictionary");
        }
    }

    /** The record under every other built-in perspective. */
    private List<SettledRecord> others(View view) {
        List<SettledRecord> others = new ArrayList<>();
        for (Shelf.Entry entry : desk.shelf().entries()) {
            Perspective policy = entry.policy();
            if (entry.isBuiltIn() && policy != null && !policy.equals(view.perspective)) {
                others.add(view.index.settlements.record(policy));
            }
        }
        return others;
    }

    // --- for people

    /** The same for the same question, whatever the record holds today. */
    private static String id(Finding<?> finding) {
        return "f-" + ContentHash.of(finding.kind(), finding.subject());
    }

    private static FindingView view(Finding<?> finding, RecordIndex index, Showing showing) {
        Object figures = Figures.plain(finding.result());
        Finding.Sensitivity moves = finding.sensitivity();
        return new FindingView(
                id(finding),
                finding.kind(),
                finding.subject(),
                finding.sentence(),
                finding.perspective(),
                finding.incidents().stream()
                        .flatMap(id -> index.findIncident(id).stream())
                        .map(FindingController::name)
                        .toList(),
                finding.statements().stream()
                        .flatMap(id -> index.findAssertion(id.value()).stream())
                        .map(found -> showing.assertion(found.assertion(), null))
                        .toList(),
                finding.method(),
                finding.reference(),
                finding.limits(),
                moves == null
                        ? null
                        : new SensitivityView(
                                moves.figure(),
                                finite(moves.value()),
                                moves.withoutMostInfluential().stream()
                                        .map(moved -> moved(moved, index))
                                        .toList(),
                                moves.perspectives().stream()
                                        .map(moved -> moved(moved, index))
                                        .toList()),
                figures,
                Figures.tables(figures));
    }

    private static IncidentName name(LabelledSheet incident) {
        return new IncidentName(
                incident.sheet().incident().id(),
                incident.label(),
                incident.sheet().incident().summary());
    }

    private static MovedView moved(Finding.Moved moved, RecordIndex index) {
        String name = index.findIncident(moved.what()).map(LabelledSheet::label).orElse(null);
        String words = index.findAssertion(moved.what())
                .map(found -> Description.of(found.assertion()))
                .orElse(null);
        return new MovedView(moved.what(), name != null ? name : words, finite(moved.value()));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
