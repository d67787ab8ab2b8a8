/**
 * Who is said to have done it, and of what kind: soldiers, police, an armed group, robbers, neighbours. Begin with
 * {@link org.ascribe.extract.perpetrator.PerpetratorFinder}. A kind is never a finding of guilt: it is what the words say.
 */
@NullMarked
package org.ascribe.extract.perpetrator;

import org.jspecify.annotations.NullMarked;
