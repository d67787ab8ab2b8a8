package org.ascribe.extract.incident;

import org.ascribe.core.IncidentType;

/** Types that a report may use of one incident share a family: the bombing, the suicide attack. */
enum Family {
    /** Goes with all. */
    ANY,
    ATTACK,
    FIRE_FROM_AFAR,
    CLASH,
    ABDUCTION,
    RAID,
    UNREST,
    LOOTING,
    SEXUAL_VIOLENCE,
    CAMPAIGN;

    static Family of(IncidentType type) {
        return switch (type) {
            case OTHER -> ANY;
            case BOMBING, SUICIDE_BOMBING, ARMED_ASSAULT, ASSASSINATION, ARSON, SABOTAGE, CHEMICAL_ATTACK, EXECUTION ->
                ATTACK;
            case AIRSTRIKE, SHELLING -> FIRE_FROM_AFAR;
            case CLASH -> CLASH;
            case ABDUCTION -> ABDUCTION;
            case RAID_OR_ARREST -> RAID;
            case UNREST, MOB_VIOLENCE -> UNREST;
            case LOOTING -> LOOTING;
            case SEXUAL_VIOLENCE -> SEXUAL_VIOLENCE;
            case CAMPAIGN -> CAMPAIGN;
        };
    }

    boolean goesWith(Family other) {
        return this == ANY || other == ANY || this == other;
    }
}
