package org.ascribe.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.extract.Extractor;

/**
 * How many of the real incidents that the bundled corpus tells of are found in each report that tells them, and how many
 * more the reports are read to tell. Run with the corpus folder; {@code --errors} lists what is missed and what is extra.
 *
 * <p>A row of {@code expected-incidents.tsv} and a report named in it make one pair to find. It is found if the report has
 * an incident in the same country with a date that admits the day, at most a year long, and no other pair has it. An extra
 * incident need not be wrong: the table leaves out casual mentions, whatever happened before August 2021, arrests, and series.
 */
public final class IncidentCoverage {

    /** One row: what happened, and when at the earliest and latest. */
    private record Expected(String key, EventDate date, String place, String country) {}

    private record Pairing(Expected expected, CodedIncident found) {}

    private IncidentCoverage() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 0 || args.length > 2 || args.length == 2 && !args[1].equals("--errors")) {
            throw new IllegalArgumentException("Usage: IncidentCoverage FOLDER [--errors], such as: corpus --errors");
        }
        run(Path.of(args[0]), args.length == 2, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(Path folder, boolean errors, PrintStream out) throws IOException {
        Map<String, List<Expected>> byReport = expected(folder.resolve("expected-incidents.tsv"));
        Extractor extractor = Extractor.rules();
        int expected = 0;
        int found = 0;
        int placed = 0;
        int extra = 0;
        int reports = 0;
        for (SampleArticle article : SampleArticle.list(folder)) {
            String name = folder.relativize(article.file()).toString().replace('\\', '/');
            CodedReport coded = extractor.extract(article.report());
            List<Expected> wanted = byReport.getOrDefault(name, List.of());
            List<Pairing> pairs = pair(wanted, coded.incidents());
            reports++;
            expected += wanted.size();
            found += pairs.size();
            extra += coded.incidents().size() - pairs.size();
            placed += (int) pairs.stream()
                    .filter(p -> isSamePlace(p.expected(), p.found()))
                    .count();
            if (errors) {
                errors(name, wanted, coded, pairs).forEach(out::println);
            }
        }
        out.printf(
                "%d reports: %d of %d incidents found (%s), place right in %d (%s), %d extra (%s a report)%n",
                reports,
                found,
                expected,
                Score.share((double) found / expected),
                placed,
                Score.share((double) placed / found),
                extra,
                Score.share((double) extra / reports));
    }

    private static List<Pairing> pair(List<Expected> wanted, List<CodedIncident> founds) {
        double[][] weights = new double[wanted.size()][founds.size()];
        for (int i = 0; i < wanted.size(); i++) {
            for (int j = 0; j < founds.size(); j++) {
                weights[i][j] = weight(wanted.get(i), founds.get(j));
            }
        }
        int[] columns = Assignment.best(weights);
        List<Pairing> pairs = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= 0) {
                pairs.add(new Pairing(wanted.get(i), founds.get(columns[i])));
            }
        }
        return pairs;
    }

    private static double weight(Expected expected, CodedIncident found) {
        EventDate when = found.when();
        Place where = found.where();
        boolean dated = when != null && when.days() <= 366 && when.overlaps(expected.date());
        boolean inCountry = where != null && expected.country().equals(where.country());
        return when == null || !dated || !inCountry
                ? 0
                : 100 + (isSamePlace(expected, found) ? 10 : 0) + 1.0 / when.days();
    }

    private static boolean isSamePlace(Expected expected, CodedIncident found) {
        Place where = found.where();
        String admin1 = where == null ? null : where.admin1();
        return where != null
                && (ActorNames.isSamePlace(expected.place(), where.name())
                        || admin1 != null && ActorNames.isSamePlace(expected.place(), admin1));
    }

    private static List<String> errors(String name, List<Expected> wanted, CodedReport coded, List<Pairing> pairs) {
        List<String> lines = new ArrayList<>();
        for (Expected one : wanted) {
            if (pairs.stream().noneMatch(p -> p.expected() == one)) {
                lines.add("%s | missed | %s, %s".formatted(name, one.key(), one.place()));
            }
        }
        for (Pairing pair : pairs) {
            if (!isSamePlace(pair.expected(), pair.found())) {
                lines.add("%s | place | %s for %s, %s"
                        .formatted(
                                name,
                                show(pair.found(), coded),
                                pair.expected().key(),
                                pair.expected().place()));
            }
        }
        for (CodedIncident found : coded.incidents()) {
            if (pairs.stream().noneMatch(p -> p.found() == found)) {
                lines.add("%s | extra | %s".formatted(name, show(found, coded)));
            }
        }
        return lines;
    }

    private static String show(CodedIncident found, CodedReport coded) {
        EventDate when = found.when();
        Place where = found.where();
        String date =
                when == null ? "no date" : when.yearless() != null ? when.yearless() : when.from() + ".." + when.to();
        List<String> words =
                found.mentions().stream().map(m -> m.in(coded.report().text())).toList();
        return "%s %s %s %s killed %s %s"
                .formatted(
                        found.label(),
                        found.type().code(),
                        date,
                        where == null ? "no place" : where.name() + "/" + where.country(),
                        found.killed(),
                        words);
    }

    private static Map<String, List<Expected>> expected(Path table) throws IOException {
        Map<String, List<Expected>> byReport = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(table);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 6) {
                throw new IllegalArgumentException("Cannot read a row of " + table + ": expected 6 cells, found "
                        + cells.length + " in \"" + line + "\". See the README beside it.");
            }
            Expected row = new Expected(cells[0], date(cells[1]), cells[2], cells[3]);
            for (String report : cells[5].split(",")) {
                byReport.computeIfAbsent(report, name -> new ArrayList<>()).add(row);
            }
        }
        return byReport;
    }

    private static EventDate date(String iso) {
        if (iso.length() == 7) {
            YearMonth month = YearMonth.parse(iso);
            return EventDate.month(month.getYear(), month.getMonthValue());
        }
        return EventDate.day(LocalDate.parse(iso));
    }
}
