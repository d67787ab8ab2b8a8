package org.ascribe.exchange.datasets;

import org.ascribe.core.CodedReport;

/**
 * What came of one row.
 *
 * @param line of the file on which it starts
 * @param rowId the row's own id, which links the releases of a data set
 * @param rank sorts what the data set said of this row from old to new; of the release, or of the row's own last edit
 */
public record CodedRow(long line, String rowId, String rank, CodedReport coded) {}
