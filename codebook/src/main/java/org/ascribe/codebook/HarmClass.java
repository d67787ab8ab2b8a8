package org.ascribe.codebook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Harm;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.count.HarmWords;
import org.ascribe.extract.language.Sentence;

/** Verbs of one harm taken as one verb: captured, detained, arrested, taken into custody. */
final class HarmClass {

    private static final Map<Harm, String> NAMES =
            Map.of(Harm.KILLED, "#kill", Harm.WOUNDED, "#wound", Harm.CAPTURED, "#capture", Harm.MISSING, "#miss");

    /** Verbs of lawful capture, which the extractor does not count as a harm. */
    private static final Set<String> ARREST =
            Set.of("detain", "arrest", "apprehend", "capture", "imprison", "jail", "intern", "nab");

    private HarmClass() {}

    static Optional<String> of(Sentence sentence, VerbGroup verb) {
        int next = verb.end();
        boolean custody = verb.isAny("take", "hold", "place", "keep")
                && next + 1 < sentence.size()
                && sentence.token(next).is("into", "in")
                && sentence.token(next + 1).is("custody", "detention", "captivity");
        return custody || ARREST.contains(verb.lemma())
                ? Optional.of("#capture")
                : HarmWords.harmAt(sentence, verb.head()).map(NAMES::get);
    }
}
