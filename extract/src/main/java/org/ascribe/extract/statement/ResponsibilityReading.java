package org.ascribe.extract.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Content;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Passage;
import org.ascribe.core.Polarity;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Speaker.Role;
import org.ascribe.core.Stance;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.incident.Told;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.speech.Voice;
import org.jspecify.annotations.Nullable;

/**
 * What all rules of responsibility share: the incident that words are about, the stance that a deed takes in a voice, and
 * how a finding is kept.
 */
abstract class ResponsibilityReading {

    final Scene scene;
    private final List<Finding> found;

    ResponsibilityReading(Scene scene, List<Finding> found) {
        this.scene = scene;
        this.found = found;
    }

    /** Reads one sentence. */
    abstract void read(Clauses clauses);

    List<Finding> found() {
        return found;
    }

    static final Set<String> RESPONSIBILITY = Set.of("responsibility", "credit");

    /** Heads of phrases that tell of violence, whether or not it is an incident of the report. */
    private static final Set<String> VIOLENT = Set.of(
            "attack",
            "bombing",
            "assault",
            "blast",
            "explosion",
            "killing",
            "violence",
            "strike",
            "shooting",
            "massacre",
            "operation",
            "raid",
            "it",
            "incident",
            "atrocity",
            "abduction",
            "ambush",
            "bomb",
            "missile",
            "rocket",
            "drone",
            "device",
            "mine",
            "assassination",
            "murder",
            "kidnapping");

    static final Set<String> NOBODY = Set.of("no", "nobody", "none", "neither");

    Optional<ActorRef> possessor(Clauses clauses, NounPhrase phrase, int before) {
        return scene.mentions().actorsIn(clauses.sentence().index()).stream()
                .filter(m -> m.firstToken() >= phrase.first() && m.endToken() <= before)
                .map(ActorMention::actor)
                .findFirst();
    }

    static boolean isNobody(Clauses clauses, NounPhrase phrase) {
        boolean neither = false;
        boolean nor = false;
        for (int i = Math.max(0, phrase.first() - 10); i < phrase.end(); i++) {
            neither |= clauses.sentence().token(i).is("neither");
            nor |= clauses.sentence().token(i).is("nor");
        }
        return neither && nor
                || NOBODY.contains(clauses.sentence().token(phrase.first()).lower())
                || phrase.first() > 0
                        && clauses.sentence().token(phrase.first() - 1).is("no", "neither");
    }

    Optional<Speaker> speakerOf(Clauses clauses, NounPhrase phrase) {
        return scene.speakerOf(clauses, phrase);
    }

    static boolean reaches(Sentence sentence, int from, int width, String... words) {
        for (int i = from; i < Math.min(sentence.size(), from + width); i++) {
            if (sentence.token(i).is(words)) {
                return true;
            }
        }
        return false;
    }

    void deed(
            Clauses clauses,
            VerbGroup verb,
            NounPhrase doer,
            int[] span,
            List<String> labels,
            boolean hedgedWords,
            String rule) {
        int s = clauses.sentence().index();
        boolean hedged = hedgedWords
                || verb.is(Feature.MODAL)
                || believed(clauses, verb)
                || scene.isHedged(s, Math.min(doer.first(), verb.first()), Math.max(doer.end(), verb.end()));
        if (onlyAsked(clauses.sentence(), doer.first())) {
            return;
        }
        boolean negated =
                verb.is(Feature.NEGATED) || isNobody(clauses, doer) || noSignThat(clauses.sentence(), doer.first());
        for (ActorRef actor : scene.actors().of(clauses, doer)) {
            if (!scene.actors().canStrike(actor)) {
                continue;
            }
            deedBy(clauses, span[0], span[1], labels, actor, verb.head(), hedged, negated, rule);
        }
    }

    /** "asked whether", "if the group was behind it": nobody says that it is so. */
    static boolean onlyAsked(Sentence sentence, int before) {
        for (int i = Math.max(0, before - 3); i < before; i++) {
            if (sentence.token(i).is("whether", "if", "unless")) {
                return true;
            }
        }
        return false;
    }

    /** "there was no indication that Ukraine was involved". */
    static boolean noSignThat(Sentence sentence, int before) {
        for (int i = Math.max(0, before - 7); i < before; i++) {
            if (sentence.token(i).is("indication", "evidence", "sign", "proof", "reason")) {
                return reaches(sentence, Math.max(0, i - 3), 3, "no", "any", "without", "little", "not");
            }
        }
        return false;
    }

    /** "is believed to have carried out", "are thought to be behind". */
    boolean believed(Clauses clauses, VerbGroup verb) {
        return verb.is(Feature.INFINITIVE)
                && clauses.previousVerb(verb)
                        .filter(v -> v.isAny(
                                        "believe",
                                        "think",
                                        "suspect",
                                        "allege",
                                        "say",
                                        "report",
                                        "presume",
                                        "appear",
                                        "seem",
                                        "understand")
                                && (v.is(Feature.PASSIVE) || v.isAny("appear", "seem")))
                        .isPresent();
    }

    /** The deed of an actor: a claim in its own voice, a fact in the report's, an accusation in another's. */
    void deedBy(
            Clauses clauses,
            int first,
            int end,
            List<String> labels,
            ActorRef actor,
            int at,
            boolean hedgedWords,
            boolean negatedWords,
            String rule) {
        int s = clauses.sentence().index();
        Speaker voice = scene.speaker(s, at);
        Voice.Kind kind = scene.kind(s, at);
        boolean negated = negatedWords ^ (kind == Voice.Kind.DENY);
        boolean hedged = hedgedWords || kind == Voice.Kind.HEDGE;
        boolean own = scene.actors().speaksFor(voice.actor(), actor) && voice.role() != Role.AUTHOR;
        Stance stance;
        Polarity polarity = Polarity.AFFIRMED;
        if (negated) {
            stance = Stance.DENIED;
            polarity = Polarity.DENIED;
        } else if (kind == Voice.Kind.DOUBT) {
            stance = Stance.DOUBTED;
            polarity = Polarity.DOUBTED;
        } else if (own) {
            stance = Stance.CLAIMED;
        } else if (hedged) {
            stance = Stance.SUSPECTED;
        } else {
            stance = voice.role() == Role.AUTHOR ? Stance.STATED : Stance.ACCUSED;
        }
        add(clauses, first, end, labels, actor, stance, voice, polarity, hedged, rule, 0.8);
    }

    List<ActorRef> actorsOr(Clauses clauses, NounPhrase phrase) {
        List<ActorRef> named = scene.actors().of(clauses, phrase);
        return named.isEmpty()
                ? scene.actors().described(clauses, phrase).map(List::of).orElse(List.of())
                : named;
    }

    /** "all four operations": the incidents told last, as many as the words say. */
    List<String> counted(Clauses clauses, NounPhrase phrase) {
        Sentence sentence = clauses.sentence();
        boolean violent = violent(clauses, phrase);
        int wanted = 0;
        for (int i = phrase.first(); i < phrase.head() && violent; i++) {
            wanted = switch (sentence.token(i).lower()) {
                case "both", "two", "twin" -> 2;
                case "three" -> 3;
                case "four" -> 4;
                case "five" -> 5;
                case "all" -> Math.max(wanted, 99);
                default -> wanted;
            };
        }
        if (wanted < 2) {
            return List.of();
        }
        List<String> before = scene.told().stream()
                .filter(t -> t.parts().get(0).mention().sentence() < sentence.index())
                .map(Told::label)
                .toList();
        return before.subList(Math.max(0, before.size() - wanted), before.size());
    }

    List<String> labelsOf(Clauses clauses, NounPhrase phrase) {
        int end = phrase.end();
        for (NounPhrase part : clauses.joined(phrase)) {
            end = Math.max(end, part.end());
        }
        return scene.labelsIn(clauses.sentence().index(), phrase.first(), end);
    }

    static boolean violent(Clauses clauses, NounPhrase phrase) {
        return VIOLENT.contains(clauses.sentence().token(phrase.head()).lemma());
    }

    static boolean isDefinite(Clauses clauses, NounPhrase phrase) {
        return clauses.sentence().token(phrase.first()).is("the", "this", "that", "these", "those", "it", "both");
    }

    /** The event's token right before, for participles: "an attack in March claimed by". */
    int nearestEvent(Clauses clauses, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (!scene.labelsIn(clauses.sentence().index(), i, i + 1).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    List<String> eventBefore(Clauses clauses, int token, NounPhrase theme) {
        int at = nearestEvent(clauses, token);
        return at >= theme.first() ? scene.labelsIn(clauses.sentence().index(), at, at + 1) : List.of();
    }

    /** The incidents that a statement is about: named behind it in the clause, else in its subject, else spoken of last. */
    List<String> about(Clauses clauses, int token, @Nullable NounPhrase phrase, @Nullable VerbGroup verb) {
        int s = clauses.sentence().index();
        if (phrase != null) {
            List<String> inPhrase = labelsOf(clauses, phrase);
            if (!inPhrase.isEmpty()) {
                return inPhrase;
            }
        }
        int end = clauseEnd(clauses, token);
        List<String> behind = scene.labelsIn(s, token, end);
        if (!behind.isEmpty()) {
            return isListed(clauses, token, end) ? behind : behind.subList(0, 1);
        }
        return scene.focus(s, token).map(List::of).orElse(List.of());
    }

    /** "for the attacks in Kabul and Herat": all of them, where the word is a plural. */
    boolean isListed(Clauses clauses, int token, int end) {
        for (int i = token; i < end; i++) {
            if (!scene.labelsIn(clauses.sentence().index(), i, i + 1).isEmpty()) {
                return clauses.sentence().token(i).lower().endsWith("s")
                        && !clauses.sentence().token(i).lemma().endsWith("s");
            }
        }
        return false;
    }

    static int clauseEnd(Clauses clauses, int token) {
        Sentence sentence = clauses.sentence();
        for (int i = token + 1; i < sentence.size(); i++) {
            if (sentence.token(i).is(";", "but", "while", "although", "whereas", "”")) {
                return i;
            }
            if (sentence.token(i).is(",")
                    && i + 1 < sentence.size()
                    && !sentence.token(i + 1).is("which", "the", "a")
                    && finiteWithin(clauses, i, 6)) {
                return i;
            }
        }
        return sentence.size();
    }

    static boolean finiteWithin(Clauses clauses, int token, int width) {
        return clauses.verbs().stream()
                .anyMatch(v -> v.first() > token && v.first() < token + width && v.is(Feature.FINITE));
    }

    /** The end of the words with the event behind them, if it stands near. */
    int aboutEnd(Clauses clauses, int from, @Nullable VerbGroup verb) {
        int end = from;
        int stop = Math.min(clauseEnd(clauses, Math.max(0, from - 1)), from + 8);
        for (int i = from; i < stop; i++) {
            if (!scene.labelsIn(clauses.sentence().index(), i, i + 1).isEmpty()) {
                end = i + 1;
                break;
            }
        }
        return end;
    }

    void add(
            Clauses clauses,
            int first,
            int end,
            List<String> labels,
            @Nullable ActorRef actor,
            Stance stance,
            Speaker speaker,
            Polarity polarity,
            boolean hedged,
            String rule,
            double confidence) {
        int s = clauses.sentence().index();
        int to = Math.min(Math.max(end, first + 1), clauses.sentence().size());
        EvidenceGiven evidence =
                stance == Stance.UNCLAIMED ? EvidenceGiven.UNSTATED : Evidence.at(scene, clauses, first, to);
        int last = evidence == EvidenceGiven.UNSTATED
                ? to
                : Math.max(
                        to,
                        Math.min(Evidence.end(clauses, to), clauses.sentence().size()));
        Said<String> channel = stance == Stance.CLAIMED ? channel(clauses) : null;
        found.add(new Finding(
                s,
                first,
                last,
                labels,
                new Content.Responsibility(actor, stance, evidence, channel),
                speaker,
                polarity,
                hedged,
                rule,
                confidence));
    }

    /** By which way a claim came, after GTD's claim modes. */
    @Nullable
    Said<String> channel(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.token(i)
                    .is(
                            "amaq",
                            "telegram",
                            "al-naba",
                            "video",
                            "statement",
                            "communique",
                            "communiqué",
                            "newsletter",
                            "website",
                            "phone",
                            "audio",
                            "message",
                            "email",
                            "leaflet",
                            "magazine",
                            "spokesman",
                            "channel",
                            "channels",
                            "twitter",
                            "x.com")) {
                NounPhrase phrase = clauses.phraseAt(i).orElse(null);
                if (phrase == null) {
                    continue;
                }
                Passage at = sentence.passage(phrase.first(), phrase.end());
                return new Said<>(scene.mentions().parsed().text(at), at);
            }
        }
        return null;
    }
}
