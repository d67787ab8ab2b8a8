/**
 * Step "read": from bytes to reports. Every format that people keep reports in, and a reason for everything that could not
 * be read.
 *
 * <p>Read first {@link org.ascribe.extract.read.ReportReader}; then {@code FormatReader}, which has one class a format, and
 * {@code ReportMaker}, through which every report goes. Invariants: a report's text is exactly what was read; what is not
 * the report proper is marked as furniture by {@code FurnitureFinder}; bad input is an
 * {@link org.ascribe.core.Outcome.Skipped}, never an exception; memory does not grow with the size of the input.
 */
@NullMarked
package org.ascribe.extract.read;

import org.jspecify.annotations.NullMarked;
