package org.ascribe.exchange.export;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an export does not hold because it may not be passed on.
 *
 * @param reports by data set, how many of its rows were left out; sorted
 * @param incidents of which nobody else tells
 */
public record LeftOut(Map<String, Integer> reports, int incidents) {

    public static final LeftOut NOTHING = new LeftOut(Map.of(), 0);

    public LeftOut {
        reports = Collections.unmodifiableMap(new TreeMap<>(reports));
    }

    public boolean isNothing() {
        return reports.isEmpty();
    }

    /** One sentence for people. */
    public String sentence() {
        return isNothing()
                ? "Nothing was left out for its licence."
                : "Left out, for it may not be passed on: "
                        + reports.entrySet().stream()
                                .map(entry -> entry.getValue()
                                        + (entry.getValue() == 1 ? " row of " : " rows of ")
                                        + entry.getKey())
                                .collect(Collectors.joining(", "))
                        + ", and with them " + incidents + (incidents == 1 ? " incident" : " incidents")
                        + " that nobody else tells.";
    }
}
