/**
 * Record linkage: which rows of two tables speak of the same incident, how sure that is, and why.
 *
 * <p>Read first {@link org.ascribe.core.link.Linker}. Pure functions: the same rows in any order, and the two tables either
 * way round, give the same matches.
 */
@NullMarked
package org.ascribe.core.link;

import org.jspecify.annotations.NullMarked;
