package org.ascribe.exchange.datasets;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.jspecify.annotations.Nullable;

/** Dates from the parts that data sets give. */
final class Dates {

    private Dates() {}

    /** From numbers, where 0, a negative number or none says that a part is not known; null without a year. */
    static @Nullable EventDate ofParts(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        if (year == null || year <= 0) {
            return null;
        }
        try {
            if (month == null || month <= 0) {
                return EventDate.year(year);
            }
            if (day == null || day <= 0) {
                return EventDate.month(year, month);
            }
            return EventDate.day(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            throw new RowProblem(
                    "date-impossible",
                    "year, month and day are %d, %d and %d, a day that no calendar has; correct the row"
                            .formatted(year, month, day));
        }
    }

    /** A stretch whose precision nobody states: a day, up to a week, or longer. */
    static EventDate between(LocalDate from, LocalDate to) {
        return from.equals(to)
                ? EventDate.day(from)
                : EventDate.between(from, to, to.isAfter(from.plusDays(6)) ? DatePrecision.RANGE : DatePrecision.WEEK);
    }
}
