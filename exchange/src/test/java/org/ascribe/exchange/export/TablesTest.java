package org.ascribe.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void everyColumnIsDescribedOnThePageOfTheFormat() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "formats", "exports.md"));
        for (Tables.Table<?> table : Tables.ALL) {
            for (Column<?> column : table.columns()) {
                assertThat(page).as(table.name()).contains("`" + column.name() + "`");
                assertThat(column.meaning()).isNotBlank();
            }
        }
    }

    @Test
    void anIdIsTheSameInEveryExport() {
        assertThat(StixWriter.id("identity", "ascribe"))
                .isEqualTo(StixWriter.id("identity", "ascribe"))
                .matches("identity--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(StixWriter.id("identity", "ukraine"));
    }
}
