package org.ascribe.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ascribe.core.CodedReport;
import org.ascribe.core.ReportId;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.IncidentRow;
import org.ascribe.store.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascribe show}: one incident sheet, or one report. */
@Command(
        name = "show",
        description = "Shows one incident with everything that is said about it, or one report with what it says.",
        sortOptions = false,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class ShowCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "ID", description = "Of an incident, such as I-17, or of a report, r-...")
    private String id = "";

    @Option(names = "--ledger", paramLabel = "PATH", description = "The ledger's file; default ascribe.duckdb.")
    private Path ledger = Path.of("ascribe.duckdb");

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.READ)) {
            RecordService record = new RecordService(open, Program.version());
            Standing.check(record, console);
            if (id.matches("r-[0-9a-f]{16}")) {
                CodedReport report = record.findReport(new ReportId(id))
                        .orElseThrow(() -> new CannotException(
                                "Cannot show %s: the ledger %s has no such report.%n  The sheet of an incident names its reports: ascribe incidents --ledger %s"
                                        .formatted(id, ledger, ledger)));
                console.out().print(new ReportText(console.width()).of(report));
                return Main.DONE;
            }
            Optional<IncidentRow> row = record.findIncident(id);
            if (row.isEmpty()) {
                throw new CannotException(
                        "Cannot show %s: the ledger %s has no such incident.%n  List those it has: ascribe incidents --ledger %s"
                                .formatted(id, ledger, ledger));
            }
            String label = row.get().label();
            List<IncidentRow> nearby = record.nearby(label);
            record.findSheet(label)
                    .ifPresent(sheet -> console.out()
                            .print(new SheetText(console.width())
                                    .of(label, sheet, nearby, report -> record.findReport(report))));
            return Main.DONE;
        }
    }
}
