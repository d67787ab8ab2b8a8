/**
 * The record as files that other people's programs read: a data package of tables, GeoJSON, STIX 2.1, PLOVER, and the columns of
 * ACLED and UCDP GED. Read first {@link org.ascribe.exchange.export.ExportWriter}.
 *
 * <p>Unknown is empty or null, never 0. The same incidents in the same order give the same bytes. What each file holds is described in
 * docs/formats/exports.md.
 */
@NullMarked
package org.ascribe.exchange.export;

import org.jspecify.annotations.NullMarked;
