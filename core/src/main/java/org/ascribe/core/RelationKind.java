package org.ascribe.core;

/** How two actors stand to each other. */
public enum RelationKind implements Coded {
    HOSTILE,
    ALLIED,
    TACIT_ALLIANCE,
    SPONSORING,
    TOLERATING,
    NEGOTIATING,
    SPLITTING
}
