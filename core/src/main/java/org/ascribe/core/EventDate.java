package org.ascribe.core;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as precisely as it was said: both days inclusive, an open end null.
 *
 * @param yearless ISO 8601 without a year ({@code --03} or {@code --03-21}) when no year can be known; then
 *     {@code from} and {@code to} are null. Null otherwise.
 */
public record EventDate(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        DatePrecision precision,
        @Nullable String yearless) {

    public EventDate {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a date needs from <= to, got " + from + ".." + to);
        }
        if ((from != null || to != null) == (yearless != null)) {
            throw new IllegalArgumentException(
                    "a date needs an end or a yearless form, not both, got " + from + ".." + to + " and " + yearless);
        }
    }

    public static EventDate day(LocalDate day) {
        return new EventDate(day, day, DatePrecision.DAY, null);
    }

    public static EventDate between(LocalDate from, LocalDate to, DatePrecision precision) {
        return new EventDate(from, to, precision, null);
    }

    public static EventDate month(int year, int month) {
        YearMonth whole = YearMonth.of(year, month);
        return new EventDate(whole.atDay(1), whole.atEndOfMonth(), DatePrecision.MONTH, null);
    }

    public static EventDate year(int year) {
        return new EventDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), DatePrecision.YEAR, null);
    }

    public static EventDate since(LocalDate from) {
        return new EventDate(from, null, DatePrecision.RANGE, null);
    }

    /** A month of an unknown year. */
    public static EventDate yearlessMonth(int month) {
        return new EventDate(null, null, DatePrecision.MONTH, "--%02d".formatted(month));
    }

    /** A day of an unknown year. */
    public static EventDate yearlessDay(int month, int day) {
        return new EventDate(null, null, DatePrecision.DAY, "--%02d-%02d".formatted(month, day));
    }

    /** Days covered, both ends counted; {@link Integer#MAX_VALUE} when an end is open. */
    public int days() {
        return from == null || to == null ? Integer.MAX_VALUE : (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Whether the two can mean one day; a date without a year is compatible with every year. */
    public boolean overlaps(EventDate other) {
        if (yearless != null || other.yearless != null) {
            return yearless == null
                    || other.yearless == null
                    || yearless.startsWith(other.yearless)
                    || other.yearless.startsWith(yearless);
        }
        return (from == null || other.to == null || !from.isAfter(other.to))
                && (to == null || other.from == null || !other.from.isAfter(to));
    }
}
