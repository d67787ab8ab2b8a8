package org.ascribe.workbench.api;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.Report;
import org.ascribe.core.resolve.Incident;
import org.ascribe.workbench.api.Answers.About;
import org.ascribe.workbench.api.Answers.Found;
import org.ascribe.workbench.api.Answers.Hit;
import org.ascribe.workbench.api.RecordSource.KnownAlias;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as a whole: what it is, and finding anything in it. */
@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
final class LedgerController {

    private final RecordDesk desk;

    LedgerController(RecordDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/about")
    About getAbout() {
        RecordIndex index = desk.index();
        LocalDate asOf = index.reports.stream()
                .map(coded -> coded.report().published())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new About(
                desk.version(),
                desk.source().ledger(),
                index.reports.size(),
                index.incidents.size(),
                index.reports.stream()
                        .mapToInt(coded -> coded.assertions().size())
                        .sum(),
                asOf,
                desk.shelf().entries().stream().map(PerspectiveController::name).toList());
    }

    /** This description of the API. */
    @GetMapping("/openapi.json")
    Resource getOpenApi() {
        return new ClassPathResource("/org/ascribe/workbench/openapi.json");
    }

    @GetMapping("/search")
    Found search(@RequestParam String q, @RequestParam(defaultValue = "8") int limit) {
        if (limit < 1 || limit > 50) {
            throw ProblemException.invalid("limit", Integer.toString(limit), "a whole number from 1 to 50");
        }
        if (q.isBlank()) {
            return new Found(List.of(), List.of(), List.of());
        }
        List<String> words = IncidentFilter.words(q);
        RecordIndex index = desk.index();
        return new Found(
                best(
                        index.incidents.stream().map(found -> {
                            Incident incident = found.sheet().incident();
                            Hit hit = new Hit(incident.id(), found.label(), incident.summary(), placeAndDay(incident));
                            String actors = found.sheet().claimants().stream()
                                    .map(claimant -> claimant.name())
                                    .collect(Collectors.joining(" "));
                            return new Candidate(
                                    hit, found.label() + " " + incident.summary(), hit.detail() + " " + actors);
                        }),
                        words,
                        limit),
                best(
                        index.reports.stream().map(coded -> {
                            Report report = coded.report();
                            String title = report.title() == null ? firstWords(report.text()) : report.title();
                            Hit hit = new Hit(
                                    report.id().value(),
                                    null,
                                    title,
                                    joined(
                                            report.outlet(),
                                            report.published() == null ? null : Names.day(report.published())));
                            return new Candidate(hit, title + " " + report.outlet(), report.text());
                        }),
                        words,
                        limit),
                best(
                        new Showing(index).actors().stream().map(actor -> {
                            String aliases = Objects.requireNonNull(
                                            index.actors().get(actor.id()))
                                    .aliases()
                                    .stream()
                                    .map(KnownAlias::alias)
                                    .collect(Collectors.joining(", "));
                            Hit hit =
                                    new Hit(actor.id(), null, actor.name(), aliases.isEmpty() ? actor.kind() : aliases);
                            return new Candidate(hit, actor.name(), actor.id() + " " + aliases);
                        }),
                        words,
                        limit));
    }

    /** @param head what the hit is called; a word found here counts more than one in {@code body} */
    private record Candidate(Hit hit, String head, String body) {

        /** Higher is better, 0 if a word is missing. */
        int score(List<String> words) {
            String low = head.toLowerCase(Locale.ROOT);
            String rest = body.toLowerCase(Locale.ROOT);
            int score = 0;
            for (String word : words) {
                if (low.startsWith(word) || low.contains(" " + word)) {
                    score += 4;
                } else if (low.contains(word)) {
                    score += 2;
                } else if (rest.contains(word)) {
                    score += 1;
                } else {
                    return 0;
                }
            }
            return score;
        }
    }

    private record Scored(Hit hit, int score) {}

    /** Ties keep their order. */
    private static List<Hit> best(Stream<Candidate> candidates, List<String> words, int limit) {
        return candidates
                .map(candidate -> new Scored(candidate.hit(), candidate.score(words)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .limit(limit)
                .map(Scored::hit)
                .toList();
    }

    private static @Nullable String placeAndDay(Incident incident) {
        Place where = incident.where();
        EventDate when = incident.when();
        return joined(where == null ? null : where.name(), when == null ? null : Names.date(when));
    }

    private static @Nullable String joined(@Nullable String... parts) {
        String all = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private static String firstWords(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        return line.length() <= 80 ? line : line.substring(0, 79) + "…";
    }
}
