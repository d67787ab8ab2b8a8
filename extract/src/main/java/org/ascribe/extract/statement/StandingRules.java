package org.ascribe.extract.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.Content;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.Said;
import org.ascribe.extract.actor.Actor;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.place.PlaceMention;
import org.ascribe.extract.speech.Voice;
import org.ascribe.extract.table.DataTable;
import org.jspecify.annotations.Nullable;

/** Where an actor is said to be or not to be, and what is said of its power. */
final class StandingRules {

    private static final Set<String> NEGATIVE = Set.of(
            "no", "not", "n't", "n’t", "never", "lack", "lacks", "lacked", "without", "hardly", "barely", "neither",
            "nor", "zero", "deny", "denies", "denied", "longer", "cease", "ceased", "little");

    private record Power(String word, String part, String kind, Set<String> with) {}

    private static final List<Power> POWERS = DataTable.read(StandingRules.class, "capability.tsv").rows().stream()
            .map(row -> new Power(row.get("word"), row.get("part"), row.get("kind"), Set.copyOf(row.list("with"))))
            .toList();

    private static final ByFirstLetter<Power> POWERS_OF = new ByFirstLetter<>(POWERS, Power::word);

    private static final java.util.Map<String, Set<String>> PRESENCE =
            DataTable.read(StandingRules.class, "presence.tsv").rows().stream()
                    .collect(Collectors.groupingBy(
                            row -> row.get("part"), Collectors.mapping(row -> row.get("word"), Collectors.toSet())));

    /** What one holds when one holds a place. */
    private static final Set<String> GROUND = Set.of(
            "territory",
            "countryside",
            "area",
            "areas",
            "town",
            "towns",
            "district",
            "districts",
            "ground",
            "village",
            "villages",
            "part",
            "parts",
            "swathe",
            "swathes",
            "land",
            "pocket",
            "pockets",
            "city",
            "province",
            "region",
            "sway",
            "valleys",
            "most",
            "much",
            "half");

    /** Words for a country behind its adjective: "Afghan soil". */
    private static final Set<String> SOIL =
            Set.of("soil", "territory", "side", "cities", "land", "borderlands", "city", "towns", "villages", "border");

    private static final String[] HAVING = {
        "have",
        "maintain",
        "keep",
        "retain",
        "establish",
        "build",
        "set",
        "run",
        "operate",
        "find",
        "enjoy",
        "lack",
        "lose",
        "gain",
        "regain",
        "hold",
        "expand",
        "possess",
        "use",
        "take",
        "seek",
        "create",
        "consolidate"
    };

    private static final String[] HARMING = {
        "kill", "arrest", "capture", "detain", "wound", "shoot", "hit", "strike", "bomb", "attack", "target", "injure",
        "die", "blame", "accuse"
    };

    private static final String[] BEING = {
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
        "constitute",
        "stay",
        "look",
        "seem",
        "appear",
        "grow",
        "get"
    };

    private static final String[] STRIKING = {
        "strike", "attack", "hit", "carry", "mount", "launch", "stage", "conduct", "reach", "harm"
    };

    private final Scene scene;
    private final Parties parties;
    private final List<Finding> found = new ArrayList<>();

    StandingRules(Scene scene) {
        this.scene = scene;
        this.parties = new Parties(scene);
    }

    List<Finding> read() {
        for (Clauses clauses : scene.mentions().clauses()) {
            for (VerbGroup verb : clauses.verbs()) {
                presence(clauses, verb);
            }
            for (NounPhrase phrase : clauses.phrases()) {
                presence(clauses, phrase);
            }
            takenForNouns(clauses);
            for (int i = 0; i < clauses.sentence().size(); i++) {
                for (Power power : POWERS_OF.of(clauses.sentence().token(i))) {
                    power(clauses, i, power);
                }
                strength(clauses, i);
            }
            parties.denials(clauses, found);
        }
        return found;
    }

    private static boolean isPresence(String part, Token token) {
        Set<String> words = PRESENCE.getOrDefault(part, Set.of());
        return words.contains(token.lemma())
                || words.contains(token.lower())
                || words.stream().anyMatch(word -> Inflections.isForm(token.lower(), word));
    }

    // ---- presence

    private void presence(Clauses clauses, VerbGroup verb) {
        Sentence sentence = clauses.sentence();
        Token head = sentence.token(verb.head());
        boolean passive = verb.is(Feature.PASSIVE);
        int predicate = verb.end();
        while (predicate < sentence.size() && sentence.token(predicate).pos().equals("ADV")) {
            predicate++;
        }
        if (verb.isAny("be", "exist")
                && verb.first() > 0
                && sentence.token(verb.first() - 1).is("there")) {
            thereIs(clauses, verb);
            return;
        }
        boolean is = verb.isAny("be", "remain", "become", "stay")
                && predicate < sentence.size()
                && isPresence("is", sentence.token(predicate));
        boolean stays = isPresence("stays", head) && (!verb.is(Feature.INFINITIVE) || seems(clauses, verb))
                || head.is("based", "entrenched", "holed") && passive;
        boolean works = isPresence("works", head) && !passive;
        NounPhrase object = clauses.object(verb).orElse(null);
        boolean holds = isPresence("holds", head)
                && !passive
                && object != null
                && (Stream.of(object.first(), object.head())
                                .anyMatch(i -> GROUND.contains(sentence.token(i).lower()))
                        || placeIn(clauses, object.first(), object.end()) != null);
        boolean gone = isPresence("gone", head)
                && (passive || object != null)
                && !verb.is(Feature.INFINITIVE)
                && !(passive ? clauses.subject(verb) : Optional.ofNullable(object))
                        .filter(o -> isPart(sentence, o))
                        .isPresent();
        boolean compound = verb.head() > 0 && sentence.token(verb.head() - 1).is("-", "–");
        if (compound || !(is || stays || works || holds || gone)) {
            return;
        }
        NounPhrase subject = gone && !passive ? object : clauses.subject(verb).orElse(null);
        int end = is ? predicate + 1 : verb.end();
        PlaceMention place = placeBehind(clauses, end);
        if (place == null && gone && subject != null && !passive) {
            place = placeBehind(clauses, subject.end());
        }
        boolean bare = stays && verb.isAny("exist") || is;
        if (subject == null
                || place == null && !bare
                || place != null
                        && gone
                        && !near(sentence, place, "in", "from", "of", "inside", "within", "across", "throughout")) {
            return;
        }
        boolean negated = verb.is(Feature.NEGATED) ^ gone
                || negativeBefore(sentence, verb.first(), 3)
                || sentence.token(subject.first()).is("no");
        for (ActorRef actor : including(clauses, subject)) {
            if ((works || gone) && !scene.actors().isArmed(actor)) {
                continue;
            }
            int last = place == null ? end : Math.max(end, place.endToken());
            addPresence(
                    clauses,
                    Math.min(subject.first(), verb.first()),
                    last,
                    actor,
                    place,
                    negated,
                    verb.is(Feature.MODAL),
                    "present");
        }
    }

    /** "The TTP operates from", "JNIM now levies taxes in": the tagger takes a verb behind an acronym for a noun. */
    private void takenForNouns(Clauses clauses) {
        Sentence sentence = clauses.sentence();
        for (ActorMention mention : scene.mentions().actorsIn(sentence.index())) {
            int at = mention.endToken();
            while (at < sentence.size() && sentence.token(at).pos().equals("ADV")) {
                at++;
            }
            if (at + 1 >= sentence.size()
                    || clauses.verbAt(at).isPresent()
                    || !sentence.token(at).lower().endsWith("s")
                    || !sentence.token(at).pos().equals("NOUN")
                    || sentence.token(mention.endToken()).is("'s", "’s")) {
                continue;
            }
            Token verb = sentence.token(at);
            Token next = sentence.token(at + 1);
            boolean stays = isPresence("stays", verb) && next.pos().equals("ADP");
            boolean holds = isPresence("holds", verb)
                    && Stream.of("DET", "ADJ", "NOUN", "PROPN").anyMatch(next.pos()::equals);
            boolean works = isPresence("works", verb) && next.pos().equals("NOUN");
            PlaceMention place = placeBehind(clauses, at + 1);
            if (place != null && (stays || holds || works) && !verb.is("bases", "camps", "lives", "shelters")) {
                addPresence(
                        clauses,
                        mention.firstToken(),
                        place.endToken(),
                        mention.actor(),
                        place,
                        false,
                        false,
                        "present");
            }
        }
    }

    /** A cell or some fighters: who loses them is still there. */
    private static boolean isPart(Sentence sentence, NounPhrase phrase) {
        Token head = sentence.token(phrase.head());
        return isPresence("site", head)
                || isPresence("member", head)
                || head.is("commander", "commanders", "leader", "leaders", "attack", "plot");
    }

    /** "seem to live", "continue to operate", "are said to hide". */
    private static boolean seems(Clauses clauses, VerbGroup verb) {
        return clauses.previousVerb(verb)
                .filter(v -> v.end() == verb.first()
                        && (v.isAny("seem", "appear", "continue", "say", "believe", "know", "think", "report")
                                || v.head() > 0 && v.is(Feature.PASSIVE) && v.isAny("allow", "suspect")))
                .isPresent();
    }

    private static boolean near(Sentence sentence, PlaceMention place, String... prepositions) {
        for (int i = Math.max(0, place.firstToken() - 3); i < place.firstToken(); i++) {
            if (sentence.token(i).is(prepositions)) {
                return true;
            }
        }
        return false;
    }

    /** "There are no IS fighters in Afghanistan". */
    private void thereIs(Clauses clauses, VerbGroup verb) {
        NounPhrase object = clauses.phraseAt(verb.end()).orElse(null);
        if (object == null) {
            return;
        }
        int s = clauses.sentence().index();
        Token first = clauses.sentence().token(object.first());
        Optional<ActorRef> actor = parties.one(clauses, object)
                .or(() -> clauses.dependents(object).stream()
                        .flatMap(d -> parties.of(clauses, d).stream())
                        .findFirst())
                .or(() -> scene.mentions().actorsIn(s).stream()
                        .filter(m -> m.firstToken() >= object.first() && m.endToken() <= object.end())
                        .map(ActorMention::actor)
                        .findFirst())
                .or(() -> scene.actors().described(clauses, object).filter(d -> first.is("no")));
        PlaceMention place = placeBehind(clauses, verb.end());
        Token head = clauses.sentence().token(object.head());
        boolean noun = isPresence("site", head)
                || isPresence("member", head)
                || head.is("group", "groups", "presence")
                || actor.filter(a -> scene.mentions().actorsIn(s).stream()
                                .anyMatch(m -> m.actor().equals(a) && m.endToken() == object.end()))
                        .isPresent();
        if (!noun || actor.isEmpty() || place == null && !first.is("no")) {
            return;
        }
        boolean negated = verb.is(Feature.NEGATED) || first.is("no", "hardly", "little");
        int last = place == null ? object.end() : Math.max(object.end(), place.endToken());
        addPresence(clauses, verb.first() - 1, last, actor.get(), place, negated, verb.is(Feature.MODAL), "there-is");
    }

    /** "lacks a substantial presence in Afghanistan", "IS cells in Kabul", "hideouts of X near Y", "the X faction in Y". */
    private void presence(Clauses clauses, NounPhrase phrase) {
        Sentence sentence = clauses.sentence();
        Token head = sentence.token(phrase.head());
        boolean site = isPresence("site", head);
        boolean member = isPresence("member", head) && !head.is("member");
        if (!site && !member) {
            return;
        }
        List<NounPhrase> behind = clauses.dependents(phrase);
        PlaceMention place = placeOf(clauses, phrase, behind);
        if (place == null && !head.is("presence", "haven", "sanctuary")) {
            return;
        }
        VerbGroup governor = clauses.verbs().stream()
                .filter(v -> v.end() <= phrase.first()
                        && (clauses.object(v).filter(phrase::equals).isPresent()
                                || phrase.first() - v.end() <= 1
                                        && sentence.token(v.end()).is("up", "out")))
                .reduce((a, b) -> b)
                .orElse(null);
        Optional<ActorRef> owner = parties.owner(clauses, phrase, phrase.head())
                .or(() -> behind.stream()
                        .limit(2)
                        .filter(d -> Set.of("of", "for", "by").contains(clauses.preposition(d)))
                        .flatMap(d -> parties
                                .one(clauses, d)
                                .or(() -> site ? scene.actors().described(clauses, d) : Optional.empty())
                                .stream())
                        .findFirst());
        if (member) {
            members(clauses, phrase, owner, place, governor);
            return;
        }
        if (place == null && governor != null && governor.isAny("become", "be", "remain", "turn", "serve")) {
            havenFor(clauses, phrase, governor);
            return;
        }
        boolean gives = head.is("haven", "sanctuary", "shelter", "refuge")
                && governor != null
                && governor.isAny("give", "provide", "offer", "grant", "deny");
        boolean has = governor != null
                && (governor.isAny(HAVING) || sentence.token(governor.head()).is("building", "built"));
        if (owner.isEmpty() && governor != null && has) {
            owner = clauses.subject(governor).flatMap(x -> parties.oneOrDescribed(clauses, x));
        }
        boolean theirs = owner.isPresent()
                && (scene.actors().isArmed(owner.get())
                        || !head.is("base", "bases", "camp", "camps", "network", "cell", "cells"));
        if (gives || !theirs || governor != null && governor.isAny("become", "end", "prevent", "condemn")) {
            return;
        }
        boolean all = sentence.token(phrase.first()).is("every", "all");
        if (!all
                && governor != null
                && (isPresence("gone", sentence.token(governor.head()))
                        || governor.isAny("dismantle", "raid", "storm", "bomb"))) {
            return;
        }
        boolean gone = all && governor != null && isPresence("gone", sentence.token(governor.head()))
                || all
                        && clauses.verbs().stream()
                                .anyMatch(v -> v.first() >= phrase.end()
                                        && Stream.of("dismantle", "destroy", "eliminate")
                                                .anyMatch(word -> Inflections.isForm(
                                                        sentence.token(v.head()).lower(), word)));
        boolean negated = gone
                || governor != null
                        && (governor.isAny("lack", "lose", "reject", "dismiss") || governor.is(Feature.NEGATED))
                || negativeBefore(sentence, phrase.first() + 1, 2);
        if (place == null && !negated) {
            return;
        }
        NounPhrase subject = governor == null ? null : clauses.subject(governor).orElse(null);
        int first = Stream.of(
                        phrase.first(),
                        governor == null ? phrase.first() : governor.first(),
                        subject == null || !has ? phrase.first() : subject.first())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        int last = place == null ? phrase.end() : Math.max(phrase.end(), place.endToken());
        addPresence(
                clauses,
                first,
                last,
                owner.get(),
                place,
                negated,
                governor != null && governor.is(Feature.MODAL),
                "presence-noun");
    }

    /** "the insurgents on Lake Chad", "the faction of IS in the mountains"; whoever is killed there proves no presence. */
    private void members(
            Clauses clauses,
            NounPhrase phrase,
            Optional<ActorRef> owner,
            @Nullable PlaceMention place,
            @Nullable VerbGroup governor) {
        Sentence sentence = clauses.sentence();
        int end = phrase.end();
        while (end + 1 < sentence.size()
                && sentence.token(end).is("of")
                && clauses.phraseAt(end + 1).isPresent()) {
            end = clauses.phraseAt(end + 1).orElseThrow().end();
        }
        boolean beside = place != null
                && end < sentence.size()
                && sentence.token(end).is("in", "on", "around", "near", "inside", "across")
                && place.firstToken() <= end + 3;
        boolean harmed = governor != null && governor.isAny(HARMING)
                || clauses.verbs().stream()
                        .anyMatch(v -> v.isAny(HARMING)
                                && clauses.subject(v).filter(phrase::equals).isPresent())
                || phrase.isGoverned() && sentence.token(phrase.preposition()).is("by", "against", "at", "on")
                || sentence.token(phrase.first()).pos().equals("NUM")
                || scene.mentions().tollsIn(sentence.index()).stream()
                        .anyMatch(t -> t.passage().overlaps(sentence.passage(phrase.first(), phrase.end())));
        Optional<ActorRef> who = owner.or(() -> scene.actors().described(clauses, phrase));
        boolean group = who.filter(scene.actors()::isArmed).isPresent();
        if (place != null
                && beside
                && !harmed
                && group
                && (sentence.token(phrase.first()).is("the", "its", "their") || owner.isPresent())) {
            addPresence(clauses, phrase.first(), place.endToken(), who.get(), place, false, false, "members-in");
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
            boolean held,
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
        int at = Math.max(first, Math.min(to - 1, place == null ? to - 1 : place.firstToken() - 1));
        Voice.Kind voice = scene.kind(s, at);
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
                parties.speaker(clauses, at),
                polarity,
                held || voice == Voice.Kind.HEDGE || scene.isHedged(s, first - 1, to),
                rule,
                0.75));
    }

    // ---- places

    /** Of the places behind the token, in its clause, the one that the first preposition of place leads to. */
    private @Nullable PlaceMention placeBehind(Clauses clauses, int from) {
        Sentence sentence = clauses.sentence();
        int end = from;
        while (end < Math.min(sentence.size(), from + 14)
                && !sentence.token(end)
                        .is(";", ":", "but", "while", "who", "which", "that", "after", "before", "when", "where")
                && clauses.verbAt(end)
                        .filter(v -> v.first() > from && v.is(Feature.FINITE))
                        .isEmpty()) {
            end++;
        }
        return placeIn(clauses, from, end);
    }

    private @Nullable PlaceMention placeIn(Clauses clauses, int from, int end) {
        List<PlaceMention> places = scene.mentions().placesIn(clauses.sentence().index()).stream()
                .filter(p -> p.firstToken() >= from && p.firstToken() < end)
                .sorted(Comparator.comparingInt(PlaceMention::firstToken))
                .toList();
        for (int i = 0; i < places.size(); i++) {
            PlaceMention place = places.get(i);
            // "Pakistan's Balochistan province", "Sistan in Iran": the narrower of two in one phrase.
            if (i + 1 < places.size()
                    && places.get(i + 1).firstToken() == place.endToken() + 1
                    && clauses.sentence().token(place.endToken()).is("'s", "’s")) {
                return places.get(i + 1);
            }
            return place;
        }
        return soil(clauses, from, end);
    }

    /** What the phrases lead to that hang on this one, as far as they stand before any verb. */
    private @Nullable PlaceMention placeOf(Clauses clauses, NounPhrase phrase, List<NounPhrase> behind) {
        for (NounPhrase dependent : behind) {
            if (Set.of("in", "on", "near", "at", "inside", "across", "around", "along", "within", "from")
                    .contains(clauses.preposition(dependent))) {
                PlaceMention place =
                        placeIn(clauses, dependent.first(), Math.max(dependent.end(), dependent.first() + 1));
                if (place != null) {
                    return place;
                }
            }
        }
        PlaceMention own = placeIn(clauses, phrase.first(), phrase.head());
        return own != null
                        && own.endToken() <= phrase.head()
                        && scene.mentions().actorsIn(clauses.sentence().index()).stream()
                                .noneMatch(m -> m.passage().overlaps(own.passage()))
                ? own
                : null;
    }

    /** "Afghan soil", "the Iranian side of the border": the country that its adjective names. */
    private @Nullable PlaceMention soil(Clauses clauses, int from, int end) {
        Sentence sentence = clauses.sentence();
        for (int i = from + 1; i < Math.min(end, sentence.size()); i++) {
            int at = i;
            if (!SOIL.contains(sentence.token(i).lower())) {
                continue;
            }
            Optional<Actor> people = scene.mentions().actorsIn(sentence.index()).stream()
                    .filter(m -> m.endToken() == at)
                    .flatMap(m -> scene.actors().dictionary().find(m.actor().id()).stream())
                    .findFirst()
                    .or(() -> parties.people(sentence.token(at - 1).text()));
            if (people.isPresent() && people.get().country() != null) {
                String name = Locale.of("", people.get().country()).getDisplayCountry(Locale.ENGLISH);
                Place country = new Place(name, people.get().country(), null, null, null, PlacePrecision.COUNTRY);
                return new PlaceMention(
                        country,
                        sentence.passage(i - 1, i + 1),
                        sentence.index(),
                        i - 1,
                        i + 1,
                        PlaceMention.Use.LOCATION);
            }
        }
        return null;
    }

    /** The actors of the phrase, also of "several groups, including the IS"; "no foreign group" as it stands. */
    private List<ActorRef> including(Clauses clauses, NounPhrase subject) {
        Sentence sentence = clauses.sentence();
        int i = subject.end();
        while (i < sentence.size() && sentence.token(i).is(",", "including", "such", "as", "like", "among", "them")) {
            i++;
        }
        boolean apposed =
                i == subject.end() + 1 && sentence.token(subject.end()).is(",");
        List<ActorRef> actors = new ArrayList<>(
                apposed ? parties.of(clauses, subject).stream().limit(1).toList() : parties.of(clauses, subject));
        if (i > subject.end() + 1 && clauses.phraseAt(i).isPresent()) {
            for (ActorRef inner : scene.actors().of(clauses, clauses.phraseAt(i).orElseThrow())) {
                if (actors.stream().noneMatch(a -> a.id().equals(inner.id()))) {
                    actors.add(inner);
                }
            }
        }
        return actors.isEmpty()
                ? scene.actors().described(clauses, subject).map(List::of).orElse(List.of())
                : actors;
    }

    private static boolean negativeBefore(Sentence sentence, int before, int width) {
        for (int i = Math.max(0, before - width); i < before; i++) {
            if (NEGATIVE.contains(sentence.token(i).lower())) {
                return true;
            }
        }
        return false;
    }

    // ---- capability

    private static boolean isAt(Clauses clauses, int at, Power power) {
        Sentence sentence = clauses.sentence();
        Token token = sentence.token(at);
        boolean verb = clauses.verbAt(at).filter(v -> v.head() == at).isPresent();
        return switch (power.part()) {
            case "verb" ->
                verb
                        && (token.lemma().equals(power.word())
                                || Inflections.isForm(token.lower(), power.word())
                                || power.word().equals("lose") && token.is("lost"))
                        && followed(sentence, at, power.with());
            case "phrase" -> {
                String[] words = power.word().split(" ");
                boolean same = at + words.length <= sentence.size();
                for (int i = 0; same && i < words.length; i++) {
                    same = sentence.token(at + i).is(words[i]);
                }
                yield same;
            }
            default -> !verb && !token.is("reaches") && (token.lemma().equals(power.word()) || token.is(power.word()));
        };
    }

    private static boolean followed(Sentence sentence, int at, Set<String> with) {
        for (int i = at + 1; i < Math.min(sentence.size(), at + 6); i++) {
            if (with.contains(sentence.token(i).lower())) {
                return true;
            }
        }
        return with.isEmpty();
    }

    private void power(Clauses clauses, int at, Power power) {
        if (!isAt(clauses, at, power)
                || at + 1 < clauses.sentence().size()
                        && clauses.sentence().token(at + 1).is("assessment", "level", "hub")) {
            return;
        }
        switch (power.part()) {
            case "verb" -> byVerb(clauses, clauses.verbAt(at).orElseThrow(), power);
            case "noun" -> byNoun(clauses, at, power);
            case "phrase" -> byPredicate(clauses, at, at + power.word().split(" ").length, power);
            default -> byAdjective(clauses, at, power);
        }
    }

    /** "has weakened the group", "IS has been defeated", "the group is regrouping", "activity by IS has grown". */
    private void byVerb(Clauses clauses, VerbGroup verb, Power power) {
        boolean losing = power.kind().equals("decline");
        boolean hits = (losing || power.kind().equals("resurgence"))
                && !verb.is(Feature.PASSIVE)
                && power.with().isEmpty();
        NounPhrase object = clauses.object(verb).orElse(null);
        NounPhrase sufferer =
                hits && object != null ? object : clauses.subject(verb).orElse(null);
        Sentence sentence = clauses.sentence();
        boolean comparative =
                sentence.size() > verb.end() && sentence.token(verb.end()).is("weaker", "stronger", "bolder", "up");
        if (sufferer == null
                || verb.isAny("threaten") && object == null
                || losing && verb.is(Feature.INFINITIVE)
                || comparative
                || hits && power.kind().equals("decline") && isPart(sentence, sufferer)
                || verb.is(Feature.MODAL) && losing
                || isPlaceGone(clauses, verb, power)) {
            return;
        }
        Optional<ActorRef> owner = parties.one(clauses, sufferer)
                .or(() -> parties.owner(clauses, sufferer, sufferer.head()))
                .or(() -> dependent(clauses, sufferer, "by", "of"))
                .filter(a -> power.kind().equals("threat")
                        || scene.actors().isArmed(a)
                        || !power.with().isEmpty());
        int first = Math.min(verb.first(), sufferer.first());
        owner.ifPresent(who -> addPower(
                clauses,
                verb.head(),
                first,
                Math.max(verb.end(), sufferer.end()),
                who,
                power.kind(),
                verb.is(Feature.NEGATED) || sentence.token(sufferer.first()).is("neither", "no"),
                verb.is(Feature.MODAL)));
    }

    /** "eliminated in Afghanistan" tells of its presence there. */
    private boolean isPlaceGone(Clauses clauses, VerbGroup verb, Power power) {
        return power.kind().equals("decline")
                && found.stream()
                        .anyMatch(f -> f.sentence() == clauses.sentence().index()
                                && f.content() instanceof Content.Presence
                                && f.rule().equals("present")
                                && f.first() <= verb.head()
                                && verb.head() < f.end());
    }

    private Optional<ActorRef> dependent(Clauses clauses, NounPhrase phrase, String... prepositions) {
        return clauses.dependents(phrase).stream()
                .filter(d -> Set.of(prepositions).contains(clauses.preposition(d)))
                .flatMap(d -> parties.one(clauses, d).stream())
                .findFirst();
    }

    /** "the group's potency", "the IS threat", "the capability of X", "lacks the ability", "poses a threat". */
    private void byNoun(Clauses clauses, int at, Power power) {
        Sentence sentence = clauses.sentence();
        NounPhrase phrase = clauses.phraseAt(at).orElse(null);
        if (phrase == null || phrase.head() != at) {
            return;
        }
        Optional<VerbGroup> governor = clauses.verbs().stream()
                .filter(v -> v.end() <= at && at - v.end() <= 6)
                .reduce((a, b) -> b);
        // "degraded the group's ability" is decline alone
        boolean reduced = governor.filter(v ->
                        clauses.object(v).filter(phrase::equals).isPresent()
                                && POWERS.stream()
                                        .anyMatch(p -> p.part().equals("verb")
                                                && p.kind().equals("decline")
                                                && isAt(clauses, v.head(), p)))
                .isPresent();
        Optional<ActorRef> owner =
                parties.owner(clauses, phrase, at).or(() -> dependent(clauses, phrase, "of", "from", "by", "posed"));
        boolean negated = negativeBefore(sentence, phrase.first() + 1, 3);
        boolean modal = false;
        int first = phrase.first();
        if (owner.isEmpty() && governor.filter(v -> v.isAny(BEING)).isPresent()) {
            VerbGroup verb = governor.get();
            NounPhrase subject = clauses.subject(verb).orElse(null);
            owner = subject == null
                    ? Optional.empty()
                    : parties.one(clauses, subject).or(() -> parties.owner(clauses, subject, subject.head()));
            first = subject == null ? first : Math.min(first, subject.first());
            negated = negated || verb.is(Feature.NEGATED) || verb.isAny("lack", "lose");
            modal = verb.is(Feature.MODAL);
        }
        boolean posed = !power.kind().equals("threat") || !sentence.token(at).is("threats");
        if (owner.isEmpty() || reduced || !posed) {
            return;
        }
        addPower(clauses, at, first, clauses.endOfChain(phrase), owner.get(), power.kind(), negated, modal);
    }

    /** "is weaker than ever", "remains capable of striking", "a resurgent IS". */
    private void byAdjective(Clauses clauses, int at, Power power) {
        Sentence sentence = clauses.sentence();
        NounPhrase phrase = clauses.phraseAt(at).orElse(null);
        boolean superlative =
                power.kind().equals("strength") && sentence.token(at).is("deadliest", "better", "dead");
        if (phrase != null && phrase.head() > at) {
            boolean whole = scene.mentions().actorsIn(sentence.index()).stream()
                            .anyMatch(m -> m.firstToken() > at
                                    && m.endToken() >= phrase.head()
                                    && phrase.contains(m.firstToken()))
                    || sentence.token(phrase.head())
                            .is("group", "organisation", "movement", "affiliate", "branch", "client", "ally");
            if (!whole || superlative && !sentence.token(at).is("deadliest")) {
                return;
            }
            Optional<ActorRef> named = scene.mentions().actorsIn(sentence.index()).stream()
                    .filter(m -> m.firstToken() > at && phrase.contains(m.firstToken()))
                    .map(ActorMention::actor)
                    .findFirst();
            if (named.isPresent()) {
                addPower(clauses, at, phrase.first(), phrase.end(), named.get(), power.kind(), false, false);
                return;
            }
        }
        if (sentence.token(at).is("better")
                && !(at + 1 < sentence.size()
                        && sentence.token(at + 1).is("at", "able", "armed", "organised", "equipped"))) {
            return;
        }
        boolean strikes = sentence.token(at).is("capable", "able")
                        && clauses.verbs().stream()
                                .anyMatch(v -> v.first() > at && v.first() <= at + 3 && v.isAny(STRIKING))
                || sentence.token(at).is("capable")
                        && at + 2 < sentence.size()
                        && Stream.of(STRIKING)
                                .anyMatch(word -> Inflections.isForm(
                                        sentence.token(at + 2).lower(), word));
        byPredicate(clauses, at, at + 1, strikes ? new Power(power.word(), power.part(), "threat", Set.of()) : power);
    }

    /** The words stand behind "to be", "to remain" and the like. */
    private void byPredicate(Clauses clauses, int at, int end, Power power) {
        VerbGroup verb = clauses.verbs().stream()
                .filter(v -> v.end() <= at)
                .reduce((a, b) -> b)
                .orElse(null);
        NounPhrase phrase = clauses.phraseAt(at).orElse(null);
        int from = phrase == null ? at : Math.min(at, phrase.first());
        if (verb == null
                || from - verb.end() > 2
                || !verb.isAny(BEING)
                || verb.isAny("have", "pose", "make", "stage", "show", "lack")) {
            return;
        }
        NounPhrase subject = clauses.subject(verb).orElse(null);
        if (subject == null) {
            return;
        }
        // "three of them were dead" tells of men, "the insurgency is dead" of a group.
        boolean dead = clauses.sentence().token(at).is("dead");
        if (dead
                && scene.mentions().actorsIn(clauses.sentence().index()).stream()
                        .noneMatch(m -> subject.contains(m.firstToken()) && m.endToken() > subject.head())) {
            return;
        }
        boolean negated =
                verb.is(Feature.NEGATED) || negativeBefore(clauses.sentence(), at, Math.max(0, at - verb.end()));
        parties.one(clauses, subject)
                .ifPresent(who -> addPower(
                        clauses,
                        at,
                        Math.min(subject.first(), verb.first()),
                        end,
                        who,
                        power.kind(),
                        negated,
                        verb.is(Feature.MODAL)));
    }

    /** "with some 6,000 fighters", "has between 4,000 and 6,000 men", "put it at 4,000 fighters": how many they are. */
    private void strength(Clauses clauses, int at) {
        Sentence sentence = clauses.sentence();
        NounPhrase phrase = clauses.phraseAt(at).orElse(null);
        if (!sentence.token(at).is("fighters", "members", "militants", "men", "combatants", "insurgents")
                || phrase == null
                || phrase.head() != at) {
            return;
        }
        int number = at - 1;
        boolean many = number >= 0 && sentence.token(number).text().matches("\\d{1,3}(,\\d{3})+|\\d{3,}")
                || number >= 0 && sentence.token(number).is("thousand", "thousands");
        boolean dead = scene.mentions().tollsIn(sentence.index()).stream()
                .anyMatch(t -> t.passage().overlaps(sentence.passage(phrase.first(), phrase.end())));
        VerbGroup verb = clauses.verbs().stream()
                .filter(v -> v.end() <= at)
                .reduce((a, b) -> b)
                .orElse(null);
        if (!many || dead || verb == null) {
            return;
        }
        boolean with = false;
        for (int i = verb.end(); i < at; i++) {
            with |= sentence.token(i).is("with", "at");
        }
        boolean has = verb.isAny("have", "command", "number", "boast", "field", "muster", "count", "comprise");
        NounPhrase subject = clauses.subject(verb).orElse(null);
        Optional<ActorRef> owner = parties.owner(clauses, phrase, at)
                .or(() -> subject != null && !verb.isAny(HARMING) ? parties.one(clauses, subject) : Optional.empty());
        if ((has || with) && owner.filter(scene.actors()::isArmed).isPresent()) {
            addPower(
                    clauses, at, Math.min(verb.first(), phrase.first()), at + 1, owner.get(), "strength", false, false);
        }
    }

    private void addPower(
            Clauses clauses, int at, int first, int end, ActorRef actor, String power, boolean negated, boolean modal) {
        int s = clauses.sentence().index();
        CapabilityKind kind = switch (power) {
            case "strength", "weakness" -> CapabilityKind.STRENGTH;
            case "decline" -> CapabilityKind.DECLINE;
            case "resurgence" -> CapabilityKind.RESURGENCE;
            default -> CapabilityKind.THREAT;
        };
        boolean twice = found.stream()
                .anyMatch(f -> f.sentence() == s
                        && f.content() instanceof Content.Capability c
                        && c.capability() == kind
                        && c.actor().id().equals(actor.id()));
        if (twice || !scene.actors().canStrike(actor)) {
            return;
        }
        boolean denied = negated ^ power.equals("weakness");
        Voice.Kind voice = questioned(clauses.sentence(), first) ? Voice.Kind.DOUBT : scene.kind(s, at);
        Polarity polarity = denied ^ voice == Voice.Kind.DENY
                ? Polarity.DENIED
                : voice == Voice.Kind.DOUBT ? Polarity.DOUBTED : Polarity.AFFIRMED;
        int to = Math.max(Math.min(end, clauses.sentence().size()), at + 1);
        found.add(new Finding(
                s,
                Math.min(first, at),
                to,
                List.of(),
                new Content.Capability(actor, kind),
                parties.speaker(clauses, at),
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
}
