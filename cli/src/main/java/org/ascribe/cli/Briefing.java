package org.ascribe.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascribe.analyse.Attributed;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Finding.Sensitivity;
import org.ascribe.analyse.Wording;
import org.ascribe.analyse.escalation.ChangePoints.Change;
import org.ascribe.analyse.escalation.Escalation.Course;
import org.ascribe.analyse.escalation.MonthlySeries.Month;
import org.ascribe.analyse.words.WordAgainstRecord.Beside;
import org.ascribe.analyse.words.WordAgainstRecord.Window;
import org.ascribe.core.Content;
import org.ascribe.core.EventDate;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Settled;
import org.jspecify.annotations.Nullable;

/**
 * A briefing as one HTML file that needs nothing else: the findings with their figures, then the incidents with the sentences that
 * they rest on. Figures are told apart by shape and pattern, not by colour, and follow the reader's light or dark screen.
 */
final class Briefing {

    private static final int MOST_INCIDENTS = 200;
    private static final int MOST_SENTENCES = 6;
    private static final int WIDTH = 760;
    private static final int HEIGHT = 190;
    private static final int LEFT = 34;
    private static final int BASE = 150;
    private static final int TOP = 26;

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1b1b; --soft: #5c5c5c; --line: #c9c9c9; --page: #fdfdfb; --bar: #4a4a4a; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #ececea; --soft: #a9a9a4; --line: #4c4c4a; --page: #171716; --bar: #c4c4bf; } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin-top: 2.2rem; border-top: 1px solid var(--line); padding-top: 1rem; }
            h3 { font-size: 1rem; margin: 1.4rem 0 .2rem; } p { margin: .4rem 0; } small, .soft, figcaption, dt { color: var(--soft); }
            blockquote { margin: .3rem 0 .3rem 1rem; padding-left: .7rem; border-left: 3px solid var(--line); }
            svg { width: 100%; height: auto; } svg text { fill: var(--ink); font: 11px system-ui, sans-serif; }
            figure { margin: .8rem 0; } dl { display: grid; grid-template-columns: 6.5rem 1fr; gap: .1rem .8rem; font-size: .85rem; } dd { margin: 0; }
            @media print { body { max-width: none; } h3 { break-after: avoid; } figure, blockquote { break-inside: avoid; } }
            """;

    private final FindingsOptions.Found found;
    private final UnaryOperator<String> labelOf;
    private final StringBuilder html = new StringBuilder();
    private final Attributed attributed;
    private int figures;

    private Briefing(FindingsOptions.Found found) {
        this.found = found;
        this.labelOf = found.settling()::labelOf;
        this.attributed = new Attributed(found.record(), found.scope().leastSupport());
    }

    /**
     * @param asked what it is about, for people
     * @param day of writing
     */
    static String write(FindingsOptions.Found found, String asked, LocalDate day, String version) {
        return new Briefing(found).write(asked, day, version);
    }

    private String write(String asked, LocalDate day, String version) {
        List<Settled> incidents = incidents();
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(text("Briefing: " + asked))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(text("Briefing: " + asked))
                .append("</h1>\n");
        paragraph(
                "soft",
                "Under the perspective %s. %s. Written on %s by Ascribe %s."
                        .formatted(
                                found.record().perspective(),
                                Wording.count(incidents.size(), "incident"),
                                day,
                                version));
        paragraph(
                "soft", "It says who is said to have done what, by whom and in which words. It does not decide guilt.");
        List<Finding<?>> shown = found.findings().stream()
                .filter(finding -> finding.result() != null)
                .toList();
        html.append("<h2>What the record shows</h2>\n");
        // a method and what is true of all its findings are said once
        Map<String, List<Finding<?>>> byKind =
                shown.stream().collect(Collectors.groupingBy(Finding::kind, LinkedHashMap::new, Collectors.toList()));
        byKind.values().forEach(findings -> findings.forEach(finding -> finding(finding, shared(findings))));
        if (shown.isEmpty()) {
            paragraph("", "Too little for any finding.");
        }
        List<Finding<?>> few = found.findings().stream()
                .filter(finding -> finding.result() == null)
                .toList();
        if (!few.isEmpty()) {
            html.append("<h2>Too few data</h2>\n");
            few.forEach(finding -> paragraph("", finding.sentence()));
        }
        if (!byKind.isEmpty()) {
            html.append("<h2>How it was found</h2>\n");
        }
        byKind.forEach((kind, findings) -> {
            html.append("<h3>").append(text(kind)).append("</h3>\n<dl>\n");
            term("method", findings.getFirst().method());
            term("reference", findings.getFirst().reference());
            shared(findings).forEach(limit -> term("limit", limit));
            html.append("</dl>\n");
        });
        html.append("<h2>Incidents and the sentences they rest on</h2>\n");
        incidents.subList(0, Math.min(MOST_INCIDENTS, incidents.size())).forEach(this::incident);
        if (incidents.size() > MOST_INCIDENTS) {
            paragraph("soft", "%d earlier ones are not printed.".formatted(incidents.size() - MOST_INCIDENTS));
        }
        words(incidents);
        return html.append("</body>\n</html>\n").toString();
    }

    /** Those of the scope, newest first, those without a day last. */
    private List<Settled> incidents() {
        String actor = found.scope().actor();
        return found.record().incidents().stream()
                .filter(settled ->
                        found.scope().holds(settled.incident()) && (actor == null || attributed.isOf(settled, actor)))
                .sorted(Comparator.comparing(
                                (Settled settled) -> day(settled.incident().when()),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(settled -> settled.incident().id()))
                .toList();
    }

    private static @Nullable LocalDate day(@Nullable EventDate when) {
        return when == null ? null : when.from() == null ? when.to() : when.from();
    }

    // --- findings

    /** The limits that hold for all of them. */
    static List<String> shared(List<Finding<?>> findings) {
        return findings.getFirst().limits().stream()
                .filter(limit ->
                        findings.stream().allMatch(finding -> finding.limits().contains(limit)))
                .toList();
    }

    private void finding(Finding<?> finding, List<String> shared) {
        html.append("<h3>").append(text(finding.subject())).append("</h3>\n");
        paragraph("", labelled(finding.sentence()));
        if (finding.result() instanceof Course course) {
            course(course);
        } else if (finding.result() instanceof Beside beside) {
            beside(beside);
        }
        html.append("<dl>\n");
        Sensitivity moves = finding.sensitivity();
        if (moves != null) {
            List<String> parts = new ArrayList<>();
            moves.withoutMostInfluential()
                    .forEach(moved ->
                            parts.add("without " + labelOf.apply(moved.what()) + " " + Wording.number(moved.value())));
            moves.perspectives()
                    .forEach(moved -> parts.add("under " + moved.what() + " " + Wording.number(moved.value())));
            term(
                    "how it moves",
                    moves.figure() + " " + Wording.number(moves.value())
                            + parts.stream().map(part -> "; " + part).collect(Collectors.joining()));
        }
        finding.limits().stream().filter(limit -> !shared.contains(limit)).forEach(limit -> term("limit", limit));
        html.append("</dl>\n");
    }

    private void term(String name, String words) {
        html.append("<dt>")
                .append(text(name))
                .append("</dt><dd>")
                .append(text(words))
                .append("</dd>\n");
    }

    /** Bars by month, a dashed line where the rate changed, a level line for the rate on either side. */
    private void course(Course course) {
        List<Month> months = course.series().months();
        int most = Math.max(1, months.stream().mapToInt(Month::incidents).max().orElse(1));
        double step = (WIDTH - LEFT - 6.0) / months.size();
        begin("Incidents a month, %s. Most in a month: %d."
                .formatted(course.series().subject(), most));
        axis(most);
        for (int i = 0; i < months.size(); i++) {
            Month month = months.get(i);
            double height = (BASE - TOP) * (double) month.incidents() / most;
            if (month.incidents() > 0) {
                html.append(format(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"var(--bar)\"><title>%s: %d</title></rect>\n",
                        LEFT + i * step,
                        BASE - height,
                        Math.max(0.6, step * 0.8),
                        height,
                        month.month(),
                        month.incidents()));
            }
            if (month.month().getMonthValue() == 1 && step * 12 > 32 || i == 0) {
                label(
                        LEFT + i * step,
                        BASE + 14,
                        "start",
                        String.valueOf(month.month().getYear()));
            }
        }
        int row = 0;
        for (Change change : course.changes()) {
            double x = LEFT + change.at() * step - step * 0.1;
            html.append(format(
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"var(--ink)\" stroke-dasharray=\"5 3\"/>\n",
                    x, TOP - 8, x, BASE));
            boolean late = x > WIDTH - 70;
            label(
                    late ? x - 4 : x + 4,
                    // changes that follow each other stand on two lines
                    TOP - 2 - 12 * (row++ % 2),
                    late ? "end" : "start",
                    months.get(change.at()).month()
                            + (change.after().mean() > change.before().mean() ? " up" : " down"));
        }
        end("Incidents a month; dashed: a change of the rate.");
    }

    /** Incidents before and after the day of the words, in the windows, as bars of rates with their numbers. */
    private void beside(Beside beside) {
        double most = 0;
        for (Window window : beside.windows()) {
            most = Math.max(
                    most,
                    Math.max(rate(window.before(), window.daysBefore()), rate(window.after(), window.daysAfter())));
        }
        if (most <= 0) {
            return;
        }
        begin("Incidents a month before and after %s.".formatted(beside.day()));
        axis(most);
        int slot = (WIDTH - LEFT) / (2 * beside.windows().size());
        for (int i = 0; i < beside.windows().size(); i++) {
            Window window = beside.windows().get(i);
            bar(
                    LEFT + 2 * i * slot,
                    slot,
                    rate(window.before(), window.daysBefore()) / most,
                    "none",
                    "%d in %d days before".formatted(window.before(), window.daysBefore()));
            bar(
                    LEFT + (2 * i + 1) * slot,
                    slot,
                    rate(window.after(), window.daysAfter()) / most,
                    "var(--bar)",
                    "%d in %d days after".formatted(window.after(), window.daysAfter()));
        }
        end("Incidents in 30 days; outlined: before the words, filled: after.");
    }

    private static double rate(int incidents, int days) {
        return days == 0 ? 0 : 30.0 * incidents / days;
    }

    private void bar(int x, int slot, double share, String fill, String words) {
        html.append(format(
                "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"%s\" stroke=\"var(--ink)\"/>\n",
                x + slot / 4, BASE - (BASE - TOP) * share, slot / 2, (BASE - TOP) * share, fill));
        label(x + slot / 2.0, BASE + 14, "middle", words);
    }

    private void begin(String title) {
        figures++;
        html.append(format(
                "<figure>\n<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"f%d\"><title id=\"f%d\">%s</title>\n",
                WIDTH, HEIGHT, figures, figures, text(title)));
    }

    private void axis(double most) {
        html.append(format(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"var(--line)\"/>\n", LEFT, BASE, WIDTH, BASE));
        label(LEFT - 6, BASE + 4, "end", "0");
        label(LEFT - 6, TOP + 4, "end", most == Math.rint(most) ? format("%.0f", most) : Wording.number(most));
    }

    private void label(double x, double y, String anchor, String words) {
        html.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text(words)));
    }

    private void end(String caption) {
        html.append("</svg>\n<figcaption>").append(text(caption)).append("</figcaption>\n</figure>\n");
    }

    // --- incidents

    private void incident(Settled settled) {
        html.append("<h3>")
                .append(text("%s  %s"
                        .formatted(
                                labelOf.apply(settled.incident().id()),
                                settled.incident().summary())))
                .append("</h3>\n");
        paragraph(
                "soft",
                "%s, %s. %s: %s. %s"
                        .formatted(
                                Showing.when(settled.incident().when()),
                                Showing.whereInShort(settled.incident().where()),
                                settled.status().code(),
                                settled.actors().isEmpty()
                                        ? "nobody named"
                                        : settled.actors().stream()
                                                .map(each -> format(
                                                        "%s %.2f [%.2f-%.2f]",
                                                        each.name(), each.support(), each.low(), each.high()))
                                                .collect(Collectors.joining("; ")),
                                killed(settled.killed())));
        Set<String> printed = new HashSet<>();
        int more = 0;
        for (Settled.Reason reason : settled.reasons()) {
            if (!printed.add(reason.assertion().report() + reason.assertion().text())) {
                continue;
            }
            if (printed.size() <= MOST_SENTENCES) {
                quote(
                        reason.assertion().text(),
                        reason.assertion().speaker().name(),
                        reason.outlet(),
                        reason.published());
            } else {
                more++;
            }
        }
        if (more > 0) {
            paragraph("soft", "%s more.".formatted(Wording.count(more, "sentence")));
        }
    }

    private static String killed(Settled.Figures killed) {
        if (killed.low() == null && killed.high() == null) {
            return "Killed: unknown.";
        }
        String range = killed.low() == null
                ? "up to " + killed.high()
                : killed.high() == null
                        ? killed.low() + " or more"
                        : killed.low().equals(killed.high()) ? "" + killed.low() : killed.low() + "-" + killed.high();
        return "Killed: " + range + (killed.best() == null ? "." : ", best " + killed.best() + ".");
    }

    private void quote(String words, String speaker, @Nullable String outlet, @Nullable LocalDate published) {
        html.append("<blockquote>")
                .append(text(words.strip()))
                .append("<br><small>")
                .append(text("%s, in %s, %s"
                        .formatted(
                                speaker,
                                outlet == null ? "an unnamed outlet" : outlet,
                                published == null ? "undated" : published)))
                .append("</small></blockquote>\n");
    }

    /** Statements on presence, strength and relations that name the actor of the scope. */
    private void words(List<Settled> incidents) {
        String actor = found.scope().actor();
        List<Statement> words = found.record().words().stream()
                .filter(statement -> !statement.isOtherReading())
                .filter(statement -> actor == null || isAbout(statement, actor))
                .filter(statement -> inDays(statement.published()))
                .toList();
        if (words.isEmpty() || found.scope().country() != null && incidents.isEmpty()) {
            return;
        }
        html.append("<h2>What is said of presence, strength and relations</h2>\n");
        Set<String> printed = new HashSet<>();
        for (Statement statement : words.subList(Math.max(0, words.size() - MOST_INCIDENTS), words.size())) {
            if (printed.add(
                    statement.assertion().report() + statement.assertion().text())) {
                quote(
                        statement.assertion().text(),
                        statement.assertion().speaker().name(),
                        statement.outlet(),
                        statement.published());
            }
        }
    }

    private boolean isAbout(Statement statement, String actor) {
        return switch (statement.assertion().content()) {
            case Content.Presence said -> attributed.lineage(said.actor().id()).contains(actor);
            case Content.Capability said ->
                attributed.lineage(said.actor().id()).contains(actor);
            case Content.Relation said ->
                attributed.lineage(said.subject().id()).contains(actor)
                        || attributed.lineage(said.object().id()).contains(actor);
            case Content.Occurrence other -> false;
            case Content.Responsibility other -> false;
            case Content.Toll other -> false;
            case Content.Evidence other -> false;
        };
    }

    private boolean inDays(@Nullable LocalDate day) {
        LocalDate from = found.scope().from();
        LocalDate to = found.scope().to();
        return from == null && to == null
                || day != null && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    // --- writing

    private void paragraph(String kind, String words) {
        html.append(kind.isEmpty() ? "<p>" : "<p class=\"" + kind + "\">")
                .append(text(words))
                .append("</p>\n");
    }

    private String labelled(String words) {
        StringBuilder all = new StringBuilder();
        Matcher ids = Pattern.compile("inc-[0-9a-f]{16}").matcher(words);
        while (ids.find()) {
            ids.appendReplacement(all, Matcher.quoteReplacement(labelOf.apply(ids.group())));
        }
        return ids.appendTail(all).toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** Words of reports are text, never markup. */
    private static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
