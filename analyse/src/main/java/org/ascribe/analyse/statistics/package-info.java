/** Intervals and tests that more than one analysis needs: {@link org.ascribe.analyse.statistics.ExactIntervals}. */
@NullMarked
package org.ascribe.analyse.statistics;

import org.jspecify.annotations.NullMarked;
