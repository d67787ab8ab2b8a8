/** Many generated incidents, to time how fast they are counted. The one place outside the store that speaks SQL. */
@NullMarked
package org.ascribe.bench.counts;

import org.jspecify.annotations.NullMarked;
