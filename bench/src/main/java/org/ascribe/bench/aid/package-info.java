/**
 * How well real narratives of violence against aid workers, schools and camps are read: AWSD and SiND, coded by their
 * makers. Begin with {@link org.ascribe.bench.aid.AidRun}. Whoever writes rules sees narratives with an even id only.
 */
@NullMarked
package org.ascribe.bench.aid;

import org.jspecify.annotations.NullMarked;
