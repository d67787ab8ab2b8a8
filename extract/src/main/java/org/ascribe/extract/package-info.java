/**
 * From a report to its coded report.
 *
 * <p>Read first {@link org.ascribe.extract.Extractor}, then {@code language}, {@code actor}, {@code place}, {@code time},
 * {@code count}, {@code clause}, {@code incident} and {@code statement}, in the order in which a report passes them.
 */
@NullMarked
package org.ascribe.extract;

import org.jspecify.annotations.NullMarked;
