package org.ascribe.core;

/** What kind of people or thing was attacked, after the GTD target types. */
public enum TargetClass implements Coded {
    CIVILIANS,
    GOVERNMENT,
    DIPLOMATIC,
    MILITARY,
    POLICE,
    ARMED_GROUP,
    RELIGIOUS,
    EDUCATION,
    HEALTH,
    AID,
    MEDIA,
    POLITICAL,
    BUSINESS,
    TRANSPORT,
    INFRASTRUCTURE,
    FOREIGN_NATIONALS,
    OTHER
}
