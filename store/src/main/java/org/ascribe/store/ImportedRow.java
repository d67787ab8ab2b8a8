package org.ascribe.store;

import org.ascribe.core.CodedReport;

/**
 * One row of an import.
 *
 * @param line of the file, from 1
 * @param rowId the row's own id, which links the releases of a data set
 * @param rank sorts what the data set said of this row from old to new, as text
 */
public record ImportedRow(long line, String rowId, String rank, CodedReport coded) {}
