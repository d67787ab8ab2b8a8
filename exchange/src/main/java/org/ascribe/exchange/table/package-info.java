/**
 * Plain tables of incidents, whatever their columns are called, as rows that can be linked. Read first
 * {@link org.ascribe.exchange.table.IncidentTable}.
 *
 * <p>A row that cannot be used is a value with its line and reason; it never stops the rest.
 */
@NullMarked
package org.ascribe.exchange.table;

import org.jspecify.annotations.NullMarked;
