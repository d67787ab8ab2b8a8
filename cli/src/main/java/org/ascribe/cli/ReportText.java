package org.ascribe.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Report;
import org.ascribe.core.opinion.Opinions;

/** A coded report as tables for a screen. */
final class ReportText {

    private final int width;

    ReportText(int width) {
        this.width = width;
    }

    String of(CodedReport coded) {
        Report report = coded.report();
        StringBuilder text = new StringBuilder();
        text.append(TextTable.wrap(
                "%s · %s · %s · %s"
                        .formatted(
                                report.id(),
                                report.published() == null ? "date unknown" : report.published(),
                                report.outlet() == null ? "outlet unknown" : report.outlet(),
                                report.title() == null ? "(no title)" : report.title()),
                width,
                ""));
        if (coded.incidents().isEmpty()) {
            text.append("\n  no incident\n");
        } else {
            TextTable incidents =
                    new TextTable("", "WHEN", "WHERE", "TYPE", "KILLED", "WOUNDED", "WHAT").cutting("WHERE", "WHAT");
            for (CodedIncident incident : coded.incidents()) {
                incidents.row(
                        incident.label(),
                        Showing.when(incident.when()),
                        Showing.where(incident.where()),
                        incident.type().code(),
                        incident.killed().toString(),
                        incident.wounded().toString(),
                        incident.summary());
            }
            text.append('\n').append(incidents.print(width));
        }
        if (!coded.assertions().isEmpty()) {
            // who read a line matters only where two were asked
            boolean two = coded.assertions().stream().anyMatch(Showing::hasSecondOpinion);
            TextTable assertions = (two
                            ? new TextTable("", "KIND", "READ BY", "WHAT", "WHO SAYS SO", "IN WHICH WORDS")
                            : new TextTable("", "KIND", "WHAT", "WHO SAYS SO", "IN WHICH WORDS"))
                    .cutting("WHAT", "WHO SAYS SO", "IN WHICH WORDS");
            Set<AssertionId> others = Opinions.otherReadings(coded, Set.of());
            for (Assertion assertion : coded.assertions()) {
                List<String> cells = new ArrayList<>(List.of(
                        assertion.incident() == null ? "-" : assertion.incident(),
                        assertion.content().kind(),
                        Showing.content(assertion),
                        Showing.speaker(assertion.speaker()),
                        assertion.text()));
                if (two) {
                    cells.add(
                            2,
                            !assertion.by().isSecondOpinion()
                                    ? assertion.alsoBy().isEmpty() ? "first" : "both"
                                    : others.contains(assertion.id()) ? "second, otherwise" : "second");
                }
                assertions.row(cells.toArray(String[]::new));
            }
            text.append('\n').append(assertions.print(width));
        }
        return text.append('\n').toString();
    }
}
