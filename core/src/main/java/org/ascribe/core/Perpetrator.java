package org.ascribe.core;

/** Who is said to have done it, in the report's words: what the words say, not who did it. */
public record Perpetrator(String name, PerpetratorClass perpetratorClass) {}
