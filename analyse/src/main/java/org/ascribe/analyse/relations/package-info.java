/**
 * How two actors stand to each other, from what they do and what is said. Read first {@link
 * org.ascribe.analyse.relations.Deed}: one incident as a deed between sides; then {@link
 * org.ascribe.analyse.relations.RelationsAnalysis} and {@link org.ascribe.analyse.relations.RestraintAnalysis}. All is the same
 * whichever of the two actors is named first.
 */
@NullMarked
package org.ascribe.analyse.relations;

import org.jspecify.annotations.NullMarked;
