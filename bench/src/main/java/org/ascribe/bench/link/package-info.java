/** Measures how well rows of two tables are linked, beside simple peers in the same run. Read first {@link org.ascribe.bench.link.LinkRun}. */
@NullMarked
package org.ascribe.bench.link;

import org.jspecify.annotations.NullMarked;
