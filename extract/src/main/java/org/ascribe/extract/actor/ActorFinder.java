package org.ascribe.extract.actor;

import java.util.List;
import org.ascribe.extract.language.ParsedReport;

/** Finds the actors that a report names. Safe to share between threads. */
public final class ActorFinder {

    public ActorFinder(ActorDictionary dictionary) {}

    /** Mentions in the order of the text, none overlapping. */
    public List<ActorMention> find(ParsedReport report) {
        throw new UnsupportedOperationException("being written");
    }
}
