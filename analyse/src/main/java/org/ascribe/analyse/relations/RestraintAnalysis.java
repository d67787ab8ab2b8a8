package org.ascribe.analyse.relations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.ascribe.core.AssertionId;
import org.ascribe.core.Content;
import org.ascribe.core.EventDate;
import org.ascribe.core.Polarity;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.jspecify.annotations.Nullable;

/**
 * "Situational allies", put to the test: do two actors spare each other?
 *
 * <p><b>Chance.</b> Taken are the months in a place in which both were present: each has an incident there or is said to be
 * there. An incident of one of them with an armed opponent is held to fall, by chance, on one of the other armed actors present,
 * in proportion to their presence; an actor's presence to one of the two is the number of incidents of that place and month in
 * which it appears and that one does not, at least 1. So what one does is not its own measure. With {@code w} for presence,
 * {@code o1 = w(second) / w(third parties)} as the first meets them and {@code o2} as the second does, the odds that such an
 * incident is one between the two are the mean of {@code o1} and {@code o2}, each weighted by that actor's incidents with third
 * parties there and by its share in all such incidents. Conditional on the number of incidents in each place and month, {@link CommonOdds} then gives the factor by
 * which the odds differ from these, with an exact interval.
 */
public final class RestraintAnalysis implements Analysis {

    public static final String KIND = "restraint";

    /** Fewer incidents than this with an armed opponent, where there was a choice, are too few for a comparison. */
    public static final int FEWEST_INCIDENTS = 10;

    private static final double LEVEL = 0.95;
    private static final int MOST_INFLUENTIAL = 3;
    private static final String METHOD =
            "Incidents of the two with armed opponents, in months and places in which both and a third armed party were present. By "
                    + "chance each falls on one of the armed actors present in proportion to its presence: the incidents of that month and "
                    + "place in which it appears without the one that strikes, at least 1. The figure is the common ratio of the odds to "
                    + "these, over all months and places, with the exact (mid-p) interval from the sum of binomials.";
    private static final String REFERENCE =
            "On armed orders and tacit coexistence: Staniland 2012, Perspectives on Politics 10(2); on fights between rebel groups: Fjelde "
                    + "and Nilsson 2012, Journal of Conflict Resolution 56(4); on alliances: Christia 2012, Alliance Formation in Civil Wars; the "
                    + "interval: Agresti 2007, An Introduction to Categorical Data Analysis, 1.4, after Clopper and Pearson 1934";
    private static final List<String> LIMITS = List.of(
            "Few fights are not an agreement. Where two fight one strong third party, each of the two counts for as much of the other's "
                    + "choice as that third party does, so that chance is near one half and any two such come out far below it: compare "
                    + "periods and pairs with each other rather than the figure with 1.",
            "Presence is known by incidents and statements alone; who is quiet is not seen.",
            "Incidents of which the record does not say whom they hit are left out and counted apart; if they are mostly of one kind, the "
                    + "figure leans.",
            "Incidents in one month and place are taken to fall independently; an offensive makes many of one decision, so that the "
                    + "interval is rather too narrow.");

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    /** Of the scope's actor with each other, else of any two; only those whose incidents are enough. */
    @Override
    public List<Finding<?>> findings(SettledRecord record, Scope scope) {
        Deeds deeds = new Deeds(record, scope);
        Set<List<String>> pairs = new TreeSet<>(
                Comparator.comparing((List<String> pair) -> pair.get(0)).thenComparing(pair -> pair.get(1)));
        for (Deed deed : deeds.all()) {
            Set<String> present = new TreeSet<>(deed.doers());
            present.addAll(deed.struck());
            for (String one : present) {
                for (String other : present) {
                    if (one.compareTo(other) < 0 && !deeds.areKin(one, other)) {
                        pairs.add(List.of(one, other));
                    }
                }
            }
        }
        Set<String> asked = scope.actor() == null ? Set.of() : deeds.family(scope.actor());
        if (scope.actor() != null) {
            Set<String> others = new TreeSet<>();
            pairs.forEach(others::addAll);
            pairs.clear();
            for (String other : others) {
                if (!asked.contains(other) && !deeds.areKin(other, scope.actor())) {
                    pairs.add(
                            scope.actor().compareTo(other) < 0
                                    ? List.of(scope.actor(), other)
                                    : List.of(other, scope.actor()));
                }
            }
        }
        List<Finding<?>> findings = new ArrayList<>();
        for (List<String> pair : pairs) {
            Finding<Restraint> finding = finding(record, deeds, pair.get(0), pair.get(1), scope, List.of());
            if (finding.result() != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    /**
     * The finding on two actors; it says so where there is too little.
     *
     * @param scope its actor is passed over
     * @param others the same ledger under other perspectives, for the sensitivity
     * @throws IllegalArgumentException if one is the other or a branch of it
     */
    public Finding<Restraint> finding(
            SettledRecord record, String first, String second, Scope scope, List<SettledRecord> others) {
        return finding(record, new Deeds(record, scope), first, second, scope, others);
    }

    private static Finding<Restraint> finding(
            SettledRecord record, Deeds deeds, String one, String two, Scope scope, List<SettledRecord> others) {
        if (deeds.areKin(one, two)) {
            throw new IllegalArgumentException(
                    "restraint is between two actors of which none is a branch of the other, got " + one + " and "
                            + two);
        }
        String first = one.compareTo(two) < 0 ? one : two;
        String second = first.equals(one) ? two : one;
        Attributed attributed = new Attributed(record, scope.leastSupport());
        String names = attributed.name(first) + " and " + attributed.name(second);
        String period = scope.from() == null && scope.to() == null
                ? ""
                : ", " + (scope.from() == null ? "to " : scope.from() + " to ")
                        + (scope.to() == null ? "the record's end" : scope.to());
        List<Tally> tallies = Arrays.stream(Area.values())
                .map(area -> new Tally(record, deeds, first, second, scope, area))
                .toList();
        Tally tally = finest(tallies);
        Area finest = tally.area;
        List<Restraint> inOtherWidths = tallies.stream()
                .filter(other -> other != tally && other.trials() >= FEWEST_INCIDENTS)
                .map(other -> other.restraint(List.of()))
                .toList();
        Restraint restraint = tally.restraint(inOtherWidths);
        Restraint.Ratio ratio = restraint.againstChance();
        if (ratio == null) {
            return new Finding<>(
                    KIND,
                    names + period,
                    ("Too little to compare %s: %s with an armed opponent in months and places (%s) in which both and a third armed "
                                    + "party were present; needed are %d. Both were present in %d; the record does not tell whom %d of their "
                                    + "incidents there hit.")
                            .formatted(
                                    names,
                                    incidents(restraint.trials()),
                                    finest.words(),
                                    FEWEST_INCIDENTS,
                                    restraint.shared(),
                                    restraint.unknown() + restraint.unnamed()),
                    record.perspective(),
                    tally.incidents(),
                    tally.statements(),
                    METHOD,
                    REFERENCE,
                    LIMITS,
                    null,
                    null);
        }
        String verdict = ratio.high() < 1
                ? "less often than presence alone would have it"
                : ratio.low() > 1 ? "more often than presence alone would have it" : "not told apart from chance";
        String sentence = String.format(
                Locale.ROOT,
                "Where both were present (%d months in a %s, %d of them with a third armed party), %s fought each other in %d of "
                        + "%s with an armed opponent; presence alone would make it %.1f: %s times as often as by chance (95 %% interval %s "
                        + "to %s), %s. Apart from these: %d strikes on people without arms, %d whose victims the record does not tell.",
                restraint.shared(),
                finest.words(),
                restraint.comparable(),
                names,
                restraint.fights(),
                incidents(restraint.trials()),
                restraint.expected(),
                plain(ratio.value()),
                plain(ratio.low()),
                plain(ratio.high()),
                verdict,
                restraint.onUnarmed(),
                restraint.unknown() + restraint.unnamed());
        List<Moved> perspectives = new ArrayList<>();
        for (SettledRecord otherRecord : others) {
            Restraint.Ratio under =
                    new Tally(otherRecord, new Deeds(otherRecord, scope), first, second, scope, finest).ratio();
            if (under != null) {
                perspectives.add(new Moved(otherRecord.perspective(), under.value()));
            }
        }
        return new Finding<>(
                KIND,
                names + period,
                sentence,
                record.perspective(),
                tally.incidents(),
                tally.statements(),
                METHOD,
                REFERENCE,
                LIMITS,
                new Sensitivity(
                        "how often they fight each other, against chance",
                        ratio.value(),
                        tally.without(),
                        perspectives),
                restraint);
    }

    /** Provinces or squares, whichever places more of the incidents, if it places half of them; else countries. */
    private static Tally finest(List<Tally> tallies) {
        Tally best = tallies.getFirst();
        int placed = (best.ownDeeds - 1) / 2;
        for (Tally tally : tallies.subList(1, tallies.size())) {
            int here = tally.ownDeeds - tally.unplaced;
            if (here > placed) {
                best = tally;
                placed = here;
            }
        }
        return best;
    }

    private static String incidents(int number) {
        return number == 1 ? "1 incident" : number + " incidents";
    }

    private static String plain(double ratio) {
        return Double.isInfinite(ratio) ? "infinitely many" : String.format(Locale.ROOT, "%.2f", ratio);
    }

    // --- counting

    private record Cell(String place, YearMonth month) {}

    /** One month in one place. */
    private static final class Month {
        final List<Deed> deeds = new ArrayList<>();
        final List<AssertionId> saysFirst = new ArrayList<>();
        final List<AssertionId> saysSecond = new ArrayList<>();
    }

    /**
     * What one month in one place adds.
     *
     * @param oddsOfFirst by chance, as the first meets the second; 0 where there was no third party, as {@code oddsOfSecond}
     */
    private record Sum(
            boolean isShared,
            int fights,
            int thirdByFirst,
            int thirdBySecond,
            double oddsOfFirst,
            double oddsOfSecond) {

        boolean isComparable() {
            return oddsOfFirst > 0;
        }

        int trials() {
            return fights + thirdByFirst + thirdBySecond;
        }

        /**
         * By chance, as the two together meet each other; one incident more, split as all are, so that a month without any on
         * third parties has odds too.
         *
         * @param share of the first in the incidents of the two with third parties everywhere
         */
        double odds(double share) {
            return ((thirdByFirst + share) * oddsOfFirst + (thirdBySecond + 1 - share) * oddsOfSecond)
                    / (thirdByFirst + thirdBySecond + 1);
        }
    }

    private static final class Tally {

        private final Deeds all;
        private final String firstId;
        private final String secondId;
        private final Set<String> first;
        private final Set<String> second;
        private final Scope scope;
        private final Area area;
        private final Map<Cell, Month> cells =
                new TreeMap<>(Comparator.comparing(Cell::place).thenComparing(Cell::month));
        /** What the months in which both were present add. */
        private final Map<Cell, Sum> sums =
                new TreeMap<>(Comparator.comparing(Cell::place).thenComparing(Cell::month));

        private int unplaced;
        private int disputed;
        private int ownDeeds;

        Tally(SettledRecord record, Deeds deeds, String firstId, String secondId, Scope scope, Area area) {
            this.all = deeds;
            this.firstId = firstId;
            this.secondId = secondId;
            this.first = deeds.family(firstId);
            this.second = deeds.family(secondId);
            this.scope = scope;
            this.area = area;
            for (Deed deed : deeds.all()) {
                boolean isOwn = deed.shows(first) || deed.shows(second);
                ownDeeds += isOwn ? 1 : 0;
                if (deed.form() == Deed.Form.DISPUTED) {
                    disputed += deed.settled().actors().stream()
                                    .anyMatch(support -> support.support() >= scope.leastSupport()
                                            && (first.contains(support.actor()) || second.contains(support.actor())))
                            ? 1
                            : 0;
                }
                String place = area.of(deed.settled().incident().where());
                YearMonth month = month(deed.settled().incident().when());
                if (place == null || month == null) {
                    unplaced += isOwn ? 1 : 0;
                } else {
                    cells.computeIfAbsent(new Cell(place, month), key -> new Month())
                            .deeds
                            .add(deed);
                }
            }
            for (Statement word : record.words()) {
                LocalDate published = word.published();
                if (published != null
                        && word.assertion().polarity() == Polarity.AFFIRMED
                        && word.assertion().content() instanceof Content.Presence presence
                        && presence.place() != null
                        && isIn(published)) {
                    String place = area.of(presence.place().value());
                    boolean isFirst = first.contains(presence.actor().id());
                    if (place != null
                            && (isFirst || second.contains(presence.actor().id()))
                            && (scope.country() == null
                                    || scope.country()
                                            .equals(presence.place().value().country()))) {
                        Month cell =
                                cells.computeIfAbsent(new Cell(place, YearMonth.from(published)), key -> new Month());
                        (isFirst ? cell.saysFirst : cell.saysSecond)
                                .add(word.assertion().id());
                    }
                }
            }
            cells.forEach((cell, month) -> {
                Sum sum = sum(month, null);
                if (sum.isShared()) {
                    sums.put(cell, sum);
                }
            });
            cells.keySet().retainAll(sums.keySet());
        }

        private boolean isIn(LocalDate day) {
            return (scope.from() == null || !day.isBefore(scope.from()))
                    && (scope.to() == null || !day.isAfter(scope.to()));
        }

        private static @Nullable YearMonth month(@Nullable EventDate when) {
            if (when == null || when.from() == null || when.to() == null) {
                return null;
            }
            YearMonth month = YearMonth.from(when.from());
            return month.equals(YearMonth.from(when.to())) ? month : null;
        }

        /** @param left a deed that is left out */
        private Sum sum(Month cell, @Nullable Deed left) {
            boolean isFirst = !cell.saysFirst.isEmpty();
            boolean isSecond = !cell.saysSecond.isEmpty();
            int fights = 0;
            int byFirst = 0;
            int bySecond = 0;
            Map<String, int[]> presence = new TreeMap<>();
            int firstToSecond = 0;
            int secondToFirst = 0;
            for (Deed deed : cell.deeds) {
                if (deed == left) {
                    continue;
                }
                boolean showsFirst = deed.shows(first);
                boolean showsSecond = deed.shows(second);
                isFirst |= showsFirst;
                isSecond |= showsSecond;
                firstToSecond += showsFirst && !showsSecond ? 1 : 0;
                secondToFirst += showsSecond && !showsFirst ? 1 : 0;
                Set<String> present = new TreeSet<>(deed.doers());
                present.addAll(deed.struck());
                for (String actor : present) {
                    if (!first.contains(actor)
                            && !second.contains(actor)
                            && !all.areKin(actor, firstId)
                            && !all.areKin(actor, secondId)) {
                        int[] without = presence.computeIfAbsent(actor, key -> new int[2]);
                        without[0] += showsFirst ? 0 : 1;
                        without[1] += showsSecond ? 0 : 1;
                    }
                }
                if (deed.isBetween(first, second)) {
                    fights++;
                } else if (meetsThird(deed, first)) {
                    byFirst++;
                } else if (meetsThird(deed, second)) {
                    bySecond++;
                }
            }
            if (!isFirst || !isSecond) {
                return new Sum(false, 0, 0, 0, 0, 0);
            }
            double thirdToFirst = 0;
            double thirdToSecond = 0;
            for (int[] without : presence.values()) {
                thirdToFirst += Math.max(1, without[0]);
                thirdToSecond += Math.max(1, without[1]);
            }
            if (presence.isEmpty()) {
                return new Sum(true, fights, byFirst, bySecond, 0, 0);
            }
            double oddsOfFirst = Math.max(1, secondToFirst) / thirdToFirst;
            double oddsOfSecond = Math.max(1, firstToSecond) / thirdToSecond;
            return new Sum(true, fights, byFirst, bySecond, oddsOfFirst, oddsOfSecond);
        }

        private boolean meetsThird(Deed deed, Set<String> actors) {
            return deed.opponents(actors).stream()
                    .anyMatch(other -> !all.areKin(other, firstId) && !all.areKin(other, secondId));
        }

        int trials() {
            return sums.values().stream()
                    .filter(Sum::isComparable)
                    .mapToInt(Sum::trials)
                    .sum();
        }

        /** @param instead what one cell adds instead, null for the cell as it is */
        private CommonOdds odds(@Nullable Cell changed, @Nullable Sum instead) {
            List<Sum> some = new ArrayList<>();
            for (Map.Entry<Cell, Sum> entry : sums.entrySet()) {
                Sum sum = entry.getKey().equals(changed) ? instead : entry.getValue();
                if (sum != null && sum.isShared() && sum.isComparable() && sum.trials() > 0) {
                    some.add(sum);
                }
            }
            int fights = some.stream().mapToInt(Sum::fights).sum();
            double byFirst = some.stream().mapToInt(Sum::thirdByFirst).sum();
            double bySecond = some.stream().mapToInt(Sum::thirdBySecond).sum();
            double share = byFirst + bySecond == 0 ? 0.5 : byFirst / (byFirst + bySecond);
            return new CommonOdds(
                    some.stream()
                            .map(sum -> new CommonOdds.Group(sum.trials(), sum.odds(share)))
                            .toList(),
                    fights);
        }

        Restraint.@Nullable Ratio ratio() {
            if (trials() < FEWEST_INCIDENTS) {
                return null;
            }
            CommonOdds odds = odds(null, null);
            double[] interval = odds.interval(LEVEL);
            return new Restraint.Ratio(odds.factor(), interval[0], interval[1]);
        }

        Restraint restraint(List<Restraint> others) {
            int comparable = 0;
            int alone = 0;
            int[] meetings = new int[3];
            for (Sum sum : sums.values()) {
                if (sum.isComparable()) {
                    comparable++;
                    meetings[0] += sum.fights();
                    meetings[1] += sum.thirdByFirst();
                    meetings[2] += sum.thirdBySecond();
                } else {
                    alone += sum.fights();
                }
            }
            int onUnarmed = 0;
            int unnamed = 0;
            int unknown = 0;
            int together = 0;
            for (Month month : cells.values()) {
                for (Deed deed : month.deeds) {
                    boolean byFirst = deed.doers().stream().anyMatch(first::contains);
                    boolean bySecond = deed.doers().stream().anyMatch(second::contains);
                    if (!byFirst && !bySecond) {
                        continue;
                    }
                    together += byFirst && bySecond && deed.form() == Deed.Form.JOINT_STRIKE ? 1 : 0;
                    switch (deed.hits()) {
                        case UNARMED -> onUnarmed++;
                        case UNNAMED_ARMED -> unnamed++;
                        case UNKNOWN -> unknown++;
                        case ACTOR -> {}
                    }
                }
            }
            CommonOdds odds = odds(null, null);
            Restraint.Ratio ratio = ratio();
            return new Restraint(
                    firstId,
                    secondId,
                    scope.from(),
                    scope.to(),
                    area,
                    sums.size(),
                    comparable,
                    meetings[0],
                    meetings[1],
                    meetings[2],
                    odds.expected(),
                    ratio,
                    ratio == null ? null : (Double) odds.pValue(),
                    alone,
                    onUnarmed,
                    unnamed,
                    unknown,
                    together,
                    unplaced,
                    disputed,
                    others);
        }

        /** Ids of the incidents of shared months: the two's own, and those that show who else was there. */
        List<String> incidents() {
            return cells.values().stream()
                    .flatMap(month -> month.deeds.stream())
                    .filter(deed -> !deed.doers().isEmpty() || !deed.struck().isEmpty())
                    .map(deed -> deed.settled().incident().id())
                    .toList();
        }

        /** Ids of the statements by which one of the two was present in a shared month. */
        List<AssertionId> statements() {
            return cells.values().stream()
                    .flatMap(month -> Stream.concat(month.saysFirst.stream(), month.saysSecond.stream()))
                    .distinct()
                    .toList();
        }

        /** The figure without each incident or statement, where that moves it most. */
        List<Moved> without() {
            double value = odds(null, null).factor();
            List<Moved> moved = new ArrayList<>();
            for (Map.Entry<Cell, Month> entry : cells.entrySet()) {
                Cell cell = entry.getKey();
                Month content = entry.getValue();
                Map<List<Object>, Double> known = new HashMap<>();
                for (Deed deed : content.deeds) {
                    // deeds of the same kind in the same month and place move it alike
                    List<Object> alike = Arrays.asList(deed.doers(), deed.struck(), deed.form());
                    double without = known.computeIfAbsent(
                            alike, key -> odds(cell, sum(content, deed)).factor());
                    moved.add(new Moved(deed.settled().incident().id(), without));
                }
                for (List<AssertionId> says : List.of(content.saysFirst, content.saysSecond)) {
                    if (says.size() == 1) {
                        AssertionId only = says.getFirst();
                        says.clear();
                        moved.add(new Moved(
                                only.value(), odds(cell, sum(content, null)).factor()));
                        says.add(only);
                    }
                }
            }
            return moved.stream()
                    .sorted(Comparator.comparingDouble((Moved one) -> -distance(one.value(), value))
                            .thenComparing(Moved::what))
                    .limit(MOST_INFLUENTIAL)
                    .toList();
        }

        private static double distance(double one, double other) {
            return one == other ? 0 : Math.abs(Math.log(one) - Math.log(other));
        }
    }
}
