package org.ascribe.workbench.api;

import java.util.List;
import org.ascribe.core.Assertion;
import org.ascribe.workbench.api.Answers.Facets;
import org.ascribe.workbench.api.Answers.IncidentRow;
import org.ascribe.workbench.api.Answers.Page;
import org.ascribe.workbench.api.Answers.Sheet;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents: the table, its counts, and the sheet. */
@RestController
@RequestMapping("/api/v1")
final class IncidentController {

    private final RecordDesk desk;

    IncidentController(RecordDesk desk) {
        this.desk = desk;
    }

    @GetMapping(path = "/incidents", produces = "application/json")
    Page<IncidentRow> listIncidents(
            @ModelAttribute IncidentFilter filter,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String perspective) {
        Showing showing = new Showing(desk.view(perspective));
        return Paging.page(
                showing.pass(filter, IncidentFilter.Part.NONE),
                incident -> incident.sheet().incident().id(),
                showing::row,
                limit,
                cursor);
    }

    @GetMapping(path = "/incidents/facets", produces = "application/json")
    Facets countIncidents(
            @ModelAttribute IncidentFilter filter, @RequestParam(required = false) @Nullable String perspective) {
        return new Showing(desk.view(perspective)).facets(filter);
    }

    @GetMapping(path = "/incidents.csv", produces = Csv.TYPE)
    ResponseEntity<String> exportIncidents(
            @ModelAttribute IncidentFilter filter, @RequestParam(required = false) @Nullable String perspective) {
        Showing showing = new Showing(desk.view(perspective));
        return Csv.file(
                "incidents.csv",
                Csv.incidents(showing.pass(filter, IncidentFilter.Part.NONE).stream()
                        .map(showing::row)
                        .toList()));
    }

    @GetMapping(path = "/incidents/{incident}", produces = "application/json")
    Sheet getIncident(@PathVariable String incident, @RequestParam(required = false) @Nullable String perspective) {
        View view = desk.view(perspective);
        RecordIndex index = view.index;
        LabelledSheet found = find(index, incident);
        return new Showing(view).sheet(found, index.isFormer(incident) ? incident : null);
    }

    @GetMapping(path = "/incidents/{incident}/assertions.csv", produces = Csv.TYPE)
    ResponseEntity<String> exportAssertions(@PathVariable String incident) {
        RecordIndex index = desk.index();
        LabelledSheet found = find(index, incident);
        Showing showing = new Showing(index);
        List<Assertion> assertions = index.assertionsOf(found);
        return Csv.file(
                found.label() + "-assertions.csv",
                Csv.assertions(assertions.stream()
                        .map(said -> showing.assertion(said, null))
                        .toList()));
    }

    private static LabelledSheet find(RecordIndex index, String name) {
        return index.findIncident(name)
                .orElseThrow(() -> ProblemException.unknown(
                        "incident", name, "Look it up by label (I-17) or id (inc-…) in /api/v1/incidents."));
    }
}
