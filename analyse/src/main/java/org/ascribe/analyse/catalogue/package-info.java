/** All analyses there are, in the order in which their findings are shown: {@link org.ascribe.analyse.catalogue.Analyses}. */
@NullMarked
package org.ascribe.analyse.catalogue;

import org.jspecify.annotations.NullMarked;
