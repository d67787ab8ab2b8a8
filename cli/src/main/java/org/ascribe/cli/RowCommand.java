package org.ascribe.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ascribe.core.CodedReport;
import org.ascribe.core.ReportId;
import org.ascribe.store.Ledger;
import org.ascribe.store.RowRelease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascribe row}: what each release of a data set said of one row. */
@Command(
        name = "row",
        description =
                "Prints what a data set said of one of its rows: now, in a year, or in each release, with what changed.",
        sortOptions = false,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class RowCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "ID", description = "The row's own id, such as 182036 of UCDP GED.")
    private String id = "";

    @Option(names = "--data-set", paramLabel = "NAME", description = "Only of this data set: its name or its kind.")
    private @Nullable String dataSet;

    @Option(
            names = "--in",
            paramLabel = "YEAR",
            description = "What it said in that year: in the newest release that was out by its end.")
    private @Nullable Integer year;

    @Option(names = "--release", paramLabel = "NAME", description = "What it said in this release, such as 21.1.")
    private @Nullable String release;

    @Option(names = "--ledger", paramLabel = "PATH", description = "The ledger's file; default ascribe.duckdb.")
    private Path ledger = Path.of("ascribe.duckdb");

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    RowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.READ)) {
            List<RowRelease> all = open.releasesOf(dataSet, id);
            List<RowRelease> chosen = chosen(all);
            if (chosen.isEmpty()) {
                throw new CannotException(
                        "Cannot print the row %s: the ledger %s has %s.%n  ascribe imports --ledger %s lists what was imported."
                                .formatted(
                                        id,
                                        ledger,
                                        all.isEmpty()
                                                ? "no row with that id"
                                                : "it from other releases only, "
                                                        + all.stream()
                                                                .map(found -> found.source()
                                                                        .release())
                                                                .toList(),
                                        ledger));
            }
            print(open, chosen);
        }
        return Main.DONE;
    }

    private List<RowRelease> chosen(List<RowRelease> all) {
        List<RowRelease> chosen = all.stream()
                .filter(found -> release == null || found.source().release().equals(release))
                .filter(found -> year == null
                        || (found.source().releaseYear() != null
                                && Objects.requireNonNull(found.source().releaseYear()) <= year))
                .toList();
        return year == null || chosen.isEmpty() ? chosen : List.of(chosen.getLast());
    }

    private void print(Ledger open, List<RowRelease> releases) {
        ReportId before = null;
        Set<String> linesBefore = Set.of();
        for (RowRelease said : releases) {
            console.out()
                    .println("%s %s, row %s%s  (%s, line %d; %s)"
                            .formatted(
                                    said.source().source().name(),
                                    said.source().release().isEmpty()
                                            ? "of unknown release"
                                            : said.source().release(),
                                    said.rowId(),
                                    said.isCurrent() ? ", said still" : "",
                                    said.source().file(),
                                    said.line(),
                                    said.report()));
            if (said.report().equals(before)) {
                console.out().println("  as before");
                continue;
            }
            CodedReport coded = open.findReport(said.report())
                    .orElseThrow(() -> new IllegalStateException("the ledger lacks " + said.report()));
            Set<String> lines =
                    new LinkedHashSet<>(coded.report().text().lines().toList());
            for (String line : lines) {
                boolean changed = before != null && !linesBefore.contains(line) && !line.isBlank();
                console.out().println((changed ? "* " : "  ") + line);
            }
            before = said.report();
            linesBefore = lines;
        }
        if (releases.size() > 1) {
            console.out().println("*: not in the release before");
        }
    }
}
