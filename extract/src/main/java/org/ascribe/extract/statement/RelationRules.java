package org.ascribe.extract.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Coded;
import org.ascribe.core.Content;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.speech.Voice;
import org.ascribe.extract.table.DataTable;

/** How actors are said to stand to each other, from verbs, nouns and adjectives with an actor on either side. */
final class RelationRules {

    private record Cue(String word, String part, RelationKind relation, boolean symmetric) {}

    private static final List<Cue> CUES = DataTable.read(RelationRules.class, "relations.tsv").rows().stream()
            .map(row -> new Cue(
                    row.get("words"),
                    row.get("part"),
                    Coded.parse(RelationKind.class, row.get("relation")),
                    row.get("symmetric").equals("yes")))
            .toList();

    /** What makes an alliance one that nobody declared. */
    private static final Set<String> TACIT = Set.of(
            "situational",
            "tacit",
            "tacitly",
            "de",
            "convenience",
            "unspoken",
            "unofficial",
            "implicit",
            "covert",
            "quiet",
            "undeclared",
            "informal");

    private static final Set<String> NEGATED =
            Set.of("no", "not", "n't", "never", "neither", "nor", "without", "deny", "denied", "denies");

    private final Scene scene;
    private final List<Finding> found = new ArrayList<>();

    RelationRules(Scene scene) {
        this.scene = scene;
    }

    List<Finding> read() {
        for (Clauses clauses : scene.mentions().clauses()) {
            Sentence sentence = clauses.sentence();
            for (int i = 0; i < sentence.size(); i++) {
                for (Cue cue : CUES) {
                    if (isAt(clauses, i, cue)) {
                        relation(clauses, i, cue);
                    }
                }
            }
            backedCompounds(clauses);
            avoidance(clauses);
        }
        return found;
    }

    private static boolean isAt(Clauses clauses, int i, Cue cue) {
        Token token = clauses.sentence().token(i);
        boolean word = token.lemma().equals(cue.word()) || token.lower().equals(cue.word());
        if (!word) {
            return false;
        }
        Sentence sentence = clauses.sentence();
        return switch (cue.part()) {
            case "verb" -> clauses.verbAt(i).filter(v -> v.head() == i).isPresent();
            case "verb-away" ->
                clauses.verbAt(i).isPresent()
                        && i + 1 < sentence.size()
                        && sentence.token(i + 1).is("away", "with");
            case "verb-proxy" ->
                clauses.verbAt(i).isPresent() && near(sentence, i, 6, "proxy", "proxies", "tool", "instrument");
            case "noun-blind" -> i > 0 && sentence.token(i - 1).is("blind");
            case "noun" -> token.pos().equals("NOUN") || token.pos().equals("PROPN");
            default -> !token.pos().equals("VERB") || token.lower().endsWith("ed");
        };
    }

    private static boolean near(Sentence sentence, int from, int width, String... words) {
        for (int i = from; i < Math.min(sentence.size(), from + width); i++) {
            if (sentence.token(i).is(words)) {
                return true;
            }
        }
        return false;
    }

    private void relation(Clauses clauses, int at, Cue cue) {
        Optional<VerbGroup> verb = clauses.verbAt(at).filter(v -> cue.part().startsWith("verb"));
        Optional<List<ActorRef>> pair = verb.isPresent() ? byVerb(clauses, verb.get(), cue) : byNoun(clauses, at, cue);
        if (pair.isEmpty()) {
            return;
        }
        ActorRef subject = pair.get().get(0);
        ActorRef object = pair.get().get(1);
        if (subject.id().equals(object.id()) || scene.actors().speaksFor(subject.id(), object)) {
            return;
        }
        boolean negated = isNegated(clauses, at, verb);
        int[] span = cover(clauses, at, subject, object);
        RelationKind kind = cue.relation();
        if (kind == RelationKind.ALLIED && tacit(clauses, span)) {
            kind = RelationKind.TACIT_ALLIANCE;
        }
        boolean hedged = scene.isHedged(clauses.sentence().index(), span[0], span[1])
                || verb.filter(v -> v.is(Feature.MODAL)).isPresent();
        add(clauses, span, subject, object, kind, negated, hedged, cue.word());
    }

    private boolean isNegated(Clauses clauses, int at, Optional<VerbGroup> verb) {
        if (verb.isPresent()) {
            return verb.get().is(Feature.NEGATED);
        }
        for (int i = Math.max(0, at - 4); i < at; i++) {
            if (NEGATED.contains(clauses.sentence().token(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private Optional<List<ActorRef>> byVerb(Clauses clauses, VerbGroup verb, Cue cue) {
        Optional<NounPhrase> subject = verb.is(Feature.PASSIVE) ? clauses.agent(verb) : clauses.subject(verb);
        List<ActorRef> subjects =
                subject.map(s -> scene.actors().of(clauses, s)).orElse(List.of());
        if (cue.symmetric() && subjects.size() >= 2) {
            return Optional.of(subjects.subList(0, 2));
        }
        Optional<NounPhrase> object;
        if (verb.is(Feature.PASSIVE)) {
            object = clauses.subject(verb);
        } else if (cue.symmetric() || verb.isAny("split", "break", "defect", "splinter", "fight", "battle")) {
            object = clauses.governed(verb, "with", "from", "to", "against").or(() -> clauses.object(verb));
        } else {
            object = clauses.object(verb);
        }
        List<ActorRef> objects = object.map(o -> scene.actors().of(clauses, o)).orElse(List.of());
        if (objects.isEmpty()
                && object.isPresent()
                && (cue.relation() == RelationKind.SPONSORING || cue.relation() == RelationKind.TOLERATING)) {
            objects = clauses.dependents(object.get()).stream()
                    .flatMap(d -> scene.actors().of(clauses, d).stream())
                    .limit(1)
                    .toList();
        }
        if (objects.isEmpty() && object.isPresent() && cue.relation() != RelationKind.HOSTILE) {
            objects = scene.actors()
                    .described(clauses, object.get())
                    .map(List::of)
                    .orElse(List.of());
        }
        return subjects.isEmpty() || objects.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(subjects.get(0), objects.get(0)));
    }

    private Optional<List<ActorRef>> byNoun(Clauses clauses, int at, Cue cue) {
        NounPhrase phrase = clauses.phraseAt(at).orElse(null);
        List<ActorRef> right = new ArrayList<>();
        List<ActorRef> left = new ArrayList<>();
        if (phrase != null) {
            for (NounPhrase dependent : clauses.dependents(phrase)) {
                String preposition = clauses.preposition(dependent);
                if (Set.of("between", "among").contains(preposition)) {
                    List<ActorRef> both = scene.actors().of(clauses, dependent);
                    if (both.size() >= 2) {
                        return Optional.of(both.subList(0, 2));
                    }
                } else if (Set.of("with", "of", "to", "for", "against", "from", "toward", "towards")
                        .contains(preposition)) {
                    right.addAll(scene.actors().of(clauses, dependent));
                } else if (preposition.equals("by")) {
                    left.addAll(scene.actors().of(clauses, dependent));
                }
            }
            scene.mentions().actorsIn(clauses.sentence().index()).stream()
                    .filter(m -> m.firstToken() >= phrase.first() && m.endToken() <= at)
                    .forEach(m -> left.add(m.actor()));
        } else {
            // adjectives: "hostile to X", "loyal to X"
            for (int i = at + 1; i < Math.min(at + 3, clauses.sentence().size()); i++) {
                clauses.phraseAt(i).ifPresent(p -> right.addAll(scene.actors().of(clauses, p)));
            }
        }
        VerbGroup governor = clauses.verbs().stream()
                .filter(v -> v.end() <= at)
                .reduce((a, b) -> b)
                .orElse(null);
        if (left.isEmpty() && governor != null) {
            Optional<NounPhrase> subject = clauses.subject(governor);
            subject.ifPresent(s -> left.addAll(scene.actors().of(clauses, s)));
        }
        if (right.isEmpty()
                && governor != null
                && governor.isAny("regard", "see", "view", "consider", "call", "describe", "treat", "label", "name")) {
            clauses.object(governor).ifPresent(o -> right.addAll(scene.actors().of(clauses, o)));
            left.removeIf(l -> right.stream().anyMatch(r -> r.id().equals(l.id())));
            if (left.isEmpty()) {
                clauses.subject(governor)
                        .ifPresent(x -> left.addAll(scene.actors().of(clauses, x)));
            }
        }
        if (cue.symmetric() && left.size() >= 2 && right.isEmpty()) {
            return Optional.of(left.subList(0, 2));
        }
        if (cue.word().equals("haven") || cue.word().equals("sanctuary")) {
            if (governor == null || !governor.isAny("provide", "give", "offer", "grant", "find")) {
                return Optional.empty();
            }
        }
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(List.of(left.get(0), right.get(0)));
    }

    /** "Iran-backed Houthis", "Pakistan-based" is no relation. */
    private void backedCompounds(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (int i = 2; i < sentence.size(); i++) {
            RelationKind kind = sentence.token(i).is("backed", "sponsored", "funded", "supported", "armed", "trained")
                    ? RelationKind.SPONSORING
                    : sentence.token(i).is("aligned", "allied", "affiliated", "linked") ? RelationKind.ALLIED : null;
            if (kind == null || !sentence.token(i - 1).is("-", "–")) {
                continue;
            }
            int at = i;
            Optional<ActorRef> left = scene.mentions().actorsIn(sentence.index()).stream()
                    .filter(m -> m.endToken() == at - 1)
                    .map(m -> m.actor())
                    .findFirst();
            Optional<ActorRef> right = scene.mentions().actorsIn(sentence.index()).stream()
                    .filter(m -> m.firstToken() > at && m.firstToken() <= at + 3)
                    .map(m -> m.actor())
                    .findFirst();
            if (left.isPresent() && right.isPresent()) {
                boolean backs = kind == RelationKind.SPONSORING;
                int[] span = cover(clauses, at, left.get(), right.get());
                add(
                        clauses,
                        span,
                        backs ? left.get() : right.get(),
                        backs ? right.get() : left.get(),
                        kind,
                        false,
                        false,
                        "compound");
            }
        }
    }

    /** "avoid acting against them", "failed to act against X", "reluctant to confront X", "inaction against X". */
    private void avoidance(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            boolean avoids = sentence.token(i)
                    .is(
                            "avoid",
                            "avoids",
                            "avoided",
                            "avoiding",
                            "refuse",
                            "refuses",
                            "refused",
                            "fail",
                            "fails",
                            "failed",
                            "failing",
                            "reluctant",
                            "unwilling",
                            "reluctance",
                            "unwillingness",
                            "failure",
                            "refusal",
                            "declined",
                            "declines");
            if (!avoids) {
                continue;
            }
            int at = i;
            Optional<VerbGroup> act = clauses.verbs().stream()
                    .filter(v -> v.first() > at
                            && v.first() <= at + 3
                            && v.isAny(
                                    "act",
                                    "move",
                                    "confront",
                                    "fight",
                                    "target",
                                    "crack",
                                    "tackle",
                                    "pursue",
                                    "dismantle",
                                    "take",
                                    "rein",
                                    "stop",
                                    "curb",
                                    "disarm"))
                    .findFirst();
            if (act.isEmpty()) {
                continue;
            }
            List<ActorRef> objects = clauses.governed(act.get(), "against", "on")
                    .or(() -> clauses.object(act.get()))
                    .map(o -> scene.actors().of(clauses, o))
                    .orElse(List.of());
            if (objects.isEmpty()) {
                objects = clauses.governed(act.get()).stream()
                        .flatMap(o -> scene.actors().of(clauses, o).stream())
                        .limit(1)
                        .toList();
            }
            Optional<ActorRef> subject = clauses.phraseAt(at)
                    .flatMap(p -> scene.mentions().actorsIn(sentence.index()).stream()
                            .filter(m -> m.firstToken() >= p.first() && m.endToken() <= at)
                            .map(m -> m.actor())
                            .findFirst())
                    .or(() -> clauses.verbAt(at)
                            .flatMap(clauses::subject)
                            .flatMap(s -> scene.actors().of(clauses, s).stream().findFirst()))
                    .or(() -> scene.mentions().actorsIn(sentence.index()).stream()
                            .filter(m -> m.endToken() <= at)
                            .map(m -> m.actor())
                            .reduce((a, b) -> b));
            if (subject.isPresent()) {
                for (ActorRef object : different(
                        objects, subject.get(), sentence.index(), act.get().first())) {
                    int[] span = cover(clauses, at, subject.get(), object);
                    span[1] = Math.max(span[1], act.get().end());
                    add(
                            clauses,
                            span,
                            subject.get(),
                            object,
                            RelationKind.TOLERATING,
                            false,
                            scene.isHedged(sentence.index(), span[0], span[1]),
                            "avoids");
                }
            }
        }
    }

    /** "them" can be the other party only: the last group named that is not the subject. */
    private List<ActorRef> different(List<ActorRef> objects, ActorRef subject, int sentence, int token) {
        if (!objects.isEmpty() && !objects.get(0).id().equals(subject.id())) {
            return objects.subList(0, 1);
        }
        if (objects.isEmpty()) {
            return List.of();
        }
        return scene.mentions().actors().stream()
                .filter(m -> m.sentence() == sentence && m.endToken() <= token
                        || m.sentence() < sentence && m.sentence() >= sentence - 2)
                .map(m -> m.actor())
                .filter(a -> !a.id().equals(subject.id()) && scene.actors().isArmed(a))
                .reduce((a, b) -> b)
                .map(List::of)
                .orElse(List.of());
    }

    private boolean tacit(Clauses clauses, int[] span) {
        Sentence sentence = clauses.sentence();
        for (int i = span[0]; i < Math.min(sentence.size(), span[1] + 3); i++) {
            if (TACIT.contains(sentence.token(i).lower())
                    && !(sentence.token(i).is("de")
                            && !(i + 1 < sentence.size()
                                    && sentence.token(i + 1).is("facto")))) {
                return true;
            }
        }
        return false;
    }

    private int[] cover(Clauses clauses, int at, ActorRef... actors) {
        int first = at;
        int end = at + 1;
        Sentence sentence = clauses.sentence();
        for (ActorRef actor : actors) {
            for (int i = 0; i < sentence.size(); i++) {
                if (actor.at() != null && actor.at().overlaps(sentence.token(i).passage())) {
                    first = Math.min(first, i);
                    end = Math.max(end, i + 1);
                }
            }
        }
        Optional<NounPhrase> phrase = clauses.phraseAt(at);
        end = Math.max(end, phrase.map(NounPhrase::end).orElse(end));
        return new int[] {first, end};
    }

    private void add(
            Clauses clauses,
            int[] span,
            ActorRef subject,
            ActorRef object,
            RelationKind kind,
            boolean negated,
            boolean hedgedWords,
            String rule) {
        int s = clauses.sentence().index();
        boolean twice = found.stream()
                .anyMatch(f -> f.sentence() == s
                        && f.content() instanceof Content.Relation r
                        && r.relation() == kind
                        && Set.of(r.subject().id(), r.object().id()).equals(Set.of(subject.id(), object.id())));
        if (twice || subject.id().equals(object.id())) {
            return;
        }
        Voice.Kind voice = scene.kind(s, span[1] - 1);
        Polarity polarity = negated ^ voice == Voice.Kind.DENY
                ? Polarity.DENIED
                : voice == Voice.Kind.DOUBT ? Polarity.DOUBTED : Polarity.AFFIRMED;
        found.add(new Finding(
                s,
                span[0],
                span[1],
                List.of(),
                new Content.Relation(subject, object, kind),
                scene.speaker(s, span[1] - 1),
                polarity,
                hedgedWords || voice == Voice.Kind.HEDGE,
                "relation-" + rule,
                0.7));
    }
}
