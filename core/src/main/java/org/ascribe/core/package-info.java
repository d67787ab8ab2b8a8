/**
 * The words of the field as records: a report, the passages in it, and the assertions that voices make in them.
 *
 * <p>Read first {@link org.ascribe.core.Report}, {@link org.ascribe.core.Assertion} and
 * {@link org.ascribe.core.CodedReport}. Invariants: every value is immutable and valid once it exists; unknown is null or
 * {@link org.ascribe.core.Count#UNKNOWN}, never zero or empty; passages count Unicode code points.
 */
@NullMarked
package org.ascribe.core;

import org.jspecify.annotations.NullMarked;
