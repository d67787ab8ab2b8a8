/**
 * The workbench: the page and the REST interface over one ledger, served to this machine alone.
 *
 * <p>Read first {@link org.ascribe.workbench.WorkbenchServer}, then {@link org.ascribe.workbench.api.Answers}.
 */
@NullMarked
package org.ascribe.workbench;

import org.jspecify.annotations.NullMarked;
