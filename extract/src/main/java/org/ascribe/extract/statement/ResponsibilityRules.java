package org.ascribe.extract.statement;

import java.util.ArrayList;
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
import org.ascribe.extract.speech.Speakers;
import org.ascribe.extract.speech.Voice;
import org.ascribe.extract.speech.Voices;
import org.jspecify.annotations.Nullable;

/** Who is said to be responsible for an incident: claims, statements, accusations, suspicions, denials, doubts. */
final class ResponsibilityRules {

    private static final Set<String> RESPONSIBILITY = Set.of("responsibility", "credit");
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
    private static final Set<String> NOBODY = Set.of("no", "nobody", "none", "neither");

    private final Scene scene;
    private final List<Finding> found = new ArrayList<>();

    ResponsibilityRules(Scene scene) {
        this.scene = scene;
    }

    List<Finding> read() {
        for (Clauses clauses : scene.mentions().clauses()) {
            for (VerbGroup verb : clauses.verbs()) {
                claims(clauses, verb);
                blames(clauses, verb);
                denies(clauses, verb);
                doubts(clauses, verb);
                involvement(clauses, verb);
            }
            claimNouns(clauses);
            claimedCompounds(clauses);
            suspectNouns(clauses);
            eventsByActors(clauses);
        }
        return found;
    }

    // Claims

    private void claims(Clauses clauses, VerbGroup verb) {
        boolean claimVerb = verb.isAny("claim", "take", "accept", "admit", "assume", "acknowledge");
        if (!claimVerb) {
            return;
        }
        Sentence sentence = clauses.sentence();
        Optional<NounPhrase> object = clauses.object(verb);
        boolean responsibility = object.filter(
                        o -> RESPONSIBILITY.contains(sentence.token(o.head()).lemma()))
                .isPresent();
        Optional<NounPhrase> subject = clauses.subject(verb);
        if (verb.is(Feature.PASSIVE)) {
            passiveClaim(clauses, verb, subject);
            return;
        }
        boolean event = verb.lemma().equals("claim")
                && object.filter(o -> !labelsOf(clauses, o).isEmpty() || violent(clauses, o) && !responsibility)
                        .isPresent();
        if (!responsibility && !event || verb.is(Feature.MODAL) && !verb.is(Feature.NEGATED)) {
            return;
        }
        if (verb.is(Feature.ING)
                && sentence.token(Math.max(0, verb.first() - 1)).is("without", "before")
                && responsibility
                && sentence.token(Math.max(0, verb.first() - 1)).is("without")) {
            unclaimed(clauses, verb.first() - 1, verb.end(), null);
            return;
        }
        int last = object.map(NounPhrase::end).orElse(verb.end());
        List<String> several = object.map(o -> counted(clauses, o))
                .filter(some -> !some.isEmpty())
                .or(() -> clauses.governed(verb, "for").map(f -> counted(clauses, f)))
                .orElse(List.of());
        List<String> labels = several.isEmpty() ? about(clauses, last - 1, object.orElse(null), verb) : several;
        int end = aboutEnd(clauses, last, verb);
        if (subject.isEmpty()) {
            return;
        }
        NounPhrase who = subject.get();
        boolean nobody = isNobody(clauses, who);
        boolean yet = verb.is(Feature.INFINITIVE)
                && sentence.token(Math.max(0, verb.first() - 1)).is("yet");
        if (nobody || verb.is(Feature.NEGATED) || yet) {
            Optional<ActorRef> named =
                    nobody ? Optional.empty() : scene.actors().one(clauses, who);
            addUnclaimed(clauses, Math.min(who.first(), verb.first()), end, labels, named.orElse(null));
            return;
        }
        if (verb.is(Feature.INFINITIVE)
                && !sentence.token(Math.max(0, verb.first() - 1)).is("to", "on", "statement")) {
            boolean rush = verb.first() > 0
                    && sentence.token(verb.first() - 1).lemma().matches("rush|go|appear|continue|be|statement|quick");
            if (!rush) {
                return;
            }
        }
        for (ActorRef actor : actorsOr(clauses, who)) {
            claim(clauses, Math.min(who.first(), verb.first()), end, labels, actor, "claims");
        }
    }

    private void passiveClaim(Clauses clauses, VerbGroup verb, Optional<NounPhrase> subject) {
        if (!verb.isAny("claim")
                && !(subject.filter(s -> RESPONSIBILITY.contains(
                                clauses.sentence().token(s.head()).lemma()))
                        .isPresent())) {
            return;
        }
        Optional<NounPhrase> agent = clauses.agent(verb);
        int from = subject.map(NounPhrase::first).filter(f -> f < verb.first()).orElse(verb.first());
        int theme = nearestEvent(clauses, verb.first());
        List<String> labels = theme >= 0
                ? scene.labelsIn(clauses.sentence().index(), theme, theme + 1)
                : about(clauses, verb.end() - 1, null, verb);
        if (theme >= 0) {
            from = Math.min(from, theme);
        }
        if (agent.isEmpty()) {
            if (verb.is(Feature.NEGATED)) {
                addUnclaimed(clauses, from, verb.end(), labels, null);
            }
            return;
        }
        int end = agent.get().end();
        if (verb.is(Feature.NEGATED)
                || isNobody(clauses, agent.get())
                || clauses.sentence().token(agent.get().first()).is("any")) {
            addUnclaimed(clauses, from, end, labels, null);
            return;
        }
        for (ActorRef actor : actorsOr(clauses, agent.get())) {
            claim(clauses, from, end, labels, actor, "claims");
        }
    }

    private void claimNouns(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            if (!sentence.token(i).lemma().equals("claim")
                    || !sentence.token(i).pos().equals("NOUN")) {
                continue;
            }
            boolean ofResponsibility = i + 2 < sentence.size()
                    && sentence.token(i + 1).is("of")
                    && sentence.token(i + 2).is("responsibility");
            NounPhrase phrase = clauses.phraseAt(i).orElse(null);
            if (phrase == null || !ofResponsibility) {
                continue;
            }
            int at = i;
            int end = i + 3;
            boolean none = false;
            for (int j = Math.max(0, phrase.first() - 2); j < i; j++) {
                none |= sentence.token(j).is("no", "without", "any", "neither");
            }
            boolean negated =
                    clauses.verbs().stream().anyMatch(v -> v.is(Feature.NEGATED) && (Math.abs(v.head() - at) <= 5));
            List<String> labels = about(clauses, end - 1, null, null);
            if (none || negated) {
                addUnclaimed(clauses, phrase.first(), end, labels, null);
                continue;
            }
            Optional<NounPhrase> by = clauses.dependents(phrase).stream()
                    .filter(p -> Set.of("by", "from").contains(clauses.preposition(p)))
                    .findFirst();
            Optional<ActorRef> owner =
                    by.flatMap(p -> scene.actors().one(clauses, p)).or(() -> possessor(clauses, phrase, at));
            if (owner.isPresent() && !isDoubted(clauses, i)) {
                int last = by.map(NounPhrase::end).orElse(end);
                claim(clauses, phrase.first(), Math.max(end, last), labels, owner.get(), "claim-noun");
            }
        }
    }

    private static boolean isDoubted(Clauses clauses, int at) {
        return clauses.verbs().stream()
                .anyMatch(v -> v.isAny("doubt", "question", "dispute", "dismiss", "reject", "cast")
                        && Math.abs(v.head() - at) < 8);
    }

    private Optional<ActorRef> possessor(Clauses clauses, NounPhrase phrase, int before) {
        return scene.mentions().actorsIn(clauses.sentence().index()).stream()
                .filter(m -> m.firstToken() >= phrase.first() && m.endToken() <= before)
                .map(ActorMention::actor)
                .findFirst();
    }

    /** "the IS-claimed attack", "a Taliban-claimed bombing". */
    private void claimedCompounds(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (int i = 2; i < sentence.size(); i++) {
            if (!sentence.token(i).is("claimed") || !sentence.token(i - 1).is("-", "–")) {
                continue;
            }
            int at = i - 2;
            int claimed = i;
            int event = -1;
            for (int j = i + 1; j < Math.min(sentence.size(), i + 6) && event < 0; j++) {
                if (!scene.labelsIn(sentence.index(), j, j + 1).isEmpty()) {
                    event = j;
                }
            }
            int target = event;
            scene.mentions().actorsIn(sentence.index()).stream()
                    .filter(m -> m.endToken() == at + 1)
                    .findFirst()
                    .ifPresent(m -> claim(
                            clauses,
                            m.firstToken(),
                            target < 0 ? claimed + 1 : target + 1,
                            target < 0 ? List.of() : scene.labelsIn(sentence.index(), target, target + 1),
                            m.actor(),
                            "claimed-compound"));
        }
    }

    private void claim(Clauses clauses, int first, int end, List<String> labels, ActorRef actor, String rule) {
        Speaker voice = scene.speaker(clauses.sentence().index(), first);
        Speaker self = new Speaker(actor.name(), actor.as(), actor.at(), partyRole(actor), actor.id(), null);
        Speaker speaker = voice.role() == Role.AUTHOR || scene.actors().speaksFor(voice.actor(), actor)
                ? self
                : Voices.reportedBy(self, voice);
        add(
                clauses,
                first,
                end,
                labels,
                actor,
                Stance.CLAIMED,
                speaker,
                Polarity.AFFIRMED,
                scene.isHedged(clauses.sentence().index(), first, end),
                rule,
                0.9);
    }

    private Role partyRole(ActorRef actor) {
        return scene.actors().isArmed(actor)
                        || !scene.actors().dictionary().find(actor.id()).isPresent()
                ? Role.PARTY
                : Role.OFFICIAL;
    }

    private void unclaimed(Clauses clauses, int first, int end, @Nullable ActorRef actor) {
        addUnclaimed(clauses, first, end, about(clauses, end - 1, null, null), actor);
    }

    private void addUnclaimed(Clauses clauses, int first, int end, List<String> labels, @Nullable ActorRef actor) {
        int s = clauses.sentence().index();
        boolean covered = found.stream()
                .anyMatch(f -> f.sentence() == s
                        && f.content() instanceof Content.Responsibility r
                        && r.stance() == Stance.UNCLAIMED);
        if (!covered) {
            boolean no = first > 0
                    && NOBODY.contains(clauses.sentence().token(first - 1).lower());
            add(
                    clauses,
                    no ? first - 1 : first,
                    end,
                    labels,
                    actor,
                    Stance.UNCLAIMED,
                    scene.speaker(s, first),
                    Polarity.AFFIRMED,
                    false,
                    "unclaimed",
                    0.9);
        }
    }

    private static boolean isNobody(Clauses clauses, NounPhrase phrase) {
        return NOBODY.contains(clauses.sentence().token(phrase.first()).lower())
                || phrase.first() > 0
                        && clauses.sentence().token(phrase.first() - 1).is("no", "neither");
    }

    // Accusations

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
                        labels.isEmpty() ? eventBefore(clauses, verb.first(), theme.get()) : labels,
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
                    && clauses.object(verb).isPresent()
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
                        scene.speaker(sentence.index(), verb.head()),
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

    private Optional<Speaker> speakerOf(Clauses clauses, NounPhrase phrase) {
        return scene.speakerOf(clauses, phrase);
    }

    // Denials and doubts

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

    private static boolean reaches(Sentence sentence, int from, int width, String... words) {
        for (int i = from; i < Math.min(sentence.size(), from + width); i++) {
            if (sentence.token(i).is(words)) {
                return true;
            }
        }
        return false;
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

    // Deeds

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

    private void deed(
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
    private static boolean onlyAsked(Sentence sentence, int before) {
        for (int i = Math.max(0, before - 3); i < before; i++) {
            if (sentence.token(i).is("whether", "if", "unless")) {
                return true;
            }
        }
        return false;
    }

    /** "there was no indication that Ukraine was involved". */
    private static boolean noSignThat(Sentence sentence, int before) {
        for (int i = Math.max(0, before - 7); i < before; i++) {
            if (sentence.token(i).is("indication", "evidence", "sign", "proof", "reason")) {
                return reaches(sentence, Math.max(0, i - 3), 3, "no", "any", "without", "little", "not");
            }
        }
        return false;
    }

    /** "is believed to have carried out", "are thought to be behind". */
    private boolean believed(Clauses clauses, VerbGroup verb) {
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
    private void deedBy(
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

    // Shared

    private List<ActorRef> actorsOr(Clauses clauses, NounPhrase phrase) {
        List<ActorRef> named = scene.actors().of(clauses, phrase);
        return named.isEmpty()
                ? scene.actors().described(clauses, phrase).map(List::of).orElse(List.of())
                : named;
    }

    /** "all four operations": the incidents told last, as many as the words say. */
    private List<String> counted(Clauses clauses, NounPhrase phrase) {
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

    private List<String> labelsOf(Clauses clauses, NounPhrase phrase) {
        int end = phrase.end();
        for (NounPhrase part : clauses.joined(phrase)) {
            end = Math.max(end, part.end());
        }
        return scene.labelsIn(clauses.sentence().index(), phrase.first(), end);
    }

    private static boolean violent(Clauses clauses, NounPhrase phrase) {
        return clauses.sentence()
                .token(phrase.head())
                .lemma()
                .matches(
                        "attack|bombing|assault|blast|explosion|killing|violence|strike|shooting|massacre|operation|raid|it|incident|atrocity|abduction|ambush|bomb|missile|rocket|drone|device|mine|assassination|murder|kidnapping|massacre");
    }

    private static boolean isDefinite(Clauses clauses, NounPhrase phrase) {
        return clauses.sentence().token(phrase.first()).is("the", "this", "that", "these", "those", "it", "both");
    }

    /** The event's token right before, for participles: "an attack in March claimed by". */
    private int nearestEvent(Clauses clauses, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (!scene.labelsIn(clauses.sentence().index(), i, i + 1).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private List<String> eventBefore(Clauses clauses, int token, NounPhrase theme) {
        int at = nearestEvent(clauses, token);
        return at >= theme.first() ? scene.labelsIn(clauses.sentence().index(), at, at + 1) : List.of();
    }

    /** The incidents that a statement is about: named behind it in the clause, else in its subject, else spoken of last. */
    private List<String> about(Clauses clauses, int token, @Nullable NounPhrase phrase, @Nullable VerbGroup verb) {
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
    private boolean isListed(Clauses clauses, int token, int end) {
        for (int i = token; i < end; i++) {
            if (!scene.labelsIn(clauses.sentence().index(), i, i + 1).isEmpty()) {
                return clauses.sentence().token(i).lower().endsWith("s")
                        && !clauses.sentence().token(i).lemma().endsWith("s");
            }
        }
        return false;
    }

    private static int clauseEnd(Clauses clauses, int token) {
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

    private static boolean finiteWithin(Clauses clauses, int token, int width) {
        return clauses.verbs().stream()
                .anyMatch(v -> v.first() > token && v.first() < token + width && v.is(Feature.FINITE));
    }

    /** The end of the words with the event behind them, if it stands near. */
    private int aboutEnd(Clauses clauses, int from, @Nullable VerbGroup verb) {
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

    private void add(
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
    private @Nullable Said<String> channel(Clauses clauses) {
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

    /** The report's own voice. */
    static Speaker author() {
        return Speakers.author();
    }
}
