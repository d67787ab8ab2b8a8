package org.ascribe.analyse;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ascribe.core.EventDate;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.Settled;
import org.jspecify.annotations.Nullable;

/**
 * The months that an analysis looks at, first and last inclusive.
 *
 * <p>A scope that names no days takes the months of the whole record, not those of one actor: months in which the record holds
 * others and not this one are months without it.
 */
public record Months(YearMonth first, YearMonth last) {

    public Months {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("months need first <= last, got " + first + ".." + last);
        }
    }

    /** Empty where the record holds no incident that can be put into a month, and the scope does not name both ends. */
    public static Optional<Months> of(SettledRecord record, Scope scope) {
        YearMonth first = scope.from() == null ? null : YearMonth.from(scope.from());
        YearMonth last = scope.to() == null ? null : YearMonth.from(scope.to());
        if (first == null || last == null) {
            YearMonth earliest = null;
            YearMonth latest = null;
            for (Settled settled : record.incidents()) {
                YearMonth month = monthOf(settled.incident());
                if (month == null || !scope.mayBeInDays(settled.incident())) {
                    continue;
                }
                earliest = earliest == null || month.isBefore(earliest) ? month : earliest;
                latest = latest == null || month.isAfter(latest) ? month : latest;
            }
            first = first == null ? earliest : first;
            last = last == null ? latest : last;
        }
        return first == null || last == null || last.isBefore(first)
                ? Optional.empty()
                : Optional.of(new Months(first, last));
    }

    /** The one month in which it happened; null where the date is unknown, has no year or reaches over two months. */
    public static @Nullable YearMonth monthOf(Incident incident) {
        EventDate when = incident.when();
        if (when == null || when.from() == null || when.to() == null) {
            return null;
        }
        YearMonth month = YearMonth.from(when.from());
        return month.equals(YearMonth.from(when.to())) ? month : null;
    }

    /** The one day on which it happened; null where the date is coarser. */
    public static @Nullable LocalDate dayOf(Incident incident) {
        EventDate when = incident.when();
        return when == null || when.from() == null || !when.from().equals(when.to()) ? null : when.from();
    }

    /** How many, at least 1. */
    public int count() {
        return index(last) + 1;
    }

    /** 0 for the first; below 0 or from {@link #count} on for a month outside. */
    public int index(YearMonth month) {
        return (int) ChronoUnit.MONTHS.between(first, month);
    }

    public YearMonth at(int index) {
        return first.plusMonths(index);
    }

    public boolean holds(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
