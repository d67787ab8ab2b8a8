/**
 * MUC-4 (1992): texts on political violence in Latin America and the templates that a reader fills from them.
 *
 * <p>Read first {@link org.ascribe.bench.muc4.Muc4Run}. Formats, metrics and names of categories are those of the scorer that
 * comes with the data; what is of use beyond MUC-4 is in {@code org.ascribe.extract.model}.
 */
@NullMarked
package org.ascribe.bench.muc4;

import org.jspecify.annotations.NullMarked;
