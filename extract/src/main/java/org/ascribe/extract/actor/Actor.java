package org.ascribe.extract.actor;

import org.ascribe.core.Coded;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the dictionary: a party that acts or speaks.
 *
 * @param country ISO 3166-1 alpha-2, where it is mainly at home; null if nowhere in particular
 * @param parent id of the actor of which this one is a branch, an organ or a faction, null if none
 * @param ucdp number in the UCDP actor dataset, null if not known for certain
 */
public record Actor(
        String id,
        String name,
        Kind kind,
        @Nullable String country,
        @Nullable String parent,
        @Nullable String ucdp,
        @Nullable String notes,
        String source) {

    /** What sort of party it is. */
    public enum Kind implements Coded {
        STATE,
        GOVERNMENT,
        ARMED_GROUP,
        FACTION,
        SECURITY_FORCE,
        INTERGOVERNMENTAL,
        /** Nationals of a country, who are not its state. */
        PEOPLE,
        OTHER
    }
}
