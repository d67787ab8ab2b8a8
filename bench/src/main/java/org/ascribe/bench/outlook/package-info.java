/** Forecasts of monthly fatalities against a published benchmark: {@link org.ascribe.bench.outlook.OutlookRun}. */
@NullMarked
package org.ascribe.bench.outlook;

import org.jspecify.annotations.NullMarked;
