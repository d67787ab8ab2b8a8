package org.ascribe.analyse.escalation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ascribe.analyse.Area;
import org.ascribe.analyse.Months;
import org.ascribe.analyse.statistics.ExactIntervals;
import org.ascribe.analyse.statistics.Interval;
import org.ascribe.core.weigh.Settled;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of one actor in one area by month.
 *
 * @param months one for each month of the span, also for those without incidents
 * @param apart what could not be put into a month
 */
public record MonthlySeries(String actor, String name, Area area, List<Month> months, Apart apart) {

    /** Of the interval around each month's count. */
    public static final double LEVEL = 0.95;

    /** Of counts that most months have. */
    private static final List<Interval> SMALL = IntStream.range(0, 32)
            .mapToObj(count -> ExactIntervals.garwood(count, LEVEL))
            .toList();

    public MonthlySeries {
        months = List.copyOf(months);
        if (months.isEmpty()) {
            throw new IllegalArgumentException("a series has a month at least");
        }
    }

    /**
     * One month.
     *
     * @param rate the incidents to be expected in such a month, after Garwood (1936)
     * @param killedLow the sum of the low ends; what no voice numbers adds nothing
     * @param killedHigh the sum of the high ends; null where one is open or unknown
     * @param killedBest the sum of the best figures that are known; null where none is
     * @param tollUnknown incidents for which nobody numbers the dead
     * @param ids of the incidents, sorted
     */
    public record Month(
            YearMonth month,
            int incidents,
            Interval rate,
            int killedLow,
            @Nullable Integer killedHigh,
            @Nullable Integer killedBest,
            int tollUnknown,
            List<String> ids) {
        public Month {
            ids = ids.stream().sorted().toList();
        }
    }

    /**
     * Incidents that are no part of the months.
     *
     * @param undated without a date, or with one that has no year
     * @param coarse that may have happened in more than one month
     * @param nobody in the same area and span, for which no actor is borne out: one of them may be this actor's
     */
    public record Apart(int undated, int coarse, int nobody) {}

    /** @param incidents those that count for the actor, whenever and wherever they were */
    static MonthlySeries of(String actor, String name, Area area, Months span, List<Settled> incidents, int nobody) {
        List<List<Settled>> byMonth = new ArrayList<>();
        for (int i = 0; i < span.count(); i++) {
            byMonth.add(new ArrayList<>());
        }
        int undated = 0;
        int coarse = 0;
        for (Settled settled : incidents) {
            if (!area.holds(settled.incident().where())) {
                continue;
            }
            YearMonth month = Months.monthOf(settled.incident());
            if (month != null) {
                if (span.holds(month)) {
                    byMonth.get(span.index(month)).add(settled);
                }
            } else if (settled.incident().when() == null
                    || settled.incident().when().yearless() != null) {
                undated++;
            } else {
                coarse++;
            }
        }
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < byMonth.size(); i++) {
            months.add(month(span.at(i), byMonth.get(i)));
        }
        return new MonthlySeries(actor, name, area, months, new Apart(undated, coarse, nobody));
    }

    private static Month month(YearMonth month, List<Settled> incidents) {
        int low = 0;
        Integer high = 0;
        Integer best = null;
        int unknown = 0;
        for (Settled settled : incidents) {
            Settled.Figures killed = settled.killed();
            low += killed.low() == null ? 0 : killed.low();
            high = high == null || killed.high() == null ? null : (Integer) (high + killed.high());
            if (killed.best() != null) {
                best = (best == null ? 0 : best) + killed.best();
            }
            if (killed.low() == null && killed.high() == null && killed.best() == null) {
                unknown++;
            }
        }
        return new Month(
                month,
                incidents.size(),
                incidents.size() < SMALL.size()
                        ? SMALL.get(incidents.size())
                        : ExactIntervals.garwood(incidents.size(), LEVEL),
                low,
                high,
                best,
                unknown,
                incidents.stream().map(settled -> settled.incident().id()).toList());
    }

    public int[] counts() {
        return months.stream().mapToInt(Month::incidents).toArray();
    }

    public int total() {
        return months.stream().mapToInt(Month::incidents).sum();
    }

    public Months span() {
        return new Months(months.getFirst().month(), months.getLast().month());
    }

    /** Ids of all its incidents, in order of months. */
    public List<String> ids() {
        return months.stream().flatMap(month -> month.ids().stream()).toList();
    }

    /** "Islamic State in Afghanistan, 2023-01 to 2024-03". */
    public String subject() {
        return name + " in " + area.name() + ", " + span();
    }
}
