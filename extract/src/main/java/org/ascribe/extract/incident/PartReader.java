package org.ascribe.extract.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Said;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.place.PlaceMention;
import org.ascribe.extract.speech.Voices;
import org.ascribe.extract.time.TimeMention;
import org.jspecify.annotations.Nullable;

/** What stands beside each mention of violence in its sentence: place, time, targets, weapons, tolls. */
final class PartReader {

    private static final Set<String> VAGUE_TARGETS =
            Set.of("location", "area", "site", "target", "place", "region", "part", "position", "group", "issue");
    private static final Set<String> AT_TARGET =
            Set.of("on", "against", "at", "targeting", "of", "near", "outside", "inside");

    private static final String[] LOCATIVE = {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "across",
        "on",
        "to",
        "through",
        "throughout",
        "over",
        "within",
        "into",
        "between",
        "off",
        "along",
        "towards",
        "toward",
        "beside",
        "north",
        "south",
        "east",
        "west",
        "southeast",
        "northeast",
        "northwest",
        "southwest"
    };

    private static final String PLACE_NOUNS =
            "outskirt|outskirts|city|town|village|province|district|capital|north|south|east|west|centre|center|suburb|part|region|area|edge|heart|northwest|northeast|southwest|southeast|neighbourhood|neighborhood|port|square|road|side|border|town|settlement|airport|oblast|county|governorate|state|vicinity|bombing|attack|shelling|blast|siege|explosion|quarter|headquarters|compound|station|hall|mosque|university|bazaar|market|embassy|shrine|gate|bank|school|hospital|hotel|ministry|prison|base|sector|section|block|zone|entrance|street|countryside|coast|periphery|locality|commune|camp|island";

    /** What is done to a place by force: "the camp was raided". */
    private static final String DONE_TO_PLACES =
            "attack|raid|storm|hit|strike|shell|bomb|bombard|target|loot|burn|torch|search|surround|besiege|overrun|capture|seize|destroy|damage|rock|shake|invade|raze|set|air-strike|airstrike|pound|ransack";

    private static final Set<String> SPEAKING = Set.of(
            "police",
            "official",
            "spokesman",
            "ministry",
            "minister",
            "government",
            "army",
            "authority",
            "president",
            "governor",
            "militant",
            "force",
            "court",
            "embassy",
            "envoy",
            "ambassador",
            "citizen",
            "national",
            "fighter",
            "troop");

    /** What people do about violence, on days of their own. */
    private static final Set<String> REACTIONS = Set.of(
            "say",
            "tell",
            "condemn",
            "claim",
            "deny",
            "reject",
            "blame",
            "accuse",
            "announce",
            "confirm",
            "report",
            "declare",
            "state",
            "add",
            "publish",
            "release",
            "identify",
            "admit",
            "acknowledge",
            "praise",
            "visit",
            "ask",
            "demand",
            "promise",
            "vow",
            "insist",
            "dismiss",
            "respond",
            "react",
            "order",
            "decline",
            "repeat",
            "end",
            "mourn",
            "bury",
            "suggest",
            "write",
            "warn",
            "rise",
            "climb",
            "reach",
            "raise",
            "grow",
            "correct",
            "revise",
            "mark");

    private final Lexicon lexicon;
    private final Mentions mentions;
    private final Voices voices;

    PartReader(Lexicon lexicon, Mentions mentions, Voices voices) {
        this.lexicon = lexicon;
        this.mentions = mentions;
        this.voices = voices;
    }

    /** What one mention has beside it, places and times in the order of the text. */
    record Beside(
            EventMention mention,
            List<PlaceMention> places,
            List<TimeMention> times,
            List<Said<Target>> targets,
            List<Said<Weapon>> weapons,
            List<TollMention> tolls) {

        Beside withPlaces(List<PlaceMention> others) {
            return new Beside(mention, others, times, targets, weapons, tolls);
        }
    }

    /** For the mentions of one sentence, in their order. */
    List<Beside> read(int sentence, List<EventMention> events) {
        List<Beside> found = new ArrayList<>();
        for (EventMention event : events) {
            found.add(new Beside(
                    event, new ArrayList<>(), new ArrayList<>(), targets(event), new ArrayList<>(), new ArrayList<>()));
        }
        Clauses clauses = mentions.clauses(sentence);
        for (PlaceMention place : mentions.placesIn(sentence)) {
            if (isScene(mentions, voices, place) && !isBehindSince(clauses.sentence(), place)) {
                found.get(owner(clauses, events, place.firstToken())).places().add(place);
            }
        }
        for (TimeMention time : mentions.timesIn(sentence)) {
            if (!voices.inTag(sentence, time.firstToken())
                    && !isOfReaction(clauses, events, time)
                    && !isDateline(clauses.sentence(), time)
                    && !isSince(clauses.sentence(), events, time)) {
                ownerOf(clauses, events, time)
                        .ifPresent(owner -> found.get(owner).times().add(time));
            }
        }
        for (TollMention toll : mentions.tollsIn(sentence)) {
            found.get(owner(clauses, events, toll.firstTrigger())).tolls().add(toll);
        }
        Sentence words = clauses.sentence();
        for (int i = 0; i < words.size(); i++) {
            Optional<Map.Entry<WeaponClass, Integer>> weapon = lexicon.weaponAt(words, i);
            if (weapon.isPresent()) {
                int end = i + weapon.get().getValue();
                Passage at = words.passage(i, end);
                found.get(owner(clauses, events, i))
                        .weapons()
                        .add(new Said<>(
                                new Weapon(
                                        mentions.parsed().text(at), weapon.get().getKey()),
                                at));
                i = end - 1;
            }
        }
        return found;
    }

    /** "Eight days after the strikes, five engineers were killed": the time is that of the killing, not of the strikes. */
    private Optional<Integer> ownerOf(Clauses clauses, List<EventMention> events, TimeMention time) {
        int owner = owner(clauses, events, time.firstToken());
        NounPhrase next = clauses.phraseAt(time.endToken()).orElse(null);
        boolean counts = isCounted(time)
                && time.endToken() > 0
                && clauses.sentence().token(time.endToken() - 1).is("after", "before");
        if (!counts || next == null) {
            return Optional.of(owner);
        }
        for (int e = 0; e < events.size(); e++) {
            if (!next.equals(events.get(e).phrase())) {
                continue;
            }
            boolean dated = mentions.timesIn(time.sentence()).stream()
                    .anyMatch(t -> t.firstToken() < time.firstToken()
                            && t.date() != null
                            && t.date().days() == 1);
            return dated
                    ? Optional.of(e)
                    : e + 1 < events.size() ? Optional.of(e + 1) : e > 0 ? Optional.of(e - 1) : Optional.empty();
        }
        return Optional.of(owner);
    }

    /** "the first time since the war in Gaza had begun". */
    private static boolean isBehindSince(Sentence sentence, PlaceMention place) {
        for (int i = Math.max(0, place.firstToken() - 5); i < place.firstToken(); i++) {
            if (sentence.token(i).is("since")) {
                return true;
            }
        }
        return false;
    }

    /** "(Geneva, 4 October 2022) – The attack": when it was written. */
    private static boolean isDateline(Sentence sentence, TimeMention time) {
        return sentence.token(0).is("(")
                && time.endToken() < sentence.size()
                && sentence.token(time.endToken()).is(")");
    }

    /** "the deadliest bombing since 2015": the event is of another day. */
    private static boolean isSince(Sentence sentence, List<EventMention> events, TimeMention time) {
        EventMention last = null;
        for (EventMention event : events) {
            last = event.first() < time.firstToken() ? event : last;
        }
        if (last == null || EventFinder.isPlural(sentence, last)) {
            return false;
        }
        for (int i = last.end(); i < time.endToken(); i++) {
            if (sentence.token(i).is("since")) {
                return true;
            }
        }
        return false;
    }

    /** "On Sunday the president condemned the attack": the day of the condemnation. */
    private static boolean isOfReaction(Clauses clauses, List<EventMention> events, TimeMention time) {
        for (EventMention event : events) {
            NounPhrase phrase = event.phrase();
            if (phrase != null
                    && (phrase.contains(time.firstToken())
                            || phrase.first() < time.firstToken()
                                    && clauses.endOfChain(phrase) + 1 >= time.firstToken())) {
                return false;
            }
        }
        Optional<VerbGroup> before = clauses.verbs().stream()
                .filter(v -> v.end() <= time.firstToken())
                .reduce((a, b) -> b);
        Optional<VerbGroup> verb = before.isPresent()
                ? before
                : clauses.verbs().stream()
                        .filter(v -> v.is(Feature.FINITE) && v.first() >= time.endToken())
                        .findFirst();
        return verb.filter(v -> REACTIONS.contains(v.lemma()) && events.stream().noneMatch(e -> v.equals(e.verb())))
                .isPresent();
    }

    /** Which of the events the token belongs to: the one in whose phrase it stands, else the last before it. */
    private static int owner(Clauses clauses, List<EventMention> events, int token) {
        for (int e = 0; e < events.size(); e++) {
            NounPhrase phrase = events.get(e).phrase();
            if (phrase != null && phrase.contains(token)) {
                return e;
            }
        }
        for (int e = events.size() - 1; e >= 0; e--) {
            NounPhrase phrase = events.get(e).phrase();
            if (phrase != null && clauses.dependents(phrase).stream().anyMatch(d -> d.contains(token))) {
                return e;
            }
        }
        int best = 0;
        for (int e = 0; e < events.size(); e++) {
            if (events.get(e).first() <= token) {
                best = e;
            }
        }
        return best;
    }

    /**
     * Whether the place is one where things happen: named behind "in", "near" and the like, in the words for the violence
     * or its target, as a heading, or beside such a place. Not the place of a speaker ("a resident of Herat said"), nor
     * where somebody is from or based, nor a capital that stands for its government.
     */
    static boolean isScene(Mentions mentions, Voices voices, PlaceMention place) {
        int s = place.sentence();
        Clauses clauses = mentions.clauses(s);
        Sentence sentence = clauses.sentence();
        boolean metonym = mentions.actorsIn(s).stream()
                .anyMatch(a ->
                        a.kind() == ActorMention.Kind.METONYM && a.passage().overlaps(place.passage()));
        if (voices.inTag(s, place.firstToken())
                || metonym
                        && place.use() == PlaceMention.Use.NAMED
                        && !isBehind(sentence, place, "in", "at", "near", "outside", "inside", "around")) {
            return false;
        }
        if (sentence.size() <= place.endToken() - place.firstToken() + 3) {
            return true;
        }
        if (isDoer(clauses, place) || ownsMission(sentence, place)) {
            return false;
        }
        NounPhrase phrase = clauses.phraseAt(place.firstToken()).orElse(null);
        int before = phrase == null ? place.firstToken() - 1 : phrase.first() - 1;
        if (before >= 0 && sentence.token(before).is("of") && before > 0) {
            // "the outskirts of Kabul", but not "a resident of Kabul"
            return sentence.token(before - 1).lemma().matches(PLACE_NOUNS);
        }
        if (before >= 0 && sentence.token(before).is("from")) {
            return before > 0 && sentence.token(before - 1).lemma().matches("km|kilometre|kilometer|mile");
        }
        if (before >= 0 && sentence.token(before).is(LOCATIVE)) {
            int noun = before - 1;
            boolean based = noun >= 0 && sentence.token(noun).is("based", "exiled", "headquartered", "born");
            return !based;
        }
        if (isHarmed(clauses, phrase, place)) {
            return true;
        }
        if (before >= 0 && sentence.token(before).is(",", "and", "or", "–", "(") && before > 0) {
            int left = before - 1;
            return isInList(clauses, before, place)
                    || mentions.placesIn(s).stream()
                            .anyMatch(p -> p != place
                                    && p.firstToken() <= left
                                    && left < p.endToken() + 2
                                    && isScene(mentions, voices, p));
        }
        // "the Kabul airport bombing", "a Moscow concert hall"
        return phrase != null
                        && phrase.head() >= place.endToken()
                        && !sentence.token(place.endToken()).is("'s", "’s")
                        && !SPEAKING.contains(sentence.token(phrase.head()).lemma())
                || place.place().precision().ordinal() <= PlacePrecision.TOWN.ordinal()
                        && phrase != null
                        && phrase.first() == 0;
    }

    /** "The Nur Shams camp was raided", "shelled the town": what is attacked is where it happens. */
    private static boolean isHarmed(Clauses clauses, @Nullable NounPhrase phrase, PlaceMention place) {
        return phrase != null
                && phrase.head() < place.endToken()
                && clauses.verbs().stream()
                        .filter(verb -> verb.lemma().matches(DONE_TO_PLACES)
                                || verb.isAny("come")
                                        && clauses.sentence()
                                                .token(Math.min(
                                                        verb.end(),
                                                        clauses.sentence().size() - 1))
                                                .is("under"))
                        .anyMatch(verb -> (verb.is(Feature.PASSIVE) || verb.isAny("come")
                                        ? clauses.subject(verb)
                                        : place.place().precision() == PlacePrecision.COUNTRY
                                                ? Optional.<NounPhrase>empty()
                                                : clauses.object(verb))
                                .filter(phrase::equals)
                                .isPresent());
    }

    /** "in Block 2, Nuseirat camp, a man was shot": a list of areas, of which no table has the first. */
    private static boolean isInList(Clauses clauses, int comma, PlaceMention place) {
        Sentence sentence = clauses.sentence();
        int end = place.endToken();
        if (!sentence.token(comma).is(",", "(")
                || end < sentence.size() && !sentence.token(end).is(",", ")", "(", ".", ";", "and")) {
            return false;
        }
        for (int i = comma - 1; i >= Math.max(0, comma - 9); i--) {
            Token token = sentence.token(i);
            if (token.is("in", "at", "near", "outside", "inside", "around")) {
                return i + 1 < sentence.size() && !clauses.verbAt(i + 1).isPresent();
            }
            boolean name = token.isCapitalised()
                    || token.is(",", "of", "the", "-", "/", "and")
                    || token.pos().matches("NOUN|PROPN|ADJ|NUM|DET");
            if (!name || clauses.verbAt(i).filter(v -> v.is(Feature.FINITE)).isPresent()) {
                return false;
            }
        }
        return false;
    }

    /** Where somebody comes from, goes to or lives, or a capital that stands for its government: "a man from Kabul". */
    static boolean isElsewhere(Mentions mentions, PlaceMention place) {
        Sentence sentence = mentions.sentence(place.sentence());
        boolean metonym = mentions.actorsIn(place.sentence()).stream()
                .anyMatch(a -> a.passage().overlaps(place.passage()));
        for (int i = place.firstToken() - 1; i >= Math.max(0, place.firstToken() - 5); i--) {
            Token token = sentence.token(i);
            if (token.is("from", "to", "towards", "toward", "into", "leaving", "neighbouring", "neighboring", "via")) {
                return true;
            }
            if (!token.isCapitalised() && !token.is("and", ",", "the", "city", "of", "province", "state", "district")) {
                break;
            }
        }
        return metonym || ownsMission(sentence, place) || isDoer(mentions.clauses(place.sentence()), place);
    }

    /** "In January Iran fired missiles": who did it, not where. */
    private static boolean isDoer(Clauses clauses, PlaceMention place) {
        Sentence sentence = clauses.sentence();
        boolean state = place.place().precision() == PlacePrecision.COUNTRY || place.use() == PlaceMention.Use.NAMED;
        return state
                && !isBehind(sentence, place, LOCATIVE)
                && clauses.verbAt(place.endToken())
                        .filter(v -> v.first() == place.endToken() && v.is(Feature.FINITE) && !v.is(Feature.PASSIVE))
                        .isPresent();
    }

    /** "Russia's embassy" stands in another country. */
    private static boolean ownsMission(Sentence sentence, PlaceMention place) {
        int next = place.endToken();
        return next + 1 < sentence.size()
                && sentence.token(next).is("'s", "’s")
                && sentence.token(next + 1)
                        .is(
                                "embassy",
                                "consulate",
                                "mission",
                                "ambassador",
                                "envoy",
                                "embassies",
                                "army",
                                "military",
                                "air");
    }

    private static boolean isBehind(Sentence sentence, PlaceMention place, String... words) {
        return place.firstToken() > 0 && sentence.token(place.firstToken() - 1).is(words);
    }

    private List<Said<Target>> targets(EventMention event) {
        Clauses clauses = mentions.clauses(event.sentence());
        List<NounPhrase> phrases = new ArrayList<>();
        VerbGroup verb = event.verb();
        if (verb != null) {
            clauses.object(verb).ifPresent(phrases::add);
            if (verb.is(Feature.PASSIVE) && !verb.isAny("detonate", "explode")) {
                clauses.subject(verb).ifPresent(phrases::add);
            }
            // "opened fire on a church": the object is no target.
            if (phrases.stream().allMatch(p -> target(clauses, p).isEmpty())) {
                clauses.governed(verb).stream()
                        .filter(p -> AT_TARGET.contains(clauses.preposition(p))
                                || clauses.preposition(p).equals("in"))
                        .forEach(phrases::add);
            }
        }
        NounPhrase phrase = event.phrase();
        if (phrase != null) {
            clauses.dependents(phrase).stream()
                    .filter(p -> AT_TARGET.contains(clauses.preposition(p)))
                    .forEach(phrases::add);
            clauses.dependents(phrase).stream()
                    .filter(p -> clauses.preposition(p).equals("in")
                            && lexicon.target(clauses.sentence().token(p.head()))
                                    .isPresent())
                    .forEach(phrases::add);
            for (VerbGroup next : clauses.verbs()) {
                boolean aims = next.isAny("target", "hit", "strike", "kill", "destroy", "damage", "rip");
                boolean its = clauses.subject(next).filter(phrase::equals).isPresent()
                        || next.first() == phrase.end()
                        || next.first() == phrase.end() + 1
                                && clauses.sentence().token(phrase.end()).is("that", "which", ",");
                if (aims && its && event.verb() == null) {
                    clauses.object(next).ifPresent(phrases::add);
                }
            }
        }
        Set<NounPhrase> seen = new HashSet<>();
        List<Said<Target>> targets = new ArrayList<>();
        phrases.stream()
                .flatMap(p -> listed(clauses, p).stream())
                .filter(seen::add)
                .forEach(p -> target(clauses, p).ifPresent(targets::add));
        if (phrase != null) {
            compoundTarget(clauses, event, phrase).ifPresent(targets::add);
        }
        targets.sort(Comparator.comparing(Said::passage));
        return targets;
    }

    /** The phrase and those listed with it, also where each has a place of its own: "a bank in Kabul, a mosque in Herat". */
    static List<NounPhrase> listed(Clauses clauses, NounPhrase first) {
        List<NounPhrase> all = new ArrayList<>(List.of(first));
        Sentence sentence = clauses.sentence();
        int i = clauses.endOfChain(first);
        while (i < sentence.size()) {
            boolean mark = false;
            while (i < sentence.size() && sentence.token(i).is(",", "and", "or", "&")) {
                mark = true;
                i++;
            }
            Optional<NounPhrase> next = mark ? clauses.phraseAt(i) : Optional.empty();
            int end = next.map(clauses::endOfChain).orElse(i);
            if (next.isEmpty()
                    || next.get().first() != i
                    || clauses.verbAt(end).filter(v -> v.is(Feature.FINITE)).isPresent()
                            && !sentence.token(i - 1).is("and")) {
                return all;
            }
            all.add(next.get());
            i = end;
        }
        return all;
    }

    private Optional<Said<Target>> target(Clauses clauses, NounPhrase phrase) {
        Sentence sentence = clauses.sentence();
        Token head = sentence.token(phrase.head());
        if (VAGUE_TARGETS.contains(head.lemma()) || head.pos().equals("PRON")) {
            return Optional.empty();
        }
        int end = phrase.end();
        Optional<TargetClass> found = Optional.empty();
        for (int i = phrase.head(); i >= phrase.first() && found.isEmpty(); i--) {
            if (!sentence.token(i).is("'s", "’s")) {
                found = lexicon.target(sentence.token(i));
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (end < sentence.size()
                && sentence.token(end).is("of")
                && clauses.phraseAt(end + 1).isPresent()) {
            end = clauses.phraseAt(end + 1).orElseThrow().end();
        }
        int first = phrase.first();
        while (first < phrase.head() && sentence.token(first).pos().equals("DET")) {
            first++;
        }
        Passage at = sentence.passage(first, end);
        return Optional.of(
                new Said<>(new Target(mentions.parsed().text(at), foreign(sentence, phrase, found.get())), at));
    }

    /** "Chinese interests": people or things of another country, by its adjective. */
    private static TargetClass foreign(Sentence sentence, NounPhrase phrase, TargetClass found) {
        return found == TargetClass.BUSINESS
                        && sentence.token(phrase.first()).is("chinese", "russian", "american", "indian", "pakistani")
                ? TargetClass.FOREIGN_NATIONALS
                : found;
    }

    /** "the concert hall attack", "the Kabul airport bombing": what stands before the trigger in its own phrase. */
    private Optional<Said<Target>> compoundTarget(Clauses clauses, EventMention event, NounPhrase phrase) {
        Sentence sentence = clauses.sentence();
        int last = event.first() - 1;
        if (last < phrase.first()) {
            return Optional.empty();
        }
        Optional<TargetClass> found = lexicon.target(sentence.token(last));
        if (found.isEmpty() || lexicon.weaponAt(sentence, last).isPresent()) {
            return Optional.empty();
        }
        int first = last;
        while (first > phrase.first()
                && (sentence.token(first - 1).pos().equals("NOUN")
                        || sentence.token(first - 1).pos().equals("PROPN"))) {
            first--;
        }
        Passage at = sentence.passage(first, last + 1);
        return Optional.of(new Said<>(new Target(mentions.parsed().text(at), found.get()), at));
    }

    /** "ten days later", "the day before": not the day of what was told before. */
    static boolean isCounted(TimeMention time) {
        return time.daysFromEvent() != null && time.daysFromEvent() != 0;
    }

    /**
     * The finest of the places that do not contradict the first. One that no gazetteer has stands where the finest known area
     * beside it does, and is no more precise.
     */
    static Optional<Said<Place>> place(List<PlaceMention> places) {
        Comparator<PlaceMention> finest =
                Comparator.comparingInt(p -> p.place().precision().ordinal());
        return places.stream().min(finest).map(p -> {
            Optional<Place> area = places.stream()
                    .filter(q -> p.place().latitude() == null
                            && q.place().latitude() != null
                            && q.place().precision().compareTo(PlacePrecision.COUNTRY) < 0
                            && Objects.equals(q.place().country(), p.place().country()))
                    .min(finest)
                    .map(PlaceMention::place);
            return new Said<>(area.map(outer -> within(p.place(), outer)).orElse(p.place()), p.passage());
        });
    }

    private static Place within(Place place, Place outer) {
        return new Place(
                place.name(),
                place.country(),
                place.admin1() != null ? place.admin1() : outer.admin1(),
                outer.latitude(),
                outer.longitude(),
                outer.precision().compareTo(place.precision()) > 0 ? outer.precision() : place.precision());
    }
}
