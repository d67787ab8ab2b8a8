package org.ascribe.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.Import;
import org.ascribe.store.ImportSummary;
import org.ascribe.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe imports}: the data sets of a ledger, and which of them are in the record. */
@Command(
        name = "imports",
        description = "Lists the imports of a ledger, or takes one into the record or out of it.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class ImportsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--ledger", paramLabel = "PATH", description = "The ledger's file; default ascribe.duckdb.")
    private Path ledger = Path.of("ascribe.duckdb");

    @Option(names = "--take-in", paramLabel = "ID", description = "Take this import into the record.")
    private @Nullable String takeIn;

    @Option(
            names = "--discard",
            paramLabel = "ID",
            description = "Leave this import out of the record. Nothing is deleted; --take-in brings it back.")
    private @Nullable String discard;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    ImportsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (takeIn == null && discard == null) {
            try (Ledger open = Ledger.open(ledger, Ledger.Mode.READ)) {
                list(open.imports());
            }
            return Main.DONE;
        }
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.WRITE);
                Progress progress = new Progress(console.err(), console.clock())) {
            RecordService record = new RecordService(open, Program.version());
            for (ImportSummary found : List.copyOf(asked(open))) {
                record.decide(
                        found.source().id(),
                        found.source().id().equals(takeIn) ? Import.State.TAKEN_IN : Import.State.DISCARDED,
                        console.clock().instant(),
                        "command line",
                        progress);
            }
            list(open.imports());
        }
        return Main.DONE;
    }

    private List<ImportSummary> asked(Ledger open) {
        List<String> ids = java.util.stream.Stream.of(takeIn, discard)
                .filter(java.util.Objects::nonNull)
                .map(String::valueOf)
                .toList();
        return ids.stream()
                .map(id -> open.findImport(id)
                        .orElseThrow(() -> CannotException.wrongUsage(
                                "Cannot decide on the import %s: the ledger %s has none of that id.%n  ascribe imports --ledger %s lists them."
                                        .formatted(id, ledger, ledger))))
                .toList();
    }

    private void list(List<ImportSummary> imports) {
        TextTable table = new TextTable(
                        "ID",
                        "DATA SET",
                        "RELEASE",
                        "STATE",
                        "ROWS",
                        "INCIDENTS",
                        "SKIPPED",
                        "MAY BE PASSED ON",
                        "FILE")
                .cutting("FILE", "DATA SET");
        for (ImportSummary one : imports) {
            table.row(
                    one.source().id(),
                    one.source().source().name(),
                    one.source().release().isEmpty() ? "unknown" : one.source().release(),
                    one.state().code(),
                    "%,d".formatted(one.rows()),
                    "%,d".formatted(one.incidents()),
                    "%,d"
                            .formatted(one.skippedByCode().stream()
                                    .mapToLong(ImportSummary.Skipped::times)
                                    .sum()),
                    one.source().source().redistribution().code() + " ("
                            + one.source().source().licence() + ")",
                    one.source().file());
        }
        console.out().print(table.print(console.width()));
        console.out().println(imports.size() == 1 ? "1 import" : imports.size() + " imports");
    }
}
