package org.ascribe.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Link;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.Status;
import org.ascribe.testkit.CodedReports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedTest {

    @TempDir
    Path folder;

    private Ledger ledger;
    private List<CodedReport> reports;
    private List<Incident> incidents;

    @BeforeEach
    void aLedgerWithAnIncidentForEachTelling() {
        ledger = Ledger.open(folder.resolve("test.duckdb"), Ledger.Mode.CREATE);
        reports = CodedReports.random(21, 40);
        ledger.append(reports);
        incidents = new ArrayList<>();
        for (CodedReport report : reports) {
            for (CodedIncident told : report.incidents()) {
                incidents.add(incident(report, told));
            }
        }
        ledger.rebuild(sheets(incidents), "1");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void incidentsAreReadBackAsTheyWereDerived() {
        for (IncidentRow row : ledger.incidents(IncidentFilter.ALL)) {
            Incident expected = incidents.stream()
                    .filter(incident -> incident.id().equals(row.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(ledger.findIncident(row.label())).contains(expected);
            assertThat(ledger.findIncident(row.label().toLowerCase(Locale.ROOT)))
                    .contains(expected);
            assertThat(ledger.findIncident(row.id())).contains(expected);
            assertThat(ledger.findLabel(expected.tellings().getFirst())).contains(row.label());
        }
        assertThat(ledger.labelledIncidents().values()).containsExactlyInAnyOrderElementsOf(incidents);
        assertThat(ledger.findIncident("I-9999")).isEmpty();
        assertThat(ledger.findIncident("nonsense'; DROP TABLE reports")).isEmpty();
    }

    @Test
    void theListIsNewestFirstAndUnknownDatesComeLast() {
        List<IncidentRow> rows = ledger.incidents(IncidentFilter.ALL);
        assertThat(rows).hasSameSizeAs(incidents);
        List<LocalDate> days = rows.stream()
                .map(row -> row.when() == null
                        ? LocalDate.MIN
                        : row.when().from() != null
                                ? row.when().from()
                                : row.when().to() != null ? row.when().to() : LocalDate.MIN)
                .toList();
        assertThat(days).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void filtersAgreeWithAPlainLookAtEachIncident() {
        LocalDate from = LocalDate.of(2022, 6, 1);
        LocalDate to = LocalDate.of(2023, 6, 30);
        assertThat(labels(new IncidentFilter(null, null, from, to, null, null, null)))
                .containsExactlyInAnyOrderElementsOf(incidents.stream()
                        .filter(incident -> isWithin(incident.when(), from, to))
                        .map(Incident::id)
                        .toList());
        assertThat(labels(new IncidentFilter(null, "AF", null, null, null, null, null)))
                .containsExactlyInAnyOrderElementsOf(incidents.stream()
                        .filter(incident -> incident.where() != null
                                && "AF".equals(incident.where().country()))
                        .map(Incident::id)
                        .toList());
        IncidentType type = incidents.getFirst().type();
        assertThat(labels(new IncidentFilter(null, null, null, null, type, null, null)))
                .containsExactlyInAnyOrderElementsOf(incidents.stream()
                        .filter(incident -> incident.type() == type)
                        .map(Incident::id)
                        .toList());
        assertThat(labels(new IncidentFilter("GREEN brig", null, null, null, null, null, null)))
                .hasSameSizeAs(incidents);
        assertThat(labels(new IncidentFilter("nobody of that name", null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void theLabelOfAMergedIncidentLeadsToTheOneItWentInto() {
        String first = label(incidents.get(0));
        String second = label(incidents.get(1));
        List<Incident> merged = new ArrayList<>(incidents.subList(2, incidents.size()));
        Telling a = incidents.get(0).tellings().getFirst();
        Telling b = incidents.get(1).tellings().getFirst();
        merged.add(new Incident(
                incidents.get(0).id(),
                "both",
                IncidentType.OTHER,
                null,
                null,
                List.of(),
                List.of(),
                List.of(a, b),
                List.of(new Link(a, b, 7.5, List.of(new Link.Reason("date", "1 March", "unknown", 7.5))))));
        ledger.rebuild(sheets(merged), "1");
        String kept = ledger.findIncidentRow(first).orElseThrow().label();
        assertThat(ledger.findIncidentRow(second).orElseThrow().label()).isEqualTo(kept);
        assertThat(List.of(first, second)).contains(kept);
        assertThat(ledger.formerLabels().get(kept)).containsExactly(kept.equals(first) ? second : first);
        assertThat(ledger.findIncident(kept)).contains(merged.getLast());

        ledger.rebuild(sheets(incidents), "1");
        assertThat(label(incidents.get(0))).isEqualTo(first);
        assertThat(label(incidents.get(1))).isEqualTo(second);
        assertThat(ledger.formerLabels()).isEmpty();
    }

    @Test
    void newReportsOrAnotherProgramMakeTheDerivedPartStale() {
        assertThat(ledger.isRebuilt("1")).isTrue();
        assertThat(ledger.isRebuilt("2")).isFalse();
        ledger.append(CodedReports.random(99, 1));
        assertThat(ledger.isRebuilt("1")).isFalse();
    }

    @Test
    void reportsAndActorsAreListedWithTheirCounts() {
        assertThat(ledger.reports()).hasSameSizeAs(reports);
        for (ReportRow row : ledger.reports()) {
            CodedReport report = reports.stream()
                    .filter(each -> each.report().id().equals(row.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.assertions()).isEqualTo(report.assertions().size());
            assertThat(row.incidents()).hasSameSizeAs(report.incidents());
        }
        assertThat(ledger.actors())
                .isNotEmpty()
                .allSatisfy(actor -> assertThat(ledger.assertionsOf(actor.id())).hasSize(actor.assertions()));
    }

    private List<String> labels(IncidentFilter filter) {
        return ledger.incidents(filter).stream().map(IncidentRow::id).toList();
    }

    private String label(Incident incident) {
        return ledger.findIncidentRow(incident.id()).orElseThrow().label();
    }

    private static boolean isWithin(EventDate when, LocalDate from, LocalDate to) {
        if (when == null || (when.from() == null && when.to() == null)) {
            return false;
        }
        LocalDate first = when.from() == null ? when.to() : when.from();
        LocalDate last = when.to() == null ? when.from() : when.to();
        return !last.isBefore(from) && !first.isAfter(to);
    }

    private static Incident incident(CodedReport report, CodedIncident told) {
        return new Incident(
                "inc-" + report.report().id().value().substring(2) + told.label(),
                told.summary(),
                told.type(),
                told.when(),
                told.where(),
                told.targets(),
                told.weapons(),
                List.of(new Telling(report.report().id(), told.label())),
                List.of());
    }

    private static List<IncidentSheet> sheets(List<Incident> incidents) {
        return incidents.stream()
                .map(incident -> new IncidentSheet(
                        incident,
                        "every-voice",
                        Status.WEAK,
                        "because",
                        List.of(new IncidentSheet.Claimant("green", "Green Brigade", 1, List.of())),
                        List.of(),
                        List.of(),
                        Count.atLeast(3),
                        Count.UNKNOWN,
                        1,
                        1,
                        List.of()))
                .collect(Collectors.toList());
    }
}
