/**
 * The gazetteer, and the places that a report names.
 *
 * <p>Read first {@link org.ascribe.extract.place.PlaceFinder}. A place is as precise as the words are, and every place in a
 * country says which. The data files are made by {@code scripts/gazetteer}, whose README names their sources.
 */
@NullMarked
package org.ascribe.extract.place;

import org.jspecify.annotations.NullMarked;
