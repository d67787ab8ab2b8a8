package org.ascribe.core.resolve;

import java.util.Collection;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;

/** Which reports are copies of one text: syndicated copies are one origin. Immutable. */
public final class Origins {

    private Origins() {}

    public static Origins of(Collection<Report> reports) {
        throw new UnsupportedOperationException("being written");
    }

    /** The report that stands for all copies of the text of {@code report}: the earliest one. */
    public ReportId originOf(ReportId report) {
        throw new UnsupportedOperationException("being written");
    }

    /** How many independent texts these are. */
    public int count(Collection<ReportId> reports) {
        throw new UnsupportedOperationException("being written");
    }
}
