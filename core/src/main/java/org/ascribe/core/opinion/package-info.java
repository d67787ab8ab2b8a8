/**
 * Two extractors on one report: what both read stands once and names both, what they read differently stands side by side,
 * and one voice counts once.
 *
 * <p>Read {@link org.ascribe.core.opinion.Opinions}.
 */
@NullMarked
package org.ascribe.core.opinion;

import org.jspecify.annotations.NullMarked;
