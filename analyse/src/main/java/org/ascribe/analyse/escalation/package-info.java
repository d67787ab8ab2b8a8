/**
 * Whether violence by an actor rises or falls. Read first {@link org.ascribe.analyse.escalation.MonthlySeries}, the counts that
 * the rest works on; then {@link org.ascribe.analyse.escalation.ChangePoints}, {@link org.ascribe.analyse.escalation.UnusualMonth}
 * and {@link org.ascribe.analyse.escalation.NearSimultaneous}. An incident that cannot be put into one month is counted apart,
 * never spread or guessed.
 */
@NullMarked
package org.ascribe.analyse.escalation;

import org.jspecify.annotations.NullMarked;
