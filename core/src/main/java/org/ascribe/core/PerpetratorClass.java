package org.ascribe.core;

/** What sort of perpetrator a report's words name, after the perpetrator types of SiND and AWSD. */
public enum PerpetratorClass implements Coded {
    /** Forces of the state where it happens, or of the power that rules there. */
    MILITARY,
    /** Police, intelligence and others who arrest for the state. */
    POLICE,
    /** Forces of another state, or of several. */
    FOREIGN_MILITARY,
    /** A group that fights and is no state, named or so called: "rebels", "an armed opposition group". */
    ARMED_GROUP,
    /** Armed people of whom nothing more is said: "gunmen". */
    UNIDENTIFIED_ARMED,
    CRIMINAL,
    /** People who are none of these: neighbours, crowds, relatives, colleagues. */
    CIVILIAN,
    /** Sides of a fight, none of them singled out. */
    SEVERAL,
    /** Somebody, but nothing says of what sort. */
    UNKNOWN
}
