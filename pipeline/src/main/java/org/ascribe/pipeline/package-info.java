/**
 * The stages in order, read → extract → resolve → weigh, over many inputs: preflight, progress, counts, manifest; and
 * what the screens ask of the record.
 *
 * <p>Read first {@link org.ascribe.pipeline.Extraction}, {@link org.ascribe.pipeline.Pipeline} and
 * {@link org.ascribe.pipeline.RecordService}. Invariants: results come in the order of the input, whatever the number of
 * threads; an input that cannot be used is counted and named, and stops nothing.
 */
@NullMarked
package org.ascribe.pipeline;

import org.jspecify.annotations.NullMarked;
