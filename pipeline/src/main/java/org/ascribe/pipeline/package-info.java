@NullMarked
package org.ascribe.pipeline;

import org.jspecify.annotations.NullMarked;
