package org.ascribe.bench.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ascribe.analyse.escalation.ChangePoints;
import org.ascribe.analyse.escalation.Jitter;
import org.ascribe.analyse.escalation.MonthSurprise;
import org.ascribe.analyse.spillover.DailyHawkes;
import org.ascribe.analyse.spillover.HawkesSimulation;
import org.ascribe.analyse.statistics.ExactIntervals;
import org.ascribe.analyse.statistics.FalseDiscovery;
import org.ascribe.bench.findings.Coverage.Promise;

/** Every coverage that is measured. A new estimator is a list of them here. */
final class Coverages {

    private Coverages() {}

    static List<Coverage> all() {
        return Stream.of(intervals(), escalation(), restraint(), spillover())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Coverage> intervals() {
        return List.of(
                new Coverage(
                        "Garwood interval of a count",
                        "Poisson, mean 40",
                        0.95,
                        Promise.NEAR,
                        chance -> ExactIntervals.garwood(Draws.poisson(chance, 40), 0.95)
                                .holds(40)),
                new Coverage(
                        "Garwood interval of a count",
                        "Poisson, mean 0.5",
                        0.95,
                        Promise.AT_LEAST,
                        chance -> ExactIntervals.garwood(Draws.poisson(chance, 0.5), 0.95)
                                .holds(0.5)),
                new Coverage(
                        "ratio of rates, word against record",
                        "60 before in 365 days, 40 after in 180",
                        0.95,
                        Promise.NEAR,
                        chance -> ratioHolds(chance, 60, 365, 40, 180)),
                new Coverage(
                        "ratio of rates, word against record",
                        "2 before in 90 days, 4 after in 90",
                        0.95,
                        Promise.AT_LEAST,
                        chance -> ratioHolds(chance, 2, 90, 4, 90)),
                new Coverage(
                        "Clopper-Pearson interval of a share",
                        "0.3 of 200",
                        0.95,
                        Promise.NEAR,
                        chance -> ExactIntervals.share(Draws.binomial(chance, 200, 0.3), 200, 0.95)
                                .holds(0.3)),
                new Coverage(
                        "Clopper-Pearson interval of a share",
                        "0.1 of 8",
                        0.95,
                        Promise.AT_LEAST,
                        chance -> ExactIntervals.share(Draws.binomial(chance, 8, 0.1), 8, 0.95)
                                .holds(0.1)));
    }

    private static boolean ratioHolds(
            SplittableRandom chance, double before, int daysBefore, double after, int daysAfter) {
        return ExactIntervals.rateRatio(
                        Draws.poisson(chance, after), daysAfter, Draws.poisson(chance, before), daysBefore, 0.95)
                .holds(after / daysAfter / (before / daysBefore));
    }

    private static List<Coverage> escalation() {
        String rise = "60 months, 2 a month, from the 37th on 6";
        String fall = "120 months, 8 a month, from the 41st on 3";
        String sparse = "200 series of 25 months, 0.02 to 0.5 a month";
        return List.of(
                new Coverage(
                        "rate before a change",
                        rise,
                        0.95,
                        Promise.NEAR,
                        chance ->
                                points(chance, 60, 36, 2, 6).rate(24).interval().holds(2)),
                new Coverage(
                        "rate after a change",
                        rise,
                        0.95,
                        Promise.NEAR,
                        chance ->
                                points(chance, 60, 36, 2, 6).rate(50).interval().holds(6)),
                new Coverage(
                        "rate before a change",
                        fall,
                        0.95,
                        Promise.NEAR,
                        chance -> points(chance, 120, 40, 8, 3)
                                .rate(20)
                                .interval()
                                .holds(8)),
                new Coverage(
                        "rate after a change",
                        fall,
                        0.95,
                        Promise.NEAR,
                        chance -> points(chance, 120, 40, 8, 3)
                                .rate(80)
                                .interval()
                                .holds(3)),
                new Coverage(
                        "months given for a change",
                        rise,
                        0.95,
                        Promise.NEAR,
                        chance -> points(chance, 60, 36, 2, 6).changes().stream()
                                .anyMatch(change -> change.from() <= 36 && 36 <= change.to())),
                new Coverage(
                        "a change told where there is none",
                        "60 months, 0.3 a month",
                        0.05,
                        Promise.AT_MOST,
                        chance -> !new ChangePoints(Draws.poisson(chance, 0.3, 60))
                                .changes()
                                .isEmpty()),
                new Coverage(
                        "a change told where there is none",
                        "120 months, 4 a month",
                        0.05,
                        Promise.AT_MOST,
                        chance -> !new ChangePoints(Draws.poisson(chance, 4, 120))
                                .changes()
                                .isEmpty()),
                new Coverage(
                        "a change told where there is none",
                        "60 months, a rate drawn anew each month, 5 to 35 a month",
                        0.05,
                        Promise.AT_MOST,
                        chance -> !new ChangePoints(IntStream.range(0, 60)
                                        .map(month -> Draws.poisson(chance, 5 + 30 * chance.nextDouble()))
                                        .toArray())
                                .changes()
                                .isEmpty()),
                new Coverage(
                        "a month with probability up to 0.05, steady rate",
                        "one series of 25 months, 0.2 a month",
                        0.05,
                        Promise.AT_MOST,
                        chance -> new MonthSurprise(0)
                                        .probability(Draws.poisson(chance, 0.2, 24), Draws.poisson(chance, 0.2))
                                <= 0.05),
                new Coverage(
                        "a month with probability up to 0.05, steady rate",
                        "one series of 25 months, 20 a month",
                        0.05,
                        Promise.NEAR,
                        chance -> new MonthSurprise(0)
                                        .probability(Draws.poisson(chance, 20, 24), Draws.poisson(chance, 20))
                                <= 0.05),
                new Coverage(
                        "any month called out falsely, steady rates",
                        sparse,
                        0.05,
                        Promise.AT_MOST,
                        chance -> isAnyCalledOut(chance, false)),
                new Coverage(
                        "any month called out falsely, uneven rates",
                        sparse + ", the rate of each month exponential",
                        0.05,
                        Promise.AT_MOST,
                        chance -> isAnyCalledOut(chance, true)),
                new Coverage(
                        "near-simultaneous attacks, probability up to 0.05",
                        "30 attacks in 10 far places, days drawn over 280",
                        0.05,
                        Promise.NEAR,
                        Coverages::isCoincidence));
    }

    private static ChangePoints points(SplittableRandom chance, int months, int changeAt, double before, double after) {
        return new ChangePoints(IntStream.range(0, months)
                .map(month -> Draws.poisson(chance, month < changeAt ? before : after))
                .toArray());
    }

    private static boolean isAnyCalledOut(SplittableRandom chance, boolean bursty) {
        List<int[]> before = new ArrayList<>();
        int[] now = new int[200];
        for (int i = 0; i < now.length; i++) {
            double rate = 0.02 + 0.48 * chance.nextDouble();
            int[] counts = IntStream.range(0, 24)
                    .map(month -> bursty ? Draws.bursty(chance, rate) : Draws.poisson(chance, rate))
                    .toArray();
            before.add(counts);
            now[i] = bursty ? Draws.bursty(chance, rate) : Draws.poisson(chance, rate);
        }
        MonthSurprise surprise = MonthSurprise.of(before);
        double[] probabilities = IntStream.range(0, now.length)
                .mapToDouble(i -> surprise.probability(before.get(i), now[i]))
                .toArray();
        for (double adjusted : FalseDiscovery.adjusted(probabilities)) {
            if (adjusted <= 0.05) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCoincidence(SplittableRandom chance) {
        long[] days = new long[30];
        int[] places = new int[30];
        boolean[][] far = new boolean[10][10];
        for (int i = 0; i < far.length; i++) {
            for (int j = 0; j < far.length; j++) {
                far[i][j] = i != j;
            }
        }
        for (int i = 0; i < days.length; i++) {
            days[i] = chance.nextInt(280);
            places[i] = chance.nextInt(10);
        }
        return new Jitter(days, places, far, 2).compare(199, chance.nextLong()).probability() <= 0.05;
    }

    private static List<Coverage> restraint() {
        return List.of(
                new Coverage(
                        "restraint",
                        "30 places, some 6 strikes each, 0.4 of chance",
                        0.95,
                        Promise.NEAR,
                        chance -> SimulatedStrikes.restraintHolds(chance, 30, 6, 0.4)),
                new Coverage(
                        "restraint",
                        "30 places, some 6 strikes each, chance",
                        0.95,
                        Promise.NEAR,
                        chance -> SimulatedStrikes.restraintHolds(chance, 30, 6, 1)),
                new Coverage(
                        "restraint",
                        "10 places, some 3 strikes each, twice chance",
                        0.95,
                        Promise.NEAR,
                        chance -> SimulatedStrikes.restraintHolds(chance, 10, 3, 2)));
    }

    private static List<Coverage> spillover() {
        String days =
                "1500 days; 0.3 and 0.2 a day by themselves; 0.4, 0.3 within, 0.2 from the first into the second; 5 days";
        return List.of(
                new Coverage(
                        "spillover: offspring across",
                        days,
                        0.95,
                        Promise.NEAR,
                        chance -> offspringHolds(chance, 1, 0.2)),
                new Coverage(
                        "spillover: offspring within",
                        days,
                        0.95,
                        Promise.NEAR,
                        chance -> offspringHolds(chance, 0, 0.3)),
                new Coverage("spillover found where there is none", days, 0.05, Promise.AT_MOST, chance -> {
                    int[][] counts = SPILLING.counts(SPILLING_DAYS, chance);
                    DailyHawkes process = new DailyHawkes(counts[0], List.of(counts[1]), new int[SPILLING_DAYS]);
                    return process.pValue(process.fit(), 1) < 0.05;
                }));
    }

    private static final int SPILLING_DAYS = 1500;
    private static final HawkesSimulation SPILLING =
            new HawkesSimulation(new double[] {0.3, 0.2}, new double[][] {{0.4, 0}, {0.2, 0.3}}, 5);

    private static boolean offspringHolds(SplittableRandom chance, int source, double truth) {
        int[][] counts = SPILLING.counts(SPILLING_DAYS, chance);
        DailyHawkes process = new DailyHawkes(counts[1], List.of(counts[0]), new int[SPILLING_DAYS]);
        double[] interval = process.interval(process.fit(), source);
        return interval[0] <= truth && truth <= interval[1];
    }
}
