package org.ascribe.core;

/** What was used, in the report's words. */
public record Weapon(String name, WeaponClass weaponClass) {}
