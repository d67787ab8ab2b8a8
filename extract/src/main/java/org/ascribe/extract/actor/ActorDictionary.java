package org.ascribe.extract.actor;

import java.util.Optional;

/** Actors and their names, from the data files beside this class. Immutable; loading takes some milliseconds. */
public final class ActorDictionary {

    private ActorDictionary() {}

    public static ActorDictionary load() {
        throw new UnsupportedOperationException("being written");
    }

    /** The usual name of the actor with this id. */
    public Optional<String> nameOf(String id) {
        throw new UnsupportedOperationException("being written");
    }

    /** The actor of which the one with this id is a branch, an organ or a faction. */
    public Optional<String> parentOf(String id) {
        throw new UnsupportedOperationException("being written");
    }
}
