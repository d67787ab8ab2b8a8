/**
 * Data sets of the field in: each row of a file becomes a coded report whose text is the row's own words.
 *
 * <p>Read first {@link org.ascribe.exchange.datasets.DataSetReader}; {@link org.ascribe.exchange.datasets.DataSetKind} lists
 * what is known, and docs/formats/imports.md what each column becomes. Invariants: columns are found by name; a file is
 * streamed, never held; a row that cannot be used is a {@link org.ascribe.core.Outcome.Skipped} with its line and reason, and
 * the rows after it are read.
 */
@NullMarked
package org.ascribe.exchange.datasets;

import org.jspecify.annotations.NullMarked;
