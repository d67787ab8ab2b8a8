package org.ascribe.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ascribe.core.EventDate;
import org.ascribe.core.weigh.Difference;
import org.ascribe.core.weigh.Hypotheses;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.core.weigh.Perspective.Combine;
import org.ascribe.core.weigh.Reliability;
import org.ascribe.core.weigh.Settled;
import org.ascribe.core.weigh.Settlement;
import org.ascribe.exchange.SettledJson;
import org.ascribe.pipeline.RecordService;
import org.ascribe.pipeline.Settling;
import org.ascribe.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe weigh}: the record under a perspective. */
@Command(
        name = "weigh",
        description =
                "Settles the incidents of a ledger under a perspective: who, with what support, how many, and why.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class WeighCommand implements Callable<Integer> {

    enum Format {
        table,
        jsonl
    }

    private final Console console;

    @Option(
            names = "--perspective",
            paramLabel = "NAME|FILE",
            description = "A built-in one (ascribe perspectives) or a YAML file; default every-voice.")
    private String perspective = "every-voice";

    @Option(
            names = "--against",
            paramLabel = "NAME|FILE",
            description = "Print only what changes from this one to --perspective, and which rule made it so.")
    private @Nullable String against;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "What was known on this day: statements published by then. Reports without a day count from the"
                            + " latest day of the ledger on.")
    private @Nullable LocalDate asOf;

    @Option(names = "--incident", paramLabel = "ID", description = "Only this one, with every reason; such as I-17.")
    private @Nullable String incident;

    @Option(
            names = "--reliability",
            description =
                    "How often each source is right, estimated from agreement, beside what the perspective holds.")
    private boolean reliability;

    @Option(names = "--format", paramLabel = "table|jsonl", description = "Default table.")
    private Format format = Format.table;

    @Option(names = "--ledger", paramLabel = "PATH", description = "The ledger's file; default ascribe.duckdb.")
    private Path ledger = Path.of("ascribe.duckdb");

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    WeighCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Perspective asked = Perspectives.named(perspective);
        Perspective other = against == null ? null : Perspectives.named(against);
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.READ)) {
            RecordService record = new RecordService(open, Program.version());
            Standing.check(record, console);
            Settling settling = Settling.of(record);
            if (reliability) {
                printReliability(settling, asked);
                return Main.DONE;
            }
            Settlement settlement = settling.settle(asked, asOf);
            if (incident != null) {
                printOne(settling, settlement, record, incident);
            } else if (other != null) {
                printDifference(settling, settling.settle(other, asOf), settlement);
            } else {
                printAll(settling, settlement);
            }
        }
        return Main.DONE;
    }

    // --- all

    private void printAll(Settling settling, Settlement settlement) {
        List<Settled> all = newestFirst(settlement.list());
        if (format == Format.jsonl) {
            all.forEach(settled -> console.out()
                    .println(SettledJson.write(
                            settling.labelOf(settled.incident().id()), settled)));
            return;
        }
        TextTable table = new TextTable("ID", "WHEN", "WHERE", "WHO, WITH WHAT SUPPORT", "STATUS", "KILLED", "BEST")
                .cutting("WHERE", "WHO, WITH WHAT SUPPORT");
        for (Settled settled : all) {
            table.row(
                    settling.labelOf(settled.incident().id()),
                    Showing.when(settled.incident().when()),
                    Showing.whereInShort(settled.incident().where()),
                    who(settled),
                    settled.status().code(),
                    range(settled.killed()),
                    best(settled.killed()));
        }
        console.out().print(table.print(console.width()));
        console.out().println();
        console.out()
                .println("%s under %s%s; the reasons of one: ascribe weigh --perspective %s --incident %s"
                        .formatted(
                                Showing.plural(all.size(), "incident"),
                                settlement.perspective().name(),
                                asOf == null ? "" : ", as known on " + asOf,
                                perspective,
                                all.isEmpty()
                                        ? "I-1"
                                        : settling.labelOf(
                                                all.getFirst().incident().id())));
    }

    private static List<Settled> newestFirst(List<Settled> all) {
        return all.stream()
                .sorted(Comparator.comparing(
                                (Settled settled) -> day(settled.incident().when()),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(settled -> settled.incident().id()))
                .toList();
    }

    private static @Nullable LocalDate day(@Nullable EventDate when) {
        return when == null ? null : when.from() == null ? when.to() : when.from();
    }

    private static String who(Settled settled) {
        return settled.actors().isEmpty()
                ? "nobody named"
                : settled.actors().stream().map(WeighCommand::support).collect(Collectors.joining(" | "));
    }

    private static String support(Settled.Support support) {
        return "%s %s [%s-%s]"
                .formatted(support.name(), two(support.support()), two(support.low()), two(support.high()));
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String range(Settled.Figures figures) {
        return figures.low() == null && figures.high() == null
                ? "unknown"
                : figures.low() == null
                        ? "up to " + figures.high()
                        : figures.high() == null
                                ? figures.low() + "+"
                                : figures.low().equals(figures.high())
                                        ? figures.low().toString()
                                        : figures.low() + "-" + figures.high();
    }

    private static String best(Settled.Figures figures) {
        return figures.best() == null ? "unknown" : figures.best().toString();
    }

    // --- one

    private void printOne(Settling settling, Settlement settlement, RecordService record, String asked) {
        String label = record.findIncident(asked)
                .map(row -> row.label())
                .orElseThrow(() -> new CannotException(
                        "Cannot weigh %s: the ledger %s has no such incident.%n  List those it has: ascribe incidents --ledger %s"
                                .formatted(asked, ledger, ledger)));
        Settled settled = null;
        for (int i = 0; i < settlement.size() && settled == null; i++) {
            if (settling.labelOf(settlement.docket().incident(i).id()).equals(label)) {
                if (!settlement.isKnown(i)) {
                    throw new CannotException(
                            "Cannot weigh %s as of %s: no report had told of it by then.".formatted(label, asOf));
                }
                settled = settlement.get(i);
            }
        }
        if (settled == null) {
            throw new IllegalStateException("the ledger knows " + label + " and its record does not");
        }
        if (format == Format.jsonl) {
            console.out().println(SettledJson.write(label, settled));
            return;
        }
        int width = console.width();
        console.out().println("%s  %s".formatted(label, settled.incident().summary()));
        console.out()
                .print(TextTable.wrap(
                        settled.status().code() + " under " + settled.perspective() + ": " + settled.why(), width, ""));
        console.out()
                .println("killed %s, best %s; wounded %s, best %s"
                        .formatted(
                                range(settled.killed()),
                                best(settled.killed()),
                                range(settled.wounded()),
                                best(settled.wounded())));
        settled.actors().forEach(each -> console.out().println("  " + support(each)));
        console.out().println();
        if (settlement.perspective().combine() == Combine.INCONSISTENCY) {
            printMatrix(settlement, settled);
            return;
        }
        TextTable table = new TextTable("WEIGHT", "ON", "SPEAKER", "RULE", "WORDS").cutting("RULE", "WORDS");
        settled.reasons()
                .forEach(reason -> table.row(
                        signed(reason.weight()),
                        reason.actor() == null ? "toll" : reason.actor(),
                        reason.assertion().speaker().name(),
                        reason.rule(),
                        reason.assertion().text()));
        console.out().print(table.print(width));
    }

    private static String signed(double weight) {
        return weight > 0 ? "+" + two(weight) : two(weight);
    }

    private void printMatrix(Settlement settlement, Settled settled) {
        Hypotheses matrix = Hypotheses.of(settled, settlement.docket()::lineage);
        List<String> heads = new ArrayList<>(List.of("TELLS", "STATEMENT"));
        matrix.hypotheses().forEach(each -> heads.add(each.name()));
        TextTable table = new TextTable(heads.toArray(String[]::new)).cutting("STATEMENT");
        for (Hypotheses.Row row : matrix.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(two(row.diagnosticity()));
            cells.add(row.statement().assertion().speaker().name() + ": "
                    + row.statement().assertion().text());
            row.marks().forEach(mark -> cells.add(mark(mark)));
            table.row(cells.toArray(String[]::new));
        }
        console.out().print(table.print(console.width()));
        console.out().println();
        console.out()
                .println("++ names it, + names its kin, 0 says nothing on it, - names another, -- rules it out."
                        + " TELLS: weight times the widest distance.");
    }

    private static String mark(Hypotheses.Mark mark) {
        return switch (mark) {
            case CONSISTENT -> "++";
            case RATHER_CONSISTENT -> "+";
            case NEUTRAL -> "0";
            case RATHER_INCONSISTENT -> "-";
            case INCONSISTENT -> "--";
        };
    }

    // --- two perspectives

    private void printDifference(Settling settling, Settlement before, Settlement after) {
        List<Difference.Changed> all = Difference.between(before, after);
        if (format == Format.jsonl) {
            all.forEach(changed -> console.out()
                    .println(SettledJson.write(
                            settling.labelOf(changed.after().incident().id()), changed)));
            return;
        }
        int width = console.width();
        for (Difference.Changed changed : all) {
            Settled was = changed.before();
            Settled is = changed.after();
            console.out()
                    .println("%s  %s"
                            .formatted(
                                    settling.labelOf(is.incident().id()),
                                    is.incident().summary()));
            console.out().print(TextTable.wrap(state(was), width, "  before  ", "          "));
            console.out().print(TextTable.wrap(state(is), width, "  after   ", "          "));
            console.out().print(TextTable.wrap(changed.because(), width, "  because ", "          "));
            console.out().println();
        }
        long actors = count(all, Difference.Aspect.ACTOR);
        long statuses = count(all, Difference.Aspect.STATUS);
        long tolls = count(all, Difference.Aspect.TOLL);
        console.out()
                .println("%s of %d from %s to %s: %d another actor, %d another status, %d another toll"
                        .formatted(
                                all.size() == 1 ? "1 incident changes" : all.size() + " incidents change",
                                before.size(),
                                before.perspective().name(),
                                after.perspective().name(),
                                actors,
                                statuses,
                                tolls));
    }

    private static long count(List<Difference.Changed> all, Difference.Aspect aspect) {
        return all.stream()
                .filter(changed -> changed.aspects().contains(aspect))
                .count();
    }

    private static String state(Settled settled) {
        return settled.status().code() + "; " + who(settled) + "; killed " + best(settled.killed()) + " ("
                + range(settled.killed()) + ")";
    }

    // --- sources

    private void printReliability(Settling settling, Perspective asked) {
        List<Reliability.Source> sources = Reliability.of(settling.docket(), asked);
        TextTable table = new TextTable("SOURCE", "STATEMENTS", "RIGHT, ESTIMATED", "95 %", "RIGHT, BY " + asked.name())
                .cutting("SOURCE");
        for (Reliability.Source source : sources) {
            table.row(
                    source.source(),
                    String.valueOf(source.statements()),
                    two(source.right()),
                    two(source.low()) + "-" + two(source.high()),
                    two(source.policy()));
        }
        console.out().print(table.print(console.width()));
        console.out().println();
        console.out()
                .print(TextTable.wrap(
                        "Estimated from agreement on who did it (Dawid and Skene 1979), with a prior of four right and two wrong;"
                                + " sources that repeat each other's errors look reliable. Shown beside the perspective,"
                                + " not used by it.",
                        console.width(),
                        ""));
    }
}
