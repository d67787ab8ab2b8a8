/**
 * Noun phrases, verb groups and who does what to whom, from parts of speech alone.
 *
 * <p>Read first {@link org.ascribe.extract.clause.Clauses}. English news prose keeps its order, so a left-to-right reading
 * with a few rules for relative clauses, appositions and participles finds most subjects and objects; there is no parser.
 */
@NullMarked
package org.ascribe.extract.clause;

import org.jspecify.annotations.NullMarked;
