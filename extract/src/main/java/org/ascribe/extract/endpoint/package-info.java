/**
 * A second opinion: asks a language model behind an OpenAI-compatible chat address for what a report says, and keeps only what
 * stands in the report word for word.
 *
 * <p>Read first {@link org.ascribe.extract.endpoint.SecondOpinion}, then
 * {@link org.ascribe.extract.endpoint.EndpointExtractor}. Nothing here is used unless the user names an address; nothing is
 * sent anywhere else. The model gives words, never places in the text, dates or coordinates: those are found by the same
 * finders that the rules use. A reply can at worst add a statement whose words the report has.
 */
@NullMarked
package org.ascribe.extract.endpoint;

import org.jspecify.annotations.NullMarked;
