package org.ascribe.extract.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Coded;
import org.ascribe.core.Content;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.speech.Voice;
import org.ascribe.extract.table.DataTable;
import org.jspecify.annotations.Nullable;

/** How actors are said to stand to each other, from verbs, nouns and adjectives with an actor on either side. */
final class RelationRules {

    private enum Direction {
        FORWARD,
        BACK,
        BOTH
    }

    private record Cue(String word, String part, RelationKind relation, Direction direction, Set<String> to) {}

    /** Two actors and the words that tie them. */
    private record Pair(ActorRef subject, ActorRef object, int first, int end) {}

    private static final List<Cue> CUES = DataTable.read(RelationRules.class, "relations.tsv").rows().stream()
            .map(row -> new Cue(
                    row.get("word"),
                    row.get("part"),
                    Coded.parse(RelationKind.class, row.get("relation")),
                    Direction.valueOf(row.get("direction").toUpperCase(java.util.Locale.ROOT)),
                    Set.copyOf(row.list("to"))))
            .toList();

    private static final ByFirstLetter<Cue> CUES_OF = new ByFirstLetter<>(CUES, Cue::word);

    /** What makes an alliance one that nobody declared. */
    private static final Set<String> TACIT = Set.of(
            "situational",
            "tacit",
            "tacitly",
            "convenience",
            "unspoken",
            "unofficial",
            "implicit",
            "covert",
            "quiet",
            "undeclared",
            "informal",
            "facto",
            "circumstance");

    private static final Set<String> NEGATED = Set.of("no", "not", "n't", "n’t", "never", "neither", "nor", "without");

    /** What ends talks or an alliance, so that the words tell of none. */
    private static final String[] ENDED = {
        "over",
        "foundered",
        "collapsed",
        "failed",
        "ended",
        "broke",
        "broken",
        "former",
        "ex",
        "end",
        "once",
        "rejected",
        "ruled",
        "called"
    };

    private static final String[] JUDGING = {
        "regard", "see", "view", "consider", "call", "describe", "treat", "label", "name"
    };

    private static final List<String> AVOIDING = List.of(
            "avoid",
            "refuse",
            "fail",
            "decline",
            "reluctant",
            "unwilling",
            "reluctance",
            "unwillingness",
            "failure",
            "refusal");

    private static final ByFirstLetter<String> AVOIDING_OF = new ByFirstLetter<>(AVOIDING, word -> word);

    private static final String[] ACTING = {
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
        "disarm"
    };

    private final Scene scene;
    private final Parties parties;
    private final List<Finding> found = new ArrayList<>();

    RelationRules(Scene scene) {
        this.scene = scene;
        this.parties = new Parties(scene);
    }

    List<Finding> read() {
        for (Clauses clauses : scene.mentions().clauses()) {
            Sentence sentence = clauses.sentence();
            for (int i = 0; i < sentence.size(); i++) {
                for (Cue cue : CUES_OF.of(sentence.token(i))) {
                    if (isAt(clauses, i, cue)) {
                        relation(clauses, i, cue);
                    }
                }
            }
            takenForNouns(clauses);
            reciprocal(clauses);
            sideBySide(clauses);
            compounds(clauses);
            avoidance(clauses);
            parties.denials(clauses, found);
        }
        return found;
    }

    private static boolean isForm(Token token, String base) {
        return token.lemma().equals(base) || Inflections.isForm(token.lower(), base);
    }

    private static boolean isAt(Clauses clauses, int i, Cue cue) {
        Sentence sentence = clauses.sentence();
        Token token = sentence.token(i);
        if (!isForm(token, cue.word())) {
            return false;
        }
        boolean verb = clauses.verbAt(i).filter(v -> v.head() == i).isPresent();
        return switch (cue.part()) {
            // What was fought yesterday is an incident; what is fought is a relation.
            case "verb" ->
                verb
                        && !token.is("fought", "battled")
                        && !(i > 0 && sentence.token(i - 1).is("-", "–"));
            case "verb-away" -> verb && within(sentence, i + 1, 1, "away", "with", "from");
            case "verb-proxy" -> verb && within(sentence, i, 6, "proxy", "proxies", "tool", "instrument");
            case "verb-let" -> verb;
            case "noun-blind" -> i > 0 && sentence.token(i - 1).is("blind");
            case "noun-given" ->
                !verb
                        && clauses.verbs().stream()
                                .anyMatch(v -> v.end() <= i
                                        && i - v.end() <= 4
                                        && v.isAny("provide", "give", "offer", "grant", "afford"));
            case "noun" ->
                !verb && (i + 1 >= sentence.size() || !sentence.token(i + 1).is("-"));
            default -> !verb || token.lower().endsWith("ed");
        };
    }

    private static boolean within(Sentence sentence, int from, int width, String... words) {
        for (int i = Math.max(0, from); i < Math.min(sentence.size(), from + width); i++) {
            if (sentence.token(i).is(words)) {
                return true;
            }
        }
        return false;
    }

    private void relation(Clauses clauses, int at, Cue cue) {
        Optional<VerbGroup> verb = clauses.verbAt(at).filter(v -> cue.part().startsWith("verb"));
        Pair pair = verb.isPresent() ? byVerb(clauses, verb.get(), cue) : byNoun(clauses, at, cue);
        if (pair == null) {
            return;
        }
        boolean ties = cue.relation() == RelationKind.ALLIED || cue.relation() == RelationKind.SPLITTING;
        if (!ties && scene.actors().speaksFor(pair.subject().id(), pair.object())) {
            return;
        }
        Sentence sentence = clauses.sentence();
        boolean ended = (cue.relation() == RelationKind.NEGOTIATING || cue.relation() == RelationKind.ALLIED)
                && (within(sentence, at - 3, 9, ENDED));
        if (ended) {
            return;
        }
        RelationKind kind = cue.relation();
        if (kind == RelationKind.ALLIED && tacit(sentence, Math.min(at - 4, pair.first()), pair.end() + 3)) {
            kind = RelationKind.TACIT_ALLIANCE;
        }
        boolean negated = verb.map(v -> v.is(Feature.NEGATED)).orElseGet(() -> isNegated(clauses, at))
                || within(sentence, pair.first() - 1, 2, "no", "neither");
        add(
                clauses,
                at,
                pair,
                kind,
                negated,
                verb.filter(v -> v.is(Feature.MODAL)).isPresent(),
                cue.word());
    }

    private static boolean isNegated(Clauses clauses, int at) {
        for (int i = Math.max(0, at - 4); i < at; i++) {
            if (NEGATED.contains(clauses.sentence().token(i).lower())) {
                return true;
            }
        }
        return governor(clauses, at)
                .filter(v -> v.is(Feature.NEGATED) && at - v.end() <= 6)
                .isPresent();
    }

    /** The verb whose clause the token stands in. */
    private static Optional<VerbGroup> governor(Clauses clauses, int at) {
        return clauses.verbs().stream().filter(v -> v.end() <= at).reduce((a, b) -> b);
    }

    // ---- verbs

    private @Nullable Pair byVerb(Clauses clauses, VerbGroup verb, Cue cue) {
        boolean passive = verb.is(Feature.PASSIVE);
        Optional<Parties.Accusation> accusation = parties.accusation(clauses, verb.head())
                .filter(a -> verb.is(Feature.ING) || verb.is(Feature.INFINITIVE));
        Optional<NounPhrase> subject = passive
                ? clauses.agent(verb)
                : accusation.map(Parties.Accusation::accused).or(() -> clauses.subject(verb));
        if (subject.isEmpty()) {
            return null;
        }
        List<ActorRef> subjects = parties.orState(clauses, subject.get());
        if (cue.direction() == Direction.BOTH
                && subjects.size() >= 2
                && clauses.object(verb).isEmpty()
                && !cue.to().contains("object")) {
            return new Pair(subjects.get(0), subjects.get(1), subject.get().first(), verb.end());
        }
        Optional<NounPhrase> object = passive
                ? clauses.subject(verb)
                : cue.to().contains("object")
                        ? clauses.object(verb).or(() -> clauses.governed(verb, "against"))
                        : clauses.governed(verb, cue.to().toArray(String[]::new));
        if (object.isEmpty() || subjects.isEmpty()) {
            return null;
        }
        if (cue.part().equals("verb-let")
                && !letsAct(
                        clauses,
                        object.get(),
                        passive ? verb.end() : object.get().end())) {
            return null;
        }
        ActorRef doer = subjects.get(0);
        return other(clauses, object.get(), cue, doer)
                .map(o -> new Pair(
                        doer,
                        o,
                        Math.min(subject.get().first(), object.get().first()),
                        Math.max(verb.end(), object.get().end())))
                .orElse(null);
    }

    /** "lets ISKP run camps", "allows militants to cross". */
    private static boolean letsAct(Clauses clauses, NounPhrase object, int next) {
        int end = Math.max(next, clauses.endOfChain(object));
        return Stream.of(next, next + 1, end).anyMatch(i -> clauses.verbAt(i).isPresent());
    }

    /** The other side; "the salaries of the men", "militant groups" where somebody pays or shelters it. */
    private Optional<ActorRef> other(Clauses clauses, NounPhrase phrase, Cue cue, ActorRef subject) {
        List<ActorRef> actors = parties.orState(clauses, phrase);
        if (!actors.isEmpty() && actors.get(0).id().equals(subject.id())) {
            // "them" can be the other party only.
            return isPronoun(clauses, phrase)
                    ? lastOther(clauses.sentence().index(), phrase.first(), subject)
                    : Optional.empty();
        }
        if (!actors.isEmpty()) {
            return Optional.of(actors.get(0));
        }
        boolean unnamed = cue.relation() == RelationKind.SPONSORING || cue.relation() == RelationKind.TOLERATING;
        return unnamed ? scene.actors().described(clauses, phrase) : Optional.empty();
    }

    private static boolean isPronoun(Clauses clauses, NounPhrase phrase) {
        return clauses.sentence().token(phrase.head()).is("it", "they", "them");
    }

    private Optional<ActorRef> lastOther(int sentence, int token, ActorRef subject) {
        return scene.mentions().actors().stream()
                .filter(m -> m.sentence() == sentence && m.endToken() <= token
                        || m.sentence() < sentence && m.sentence() >= sentence - 2)
                .map(ActorMention::actor)
                .filter(a -> !a.id().equals(subject.id()) && parties.isParty(a))
                .reduce((a, b) -> b);
    }

    // ---- nouns and adjectives

    /** Whose ally, whose rival: one side owns the noun or follows it, the other is said to be it or to have it. */
    private @Nullable Pair byNoun(Clauses clauses, int at, Cue cue) {
        NounPhrase phrase = clauses.phraseAt(at).orElse(null);
        Sentence sentence = clauses.sentence();
        int first = phrase == null ? at : phrase.first();
        int end = phrase == null ? at + 1 : phrase.end();
        List<ActorRef> inside = phrase == null
                ? List.of()
                : scene.mentions().actorsIn(sentence.index()).stream()
                        .filter(m -> m.firstToken() >= first && m.endToken() <= at)
                        .map(ActorMention::actor)
                        .toList();
        boolean action = cue.to().contains("between");
        if (action && inside.size() >= 2) {
            return new Pair(inside.get(0), inside.get(1), first, end);
        }
        List<NounPhrase> behind = new ArrayList<>();
        for (int i = at + 1; i < Math.min(sentence.size(), end + 2); i++) {
            NounPhrase next = clauses.phraseAt(i)
                    .filter(p -> p.first() > at && p.isGoverned())
                    .orElse(null);
            if (next != null && !behind.contains(next)) {
                behind.add(next);
            }
        }
        if (phrase != null) {
            behind.addAll(clauses.dependents(phrase).stream()
                    .limit(3)
                    .filter(d -> !behind.contains(d))
                    .toList());
        }
        ActorRef right = null;
        int last = end;
        for (NounPhrase dependent : behind) {
            String preposition = clauses.preposition(dependent);
            List<ActorRef> actors = parties.orState(clauses, dependent);
            if (preposition.equals("between") && cue.to().contains("between") && actors.size() >= 2) {
                return new Pair(
                        actors.get(0),
                        actors.get(1),
                        first,
                        clauses.joined(dependent).get(1).end());
            }
            if (right == null && cue.to().contains(preposition)) {
                right = actors.stream()
                        .findFirst()
                        .or(() -> unnamed(clauses, dependent, cue))
                        .or(() -> modifier(clauses, dependent, cue))
                        .orElse(null);
                last = right == null ? last : dependent.end();
            }
        }
        ActorRef owner =
                phrase == null ? null : parties.owner(clauses, phrase, at).orElse(null);
        if (owner != null && right != null && !owner.id().equals(right.id())) {
            return directed(cue, owner, right, first, last, false);
        }
        ActorRef given = right == null ? owner : right;
        Holder holder = holder(clauses, at, first, end, given, cue);
        if (holder == null) {
            return null;
        }
        if (given == null
                && cue.direction() == Direction.BOTH
                && holder.actors().size() >= 2) {
            return new Pair(
                    holder.actors().get(0),
                    holder.actors().get(1),
                    Math.min(first, holder.first()),
                    Math.max(last, holder.end()));
        }
        ActorRef other = given;
        if (other == null) {
            return null;
        }
        int to = Math.max(last, holder.end());
        return holder.actors().stream()
                .filter(h -> !h.id().equals(other.id()))
                .findFirst()
                .map(h -> directed(cue, h, other, Math.min(first, holder.first()), to, true))
                .orElse(null);
    }

    private static Pair directed(Cue cue, ActorRef holder, ActorRef other, int first, int end, boolean is) {
        return cue.direction() == Direction.BACK && is
                ? new Pair(other, holder, first, end)
                : new Pair(holder, other, first, end);
    }

    private Optional<ActorRef> unnamed(Clauses clauses, NounPhrase phrase, Cue cue) {
        return cue.relation() == RelationKind.SPONSORING || cue.relation() == RelationKind.TOLERATING
                ? scene.actors().described(clauses, phrase)
                : Optional.empty();
    }

    /** "inaction against known IS operations". */
    private Optional<ActorRef> modifier(Clauses clauses, NounPhrase phrase, Cue cue) {
        return cue.relation() != RelationKind.TOLERATING
                ? Optional.empty()
                : scene.mentions().actorsIn(clauses.sentence().index()).stream()
                        .filter(m -> phrase.contains(m.firstToken())
                                && scene.actors().isArmed(m.actor()))
                        .map(ActorMention::actor)
                        .findFirst();
    }

    private record Holder(List<ActorRef> actors, int first, int end) {}

    /** Of whom the noun is said: "X is an ally", "X, an ally", "its rival, X", "regards X as", "X has an understanding". */
    private @Nullable Holder holder(Clauses clauses, int at, int first, int end, @Nullable ActorRef given, Cue cue) {
        Sentence sentence = clauses.sentence();
        // "its rival Islamic State", "rivals such as X", "its ally, X,"
        boolean role = cue.direction() != Direction.FORWARD || cue.to().equals(Set.of("of"));
        for (ActorMention mention : scene.mentions().actorsIn(sentence.index())) {
            int from = mention.firstToken();
            boolean beside = role && from == at + 1
                    || role
                            && from <= end + 3
                            && from > at
                            && between(
                                    sentence,
                                    at + 1,
                                    from,
                                    ",",
                                    "such",
                                    "as",
                                    "including",
                                    "like",
                                    "the",
                                    "group",
                                    "movement")
                            && !(given == null && sentence.token(at + 1).is(","));
            if (beside && (given == null || !given.id().equals(mention.actor().id())) && given != null) {
                return new Holder(List.of(mention.actor()), from, mention.endToken());
            }
        }
        // "JNIM, al-Qaida's affiliate in the region,"
        if (first >= 2 && sentence.token(first - 1).is(",", "(", "–", "—")) {
            NounPhrase before = clauses.phraseAt(first - 2).orElse(null);
            List<ActorRef> apposed = before == null
                    ? List.of()
                    : parties.orState(clauses, before).stream().limit(1).toList();
            if (before != null && !apposed.isEmpty() && given != null) {
                return new Holder(apposed, before.first(), before.end());
            }
        }
        Optional<NounPhrase> accused = parties.accusation(clauses, at).map(Parties.Accusation::accused);
        if (accused.isPresent() && cue.direction() != Direction.BACK) {
            return new Holder(
                    parties.orState(clauses, accused.get()), accused.get().first(), end);
        }
        VerbGroup governor = governor(clauses, at).orElse(null);
        if (governor == null) {
            return null;
        }
        Optional<NounPhrase> object = clauses.object(governor);
        if (governor.isAny(JUDGING) && object.isPresent() && object.get().end() <= at) {
            List<ActorRef> judged = parties.orState(clauses, object.get());
            List<ActorRef> judge = clauses.subject(governor)
                    .map(s -> parties.orState(clauses, s))
                    .orElse(List.of());
            if (judged.isEmpty()) {
                return null;
            }
            NounPhrase subject = clauses.subject(governor).orElse(object.get());
            int from = Math.min(subject.first(), object.get().first());
            boolean own = given == null
                    || judge.stream().anyMatch(j -> j.id().equals(given.id()))
                    || judged.stream().anyMatch(j -> j.id().equals(given.id()));
            List<ActorRef> both = own && given == null
                    ? Stream.concat(judge.stream().limit(1), judged.stream().limit(1))
                            .toList()
                    : own ? Stream.concat(judge.stream(), judged.stream()).toList() : judged;
            return new Holder(both, from, object.get().end());
        }
        boolean is = governor.isAny("be", "become", "remain", "operate", "serve", "act");
        boolean has = cue.to().contains("with")
                && governor.isAny(
                        "have",
                        "maintain",
                        "keep",
                        "reach",
                        "strike",
                        "forge",
                        "form",
                        "hold",
                        "sign",
                        "seek",
                        "conclude",
                        "agree",
                        "enter",
                        "make",
                        "wage",
                        "declare",
                        "open",
                        "start",
                        "begin",
                        "resume");
        boolean gives = cue.direction() == Direction.FORWARD
                && governor.isAny("provide", "give", "offer", "grant", "afford", "pledge", "turn", "extend", "show");
        boolean swears = cue.to().contains("to") && governor.isAny("swear", "pledge", "owe", "declare", "renew");
        Optional<NounPhrase> subject = clauses.subject(governor);
        if (subject.isEmpty() || first - governor.end() > 3 || !(is || has || gives || swears)) {
            return null;
        }
        List<ActorRef> actors = new ArrayList<>(parties.orState(clauses, subject.get()));
        boolean plural = sentence.token(subject.get().head()).is("they");
        if (plural && has && given == null && cue.direction() == Direction.BOTH) {
            actors = new ArrayList<>(
                    parties.lastTwo(sentence.index(), subject.get().first()));
        }
        return new Holder(actors, Math.min(subject.get().first(), governor.first()), governor.end());
    }

    private static boolean between(Sentence sentence, int from, int to, String... words) {
        for (int i = from; i < to; i++) {
            if (!sentence.token(i).is(words)) {
                return false;
            }
        }
        return true;
    }

    // ---- shapes of their own

    /** "Iran backs Hezbollah": the tagger takes a verb between two names for a noun. */
    private void takenForNouns(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        List<ActorMention> mentions = scene.mentions().actorsIn(sentence.index());
        for (int i = 0; i + 1 < mentions.size(); i++) {
            int at = mentions.get(i).endToken();
            int gap = mentions.get(i + 1).firstToken() - at;
            if (gap < 1
                    || gap > 2
                    || clauses.verbAt(at).isPresent()
                    || !sentence.token(at).lower().endsWith("s")
                    || gap == 2 && !sentence.token(at + 1).is("the")) {
                continue;
            }
            Pair pair = new Pair(
                    mentions.get(i).actor(),
                    mentions.get(i + 1).actor(),
                    mentions.get(i).firstToken(),
                    mentions.get(i + 1).endToken());
            CUES.stream()
                    .filter(cue -> cue.part().equals("verb")
                            && cue.to().contains("object")
                            && isForm(sentence.token(at), cue.word()))
                    .findFirst()
                    .ifPresent(cue -> add(clauses, at, pair, cue.relation(), false, false, cue.word()));
        }
    }

    /** "the two groups hate each other", "X and Y fight one another", said by any tag of the verb. */
    private void reciprocal(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (int i = 2; i + 1 < sentence.size(); i++) {
            boolean each = sentence.token(i).is("each") && sentence.token(i + 1).is("other")
                    || sentence.token(i).is("one") && sentence.token(i + 1).is("another");
            if (!each) {
                continue;
            }
            for (Cue cue : CUES) {
                for (int at = Math.max(1, i - 3); at < i; at++) {
                    if (cue.part().equals("verb")
                            && cue.direction() == Direction.BOTH
                            && isForm(sentence.token(at), cue.word())) {
                        reciprocal(clauses, at, cue);
                    }
                }
            }
        }
    }

    private void reciprocal(Clauses clauses, int at, Cue cue) {
        Sentence sentence = clauses.sentence();
        NounPhrase subject = clauses.verbAt(at)
                .flatMap(clauses::subject)
                .or(() -> clauses.phraseAt(at))
                .or(() -> clauses.phraseAt(at - 1))
                .orElse(null);
        if (subject == null) {
            return;
        }
        List<ActorRef> two = parties.orState(clauses, subject);
        if (two.size() < 2
                && sentence.token(subject.first()).is("the", "both", "they")
                && (sentence.token(subject.head()).is("they") || within(sentence, subject.first(), 2, "two", "both"))) {
            two = parties.lastTwo(sentence.index(), subject.first());
        }
        if (two.size() >= 2) {
            add(
                    clauses,
                    at,
                    new Pair(two.get(0), two.get(1), subject.first(), Math.min(sentence.size(), at + 3)),
                    cue.relation(),
                    isNegated(clauses, at),
                    false,
                    "each-other");
        }
    }

    /** "The two seem to live side by side", "coexist": an arrangement that nobody declared. */
    private void sideBySide(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (VerbGroup verb : clauses.verbs()) {
            boolean beside = verb.isAny("live", "operate", "exist", "fight")
                    && sentence.size() > verb.end() + 2
                    && sentence.token(verb.end()).is("side")
                    && sentence.token(verb.end() + 2).is("side");
            if (!beside && !verb.isAny("coexist", "co-exist")) {
                continue;
            }
            List<ActorRef> two =
                    clauses.subject(verb).map(s -> parties.orState(clauses, s)).orElse(List.of());
            if (two.size() >= 2) {
                int end = beside ? verb.end() + 3 : verb.end();
                RelationKind kind = verb.isAny("fight") ? RelationKind.ALLIED : RelationKind.TACIT_ALLIANCE;
                boolean seems = within(sentence, verb.first() - 2, 2, "seem", "seems", "appear", "appears");
                add(
                        clauses,
                        verb.head(),
                        new Pair(
                                two.get(0),
                                two.get(1),
                                clauses.subject(verb).get().first(),
                                end),
                        kind,
                        verb.is(Feature.NEGATED),
                        seems,
                        "side-by-side");
            }
        }
    }

    /** "Iran-backed Houthis", "al-Qaida-linked group"; "Pakistan-based" is no relation. */
    private void compounds(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (int i = 2; i < sentence.size(); i++) {
            RelationKind kind = sentence.token(i)
                            .is("backed", "sponsored", "funded", "supported", "armed", "trained", "financed")
                    ? RelationKind.SPONSORING
                    : sentence.token(i).is("aligned", "allied", "affiliated", "linked") ? RelationKind.ALLIED : null;
            if (kind == null || !sentence.token(i - 1).is("-", "–")) {
                continue;
            }
            int at = i;
            Optional<ActorMention> left = scene.mentions().actorsIn(sentence.index()).stream()
                    .filter(m -> m.endToken() == at - 1)
                    .findFirst();
            Optional<NounPhrase> phrase = clauses.phraseAt(at + 1);
            Optional<ActorRef> right = scene.mentions().actorsIn(sentence.index()).stream()
                    .filter(m -> m.firstToken() > at && m.firstToken() <= at + 3)
                    .map(ActorMention::actor)
                    .findFirst()
                    .or(() -> kind == RelationKind.SPONSORING
                            ? phrase.flatMap(p -> scene.actors().described(clauses, p))
                            : Optional.empty());
            if (left.isPresent() && right.isPresent()) {
                ActorRef outer = left.get().actor();
                boolean backs = kind == RelationKind.SPONSORING;
                int end = phrase.map(NounPhrase::end).orElse(at + 1);
                add(
                        clauses,
                        at,
                        new Pair(
                                backs ? outer : right.get(),
                                backs ? right.get() : outer,
                                left.get().firstToken(),
                                end),
                        kind,
                        false,
                        false,
                        "compound");
            }
        }
    }

    /** "avoid acting against them", "failed to act against X", "reluctant to confront X". */
    private void avoidance(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            int at = i;
            if (AVOIDING_OF.of(sentence.token(at)).stream().noneMatch(word -> isForm(sentence.token(at), word))) {
                continue;
            }
            Optional<VerbGroup> act = clauses.verbs().stream()
                    .filter(v -> v.first() > at && v.first() <= at + 3 && v.isAny(ACTING))
                    .findFirst();
            Optional<NounPhrase> object =
                    act.flatMap(a -> clauses.governed(a, "against", "on").or(() -> clauses.object(a)));
            Optional<ActorRef> subject = clauses.phraseAt(at)
                    .flatMap(p -> parties.owner(clauses, p, at))
                    .or(() -> clauses.verbAt(at)
                            .or(() -> governor(clauses, at))
                            .flatMap(clauses::subject)
                            .flatMap(s -> parties.orState(clauses, s).stream().findFirst()));
            if (act.isEmpty() || object.isEmpty() || subject.isEmpty()) {
                continue;
            }
            Optional<ActorRef> other = isPronoun(clauses, object.get())
                    ? lastOther(sentence.index(), act.get().first(), subject.get())
                    : parties.orState(clauses, object.get()).stream()
                            .filter(o -> !o.id().equals(subject.get().id()))
                            .findFirst();
            if (other.isPresent()) {
                int end = Math.max(act.get().end(), object.get().end());
                add(
                        clauses,
                        at,
                        new Pair(subject.get(), other.get(), firstOf(sentence, subject.get(), at), end),
                        RelationKind.TOLERATING,
                        false,
                        false,
                        "avoids");
            }
        }
    }

    private static int firstOf(Sentence sentence, ActorRef actor, int at) {
        for (int i = 0; i < at; i++) {
            if (actor.at() != null && actor.at().overlaps(sentence.token(i).passage())) {
                return i;
            }
        }
        return at;
    }

    private static boolean tacit(Sentence sentence, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(sentence.size(), to); i++) {
            if (TACIT.contains(sentence.token(i).lower())) {
                return true;
            }
        }
        return false;
    }

    private void add(
            Clauses clauses, int at, Pair pair, RelationKind kind, boolean negated, boolean held, String rule) {
        int s = clauses.sentence().index();
        Set<String> ids = Set.of(
                pair.subject().id(),
                pair.subject().id().equals(pair.object().id())
                        ? ""
                        : pair.object().id());
        boolean twice = found.stream()
                .anyMatch(f -> f.sentence() == s
                        && f.content() instanceof Content.Relation r
                        && r.relation() == kind
                        && ids.contains(r.subject().id())
                        && ids.contains(r.object().id()));
        if (twice || ids.contains("")) {
            return;
        }
        if (!scene.actors().canStrike(pair.subject()) || !scene.actors().canStrike(pair.object())) {
            return;
        }
        int first = Math.min(pair.first(), at);
        int end = Math.max(pair.end(), at + 1);
        Optional<Parties.Accusation> accusation = parties.accusation(clauses, at);
        Voice.Kind voice = scene.kind(s, at);
        Polarity polarity = negated ^ voice == Voice.Kind.DENY
                ? Polarity.DENIED
                : voice == Voice.Kind.DOUBT ? Polarity.DOUBTED : Polarity.AFFIRMED;
        boolean hedged = held
                || voice == Voice.Kind.HEDGE
                || accusation.filter(Parties.Accusation::suspected).isPresent()
                || scene.isHedged(s, first, end);
        found.add(new Finding(
                s,
                first,
                end,
                List.of(),
                new Content.Relation(pair.subject(), pair.object(), kind),
                parties.speaker(clauses, at),
                polarity,
                hedged,
                "relation-" + rule,
                0.7));
    }
}
