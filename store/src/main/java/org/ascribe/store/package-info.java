@NullMarked
package org.ascribe.store;

import org.jspecify.annotations.NullMarked;
