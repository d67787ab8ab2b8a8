package org.ascribe.store;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.IncidentType;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.weigh.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents to count: one passes that fits one value of every list that is not empty.
 *
 * @param from first day, inclusive; an incident passes whose date may be that day or later, one without a date does not
 * @param to last day, inclusive
 * @param countries ISO 3166-1 alpha-2, upper case
 * @param actors ids; an incident passes that a voice ascribes to one of them
 */
public record CountFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<String> countries,
        List<IncidentType> types,
        List<String> actors,
        List<Status> statuses,
        List<PlacePrecision> precisions) {

    public static final CountFilter ALL =
            new CountFilter(null, null, List.of(), List.of(), List.of(), List.of(), List.of());

    public CountFilter {
        countries = List.copyOf(countries);
        types = List.copyOf(types);
        actors = List.copyOf(actors);
        statuses = List.copyOf(statuses);
        precisions = List.copyOf(precisions);
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a filter needs from <= to, got " + from + ".." + to);
        }
    }
}
