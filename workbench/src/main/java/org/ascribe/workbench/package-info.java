@NullMarked
package org.ascribe.workbench;

import org.jspecify.annotations.NullMarked;
