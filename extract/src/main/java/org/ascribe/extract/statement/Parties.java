package org.ascribe.extract.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker;
import org.ascribe.extract.actor.Actor;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.actor.Alias;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.speech.Voices;
import org.ascribe.extract.table.DataTable;

/** Whom a phrase means where actors are set against each other or placed: also "the two groups", "it", "its", "our". */
final class Parties {

    /** Nouns of two sides, of which none needs to be a state. */
    private static final Set<String> PAIR_NOUNS = Set.of(
            "group", "movement", "organisation", "organization", "militia", "faction", "insurgency", "side", "outfit");

    private static final Set<String> OWN = Set.of("its", "their");

    /** States by the seats that stand for them. */
    private static final Map<String, String> SEATS =
            DataTable.read(ActorDictionary.class, "metonyms.tsv").rows().stream()
                    .filter(row -> row.get("kind").equals("seat"))
                    .collect(Collectors.toMap(row -> row.get("word"), row -> row.get("actor"), (a, b) -> b));

    private static final Map<String, String> PEOPLES =
            DataTable.read(ActorDictionary.class, "metonyms.tsv").rows().stream()
                    .filter(row -> row.get("kind").equals("adjective"))
                    .collect(Collectors.toMap(row -> row.get("word"), row -> row.get("actor"), (a, b) -> b));

    private final Scene scene;

    Parties(Scene scene) {
        this.scene = scene;
    }

    /** In the order of the text; two for "the two groups"; empty if the phrase means nobody known. */
    List<ActorRef> of(Clauses clauses, NounPhrase phrase) {
        Sentence sentence = clauses.sentence();
        if (isPair(sentence, phrase)) {
            return lastTwo(sentence.index(), phrase.first());
        }
        Optional<ActorRef> antecedent = antecedent(clauses, phrase);
        if (antecedent.isPresent()) {
            return List.of(antecedent.get());
        }
        Token head = sentence.token(phrase.head());
        if (sentence.token(phrase.first()).is("the", "this", "that")
                && head.is("branch", "affiliate", "alliance", "underground", "insurgency")
                && scene.mentions().actorsIn(sentence.index()).stream().noneMatch(m -> phrase.contains(m.firstToken()))
                && !sentence.token(Math.min(phrase.end(), sentence.size() - 1)).is("of")) {
            return scene.actors()
                    .lastGroup(sentence.index(), phrase.first())
                    .map(List::of)
                    .orElse(List.of());
        }
        return scene.actors().of(clauses, phrase);
    }

    /** The state of which the adjective is: "Iranian". */
    Optional<Actor> people(String adjective) {
        return Optional.ofNullable(PEOPLES.get(adjective))
                .flatMap(scene.actors().dictionary()::find);
    }

    /** As {@link #of}, and the state where the phrase is the name of a country or its capital: "ISKP is a proxy of Pakistan". */
    List<ActorRef> orState(Clauses clauses, NounPhrase phrase) {
        List<ActorRef> actors = of(clauses, phrase);
        if (phrase.end() - phrase.first() > 1
                || scene.actors().one(clauses, phrase).isPresent()) {
            return actors;
        }
        String name = clauses.sentence().token(phrase.head()).text();
        Optional<ActorRef> state = scene.actors().dictionary().aliases().stream()
                .filter(alias -> alias.match().contains(Alias.Match.STATE)
                        && alias.name().equals(name))
                .map(Alias::actor)
                .findFirst()
                .or(() -> Optional.ofNullable(SEATS.get(name)))
                .map(id -> new ActorRef(
                        id,
                        scene.actors().dictionary().nameOf(id).orElse(name),
                        name,
                        clauses.sentence().passage(phrase.head(), phrase.head() + 1)));
        return state.isEmpty()
                ? actors
                : Stream.concat(state.stream(), actors.stream()).toList();
    }

    /** The first of {@link #of}, without those joined to the phrase. */
    Optional<ActorRef> one(Clauses clauses, NounPhrase phrase) {
        List<ActorRef> actors = of(clauses, phrase);
        boolean joined = clauses.joined(phrase).size() > 1
                && scene.actors().one(clauses, phrase).isEmpty()
                && !isPair(clauses.sentence(), phrase);
        return joined && antecedent(clauses, phrase).isEmpty()
                ? Optional.empty()
                : actors.stream().findFirst();
    }

    /** As {@link #one}, or the phrase itself as an actor of no name: "militant groups". */
    Optional<ActorRef> oneOrDescribed(Clauses clauses, NounPhrase phrase) {
        return one(clauses, phrase).or(() -> scene.actors().described(clauses, phrase));
    }

    /** Whose the phrase is: "the group's potency", "the IS threat", "its cells", "our allies"; empty if nobody's. */
    Optional<ActorRef> owner(Clauses clauses, NounPhrase phrase, int before) {
        Sentence sentence = clauses.sentence();
        Optional<ActorRef> named = scene.mentions().actorsIn(sentence.index()).stream()
                .filter(m -> m.firstToken() >= phrase.first() && m.endToken() <= before)
                .map(ActorMention::actor)
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        for (int i = phrase.first(); i < before; i++) {
            if (OWN.contains(sentence.token(i).lower())) {
                return possessor(clauses, i);
            }
            if (sentence.token(i).is("our", "my")) {
                String actor = scene.speaker(sentence.index(), i).actor();
                return Optional.ofNullable(actor)
                        .map(id -> new ActorRef(
                                id, scene.actors().dictionary().nameOf(id).orElse(id), null, null));
            }
            boolean group = i > phrase.first()
                    && sentence.token(i).is("group", "organisation", "organization", "movement", "militia", "branch");
            if (group && sentence.token(phrase.first()).is("the", "this") && i + 1 < sentence.size()) {
                return scene.actors().lastGroup(sentence.index(), phrase.first());
            }
        }
        return Optional.empty();
    }

    /** "its" looks back to the subject of its clause; where that is no actor, it is the subject's own. */
    private Optional<ActorRef> possessor(Clauses clauses, int at) {
        Sentence sentence = clauses.sentence();
        for (int i = clauses.verbs().size() - 1; i >= 0; i--) {
            VerbGroup verb = clauses.verbs().get(i);
            if (verb.first() >= at || !verb.is(Feature.FINITE)) {
                continue;
            }
            NounPhrase subject = clauses.subject(verb).orElse(null);
            if (subject == null || subject.contains(at) || subject.first() > at) {
                continue;
            }
            Optional<ActorRef> actor = one(clauses, subject);
            if (actor.isPresent() || sentence.token(subject.first()).is("a", "an", "no")) {
                return actor;
            }
        }
        Optional<ActorRef> first = scene.mentions().actorsIn(sentence.index()).stream()
                .filter(m -> m.endToken() <= at && m.kind() != ActorMention.Kind.NATIONALITY)
                .map(ActorMention::actor)
                .findFirst();
        return first.isPresent() ? first : scene.actors().lastGroup(sentence.index(), at);
    }

    private boolean isPair(Sentence sentence, NounPhrase phrase) {
        boolean two = false;
        for (int i = phrase.first(); i < Math.min(phrase.end(), phrase.first() + 2); i++) {
            two |= sentence.token(i).is("two", "both");
        }
        boolean bare = phrase.end() - phrase.first() <= 2
                || sentence.token(phrase.first() + 1).is("two")
                        && phrase.end() - phrase.first() == 3
                        && PAIR_NOUNS.contains(sentence.token(phrase.head()).lemma());
        return two
                && bare
                && sentence.token(phrase.first()).is("the", "both", "these")
                && (phrase.end() - phrase.first() == 1
                        || sentence.token(phrase.end() - 1).is("two")
                        || PAIR_NOUNS.contains(sentence.token(phrase.head()).lemma())
                        || phrase.end() < sentence.size()
                                && sentence.token(phrase.end()).is("each", "other"));
    }

    /** The two parties named last before the token, in the order of the text; empty if there are not two. */
    List<ActorRef> lastTwo(int sentence, int token) {
        List<ActorRef> two = new ArrayList<>();
        List<ActorMention> before = scene.mentions().actors().stream()
                .filter(m -> m.sentence() < sentence && m.sentence() >= sentence - 10
                        || m.sentence() == sentence && m.endToken() <= token)
                .filter(m -> isParty(m.actor()))
                .toList();
        for (int i = before.size() - 1; i >= 0 && two.size() < 2; i--) {
            ActorRef actor = before.get(i).actor();
            if (two.stream().noneMatch(other -> other.id().equals(actor.id()))) {
                two.add(0, actor);
            }
        }
        return two.size() == 2 ? two : List.of();
    }

    /** An armed group, a faction or a government that is no state. */
    boolean isParty(ActorRef actor) {
        return scene.actors()
                .dictionary()
                .find(actor.id())
                .map(entry -> entry.kind() == Actor.Kind.ARMED_GROUP
                        || entry.kind() == Actor.Kind.FACTION
                        || entry.kind() == Actor.Kind.GOVERNMENT)
                .orElse(false);
    }

    /** "Iran bears responsibility, since it arms them": a pronoun that takes up a subject before it in the same words. */
    private Optional<ActorRef> antecedent(Clauses clauses, NounPhrase phrase) {
        Sentence sentence = clauses.sentence();
        int s = sentence.index();
        if (phrase.end() - phrase.first() > 1 || !sentence.token(phrase.head()).is("it", "they")) {
            return Optional.empty();
        }
        List<VerbGroup> verbs = clauses.verbs();
        for (int i = verbs.size() - 1; i >= 0; i--) {
            VerbGroup verb = verbs.get(i);
            if (verb.end() > phrase.first()
                    || !verb.is(Feature.FINITE)
                    || scene.voices().inTag(s, verb.head())) {
                continue;
            }
            NounPhrase subject = clauses.subject(verb).orElse(null);
            if (subject == null
                    || subject.first() >= phrase.first()
                    || sentence.token(subject.head()).is("it", "they")
                    || !scene.voices()
                            .at(s, subject.head())
                            .equals(scene.voices().at(s, phrase.head()))) {
                continue;
            }
            Optional<ActorRef> named = scene.actors().one(clauses, subject);
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    /**
     * "Iran accused Pakistan of sheltering them".
     *
     * @param accused who is said to do what follows
     * @param speaker who says so
     * @param first first token of the words of the accusation
     */
    record Accusation(NounPhrase accused, Speaker speaker, int first, boolean suspected) {}

    /** The accusation in whose words the token stands. */
    Optional<Accusation> accusation(Clauses clauses, int at) {
        Sentence sentence = clauses.sentence();
        for (int i = clauses.verbs().size() - 1; i >= 0; i--) {
            VerbGroup verb = clauses.verbs().get(i);
            String word = sentence.token(verb.head()).lower();
            boolean suspects = Inflections.isForm(word, "suspect");
            if (verb.end() > at
                    || !suspects
                            && !Inflections.isForm(word, "accuse")
                            && !Inflections.isForm(word, "blame")
                            && !Inflections.isForm(word, "charge")) {
                continue;
            }
            NounPhrase accused = verb.is(Feature.PASSIVE)
                    ? clauses.subject(verb).orElse(null)
                    : clauses.object(verb).orElse(null);
            int of = -1;
            for (int j = verb.end(); j < at && of < 0; j++) {
                if (sentence.token(j).is("of", "for")
                        && (verb.is(Feature.PASSIVE) || accused != null && j >= accused.end())) {
                    of = j;
                }
                if (sentence.token(j).is(";")) {
                    break;
                }
            }
            boolean stands = of > 0;
            for (int j = of + 1; of > 0 && j < at; j++) {
                stands &= !sentence.token(j).is(";", "which", "but", "while");
            }
            if (accused == null || !stands) {
                continue;
            }
            Optional<NounPhrase> accuser = verb.is(Feature.PASSIVE) ? clauses.agent(verb) : clauses.subject(verb);
            Speaker outer = scene.voices().at(sentence.index(), verb.head()).isEmpty()
                    ? null
                    : scene.speaker(sentence.index(), verb.head());
            Speaker speaker = accuser.flatMap(phrase -> scene.speakerOf(clauses, phrase))
                    .map(who -> outer == null || outer.name().equals(who.name()) ? who : Voices.reportedBy(who, outer))
                    .orElseGet(() -> scene.speaker(sentence.index(), verb.head()));
            return Optional.of(new Accusation(accused, speaker, Math.min(verb.first(), accused.first()), suspects));
        }
        return Optional.empty();
    }

    /** Who says the token: an accuser of his accusation, else the voice. */
    Speaker speaker(Clauses clauses, int at) {
        return accusation(clauses, at)
                .map(Accusation::speaker)
                .orElseGet(() -> scene.speaker(clauses.sentence().index(), at));
    }

    /** "They find shelter in Iran, something Tehran denies": what was found in the sentence is denied by another voice too. */
    void denials(Clauses clauses, List<Finding> found) {
        Sentence sentence = clauses.sentence();
        int s = sentence.index();
        for (VerbGroup verb : clauses.verbs()) {
            NounPhrase subject = clauses.subject(verb).orElse(null);
            if (!verb.isAny("deny", "reject", "dispute")
                    || subject == null
                    || subject.first() < 2
                    || clauses.object(verb).isPresent()) {
                continue;
            }
            Token before = sentence.token(subject.first() - 1);
            boolean takesUp = before.is("which", "something", "that", "charge", "accusation", "allegation", "claim");
            Speaker speaker = takesUp ? scene.speakerOf(clauses, subject).orElse(null) : null;
            if (speaker == null) {
                continue;
            }
            for (Finding finding : List.copyOf(found)) {
                if (finding.sentence() == s
                        && finding.end() <= subject.first()
                        && finding.polarity() == Polarity.AFFIRMED) {
                    found.add(new Finding(
                            s,
                            finding.first(),
                            verb.end(),
                            finding.labels(),
                            finding.content(),
                            speaker,
                            Polarity.DENIED,
                            false,
                            finding.rule() + "-denied",
                            finding.confidence()));
                }
            }
        }
    }
}
