package org.ascribe.analyse.escalation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.ascribe.analyse.statistics.FalseDiscovery;
import org.jspecify.annotations.Nullable;

/**
 * Which actors did more, and where, in the last month of the scope than the two years before let expect. All series are tested
 * together, so that many sparse ones raise no false alarm between them.
 */
public final class UnusualMonth implements Analysis {

    public static final String KIND = "unusual-month";

    /** Months before that say what is usual; at least half of them must be in the record. */
    public static final int BASELINE_MONTHS = 24;

    /** Of the series that are called out, at most this share is false, on average. */
    public static final double FALSE_SHARE = 0.05;

    private static final String METHOD =
            "The last month against the 24 before: the probability of as many incidents or more by a "
                    + "gamma-Poisson prediction, negative binomial where the series on the whole are more uneven than Poisson counts; "
                    + "adjusted over all series together so that of those called out at most 5 % are false on average.";

    private static final String REFERENCE =
            "Przyborowski and Wilenski (1940), Homogeneity of results in testing samples from "
                    + "Poisson series, Biometrika 31:313-323; Benjamini and Hochberg (1995), Controlling the false discovery rate, "
                    + "JRSS B 57:289-300";

    /**
     * The last month of one series.
     *
     * @param expected the mean of the months before
     * @param probability that chance gives as many or more
     * @param adjusted for the number of series: calling out all with at most q makes at most a share q of them false
     */
    public record Row(
            String actor,
            String name,
            Area area,
            int incidents,
            double expected,
            double probability,
            double adjusted) {}

    /**
     * @param unevenness of the months over all series: the variance of the rate over its squared mean; 0 for Poisson counts
     * @param unusual those that are called out, the least probable first
     */
    public record Month(YearMonth month, int baselineMonths, int series, double unevenness, List<Row> unusual) {
        public Month {
            unusual = List.copyOf(unusual);
        }
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public List<Finding<?>> findings(SettledRecord record, Scope scope) {
        Attributed attributed = new Attributed(record, scope.leastSupport());
        // what is usual is read from the months before, whether or not they are in the scope
        Optional<Months> whole = Months.of(record, scope.between(null, scope.to()));
        if (whole.isEmpty()) {
            return List.of();
        }
        int before = Math.min(BASELINE_MONTHS, whole.get().count() - 1);
        YearMonth last = whole.get().last();
        String subject =
                "Unusual in " + last + (scope.country() == null ? "" : ", " + new Area(scope.country(), null).name());
        Scope everybody = new Scope(null, scope.country(), null, scope.to(), scope.leastSupport());
        if (before < BASELINE_MONTHS / 2) {
            return List.of(finding(
                    record,
                    subject,
                    "The record reaches back %s before %s; %d are needed to say what is usual."
                            .formatted(Wording.count(before, "month"), last, BASELINE_MONTHS / 2),
                    List.of(),
                    null,
                    null));
        }
        Months span = new Months(last.minusMonths(before), last);
        List<MonthlySeries> all = Escalation.groups(record, everybody, span, attributed).stream()
                .filter(group -> group.area().country() != null)
                .map(group -> group.series(span))
                .filter(series -> series.total() > 0)
                .toList();
        List<int[]> baselines = all.stream()
                .map(series -> Arrays.copyOf(series.counts(), before))
                .toList();
        MonthSurprise surprise = MonthSurprise.of(baselines);
        double[] probabilities = new double[all.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = surprise.probability(
                    baselines.get(i), all.get(i).months().getLast().incidents());
        }
        double[] adjusted = FalseDiscovery.adjusted(probabilities);
        List<Row> unusual = new ArrayList<>();
        int top = -1;
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            MonthlySeries series = all.get(i);
            if (adjusted[i] <= FALSE_SHARE
                    && (scope.actor() == null || scope.actor().equals(series.actor()))) {
                unusual.add(new Row(
                        series.actor(),
                        series.name(),
                        series.area(),
                        series.months().getLast().incidents(),
                        MonthSurprise.expected(baselines.get(i)),
                        probabilities[i],
                        adjusted[i]));
                top = top < 0 || probabilities[i] < probabilities[top] ? i : top;
                ids.addAll(series.months().getLast().ids());
            }
        }
        unusual.sort(Comparator.comparingDouble(Row::probability)
                .thenComparing(Row::actor)
                .thenComparing(Row::area));
        Month month = new Month(last, before, all.size(), surprise.unevenness(), unusual);
        return List.of(finding(
                record,
                subject,
                sentence(month),
                ids.stream().distinct().toList(),
                month,
                top < 0 ? null : sensitivity(all.get(top), baselines.get(top), surprise, probabilities[top])));
    }

    private static String sentence(Month month) {
        if (month.unusual().isEmpty()) {
            return "None of %s of an actor in a place had more incidents in %s than the %d months before let expect."
                    .formatted(month.series() + " series", month.month(), month.baselineMonths());
        }
        Row first = month.unusual().getFirst();
        return "%d of %d series of an actor in a place had more incidents in %s than the %d months before let expect; most of all %s in %s: %d, where %s a month were usual (adjusted probability %s)."
                .formatted(
                        month.unusual().size(),
                        month.series(),
                        month.month(),
                        month.baselineMonths(),
                        first.name(),
                        first.area().name(),
                        first.incidents(),
                        Wording.number(first.expected()),
                        Wording.probability(first.adjusted()));
    }

    /** How the probability of the most unusual series moves with an incident less; each of its incidents weighs the same. */
    private static Sensitivity sensitivity(
            MonthlySeries series, int[] before, MonthSurprise surprise, double probability) {
        MonthlySeries.Month last = series.months().getLast();
        double without = surprise.probability(before, last.incidents() - 1);
        return Influence.of("probability of the most unusual", probability, last.ids(), id -> without);
    }

    private static Finding<Month> finding(
            SettledRecord record,
            String subject,
            String sentence,
            List<String> ids,
            @Nullable Month month,
            @Nullable Sensitivity sensitivity) {
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
                        "A last month that is not over, or not fully reported yet, looks quieter than it was.",
                        "A rise that began during the 24 months before is part of what is usual."),
                sensitivity,
                month);
    }
}
