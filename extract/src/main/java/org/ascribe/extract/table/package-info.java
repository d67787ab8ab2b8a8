/**
 * The data files that stand beside the classes which use them: tab-separated, UTF-8, with a header line. Words and names
 * of the field belong there, with their source, and not in code. Read first {@link org.ascribe.extract.table.DataTable}.
 */
@NullMarked
package org.ascribe.extract.table;

import org.jspecify.annotations.NullMarked;
