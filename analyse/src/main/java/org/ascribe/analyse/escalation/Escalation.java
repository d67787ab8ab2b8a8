package org.ascribe.analyse.escalation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.Area;
import org.ascribe.analyse.Attributed;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Finding.Sensitivity;
import org.ascribe.analyse.Influence;
import org.ascribe.analyse.Months;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.analyse.Wording;
import org.ascribe.core.weigh.Settled;

/**
 * Counts and tolls by actor, place and month, and when the rate changed. Without an actor in the scope, the places of most
 * incidents; a province is a place of its own where a country is asked for.
 */
public final class Escalation implements Analysis {

    public static final String KIND = "escalation";

    /** Fewer incidents or months than these show no change of a rate. */
    public static final int LEAST_INCIDENTS = 10;

    public static final int LEAST_MONTHS = 12;

    /** Where no actor is asked for, so many series, those of most incidents. */
    public static final int MOST_SERIES = 40;

    private static final int MONTHS_LEFT_OUT = 6;
    private static final int MOST_TOLD = 3;

    private static final String METHOD =
            "Incidents counted by month; the months parted in all ways into stretches of one Poisson "
                    + "rate each (gamma prior of shape 1 around the mean, one change expected in 120 months; tempered by the dispersion of months more uneven than Poisson counts), weighed exactly; a change is "
                    + "told where the months within 3 of it hold one with probability 0.5 or more. Intervals: 95 %, of the months after "
                    + "Garwood, of the rates over all partings.";

    private static final String REFERENCE = ChangePoints.REFERENCE
            + "; Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28:437-442";

    /**
     * @param expectedChanges over all ways to part the months
     * @param mean incidents a month, over the whole span
     * @param dispersion of the months around the rates: 1 for Poisson counts, 4 where they scatter twice as widely
     */
    public record Course(
            MonthlySeries series,
            double mean,
            double expectedChanges,
            double dispersion,
            List<ChangePoints.Change> changes) {
        public Course {
            changes = List.copyOf(changes);
        }
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public List<Finding<?>> findings(SettledRecord record, Scope scope) {
        Optional<Months> span = Months.of(record, scope);
        Attributed attributed = new Attributed(record, scope.leastSupport());
        if (span.isEmpty()) {
            return scope.actor() == null
                    ? List.of()
                    : List.of(tooFew(
                            record,
                            attributed.name(scope.actor()),
                            "The record holds no incident that can be put into a month.",
                            List.of()));
        }
        List<Finding<?>> findings = new ArrayList<>();
        List<Finding<?>> few = new ArrayList<>();
        Set<String> idsOfFew = new TreeSet<>();
        int tooFew = 0;
        int beyond = 0;
        for (Group group : groups(record, scope, span.get(), attributed)) {
            if (scope.actor() == null && findings.size() >= MOST_SERIES) {
                beyond++;
                continue;
            }
            // no month is looked at where all of them together are too few
            MonthlySeries series =
                    scope.actor() == null && group.incidents.size() < LEAST_INCIDENTS ? null : group.series(span.get());
            if (series != null
                    && series.total() >= LEAST_INCIDENTS
                    && span.get().count() >= LEAST_MONTHS) {
                findings.add(finding(record, series));
            } else if (scope.actor() != null && series != null) {
                few.add(tooFew(record, series.subject(), tooFew(series), series.ids()));
            } else {
                tooFew++;
                group.incidents.forEach(
                        settled -> idsOfFew.add(settled.incident().id()));
            }
        }
        findings.addAll(few);
        if (tooFew + beyond > 0) {
            findings.add(tooFew(
                    record,
                    "Other series, " + span.get(),
                    tooFew == 0
                            ? "%d more series have fewer incidents than the %d shown.".formatted(beyond, MOST_SERIES)
                            : "%d more series have fewer than %d incidents or %d months%s."
                                    .formatted(
                                            tooFew,
                                            LEAST_INCIDENTS,
                                            LEAST_MONTHS,
                                            beyond == 0
                                                    ? ""
                                                    : "; %d have fewer incidents than the %d shown"
                                                            .formatted(beyond, MOST_SERIES)),
                    idsOfFew));
        }
        return findings;
    }

    /** The incidents that count for one actor in one area, whenever they were. */
    record Group(String actor, String name, Area area, List<Settled> incidents, int nobody) {
        MonthlySeries series(Months span) {
            return MonthlySeries.of(actor, name, area, span, incidents, nobody);
        }
    }

    /** The actors and areas of the scope, those of most incidents first. */
    static List<Group> groups(SettledRecord record, Scope scope, Months span, Attributed attributed) {
        Map<String, List<Settled>> byActor = new TreeMap<>();
        List<Settled> nobodys = new ArrayList<>();
        for (Settled settled : record.incidents()) {
            if (scope.country() != null
                    && !new Area(scope.country(), null).holds(settled.incident().where())) {
                continue;
            }
            Set<String> actors = attributed.actors(settled).keySet();
            if (actors.isEmpty()) {
                nobodys.add(settled);
            }
            for (String actor : actors) {
                if (scope.actor() == null || scope.actor().equals(actor)) {
                    byActor.computeIfAbsent(actor, key -> new ArrayList<>()).add(settled);
                }
            }
        }
        if (scope.actor() != null) {
            byActor.putIfAbsent(scope.actor(), List.of());
        }
        Map<Area, Integer> nobody = nobodys(nobodys, span);
        List<Group> groups = new ArrayList<>();
        byActor.forEach((actor, incidents) -> {
            Map<Area, List<Settled>> byArea = new TreeMap<>();
            // asked for by name, it is answered even where there is nothing
            byArea.put(scope.country() == null ? Area.EVERYWHERE : new Area(scope.country(), null), incidents);
            for (Settled settled : incidents) {
                for (Area area : areas(settled)) {
                    if (scope.country() == null ? area.admin1() == null : area.admin1() != null) {
                        byArea.computeIfAbsent(area, key -> new ArrayList<>()).add(settled);
                    }
                }
            }
            // all places are one more only where there is more than one
            if (scope.country() == null
                    && byArea.entrySet().stream()
                            .anyMatch(each -> each.getKey().country() != null
                                    && each.getValue().size() == incidents.size())) {
                byArea.remove(Area.EVERYWHERE);
            }
            String name = attributed.name(actor);
            byArea.forEach(
                    (area, there) -> groups.add(new Group(actor, name, area, there, nobody.getOrDefault(area, 0))));
        });
        groups.sort(Comparator.comparingInt((Group each) -> -each.incidents.size())
                .thenComparing(Group::actor)
                .thenComparing(Group::area));
        return groups;
    }

    /** The country and the province, as far as they are known. */
    private static Set<Area> areas(Settled settled) {
        Area finest = Area.of(settled.incident().where());
        Set<Area> areas = new LinkedHashSet<>();
        if (finest.country() != null) {
            areas.add(new Area(finest.country(), null));
            areas.add(finest);
        }
        return areas;
    }

    private static Map<Area, Integer> nobodys(Collection<Settled> incidents, Months span) {
        Map<Area, Integer> counts = new HashMap<>();
        for (Settled settled : incidents) {
            var month = Months.monthOf(settled.incident());
            if (month != null && span.holds(month)) {
                Set<Area> areas = new HashSet<>(areas(settled));
                areas.add(Area.EVERYWHERE);
                areas.forEach(area -> counts.merge(area, 1, Integer::sum));
            }
        }
        return counts;
    }

    private static Finding<Course> finding(SettledRecord record, MonthlySeries series) {
        ChangePoints points = new ChangePoints(series.counts());
        List<ChangePoints.Change> changes = points.changes();
        int months = series.months().size();
        double mean = (double) series.total() / months;
        StringBuilder sentence = new StringBuilder("%s in %s: %s in %d months"
                .formatted(series.name(), series.area().name(), Wording.count(series.total(), "incident"), months));
        if (changes.isEmpty()) {
            sentence.append(", %s a month, without a change of the rate that the counts bear out"
                    .formatted(Wording.number(mean)));
        }
        sentence.append('.');
        if (changes.size() > MOST_TOLD) {
            sentence.append(" Of %d changes of the rate the last %d:".formatted(changes.size(), MOST_TOLD));
        }
        for (ChangePoints.Change change : changes.subList(Math.max(0, changes.size() - MOST_TOLD), changes.size())) {
            sentence.append(" The rate %s about %s (probability %s), from %s %s to %s %s a month."
                    .formatted(
                            change.after().mean() > change.before().mean() ? "rose" : "fell",
                            series.months().get(change.at()).month(),
                            Wording.probability(change.probabilityNear()),
                            Wording.number(change.before().mean()),
                            Wording.interval(change.before().interval()),
                            Wording.number(change.after().mean()),
                            Wording.interval(change.after().interval())));
        }
        return new Finding<>(
                KIND,
                series.subject(),
                sentence.toString(),
                record.perspective(),
                series.ids(),
                List.of(),
                METHOD,
                REFERENCE,
                limits(series, points.dispersion()),
                sensitivity(series, points, changes),
                new Course(series, mean, points.expectedChanges(), points.dispersion(), changes));
    }

    private static List<String> limits(MonthlySeries series, double dispersion) {
        List<String> limits = new ArrayList<>(
                List.of(
                        Wording.COUNTS_REPORTS,
                        "Tolls are added up as they are said; they have no interval, since the dead of one incident are no separate events."));
        if (dispersion > 1) {
            limits.add(
                    "The months scatter %s times as widely as Poisson counts; probabilities and intervals allow for it."
                            .formatted(Wording.number(Math.sqrt(dispersion))));
        }
        MonthlySeries.Apart apart = series.apart();
        if (apart.undated() + apart.coarse() > 0) {
            limits.add("Not counted: %d without a date, %d that may have been in more than one month."
                    .formatted(apart.undated(), apart.coarse()));
        }
        if (apart.nobody() > 0) {
            limits.add("For %s there in this time no actor is borne out."
                    .formatted(Wording.count(apart.nobody(), "incident")));
        }
        int unknown = series.months().stream()
                .mapToInt(MonthlySeries.Month::tollUnknown)
                .sum();
        if (unknown > 0) {
            limits.add("Nobody numbers the dead of %s.".formatted(Wording.count(unknown, "incident")));
        }
        return limits;
    }

    /**
     * How the probability of the last change moves with one incident less, or, where there is none, the mean rate. Incidents of one
     * month are alike; those in the months nearest to the change move it most.
     */
    private static Sensitivity sensitivity(
            MonthlySeries series, ChangePoints points, List<ChangePoints.Change> changes) {
        int months = series.months().size();
        if (changes.isEmpty()) {
            return Influence.of(
                    "incidents a month",
                    (double) series.total() / months,
                    series.ids().subList(0, Math.min(Influence.MOST, series.total())),
                    id -> (series.total() - 1.0) / months);
        }
        ChangePoints.Change last = changes.getLast();
        int low = Math.max(1, last.at() - ChangePoints.NEAR_MONTHS);
        int high = Math.min(months - 1, last.at() + ChangePoints.NEAR_MONTHS);
        Map<String, Double> without = new HashMap<>();
        List<String> ids = new ArrayList<>();
        List<Integer> nearest = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            if (series.months().get(month).incidents() > 0) {
                nearest.add(month);
            }
        }
        nearest.sort(Comparator.comparingInt(month -> Math.abs(2 * (month - last.at()) + 1)));
        for (int month : nearest.subList(0, Math.min(MONTHS_LEFT_OUT, nearest.size()))) {
            double probability = points.withoutOneIn(month).probabilityOfChange(low, high);
            for (String id : series.months().get(month).ids()) {
                ids.add(id);
                without.put(id, probability);
            }
        }
        return Influence.of(
                "probability of the last change",
                last.probabilityNear(),
                ids,
                id -> without.getOrDefault(id, Double.NaN));
    }

    private static String tooFew(MonthlySeries series) {
        MonthlySeries.Apart apart = series.apart();
        return "%s in %s: %s in %s, too few for a change of the rate (%d in %d months are needed)%s."
                .formatted(
                        series.name(),
                        series.area().name(),
                        Wording.count(series.total(), "incident"),
                        Wording.count(series.months().size(), "month"),
                        LEAST_INCIDENTS,
                        LEAST_MONTHS,
                        apart.undated() + apart.coarse() == 0
                                ? ""
                                : "; besides, %d without a date and %d that may have been in more than one month"
                                        .formatted(apart.undated(), apart.coarse()));
    }

    private static Finding<Course> tooFew(
            SettledRecord record, String subject, String sentence, Collection<String> incidents) {
        return new Finding<>(
                KIND,
                subject,
                sentence,
                record.perspective(),
                List.copyOf(incidents),
                List.of(),
                METHOD,
                REFERENCE,
                List.of(Wording.COUNTS_REPORTS),
                null,
                null);
    }
}
