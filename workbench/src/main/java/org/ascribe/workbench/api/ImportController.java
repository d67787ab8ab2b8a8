package org.ascribe.workbench.api;

import java.util.List;
import org.ascribe.store.Import;
import org.ascribe.store.ImportSummary;
import org.ascribe.workbench.api.Answers.ImportView;
import org.ascribe.workbench.api.Answers.NewImportState;
import org.ascribe.workbench.api.Answers.Page;
import org.ascribe.workbench.api.Answers.SampleRow;
import org.ascribe.workbench.api.Answers.SkippedView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Data sets that came in: the inbox, from which a person takes them into the record. */
@RestController
@RequestMapping(path = "/api/v1/imports", produces = "application/json")
final class ImportController {

    private final RecordDesk desk;

    ImportController(RecordDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page<ImportView> listImports(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return Paging.page(desk.source().imports(), one -> one.source().id(), ImportController::view, limit, cursor);
    }

    /** Some rows, spread over the file, each as the incident that it would be by itself. */
    @GetMapping("/{id}/sample")
    List<SampleRow> sampleImport(@PathVariable String id, @RequestParam(defaultValue = "5") int limit) {
        if (limit < 1 || limit > 20) {
            throw ProblemException.invalid("limit", Integer.toString(limit), "a whole number from 1 to 20");
        }
        find(id);
        RecordIndex index = new RecordIndex(desk.source().sampleOf(id, limit));
        Showing showing = new Showing(index);
        return index.standing.incidents().stream()
                .map(incident -> new SampleRow(
                        incident.label(),
                        index.reportsOf(incident).getFirst().report().text(),
                        showing.sheet(incident, null)))
                .toList();
    }

    /** Takes the import into the record, or leaves it out of it. */
    @PostMapping(path = "/{id}/state", consumes = "application/json")
    ImportView decideImport(@PathVariable String id, @RequestBody NewImportState asked) {
        find(id);
        String user = asked.user();
        if (user == null || user.isBlank()) {
            throw ProblemException.invalid("user", user, "the name of whoever decides");
        }
        Import.State state = asked.state();
        if (state != Import.State.TAKEN_IN && state != Import.State.DISCARDED) {
            throw ProblemException.invalid("state", state == null ? null : state.code(), "taken-in or discarded");
        }
        desk.source().decide(id, state, desk.clock().instant(), user.strip());
        return view(find(id));
    }

    private ImportSummary find(String id) {
        return desk.source().imports().stream()
                .filter(one -> one.source().id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.unknown("import", id, "/api/v1/imports lists all of them."));
    }

    private static ImportView view(ImportSummary one) {
        Import source = one.source();
        return new ImportView(
                source.id(),
                source.kind(),
                source.source().name(),
                source.release().isEmpty() ? null : source.release(),
                source.file(),
                source.digest(),
                one.state(),
                source.startedAt().toString(),
                one.decidedAt(),
                one.by(),
                one.rows(),
                one.added(),
                one.incidents(),
                one.skippedByCode().stream()
                        .mapToLong(ImportSummary.Skipped::times)
                        .sum(),
                one.skippedByCode().stream()
                        .map(skipped ->
                                new SkippedView(skipped.code(), skipped.times(), skipped.place(), skipped.example()))
                        .toList(),
                source.source().licence(),
                source.source().redistribution(),
                source.source().cite());
    }
}
