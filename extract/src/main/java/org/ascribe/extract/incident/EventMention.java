package org.ascribe.extract.incident;

import org.ascribe.core.IncidentType;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.jspecify.annotations.Nullable;

/**
 * Words that speak of violence.
 *
 * @param first first token of the trigger words in the sentence, inclusive
 * @param end exclusive
 * @param phrase the noun phrase of a noun, else null
 * @param verb the verb group of a verb, else null
 */
public record EventMention(
        int sentence,
        int first,
        int end,
        IncidentType type,
        Strength strength,
        @Nullable NounPhrase phrase,
        @Nullable VerbGroup verb) {

    /** How much a trigger says by itself. */
    public enum Strength {
        /** Names what happened: "bombing". */
        SPECIFIC,
        /** Violence whose kind is left open: "attack". */
        GENERAL,
        /** Violence only with an actor, a target or a toll beside it: "strike", "raid". */
        WEAK,
        /** A harm that may be the outcome of what another word names: "killed". */
        RESULT,
        /** Takes up what was told before: "the incident". */
        ANAPHORIC
    }
}
