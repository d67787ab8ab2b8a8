package org.ascribe.cli;

import java.text.BreakIterator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Passage;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.store.IncidentRow;
import org.jspecify.annotations.Nullable;

/** The incident sheet as text: claimants one below the other, each statement with its sentence and where it stands. */
final class SheetText {

    private final int width;
    private final Map<ReportId, Integer> numbers = new LinkedHashMap<>();
    private final Map<ReportId, Report> reports = new HashMap<>();
    private boolean twoRead;

    SheetText(int width) {
        this.width = width;
    }

    private @Nullable LocalDate published(ReportId report) {
        Report known = reports.get(report);
        return known == null ? null : known.published();
    }

    String of(
            String label,
            IncidentSheet sheet,
            List<IncidentRow> nearby,
            Function<ReportId, Optional<CodedReport>> reportWith) {
        Incident incident = sheet.incident();
        incident.tellings()
                .forEach(telling -> reportWith
                        .apply(telling.report())
                        .ifPresent(coded -> reports.put(telling.report(), coded.report())));
        incident.tellings().stream()
                .map(Telling::report)
                .distinct()
                .sorted(Comparator.comparing(this::published, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(report -> numbers.put(report, numbers.size() + 1));
        twoRead = Stream.of(
                        sheet.claimants().stream().flatMap(claimant -> claimant.statements().stream()),
                        sheet.nobody().stream(),
                        sheet.tolls().stream().map(IncidentSheet.TollByVoice::statement))
                .flatMap(statements -> statements)
                .anyMatch(statement -> Showing.hasSecondOpinion(statement.assertion()));
        StringBuilder text = new StringBuilder();
        text.append(label).append("   ").append(incident.summary()).append('\n');
        text.append(TextTable.wrap(
                "%s (%s) · %s%s"
                        .formatted(
                                Showing.when(incident.when()),
                                incident.when() == null
                                        ? "no report dates it"
                                        : incident.when().precision().name().toLowerCase(Locale.ROOT),
                                Showing.where(incident.where()),
                                incident.where() == null
                                        ? ""
                                        : " ("
                                                + incident.where()
                                                        .precision()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT) + ")"),
                width,
                ""));
        text.append(TextTable.wrap(
                "perspective: %s · status: %s · killed %s · wounded %s · %s, %s"
                        .formatted(
                                sheet.perspective().replace('-', ' '),
                                sheet.status().code().toUpperCase(Locale.ROOT),
                                sheet.killed(),
                                sheet.wounded(),
                                Showing.plural(sheet.reports(), "report"),
                                Showing.plural(sheet.origins(), "origin")),
                width,
                ""));
        text.append(TextTable.wrap(sheet.statusWhy(), width, "  "));
        heading(text, "WHO IS SAID TO HAVE DONE IT");
        for (IncidentSheet.Claimant claimant : sheet.claimants()) {
            text.append(claimant.name())
                    .append("   (")
                    .append(Showing.plural(claimant.origins(), "origin"))
                    .append(")\n");
            claimant.statements().forEach(statement -> statement(text, statement));
            text.append('\n');
        }
        if (sheet.claimants().isEmpty() && sheet.nobody().isEmpty()) {
            text.append("  no voice names an actor, and none says that nobody claimed it\n");
        }
        if (!sheet.nobody().isEmpty()) {
            text.append("Nobody named\n");
            sheet.nobody().forEach(statement -> statement(text, statement));
        }
        if (!sheet.tolls().isEmpty()) {
            heading(text, "TOLL BY VOICE");
            tolls(text, sheet.tolls());
        }
        if (!sheet.history().isEmpty()) {
            heading(text, "WHEN THE RECORD CHANGED");
            sheet.history()
                    .forEach(change -> text.append("  %-10s  %s   (%s)%n"
                            .formatted(
                                    change.day() == null ? "undated" : change.day(),
                                    change.what(),
                                    place(
                                            change.because().report(),
                                            change.because().passage()))));
        }
        if (!nearby.isEmpty()) {
            heading(text, "NEAR IT: the same actor within 48 hours");
            nearby.forEach(other -> text.append("  ")
                    .append(other.label())
                    .append("  ")
                    .append(Showing.when(other.when()))
                    .append("  ")
                    .append(other.summary())
                    .append('\n'));
        }
        heading(text, "REPORTS");
        numbers.forEach((id, number) -> {
            Report report = reports.get(id);
            text.append(TextTable.wrap(
                    "%d: %s · %s · %s · %s"
                            .formatted(
                                    number,
                                    report == null || report.published() == null ? "undated" : report.published(),
                                    report == null || report.outlet() == null ? "outlet unknown" : report.outlet(),
                                    report == null || report.title() == null ? "(no title)" : report.title(),
                                    id),
                    width,
                    "  ",
                    "      "));
        });
        return text.toString();
    }

    private void heading(StringBuilder text, String words) {
        text.append("-".repeat(width)).append('\n').append(words).append('\n');
    }

    private void statement(StringBuilder text, IncidentSheet.Statement statement) {
        Assertion said = statement.assertion();
        String stance = said.content() instanceof Content.Responsibility responsibility
                ? responsibility.stance().code()
                        + switch (responsibility.evidence()) {
                            case NONE -> ", no evidence given";
                            case CITED -> ", evidence cited";
                            case UNSTATED -> "";
                        }
                        + (responsibility.channel() == null
                                ? ""
                                : ", " + responsibility.channel().value())
                : said.content() instanceof Content.Evidence evidence && evidence.evidence() == EvidenceGiven.NONE
                        ? "no evidence given"
                        : said.content().kind();
        text.append(TextTable.wrap(
                "%s%s%s - %s, %s"
                        .formatted(
                                stance,
                                Showing.isPlain(said)
                                        ? ""
                                        : " (" + said.polarity().code() + ")",
                                said.hedged() ? " (hedged)" : "",
                                Showing.speaker(said.speaker()),
                                day(statement.published())),
                width,
                "  "));
        text.append(TextTable.wrap("\"" + said.text() + "\"", width, "      "));
        text.append(TextTable.wrap(place(said.report(), said.passage()) + readBy(statement), width, "      "));
    }

    /** Who read it, on a sheet where more than one extractor did. */
    private String readBy(IncidentSheet.Statement statement) {
        return twoRead ? " · " + Showing.readBy(statement.assertion(), statement.isOtherReading()) : "";
    }

    private void tolls(StringBuilder text, List<IncidentSheet.TollByVoice> tolls) {
        int most = tolls.stream()
                .flatMap(toll -> Stream.of(toll.count().low(), toll.count().high()))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
        int scale = Math.max(10, Math.min(40, width - 75));
        List<String> lines = new ArrayList<>();
        for (IncidentSheet.TollByVoice toll : tolls) {
            lines.add("  %-8s %-9s %s  %s, %s   %s%s"
                    .formatted(
                            toll.harm().code(),
                            toll.count(),
                            bar(toll.count(), Math.max(1, most), scale),
                            Showing.speaker(toll.speaker()),
                            day(toll.statement().published()),
                            place(
                                    toll.statement().assertion().report(),
                                    toll.statement().assertion().passage()),
                            readBy(toll.statement())));
        }
        lines.forEach(line -> text.append(line).append('\n'));
    }

    /** Low to high on one scale: {@code |--o==o---|}, an open end as an arrow. */
    private static String bar(Count count, int most, int scale) {
        char[] bar = "-".repeat(scale).toCharArray();
        Integer low = count.low();
        Integer high = count.high();
        int from = low == null ? 0 : (int) Math.round((scale - 1) * (low / (double) most));
        int to = high == null ? scale - 1 : (int) Math.round((scale - 1) * (high / (double) most));
        for (int i = from; i <= to; i++) {
            bar[i] = '=';
        }
        bar[from] = low == null ? '<' : 'o';
        bar[to] = high == null ? '>' : 'o';
        return "|" + new String(bar) + "|";
    }

    private String place(ReportId report, Passage passage) {
        Report whole = reports.get(report);
        String sentence = whole == null ? "" : ", sentence " + sentence(whole.text(), passage.start());
        return "report " + numbers.getOrDefault(report, 0) + sentence;
    }

    /** The number, from 1, of the sentence in which this code point lies. */
    static int sentence(String text, int codePoint) {
        int at = text.offsetByCodePoints(0, codePoint);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        int number = 0;
        for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
            number++;
            if (at < end) {
                break;
            }
        }
        return Math.max(1, number);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "undated" : day.toString();
    }
}
