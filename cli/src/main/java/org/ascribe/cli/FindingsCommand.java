package org.ascribe.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Finding.Moved;
import org.ascribe.analyse.Finding.Sensitivity;
import org.ascribe.analyse.Wording;
import org.ascribe.analyse.escalation.NearSimultaneous.Together;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ascribe findings}: what the settled record shows. */
@Command(
        name = "findings",
        description =
                "Prints what the record shows under a perspective, each finding with its data, method, reference and "
                        + "limits, and how its figure moves.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class FindingsCommand implements Callable<Integer> {

    enum Format {
        table,
        jsonl
    }

    private static final int MOST_PAIRS = 8;

    private final Console console;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            split = ",",
            description = "Only of these: escalation, unusual-month, near-simultaneous, word-against-record, silence, "
                    + "and what else a wrong one makes this command list.")
    private List<String> kinds = List.of();

    @Mixin
    private FindingsOptions options = new FindingsOptions();

    @Option(names = "--format", paramLabel = "table|jsonl", description = "Default table.")
    private Format format = Format.table;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    FindingsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FindingsOptions.Found found = options.find(kinds, console);
        UnaryOperator<String> labelOf = found.settling()::labelOf;
        if (format == Format.jsonl) {
            found.findings().forEach(finding -> console.out().println(FindingJson.write(finding, labelOf)));
            return Main.DONE;
        }
        // a method and what is true of all its findings are said once
        Map<String, List<Finding<?>>> byKind = found.findings().stream()
                .collect(Collectors.groupingBy(Finding::kind, LinkedHashMap::new, Collectors.toList()));
        byKind.values().forEach(findings -> print(findings, labelOf));
        long without = found.findings().stream()
                .filter(finding -> finding.result() == null)
                .count();
        console.out()
                .println("%s under %s%s"
                        .formatted(
                                Wording.count(found.findings().size(), "finding"),
                                found.record().perspective(),
                                without == 0 ? "" : ", " + without + " of them for want of data"));
        return Main.DONE;
    }

    private void print(List<Finding<?>> findings, UnaryOperator<String> labelOf) {
        List<Finding<?>> computed =
                findings.stream().filter(finding -> finding.result() != null).toList();
        List<String> shared = computed.isEmpty() ? List.of() : Briefing.shared(computed);
        findings.forEach(finding -> print(finding, shared, labelOf));
        if (!computed.isEmpty()) {
            int width = console.width();
            Finding<?> first = computed.getFirst();
            console.out().println("How " + first.kind() + " is found");
            console.out().print(TextTable.wrap(first.method(), width, "  method   ", "           "));
            console.out().print(TextTable.wrap(first.reference(), width, "  after    ", "           "));
            shared.forEach(limit -> console.out().print(TextTable.wrap(limit, width, "  limit    ", "           ")));
            console.out().println();
        }
    }

    private void print(Finding<?> finding, List<String> shared, UnaryOperator<String> labelOf) {
        int width = console.width();
        console.out().println(finding.kind() + ": " + finding.subject());
        console.out().print(TextTable.wrap(finding.sentence(), width, "  "));
        Sensitivity moves = finding.sensitivity();
        if (moves != null) {
            List<String> parts = new ArrayList<>();
            moves.withoutMostInfluential()
                    .forEach(moved -> parts.add("without " + labelOf.apply(moved.what()) + " " + figure(moved)));
            moves.perspectives().forEach(moved -> parts.add("under " + moved.what() + " " + figure(moved)));
            console.out()
                    .print(TextTable.wrap(
                            moves.figure() + " " + Wording.number(moves.value())
                                    + (parts.isEmpty() ? "" : "; " + String.join(", ", parts)),
                            width,
                            "  moves    ",
                            "           "));
        }
        List<String> labels = finding.incidents().stream().map(labelOf).toList();
        if (!labels.isEmpty()) {
            console.out()
                    .print(TextTable.wrap(
                            String.join(" ", labels.subList(0, Math.min(12, labels.size())))
                                    + (labels.size() > 12 ? " and " + (labels.size() - 12) + " more" : ""),
                            width,
                            "  rests on ",
                            "           "));
        }
        if (finding.result() instanceof Together together) {
            together.pairs().stream()
                    .limit(MOST_PAIRS)
                    .forEach(pair -> console.out()
                            .println("  pair     %s (%s) and %s (%s), %.0f km"
                                    .formatted(
                                            labelOf.apply(pair.first()),
                                            pair.firstDay(),
                                            labelOf.apply(pair.second()),
                                            pair.secondDay(),
                                            pair.kilometres())));
        }
        if (finding.result() != null) {
            finding.limits().stream()
                    .filter(limit -> !shared.contains(limit))
                    .forEach(limit -> console.out().print(TextTable.wrap(limit, width, "  limit    ", "           ")));
        }
        console.out().println();
    }

    private static String figure(Moved moved) {
        return Wording.number(moved.value());
    }
}
