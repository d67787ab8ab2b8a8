package org.ascribe.core;

/** Who or what was attacked, in the report's words. */
public record Target(String name, TargetClass targetClass) {}
