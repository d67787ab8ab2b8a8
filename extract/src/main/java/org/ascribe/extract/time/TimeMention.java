package org.ascribe.extract.time;

import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Words of a report that say when.
 *
 * @param date null for {@link Kind#RELATIVE_TO_EVENT} alone
 * @param daysFromEvent for {@link Kind#RELATIVE_TO_EVENT} the days after (or, negative, before) the event told before;
 *     else null
 * @param precision of the date, or of what the distance from an event can give
 * @param passage the words, without preposition unless it changes the meaning ("since 2021")
 * @param sentence index of the sentence in the parsed report
 * @param firstToken first token in that sentence, inclusive
 * @param endToken token after the words, exclusive
 */
public record TimeMention(
        @Nullable EventDate date,
        @Nullable Integer daysFromEvent,
        DatePrecision precision,
        Kind kind,
        Passage passage,
        int sentence,
        int firstToken,
        int endToken) {

    /** What a date is counted from. */
    public enum Kind {
        /** The words name the date: "22 March 2024", "in 2021". The year may have been inferred from the publication. */
        EXPLICIT,
        /** Counted from the day of publication: "yesterday", "on Thursday", "last month". */
        RELATIVE_TO_PUBLICATION,
        /** Counted from the event told before: "the following day", "two days earlier", "hours later". */
        RELATIVE_TO_EVENT
    }

    public TimeMention {
        if ((kind == Kind.RELATIVE_TO_EVENT) != (daysFromEvent != null) || (date == null) != (daysFromEvent != null)) {
            throw new IllegalArgumentException(
                    "a date or a distance from an event, not both, got " + date + ", " + daysFromEvent + ", " + kind);
        }
    }

    /**
     * The date that the words mean, given the date of the event told before; null if the words count from an event whose own
     * date has no first day.
     */
    public @Nullable EventDate resolve(@Nullable EventDate event) {
        if (daysFromEvent == null) {
            return date;
        }
        if (event == null || event.from() == null || event.to() == null) {
            return null;
        }
        DatePrecision coarser = precision.compareTo(event.precision()) > 0 ? precision : event.precision();
        int slack = precision == DatePrecision.DAY ? 0 : precision == DatePrecision.WEEK ? 3 : 15;
        return EventDate.between(
                event.from().plusDays(daysFromEvent - slack), event.to().plusDays(daysFromEvent + slack), coarser);
    }
}
