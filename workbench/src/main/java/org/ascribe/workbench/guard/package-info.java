/**
 * Keeps the workbench to this machine and this page: which host names it answers to, which scripts a browser may run, and
 * that only the page itself may change the ledger.
 *
 * <p>Read first {@link org.ascribe.workbench.guard.GuardConfiguration}.
 */
@NullMarked
package org.ascribe.workbench.guard;

import org.jspecify.annotations.NullMarked;
