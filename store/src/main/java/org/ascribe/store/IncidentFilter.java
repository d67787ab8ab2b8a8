package org.ascribe.store;

import java.time.LocalDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.weigh.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are asked for; a part that is null leaves that part open.
 *
 * @param actor id or name of an actor that some voice ties to the incident, or part of the name; case does not matter
 * @param country ISO 3166-1 alpha-2, upper case
 * @param from first day, inclusive; an incident of unknown date passes no filter by date
 * @param to last day, inclusive
 * @param text words that stand in the summary, the place or a quoted sentence; case does not matter
 */
public record IncidentFilter(
        @Nullable String actor,
        @Nullable String country,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable IncidentType type,
        @Nullable Status status,
        @Nullable String text) {

    public static final IncidentFilter ALL = new IncidentFilter(null, null, null, null, null, null, null);

    public IncidentFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a filter needs from <= to, got " + from + ".." + to);
        }
    }
}
