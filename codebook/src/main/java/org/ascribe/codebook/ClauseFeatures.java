package org.ascribe.codebook;

import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.language.Sentence;

/** Who does what to whom: verbs with the heads of their subjects, objects and phrases behind a preposition. */
final class ClauseFeatures implements FeatureProvider {

    @Override
    public String prefix() {
        return "clause";
    }

    @Override
    public void notice(ReadText text, Sentence sentence, Features features) {
        Clauses clauses = text.mentions().clauses(sentence.index());
        for (VerbGroup verb : clauses.verbs()) {
            String passive = verb.is(VerbGroup.Feature.PASSIVE) ? "~" : "";
            String negated = verb.is(VerbGroup.Feature.NEGATED) ? "not " : "";
            String name = negated + verb.lemma() + passive;
            features.set("clause:" + name);
            clauses.subject(verb).ifPresent(np -> features.set("clause:" + head(sentence, np) + " > " + name));
            clauses.object(verb).ifPresent(np -> {
                features.set("clause:" + name + " > " + head(sentence, np));
                features.set("clause:" + name + " > " + determiner(sentence, np) + " " + head(sentence, np));
            });
            for (NounPhrase np : clauses.governed(verb)) {
                features.set("clause:" + name + " " + clauses.preposition(np) + " " + head(sentence, np));
            }
        }
        for (NounPhrase np : clauses.phrases()) {
            features.set("clause:[" + head(sentence, np) + "]");
        }
    }

    static String head(Sentence sentence, NounPhrase np) {
        return sentence.token(np.head()).lemma();
    }

    private static String determiner(Sentence sentence, NounPhrase np) {
        return sentence.token(np.first()).lower();
    }
}
