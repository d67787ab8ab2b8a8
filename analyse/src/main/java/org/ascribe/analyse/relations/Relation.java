package org.ascribe.analyse.relations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two actors stand to each other, period by period.
 *
 * @param first its id; the same whoever is first, but for who struck whom
 * @param periods with anything in them, oldest first
 * @param undated what has no day, in no period
 * @param all over all periods and what has no day
 */
public record Relation(String first, String second, List<Period> periods, List<Ground> undated, Balance all) {

    public Relation {
        periods = List.copyOf(periods);
        undated = List.copyOf(undated);
    }

    /** What the grounds of a period come to, in one word. */
    public enum Sign {
        /** Only hostile deeds and words. */
        HOSTILE,
        /** Only friendly ones. */
        FRIENDLY,
        /** Both. */
        MIXED,
        /** Something is denied, and nothing said. */
        DENIED
    }

    /**
     * The grounds in figures.
     *
     * @param fights in which the record does not say who began
     * @param strikesByFirst on the second
     * @param together strikes that they made together
     * @param hostileWords affirmed, by anybody
     * @param friendlyWords affirmed, tacit alliance included
     * @param denials of either
     * @param net friendly weight less hostile weight over the sum of both, -1..1; null where there is neither
     */
    public record Balance(
            Sign sign,
            int fights,
            int strikesByFirst,
            int strikesBySecond,
            int together,
            int hostileWords,
            int friendlyWords,
            int denials,
            @Nullable Double net) {}

    /**
     * One stretch of time.
     *
     * @param from first day, inclusive
     * @param to last day, inclusive
     * @param supporting grounds that speak for the sign; of {@link Sign#MIXED} the hostile ones
     * @param contradicting grounds that speak against it; of {@link Sign#MIXED} the friendly ones
     */
    public record Period(
            LocalDate from, LocalDate to, Balance balance, List<Ground> supporting, List<Ground> contradicting) {

        public Period {
            supporting = List.copyOf(supporting);
            contradicting = List.copyOf(contradicting);
        }
    }
}
