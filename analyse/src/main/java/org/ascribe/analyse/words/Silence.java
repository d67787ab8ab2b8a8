package org.ascribe.analyse.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.Area;
import org.ascribe.analyse.Attributed;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Influence;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.analyse.Wording;
import org.ascribe.analyse.statistics.ExactIntervals;
import org.ascribe.analyse.statistics.Interval;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.Harm;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.weigh.Settled;
import org.jspecify.annotations.Nullable;

/**
 * What is left unsaid or played down about the incidents attributed to an actor in a country: no claim, no toll, "an accident", a
 * toll by officials below everybody else's.
 */
public final class Silence implements Analysis {

    public static final String KIND = "silence";

    /** Fewer incidents than these make no share. */
    public static final int LEAST_INCIDENTS = 5;

    private static final double LEVEL = 0.95;
    private static final int MOST = 20;

    private static final Set<Speaker.Role> OFFICIAL = Set.of(Speaker.Role.OFFICIAL, Speaker.Role.PARTY);

    private static final String METHOD =
            "Of the incidents attributed to the actor in the country, the share for which no voice "
                    + "reports a claim by it, for which nobody numbers the dead, which an official or a party puts down as an accident, and "
                    + "for which officials or parties give fewer dead than every other voice; exact 95 % intervals.";

    private static final String REFERENCE =
            "Clopper and Pearson (1934), The use of confidence or fiducial limits illustrated in the "
                    + "case of the binomial, Biometrika 26:404-413";

    /** A share of the incidents, with the ids of those that make it. */
    public record Share(int count, int of, Interval interval, List<String> ids) {
        public Share {
            ids = ids.stream().sorted().toList();
        }

        static Share of(List<String> ids, int of) {
            return new Share(ids.size(), of, ExactIntervals.share(ids.size(), of, LEVEL), ids);
        }
    }

    /**
     * @param played of the incidents with a toll by an official or a party and one by another voice, those where every such
     *     official's is below every other's; null where there is none
     */
    public record Unsaid(
            String actor,
            String name,
            Area area,
            int incidents,
            Share unclaimed,
            Share tollUnknown,
            Share calledAccident,
            @Nullable Share played) {}

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public List<Finding<?>> findings(SettledRecord record, Scope scope) {
        Attributed attributed = new Attributed(record, scope.leastSupport());
        Map<String, Map<Area, List<Settled>>> all = new TreeMap<>();
        for (Settled settled : record.incidents()) {
            Area place = Area.of(settled.incident().where());
            if (place.country() == null || !scope.holds(settled.incident())) {
                continue;
            }
            for (String actor : attributed.actors(settled).keySet()) {
                if (scope.actor() == null || scope.actor().equals(actor)) {
                    all.computeIfAbsent(actor, key -> new TreeMap<>())
                            .computeIfAbsent(new Area(place.country(), null), key -> new ArrayList<>())
                            .add(settled);
                }
            }
        }
        record Group(String actor, Area area, List<Settled> incidents) {}
        List<Group> groups = new ArrayList<>();
        all.forEach((actor, areas) -> areas.forEach((area, incidents) -> {
            if (scope.actor() != null || incidents.size() >= LEAST_INCIDENTS) {
                groups.add(new Group(actor, area, incidents));
            }
        }));
        groups.sort(Comparator.comparingInt(group -> -group.incidents.size()));
        List<Finding<?>> findings = new ArrayList<>();
        for (Group group : groups.subList(0, Math.min(MOST, groups.size()))) {
            findings.add(finding(record, attributed, group.actor, group.area, group.incidents));
        }
        return findings;
    }

    private static Finding<Unsaid> finding(
            SettledRecord record, Attributed attributed, String actor, Area area, List<Settled> incidents) {
        String name = attributed.name(actor);
        int n = incidents.size();
        List<String> ids = ids(incidents);
        String subject = "What is unsaid about " + name + " in " + area.name();
        if (n < LEAST_INCIDENTS) {
            return finding(
                    record,
                    subject,
                    "%s in %s: %s; %d are needed to say how often something is left unsaid."
                            .formatted(name, area.name(), Wording.count(n, "incident"), LEAST_INCIDENTS),
                    ids,
                    null,
                    null);
        }
        List<String> unclaimed = new ArrayList<>();
        List<String> tollUnknown = new ArrayList<>();
        List<String> accident = new ArrayList<>();
        List<String> numbered = new ArrayList<>();
        List<String> played = new ArrayList<>();
        for (Settled settled : incidents) {
            String id = settled.incident().id();
            if (!isClaimed(settled, actor, attributed)) {
                unclaimed.add(id);
            }
            Settled.Figures killed = settled.killed();
            if (killed.low() == null && killed.high() == null && killed.best() == null) {
                tollUnknown.add(id);
            }
            if (settled.reasons().stream().anyMatch(Silence::isAccident)) {
                accident.add(id);
            }
            Boolean below = isBelow(settled);
            if (below != null) {
                numbered.add(id);
                if (below) {
                    played.add(id);
                }
            }
        }
        Unsaid unsaid = new Unsaid(
                actor,
                name,
                area,
                n,
                Share.of(unclaimed, n),
                Share.of(tollUnknown, n),
                Share.of(accident, n),
                numbered.isEmpty() ? null : Share.of(played, numbered.size()));
        double share = (double) unclaimed.size() / n;
        return finding(
                record,
                subject,
                "%s in %s: of %d incidents, %d without a claim, %d without a number of dead, %d put down as an accident by officials or parties; in %d of %d with both, their toll is below every other."
                        .formatted(
                                name,
                                area.name(),
                                n,
                                unclaimed.size(),
                                tollUnknown.size(),
                                accident.size(),
                                played.size(),
                                numbered.size()),
                ids,
                Influence.of(
                        "share without a claim",
                        share,
                        ids,
                        id -> (unclaimed.size() - (unclaimed.contains(id) ? 1.0 : 0.0)) / (n - 1)),
                unsaid);
    }

    private static List<String> ids(List<Settled> incidents) {
        return incidents.stream().map(settled -> settled.incident().id()).toList();
    }

    private static boolean isClaimed(Settled settled, String actor, Attributed attributed) {
        return settled.reasons().stream()
                .map(Settled.Reason::assertion)
                .anyMatch(said -> said.polarity() == Polarity.AFFIRMED
                        && said.content() instanceof Content.Responsibility responsible
                        && responsible.stance() == Stance.CLAIMED
                        && responsible.actor() != null
                        && attributed.lineage(responsible.actor().id()).contains(actor));
    }

    private static boolean isAccident(Settled.Reason reason) {
        Assertion said = reason.assertion();
        return OFFICIAL.contains(said.speaker().role()) && AccidentWords.areIn(said.text());
    }

    /** Whether every toll of the dead by officials or parties is below every other; null without one of each. */
    private static @Nullable Boolean isBelow(Settled settled) {
        Integer official = null;
        Integer other = null;
        for (Settled.Reason reason : settled.reasons()) {
            Assertion said = reason.assertion();
            if (said.polarity() != Polarity.AFFIRMED
                    || !(said.content() instanceof Content.Toll toll)
                    || toll.harm() != Harm.KILLED) {
                continue;
            }
            if (OFFICIAL.contains(said.speaker().role())) {
                Integer high = Objects.requireNonNullElse(
                        toll.count().high(), toll.count().low());
                official = official == null ? high : (Integer) Math.max(official, high);
            } else {
                Integer low = Objects.requireNonNullElse(
                        toll.count().low(), toll.count().high());
                other = other == null ? low : (Integer) Math.min(other, low);
            }
        }
        return official == null || other == null ? null : (Boolean) (official < other);
    }

    private static Finding<Unsaid> finding(
            SettledRecord record,
            String subject,
            String sentence,
            List<String> ids,
            Finding.@Nullable Sensitivity sensitivity,
            @Nullable Unsaid result) {
        return new Finding<>(
                KIND,
                subject,
                sentence,
                record.perspective(),
                ids,
                List.of(),
                METHOD,
                REFERENCE,
                List.of(
                        Wording.COUNTS_REPORTS,
                        "A claim that no report in the ledger mentions is missing here, not in the world.",
                        "Early tolls are low whoever gives them; a later count is no sign of playing down."),
                sensitivity,
                result);
    }
}
