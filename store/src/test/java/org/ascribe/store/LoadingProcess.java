package org.ascribe.store;

import java.nio.file.Path;
import java.util.List;
import org.ascribe.core.CodedReport;
import org.ascribe.testkit.CodedReports;

/**
 * A program of its own for the crash test: appends batches without end and prints each report's id once it is
 * acknowledged. Arguments: the ledger's file, the first batch. With {@code hold} in place of the batch it only keeps the
 * ledger open.
 */
final class LoadingProcess {

    static final int BATCH = 5;

    private LoadingProcess() {}

    static List<CodedReport> batch(long number) {
        return CodedReports.random(77_000 + number, BATCH);
    }

    public static void main(String[] args) throws InterruptedException {
        // a small log, so that some kills fall into its folding into the file
        try (Ledger ledger = Ledger.open(Path.of(args[0]), Ledger.Mode.CREATE, "100KB")) {
            System.out.println("open");
            System.out.flush();
            if (args[1].equals("hold")) {
                Thread.sleep(600_000);
            }
            for (long number = Long.parseLong(args[1]); ; number++) {
                ledger.append(batch(number));
                System.out.println("batch " + number);
                System.out.flush();
            }
        }
    }
}
