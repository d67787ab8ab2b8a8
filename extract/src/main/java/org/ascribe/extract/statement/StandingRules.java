package org.ascribe.extract.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascribe.core.ActorRef;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.Content;
import org.ascribe.core.Place;
import org.ascribe.core.Polarity;
import org.ascribe.core.Said;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.place.PlaceMention;
import org.ascribe.extract.speech.Voice;
import org.ascribe.extract.table.DataTable;
import org.jspecify.annotations.Nullable;

/** Where an actor is said to be or not to be, and what is said of its power. */
final class StandingRules {

    private static final Set<String> PRESENT_VERBS = Set.of(
            "operate",
            "exist",
            "base",
            "entrench",
            "hide",
            "reside",
            "remain",
            "settle",
            "roam",
            "live",
            "shelter",
            "camp");
    private static final Set<String> PRESENT_ADJECTIVES =
            Set.of("active", "present", "entrenched", "based", "established", "rooted");
    private static final Set<String> PRESENCE_NOUNS = Set.of(
            "presence",
            "foothold",
            "base",
            "bases",
            "cell",
            "cells",
            "stronghold",
            "sanctuary",
            "sanctuaries",
            "haven",
            "havens",
            "hideout",
            "hideouts",
            "camps",
            "fighters",
            "members",
            "militants",
            "operations");
    private static final Set<String> GONE_VERBS =
            Set.of("eliminate", "eradicate", "expel", "drive", "uproot", "flush", "clear", "wipe");
    private static final Set<String> NEGATIVE = Set.of(
            "no", "not", "n't", "n’t", "never", "lack", "lacks", "lacked", "without", "hardly", "barely", "neither",
            "nor", "zero", "deny", "denies", "denied", "longer", "cease", "ceased");

    private record Power(String part, String kind) {}

    private static final Map<String, List<Power>> POWER =
            DataTable.read(StandingRules.class, "capability.tsv").rows().stream()
                    .collect(Collectors.groupingBy(
                            row -> row.get("word"),
                            Collectors.mapping(
                                    row -> new Power(row.get("part"), row.get("kind")), Collectors.toList())));

    private final Scene scene;
    private final List<Finding> found = new ArrayList<>();

    StandingRules(Scene scene) {
        this.scene = scene;
    }

    List<Finding> read() {
        for (Clauses clauses : scene.mentions().clauses()) {
            for (VerbGroup verb : clauses.verbs()) {
                presence(clauses, verb);
            }
            presenceNouns(clauses);
            capability(clauses);
        }
        return found;
    }

    // Presence

    private void presence(Clauses clauses, VerbGroup verb) {
        Sentence sentence = clauses.sentence();
        int s = sentence.index();
        boolean stays = PRESENT_VERBS.contains(verb.lemma()) && !verb.is(Feature.INFINITIVE);
        int predicate = verb.end();
        while (predicate < sentence.size() && sentence.token(predicate).pos().equals("ADV")) {
            predicate++;
        }
        boolean is = verb.isAny("be", "remain", "become")
                && predicate < sentence.size()
                && PRESENT_ADJECTIVES.contains(sentence.token(predicate).lower());
        boolean holds = verb.isAny("control", "occupy") && !clauses.object(verb).isEmpty();
        boolean there = verb.isAny("be", "exist")
                && verb.first() > 0
                && sentence.token(verb.first() - 1).is("there");
        boolean gone = GONE_VERBS.contains(verb.lemma())
                && (verb.is(Feature.PASSIVE) || clauses.object(verb).isPresent());
        if (there) {
            thereIs(clauses, verb);
            return;
        }
        if (!(stays || is || holds || gone) || verb.lemma().equals("remain") && !is) {
            return;
        }
        NounPhrase subject = gone && !verb.is(Feature.PASSIVE)
                ? clauses.object(verb).orElse(null)
                : clauses.subject(verb).orElse(null);
        if (subject == null) {
            return;
        }
        List<ActorRef> actors = including(clauses, subject);
        int end = is ? predicate + 1 : verb.end();
        PlaceMention place = placeNear(s, end, holds ? 8 : 12);
        if (actors.isEmpty() || place == null && !(stays && verb.isAny("exist")) && !is && !gone) {
            return;
        }
        if (gone && place == null) {
            return;
        }
        boolean negated = verb.is(Feature.NEGATED) || gone || negativeBefore(sentence, verb.first(), 3);
        for (ActorRef actor : actors) {
            int first = Math.min(subject.first(), verb.first());
            int last = place == null ? end : Math.max(end, place.endToken());
            addPresence(clauses, first, last, actor, place, negated, verb.is(Feature.MODAL), "present");
        }
    }

    /** "There are no IS fighters in Afghanistan". */
    private void thereIs(Clauses clauses, VerbGroup verb) {
        NounPhrase object = clauses.phraseAt(verb.end()).orElse(null);
        if (object == null) {
            return;
        }
        int s = clauses.sentence().index();
        boolean noun =
                PRESENCE_NOUNS.contains(clauses.sentence().token(object.head()).lower())
                        || !scene.actors().of(clauses, object).isEmpty();
        List<ActorRef> actors = scene.actors().of(clauses, object);
        if (actors.isEmpty()) {
            actors = clauses.dependents(object).stream()
                    .flatMap(d -> scene.actors().of(clauses, d).stream())
                    .limit(1)
                    .toList();
        }
        if (actors.isEmpty()) {
            actors = scene.mentions().actorsIn(s).stream()
                    .filter(m -> m.firstToken() >= object.first() && m.endToken() <= object.end())
                    .map(ActorMention::actor)
                    .limit(1)
                    .toList();
        }
        PlaceMention place = placeNear(s, verb.end(), 14);
        if (!noun || place == null && !clauses.sentence().token(object.first()).is("no")) {
            return;
        }
        boolean negated = verb.is(Feature.NEGATED)
                || clauses.sentence().token(object.first()).is("no", "hardly", "little");
        for (ActorRef actor : actors) {
            int last = place == null ? object.end() : Math.max(object.end(), place.endToken());
            addPresence(clauses, verb.first() - 1, last, actor, place, negated, verb.is(Feature.MODAL), "there-is");
        }
    }

    /** "lacks a substantial presence in Afghanistan", "its foothold in the north", "IS's presence in Syria". */
    private void presenceNouns(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        int s = sentence.index();
        for (NounPhrase phrase : clauses.phrases()) {
            if (!sentence.token(phrase.head())
                    .is(
                            "presence",
                            "foothold",
                            "stronghold",
                            "sanctuary",
                            "sanctuaries",
                            "haven",
                            "havens",
                            "bases",
                            "hideouts",
                            "strongholds",
                            "footholds",
                            "cells")) {
                continue;
            }
            PlaceMention place = placeNear(s, phrase.first(), 12);
            if (place == null && !sentence.token(phrase.head()).is("presence", "haven", "sanctuary", "base")) {
                continue;
            }
            VerbGroup governor = clauses.verbs().stream()
                    .filter(v -> v.end() <= phrase.first()
                            && clauses.object(v).filter(phrase::equals).isPresent())
                    .reduce((a, b) -> b)
                    .orElse(null);
            Optional<ActorRef> owner = scene.mentions().actorsIn(s).stream()
                    .filter(m -> m.firstToken() >= phrase.first() && m.endToken() <= phrase.head())
                    .map(ActorMention::actor)
                    .findFirst()
                    .or(() -> clauses.dependents(phrase).stream()
                            .filter(d -> Set.of("of", "for", "by").contains(clauses.preposition(d)))
                            .flatMap(d -> scene.actors().of(clauses, d).stream())
                            .findFirst())
                    .or(() -> governor == null || governor.isAny("deny", "give", "provide", "offer", "become", "reject")
                            ? Optional.empty()
                            : clauses.subject(governor)
                                    .flatMap(x -> scene.actors().of(clauses, x).stream()
                                            .findFirst()));
            if (owner.isEmpty() && governor != null && governor.isAny("become", "be", "remain", "turn", "serve")) {
                havenFor(clauses, phrase, governor);
                continue;
            }
            if (owner.isEmpty() || governor != null && governor.isAny("become", "end", "prevent", "destroy")) {
                continue;
            }
            boolean negated = governor != null
                            && (governor.isAny("lack", "lose", "deny", "reject", "dismiss")
                                    || governor.is(Feature.NEGATED))
                    || negativeBefore(sentence, phrase.first() + 1, 2);
            int first = governor == null
                    ? phrase.first()
                    : Math.min(
                            phrase.first(),
                            clauses.subject(governor).map(NounPhrase::first).orElse(governor.first()));
            int last = place == null ? phrase.end() : Math.max(phrase.end(), place.endToken());
            addPresence(
                    clauses,
                    Math.min(first, phrase.first()),
                    last,
                    owner.get(),
                    place,
                    negated,
                    governor != null && governor.is(Feature.MODAL),
                    "presence-noun");
        }
    }

    /** "Afghanistan could become a safe haven for extremist groups". */
    private void havenFor(Clauses clauses, NounPhrase phrase, VerbGroup governor) {
        NounPhrase subject = clauses.subject(governor).orElse(null);
        NounPhrase guest = clauses.dependents(phrase).stream()
                .filter(d -> Set.of("for", "of", "to").contains(clauses.preposition(d)))
                .findFirst()
                .orElse(null);
        if (subject == null || guest == null) {
            return;
        }
        PlaceMention place = scene.mentions().placesIn(clauses.sentence().index()).stream()
                .filter(p -> subject.contains(p.firstToken()))
                .findFirst()
                .orElse(null);
        Optional<ActorRef> actor =
                scene.actors().one(clauses, guest).or(() -> scene.actors().described(clauses, guest));
        if (place != null && actor.isPresent()) {
            addPresence(
                    clauses,
                    subject.first(),
                    guest.end(),
                    actor.get(),
                    place,
                    governor.is(Feature.NEGATED),
                    governor.is(Feature.MODAL),
                    "haven-for");
        }
    }

    private void addPresence(
            Clauses clauses,
            int first,
            int end,
            ActorRef actor,
            @Nullable PlaceMention place,
            boolean negated,
            boolean hedged,
            String rule) {
        int s = clauses.sentence().index();
        boolean twice = found.stream()
                .anyMatch(f -> f.sentence() == s
                        && f.content() instanceof Content.Presence p
                        && p.actor().id().equals(actor.id()));
        if (twice) {
            return;
        }
        int to = Math.min(clauses.sentence().size(), Math.max(end, first + 1));
        Voice.Kind voice = scene.kind(s, to - 1);
        Polarity polarity = negated ^ voice == Voice.Kind.DENY
                ? Polarity.DENIED
                : voice == Voice.Kind.DOUBT ? Polarity.DOUBTED : Polarity.AFFIRMED;
        Said<Place> said = place == null ? null : new Said<>(place.place(), place.passage());
        found.add(new Finding(
                s,
                first,
                to,
                List.of(),
                new Content.Presence(actor, said),
                scene.speaker(s, to - 1),
                polarity,
                hedged || voice == Voice.Kind.HEDGE || scene.isHedged(s, first, to),
                rule,
                0.75));
    }

    private @Nullable PlaceMention placeNear(int sentence, int from, int width) {
        return scene.mentions().placesIn(sentence).stream()
                .filter(p -> p.firstToken() >= from && p.firstToken() < from + width)
                .min(Comparator.comparingInt(PlaceMention::firstToken))
                .orElse(null);
    }

    /** The actors of the phrase, also of "several groups, including the IS". */
    private List<ActorRef> including(Clauses clauses, NounPhrase subject) {
        List<ActorRef> actors = new ArrayList<>(scene.actors().of(clauses, subject));
        Sentence sentence = clauses.sentence();
        int i = subject.end();
        while (i < sentence.size() && sentence.token(i).is(",", "including", "such", "as", "like", "among", "them")) {
            i++;
        }
        if (i > subject.end() + 1 && clauses.phraseAt(i).isPresent()) {
            for (ActorRef inner : scene.actors().of(clauses, clauses.phraseAt(i).orElseThrow())) {
                if (actors.stream().noneMatch(a -> a.id().equals(inner.id()))) {
                    actors.add(inner);
                }
            }
        }
        return actors;
    }

    private static boolean negativeBefore(Sentence sentence, int before, int width) {
        for (int i = Math.max(0, before - width); i < before; i++) {
            if (NEGATIVE.contains(sentence.token(i).lower())) {
                return true;
            }
        }
        return false;
    }

    // Capability

    private void capability(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            for (Power power : POWER.getOrDefault(sentence.token(i).lemma(), List.of())) {
                power(clauses, i, power);
            }
        }
    }

    private void power(Clauses clauses, int at, Power power) {
        Sentence sentence = clauses.sentence();
        int s = sentence.index();
        Optional<VerbGroup> verb = clauses.verbAt(at).filter(v -> v.head() == at);
        if (power.part().equals("verb") != verb.isPresent()) {
            return;
        }
        Optional<ActorRef> owner;
        boolean negated = negativeBefore(sentence, at, 4);
        boolean modal = false;
        int first = at;
        int end = at + 1;
        if (verb.isPresent()) {
            VerbGroup v = verb.get();
            boolean losing = power.kind().equals("decline");
            NounPhrase sufferer =
                    losing && !v.is(Feature.PASSIVE) && clauses.object(v).isPresent()
                            ? clauses.object(v).orElseThrow()
                            : clauses.subject(v).orElse(null);
            if (v.isAny("gain")
                            && clauses.object(v)
                                    .filter(o -> sentence.token(o.head())
                                            .is("strength", "ground", "momentum", "territory", "influence"))
                                    .isEmpty()
                    || v.isAny("recruit", "destroy", "crush") && sufferer == null
                    || v.isAny("threaten") && clauses.object(v).isEmpty()
                    || sufferer == null) {
                return;
            }
            owner = scene.actors()
                    .one(clauses, sufferer)
                    .or(() -> possessor(clauses, sufferer))
                    .or(() -> clauses.dependents(sufferer).stream()
                            .filter(d -> Set.of("by", "of").contains(clauses.preposition(d)))
                            .flatMap(d -> scene.actors().one(clauses, d).stream())
                            .findFirst());
            if (losing && v.is(Feature.INFINITIVE)
                    || v.isAny("grow", "gain", "expand", "strengthen", "rebuild", "destroy")
                            && owner.filter(scene.actors()::isArmed).isEmpty()) {
                return;
            }
            negated = v.is(Feature.NEGATED);
            modal = v.is(Feature.MODAL);
            first = Math.min(v.first(), sufferer.first());
            end = Math.max(v.end(), sufferer.end());
        } else {
            NounPhrase phrase = clauses.phraseAt(at).orElse(null);
            if (power.part().equals("noun") && (phrase == null || phrase.head() != at)) {
                return;
            }
            VerbGroup governor = clauses.verbs().stream()
                    .filter(v -> v.end() <= at && at - v.end() <= 6)
                    .reduce((a, b) -> b)
                    .orElse(null);
            owner = phrase == null
                    ? Optional.empty()
                    : possessor(clauses, phrase)
                            .or(() -> clauses.dependents(phrase).stream()
                                    .filter(d ->
                                            Set.of("of", "from", "by", "posed").contains(clauses.preposition(d)))
                                    .flatMap(d -> scene.actors().one(clauses, d).stream())
                                    .findFirst());
            if (owner.isEmpty()
                    && governor != null
                    && governor.isAny(
                            "be",
                            "remain",
                            "become",
                            "have",
                            "lack",
                            "retain",
                            "pose",
                            "represent",
                            "lose",
                            "show",
                            "regain",
                            "possess",
                            "maintain",
                            "stage",
                            "make",
                            "constitute")) {
                owner = clauses.subject(governor)
                        .flatMap(x -> scene.actors().one(clauses, x).or(() -> possessor(clauses, x)));
                if (clauses.subject(governor).isPresent()) {
                    first = Math.min(first, clauses.subject(governor).get().first());
                }
                negated |= governor.is(Feature.NEGATED) || governor.isAny("lack", "lose");
                modal = governor.is(Feature.MODAL);
            }
            if (phrase != null) {
                first = Math.min(first, phrase.first());
                end = clauses.endOfChain(phrase);
            }
            if (power.kind().equals("threat") && sentence.token(at).is("threats", "danger") && owner.isEmpty()) {
                return;
            }
        }
        if (owner.isEmpty() || violentNeighbour(sentence, at)) {
            return;
        }
        CapabilityKind kind = switch (power.kind()) {
            case "strength", "weakness" -> CapabilityKind.STRENGTH;
            case "decline" -> CapabilityKind.DECLINE;
            case "resurgence" -> CapabilityKind.RESURGENCE;
            default -> CapabilityKind.THREAT;
        };
        boolean denied = negated ^ power.kind().equals("weakness");
        ActorRef actor = owner.get();
        boolean twice = found.stream()
                .anyMatch(f -> f.sentence() == s
                        && f.content() instanceof Content.Capability c
                        && c.capability() == kind
                        && c.actor().id().equals(actor.id()));
        if (twice) {
            return;
        }
        Voice.Kind voice = questioned(sentence, first) ? Voice.Kind.DOUBT : scene.kind(s, at);
        Polarity polarity = denied ^ voice == Voice.Kind.DENY
                ? Polarity.DENIED
                : voice == Voice.Kind.DOUBT ? Polarity.DOUBTED : Polarity.AFFIRMED;
        int to = Math.min(end, sentence.size());
        found.add(new Finding(
                s,
                first,
                Math.max(to, at + 1),
                List.of(),
                new Content.Capability(actor, kind),
                scene.speaker(s, at),
                polarity,
                modal || voice == Voice.Kind.HEDGE || scene.isHedged(s, Math.max(0, first - 2), to),
                "capability",
                0.7));
    }

    /** "raises questions about the government's ability". */
    private static boolean questioned(Sentence sentence, int before) {
        for (int i = Math.max(0, before - 6); i < before; i++) {
            if (sentence.token(i)
                    .is("question", "questions", "doubt", "doubts", "concern", "concerns", "doubted", "confidence")) {
                return true;
            }
        }
        return false;
    }

    private static boolean violentNeighbour(Sentence sentence, int at) {
        return at + 1 < sentence.size() && sentence.token(at + 1).is("assessment", "level", "hub");
    }

    /** The actor whose name stands in the phrase before its head: "the group's continued potency", "the IS threat". */
    private Optional<ActorRef> possessor(Clauses clauses, NounPhrase phrase) {
        Optional<ActorRef> named = scene.mentions().actorsIn(clauses.sentence().index()).stream()
                .filter(m -> m.firstToken() >= phrase.first() && m.endToken() <= phrase.head())
                .map(ActorMention::actor)
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        Sentence sentence = clauses.sentence();
        boolean its = sentence.token(phrase.first()).is("its", "their");
        boolean groups = phrase.end() - phrase.first() >= 3
                && sentence.token(phrase.first()).is("the")
                && sentence.token(phrase.first() + 1).is("group", "organisation", "organization", "movement");
        if (its) {
            // A possessive looks back to the subject, which news prose puts first.
            Optional<ActorRef> first = scene.mentions().actorsIn(sentence.index()).stream()
                    .filter(m -> m.endToken() <= phrase.first())
                    .map(ActorMention::actor)
                    .findFirst();
            return first.isPresent() ? first : scene.actors().lastGroup(sentence.index(), phrase.first());
        }
        return groups ? scene.actors().lastGroup(sentence.index(), phrase.first()) : Optional.empty();
    }
}
