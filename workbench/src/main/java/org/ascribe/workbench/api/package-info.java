/**
 * The REST interface under /api/v1: what it answers, and where each answer is put together from the record.
 *
 * <p>Read first {@link org.ascribe.workbench.api.Answers}; docs for callers are in openapi.json, which a test writes from
 * these classes. Nothing here changes what was said; a judgement is added to the ledger and the record is read anew.
 */
@NullMarked
package org.ascribe.workbench.api;

import org.jspecify.annotations.NullMarked;
