package org.ascribe.store;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.ReportId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of reports.
 *
 * @param incidents labels of the incidents that it tells of, in the order of the text
 */
public record ReportRow(
        ReportId id,
        @Nullable String title,
        @Nullable String outlet,
        @Nullable LocalDate published,
        String language,
        String genre,
        @Nullable String url,
        @Nullable String source,
        int assertions,
        List<String> incidents) {

    public ReportRow {
        incidents = List.copyOf(incidents);
    }
}
