/**
 * Who says which words: quotations, reported speech, "according to", and chains of them.
 *
 * <p>Read first {@link org.ascribe.extract.speech.Voices}. Words that nobody is said to say are the report's own.
 */
@NullMarked
package org.ascribe.extract.speech;

import org.jspecify.annotations.NullMarked;
