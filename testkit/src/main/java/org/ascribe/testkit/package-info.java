@NullMarked
package org.ascribe.testkit;

import org.jspecify.annotations.NullMarked;
