package org.ascribe.store;

import java.util.List;
import java.util.Map;
import org.ascribe.core.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Incidents counted by some of their sides. An incident that voices ascribe to several actors counts for each of them where
 * actors are told apart, and once elsewhere.
 *
 * @param incidents how many pass the filter, each once
 * @param rows in the order of their values, unknown ones last
 */
public record Counts(int incidents, List<Row> rows) {

    public Counts {
        rows = List.copyOf(rows);
    }

    /** By what incidents can be counted. */
    public enum By implements Coded {
        /** {@code 2024-03}; null where the date is not known to the month. */
        MONTH,
        /** Country code. */
        COUNTRY,
        /** Incident type. */
        TYPE,
        /** Status under every voice. */
        STATUS,
        /** Actor id; null where no voice names one. */
        ACTOR
    }

    /**
     * @param values one for each side that was asked for; null is unknown, or nobody
     * @param name of the actor, null where actors are not told apart
     * @param incidents at least 1
     * @param killedLow sum of what is known, null if no incident here has a number
     * @param killedHigh sum of the high ends, null if that of any incident here that has a number is open
     * @param withoutKilled of the incidents here, those for which no voice numbers the killed
     */
    public record Row(
            Map<By, @Nullable String> values,
            @Nullable String name,
            int incidents,
            @Nullable Integer killedLow,
            @Nullable Integer killedHigh,
            int withoutKilled) {}
}
