/**
 * Perspectives as YAML files, described in docs/formats/perspective.md. Read first
 * {@link org.ascribe.exchange.perspective.PerspectiveFile}; the built-in ones are {@link org.ascribe.exchange.perspective.BuiltIn}.
 */
@NullMarked
package org.ascribe.exchange.perspective;

import org.jspecify.annotations.NullMarked;
