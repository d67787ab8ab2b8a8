/**
 * What is said of an actor beside what the record holds of it. Read first {@link org.ascribe.analyse.words.WordAgainstRecord}; then
 * {@link org.ascribe.analyse.words.Silence}. Neither says that anybody lied: it puts a sentence beside a count.
 */
@NullMarked
package org.ascribe.analyse.words;

import org.jspecify.annotations.NullMarked;
