/**
 * An incident under a perspective: who is said to be responsible, by whom, and how far the voices agree.
 *
 * <p>Read first {@link org.ascribe.core.weigh.IncidentSheet}. Nothing here changes what was said.
 */
@NullMarked
package org.ascribe.core.weigh;

import org.jspecify.annotations.NullMarked;
