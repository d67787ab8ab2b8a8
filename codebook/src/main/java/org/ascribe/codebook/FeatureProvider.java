package org.ascribe.codebook;

import org.ascribe.extract.language.Sentence;

/**
 * Notices something about texts that may tell how they were coded. One class a kind of thing to notice; the list is in
 * {@link TextFeatures}. The name of a feature begins with the provider's own prefix and a colon.
 */
interface FeatureProvider {

    /** Begins the names of its features; those of one prefix are brought to one length together. */
    String prefix();

    /** What a sentence alone shows. */
    void notice(ReadText text, Sentence sentence, Features features);
}
