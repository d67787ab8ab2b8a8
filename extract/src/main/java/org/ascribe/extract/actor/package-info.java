/**
 * The actor dictionary, and the actors that a report names.
 *
 * <p>Read first {@link org.ascribe.extract.actor.ActorFinder}. The dictionary is data with sources: {@code actors.tsv},
 * {@code aliases.tsv} and {@code metonyms.tsv} beside these classes. An alias that is disputed or pejorative is kept and
 * says so; an alias of a group names a branch only if the words do.
 */
@NullMarked
package org.ascribe.extract.actor;

import org.jspecify.annotations.NullMarked;
