package org.ascribe.analyse.relations;

import java.util.Set;
import java.util.TreeSet;
import org.ascribe.core.weigh.Settled;

/**
 * One incident as a deed between sides, under a perspective.
 *
 * @param doers actors that took part, by id: all sides of a fight, all who struck together otherwise; empty if none is borne out
 * @param struck actors that the doers are said to have hit, by id, none of them a doer
 * @param form how the sides met
 * @param hits what the record says of whom it hit
 */
public record Deed(Settled settled, Set<String> doers, Set<String> struck, Form form, Hits hits) {

    /** How the sides of a deed met. */
    public enum Form {
        /** The doers fought each other; the record does not say who began. */
        FIGHT,
        /** One struck. */
        STRIKE,
        /** Several struck together. */
        JOINT_STRIKE,
        /** Voices name rivals, none of them better borne out: the record cannot tell who did it. */
        DISPUTED
    }

    /** What the record says of whom a deed hit. */
    public enum Hits {
        /** An actor that it names. */
        ACTOR,
        /** Soldiers, police, officials or fighters of an actor that it does not name. */
        UNNAMED_ARMED,
        /** Only people and things that are no armed actor's. */
        UNARMED,
        /** Nothing. */
        UNKNOWN
    }

    public Deed {
        doers = java.util.Collections.unmodifiableSet(new TreeSet<>(doers));
        struck = java.util.Collections.unmodifiableSet(new TreeSet<>(struck));
    }

    /** Whether one of the first took part and one of the second was its opponent, or the other way round. */
    boolean isBetween(Set<String> first, Set<String> second) {
        return opponents(first).stream().anyMatch(second::contains)
                || opponents(second).stream().anyMatch(first::contains);
    }

    /** Whom these fought or struck in it, by id; empty if they did neither or the record does not name them. */
    Set<String> opponents(Set<String> actors) {
        if (doers.stream().noneMatch(actors::contains)) {
            return Set.of();
        }
        Set<String> opponents = new TreeSet<>(struck);
        if (form == Form.FIGHT) {
            opponents.addAll(doers);
        }
        opponents.removeAll(actors);
        return opponents;
    }

    /** Whether one of these did it or was hit. */
    boolean shows(Set<String> actors) {
        return doers.stream().anyMatch(actors::contains) || struck.stream().anyMatch(actors::contains);
    }
}
