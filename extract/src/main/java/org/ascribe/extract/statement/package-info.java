/**
 * What is said about incidents and actors: responsibility in all stances, relations, presence, capability, tolls.
 *
 * <p>Read first {@link org.ascribe.extract.statement.StatementReader}. The rules follow how English reports such things:
 * each takes a verb or noun of the trade, its subject and object, and the voice that says it.
 */
@NullMarked
package org.ascribe.extract.statement;

import org.jspecify.annotations.NullMarked;
