package org.ascribe.store;

import java.util.List;

/**
 * An import with what came of it.
 *
 * @param rows that were read
 * @param added reports among them that no earlier import had brought
 * @param incidents that its rows tell
 * @param skippedByCode how many rows could not be used, by reason, most frequent first
 * @param by who decided on its state
 */
public record ImportSummary(
        Import source,
        Import.State state,
        long rows,
        long added,
        long incidents,
        List<Skipped> skippedByCode,
        String decidedAt,
        String by) {

    public ImportSummary {
        skippedByCode = List.copyOf(skippedByCode);
    }

    /** @param example the first of them, with its place */
    public record Skipped(String code, long times, String place, String example) {}
}
