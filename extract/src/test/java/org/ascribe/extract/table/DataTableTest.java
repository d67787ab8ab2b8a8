package org.ascribe.extract.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DataTableTest {

    @Test
    void commentsAndBlankLinesAreNoRows() {
        DataTable table = DataTable.parse("t.tsv", "# words\nname\taliases\n\nHerat\tHirat|Harat\nKhost\t\n");
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().get(0).list("aliases")).containsExactly("Hirat", "Harat");
        assertThat(table.rows().get(1).list("aliases")).isEmpty();
    }

    @Test
    void aRowOfAnotherWidthIsNamedWithItsLine() {
        assertThatThrownBy(() -> DataTable.parse("t.tsv", "name\taliases\nHerat\n"))
                .hasMessage("t.tsv, line 2 has 1 columns, expected 2: Herat");
    }
}
