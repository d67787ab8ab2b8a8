package org.ascribe.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.Comparison;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.analyse.catalogue.Analyses;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.extract.actor.Actor;
import org.ascribe.extract.actor.Alias;
import org.ascribe.pipeline.RecordService;
import org.ascribe.pipeline.Settling;
import org.ascribe.store.Ledger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What findings are asked for: shared by the commands that show them. */
final class FindingsOptions {

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "Only on this actor and its branches: its id, or a name of it.")
    private @Nullable String actor;

    @Option(names = "--country", paramLabel = "CODE", description = "Only in this country: two letters, such as AF.")
    private @Nullable String country;

    @Option(names = "--from", paramLabel = "DATE", description = "Only from this day on, such as 2024-03-01.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Only up to this day.")
    private @Nullable LocalDate to;

    @Option(
            names = "--perspective",
            paramLabel = "NAME|FILE",
            description = "A built-in one (ascribe perspectives) or a YAML file; default every-voice.")
    private String perspective = "every-voice";

    @Option(
            names = "--beside",
            paramLabel = "NAME|FILE",
            split = ",",
            description = "How each figure moves under these perspectives; none for none. Default: ${DEFAULT-VALUE}",
            defaultValue = "cautious-coder,claims-first,independent-monitors")
    private List<String> beside = List.of();

    @Option(
            names = "--least-support",
            paramLabel = "NUMBER",
            description =
                    "From which support on an incident counts for an actor, above 0, at most 1. Default: ${DEFAULT-VALUE}",
            defaultValue = "0.5")
    private double leastSupport = Scope.USUAL_LEAST_SUPPORT;

    @Option(names = "--ledger", paramLabel = "PATH", description = "The ledger's file; default ascribe.duckdb.")
    private Path ledger = Path.of("ascribe.duckdb");

    /** What was found, with the record it was found in. */
    record Found(SettledRecord record, Scope scope, Settling settling, List<Finding<?>> findings) {}

    /** @param kinds empty for all */
    Found find(List<String> kinds, Console console) {
        List<Analysis> analyses = analyses(kinds);
        Perspective asked = Perspectives.named(perspective);
        List<Perspective> others = beside.equals(List.of("none"))
                ? List.of()
                : beside.stream()
                        .map(Perspectives::named)
                        .filter(other -> !other.name().equals(asked.name()))
                        .toList();
        if (from != null && to != null && to.isBefore(from)) {
            throw CannotException.wrongUsage(
                    "Cannot look for findings: --from %s is after --to %s.%n  Turn them round.".formatted(from, to));
        }
        if (!(leastSupport > 0 && leastSupport <= 1)) {
            throw CannotException.wrongUsage(
                    "Cannot look for findings: --least-support is %s, expected a number above 0 and at most 1, such as 0.5."
                            .formatted(leastSupport));
        }
        String code = country();
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.READ)) {
            RecordService service = new RecordService(open, Program.version());
            Standing.check(service, console);
            Settling settling = Settling.of(service);
            SettledRecord record = settling.record(asked, null);
            Scope scope = new Scope(actorId(service, record), code, from, to, leastSupport);
            List<SettledRecord> beside =
                    others.stream().map(other -> settling.record(other, null)).toList();
            List<Finding<?>> findings = Comparison.findings(analyses, record, beside, scope).stream()
                    .filter(finding -> kinds.isEmpty() || kinds.contains(finding.kind()))
                    .toList();
            return new Found(record, scope, settling, findings);
        }
    }

    private static List<Analysis> analyses(List<String> kinds) {
        List<String> known = Analyses.all().stream()
                .flatMap(analysis -> analysis.kinds().stream())
                .distinct()
                .toList();
        for (String kind : kinds) {
            if (!known.contains(kind)) {
                throw CannotException.wrongUsage("Cannot look for findings: --kind is \"%s\", expected one of %s.%s"
                        .formatted(
                                kind,
                                String.join(", ", known),
                                Suggestions.nearest(kind, known)
                                        .map(near -> " Did you mean " + near + "?")
                                        .orElse("")));
            }
        }
        return Analyses.all().stream()
                .filter(analysis -> kinds.isEmpty() || analysis.kinds().stream().anyMatch(kinds::contains))
                .toList();
    }

    private @Nullable String country() {
        if (country == null) {
            return null;
        }
        String code = country.toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            throw CannotException.wrongUsage(
                    "Cannot look for findings: --country is \"%s\", expected two letters of ISO 3166 such as AF for Afghanistan."
                            .formatted(country));
        }
        return code;
    }

    /** By id or by a name of the dictionary; an actor without an entry there by its id or name in the record. */
    private @Nullable String actorId(RecordService service, SettledRecord record) {
        String asked = actor;
        if (asked == null) {
            return null;
        }
        if (service.dictionary().find(asked).isPresent()) {
            return asked;
        }
        Optional<String> byName = Stream.concat(
                        service.dictionary().actors().stream()
                                .filter(known -> known.name().equalsIgnoreCase(asked))
                                .map(Actor::id),
                        Stream.concat(
                                service.dictionary().aliases().stream()
                                        .filter(alias -> alias.name().equalsIgnoreCase(asked))
                                        .map(Alias::actor),
                                record.incidents().stream()
                                        .flatMap(settled -> settled.actors().stream())
                                        .filter(support -> support.actor().equals(asked)
                                                || support.name().equalsIgnoreCase(asked))
                                        .map(support -> support.actor())))
                .findFirst();
        return byName.orElseThrow(() -> {
            TreeSet<String> known = record.incidents().stream()
                    .flatMap(settled -> settled.actors().stream())
                    .map(support -> support.actor())
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> some = new ArrayList<>(known).subList(0, Math.min(8, known.size()));
            return new CannotException(
                    "Cannot look for findings on \"%s\": no actor of the dictionary or the record has that id or name.%s"
                            .formatted(
                                    asked,
                                    Suggestions.nearest(asked, List.copyOf(known))
                                            .map(near -> " Did you mean " + near + "?")
                                            .orElse("\n  The record has %s."
                                                    .formatted(some.isEmpty() ? "none" : String.join(", ", some)))));
        });
    }

    /** What was asked for besides kinds, for people: "Islamic State, AF, from 2023-01-01". */
    String asWords() {
        String words = Arrays.asList(
                        actor, country, from == null ? null : "from " + from, to == null ? null : "up to " + to)
                .stream()
                .filter(word -> word != null)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "the whole record" : words;
    }
}
