/**
 * Numbers of people, in digits and words, and what is said to have been done to them.
 *
 * <p>Read first {@link org.ascribe.extract.count.TollFinder}. The words are in the tables beside these classes. A toll that
 * nobody numbers is no toll, and no reports of casualties are not zero casualties.
 */
@NullMarked
package org.ascribe.extract.count;

import org.jspecify.annotations.NullMarked;
