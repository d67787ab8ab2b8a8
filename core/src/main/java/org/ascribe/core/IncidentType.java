package org.ascribe.core;

/** What happened. The map to ACLED, GTD, UCDP and PLOVER codes is {@code incident-types.tsv} with its sources. */
public enum IncidentType implements Coded {
    BOMBING,
    SUICIDE_BOMBING,
    SHELLING,
    AIRSTRIKE,
    ARMED_ASSAULT,
    ASSASSINATION,
    CLASH,
    ABDUCTION,
    EXECUTION,
    RAID_OR_ARREST,
    CHEMICAL_ATTACK,
    ARSON,
    SABOTAGE,
    LOOTING,
    SEXUAL_VIOLENCE,
    MOB_VIOLENCE,
    UNREST,
    CAMPAIGN,
    /** Violence of no kind above, or an "attack" whose kind the text leaves open. */
    OTHER
}
