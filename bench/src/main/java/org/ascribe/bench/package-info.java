@NullMarked
package org.ascribe.bench;

import org.jspecify.annotations.NullMarked;
