package org.ascribe.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A report with everything that it says: the coded report of docs/formats. Birth checks the contract: each passage's
 * text is the report's, nothing comes from furniture, and every label names an incident.
 */
public record CodedReport(Report report, List<CodedIncident> incidents, List<Assertion> assertions) {

    public CodedReport {
        incidents = List.copyOf(incidents);
        assertions = List.copyOf(assertions);
        Set<String> labels = new HashSet<>();
        for (CodedIncident incident : incidents) {
            labels.add(incident.label());
        }
        Set<AssertionId> ids = new HashSet<>();
        for (Assertion assertion : assertions) {
            if (!assertion.passage().in(report.text()).equals(assertion.text())) {
                throw new IllegalArgumentException("assertion " + assertion.id() + " of " + report.id() + " quotes \""
                        + assertion.text() + "\", but the report says \""
                        + assertion.passage().in(report.text()) + "\"");
            }
            if (report.isFurniture(assertion.passage())) {
                throw new IllegalArgumentException(
                        "assertion " + assertion.id() + " is read from furniture: \"" + assertion.text() + "\"");
            }
            if (assertion.incident() != null && !labels.contains(assertion.incident())) {
                throw new IllegalArgumentException(
                        "assertion " + assertion.id() + " is about an unknown incident " + assertion.incident());
            }
            if (!ids.add(assertion.id())) {
                throw new IllegalArgumentException("assertion " + assertion.id() + " stands twice in " + report.id());
            }
        }
    }
}
