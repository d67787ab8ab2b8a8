package org.ascribe.extract.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker;
import org.ascribe.core.Speaker.Role;
import org.ascribe.core.Stance;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.speech.Voices;
import org.jspecify.annotations.Nullable;

/** Blame by another voice: "blamed", "accused", "attributed", "pointed the finger at", "suspicion fell on". */
final class AccusationRules extends ResponsibilityReading {

    AccusationRules(Scene scene, List<Finding> found) {
        super(scene, found);
    }

    @Override
    void read(Clauses clauses) {
        for (VerbGroup verb : clauses.verbs()) {
            blames(clauses, verb);
        }
        suspectNouns(clauses);
    }

    private void blames(Clauses clauses, VerbGroup verb) {
        switch (verb.lemma()) {
            case "blame", "fault" -> blame(clauses, verb);
            case "accuse", "charge" -> accuse(clauses, verb);
            case "attribute", "ascribe", "link", "tie", "trace", "pin", "connect" -> attribute(clauses, verb);
            case "implicate", "suspect", "name", "identify", "incriminate" -> implicate(clauses, verb);
            case "hold" -> hold(clauses, verb);
            case "point" -> point(clauses, verb);
            case "bear", "carry" -> hallmarks(clauses, verb);
            case "lie", "rest" -> liesWith(clauses, verb);
            case "belong", "hail", "be" -> belongs(clauses, verb);
            case "put", "lay", "place" -> putBlame(clauses, verb);
            case "see" -> seesBehind(clauses, verb);
            default -> {}
        }
    }

    private void blame(Clauses clauses, VerbGroup verb) {
        Optional<NounPhrase> on = clauses.governed(verb, "on", "upon");
        Optional<NounPhrase> object = clauses.object(verb);
        if (verb.is(Feature.PASSIVE)) {
            Optional<NounPhrase> theme = clauses.subject(verb);
            boolean onActor = on.filter(p -> !actorsOr(clauses, p).isEmpty()).isPresent();
            NounPhrase accused = onActor ? on.get() : theme.orElse(null);
            if (accused == null) {
                return;
            }
            accusation(
                    clauses,
                    verb,
                    accused,
                    onActor ? theme.orElse(null) : null,
                    clauses.agent(verb).orElse(null),
                    "blame");
            return;
        }
        boolean blamesActor =
                object.map(o -> !scene.actors().of(clauses, o).isEmpty()).orElse(false);
        if (object.isPresent()
                && on.isPresent()
                && !blamesActor
                && !actorsOr(clauses, on.get()).isEmpty()) {
            accusation(clauses, verb, on.get(), object.get(), null, "blame");
        } else {
            object.ifPresent(o -> accusation(clauses, verb, o, null, null, "blame"));
        }
    }

    private void accuse(Clauses clauses, VerbGroup verb) {
        NounPhrase accused = verb.is(Feature.PASSIVE)
                ? clauses.subject(verb).orElse(null)
                : clauses.object(verb).orElse(null);
        if (accused == null) {
            return;
        }
        Sentence sentence = clauses.sentence();
        int from = verb.is(Feature.PASSIVE) ? verb.end() : accused.end();
        boolean ofEvent =
                !scene.labelsIn(sentence.index(), from, sentence.size()).isEmpty();
        boolean ofDeed = false;
        boolean relation = false;
        for (int i = from; i < Math.min(sentence.size(), from + 14); i++) {
            String lemma = sentence.token(i).lemma();
            ofDeed |= Set.of(
                            "behind",
                            "responsible",
                            "responsibility",
                            "involvement",
                            "involve",
                            "attack",
                            "attacks",
                            "bombing",
                            "killing",
                            "orchestrate",
                            "mastermind",
                            "plot",
                            "strike",
                            "stage",
                            "perpetrate")
                    .contains(lemma);
            relation |= Set.of(
                                    "harbour",
                                    "harbor",
                                    "shelter",
                                    "back",
                                    "support",
                                    "sponsor",
                                    "fund",
                                    "arm",
                                    "train",
                                    "host",
                                    "tolerate",
                                    "use",
                                    "fail",
                                    "allow",
                                    "provide",
                                    "finance")
                            .contains(lemma)
                    && i < from + 4;
        }
        boolean bare = from >= sentence.size() || sentence.token(from).is(".", ",", ";", "and", "but");
        if (relation || !ofEvent && !ofDeed && !bare) {
            return;
        }
        accusation(
                clauses,
                verb,
                accused,
                null,
                verb.is(Feature.PASSIVE) ? clauses.agent(verb).orElse(null) : null,
                "accuse");
    }

    private void attribute(Clauses clauses, VerbGroup verb) {
        Optional<NounPhrase> to = verb.isAny("pin") ? clauses.governed(verb, "on") : clauses.governed(verb, "to");
        Optional<NounPhrase> theme = verb.is(Feature.PASSIVE) || verb.is(Feature.REDUCED)
                ? clauses.subject(verb)
                : clauses.object(verb)
                        .or(() -> clauses.subject(verb)
                                .filter(s -> verb.isAny("attribute", "ascribe")
                                        && s.first() < verb.first()
                                        && !labelsOf(clauses, s).isEmpty()));
        if (to.isEmpty() || theme.isEmpty()) {
            return;
        }
        boolean event = nearestEvent(clauses, verb.first()) >= 0
                || !labelsOf(clauses, theme.get()).isEmpty()
                || violent(clauses, theme.get());
        if (!event || actorsOr(clauses, to.get()).isEmpty()) {
            return;
        }
        boolean active = clauses.object(verb).isPresent() && !verb.is(Feature.PASSIVE);
        if (active) {
            accusation(clauses, verb, to.get(), theme.get(), null, "attribute");
        } else {
            int first = Math.min(theme.get().first(), verb.first());
            NounPhrase agent = clauses.agent(verb).orElse(null);
            if (agent != null && actorsOr(clauses, agent).isEmpty() || agent != null && agent != to.get()) {
                accusation(clauses, verb, to.get(), theme.get(), agent, "attribute");
                return;
            }
            for (ActorRef actor : actorsOr(clauses, to.get())) {
                List<String> labels = labelsOf(clauses, theme.get());
                Speaker voice = scene.speaker(clauses.sentence().index(), verb.head());
                add(
                        clauses,
                        first,
                        to.get().end(),
                        labels.isEmpty() ? eventOf(clauses, verb, theme.get()) : labels,
                        actor,
                        voice.role() == Role.AUTHOR ? Stance.SUSPECTED : Stance.ACCUSED,
                        voice,
                        Polarity.AFFIRMED,
                        true,
                        "attributed",
                        0.8);
            }
        }
    }

    private void implicate(Clauses clauses, VerbGroup verb) {
        NounPhrase accused = verb.is(Feature.PASSIVE)
                ? clauses.subject(verb).orElse(null)
                : clauses.object(verb).orElse(null);
        if (accused == null) {
            return;
        }
        Sentence sentence = clauses.sentence();
        boolean suspect = verb.isAny("suspect");
        if (verb.isAny("name", "identify", "suspect")) {
            boolean asDoer = false;
            for (int i = verb.end(); i < Math.min(sentence.size(), verb.end() + 10); i++) {
                asDoer |= sentence.token(i)
                        .is(
                                "behind",
                                "responsible",
                                "perpetrator",
                                "perpetrators",
                                "culprit",
                                "involvement",
                                "attack",
                                "bombing",
                                "attackers");
            }
            boolean bare = suspect
                    && (clauses.object(verb).isPresent()
                            || verb.is(Feature.PASSIVE) && reaches(sentence, verb.end(), 1, "of"))
                    && !scene.actors().of(clauses, accused).isEmpty();
            if (!asDoer && !bare) {
                return;
            }
        }
        if (suspect) {
            for (ActorRef actor : actorsOr(clauses, accused)) {
                int[] span = Scene.span(verb, accused);
                add(
                        clauses,
                        span[0],
                        span[1],
                        about(clauses, span[1] - 1, null, verb),
                        actor,
                        Stance.SUSPECTED,
                        verb.is(Feature.PASSIVE)
                                ? scene.speaker(sentence.index(), verb.head())
                                : clauses.subject(verb)
                                        .flatMap(who -> speakerOf(clauses, who))
                                        .orElseGet(() -> scene.speaker(sentence.index(), verb.head())),
                        Polarity.AFFIRMED,
                        true,
                        "suspect",
                        0.8);
            }
            return;
        }
        accusation(
                clauses,
                verb,
                accused,
                null,
                verb.is(Feature.PASSIVE) ? clauses.agent(verb).orElse(null) : null,
                "implicate");
    }

    /** The event before the verb; for "the strike" alone the one spoken of last. */
    private List<String> eventOf(Clauses clauses, VerbGroup verb, NounPhrase theme) {
        List<String> before = eventBefore(clauses, verb.first(), theme);
        return before.isEmpty() && isDefinite(clauses, theme) && violent(clauses, theme)
                ? scene.focus(clauses.sentence().index(), verb.first())
                        .map(List::of)
                        .orElse(List.of())
                : before;
    }

    /** "the attackers are believed to belong to Islamic State". */
    private void belongs(Clauses clauses, VerbGroup verb) {
        boolean believed = verb.is(Feature.INFINITIVE)
                && clauses.previousVerb(verb)
                        .filter(v -> v.isAny("believe", "think", "suspect", "say", "report", "allege", "know"))
                        .isPresent();
        boolean from = verb.isAny("be") && !reaches(clauses.sentence(), verb.end(), 1, "from");
        Optional<NounPhrase> group = clauses.governed(verb, "to", "from");
        if (from || !believed || group.isEmpty()) {
            return;
        }
        for (ActorRef actor : scene.actors().of(clauses, group.get())) {
            if (!scene.actors().isArmed(actor)) {
                continue;
            }
            VerbGroup belief = clauses.previousVerb(verb).orElse(verb);
            add(
                    clauses,
                    belief.first(),
                    group.get().end(),
                    about(clauses, belief.first(), null, verb),
                    actor,
                    Stance.SUSPECTED,
                    scene.speaker(clauses.sentence().index(), verb.head()),
                    Polarity.AFFIRMED,
                    true,
                    "believed-to-belong",
                    0.8);
        }
    }

    /** "put the blame on the militia". */
    private void putBlame(Clauses clauses, VerbGroup verb) {
        boolean blame = clauses.object(verb)
                .filter(o -> clauses.sentence().token(o.head()).is("blame", "responsibility"))
                .isPresent();
        Optional<NounPhrase> on = clauses.governed(verb, "on", "upon", "with", "at");
        if (blame && on.isPresent()) {
            accusation(clauses, verb, on.get(), null, null, "put-blame");
        }
    }

    /** "sees foreign services behind the bombing". */
    private void seesBehind(Clauses clauses, VerbGroup verb) {
        Optional<NounPhrase> seen = clauses.object(verb);
        boolean behind =
                seen.isPresent() && reaches(clauses.sentence(), seen.get().end(), 4, "behind");
        if (behind) {
            accusation(clauses, verb, seen.get(), null, null, "sees-behind");
        }
    }

    private void hold(Clauses clauses, VerbGroup verb) {
        Optional<NounPhrase> object =
                clauses.object(verb).or(() -> verb.is(Feature.PASSIVE) ? clauses.subject(verb) : Optional.empty());
        Sentence sentence = clauses.sentence();
        boolean responsible = false;
        for (int i = verb.end(); i < Math.min(sentence.size(), verb.end() + 8); i++) {
            responsible |= sentence.token(i).is("responsible", "accountable");
        }
        if (object.isPresent() && responsible) {
            accusation(clauses, verb, object.get(), null, null, "hold-responsible");
        }
    }

    private void point(Clauses clauses, VerbGroup verb) {
        Sentence sentence = clauses.sentence();
        boolean finger = false;
        for (int i = verb.end(); i < Math.min(sentence.size(), verb.end() + 4); i++) {
            finger |= sentence.token(i).is("finger", "fingers");
        }
        boolean to = clauses.governed(verb, "to", "at", "toward", "towards").isPresent();
        if (finger && to) {
            NounPhrase accused = clauses.governed(verb).stream()
                    .filter(p -> Set.of("to", "at", "toward", "towards").contains(clauses.preposition(p)))
                    .findFirst()
                    .orElseThrow();
            accusation(clauses, verb, accused, null, null, "point");
        }
    }

    /** "responsibility for the attack lay with the government". */
    private void liesWith(Clauses clauses, VerbGroup verb) {
        boolean responsibility = clauses.subject(verb)
                .filter(s -> clauses.sentence().token(s.head()).is("responsibility", "blame", "guilt", "fault"))
                .isPresent();
        Optional<NounPhrase> with = clauses.governed(verb, "with", "at");
        if (!responsibility || with.isEmpty()) {
            return;
        }
        NounPhrase who = with.get();
        int[] span = Scene.span(clauses.subject(verb).orElseThrow(), verb, who);
        for (ActorRef actor : actorsOr(clauses, who)) {
            deedBy(
                    clauses,
                    span[0],
                    span[1],
                    about(clauses, span[0], null, verb),
                    actor,
                    verb.head(),
                    verb.is(Feature.MODAL),
                    verb.is(Feature.NEGATED),
                    "lies-with");
        }
    }

    /** "the attack bore the hallmarks of IS", "bore responsibility for". */
    private void hallmarks(Clauses clauses, VerbGroup verb) {
        Sentence sentence = clauses.sentence();
        if (clauses.object(verb)
                .filter(o -> RESPONSIBILITY.contains(sentence.token(o.head()).lemma()))
                .isPresent()) {
            clauses.subject(verb).ifPresent(who -> {
                int[] span = Scene.span(who, verb, clauses.object(verb).orElseThrow());
                deed(clauses, verb, who, span, about(clauses, span[1] - 1, null, verb), false, "bears-responsibility");
            });
            return;
        }
        clauses.object(verb)
                .filter(o -> sentence.token(o.head())
                        .lemma()
                        .matches("hallmark|signature|fingerprint|imprint|stamp|mark|footprint"))
                .flatMap(o -> clauses.dependents(o).stream()
                        .filter(d -> clauses.preposition(d).equals("of"))
                        .findFirst())
                .ifPresent(of -> {
                    for (ActorRef actor : actorsOr(clauses, of)) {
                        int[] span = Scene.span(clauses.subject(verb).orElse(null), verb, of);
                        add(
                                clauses,
                                span[0],
                                span[1],
                                about(
                                        clauses,
                                        span[1] - 1,
                                        clauses.subject(verb).orElse(null),
                                        verb),
                                actor,
                                Stance.SUSPECTED,
                                scene.speaker(sentence.index(), verb.head()),
                                Polarity.AFFIRMED,
                                true,
                                "hallmarks",
                                0.8);
                    }
                });
    }

    /** One accusation; the accuser is the verb's subject, or the phrase behind "by" of a passive. */
    private void accusation(
            Clauses clauses,
            VerbGroup verb,
            NounPhrase accused,
            @Nullable NounPhrase event,
            @Nullable NounPhrase by,
            String rule) {
        Sentence sentence = clauses.sentence();
        int s = sentence.index();
        NounPhrase subject =
                verb.is(Feature.PASSIVE) ? by : clauses.subject(verb).orElse(null);
        Speaker outer = scene.speaker(s, verb.head());
        Optional<Speaker> accuser = subject == null ? Optional.empty() : speakerOf(clauses, subject);
        boolean agentless = verb.is(Feature.PASSIVE) && by == null;
        Speaker speaker = agentless
                ? (outer.role() == Role.AUTHOR ? new Speaker("unnamed", null, null, Role.UNNAMED, null, null) : outer)
                : accuser.map(a -> outer.role() == Role.AUTHOR || outer.name().equals(a.name())
                                ? a
                                : Voices.reportedBy(a, outer))
                        .orElse(outer);
        boolean negated = verb.is(Feature.NEGATED) || subject != null && isNobody(clauses, subject);
        List<ActorRef> actors = actorsOr(clauses, accused);
        int[] span = Scene.span(
                subject != null && subject.end() <= verb.first() + 12 ? subject : verb, verb, accused, event);
        List<String> labels = event != null && !labelsOf(clauses, event).isEmpty()
                ? labelsOf(clauses, event)
                : about(clauses, Math.max(span[1], verb.end()) - 1, event, verb);
        int end = aboutEnd(clauses, span[1], verb);
        for (ActorRef actor : actors) {
            if (negated) {
                continue;
            }
            boolean hedged = verb.is(Feature.MODAL) || scene.isHedged(s, verb.first() - 2, verb.end() + 1);
            Stance stance = agentless && outer.role() == Role.AUTHOR && hedged ? Stance.SUSPECTED : Stance.ACCUSED;
            add(clauses, span[0], end, labels, actor, stance, speaker, Polarity.AFFIRMED, hedged, rule, 0.85);
        }
    }

    /** "suspected IS militants", "alleged TTP fighters" that do something are read as deeds; here those that are subjects of none. */
    private void suspectNouns(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        int s = sentence.index();
        for (VerbGroup verb : clauses.verbs()) {
            // "IS is the prime suspect", "suspicion fell on IS"
            if (verb.isAny("fall", "rest", "turn", "center", "centre")
                    && clauses.subject(verb)
                            .filter(x -> sentence.token(x.head()).is("suspicion", "suspicions", "blame"))
                            .isPresent()) {
                clauses.governed(verb, "on", "upon", "to").ifPresent(on -> {
                    for (ActorRef actor : actorsOr(clauses, on)) {
                        int[] span = Scene.span(clauses.subject(verb).orElseThrow(), verb, on);
                        add(
                                clauses,
                                span[0],
                                span[1],
                                about(clauses, span[1] - 1, null, verb),
                                actor,
                                Stance.SUSPECTED,
                                scene.speaker(s, verb.head()),
                                Polarity.AFFIRMED,
                                true,
                                "suspicion",
                                0.8);
                    }
                });
            }
        }
        for (VerbGroup verb : clauses.verbs()) {
            // "the prime suspect is IS", "the attackers were Boko Haram"
            Optional<NounPhrase> who = clauses.subject(verb);
            boolean suspect = who.filter(x -> sentence.token(x.head()).is("suspect", "suspects"))
                    .isPresent();
            boolean attackers = who.filter(x -> sentence.token(x.head())
                            .is("attackers", "gunmen", "assailants", "perpetrators", "killers", "bombers"))
                    .isPresent();
            Optional<NounPhrase> is = clauses.object(verb);
            if (verb.isAny("be") && is.isPresent() && (suspect || attackers)) {
                for (ActorRef actor : scene.actors().of(clauses, is.get())) {
                    int[] span = Scene.span(who.orElseThrow(), verb, is.get());
                    deedBy(
                            clauses,
                            span[0],
                            span[1],
                            about(clauses, span[0], who.orElseThrow(), verb),
                            actor,
                            verb.head(),
                            suspect || verb.is(Feature.MODAL),
                            verb.is(Feature.NEGATED),
                            "is-the-suspect");
                }
            }
        }
        for (NounPhrase phrase : clauses.phrases()) {
            boolean work = sentence.token(phrase.head()).is("work", "handiwork")
                    && clauses.verbs().stream()
                            .anyMatch(v -> v.isAny("be") && v.end() <= phrase.first() && v.end() >= phrase.first() - 3);
            if (work) {
                clauses.dependents(phrase).stream()
                        .filter(d -> clauses.preposition(d).equals("of"))
                        .findFirst()
                        .ifPresent(of -> {
                            for (ActorRef actor : actorsOr(clauses, of)) {
                                deedBy(
                                        clauses,
                                        phrase.first(),
                                        of.end(),
                                        about(clauses, of.end() - 1, null, null),
                                        actor,
                                        of.head(),
                                        scene.isHedged(s, phrase.first() - 4, phrase.first()),
                                        sentence.token(Math.max(0, phrase.first() - 1))
                                                .is("not"),
                                        "work-of");
                            }
                        });
            }
        }
    }
}
