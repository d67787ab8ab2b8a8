/**
 * Whether violence in one country raises the rate in its neighbour. Read first
 * {@link org.ascribe.analyse.spillover.SpilloverAnalysis}; the process behind it is {@link org.ascribe.analyse.spillover.DailyHawkes}.
 * Days are the finest unit: incidents of one day are never held to have brought about each other.
 */
@NullMarked
package org.ascribe.analyse.spillover;

import org.jspecify.annotations.NullMarked;
