package org.ascribe.cli;

import org.ascribe.pipeline.RecordService;

/** Says so where a ledger's incidents are older than its reports, which happens when an import was stopped. */
final class Standing {

    private Standing() {}

    static void check(RecordService record, Console console) {
        if (!record.isCurrent()) {
            console.err()
                    .println(
                            "Note: the incidents of %s were derived before its last reports came in, or by another version."
                                    .formatted(record.ledger().file()));
            console.err().println("  Run the last ascribe add again to bring them up to date; nothing is added twice.");
        }
    }
}
