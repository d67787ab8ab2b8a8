/**
 * What the coming months may cost in lives, as a distribution. Read first {@link org.ascribe.analyse.outlook.OutlookModel}.
 * A forecast sees nothing but the {@link org.ascribe.analyse.outlook.Panel} it is given: what is not known yet is not in it.
 * No chance is drawn: a forecast is its quantiles.
 */
@NullMarked
package org.ascribe.analyse.outlook;

import org.jspecify.annotations.NullMarked;
