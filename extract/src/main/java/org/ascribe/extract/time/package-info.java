/**
 * The dates that a report gives, in words or figures, resolved against its day of publication.
 *
 * <p>Read first {@link org.ascribe.extract.time.TimeFinder}. Without a day of publication a month keeps its year open and a
 * weekday gives no date. "The following day" is kept as so many days from the event told before it.
 */
@NullMarked
package org.ascribe.extract.time;

import org.jspecify.annotations.NullMarked;
