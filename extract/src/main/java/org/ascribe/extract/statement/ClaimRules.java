package org.ascribe.extract.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Content;
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

/** Claims by the actor itself, and words that nobody claimed it. */
final class ClaimRules extends ResponsibilityReading {

    ClaimRules(Scene scene, List<Finding> found) {
        super(scene, found);
    }

    @Override
    void read(Clauses clauses) {
        for (VerbGroup verb : clauses.verbs()) {
            claims(clauses, verb);
        }
        claimNouns(clauses);
        claimedCompounds(clauses);
    }

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
        if (!responsibility && !event && verb.isAny("admit", "acknowledge")) {
            admits(clauses, verb, subject);
            return;
        }
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
        if (sentence.token(who.head())
                .is("statement", "message", "video", "communique", "communiqué", "post", "recording")) {
            // "a statement attributed to Jaish al-Adl claimed the ambush"
            who = clauses.phrases().stream()
                    .filter(p -> p.first() >= subject.get().end() && p.end() <= verb.first())
                    .filter(p -> !scene.actors().of(clauses, p).isEmpty())
                    .findFirst()
                    .orElse(who);
        }
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

    /** "has admitted firing on a tanker", "nobody admitted to the killing". */
    private void admits(Clauses clauses, VerbGroup verb, Optional<NounPhrase> subject) {
        int s = clauses.sentence().index();
        boolean doing =
                clauses.verbAt(verb.end()).filter(next -> next.is(Feature.ING)).isPresent();
        Optional<NounPhrase> to = clauses.governed(verb, "to");
        int end = Math.min(clauses.sentence().size(), verb.end() + 6);
        List<String> labels = scene.labelsIn(s, verb.end(), end);
        if (subject.isEmpty() || labels.isEmpty() || !doing && to.isEmpty()) {
            return;
        }
        if (isNobody(clauses, subject.get())) {
            addUnclaimed(clauses, subject.get().first(), verb.end(), labels, null);
            return;
        }
        for (ActorRef actor : actorsOr(clauses, subject.get())) {
            claim(clauses, Math.min(subject.get().first(), verb.first()), end, labels, actor, "admits");
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
        boolean covered = found().stream()
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
}
