@NullMarked
package org.ascribe.exchange;

import org.jspecify.annotations.NullMarked;
