package org.ascribe.core;

/** A value with the words that it was read from: nothing is stored without them. */
public record Said<T>(T value, Passage passage) {}
