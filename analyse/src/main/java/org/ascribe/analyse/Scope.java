package org.ascribe.analyse;

import java.time.LocalDate;
import org.ascribe.core.EventDate;
import org.ascribe.core.Place;
import org.ascribe.core.resolve.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the record an analysis looks at; null is all of it.
 *
 * @param actor id; its branches are part of it
 * @param country ISO 3166-1 alpha-2, upper case
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param leastSupport from which support on an incident counts for an actor, above 0 and at most 1
 */
public record Scope(
        @Nullable String actor,
        @Nullable String country,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        double leastSupport) {

    /** An incident counts for an actor that is borne out at least as well as not. */
    public static final double USUAL_LEAST_SUPPORT = 0.5;

    public static final Scope ALL = new Scope(null, null, null, null, USUAL_LEAST_SUPPORT);

    public Scope {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a scope needs from <= to, got " + from + ".." + to);
        }
        if (!(leastSupport > 0 && leastSupport <= 1)) {
            throw new IllegalArgumentException("the least support lies above 0 and at most at 1, got " + leastSupport);
        }
    }

    public static Scope ofActor(String actor) {
        return new Scope(actor, null, null, null, USUAL_LEAST_SUPPORT);
    }

    public Scope inCountry(String code) {
        return new Scope(actor, code, from, to, leastSupport);
    }

    public Scope between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Scope(actor, country, first, last, leastSupport);
    }

    /** Whether the incident lies in the country and may lie in the days; an unknown place or date passes where none is asked. */
    public boolean holds(Incident incident) {
        Place where = incident.where();
        return (country == null || where != null && country.equals(where.country())) && mayBeInDays(incident);
    }

    /** Whether it may lie in the days: a date that reaches into them is enough, none is not. */
    public boolean mayBeInDays(Incident incident) {
        EventDate when = incident.when();
        return from == null && to == null
                || when != null
                        && when.yearless() == null
                        && (from == null || when.to() == null || !when.to().isBefore(from))
                        && (to == null || when.from() == null || !when.from().isAfter(to));
    }
}
