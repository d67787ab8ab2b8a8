package org.ascribe.core;

/** What was used, after the GTD weapon types, with the means of this century told apart. */
public enum WeaponClass implements Coded {
    EXPLOSIVE,
    SUICIDE_VEST,
    VEHICLE_BOMB,
    ROADSIDE_BOMB,
    GRENADE,
    ROCKET_OR_MORTAR,
    ARTILLERY,
    MISSILE,
    AIR_BOMB,
    DRONE,
    FIREARM,
    BLADE,
    INCENDIARY,
    CHEMICAL,
    VEHICLE,
    OTHER
}
