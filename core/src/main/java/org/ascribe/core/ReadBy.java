package org.ascribe.core;

/** Which step of which version read a value, for example {@code claims} of {@code rules-1}. */
public record ReadBy(String step, String version) {}
