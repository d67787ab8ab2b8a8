package org.ascribe.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ascribe.core.Coded;
import org.ascribe.core.IncidentType;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.IncidentFilter;
import org.ascribe.store.IncidentRow;
import org.ascribe.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe incidents}: the list. */
@Command(
        name = "incidents",
        description = "Lists the incidents of a ledger, newest first.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class IncidentsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--ledger", paramLabel = "PATH", description = "The ledger's file; default ascribe.duckdb.")
    private Path ledger = Path.of("ascribe.duckdb");

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "Only those that some voice ties to this actor: its id, or part of its name.")
    private @Nullable String actor;

    @Option(names = "--country", paramLabel = "CODE", description = "Only in this country: two letters, such as AF.")
    private @Nullable String country;

    @Option(names = "--from", paramLabel = "DATE", description = "Only from this day on, such as 2024-03-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only up to this day.")
    private @Nullable LocalDate to;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only of this type, such as suicide-bombing.")
    private @Nullable String type;

    @Option(
            names = "--text",
            paramLabel = "WORDS",
            description = "Only those with these words in the summary, the place or a quoted sentence.")
    private @Nullable String text;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    IncidentsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        IncidentFilter filter = new IncidentFilter(actor, country(), from, checkedTo(), type(), null, text);
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.READ)) {
            RecordService record = new RecordService(open, Program.version());
            Standing.check(record, console);
            List<IncidentRow> rows = record.incidents(filter);
            TextTable table = new TextTable(
                            "ID", "WHEN", "WHERE", "TYPE", "WHO IS SAID TO HAVE DONE IT", "STATUS", "KILLED", "REPORTS")
                    .cutting("WHERE", "TYPE", "WHO IS SAID TO HAVE DONE IT");
            boolean copies = false;
            for (IncidentRow row : rows) {
                table.row(
                        row.label(),
                        Showing.when(row.when()),
                        Showing.whereInShort(row.where()),
                        row.type().code(),
                        row.claimants().isEmpty()
                                ? "nobody named"
                                : row.claimants().stream()
                                        .map(IncidentRow.Named::name)
                                        .collect(Collectors.joining(" | ")),
                        row.status().code(),
                        row.killed().toString(),
                        row.reports() + (row.origins() == row.reports() ? "" : " (" + row.origins() + ")"));
                copies |= row.origins() != row.reports();
            }
            console.out().print(table.print(console.width()));
            console.out().println();
            console.out()
                    .println((rows.size() == 1 ? "1 incident" : rows.size() + " incidents")
                            + (filter.equals(IncidentFilter.ALL) ? "" : " pass the filter")
                            + (rows.isEmpty()
                                    ? ""
                                    : "; more on one: ascribe show "
                                            + rows.getFirst().label()
                                            + (ledger.equals(Path.of("ascribe.duckdb")) ? "" : " --ledger " + ledger)));
            if (copies) {
                console.out().println("(n): of so many independent origins, the others repeat them");
            }
        }
        return Main.DONE;
    }

    private @Nullable LocalDate checkedTo() {
        if (from != null && to != null && to.isBefore(from)) {
            throw CannotException.wrongUsage(
                    "Cannot list incidents: --from %s is after --to %s.%n  Turn them round.".formatted(from, to));
        }
        return to;
    }

    private @Nullable String country() {
        if (country == null) {
            return null;
        }
        String code = country.toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw CannotException.wrongUsage(
                    "Cannot list incidents: --country is \"%s\", expected two letters of ISO 3166 such as AF for Afghanistan."
                            .formatted(country));
        }
        return code;
    }

    private @Nullable IncidentType type() {
        String asked = type;
        if (asked == null) {
            return null;
        }
        List<String> known =
                Arrays.stream(IncidentType.values()).map(Coded::code).toList();
        return Coded.find(IncidentType.class, asked.toLowerCase(Locale.ROOT))
                .orElseThrow(() ->
                        CannotException.wrongUsage("Cannot list incidents: --type is \"%s\", expected one of %s.%s"
                                .formatted(
                                        asked,
                                        String.join(", ", known),
                                        Suggestions.nearest(asked, known)
                                                .map(near -> " Did you mean " + near + "?")
                                                .orElse(""))));
    }
}
