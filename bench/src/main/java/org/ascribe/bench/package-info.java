/**
 * How good and how fast the reading is.
 *
 * <p>Read first {@link org.ascribe.bench.StatementScores}, which holds what the rules read against what a person coded in
 * {@code bench/setaside}, and {@link org.ascribe.bench.ExtractBenchmark} for speed. Nothing else depends on this module.
 */
@NullMarked
package org.ascribe.bench;

import org.jspecify.annotations.NullMarked;
