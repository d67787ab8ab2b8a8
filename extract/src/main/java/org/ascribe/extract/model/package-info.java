/**
 * What a learned model reads in a text: word pieces, the encoder that gives every piece its labels' scores, and what is learned on top of
 * those.
 *
 * <p>Read first {@link org.ascribe.extract.model.ModelFile}, then {@link org.ascribe.extract.model.Encoder}. Passages count code points of
 * the text as it is. Nothing here keeps state between texts; all of it may be shared between threads.
 */
@NullMarked
package org.ascribe.extract.model;

import org.jspecify.annotations.NullMarked;
