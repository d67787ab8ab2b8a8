package org.ascribe.core;

/** One incident as one report tells it: the report and its own label ({@code i1}). */
public record Telling(ReportId report, String label) implements Comparable<Telling> {

    @Override
    public int compareTo(Telling other) {
        int byReport = report.compareTo(other.report);
        return byReport != 0 ? byReport : label.compareTo(other.label);
    }
}
