package org.ascribe.analyse.spillover;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.Attributed;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Finding.Moved;
import org.ascribe.analyse.Finding.Sensitivity;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.weigh.Settled;
import org.jspecify.annotations.Nullable;

/**
 * Does violence by an actor in one country raise the rate in a neighbour? For each two countries with a land border in which the
 * actor has incidents enough, a {@link DailyHawkes} of the incidents in the one, excited by themselves and by those in the other,
 * over a background that is constant within a calendar year.
 */
public final class SpilloverAnalysis implements Analysis {

    public static final String KIND = "spillover";

    /** Fewer incidents than this, known to the day, in either country are too few to fit anything. */
    public static final int FEWEST_INCIDENTS = 30;

    private static final int SHORTEST_BLOCK = 90;
    private static final int MOST_INFLUENTIAL = 3;
    private static final String METHOD =
            "Counts a day in the one country as a self- and cross-exciting (Hawkes) process: a background that is constant "
                    + "within each calendar year, and an exponential kernel over the days after each earlier incident in either "
                    + "country. Fitted by maximum likelihood; incidents of one day do not excite each other. Intervals by profile "
                    + "likelihood; the test of no spillover by the likelihood ratio against half a point at 0 and half chi-square; "
                    + "the fit is checked by time rescaling.";
    private static final String REFERENCE =
            "Hawkes 1971, Biometrika 58(1); counts a day: Browning et al. 2021, PLoS ONE 16(4) e0250015; on attacks in "
                    + "neighbouring countries: White, Porter and Mazerolle 2013, Journal of Quantitative Criminology 29(2); the test: "
                    + "Self and Liang 1987, JASA 82; time rescaling: Brown et al. 2002, Neural Computation 14(2)";
    private static final List<String> LIMITS = List.of(
            "It shows what follows what, not why: a cause that moves both countries within a year, such as a season or an offensive, "
                    + "looks the same.",
            "Where the sources look, incidents are recorded: attention that follows violence across a border looks like spillover.",
            "Offspring of the same day, and those later than " + (int) DailyHawkes.LONGEST_MEAN_LAG
                    + " days in the mean, are not seen.",
            "The test of the fit is made with the parameters fitted to the same incidents, so it passes a little too easily.");

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    /** Of the scope's actor, else of every one; a country in the scope is one of the two. The country's days are those of the scope. */
    @Override
    public List<Finding<?>> findings(SettledRecord record, Scope scope) {
        List<Finding<?>> findings = new ArrayList<>();
        for (String actor : actors(record, scope)) {
            findings.addAll(findings(record, scope, actor, List.of()));
        }
        return findings;
    }

    private static SortedSet<String> actors(SettledRecord record, Scope scope) {
        SortedSet<String> actors = new TreeSet<>();
        if (scope.actor() != null) {
            actors.add(scope.actor());
            return actors;
        }
        Attributed attributed = new Attributed(record, scope.leastSupport());
        record.incidents()
                .forEach(settled -> actors.addAll(attributed.actors(settled).keySet()));
        return actors;
    }

    /**
     * The findings on one actor, one for each ordered pair of neighbours with incidents enough, by their codes; one that says so
     * if there is none and the scope asks for the actor.
     *
     * @param others the same ledger under other perspectives, for the sensitivity
     */
    public List<Finding<Spillover>> findings(
            SettledRecord record, Scope scope, String actor, List<SettledRecord> others) {
        Series series = Series.of(record, scope, actor);
        List<Spillover> results = new ArrayList<>();
        for (String from : series.byCountry.keySet()) {
            for (String into : Neighbours.of(from)) {
                if (asked(scope, from, into) && series.count(from, into) >= FEWEST_INCIDENTS) {
                    results.add(series.spillover(from, into));
                }
            }
        }
        String name = new Attributed(record, scope.leastSupport()).name(actor);
        if (results.isEmpty()) {
            return actor.equals(scope.actor()) ? List.of(tooFew(record, series, name)) : List.of();
        }
        List<Finding<Spillover>> findings = new ArrayList<>();
        for (Spillover result : holm(results)) {
            findings.add(finding(record, series, name, result, moved(others, scope, result)));
        }
        return findings;
    }

    private static boolean asked(Scope scope, String from, String into) {
        return scope.country() == null
                || scope.country().equals(from)
                || scope.country().equals(into);
    }

    /** Each p-value with regard to the number of tests (Holm 1979, Scandinavian Journal of Statistics 6(2)). */
    private static List<Spillover> holm(List<Spillover> results) {
        List<Spillover> byP = results.stream()
                .sorted(Comparator.comparingDouble(Spillover::p)
                        .thenComparing(Spillover::from)
                        .thenComparing(Spillover::into))
                .toList();
        List<Spillover> adjusted = new ArrayList<>();
        double highest = 0;
        for (int i = 0; i < byP.size(); i++) {
            highest = Math.max(highest, Math.min(1, byP.get(i).p() * (byP.size() - i)));
            adjusted.add(byP.get(i).amongTests(byP.size(), highest));
        }
        adjusted.sort(Comparator.comparing(Spillover::from).thenComparing(Spillover::into));
        return adjusted;
    }

    /** The same figure under other perspectives; left out where one has too few incidents. */
    private static List<Moved> moved(List<SettledRecord> others, Scope scope, Spillover result) {
        List<Moved> moved = new ArrayList<>();
        for (SettledRecord other : others) {
            Series series = Series.of(other, scope, result.actor());
            if (series.count(result.from(), result.into()) >= FEWEST_INCIDENTS) {
                moved.add(new Moved(
                        other.perspective(),
                        series.fit(result.from(), result.into()).fit.offspring()[1]));
            }
        }
        return moved;
    }

    private static Finding<Spillover> tooFew(SettledRecord record, Series series, String name) {
        String counts = series.byCountry.isEmpty()
                ? "there is none in a known country"
                : String.join(
                        ", ",
                        series.byCountry.entrySet().stream()
                                .map(entry -> entry.getValue().size() + " in " + country(entry.getKey()))
                                .toList());
        return new Finding<>(
                KIND,
                name,
                "Too few incidents of " + name + " known to the day in any two neighbouring countries: " + counts
                        + "; needed are " + FEWEST_INCIDENTS + " in each of the two.",
                record.perspective(),
                series.ids(series.byCountry.keySet()),
                List.of(),
                METHOD,
                REFERENCE,
                LIMITS,
                null,
                null);
    }

    private static Finding<Spillover> finding(
            SettledRecord record, Series series, String name, Spillover result, List<Moved> perspectives) {
        String from = country(result.from());
        String into = country(result.into());
        String sentence = String.format(
                Locale.ROOT,
                "Each incident of %s in %s is followed by %.3f (95 %% interval %.3f to %.3f) more of its incidents in %s "
                        + "than the background and %s itself account for, within a mean of %s; without spillover so much or more "
                        + "would be seen with p = %s%s.%s",
                name,
                from,
                result.across().value(),
                result.across().low(),
                result.across().high(),
                into,
                into,
                result.meanLag() > 0.98 * DailyHawkes.LONGEST_MEAN_LAG
                        ? (int) DailyHawkes.LONGEST_MEAN_LAG + " days or more (the longest looked for)"
                        : String.format(Locale.ROOT, "%.1f days", result.meanLag()),
                p(result.p()),
                result.tests() > 1
                        ? ", " + p(result.adjusted()) + " with regard to " + result.tests() + " pairs tested"
                        : "",
                result.goodness().p() < 0.05
                        ? " The fit does not account well for when the incidents in " + into + " came (p = "
                                + p(result.goodness().p()) + "): read it with care."
                        : "");
        return new Finding<>(
                KIND,
                "%s, from %s into %s, %s to %s".formatted(name, from, into, result.first(), result.last()),
                sentence,
                record.perspective(),
                series.ids(List.of(result.from(), result.into())),
                List.of(),
                METHOD,
                REFERENCE,
                LIMITS,
                new Sensitivity(
                        "incidents in " + into + " that one in " + from + " brings about",
                        result.across().value(),
                        series.withoutMostInfluential(result),
                        perspectives),
                result);
    }

    private static String country(String code) {
        String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    private static String p(double p) {
        return p < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /** The days of an actor's incidents, country by country. */
    private static final class Series {

        private final String actor;
        private final @Nullable LocalDate from;
        private final @Nullable LocalDate to;
        /** Id and day of what is known to the day, in the order of the ids. */
        private final Map<String, Map<String, LocalDate>> byCountry = new TreeMap<>();

        private final Map<String, Integer> undated = new HashMap<>();

        private Series(String actor, @Nullable LocalDate from, @Nullable LocalDate to) {
            this.actor = actor;
            this.from = from;
            this.to = to;
        }

        static Series of(SettledRecord record, Scope scope, String actor) {
            Series series = new Series(actor, scope.from(), scope.to());
            Scope anywhere = new Scope(actor, null, scope.from(), scope.to(), scope.leastSupport());
            for (Settled settled : new Attributed(record, scope.leastSupport()).incidentsOf(actor, anywhere)) {
                Place where = settled.incident().where();
                EventDate when = settled.incident().when();
                if (where == null || where.country() == null) {
                    continue;
                }
                if (when == null || when.days() != 1 || when.from() == null) {
                    series.undated.merge(where.country(), 1, Integer::sum);
                } else {
                    series.byCountry
                            .computeIfAbsent(where.country(), key -> new TreeMap<>())
                            .put(settled.incident().id(), when.from());
                }
            }
            return series;
        }

        /** Incidents in that one of the two that has fewer. */
        int count(String one, String other) {
            return Math.min(
                    byCountry.getOrDefault(one, Map.of()).size(),
                    byCountry.getOrDefault(other, Map.of()).size());
        }

        List<String> ids(Iterable<String> countries) {
            List<String> ids = new ArrayList<>();
            countries.forEach(country ->
                    ids.addAll(byCountry.getOrDefault(country, Map.of()).keySet()));
            return ids;
        }

        private record Fitted(
                DailyHawkes process,
                DailyHawkes.Fit fit,
                LocalDate first,
                LocalDate last,
                int[] source,
                int[] target) {}

        Fitted fit(String source, String target) {
            List<LocalDate> days = Stream.of(source, target)
                    .flatMap(country -> byCountry.getOrDefault(country, Map.of()).values().stream())
                    .sorted()
                    .toList();
            LocalDate first = from != null ? from : days.getFirst();
            LocalDate last = to != null ? to : days.getLast();
            int[] into = counts(target, first, last);
            int[] out = counts(source, first, last);
            DailyHawkes process = new DailyHawkes(into, List.of(out), years(first, last));
            return new Fitted(process, process.fit(), first, last, out, into);
        }

        Spillover spillover(String source, String target) {
            Fitted fitted = fit(source, target);
            DailyHawkes process = fitted.process();
            DailyHawkes.Fit fit = fitted.fit();
            double all = 0;
            for (double mean : process.means(fit)) {
                all += mean;
            }
            double without = 0;
            double[] none = {fit.offspring()[0], 0};
            for (double mean : process.means(new DailyHawkes.Fit(fit.background(), none, fit.meanLag(), 0))) {
                without += mean;
            }
            return new Spillover(
                    actor,
                    source,
                    target,
                    fitted.first(),
                    fitted.last(),
                    byCountry.getOrDefault(source, Map.of()).size(),
                    byCountry.getOrDefault(target, Map.of()).size(),
                    undated.getOrDefault(source, 0) + undated.getOrDefault(target, 0),
                    estimate(process, fit, 1),
                    estimate(process, fit, 0),
                    fit.meanLag(),
                    (all - without) / all,
                    process.likelihoodRatio(fit, 1),
                    process.pValue(fit, 1),
                    1,
                    process.pValue(fit, 1),
                    process.goodness(fit, 1));
        }

        private static Spillover.Estimate estimate(DailyHawkes process, DailyHawkes.Fit fit, int source) {
            double[] interval = process.interval(fit, source);
            return new Spillover.Estimate(fit.offspring()[source], interval[0], interval[1]);
        }

        /**
         * Fitted anew without each of those incidents that the estimate rests on most: on either side, those with the largest
         * share in what the fit puts down to spillover.
         */
        List<Moved> withoutMostInfluential(Spillover result) {
            Fitted fitted = fit(result.from(), result.into());
            double[] means = fitted.process().means(fitted.fit());
            double stay = 1 - 1 / fitted.fit().meanLag();
            int days = means.length;
            double[] pulls = new double[days];
            double[] credits = new double[days];
            double pull = 0;
            for (int day = 0; day < days; day++) {
                pulls[day] = pull / means[day];
                pull = stay * pull + (1 - stay) * fitted.source()[day];
            }
            double credit = 0;
            for (int day = days - 1; day >= 0; day--) {
                credits[day] = credit;
                credit = stay * credit + (1 - stay) * fitted.target()[day] / means[day];
            }
            List<Moved> moved = new ArrayList<>();
            moved.addAll(without(result, fitted, result.into(), pulls));
            moved.addAll(without(result, fitted, result.from(), credits));
            double value = result.across().value();
            return moved.stream()
                    .sorted(Comparator.comparingDouble((Moved one) -> -Math.abs(one.value() - value))
                            .thenComparing(Moved::what))
                    .limit(MOST_INFLUENTIAL)
                    .toList();
        }

        private List<Moved> without(Spillover result, Fitted fitted, String country, double[] weights) {
            Map<String, LocalDate> incidents = byCountry.getOrDefault(country, Map.of());
            return incidents.entrySet().stream()
                    .sorted(Comparator.comparingDouble((Map.Entry<String, LocalDate> incident) ->
                                    -weights[day(fitted.first(), incident.getValue())])
                            .thenComparing(Map.Entry::getKey))
                    .limit(2 * MOST_INFLUENTIAL)
                    .map(incident -> {
                        int[] source = fitted.source().clone();
                        int[] target = fitted.target().clone();
                        (country.equals(result.from()) ? source : target)[day(fitted.first(), incident.getValue())]--;
                        DailyHawkes.Fit fit =
                                new DailyHawkes(target, List.of(source), years(fitted.first(), fitted.last())).fit();
                        return new Moved(incident.getKey(), fit.offspring()[1]);
                    })
                    .toList();
        }

        private int[] counts(String country, LocalDate first, LocalDate last) {
            int[] counts = new int[day(first, last) + 1];
            for (LocalDate day : byCountry.getOrDefault(country, Map.of()).values()) {
                counts[day(first, day)]++;
            }
            return counts;
        }

        private static int day(LocalDate first, LocalDate day) {
            return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
        }

        /** Calendar years; what is left of one at either end belongs to the next to it where it is short. */
        private static int[] years(LocalDate first, LocalDate last) {
            int[] blocks = new int[day(first, last) + 1];
            LocalDate begin = first;
            int block = 0;
            for (int i = 0; i < blocks.length; i++) {
                LocalDate day = first.plusDays(i);
                if (day.getDayOfYear() == 1
                        && ChronoUnit.DAYS.between(begin, day) >= SHORTEST_BLOCK
                        && ChronoUnit.DAYS.between(day, last) >= SHORTEST_BLOCK) {
                    block++;
                    begin = day;
                }
                blocks[i] = block;
            }
            return blocks;
        }
    }
}
