@NullMarked
package org.ascribe.extract;

import org.jspecify.annotations.NullMarked;
