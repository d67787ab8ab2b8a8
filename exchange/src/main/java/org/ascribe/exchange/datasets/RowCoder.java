package org.ascribe.exchange.datasets;

import org.ascribe.core.DataSource;

/** Codes the rows of one data set. Safe to share between threads. */
interface RowCoder {

    DataSource source();

    /** @throws RowProblem if the row cannot be used */
    CodedRow code(Row row);
}
