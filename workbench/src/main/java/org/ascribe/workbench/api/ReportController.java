package org.ascribe.workbench.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Report;
import org.ascribe.workbench.api.Answers.AssertionView;
import org.ascribe.workbench.api.Answers.OutletRow;
import org.ascribe.workbench.api.Answers.Page;
import org.ascribe.workbench.api.Answers.ReportRow;
import org.ascribe.workbench.api.Answers.ReportView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports with their words, and single assertions. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
final class ReportController {

    private final RecordDesk desk;

    ReportController(RecordDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/reports")
    Page<ReportRow> listReports(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String outlet,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (from != null && to != null && to.isBefore(from)) {
            throw ProblemException.invalid("to", to.toString(), "a day not before from, which is " + from);
        }
        RecordIndex index = desk.index();
        Showing showing = new Showing(index);
        List<CodedReport> passing = index.reports.stream()
                .filter(coded -> passes(coded.report(), q, outlet, from, to))
                .toList();
        return Paging.page(passing, coded -> coded.report().id().value(), showing::reportRow, limit, cursor);
    }

    private static boolean passes(
            Report report,
            @Nullable String q,
            @Nullable String outlet,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        LocalDate published = report.published();
        if ((from != null && (published == null || published.isBefore(from)))
                || (to != null && (published == null || published.isAfter(to)))) {
            return false;
        }
        if (outlet != null && !outlet.isBlank() && !outlet.equalsIgnoreCase(report.outlet())) {
            return false;
        }
        if (q == null || q.isBlank()) {
            return true;
        }
        String heap = (report.title() + "\n" + report.outlet() + "\n" + report.text()).toLowerCase(Locale.ROOT);
        return IncidentFilter.words(q).stream().allMatch(heap::contains);
    }

    /** By name. */
    @GetMapping("/outlets")
    List<OutletRow> listOutlets() {
        Map<String, Integer> reports = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (CodedReport coded : desk.index().reports) {
            String outlet = coded.report().outlet();
            if (outlet != null && !outlet.isBlank()) {
                reports.merge(outlet, 1, Integer::sum);
            }
        }
        return reports.entrySet().stream()
                .map(entry -> new OutletRow(entry.getKey(), entry.getValue()))
                .toList();
    }

    @GetMapping("/reports/{report}")
    ReportView getReport(@PathVariable String report) {
        RecordIndex index = desk.index();
        return index.findReport(report)
                .map(new Showing(index)::report)
                .orElseThrow(() -> ProblemException.unknown(
                        "report", report, "A report id is r- and 16 hexadecimal digits; /api/v1/reports lists them."));
    }

    @GetMapping("/assertions/{assertion}")
    AssertionView getAssertion(@PathVariable String assertion) {
        RecordIndex index = desk.index();
        return index.findAssertion(assertion)
                .map(found -> new Showing(index).assertion(found.assertion(), null))
                .orElseThrow(() -> ProblemException.unknown(
                        "assertion",
                        assertion,
                        "An assertion id is a- and 16 hexadecimal digits; each report lists its own."));
    }
}
