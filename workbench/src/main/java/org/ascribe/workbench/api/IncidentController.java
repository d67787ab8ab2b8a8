package org.ascribe.workbench.api;

import java.util.List;
import org.ascribe.core.Assertion;
import org.ascribe.workbench.api.Answers.Facets;
import org.ascribe.workbench.api.Answers.IncidentRow;
import org.ascribe.workbench.api.Answers.Page;
import org.ascribe.workbench.api.Answers.Sheet;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

    private static final String CSV = "text/csv;charset=UTF-8";

    private final RecordDesk desk;

    IncidentController(RecordDesk desk) {
        this.desk = desk;
    }

    @GetMapping(path = "/incidents", produces = "application/json")
    Page<IncidentRow> listIncidents(
            @ModelAttribute IncidentFilter filter,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Showing showing = new Showing(desk.index());
        return Paging.page(
                showing.pass(filter, IncidentFilter.Part.NONE),
                incident -> incident.sheet().incident().id(),
                showing::row,
                limit,
                cursor);
    }

    @GetMapping(path = "/incidents/facets", produces = "application/json")
    Facets countIncidents(@ModelAttribute IncidentFilter filter) {
        return new Showing(desk.index()).facets(filter);
    }

    @GetMapping(path = "/incidents.csv", produces = CSV)
    ResponseEntity<String> exportIncidents(@ModelAttribute IncidentFilter filter) {
        Showing showing = new Showing(desk.index());
        return csv(
                "incidents.csv",
                Csv.incidents(showing.pass(filter, IncidentFilter.Part.NONE).stream()
                        .map(showing::row)
                        .toList()));
    }

    @GetMapping(path = "/incidents/{incident}", produces = "application/json")
    Sheet getIncident(@PathVariable String incident) {
        RecordIndex index = desk.index();
        LabelledSheet found = find(index, incident);
        return new Showing(index).sheet(found, index.isFormer(incident) ? incident : null);
    }

    @GetMapping(path = "/incidents/{incident}/assertions.csv", produces = CSV)
    ResponseEntity<String> exportAssertions(@PathVariable String incident) {
        RecordIndex index = desk.index();
        LabelledSheet found = find(index, incident);
        Showing showing = new Showing(index);
        List<Assertion> assertions = index.assertionsOf(found);
        return csv(
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

    private static ResponseEntity<String> csv(String name, String rows) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(rows);
    }
}
