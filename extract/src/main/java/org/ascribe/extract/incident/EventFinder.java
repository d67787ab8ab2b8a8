package org.ascribe.extract.incident;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Coded;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.PlacePrecision;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.incident.EventMention.Strength;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.learned.Mark;
import org.ascribe.extract.mention.Mentions;

/**
 * Finds the words that tell of violence that happened, or is said to have: not of violence that is feared, planned,
 * prevented or spoken of in general. Safe to share between threads.
 */
final class EventFinder {

    /** What comes before a word for violence that has not happened. */
    private static final Set<String> UNREAL = Set.of(
            "threat",
            "risk",
            "danger",
            "fear",
            "fears",
            "possibility",
            "potential",
            "prevent",
            "plan",
            "plot",
            "plans",
            "plots",
            "avoid",
            "avert",
            "foil",
            "thwart",
            "possible",
            "future",
            "further",
            "prepare",
            "preparation",
            "threaten",
            "vow",
            "intend",
            "capability",
            "ability",
            "capacity",
            "wage",
            "planning",
            "warn",
            "warning",
            "stop",
            "combat",
            "imminent",
            "new wave");

    private static final Set<String> NOT_VIOLENCE_BEFORE = Set.of(
            "heart", "panic", "hunger", "hunger-", "lightning", "media", "verbal", "asthma", "propaganda", "charm");

    private static final Set<String> WEAK_CUES = Set.of(
            "militant",
            "gunman",
            "attacker",
            "assailant",
            "insurgent",
            "fighter",
            "bomber",
            "rebel",
            "soldier",
            "troop",
            "drone",
            "jet",
            "warplane",
            "force",
            "police",
            "terrorist",
            "forces",
            "army",
            "missile",
            "bomb",
            "rocket",
            "aircraft",
            "warship",
            "mob",
            "gunmen",
            "jihadist",
            "militia",
            "militiaman",
            "separatist",
            "man",
            "men",
            "guerrilla",
            "mercenary",
            "artillery",
            "helicopter");

    /** What kills and is no violence of people. */
    private static final Set<String> NATURE = Set.of(
            "earthquake",
            "quake",
            "flood",
            "flooding",
            "storm",
            "avalanche",
            "landslide",
            "drought",
            "famine",
            "disease",
            "cholera",
            "virus",
            "pandemic",
            "crash",
            "accident",
            "collision",
            "heatwave",
            "cyclone",
            "hunger",
            "malnutrition",
            "hurricane",
            "tsunami");

    /** How sure the trained model has to be of a word that no table has. */
    private static final double MODEL_SURE = 0.7;

    private final Lexicon lexicon;

    EventFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** In the order of the text. */
    List<EventMention> find(Mentions mentions) {
        List<EventMention> found = new ArrayList<>();
        for (Clauses clauses : mentions.clauses()) {
            List<EventMention> here = new ArrayList<>();
            Sentence sentence = clauses.sentence();
            BitSet judged = new BitSet();
            int i = 0;
            while (i < sentence.size()) {
                int at = i;
                Optional<Lexicon.Trigger> trigger =
                        lexicon.triggerAt(sentence, i).or(() -> blowsUp(sentence, at));
                if (trigger.isPresent()) {
                    Optional<EventMention> mention = read(mentions, clauses, i, trigger.get());
                    mention.ifPresent(here::add);
                    i += trigger.get().words().length;
                    // What is too weak for the rules alone may be enough for the model.
                    boolean weak = mention.isEmpty()
                            && !trigger.get().noun()
                            && trigger.get().strength().equals("weak")
                            && clauses.verbAt(at)
                                    .filter(verb -> verb.isAny("strike", "hit")
                                            && verb.is(Feature.FINITE)
                                            && !verb.is(Feature.MODAL)
                                            && !verb.is(Feature.NEGATED))
                                    .isPresent();
                    judged.set(at, i, !weak);
                } else {
                    i++;
                }
            }
            mentions.marks()
                    .in(sentence.index(), "trigger")
                    .filter(mark -> mark.share() >= MODEL_SURE
                            && judged.get(mark.first(), mark.end()).isEmpty())
                    .flatMap(mark -> marked(clauses, mark).stream())
                    .forEach(here::add);
            here.sort(Comparator.comparingInt(EventMention::first));
            found.addAll(withoutOutcomes(mentions, clauses, here));
            if (found.isEmpty()) {
                harm(mentions, clauses).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    /** What is done by violence and by much else. */
    private static final Set<String> DONE_BY_FORCE = Set.of(
            "damage",
            "burn",
            "destroy",
            "vandalise",
            "vandalize",
            "raze",
            "rob",
            "steal",
            "threaten",
            "harass",
            "intimidate",
            "beat",
            "occupy",
            "surround",
            "besiege",
            "search",
            "confiscate",
            "expel",
            "evict",
            "stone",
            "block",
            "take",
            "use",
            "close",
            "break",
            "set",
            "stop",
            "force",
            "demolish",
            "fire",
            "enter",
            "plant",
            "throw",
            "bulldoze",
            "smash",
            "obstruct",
            "prevent",
            "ransack",
            "interrogate",
            "carry",
            "conduct",
            "impose",
            "hold",
            "convert",
            "turn",
            "shut",
            "order",
            "deny",
            "remove",
            "repurpose",
            "transform",
            "invade",
            "raise",
            "spray",
            "station",
            "hang",
            "strike",
            "hit",
            "shoot",
            "intercept",
            "air-strike");

    /** Who does violence, as short reports name them beside those who fight. */
    private static final Set<String> DOERS = Set.of(
            "perpetrator",
            "individual",
            "thief",
            "robber",
            "bandit",
            "criminal",
            "gang",
            "settler",
            "bulldozer",
            "junta",
            "herdsman",
            "herdsmen",
            "herder",
            "demonstrator",
            "protester",
            "protestor",
            "youth",
            "villager",
            "pirate",
            "sniper",
            "authorities",
            "security",
            "intelligence",
            "group",
            "shell",
            "tank");

    /** Participles that are read as adjectives. */
    private static final Set<String> SPOILT = Set.of(
            "damaged",
            "destroyed",
            "burned",
            "burnt",
            "vandalised",
            "vandalized",
            "looted",
            "occupied",
            "closed",
            "injured",
            "wounded",
            "ransacked");

    private static final Set<String> REMAINS = Set.of("body", "bodies", "corpse", "remains");

    /**
     * For a short text that tells of nothing else: its first word for violence, also one that would be no incident of its
     * own in a longer text ("airstrikes hit the town"), and what armed people do ("a school was burned by gunmen").
     */
    Optional<EventMention> brief(Mentions mentions) {
        for (Clauses clauses : mentions.clauses()) {
            Sentence sentence = clauses.sentence();
            boolean nature = sentence.tokens().stream().anyMatch(token -> NATURE.contains(token.lemma()));
            if (nature) {
                continue;
            }
            boolean armed = isArmed(mentions, sentence);
            for (int i = 0; i < sentence.size(); i++) {
                Lexicon.Trigger trigger = lexicon.triggerAt(sentence, i).orElse(null);
                VerbGroup verb = clauses.verbAt(i).orElse(null);
                boolean real = verb == null || !verb.is(Feature.MODAL) && !verb.is(Feature.NEGATED);
                if (!real || before(sentence, i, 4)) {
                    continue;
                }
                if (trigger != null && (armed || trigger.strength().equals("specific"))) {
                    boolean weapon = trigger.strength().matches("weapon|weak|result");
                    EventMention mention = new EventMention(
                            sentence.index(),
                            i,
                            i + trigger.words().length,
                            trigger.type(),
                            weapon
                                    ? Strength.GENERAL
                                    : Strength.valueOf(trigger.strength().toUpperCase(Locale.ROOT)),
                            clauses.phraseAt(i + trigger.words().length - 1).orElse(null),
                            verb);
                    if (verb == null || !isHabitual(sentence, mention, verb)) {
                        return Optional.of(mention);
                    }
                }
            }
            for (int i = 1; i < sentence.size() && armed; i++) {
                if (SPOILT.contains(sentence.token(i).lower())
                        && clauses.verbAt(i).isEmpty()
                        && clauses.verbAt(i - 1).isPresent()) {
                    return Optional.of(new EventMention(
                            sentence.index(),
                            i,
                            i + 1,
                            IncidentType.OTHER,
                            Strength.GENERAL,
                            null,
                            clauses.verbAt(i - 1).get()));
                }
            }
            for (VerbGroup verb : clauses.verbs()) {
                boolean found = verb.isAny("find", "discover")
                        && sentence.tokens().stream().anyMatch(token -> REMAINS.contains(token.lower()));
                if ((armed && DONE_BY_FORCE.contains(verb.lemma()) || found)
                        && !verb.is(Feature.MODAL)
                        && !verb.is(Feature.NEGATED)
                        && !before(sentence, verb.first(), 4)) {
                    return Optional.of(new EventMention(
                            sentence.index(),
                            verb.head(),
                            verb.head() + 1,
                            verb.isAny("burn") ? IncidentType.ARSON : IncidentType.OTHER,
                            Strength.GENERAL,
                            null,
                            verb));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the sentence names those who fight, or what with. */
    private boolean isArmed(Mentions mentions, Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            String lemma = sentence.token(i).lemma();
            String word = sentence.token(i).lower();
            boolean acronym = sentence.token(i).text().matches("[A-Z]{2,6}")
                    && i > 0
                    && (sentence.token(i - 1).is("by")
                            || i > 1 && sentence.token(i - 2).is("by"));
            if (acronym
                    || WEAK_CUES.contains(lemma)
                    || DOERS.contains(lemma)
                    || DOERS.contains(word)
                    || WEAK_CUES.contains(word.replaceFirst("s$", ""))
                    || lexicon.weaponAt(sentence, i).isPresent()) {
                return true;
            }
        }
        return mentions.actorsIn(sentence.index()).stream()
                .anyMatch(actor -> actor.kind() != org.ascribe.extract.actor.ActorMention.Kind.METONYM);
    }

    /** Where no word names the violence, the first harm told stands for it: "driver shot and wounded". */
    private static Optional<EventMention> harm(Mentions mentions, Clauses clauses) {
        Sentence sentence = clauses.sentence();
        boolean nature = sentence.tokens().stream().anyMatch(token -> NATURE.contains(token.lemma()));
        return mentions.tollsIn(sentence.index()).stream()
                .filter(toll -> !nature
                        && !toll.denied()
                        && toll.share() == TollMention.Share.ALL
                        && toll.harm() != Harm.MISSING
                        && !Integer.valueOf(0).equals(toll.count().high()))
                .findFirst()
                .map(toll -> new EventMention(
                        sentence.index(),
                        toll.firstTrigger(),
                        toll.endTrigger(),
                        toll.harm() == Harm.CAPTURED ? IncidentType.ABDUCTION : IncidentType.OTHER,
                        Strength.RESULT,
                        null,
                        clauses.verbAt(toll.firstTrigger()).orElse(null)));
    }

    /** Violence in words that no table has, as the trained model reads it. */
    private static Optional<EventMention> marked(Clauses clauses, Mark mark) {
        VerbGroup verb = clauses.verbAt(mark.end() - 1).orElse(null);
        NounPhrase phrase = verb == null ? clauses.phraseAt(mark.end() - 1).orElse(null) : null;
        IncidentType type = mark.surest("trigger_type")
                .map(code -> Coded.parse(IncidentType.class, code))
                .orElse(IncidentType.OTHER);
        return verb == null && phrase == null
                ? Optional.empty()
                : Optional.of(new EventMention(
                        mark.sentence(), mark.first(), mark.end(), type, Strength.GENERAL, phrase, verb));
    }

    /** "blew himself up", "blew the bridge up". */
    private static Optional<Lexicon.Trigger> blowsUp(Sentence sentence, int at) {
        if (!sentence.token(at).is("blew", "blow", "blows", "blown", "blowing")) {
            return Optional.empty();
        }
        boolean self = false;
        for (int i = at + 1; i < Math.min(sentence.size(), at + 5); i++) {
            self |= sentence.token(i).is("himself", "herself", "themselves", "itself");
            if (sentence.token(i).is("up")) {
                return Optional.of(new Lexicon.Trigger(
                        new String[] {"blow"},
                        false,
                        self ? IncidentType.SUICIDE_BOMBING : IncidentType.BOMBING,
                        "specific"));
            }
        }
        return Optional.empty();
    }

    private Optional<EventMention> read(Mentions mentions, Clauses clauses, int at, Lexicon.Trigger trigger) {
        if (trigger.strength().equals("weapon")) {
            return Optional.empty();
        }
        Sentence sentence = clauses.sentence();
        int end = at + trigger.words().length;
        Strength strength = Strength.valueOf(trigger.strength().toUpperCase(Locale.ROOT));
        NounPhrase phrase = trigger.noun() ? clauses.phraseAt(end - 1).orElse(null) : null;
        VerbGroup verb = trigger.noun() ? null : clauses.verbAt(at).orElse(null);
        if (trigger.noun() && (phrase == null || isPartOfCompound(clauses, phrase, end))
                || !trigger.noun() && verb == null
                || at > 0 && NOT_VIOLENCE_BEFORE.contains(sentence.token(at - 1).lemma())) {
            return Optional.empty();
        }
        EventMention mention =
                new EventMention(clauses.sentence().index(), at, end, trigger.type(), strength, phrase, verb);
        return isReal(mentions, clauses, mention) ? Optional.of(mention) : Optional.empty();
    }

    /** "attack helicopter", "bombing campaign planners", "strike capability": the word only modifies another noun. */
    private static boolean isPartOfCompound(Clauses clauses, NounPhrase phrase, int end) {
        return phrase.head() >= end
                && !clauses.sentence()
                        .token(end)
                        .is("'s", "’s", "site", "scene", "victims", "attempt", "spree", "-", "–");
    }

    private boolean isReal(Mentions mentions, Clauses clauses, EventMention mention) {
        Sentence sentence = clauses.sentence();
        VerbGroup verb = mention.verb();
        if (verb != null) {
            if (verb.is(Feature.MODAL)
                    || verb.is(Feature.NEGATED)
                    || sentence.token(mention.first()).is("targeted")
                            && verb.is(Feature.REDUCED)
                            && !clauses.agent(verb).isPresent()
                            && sentence.token(Math.max(0, mention.first() - 1))
                                    .pos()
                                    .equals("ADV")) {
                return false;
            }
            if (verb.is(Feature.INFINITIVE) && !isAttempted(clauses, verb)) {
                return false;
            }
            if (verb.is(Feature.ING) && before(sentence, verb.first(), 4)
                    || isHabitual(sentence, mention, verb)
                    || mention.strength() == Strength.RESULT && isOfNature(clauses, verb)) {
                return false;
            }
            return mention.strength() != Strength.WEAK && mention.strength() != Strength.GENERAL
                    || weakHolds(mentions, clauses, mention);
        }
        NounPhrase phrase = mention.phrase();
        if (phrase == null) {
            return false;
        }
        for (int i = phrase.first(); i < mention.first(); i++) {
            if (UNREAL.contains(sentence.token(i).lower())
                    || sentence.token(i).is("any", "no", "such", "every", "another's")) {
                return false;
            }
        }
        if (before(sentence, phrase.first(), 3) || onlyPossible(sentence, phrase.end())) {
            return false;
        }
        Optional<VerbGroup> governor = clauses.verbs().stream()
                .filter(v -> clauses.object(v).filter(phrase::equals).isPresent())
                .findFirst();
        if (governor.filter(v -> v.is(Feature.MODAL)
                        || v.is(Feature.NEGATED)
                        || v.isAny(
                                        "plan",
                                        "prevent",
                                        "threaten",
                                        "foil",
                                        "thwart",
                                        "fear",
                                        "plot",
                                        "avert",
                                        "stop",
                                        "prepare",
                                        "vow",
                                        "launch")
                                && !v.isAny("launch")
                        || v.is(Feature.INFINITIVE) && !isAttempted(clauses, v))
                .isPresent()) {
            return false;
        }
        if (isBarePlural(sentence, mention) && !isPinned(mentions, clauses, mention)) {
            return false;
        }
        return mention.strength() != Strength.WEAK
                || !isBarePlural(sentence, mention)
                || weakHolds(mentions, clauses, mention);
    }

    /** "its cells now attack convoys", "men who shoot at it": what is done again and again; only headlines report so. */
    private static boolean isHabitual(Sentence sentence, EventMention mention, VerbGroup verb) {
        String form = sentence.token(mention.first()).lower();
        boolean present = verb.is(Feature.FINITE)
                && !verb.is(Feature.PASSIVE)
                && verb.first() == verb.head()
                && (form.equals(verb.lemma()) || form.equals(verb.lemma() + "s"))
                && !Set.of("hit", "set", "overrun", "shed", "rid").contains(form);
        return present && sentence.token(sentence.size() - 1).is(".", "?", "”", "\"");
    }

    /** "The earthquake, which killed 1,500". */
    private static boolean isOfNature(Clauses clauses, VerbGroup verb) {
        Sentence sentence = clauses.sentence();
        return doer(clauses, verb)
                .filter(doer -> NATURE.contains(sentence.token(doer.head()).lemma()))
                .isPresent();
    }

    private static boolean before(Sentence sentence, int first, int window) {
        for (int i = Math.max(0, first - window); i < first; i++) {
            String lemma = sentence.token(i).lemma();
            if (UNREAL.contains(lemma) || UNREAL.contains(sentence.token(i).lower())) {
                // "warned after the attack", "threat following the bombing" tell of real ones.
                boolean cut = false;
                for (int j = i + 1; j < first; j++) {
                    cut |= sentence.token(j).is("after", "following", "in", "by", ",", "since", "during", "until");
                }
                if (!cut) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "an attack was possible", "attacks may come". */
    private static boolean onlyPossible(Sentence sentence, int end) {
        for (int i = end; i < Math.min(sentence.size(), end + 3); i++) {
            if (sentence.token(i).is("possible", "likely", "imminent", "might", "may", "could", "would")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAttempted(Clauses clauses, VerbGroup verb) {
        int i = verb.first() - 1;
        return i >= 0
                && Set.of(
                                "try",
                                "attempt",
                                "manage",
                                "begin",
                                "start",
                                "continue",
                                "go",
                                "use",
                                "appear",
                                "seem",
                                "believe",
                                "allege",
                                "say",
                                "suspect",
                                "think",
                                "report",
                                "carry")
                        .contains(clauses.sentence().token(i).lemma());
    }

    static boolean isPlural(Sentence sentence, EventMention mention) {
        String word = sentence.token(mention.end() - 1).lower();
        return mention.phrase() != null && word.endsWith("s") && !word.endsWith("ss");
    }

    private static boolean isBarePlural(Sentence sentence, EventMention mention) {
        NounPhrase phrase = mention.phrase();
        if (phrase == null) {
            return false;
        }
        boolean plural = isPlural(sentence, mention)
                || sentence.token(mention.end() - 1)
                        .is("violence", "fighting", "bloodshed", "shelling", "gunfire", "looting", "sabotage", "arson");
        if (!plural) {
            return false;
        }
        for (int i = phrase.first(); i < mention.first(); i++) {
            if (sentence.token(i)
                    .is("the", "these", "those", "both", "'s", "’s", "two", "three", "four", "five", "twin")) {
                return false;
            }
        }
        return true;
    }

    /** Whether a plural is tied to a town, a day or month, a toll or named targets, and so is no mere generality. */
    private static boolean isPinned(Mentions mentions, Clauses clauses, EventMention mention) {
        int s = mention.sentence();
        NounPhrase phrase = mention.phrase();
        if (phrase == null) {
            return true;
        }
        int from = phrase.first();
        int to = clauses.verbs().stream()
                .filter(v -> v.first() >= phrase.end() && v.is(Feature.FINITE))
                .mapToInt(VerbGroup::first)
                .findFirst()
                .orElse(clauses.sentence().size());
        boolean place = mentions.placesIn(s).stream()
                .anyMatch(p -> p.firstToken() >= from
                        && p.firstToken() < to
                        && p.place().precision().ucdp() <= 4);
        boolean time = mentions.timesIn(s).stream()
                .anyMatch(t -> t.date() != null && t.date().precision().ucdp() <= 4);
        boolean toll = !mentions.tollsIn(s).isEmpty();
        boolean aimed =
                clauses.verbs().stream().anyMatch(v -> v.first() == phrase.end() && v.isAny("target", "kill", "hit"));
        return place && (time || toll || aimed || mention.type() == IncidentType.CLASH)
                || toll && time
                || aimed && place;
    }

    private boolean weakHolds(Mentions mentions, Clauses clauses, EventMention mention) {
        int s = mention.sentence();
        Sentence sentence = clauses.sentence();
        VerbGroup verb = mention.verb();
        if (verb != null) {
            boolean agent = doer(clauses, verb)
                            .filter(doer -> isViolent(mentions, sentence, doer))
                            .isPresent()
                    || !verb.is(Feature.PASSIVE)
                            && verb.first() > 0
                            && clauses.phraseAt(verb.first() - 1)
                                    .filter(doer -> isViolent(mentions, sentence, doer))
                                    .isPresent();
            boolean target = clauses.object(verb)
                    .or(() -> verb.is(Feature.PASSIVE) ? clauses.subject(verb) : Optional.empty())
                    .filter(object ->
                            lexicon.target(sentence.token(object.head())).isPresent())
                    .isPresent();
            boolean fires = clauses.object(verb)
                    .or(() -> clauses.subject(verb))
                    .filter(weapon -> lexicon.weaponAt(sentence, weapon.head()).isPresent())
                    .isPresent();
            if (fires
                    && verb.isAny(
                            "fire", "launch", "land", "fall", "slam", "drop", "rain", "plant", "hurl", "throw", "lob",
                            "hit", "strike", "destroy", "drive", "ram", "bring", "down")) {
                return true;
            }
            boolean place = hasOwnTown(mentions, clauses, mention);
            return mention.strength() == Strength.GENERAL
                    ? agent || target
                    : agent && (target || place) || !mentions.tollsIn(s).isEmpty() && (agent || target);
        }
        boolean toll = !mentions.tollsIn(s).isEmpty();
        boolean place = !mentions.placesIn(s).isEmpty();
        return toll || place;
    }

    /** The subject, or "by" whom; where a date stands before the subject, what stands right before the verb. */
    private static Optional<NounPhrase> doer(Clauses clauses, VerbGroup verb) {
        if (verb.is(Feature.PASSIVE)) {
            return clauses.agent(verb);
        }
        return clauses.subject(verb)
                .or(() -> verb.first() == 0 ? Optional.empty() : clauses.phraseAt(verb.first() - 1));
    }

    private static boolean isViolent(Mentions mentions, Sentence sentence, NounPhrase phrase) {
        for (int i = phrase.first(); i < phrase.end(); i++) {
            // A plural at the head of a sentence is often taken for a name and keeps its end.
            if (WEAK_CUES.contains(sentence.token(i).lemma())
                    || WEAK_CUES.contains(sentence.token(i).lower().replaceFirst("s$", ""))) {
                return true;
            }
        }
        return mentions.actorsIn(sentence.index()).stream()
                .anyMatch(a -> a.firstToken() >= phrase.first() && a.endToken() <= phrase.end());
    }

    /** "attacks targeting", "the blast hit": the verb says more of the violence that its subject names. */
    private static boolean saysOf(Clauses clauses, EventMention mention, List<EventMention> here) {
        VerbGroup verb = mention.verb();
        return verb != null
                && verb.isAny("target", "hit", "strike")
                && clauses.subject(verb)
                        .filter(subject -> here.stream().anyMatch(other -> subject.equals(other.phrase())))
                        .isPresent();
    }

    /** "A bomb exploded, killing 20": the killing is the outcome of the explosion and no event of its own. */
    private static List<EventMention> withoutOutcomes(Mentions mentions, Clauses clauses, List<EventMention> here) {
        List<EventMention> named = here.stream()
                .filter(m -> m.strength() != Strength.RESULT && m.strength() != Strength.ANAPHORIC)
                .toList();
        return here.stream()
                .filter(m ->
                        named.isEmpty() || m.strength() != Strength.RESULT || isElsewhere(mentions, clauses, m, named))
                .filter(m -> !saysOf(clauses, m, here))
                .toList();
    }

    /** "fired missiles at bases in Panjgur, a month after 11 policemen had been killed in Rask": two places, two events. */
    private static boolean isElsewhere(
            Mentions mentions, Clauses clauses, EventMention result, List<EventMention> named) {
        return hasOwnTown(mentions, clauses, result)
                && named.stream().allMatch(m -> m.verb() != null && hasOwnTown(mentions, clauses, m));
    }

    private static boolean hasOwnTown(Mentions mentions, Clauses clauses, EventMention mention) {
        VerbGroup verb = mention.verb();
        return verb != null
                && clauses.governed(verb).stream()
                        .anyMatch(phrase -> mentions.placesIn(mention.sentence()).stream()
                                .anyMatch(p -> phrase.contains(p.firstToken())
                                        && p.place().precision() != PlacePrecision.COUNTRY));
    }
}
