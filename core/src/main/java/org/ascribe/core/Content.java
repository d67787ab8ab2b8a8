package org.ascribe.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an assertion says. The type lists everything that a voice can say. */
public sealed interface Content {

    /** In files and tables, for example {@code responsibility}. */
    default String kind() {
        return switch (this) {
            case Occurrence o -> "occurrence";
            case Responsibility r -> "responsibility";
            case Toll t -> "toll";
            case Relation r -> "relation";
            case Presence p -> "presence";
            case Capability c -> "capability";
            case Evidence e -> "evidence";
        };
    }

    /** Something happened; each part with the words that say it, a part that the passage leaves open null or empty. */
    record Occurrence(
            Said<IncidentType> type,
            @Nullable Said<EventDate> when,
            @Nullable Said<Place> where,
            List<Said<Target>> targets,
            List<Said<Weapon>> weapons)
            implements Content {
        public Occurrence {
            targets = List.copyOf(targets);
            weapons = List.copyOf(weapons);
        }
    }

    /**
     * Who is said to be responsible.
     *
     * @param actor null for {@link Stance#UNCLAIMED} alone, and where a denial or doubt names nobody
     * @param channel by which way a claim came (after GTD {@code claimmode}), in the report's words; null if not said
     */
    record Responsibility(
            @Nullable ActorRef actor,
            Stance stance,
            EvidenceGiven evidence,
            @Nullable Said<String> channel) implements Content {
        public Responsibility {
            if (actor == null && !(stance == Stance.UNCLAIMED || stance == Stance.DENIED || stance == Stance.DOUBTED)) {
                throw new IllegalArgumentException("a responsibility that is " + stance.code() + " names an actor");
            }
        }
    }

    /**
     * How many people suffered it.
     *
     * @param count never unknown: a toll that nobody numbers is no toll assertion
     * @param whom the report's words for the people, null if it has none
     */
    record Toll(Harm harm, Count count, @Nullable Said<String> whom) implements Content {
        public Toll {
            if (count.isUnknown()) {
                throw new IllegalArgumentException("a toll has a number at one end at least");
            }
        }
    }

    /** How one actor stands to another. */
    record Relation(ActorRef subject, ActorRef object, RelationKind relation) implements Content {}

    /** That an actor is, or by the assertion's polarity is not, in a place. */
    record Presence(ActorRef actor, @Nullable Said<Place> place) implements Content {}

    /** An actor's power. */
    record Capability(ActorRef actor, CapabilityKind capability) implements Content {}

    /** What is offered for or, by the assertion's polarity, missing for another assertion. */
    record Evidence(AssertionId about, EvidenceGiven evidence) implements Content {}
}
