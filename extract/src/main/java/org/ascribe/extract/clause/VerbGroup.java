package org.ascribe.extract.clause;

import java.util.Set;

/**
 * A verb with its auxiliaries.
 *
 * @param head the main verb's token index
 * @param lemma of the main verb
 */
public record VerbGroup(int first, int end, int head, String lemma, Set<Feature> features) {

    public enum Feature {
        /** Has a tense of its own: "attacked", "has claimed", "may be". */
        FINITE,
        /** "was claimed", and the bare participle of "an attack claimed by". */
        PASSIVE,
        NEGATED,
        /** "may", "might", "could", "would", "should". */
        MODAL,
        /** "to attack". */
        INFINITIVE,
        /** "attacking" without an auxiliary. */
        ING,
        /** A bare past participle behind its noun: "an attack claimed by". */
        REDUCED
    }

    public VerbGroup {
        features = Set.copyOf(features);
    }

    public boolean is(Feature feature) {
        return features.contains(feature);
    }

    public boolean isAny(String... lemmas) {
        for (String one : lemmas) {
            if (one.equals(lemma)) {
                return true;
            }
        }
        return false;
    }
}
