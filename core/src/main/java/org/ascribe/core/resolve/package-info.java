/**
 * From what single reports tell to incidents: which tellings speak of the same incident, and why.
 *
 * <p>Read first {@link org.ascribe.core.resolve.Incident}. Pure functions: the same reports and judgements give the same
 * incidents in any order.
 */
@NullMarked
package org.ascribe.core.resolve;

import org.jspecify.annotations.NullMarked;
