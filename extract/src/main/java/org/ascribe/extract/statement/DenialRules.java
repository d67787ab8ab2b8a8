package org.ascribe.extract.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker;
import org.ascribe.core.Speaker.Role;
import org.ascribe.core.Stance;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.speech.Voices;

/** Denials, and doubts about a claim. */
final class DenialRules extends ResponsibilityReading {

    DenialRules(Scene scene, List<Finding> found) {
        super(scene, found);
    }

    @Override
    void read(Clauses clauses) {
        for (VerbGroup verb : clauses.verbs()) {
            denies(clauses, verb);
            doubts(clauses, verb);
        }
    }

    private static final Set<String> ACCUSATION = Set.of(
            "accusation",
            "allegation",
            "charge",
            "claim",
            "suggestion",
            "involvement",
            "responsibility",
            "role",
            "link",
            "hand",
            "part",
            "connection",
            "complicity",
            "assertion",
            "blame");

    private void denies(Clauses clauses, VerbGroup verb) {
        Sentence sentence = clauses.sentence();
        Optional<NounPhrase> object = clauses.object(verb);
        Optional<NounPhrase> subject = clauses.subject(verb);
        if (subject.isEmpty()) {
            return;
        }
        boolean deny = verb.isAny("deny", "reject", "dismiss", "refute", "repudiate", "disavow", "rebuff", "disclaim");
        boolean distance = verb.isAny("distance")
                && object.filter(o -> sentence.token(o.head())
                                .is(
                                        "itself",
                                        "themselves",
                                        "himself",
                                        "it",
                                        "them",
                                        "group",
                                        "movement",
                                        "organisation",
                                        "organization"))
                        .isPresent();
        boolean nothing = verb.isAny("have")
                && object.filter(o -> sentence.token(o.first()).is("nothing", "no")
                                && reaches(
                                        sentence,
                                        o.first(),
                                        7,
                                        "do",
                                        "role",
                                        "hand",
                                        "involvement",
                                        "part",
                                        "link",
                                        "connection",
                                        "links"))
                        .isPresent();
        boolean noPart = verb.isAny("play")
                && object.filter(o -> sentence.token(o.first()).is("no")
                                && sentence.token(o.head()).is("part", "role"))
                        .isPresent();
        Optional<VerbGroup> gerund = verb.isAny("deny", "reject")
                ? clauses.verbAt(verb.end()).filter(v -> v.is(Feature.ING))
                : Optional.empty();
        if (gerund.isPresent()) {
            negatedDeed(clauses, verb, subject.get(), Scene.span(subject.get(), verb, gerund.get()), "denies-doing");
            return;
        }
        if (deny
                        && object.filter(o -> ACCUSATION.contains(
                                                sentence.token(o.head()).lemma())
                                        || isAccusationList(clauses, o))
                                .isPresent()
                || distance) {
            NounPhrase what = object.orElseThrow();
            int[] span = Scene.span(subject.get(), verb, what);
            List<String> labels = about(clauses, span[1] - 1, null, verb);
            Optional<Speaker> speaker = speakerOf(clauses, subject.get());
            Speaker outer = scene.speaker(sentence.index(), verb.head());
            Speaker who = speaker.map(
                            a -> outer.role() == Role.AUTHOR || outer.name().equals(a.name())
                                    ? a
                                    : Voices.reportedBy(a, outer))
                    .orElse(outer);
            boolean claimOfOther = sentence.token(what.head()).lemma().equals("claim");
            Optional<ActorRef> owner = possessor(clauses, what, what.head() + 1)
                    .or(() -> clauses.dependents(what).stream()
                            .filter(d -> Set.of("by", "of", "from", "against").contains(clauses.preposition(d)))
                            .flatMap(d -> scene.actors().one(clauses, d).stream())
                            .findFirst());
            boolean negated = verb.is(Feature.NEGATED);
            if (negated) {
                return;
            }
            int end = aboutEnd(clauses, span[1], verb);
            if (claimOfOther && owner.isPresent() && !scene.actors().speaksFor(who.actor(), owner.get())) {
                add(
                        clauses,
                        span[0],
                        end,
                        labels,
                        owner.get(),
                        Stance.DOUBTED,
                        who,
                        Polarity.DOUBTED,
                        false,
                        "dismisses-claim",
                        0.8);
                return;
            }
            List<ActorRef> deniers = scene.actors().of(clauses, subject.get());
            if (deniers.isEmpty() && who.actor() != null) {
                String id = who.actor();
                deniers = List.of(
                        new ActorRef(id, scene.actors().dictionary().nameOf(id).orElse(id), who.as(), who.at()));
            }
            Optional<ActorRef> other = owner.filter(o -> !scene.actors().speaksFor(who.actor(), o)
                    && sentence.token(what.head()).is("involvement", "role", "responsibility", "hand"));
            List<ActorRef> denied = other.map(List::of).orElse(deniers);
            for (ActorRef actor : denied) {
                add(clauses, span[0], end, labels, actor, Stance.DENIED, who, Polarity.DENIED, false, "denies", 0.9);
            }
            return;
        }
        if (nothing || noPart) {
            negatedDeed(
                    clauses,
                    verb,
                    subject.get(),
                    Scene.span(subject.get(), verb, object.orElseThrow()),
                    "nothing-to-do");
        }
    }

    private static boolean isAccusationList(Clauses clauses, NounPhrase phrase) {
        return clauses.joined(phrase).stream()
                        .anyMatch(p -> ACCUSATION.contains(
                                clauses.sentence().token(p.head()).lemma()))
                || phrase.end() - phrase.first() == 1
                        && clauses.sentence().token(phrase.head()).is("it", "this", "that", "both", "these");
    }

    private void negatedDeed(Clauses clauses, VerbGroup verb, NounPhrase subject, int[] span, String rule) {
        int s = clauses.sentence().index();
        Speaker outer = scene.speaker(s, verb.head());
        Speaker voice = outer.role() == Role.AUTHOR && verb.isAny("deny", "reject", "distance")
                ? speakerOf(clauses, subject).orElse(outer)
                : outer;
        for (ActorRef actor : scene.actors().of(clauses, subject)) {
            int end = aboutEnd(clauses, span[1], verb);
            add(
                    clauses,
                    span[0],
                    end,
                    about(clauses, span[1] - 1, null, verb),
                    actor,
                    Stance.DENIED,
                    voice,
                    Polarity.DENIED,
                    scene.isHedged(s, span[0], end),
                    rule,
                    0.85);
        }
    }

    private void doubts(Clauses clauses, VerbGroup verb) {
        Sentence sentence = clauses.sentence();
        Optional<NounPhrase> object = clauses.object(verb);
        boolean cast = verb.isAny("cast", "raise", "express", "throw")
                && object.filter(o -> sentence.token(o.head()).lemma().equals("doubt"))
                        .isPresent();
        boolean doubt = verb.isAny("doubt", "question", "dispute", "challenge");
        if (!cast && !doubt) {
            return;
        }
        for (int i = verb.end(); i < sentence.size(); i++) {
            if (!sentence.token(i).lemma().equals("claim")
                    && !(doubt && sentence.token(i).is("responsible", "behind", "involvement", "responsibility"))) {
                continue;
            }
            NounPhrase phrase = clauses.phraseAt(i).orElse(null);
            int at = i;
            Optional<ActorRef> owner = scene.mentions().actorsIn(sentence.index()).stream()
                    .filter(m -> m.firstToken() >= verb.end()
                            && m.firstToken() < Math.max(at + 6, phrase == null ? 0 : clauses.endOfChain(phrase) + 3))
                    .map(ActorMention::actor)
                    .findFirst()
                    .or(() -> scene.actors().lastGroup(sentence.index(), verb.first()));
            if (owner.isPresent()) {
                Optional<NounPhrase> subject = clauses.subject(verb);
                Speaker outer = scene.speaker(sentence.index(), verb.head());
                Speaker who = subject.flatMap(x -> speakerOf(clauses, x)).orElse(outer);
                int[] span = Scene.span(subject.orElse(null), verb, i);
                add(
                        clauses,
                        span[0],
                        span[1],
                        about(clauses, i, null, verb),
                        owner.get(),
                        Stance.DOUBTED,
                        who,
                        Polarity.DOUBTED,
                        false,
                        "doubts",
                        0.8);
            }
            return;
        }
    }
}
