/**
 * Whether the estimators of findings recover what simulated records were made with: {@link org.ascribe.bench.findings.Coverages} is
 * the list.
 */
@NullMarked
package org.ascribe.bench.findings;

import org.jspecify.annotations.NullMarked;
