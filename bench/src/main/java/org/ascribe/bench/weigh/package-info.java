/** Speed of weighing: {@link org.ascribe.bench.weigh.WeighSpeed}, on a ledger that a seed makes. */
@NullMarked
package org.ascribe.bench.weigh;

import org.jspecify.annotations.NullMarked;
