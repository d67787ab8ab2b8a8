package org.ascribe.extract.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.ActorRef;
import org.ascribe.extract.actor.Actor;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.speech.Voice;
import org.ascribe.extract.speech.Voices;
import org.jspecify.annotations.Nullable;

/** Which actors a noun phrase means: named in it, meant by a pronoun or "the group", or merely described. */
final class ActorReading {

    /** Nouns that stand for the actor whose name modifies them: "IS fighters", "the Taliban government". */
    private static final Set<String> MEMBERS = Set.of(
            "fighter",
            "militant",
            "group",
            "member",
            "gunman",
            "branch",
            "affiliate",
            "cell",
            "insurgent",
            "bomber",
            "force",
            "troop",
            "army",
            "military",
            "jet",
            "warplane",
            "drone",
            "operative",
            "element",
            "faction",
            "leader",
            "government",
            "authority",
            "authorities",
            "regime",
            "official",
            "commander",
            "network",
            "ruler",
            "jihadist",
            "terrorist",
            "administration",
            "ministry",
            "minister",
            "spokesman",
            "spokesperson",
            "spokeswoman",
            "police",
            "soldier",
            "organisation",
            "organization",
            "movement",
            "militia",
            "attacker",
            "state",
            "agent",
            "service",
            "leadership",
            "aircraft",
            "helicopter",
            "artillery",
            "guard",
            "rebel",
            "separatist",
            "wing",
            "chapter",
            "offshoot",
            "president",
            "republic",
            "extremist",
            "side",
            "proxy",
            "ally",
            "shooter",
            "man",
            "assailant",
            "suspect",
            "supporter",
            "intelligence",
            "agency");

    private static final Set<String> GROUP_NOUNS = Set.of(
            "group",
            "organisation",
            "organization",
            "militants",
            "insurgents",
            "movement",
            "outfit",
            "jihadists",
            "network",
            "extremists",
            "terrorists",
            "faction",
            "rebels",
            "militia");

    /** Heads of a description that can be held responsible though nobody knows them by name. */
    private static final Set<String> DESCRIBED = Set.of(
            "actor",
            "element",
            "power",
            "force",
            "hand",
            "enemy",
            "group",
            "agent",
            "country",
            "intelligence",
            "mercenary",
            "separatist",
            "militant",
            "terrorist",
            "insurgent",
            "rebel",
            "neighbour",
            "neighbor",
            "cell",
            "bandit",
            "extremist",
            "jihadist",
            "circle",
            "network",
            "state",
            "gang",
            "militia",
            "party",
            "perpetrator",
            "saboteur",
            "service",
            "regime",
            "proxy");

    private final Mentions mentions;
    private final Voices voices;
    private final ActorDictionary dictionary;

    ActorReading(Mentions mentions, Voices voices, ActorDictionary dictionary) {
        this.mentions = mentions;
        this.voices = voices;
        this.dictionary = dictionary;
    }

    /** The actors of the phrase and of those joined to it, in the order of the text; empty if it names none. */
    List<ActorRef> of(Clauses clauses, NounPhrase phrase) {
        List<ActorRef> found = new ArrayList<>();
        for (NounPhrase part : clauses.joined(phrase)) {
            if (part != phrase
                    && clauses.verbAt(part.end()).isPresent()
                    && part.first() > phrase.end() + 1
                    && clauses.sentence().token(part.first() - 1).is(",")) {
                break;
            }
            one(clauses, part).ifPresent(found::add);
        }
        return found;
    }

    /** The actor of the phrase alone. */
    Optional<ActorRef> one(Clauses clauses, NounPhrase phrase) {
        Sentence sentence = clauses.sentence();
        Token head = sentence.token(phrase.head());
        Optional<ActorMention> named = named(clauses, phrase);
        if (named.isPresent()) {
            return named.map(ActorMention::actor).map(this::principal);
        }
        // "members of the group", "the majority of IS fighters"
        if (phrase.end() < sentence.size()
                && sentence.token(phrase.end()).is("of", "from", "belonging")
                && clauses.phraseAt(phrase.end() + 1).isPresent()
                && (MEMBERS.contains(head.lemma())
                        || Set.of(
                                        "majority",
                                        "number",
                                        "handful",
                                        "most",
                                        "many",
                                        "branch",
                                        "arm",
                                        "rest",
                                        "remnant",
                                        "remnants")
                                .contains(head.lemma())
                        || head.pos().equals("NUM"))) {
            Optional<ActorRef> inner = named(
                            clauses, clauses.phraseAt(phrase.end() + 1).orElseThrow())
                    .map(ActorMention::actor);
            if (inner.isPresent()) {
                return inner;
            }
        }
        if (isReference(sentence, phrase)) {
            return referent(sentence.index(), phrase);
        }
        // "the organisation's spokesman"
        for (int i = phrase.first() + 1; i < phrase.head(); i++) {
            if (sentence.token(i).is("'s", "’s")
                    && GROUP_NOUNS.contains(sentence.token(i - 1).lower())
                    && MEMBERS.contains(head.lemma())) {
                return lastGroup(sentence.index(), phrase.first());
            }
        }
        if (phrase.end() < sentence.size()
                && sentence.token(phrase.end()).is("of")
                && clauses.phraseAt(phrase.end() + 1)
                        .filter(p -> isReference(sentence, p))
                        .isPresent()) {
            return referent(sentence.index(), clauses.phraseAt(phrase.end() + 1).orElseThrow());
        }
        return Optional.empty();
    }

    /** Whom "its" or "their" in front of a noun means, where a voice speaks of itself. */
    Optional<ActorRef> owner(int sentence, NounPhrase phrase) {
        List<Voice> saying = voices.at(sentence, phrase.first());
        return saying.isEmpty() || saying.get(0).speaker().actor() == null
                ? Optional.empty()
                : referent(sentence, phrase);
    }

    /** "IS said that it", "the army said its forces": the one that speaks; else the group named last. */
    private Optional<ActorRef> referent(int sentence, NounPhrase phrase) {
        Token head = mentions.sentence(sentence).token(phrase.head());
        boolean own = phrase.end() - phrase.first() == 1 && !head.is("them", "themselves")
                || mentions.sentence(sentence).token(phrase.first()).is("its", "their", "our")
                || head.is("we");
        List<Voice> saying = voices.at(sentence, phrase.first());
        if (own && !saying.isEmpty() && saying.get(0).speaker().actor() != null) {
            String id = saying.get(0).speaker().actor();
            return Optional.of(new ActorRef(
                    id,
                    dictionary.nameOf(id).orElse(saying.get(0).speaker().name()),
                    mentions.words(sentence, phrase.first(), phrase.end()),
                    mentions.passage(sentence, phrase.first(), phrase.end())));
        }
        boolean office = Set.of(
                        "ministry",
                        "government",
                        "army",
                        "military",
                        "president",
                        "minister",
                        "embassy",
                        "police",
                        "parliament",
                        "spokesman")
                .contains(head.lemma());
        if (office) {
            Optional<ActorRef> state = mentions.actors().stream()
                    .filter(m -> m.sentence() < sentence && m.sentence() >= sentence - 3
                            || m.sentence() == sentence && m.endToken() <= phrase.first())
                    .map(ActorMention::actor)
                    .filter(a -> !isArmed(a))
                    .reduce((a, b) -> b);
            if (state.isPresent()) {
                return state;
            }
        }
        // A subject "it" takes up the subject of the sentence before, which news prose puts first.
        if (head.is("it", "they")
                && sentence > 0
                && mentions.sentence(sentence - 1).paragraph()
                        == mentions.sentence(sentence).paragraph()
                && mentions.actorsIn(sentence).stream().noneMatch(m -> m.endToken() <= phrase.first())) {
            Optional<ActorRef> before = mentions.actorsIn(sentence - 1).stream()
                    .map(ActorMention::actor)
                    .findFirst();
            if (before.isPresent()) {
                return before;
            }
        }
        return lastGroup(sentence, phrase.first());
    }

    /** The phrase as an actor of no name, such as "foreign actors"; empty where it describes nobody who could act. */
    Optional<ActorRef> described(Clauses clauses, NounPhrase phrase) {
        Sentence sentence = clauses.sentence();
        // "the Khawarij": a name that the dictionary does not know, of more than one
        boolean byName = sentence.token(phrase.head()).pos().equals("PROPN")
                && sentence.token(phrase.first()).is("the");
        if (!byName && !DESCRIBED.contains(sentence.token(phrase.head()).lemma()) || isReference(sentence, phrase)) {
            return Optional.empty();
        }
        int first = phrase.first();
        while (first < phrase.head()
                && (sentence.token(first).pos().equals("DET")
                        || sentence.token(first).is("unnamed", "so-called", "its", "their", "his"))) {
            first++;
        }
        String words = mentions.words(sentence.index(), first, phrase.end());
        String slug =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty()
                ? Optional.empty()
                : Optional.of(new ActorRef("x-" + slug, words, words, sentence.passage(first, phrase.end())));
    }

    private Optional<ActorMention> named(Clauses clauses, NounPhrase phrase) {
        Sentence sentence = clauses.sentence();
        String head = sentence.token(phrase.head()).lemma();
        return mentions.actorsIn(sentence.index()).stream()
                // a name may reach beyond the phrase: "the Islamic State in Khorasan"
                .filter(m -> m.firstToken() >= phrase.first() && m.firstToken() <= phrase.head())
                // "the Afghanistan-based branch of": where it is, not who
                .filter(m -> m.endToken() + 1 >= sentence.size()
                        || !sentence.token(m.endToken()).is("-", "–")
                        || !sentence.token(m.endToken() + 1).is("based", "born", "made", "wide"))
                .filter(m -> m.endToken() > phrase.head()
                        || MEMBERS.contains(head)
                        || MEMBERS.contains(sentence.token(phrase.head()).lower()))
                .filter(m -> m.kind() != ActorMention.Kind.NATIONALITY
                        || MEMBERS.contains(head)
                        || m.endToken() > phrase.head()
                                && !sentence.token(phrase.head()).lemma().equals("national"))
                // "Kabul's claim", "IS's leader": the owner speaks only through its members
                .filter(m -> m.endToken() >= phrase.end()
                        || !sentence.token(m.endToken()).is("'s", "’s")
                        || MEMBERS.contains(head))
                .findFirst();
    }

    private static boolean isReference(Sentence sentence, NounPhrase phrase) {
        Token head = sentence.token(phrase.head());
        if (phrase.end() - phrase.first() == 1) {
            return head.is("it", "they", "them", "itself", "themselves", "we");
        }
        if (sentence.token(phrase.first()).is("its", "their", "our")
                && (head.is("own") || phrase.end() - phrase.first() <= 3 && MEMBERS.contains(head.lemma()))) {
            return true;
        }
        boolean definite =
                sentence.token(phrase.first()).is("the", "this", "that", "these", "both", "its", "their", "his");
        return definite
                && phrase.end() - phrase.first() <= 3
                && (GROUP_NOUNS.contains(head.lower())
                        || sentence.token(phrase.first()).is("its", "their") && MEMBERS.contains(head.lemma()));
    }

    /** The armed group named last before the token, else the last actor. */
    Optional<ActorRef> lastGroup(int sentence, int token) {
        List<ActorMention> before = mentions.actors().stream()
                .filter(m -> m.sentence() < sentence || m.sentence() == sentence && m.endToken() <= token)
                .filter(m -> m.sentence() >= sentence - 3)
                .toList();
        for (int i = before.size() - 1; i >= 0; i--) {
            if (isArmed(before.get(i).actor())) {
                return Optional.of(before.get(i).actor());
            }
        }
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.get(before.size() - 1).actor());
    }

    boolean isArmed(ActorRef actor) {
        return dictionary
                .find(actor.id())
                .map(entry -> entry.kind() == Actor.Kind.ARMED_GROUP || entry.kind() == Actor.Kind.FACTION)
                .orElse(actor.id().startsWith("x-"));
    }

    /** For a mouthpiece the group whose it is: what Amaq claims, Islamic State claims. */
    private ActorRef principal(ActorRef actor) {
        boolean mouthpiece = dictionary
                .find(actor.id())
                .filter(entry -> entry.kind() == Actor.Kind.OTHER)
                .isPresent();
        Optional<String> parent = mouthpiece ? dictionary.parentOf(actor.id()) : Optional.empty();
        return parent.map(id -> new ActorRef(id, dictionary.nameOf(id).orElse(id), actor.as(), actor.at()))
                .orElse(actor);
    }

    /** Whether the actor is of a kind that uses force: not a monitor, a medium or a people. */
    boolean canStrike(ActorRef actor) {
        return dictionary
                .find(actor.id())
                .map(entry -> switch (entry.kind()) {
                    case STATE, GOVERNMENT, ARMED_GROUP, FACTION, SECURITY_FORCE -> true;
                    case INTERGOVERNMENTAL, PEOPLE, OTHER -> false;
                })
                .orElse(true);
    }

    /** Whether a speaker speaks for the actor: it is the actor, its organ, or its parent. */
    boolean speaksFor(@Nullable String speakerActor, ActorRef actor) {
        if (speakerActor == null) {
            return false;
        }
        return speakerActor.equals(actor.id())
                || dictionary.parentOf(speakerActor).filter(actor.id()::equals).isPresent()
                || dictionary.parentOf(actor.id()).filter(speakerActor::equals).isPresent();
    }

    ActorDictionary dictionary() {
        return dictionary;
    }
}
