/**
 * The ledger in an embedded database (DuckDB): reports, readings, assertions and judgements, append-only, and the
 * incidents derived from them, which can be rebuilt.
 *
 * <p>Read first {@link org.ascribe.store.Ledger}; the tables are {@code ledger-1.sql}, described in
 * docs/formats/ledger.md. Invariants: what is appended is never changed; a batch is in whole or not at all, and on disk
 * once acknowledged; a label is never given to another incident. Only this package touches {@code java.sql}.
 */
@NullMarked
package org.ascribe.store;

import org.jspecify.annotations.NullMarked;
