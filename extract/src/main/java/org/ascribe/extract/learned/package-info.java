/**
 * What the trained model reads in a report: marks on its words, with how sure it is. Read {@link
 * org.ascribe.extract.learned.MarkReader} first. The rules of {@code incident} and {@code statement} turn marks into values, so
 * that both are judged in one place; where there is no model, there are no marks and the rules stand alone.
 */
@NullMarked
package org.ascribe.extract.learned;

import org.jspecify.annotations.NullMarked;
