/**
 * What the settled record shows. Read first {@link org.ascribe.analyse.Finding}: every finding names its perspective, data,
 * method, reference and limits. Pure functions of a {@link org.ascribe.analyse.SettledRecord}; nothing here reads a clock, a
 * file or the network.
 */
@NullMarked
package org.ascribe.analyse;

import org.jspecify.annotations.NullMarked;
