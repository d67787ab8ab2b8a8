package org.ascribe.extract.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.ActorRef;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.incident.Told;
import org.ascribe.extract.language.Sentence;

/** Deeds told with their doer: "was behind", "carried out", "the attack by", "stormed". */
final class DeedRules extends ResponsibilityReading {

    DeedRules(Scene scene, List<Finding> found) {
        super(scene, found);
    }

    @Override
    void read(Clauses clauses) {
        for (VerbGroup verb : clauses.verbs()) {
            involvement(clauses, verb);
        }
        eventsByActors(clauses);
    }

    private static final Set<String> DONE = Set.of(
            "carry",
            "perpetrate",
            "commit",
            "conduct",
            "stage",
            "launch",
            "mount",
            "execute",
            "orchestrate",
            "mastermind",
            "plan",
            "organise",
            "organize",
            "order",
            "direct",
            "undertake",
            "coordinate",
            "perform");

    /** "was behind the attack", "is responsible for it", "carried out the bombing", "was involved in". */
    private void involvement(Clauses clauses, VerbGroup verb) {
        Sentence sentence = clauses.sentence();
        int s = sentence.index();
        boolean be = verb.isAny("be", "stand", "remain");
        int end = verb.end();
        boolean hedgedWords = false;
        while (end < sentence.size()
                && (sentence.token(end).pos().equals("ADV")
                        || sentence.token(end).is("likely", "the", "only", "one"))) {
            hedgedWords |= sentence.token(end).is("likely", "probably", "possibly", "reportedly", "allegedly");
            end++;
        }
        boolean behind = be
                && end < sentence.size()
                && sentence.token(end)
                        .is(
                                "behind",
                                "responsible",
                                "author",
                                "authors",
                                "mastermind",
                                "masterminds",
                                "culprit",
                                "culprits",
                                "perpetrator",
                                "perpetrators",
                                "guilty");
        boolean involved = (be || verb.isAny("involve"))
                && (sentence.token(Math.min(end, sentence.size() - 1)).is("involved", "complicit", "implicated")
                        || verb.isAny("involve") && verb.is(Feature.PASSIVE));
        boolean done = DONE.contains(verb.lemma())
                && !(verb.lemma().equals("carry") && !reaches(sentence, verb.end(), 1, "out"));
        if (verb.isAny("plan", "order", "organise", "organize", "direct", "coordinate")
                && !verb.is(Feature.PASSIVE)
                && clauses.object(verb)
                        .filter(o -> !labelsOf(clauses, o).isEmpty())
                        .isEmpty()) {
            done = false;
        }
        Optional<NounPhrase> subject = clauses.subject(verb);
        boolean ownMan = be
                && sentence.token(Math.max(0, Math.min(end, sentence.size()) - 1))
                        .is("one")
                && reaches(sentence, end, 2, "its", "their");
        if (ownMan && scene.speaker(s, verb.head()).actor() != null) {
            int one = end;
            NounPhrase its = clauses.phraseAt(one + 1)
                    .or(() -> clauses.phraseAt(one + 2))
                    .orElse(null);
            Optional<ActorRef> actor =
                    its == null ? Optional.empty() : scene.actors().one(clauses, its);
            if (its != null && actor.isPresent()) {
                deedBy(
                        clauses,
                        subject.map(NounPhrase::first)
                                .filter(f -> f < verb.first())
                                .orElse(verb.first()),
                        its.end(),
                        about(clauses, verb.head(), subject.orElse(null), verb),
                        actor.get(),
                        verb.head(),
                        false,
                        verb.is(Feature.NEGATED),
                        "one-of-its-own");
            }
            return;
        }
        if (subject.isEmpty() || !(behind || involved || done)) {
            return;
        }
        NounPhrase doer = subject.get();
        int[] span;
        List<String> labels;
        if (done && verb.is(Feature.PASSIVE)) {
            Optional<NounPhrase> agent = clauses.agent(verb);
            if (agent.isEmpty()) {
                return;
            }
            span = Scene.span(doer.end() <= verb.first() ? doer : verb, verb, agent.get());
            int theme = nearestEvent(clauses, verb.first());
            labels = theme >= 0 ? scene.labelsIn(s, theme, theme + 1) : about(clauses, verb.head(), doer, verb);
            doer = agent.get();
        } else if (done) {
            Optional<NounPhrase> object = clauses.object(verb).or(() -> clauses.phraseAt(verb.end() + 1));
            if (object.isEmpty() || labelsOf(clauses, object.get()).isEmpty() && !violent(clauses, object.get())) {
                return;
            }
            span = Scene.span(doer, verb, object.get());
            labels = labelsOf(clauses, object.get());
            if (labels.isEmpty() && !isDefinite(clauses, object.get())) {
                return;
            }
            if (labels.isEmpty()) {
                labels = scene.focus(s, verb.head()).map(List::of).orElse(List.of());
            }
        } else {
            span = Scene.span(doer, verb, Math.min(end, sentence.size() - 1));
            labels = about(clauses, span[1] - 1, null, verb);
            if (involved && labels.isEmpty()) {
                return;
            }
            span[1] = aboutEnd(clauses, span[1], verb);
        }
        deed(
                clauses,
                verb,
                doer,
                span,
                labels,
                hedgedWords || involved && verb.is(Feature.MODAL),
                done ? "carried-out" : "behind");
    }

    /** "attack by X", "the X attack", "X stormed", "killed by X". */
    private void eventsByActors(Clauses clauses) {
        int s = clauses.sentence().index();
        for (Told told : scene.told()) {
            for (Told.Part part : told.parts()) {
                if (part.mention().sentence() != s) {
                    continue;
                }
                VerbGroup verb = part.mention().verb();
                NounPhrase phrase = part.mention().phrase();
                if (verb != null) {
                    boolean middle = verb.isAny("explode", "die")
                            || verb.isAny("detonate") && clauses.object(verb).isEmpty();
                    boolean symmetric = told.type() == org.ascribe.core.IncidentType.CLASH;
                    NounPhrase doer = verb.is(Feature.PASSIVE)
                            ? clauses.agent(verb).orElse(null)
                            : clauses.subject(verb).orElse(null);
                    if (doer != null && !middle && !symmetric) {
                        NounPhrase target = clauses.object(verb).orElse(null);
                        int[] span = Scene.span(doer, verb, target);
                        deed(clauses, verb, doer, span, List.of(told.label()), false, "did");
                    }
                } else if (phrase != null && told.type() != org.ascribe.core.IncidentType.CLASH) {
                    byPhrase(clauses, part, phrase, told.label());
                }
            }
        }
    }

    private void byPhrase(Clauses clauses, Told.Part part, NounPhrase phrase, String label) {
        Sentence sentence = clauses.sentence();
        int s = sentence.index();
        for (NounPhrase by : clauses.dependents(phrase)) {
            if (clauses.preposition(by).equals("by")
                    && clauses.verbAt(by.preposition() - 1).isEmpty()) {
                boolean hedged = scene.isHedged(s, by.preposition() - 2, by.end());
                for (ActorRef actor : scene.actors().of(clauses, by)) {
                    deedBy(
                            clauses,
                            phrase.first(),
                            by.end(),
                            List.of(label),
                            actor,
                            by.head(),
                            hedged,
                            false,
                            "attack-by");
                }
            }
        }
        // "JNIM says that its ambush finished the convoy"
        if (sentence.token(phrase.first()).is("its", "their", "our")) {
            scene.actors()
                    .owner(s, phrase)
                    .ifPresent(actor -> deedBy(
                            clauses,
                            phrase.first(),
                            phrase.end(),
                            List.of(label),
                            actor,
                            phrase.first(),
                            false,
                            false,
                            "its-attack"));
        }
        // "–allegedly by IS": set off by a dash or comma behind the event
        for (int i = phrase.end(); i + 1 < sentence.size(); i++) {
            if (sentence.token(i).is("allegedly", "reportedly", "apparently", "possibly", "purportedly", "presumably")
                    && sentence.token(i + 1).is("by")) {
                Optional<NounPhrase> by = clauses.phraseAt(i + 2);
                int nearest = nearestEvent(clauses, i);
                if (by.isPresent() && nearest == part.mention().first()) {
                    for (ActorRef actor : scene.actors().of(clauses, by.get())) {
                        deedBy(
                                clauses,
                                phrase.first(),
                                by.get().end(),
                                List.of(label),
                                actor,
                                by.get().head(),
                                true,
                                false,
                                "allegedly-by");
                    }
                }
                break;
            }
        }
        scene.mentions().actorsIn(s).stream()
                .filter(m -> m.firstToken() >= phrase.first()
                        && m.endToken() <= part.mention().first())
                .filter(m -> m.kind() == ActorMention.Kind.NAMED
                        || m.kind() == ActorMention.Kind.DESCRIPTION
                        || m.kind() == ActorMention.Kind.NATIONALITY
                                && Set.of(
                                                org.ascribe.core.IncidentType.AIRSTRIKE,
                                                org.ascribe.core.IncidentType.SHELLING)
                                        .contains(part.mention().type()))
                .filter(m -> m.endToken() == part.mention().first()
                        || sentence.token(m.endToken())
                                .is(
                                        "'s",
                                        "’s",
                                        "suicide",
                                        "car",
                                        "truck",
                                        "bomb",
                                        "drone",
                                        "air",
                                        "missile",
                                        "rocket",
                                        "group",
                                        "fighter",
                                        "militant"))
                .filter(m -> !sentence.token(Math.max(0, m.firstToken() - 1)).is("anti", "-"))
                .findFirst()
                .ifPresent(m -> {
                    boolean hedged =
                            scene.isHedged(s, phrase.first(), part.mention().first());
                    deedBy(
                            clauses,
                            phrase.first(),
                            phrase.end(),
                            List.of(label),
                            m.actor(),
                            m.firstToken(),
                            hedged,
                            false,
                            "actor-attack");
                });
    }
}
