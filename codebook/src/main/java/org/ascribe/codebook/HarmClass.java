package org.ascribe.codebook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Harm;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.count.HarmWords;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;

/** Verbs of one harm taken as one verb: captured, detained, arrested, taken into custody. */
final class HarmClass {

    private static final Map<Harm, String> NAMES =
            Map.of(Harm.KILLED, "#kill", Harm.WOUNDED, "#wound", Harm.CAPTURED, "#capture", Harm.MISSING, "#miss");

    /** Verbs of lawful capture, which the extractor does not count as a harm. */
    private static final Set<String> ARREST =
            Set.of("detain", "arrest", "apprehend", "capture", "imprison", "jail", "intern", "nab");

    private static final Set<String> TAKE = Set.of("take", "hold", "place", "keep");

    /** Tokens from "took" to "into custody". */
    private static final int FARTHEST = 10;

    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("detention", "#capture"),
            Map.entry("arrest", "#capture"),
            Map.entry("capture", "#capture"),
            Map.entry("apprehension", "#capture"),
            Map.entry("abduction", "#capture"),
            Map.entry("kidnapping", "#capture"),
            Map.entry("death", "#kill"),
            Map.entry("killing", "#kill"),
            Map.entry("murder", "#kill"),
            Map.entry("execution", "#kill"),
            Map.entry("wounding", "#wound"),
            Map.entry("injury", "#wound"));

    private HarmClass() {}

    /** The verb that a noun stands for: "the arrest of two men". */
    static Optional<String> ofNoun(Token token) {
        return Optional.ofNullable(NOUNS.get(token.lemma()));
    }

    static Optional<String> of(Sentence sentence, VerbGroup verb) {
        return at(sentence, verb.head());
    }

    /** The lemma, also where the tagger took the participle for an adjective. */
    private static String lemma(Token token) {
        String form = token.lower();
        if (!token.pos().equals("ADJ") || !form.endsWith("ed")) {
            return token.lemma();
        }
        String stem = form.substring(0, form.length() - 2);
        return ARREST.contains(stem + "e") ? stem + "e" : stem;
    }

    /** "taken into custody", "took both occupants of the vehicle into custody". */
    private static boolean intoCustody(Sentence sentence, int verb) {
        for (int i = verb + 1; i + 1 < sentence.size() && i <= verb + FARTHEST; i++) {
            if (sentence.token(i).is("into", "in") && sentence.token(i + 1).is("custody", "detention", "captivity")) {
                return true;
            }
            if (sentence.token(i).pos().matches("VERB|AUX|PUNCT")) {
                return false;
            }
        }
        return false;
    }

    static Optional<String> at(Sentence sentence, int verb) {
        String lemma = lemma(sentence.token(verb));
        return TAKE.contains(lemma) && intoCustody(sentence, verb) || ARREST.contains(lemma)
                ? Optional.of("#capture")
                : HarmWords.harmAt(sentence, verb)
                        .filter(harm -> harm != Harm.CAPTURED || !lemma.equals("seize"))
                        .map(NAMES::get);
    }
}
