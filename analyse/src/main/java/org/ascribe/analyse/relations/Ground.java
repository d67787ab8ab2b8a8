package org.ascribe.analyse.relations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks for or against a relation of two actors: a deed or a statement.
 *
 * @param id of an incident or an assertion
 * @param sign of what it shows or says
 * @param day of the deed, its first; of the report for words; null if neither is known
 * @param voice who says it; null for a deed
 * @param isOwn whether the voice is one of the two, who have an interest in what they say
 * @param isDenied whether the voice says that it is not so
 * @param weight 1, or one half where the voice holds it back or doubts it
 * @param what for people: "fight in Nangarhar", "accuses", the statement's words
 */
public record Ground(
        Kind kind,
        String id,
        Sign sign,
        @Nullable LocalDate day,
        @Nullable String voice,
        boolean isOwn,
        boolean isDenied,
        double weight,
        String what) {

    /** Done or said. */
    public enum Kind {
        DEED,
        WORD
    }

    /** Which way it points. */
    public enum Sign {
        /** Fights, strikes on each other, accusations, "enemies", a split. */
        HOSTILE,
        /** Strikes made together, alliance, support, toleration, talks. */
        FRIENDLY,
        /** An alliance that nobody speaks of: friendly, in the view of whoever says it. */
        TACIT
    }

    boolean isFriendly() {
        return sign != Sign.HOSTILE;
    }
}
