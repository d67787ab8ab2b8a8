/**
 * The incidents that a report tells: mentions of violence found by trigger words, then grouped, because a report speaks of
 * one incident many times and of many incidents.
 *
 * <p>Read first {@link org.ascribe.extract.incident.EventFinder}, then {@link org.ascribe.extract.incident.Grouping}.
 */
@NullMarked
package org.ascribe.extract.incident;

import org.jspecify.annotations.NullMarked;
