/** Everything that the finders found in one report, by sentence: what incidents and statements are read from. */
@NullMarked
package org.ascribe.extract.mention;

import org.jspecify.annotations.NullMarked;
