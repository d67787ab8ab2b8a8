package org.ascribe.analyse.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.Attributed;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Finding.Sensitivity;
import org.ascribe.analyse.Influence;
import org.ascribe.analyse.Months;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.analyse.Wording;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.weigh.Settled;
import org.jspecify.annotations.Nullable;

/** Attacks of one actor in different places within 48 hours, and how many of them chance has. */
public final class NearSimultaneous implements Analysis {

    public static final String KIND = "near-simultaneous";

    /** Two days apart at most: as near to 48 hours as days tell. */
    public static final int WITHIN_DAYS = 2;

    /** Nearer places than this may be one attack in two places. */
    public static final double LEAST_KM = 100;

    /** Fewer attacks with a day and a place than these cannot be compared with chance. */
    public static final int LEAST_INCIDENTS = 5;

    private static final int DRAWS = 499;
    private static final int MOST_ACTORS = 20;

    private static final String METHOD =
            "Pairs of incidents of the actor at most 2 days and at least 100 km apart, dated to the day "
                    + "and placed at least to the province, against %d records in which each incident's day is drawn anew within its %d days."
                            .formatted(DRAWS, Jitter.WINDOW_DAYS);

    /** @param kilometres between the places, on the sphere */
    public record Pair(String first, String second, LocalDate firstDay, LocalDate secondDay, double kilometres) {}

    /**
     * @param incidents with a day and a place
     * @param apart of the actor, without such a day or place
     * @param pairs nearest in time first
     * @param chance how many pairs chance has
     */
    public record Together(
            String actor, String name, int incidents, int apart, List<Pair> pairs, Jitter.Compared chance) {
        public Together {
            pairs = List.copyOf(pairs);
        }
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public List<Finding<?>> findings(SettledRecord record, Scope scope) {
        Attributed attributed = new Attributed(record, scope.leastSupport());
        Map<String, List<Settled>> byActor = new TreeMap<>();
        for (Settled settled : record.incidents()) {
            if (scope.holds(settled.incident())) {
                for (String actor : attributed.actors(settled).keySet()) {
                    if (scope.actor() == null || scope.actor().equals(actor)) {
                        byActor.computeIfAbsent(actor, key -> new ArrayList<>()).add(settled);
                    }
                }
            }
        }
        if (scope.actor() != null) {
            byActor.putIfAbsent(scope.actor(), List.of());
        }
        List<Map.Entry<String, List<Settled>>> most = new ArrayList<>(byActor.entrySet());
        most.sort((a, b) -> b.getValue().size() - a.getValue().size());
        List<Finding<?>> findings = new ArrayList<>();
        for (Map.Entry<String, List<Settled>> entry : most.subList(0, Math.min(MOST_ACTORS, most.size()))) {
            Finding<Together> finding =
                    finding(record, scope, entry.getKey(), attributed.name(entry.getKey()), entry.getValue());
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private static @Nullable Finding<Together> finding(
            SettledRecord record, Scope scope, String actor, String name, List<Settled> all) {
        List<Settled> usable = all.stream()
                .filter(settled -> Months.dayOf(settled.incident()) != null && isPlaced(settled))
                .toList();
        String subject =
                "Attacks of " + name + " within 48 hours" + (scope.country() == null ? "" : " in " + scope.country());
        Map<Place, Integer> indexes = new HashMap<>();
        List<Place> places = new ArrayList<>();
        long[] days = new long[usable.size()];
        int[] at = new int[usable.size()];
        for (int i = 0; i < at.length; i++) {
            Place place = place(usable.get(i));
            at[i] = indexes.computeIfAbsent(place, key -> {
                places.add(key);
                return places.size() - 1;
            });
            days[i] = day(usable.get(i)).toEpochDay();
        }
        boolean[][] far = new boolean[places.size()][places.size()];
        for (int i = 0; i < far.length; i++) {
            for (int j = 0; j < i; j++) {
                Double km = places.get(i).kilometresTo(places.get(j));
                far[i][j] = km != null && km >= LEAST_KM;
                far[j][i] = far[i][j];
            }
        }
        Jitter jitter = new Jitter(days, at, far, WITHIN_DAYS);
        List<Pair> pairs = new ArrayList<>();
        for (Jitter.Pair pair : jitter.pairs()) {
            pairs.add(pair(usable.get(pair.a()), usable.get(pair.b())));
        }
        pairs.sort((a, b) -> Long.compare(
                Math.abs(a.firstDay().toEpochDay() - a.secondDay().toEpochDay()),
                Math.abs(b.firstDay().toEpochDay() - b.secondDay().toEpochDay())));
        if (pairs.isEmpty() && scope.actor() == null) {
            return null;
        }
        Set<String> ids = new TreeSet<>();
        pairs.forEach(pair -> Collections.addAll(ids, pair.first(), pair.second()));
        if (usable.size() < LEAST_INCIDENTS) {
            return finding(
                    record,
                    subject,
                    "%s: %s within 48 hours, of %s with a day and a place; %d are needed to compare with chance."
                            .formatted(
                                    name,
                                    Wording.count(pairs.size(), "pair"),
                                    Wording.count(usable.size(), "incident"),
                                    LEAST_INCIDENTS),
                    ids,
                    null,
                    null);
        }
        Jitter.Compared chance = jitter.compare(DRAWS);
        Together together = new Together(actor, name, usable.size(), all.size() - usable.size(), pairs, chance);
        String sentence =
                "%s: %s of attacks within 48 hours and %d km or more apart, where chance has %s (%d-%d in 95 of 100; probability of as many %s)."
                        .formatted(
                                name,
                                Wording.count(pairs.size(), "pair"),
                                (int) LEAST_KM,
                                Wording.number(chance.expected()),
                                chance.low(),
                                chance.high(),
                                Wording.probability(chance.probability()));
        Map<String, Integer> partners = new HashMap<>();
        pairs.forEach(pair -> {
            partners.merge(pair.first(), 1, Integer::sum);
            partners.merge(pair.second(), 1, Integer::sum);
        });
        return finding(
                record,
                subject,
                sentence,
                ids,
                Influence.of("pairs", pairs.size(), ids, id -> pairs.size() - partners.getOrDefault(id, 0)),
                together);
    }

    private static Pair pair(Settled a, Settled b) {
        boolean inOrder = !day(b).isBefore(day(a));
        Settled first = inOrder ? a : b;
        Settled second = inOrder ? b : a;
        Double km = place(first).kilometresTo(place(second));
        return new Pair(
                first.incident().id(),
                second.incident().id(),
                day(first),
                day(second),
                km == null ? Double.NaN : Math.round(km));
    }

    /** Known well enough for a distance of 100 km to mean something. */
    private static boolean isPlaced(Settled settled) {
        Place where = settled.incident().where();
        return where != null && where.latitude() != null && where.precision().compareTo(PlacePrecision.ADMIN1) <= 0;
    }

    private static Place place(Settled settled) {
        Place where = settled.incident().where();
        if (where == null) {
            throw new IllegalStateException("no place: " + settled.incident().id());
        }
        return where;
    }

    private static LocalDate day(Settled settled) {
        LocalDate day = Months.dayOf(settled.incident());
        if (day == null) {
            throw new IllegalStateException("no day: " + settled.incident().id());
        }
        return day;
    }

    private static Finding<Together> finding(
            SettledRecord record,
            String subject,
            String sentence,
            Set<String> ids,
            @Nullable Sensitivity sensitivity,
            @Nullable Together result) {
        return new Finding<>(
                KIND,
                subject,
                sentence,
                record.perspective(),
                List.copyOf(ids),
                List.of(),
                METHOD,
                Jitter.REFERENCE,
                List.of(
                        Wording.COUNTS_REPORTS,
                        "Days, not hours, are known: two days apart may be up to 72 hours.",
                        "More pairs than chance has do not show that anybody planned them together."),
                sensitivity,
                result);
    }
}
