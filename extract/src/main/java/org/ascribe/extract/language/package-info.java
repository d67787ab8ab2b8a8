/**
 * From a report's text to sentences, tokens, parts of speech and lemmas, with Apache OpenNLP's English models.
 *
 * <p>Read first {@link org.ascribe.extract.language.ParsedReport}. Passages are code points of the report's text.
 */
@NullMarked
package org.ascribe.extract.language;

import org.jspecify.annotations.NullMarked;
