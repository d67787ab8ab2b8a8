package org.ascribe.workbench.api;

import java.net.URI;
import java.util.List;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.exchange.perspective.BuiltIn;
import org.ascribe.workbench.api.Answers.Difference;
import org.ascribe.workbench.api.Answers.PerspectiveCheck;
import org.ascribe.workbench.api.Answers.PerspectiveName;
import org.ascribe.workbench.api.Answers.PerspectiveText;
import org.ascribe.workbench.api.Answers.PerspectiveView;
import org.ascribe.workbench.api.Answers.TrustView;
import org.ascribe.workbench.api.Answers.YamlProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trust policies: those that there are, those that a user writes, and what two of them make of the same record. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
final class PerspectiveController {

    /** Longer than any policy that a person writes. */
    private static final int MOST_CHARACTERS = 100_000;

    private final RecordDesk desk;

    PerspectiveController(RecordDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/perspectives")
    List<PerspectiveView> listPerspectives() {
        return desk.shelf().entries().stream().map(PerspectiveController::view).toList();
    }

    /** Says what is wrong with a text, or what it trusts; keeps nothing. */
    @PostMapping(path = "/perspectives/check", consumes = "application/json")
    PerspectiveCheck checkPerspective(@RequestBody PerspectiveText asked) {
        Shelf.Entry read = desk.shelf().read("as written", text(asked));
        return read.problem() == null
                ? new PerspectiveCheck(List.of(), view(read))
                : new PerspectiveCheck(List.of(new YamlProblem(read.line(), read.problem())), null);
    }

    /** Keeps a perspective beside the ledger, as NAME.perspective.yaml; one of the same name is replaced. */
    @PostMapping(path = "/perspectives", consumes = "application/json")
    ResponseEntity<PerspectiveView> keepPerspective(@RequestBody PerspectiveText asked) {
        String yaml = text(asked);
        Shelf.Entry read = desk.shelf().read("as written", yaml);
        if (read.policy() == null) {
            throw ProblemException.invalid("yaml", yaml, String.valueOf(read.problem()));
        }
        if (BuiltIn.names().contains(read.name())) {
            throw ProblemException.conflict(
                    "perspective-built-in",
                    "Cannot keep the perspective %s: one of this name is built in. Give yours another name in the line perspective: %s."
                            .formatted(read.name(), read.name()));
        }
        desk.source().keepPerspective(read.name(), yaml);
        return ResponseEntity.created(URI.create("/api/v1/perspectives")).body(view(read));
    }

    /** Which incidents change actor, status or toll between two perspectives, and which rule made it so. */
    @GetMapping("/difference")
    Difference compare(@RequestParam(required = false) @Nullable String perspective, @RequestParam String against) {
        Shelf shelf = desk.shelf();
        RecordIndex index = desk.index();
        return Differences.between(new View(index, shelf.get(perspective)), new View(index, shelf.get(against)));
    }

    @GetMapping(path = "/difference.csv", produces = Csv.TYPE)
    ResponseEntity<String> exportDifference(
            @RequestParam(required = false) @Nullable String perspective, @RequestParam String against) {
        return Csv.file(
                "difference.csv", Csv.changes(compare(perspective, against).changes()));
    }

    private static String text(PerspectiveText asked) {
        String yaml = asked.yaml();
        if (yaml == null || yaml.isBlank() || yaml.length() > MOST_CHARACTERS) {
            throw ProblemException.invalid("yaml", yaml, "the text of a perspective, 1 to 100,000 characters");
        }
        return yaml;
    }

    static PerspectiveName name(Shelf.Entry entry) {
        PerspectiveView view = view(entry);
        return new PerspectiveName(view.name(), view.title(), view.about());
    }

    static PerspectiveName name(Perspective policy) {
        return new PerspectiveName(policy.name(), policy.title(), policy.about());
    }

    private static PerspectiveView view(Shelf.Entry entry) {
        Perspective policy = entry.policy();
        return policy == null
                ? new PerspectiveView(
                        entry.name(),
                        entry.name(),
                        "",
                        List.of(),
                        entry.isBuiltIn(),
                        List.of(),
                        List.of(),
                        new YamlProblem(entry.line(), String.valueOf(entry.problem())),
                        entry.yaml())
                : new PerspectiveView(
                        policy.name(),
                        policy.title(),
                        policy.about(),
                        policy.references(),
                        entry.isBuiltIn(),
                        policy.trust().stream()
                                .map(rule -> new TrustView(
                                        rule.name(),
                                        rule.weight(),
                                        rule.weight() == null ? null : Perspective.rightOf(rule.weight()),
                                        rule.because()))
                                .toList(),
                        PolicyWords.of(policy),
                        null,
                        entry.yaml());
    }
}
