package org.ascribe.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.ContentHash;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Link;
import org.ascribe.core.resolve.Origins;
import org.ascribe.core.resolve.Resolver;
import org.ascribe.extract.Extractor;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.read.ReadSettings;
import org.ascribe.extract.read.ReportReader;
import org.jspecify.annotations.Nullable;

/**
 * Measures how well the tellings of the bundled corpus are brought together, as the program itself reads them, against
 * corpus/expected-incidents.tsv; {@code scripts/evaluate-resolve} runs it.
 *
 * <pre>
 * --corpus DIR   the corpus with its expected-incidents.tsv
 * --errors       wrong merges and splits of the half that the weights were chosen on
 * --tellings     every Incident with its tellings
 * --doc FILE     the page of docs/evaluation, with --commit and --date for its head
 * </pre>
 */
public final class ResolveScores {

    /** The half that weights may be chosen on, and the half that is only counted. */
    private enum Half {
        CHOSEN_ON,
        HELD_OUT;

        static Half of(ExpectedIncident expected) {
            return Character.digit(ContentHash.of(expected.key()).charAt(0), 16) % 2 == 0 ? CHOSEN_ON : HELD_OUT;
        }

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private record Options(
            Path corpus,
            boolean errors,
            boolean tellings,
            @Nullable Path doc,
            String commit,
            String date) {}

    /** A telling with the incident that it is about by the table, null where none fits. */
    private record Told(CodedIncident coded, Telling telling, String path) {}

    /** Counts of one half. */
    private static final class Tally {
        int incidents;
        int pairsInTable;
        int pairsRead;
        int pairsTogether;
        int pairsTogetherWrong;
        int resolved;
        int whole;
        int readAtAll;

        double precision() {
            return pairsTogether / (double) (pairsTogether + pairsTogetherWrong);
        }
    }

    private final Map<ReportId, String> pathOf = new HashMap<>();
    private final Map<Telling, Told> toldOf = new TreeMap<>();
    private final Map<Telling, ExpectedIncident> meaning = new TreeMap<>();
    private final Map<Telling, Incident> incidentOf = new HashMap<>();
    private final Map<ExpectedIncident, List<Telling>> tellingsOf = new LinkedHashMap<>();
    private final Map<Half, Tally> tallies = new TreeMap<>();
    private final Map<Half, List<String>> errors = new TreeMap<>();
    private final List<CodedReport> reports;
    private final List<Incident> incidents;
    private final List<String> copies = new ArrayList<>();
    private int unmatchedJoined;

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = options(args);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        Extractor extractor = Extractor.rules();
        ResolveScores scores = new ResolveScores(options.corpus(), extractor);
        if (options.tellings()) {
            scores.incidents.forEach(incident -> out.print(scores.described(incident)));
        }
        if (options.errors()) {
            scores.errors.getOrDefault(Half.CHOSEN_ON, List.of()).forEach(out::print);
        }
        out.print(scores.table());
        if (options.doc() != null) {
            Files.writeString(options.doc(), scores.page(options, extractor.version()));
        }
    }

    private static Options options(String[] args) {
        Path corpus = null;
        boolean errors = false;
        boolean tellings = false;
        Path doc = null;
        String commit = "unknown";
        String date = "unknown";
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--corpus" -> corpus = Path.of(value(args, ++i));
                case "--errors" -> errors = true;
                case "--tellings" -> tellings = true;
                case "--doc" -> doc = Path.of(value(args, ++i));
                case "--commit" -> commit = value(args, ++i);
                case "--date" -> date = value(args, ++i);
                default ->
                    throw new IllegalArgumentException("No option \"" + args[i]
                            + "\"; there are --corpus, --errors, --tellings, --doc, --commit and --date.");
            }
        }
        if (corpus == null) {
            throw new IllegalArgumentException(
                    "Nothing to score: --corpus is missing. Give a folder, such as --corpus corpus");
        }
        return new Options(corpus, errors, tellings, doc, commit, date);
    }

    private static String value(String[] args, int index) {
        if (index >= args.length) {
            throw new IllegalArgumentException(args[index - 1] + " needs a value after it.");
        }
        return args[index];
    }

    private ResolveScores(Path corpus, Extractor extractor) throws IOException {
        reports = read(corpus, extractor);
        List<ExpectedIncident> expected =
                ExpectedIncident.list(corpus.resolve("expected-incidents.tsv"), Gazetteer.load());
        expected.forEach(one -> tellingsOf.put(one, new ArrayList<>()));
        reports.forEach(report -> match(report, expected));
        incidents = Resolver.resolve(reports, List.of());
        incidents.forEach(incident -> incident.tellings().forEach(telling -> incidentOf.put(telling, incident)));
        Origins origins = Origins.of(reports.stream().map(CodedReport::report).toList());
        pathOf.forEach((id, path) -> {
            if (!origins.originOf(id).equals(id)) {
                copies.add(path + " of " + pathOf.get(origins.originOf(id)));
            }
        });
        copies.sort(null);
        tellingsOf.forEach(this::tally);
        wrongMerges();
    }

    private List<CodedReport> read(Path corpus, Extractor extractor) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(corpus)) {
            files = walk.filter(file -> file.toString().endsWith(".txt"))
                    .filter(file -> corpus.relativize(file).getNameCount() > 1)
                    .sorted()
                    .toList();
        }
        List<CodedReport> coded = new ArrayList<>();
        for (Path file : files) {
            try (Stream<Outcome<Report>> outcomes = new ReportReader().read(file, ReadSettings.DEFAULT)) {
                switch (outcomes.findFirst().orElseThrow()) {
                    case Outcome.Done<Report>(Report report) -> {
                        pathOf.put(
                                report.id(), corpus.relativize(file).toString().replace('\\', '/'));
                        coded.add(extractor.extract(report));
                    }
                    case Outcome.Skipped<Report>(String code, String where, String why) ->
                        throw new IllegalStateException("Cannot read " + where + ": " + why);
                }
            }
        }
        return coded;
    }

    /** Pairs what the report tells with what it should tell of, each at most once. */
    private void match(CodedReport report, List<ExpectedIncident> expected) {
        ReportId id = report.report().id();
        String path = Objects.requireNonNull(pathOf.get(id));
        List<ExpectedIncident> rows =
                expected.stream().filter(one -> one.reports().contains(path)).toList();
        double[][] weights = new double[rows.size()][report.incidents().size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < report.incidents().size(); column++) {
                weights[row][column] = rows.get(row).fit(report.incidents().get(column));
            }
        }
        for (CodedIncident told : report.incidents()) {
            Telling telling = new Telling(id, told.label());
            toldOf.put(telling, new Told(told, telling, path));
        }
        int[] columnOf = Assignment.best(weights);
        for (int row = 0; row < rows.size(); row++) {
            if (columnOf[row] >= 0) {
                Telling telling =
                        new Telling(id, report.incidents().get(columnOf[row]).label());
                meaning.put(telling, rows.get(row));
                tellingsOf
                        .computeIfAbsent(rows.get(row), key -> new ArrayList<>())
                        .add(telling);
            }
        }
    }

    // ---- counting

    private void tally(ExpectedIncident expected, List<Telling> tellings) {
        Tally tally = tallies.computeIfAbsent(Half.of(expected), key -> new Tally());
        tally.incidents++;
        tally.pairsInTable += pairs(expected.reports().size());
        tally.pairsRead += pairs(tellings.size());
        Map<Incident, List<Telling>> parts = tellings.stream()
                .collect(Collectors.groupingBy(incidentOf::get, LinkedHashMap::new, Collectors.toList()));
        parts.values().forEach(part -> tally.pairsTogether += pairs(part.size()));
        tally.resolved += parts.size();
        tally.readAtAll += tellings.isEmpty() ? 0 : 1;
        tally.whole += parts.size() == 1 ? 1 : 0;
        if (parts.size() > 1) {
            StringBuilder split = new StringBuilder("SPLIT %s into %d%n".formatted(expected.key(), parts.size()));
            parts.forEach((incident, part) -> {
                split.append("  ").append(incident.id()).append('\n');
                part.forEach(telling ->
                        split.append("    ").append(described(telling)).append('\n'));
            });
            List<List<Telling>> apart = List.copyOf(parts.values());
            for (int i = 1; i < apart.size(); i++) {
                split.append("  ")
                        .append(described(nearest(apart.get(0), apart.get(i))))
                        .append('\n');
            }
            errors.computeIfAbsent(Half.of(expected), key -> new ArrayList<>()).add(split.toString());
        }
    }

    /** The likeliest pair of two parts, as the resolver weighs it. */
    private Link nearest(List<Telling> some, List<Telling> others) {
        return some.stream()
                .flatMap(one -> others.stream().map(other -> Resolver.compare(reports, one, other)))
                .max(Comparator.comparingDouble(Link::weight))
                .orElseThrow();
    }

    private static int pairs(int members) {
        return members * (members - 1) / 2;
    }

    private void wrongMerges() {
        for (Incident incident : incidents) {
            List<Telling> meant =
                    incident.tellings().stream().filter(meaning::containsKey).toList();
            Map<ExpectedIncident, List<Telling>> rows = meant.stream()
                    .collect(Collectors.groupingBy(meaning::get, LinkedHashMap::new, Collectors.toList()));
            if (!meant.isEmpty()) {
                unmatchedJoined += incident.tellings().size() - meant.size();
            }
            if (rows.size() < 2) {
                continue;
            }
            TreeSet<Half> halves = new TreeSet<>();
            for (Map.Entry<ExpectedIncident, List<Telling>> row : rows.entrySet()) {
                Half half = Half.of(row.getKey());
                halves.add(half);
                Tally tally = tallies.computeIfAbsent(half, key -> new Tally());
                tally.pairsTogetherWrong +=
                        row.getValue().size() * (meant.size() - row.getValue().size());
            }
            StringBuilder merge = new StringBuilder("MERGE ")
                    .append(rows.keySet().stream().map(ExpectedIncident::key).collect(Collectors.joining(" + ")))
                    .append('\n')
                    .append(described(incident));
            halves.forEach(half ->
                    errors.computeIfAbsent(half, key -> new ArrayList<>()).add(merge.toString()));
        }
    }

    // ---- what is printed and kept

    private String described(Incident incident) {
        StringBuilder text = new StringBuilder("%s %s | %s | %s | %s%n"
                .formatted(
                        incident.id(), incident.summary(), incident.type().code(), incident.when(), incident.where()));
        incident.tellings()
                .forEach(telling ->
                        text.append("    ").append(described(telling)).append('\n'));
        incident.links()
                .forEach(link -> text.append("    ").append(described(link)).append('\n'));
        return text.toString();
    }

    private String described(Telling telling) {
        Told told = Objects.requireNonNull(toldOf.get(telling));
        ExpectedIncident means = meaning.get(telling);
        CodedIncident coded = told.coded();
        return "%s %s [%s] %s | %s | %s | %s | killed %s wounded %s"
                .formatted(
                        told.path(),
                        telling.label(),
                        means == null ? "-" : means.key(),
                        coded.type().code(),
                        coded.when() == null
                                ? "no date"
                                : coded.when().yearless() != null
                                        ? coded.when().yearless()
                                        : coded.when().from() + ".."
                                                + coded.when().to(),
                        coded.where() == null
                                ? "no place"
                                : coded.where().name() + " " + coded.where().precision() + " "
                                        + coded.where().country(),
                        coded.summary(),
                        coded.killed(),
                        coded.wounded());
    }

    private String described(Link link) {
        return "%s %s - %s %s %.1f: %s"
                .formatted(
                        pathOf.get(link.a().report()),
                        link.a().label(),
                        pathOf.get(link.b().report()),
                        link.b().label(),
                        link.weight(),
                        link.reasons().stream()
                                .map(reason -> "%s %.1f".formatted(reason.field(), reason.weight()))
                                .collect(Collectors.joining(", ")));
    }

    private String table() {
        StringBuilder table = new StringBuilder();
        table.append(
                "| half | incidents | told in some report | pairs of reports | both read | together | wrongly together |"
                        + " precision | recall of those read | recall of all | Incidents for one | in one piece |\n");
        table.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        tallies.forEach((half, tally) -> table.append("| %s | %d | %d | %d | %d | %d | %d | %s | %s | %s | %s | %d |%n"
                .formatted(
                        half.title(),
                        tally.incidents,
                        tally.readAtAll,
                        tally.pairsInTable,
                        tally.pairsRead,
                        tally.pairsTogether,
                        tally.pairsTogetherWrong,
                        Score.share(tally.precision()),
                        Score.share(tally.pairsTogether / (double) tally.pairsRead),
                        Score.share(tally.pairsTogether / (double) tally.pairsInTable),
                        Score.share(tally.resolved / (double) tally.readAtAll),
                        tally.whole)));
        table.append(
                "\n%d reports tell %d incidents, resolved to %d. %d tellings are of no line of the table; %d of these stand"
                        .formatted(
                                pathOf.size(),
                                toldOf.size(),
                                incidents.size(),
                                toldOf.size() - meaning.size(),
                                unmatchedJoined));
        table.append(" in an Incident that is of one.\n\nCopies found:\n\n");
        copies.forEach(copy -> table.append("- ").append(copy).append('\n'));
        return table.toString();
    }

    private String page(Options options, String version) {
        return """
                # How well incidents are brought together

                Written by `scripts/evaluate-resolve`; do not edit. Commit %s, %s, extractor %s.

                The program reads the bundled corpus and resolves it; `corpus/expected-incidents.tsv` says which reports tell of
                which incident. What a report tells is paired with the lines that name the report, each once, where date,
                country and place do not exclude it. A line's reports should then share one Incident. The weights may be
                chosen on one half of the lines (by the hash of their keys). Of the other half only the totals were seen while
                choosing; its errors are not listed. Both halves are texts of this project, so other texts will do worse.

                %s
                - **both read**: pairs of reports of a line in both of which the program read the incident; the rest is lost
                  before resolving.
                - **wrongly together**: pairs in one Incident that are of two lines.
                - **Incidents for one**: in how many Incidents the tellings of one line stand, on average.

                ## Wrong merges and splits of the half that the weights were chosen on

                ```
                %s```
                """.formatted(
                        options.commit(),
                        options.date(),
                        version,
                        table(),
                        String.join("", errors.getOrDefault(Half.CHOSEN_ON, List.of())));
    }
}
