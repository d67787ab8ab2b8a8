package org.ascribe.exchange.datasets;

import java.util.Optional;

/** Which actor a name of a data set means; safe to share between threads. */
@FunctionalInterface
public interface ActorNames {

    /** Knows nobody: every name stands for itself. */
    ActorNames NONE = name -> Optional.empty();

    /** An actor of the dictionary. */
    record Known(String id, String name) {}

    /** The actor that is usually meant by exactly this name, {@code Government of Iraq} and {@code Taleban} included. */
    Optional<Known> find(String name);
}
