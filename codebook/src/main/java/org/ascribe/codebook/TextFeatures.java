package org.ascribe.codebook;

import java.util.List;
import org.ascribe.extract.language.Sentence;

/** All that is noticed of a text as a whole: what its sentences show, put together. */
final class TextFeatures {

    static final List<FeatureProvider> PROVIDERS = List.of(
            new WordFeatures(),
            new QuantityFeatures(),
            new ClauseFeatures(),
            new MentionFeatures(),
            new TimeFeatures());

    private TextFeatures() {}

    static Features of(ReadText text) {
        Features all = new Features();
        for (Sentence sentence : text.sentences()) {
            of(text, sentence).values().keySet().forEach(all::set);
        }
        return all;
    }

    static Features of(ReadText text, Sentence sentence) {
        Features features = new Features();
        PROVIDERS.forEach(provider -> provider.notice(text, sentence, features));
        return features;
    }
}
