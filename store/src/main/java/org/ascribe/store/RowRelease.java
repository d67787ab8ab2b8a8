package org.ascribe.store;

import org.ascribe.core.ReportId;

/**
 * What one release of a data set says of one of its rows.
 *
 * @param report whose words are the row's
 * @param isCurrent whether the data set says so still
 */
public record RowRelease(
        Import source, Import.State state, String rowId, long line, ReportId report, boolean isCurrent) {}
