/**
 * Codebooks that users bring: fields of their own, learned from reports that they have coded.
 *
 * <p>Read first {@link org.ascribe.codebook.CodebookModel}: it learns from {@link org.ascribe.codebook.CodedExample}s, fills
 * a text, and is kept in a folder. Each field is read by one or more {@link org.ascribe.codebook.Expert}s, and a
 * {@link org.ascribe.codebook.Panel} weighs what they say, together with what is said of the other fields.
 *
 * <p>Same examples, same model, byte for byte. A value is one that the examples or the text give; the model invents none.
 */
@NullMarked
package org.ascribe.codebook;

import org.jspecify.annotations.NullMarked;
