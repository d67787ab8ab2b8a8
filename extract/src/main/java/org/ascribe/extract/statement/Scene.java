package org.ascribe.extract.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Passage;
import org.ascribe.core.Speaker;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.incident.Told;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.speech.Speakers;
import org.ascribe.extract.speech.Voice;
import org.ascribe.extract.speech.Voices;
import org.jspecify.annotations.Nullable;

/** What every rule looks at: the mentions, the voices, the incidents told and the actors. */
record Scene(Mentions mentions, Voices voices, List<Told> told, ActorReading actors, Speakers speakers) {

    private static final Set<String> HEDGES = Set.of(
            "allegedly",
            "reportedly",
            "apparently",
            "possibly",
            "likely",
            "suspected",
            "alleged",
            "believed",
            "purported",
            "purportedly",
            "presumably",
            "probably",
            "might",
            "may",
            "could",
            "seems",
            "seem",
            "seemed",
            "appears",
            "appear",
            "appeared",
            "perhaps",
            "supposedly",
            "thought",
            "widely",
            "potentially",
            "presumed",
            "will",
            "would",
            "suspects",
            "unconfirmed");

    Clauses clauses(int sentence) {
        return mentions.clauses(sentence);
    }

    /** The labels of the incidents mentioned between the tokens. */
    List<String> labelsIn(int sentence, int first, int end) {
        List<String> labels = new ArrayList<>();
        for (Told one : told) {
            for (Told.Part part : one.parts()) {
                if (part.mention().sentence() == sentence
                        && part.mention().first() >= first
                        && part.mention().first() < end
                        && !labels.contains(one.label())) {
                    labels.add(one.label());
                }
            }
        }
        return labels;
    }

    /** The incident spoken of last before the token, else the next one in the sentence, else the report's first. */
    Optional<String> focus(int sentence, int token) {
        String best = null;
        int bestSentence = -1;
        int bestToken = -1;
        for (Told one : told) {
            for (Told.Part part : one.parts()) {
                int s = part.mention().sentence();
                int t = part.mention().first();
                boolean before = s < sentence || s == sentence && t <= token;
                if (before && (s > bestSentence || s == bestSentence && t > bestToken)) {
                    best = one.label();
                    bestSentence = s;
                    bestToken = t;
                }
            }
        }
        if (best != null) {
            return Optional.of(best);
        }
        return told.stream()
                .findFirst()
                .filter(first -> first.parts().get(0).mention().sentence() <= sentence + 2)
                .map(Told::label);
    }

    /** Whether words between the tokens hold it back. */
    boolean isHedged(int sentence, int first, int end) {
        Sentence words = mentions.sentence(sentence);
        for (int i = Math.max(0, first); i < Math.min(end, words.size()); i++) {
            if (HEDGES.contains(words.token(i).lower())) {
                return true;
            }
        }
        return false;
    }

    Speaker speaker(int sentence, int token) {
        return voices.speakerAt(sentence, token);
    }

    /** What the innermost voice does with the token; SAY for the report's own words. */
    Voice.Kind kind(int sentence, int token) {
        return voices.at(sentence, token).stream().findFirst().map(Voice::kind).orElse(Voice.Kind.SAY);
    }

    Passage passage(int sentence, int first, int end) {
        return mentions.passage(sentence, first, end);
    }

    /** The speaker that a subject names; for a pronoun the one who spoke last. */
    Optional<Speaker> speakerOf(Clauses clauses, NounPhrase phrase) {
        Optional<Speaker> named = speakers.of(mentions, clauses, phrase);
        if (named.isPresent()) {
            return named;
        }
        for (int s = clauses.sentence().index();
                s >= Math.max(0, clauses.sentence().index() - 2);
                s--) {
            List<Voice> before = voices.in(s);
            if (!before.isEmpty()) {
                return Optional.of(before.get(before.size() - 1).speaker());
            }
        }
        return Optional.empty();
    }

    /** From the first to the last of the phrases and tokens. */
    static int[] span(@Nullable Object... parts) {
        int first = Integer.MAX_VALUE;
        int end = -1;
        for (@Nullable Object part : parts) {
            if (part instanceof NounPhrase phrase) {
                first = Math.min(first, phrase.first());
                end = Math.max(end, phrase.end());
            } else if (part instanceof org.ascribe.extract.clause.VerbGroup verb) {
                first = Math.min(first, verb.first());
                end = Math.max(end, verb.end());
            } else if (part instanceof Integer token) {
                first = Math.min(first, token);
                end = Math.max(end, token + 1);
            }
        }
        return new int[] {first, end};
    }
}
