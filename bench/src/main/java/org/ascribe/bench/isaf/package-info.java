/**
 * Codebooks on public data: press releases of ISAF that Alex Strick van Linschoten coded by hand. Begin with
 * {@link org.ascribe.bench.isaf.IsafRun}. What is measured is the machinery of {@code codebook}; nothing in it knows these data.
 */
@NullMarked
package org.ascribe.bench.isaf;

import org.jspecify.annotations.NullMarked;
