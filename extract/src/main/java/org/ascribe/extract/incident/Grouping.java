package org.ascribe.extract.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Said;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.incident.EventMention.Strength;
import org.ascribe.extract.incident.PartReader.Beside;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.place.PlaceMention;
import org.ascribe.extract.speech.Voices;
import org.ascribe.extract.time.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Groups the mentions of a report into incidents, from the first to the last: each mention joins the incident told so far
 * that it fits best, or opens a new one. Safe to share between threads.
 */
public final class Grouping {

    /** How far "near", "outside" and the sites of one city may lie apart. */
    private static final double NEAR_KM = 30;

    /** Words before a trigger that open a new incident. */
    private static final Set<String> OTHER = Set.of(
            "another",
            "separate",
            "second",
            "third",
            "different",
            "other",
            "similar",
            "earlier",
            "previous",
            "subsequent",
            "later",
            "past",
            "unrelated",
            "further",
            "additional",
            "first",
            "deadliest",
            "last");

    private static final Set<String> SAME_TIME =
            Set.of("simultaneous", "simultaneously", "coordinated", "near-simultaneous", "parallel");

    private static final Set<String> PLURAL_NUMBERS = Set.of(
            "two",
            "three",
            "four",
            "five",
            "six",
            "several",
            "multiple",
            "twin",
            "both",
            "series",
            "spate",
            "string",
            "wave");

    private final Lexicon lexicon = Lexicon.load();
    private final EventFinder events = new EventFinder(lexicon);
    private final Gazetteer gazetteer;

    public Grouping(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The incidents in the order of their first mention. */
    public List<Told> group(Mentions mentions, Voices voices) {
        return new Run(mentions, voices).run();
    }

    /** An incident while it is being put together. */
    private static final class Draft {
        private final List<Beside> besides = new ArrayList<>();
        private final List<Said<EventDate>> dates = new ArrayList<>();
        private final List<PlaceMention> places = new ArrayList<>();
        private final List<Said<Target>> targets = new ArrayList<>();
        private final List<Said<Weapon>> weapons = new ArrayList<>();
        private final List<TollMention> tolls = new ArrayList<>();
        private @Nullable Said<EventDate> lentDate;

        int lastSentence() {
            return besides.get(besides.size() - 1).mention().sentence();
        }

        Optional<EventDate> date() {
            return dates.stream().map(Said::value).min(Comparator.comparingInt(EventDate::days));
        }

        boolean hasType(IncidentType type) {
            return besides.stream().anyMatch(b -> b.mention().type() == type);
        }
    }

    private final class Run {
        private final Mentions mentions;
        private final Voices voices;
        private final List<Draft> drafts = new ArrayList<>();
        private @Nullable Draft focus;

        Run(Mentions mentions, Voices voices) {
            this.mentions = mentions;
            this.voices = voices;
        }

        List<Told> run() {
            List<EventMention> found = events.find(mentions);
            PartReader reader = new PartReader(lexicon, mentions, voices);
            for (Clauses clauses : mentions.clauses()) {
                int s = clauses.sentence().index();
                List<EventMention> here =
                        found.stream().filter(e -> e.sentence() == s).toList();
                if (here.isEmpty()) {
                    strayTolls(s);
                    strayArguments(s);
                    continue;
                }
                for (Beside beside : reader.read(s, here)) {
                    for (Beside single : split(clauses, beside)) {
                        place(clauses, single);
                    }
                }
            }
            drafts.removeIf(
                    draft -> draft.besides.stream().allMatch(b -> b.mention().strength() == Strength.ANAPHORIC)
                            && draft.places.isEmpty()
                            && draft.tolls.isEmpty());
            List<Told> told = new ArrayList<>();
            for (Draft draft : drafts) {
                told.add(told("i" + (told.size() + 1), draft));
            }
            return told;
        }

        /** A toll in a sentence that names no violence belongs to the incident spoken of last. */
        private void strayTolls(int sentence) {
            Draft draft = focus;
            if (draft != null && sentence - draft.lastSentence() <= 3) {
                draft.tolls.addAll(mentions.tollsIn(sentence));
            }
        }

        /** "It happened in the Dasht-e-Barchi district on Friday evening." */
        private void strayArguments(int sentence) {
            Draft draft = focus;
            Clauses clauses = mentions.clauses(sentence);
            boolean tells = clauses.verbs().stream()
                    .anyMatch(v -> v.isAny(
                                    "happen", "occur", "unfold", "take", "arrive", "gather", "attend", "perform",
                                    "begin")
                            || v.isAny("kill", "wound", "injure", "die"));
            if (draft == null || !tells || sentence - draft.lastSentence() > 1) {
                return;
            }
            for (PlaceMention place : mentions.placesIn(sentence)) {
                if (PartReader.isScene(mentions, voices, place)
                        && draft.places.stream().allMatch(p -> fits(p.place(), place.place()))) {
                    draft.places.add(place);
                }
            }
            for (TimeMention time : mentions.timesIn(sentence)) {
                if (time.date() != null && !voices.inTag(sentence, time.firstToken()) && draft.dates.isEmpty()) {
                    draft.dates.add(new Said<>(time.date(), time.passage()));
                }
            }
        }

        /** "attacks on a hotel in Kabul and a mosque in Herat" tells two. */
        private List<Beside> split(Clauses clauses, Beside beside) {
            Sentence sentence = clauses.sentence();
            boolean plural = EventFinder.isPlural(sentence, beside.mention());
            if (!plural) {
                return List.of(beside);
            }
            List<Said<Target>> targets = beside.targets().stream()
                    .filter(t -> t.value().targetClass() != TargetClass.CIVILIANS
                            || beside.targets().size() == 1)
                    .toList();
            List<PlaceMention> towns = beside.places().stream()
                    .filter(p -> p.place().precision().ordinal() <= PlacePrecision.ADMIN1.ordinal())
                    .toList();
            boolean separate = targets.size() >= 2 && beside.mention().type() != IncidentType.CLASH;
            if (separate) {
                List<Beside> parts = new ArrayList<>();
                for (Said<Target> target : targets) {
                    Optional<PlaceMention> own = towns.stream()
                            .filter(p -> p.passage().start() >= target.passage().start())
                            .findFirst()
                            .or(() -> towns.stream().reduce((a, b) -> b));
                    parts.add(new Beside(
                            beside.mention(),
                            own.map(List::of).orElse(beside.places()),
                            beside.times(),
                            List.of(target),
                            parts.isEmpty() ? beside.weapons() : List.of(),
                            parts.isEmpty() && targets.size() == 1 ? beside.tolls() : List.of()));
                }
                return parts;
            }
            boolean apart = towns.size() >= 2
                    && towns.stream()
                            .noneMatch(a -> towns.stream().anyMatch(b -> a != b && fits(a.place(), b.place())));
            if (apart && beside.tolls().size() <= 2) {
                return towns.stream()
                        .map(town -> new Beside(
                                beside.mention(),
                                List.of(town),
                                beside.times(),
                                beside.targets(),
                                beside.weapons(),
                                List.of()))
                        .toList();
            }
            return List.of(beside);
        }

        private void place(Clauses clauses, Beside beside) {
            Draft best = null;
            double bestScore = 0;
            for (Draft draft : drafts) {
                double score = score(clauses, beside, draft);
                if (score > bestScore || score == bestScore && score > 0) {
                    best = draft;
                    bestScore = score;
                }
            }
            if (best == null) {
                if (!opens(clauses, beside)) {
                    return;
                }
                best = new Draft();
                best.lentDate = lentDate(clauses, beside);
                drafts.add(best);
            }
            add(best, beside);
            focus = best;
        }

        private void add(Draft draft, Beside beside) {
            draft.besides.add(beside);
            dates(beside, draft.date().orElse(null)).forEach(draft.dates::add);
            for (PlaceMention place : beside.places()) {
                if (draft.places.stream().allMatch(p -> fits(p.place(), place.place()))) {
                    draft.places.add(place);
                }
            }
            draft.targets.addAll(beside.targets());
            draft.weapons.addAll(beside.weapons());
            draft.tolls.addAll(beside.tolls());
        }

        /** "a near-simultaneous attack in Moscow" happened when the one before it did. */
        private @Nullable Said<EventDate> lentDate(Clauses clauses, Beside beside) {
            NounPhrase phrase = beside.mention().phrase();
            Draft before = focus;
            if (phrase == null || before == null || !beside.times().isEmpty()) {
                return null;
            }
            Optional<EventDate> date =
                    before.date().or(() -> Optional.ofNullable(before.lentDate).map(Said::value));
            for (int i = phrase.first(); i < phrase.end(); i++) {
                if (SAME_TIME.contains(clauses.sentence().token(i).lower()) && date.isPresent()) {
                    return new Said<>(date.get(), clauses.sentence().token(i).passage());
                }
            }
            return null;
        }

        private List<Said<EventDate>> dates(Beside beside, @Nullable EventDate before) {
            List<Said<EventDate>> dates = new ArrayList<>();
            // "on Tuesday ended the search where a bomber struck a day earlier": the event's day is counted from
            // Tuesday.
            TimeMention counted = beside.times().stream()
                    .filter(PartReader::isCounted)
                    .findFirst()
                    .orElse(null);
            TimeMention base = counted == null
                    ? null
                    : beside.times().stream()
                            .filter(t -> t.date() != null
                                    && t.date().days() == 1
                                    && t.sentence() == counted.sentence()
                                    && t.firstToken() < counted.firstToken())
                            .reduce((a, b) -> b)
                            .orElse(null);
            if (counted != null && base != null) {
                EventDate date = counted.resolve(base.date());
                return date == null ? List.of() : List.of(new Said<>(date, counted.passage()));
            }
            for (TimeMention time : beside.times()) {
                EventDate told = before != null
                        ? before
                        : focus == null ? null : focus.date().orElse(null);
                EventDate date = time.resolve(told);
                if (date != null) {
                    dates.add(new Said<>(date, time.passage()));
                }
            }
            return dates;
        }

        /** Whether a mention that fits no incident tells a new one. */
        private boolean opens(Clauses clauses, Beside beside) {
            EventMention mention = beside.mention();
            boolean pinned = !beside.places().isEmpty()
                    || !beside.times().isEmpty()
                    || !beside.tolls().isEmpty()
                    || !beside.targets().isEmpty();
            return switch (mention.strength()) {
                case SPECIFIC, GENERAL -> pinned || mention.verb() != null || drafts.isEmpty();
                case WEAK ->
                    pinned
                            && (!beside.tolls().isEmpty()
                                    || !beside.targets().isEmpty()
                                    || !beside.places().isEmpty()
                                            && !beside.times().isEmpty());
                case RESULT -> !beside.tolls().isEmpty() || !beside.targets().isEmpty();
                case ANAPHORIC ->
                    !isDefinite(clauses, mention)
                            && !beside.places().isEmpty()
                            && (!beside.tolls().isEmpty() || !beside.times().isEmpty());
            };
        }

        private boolean isDefinite(Clauses clauses, EventMention mention) {
            NounPhrase phrase = mention.phrase();
            if (phrase == null) {
                return false;
            }
            Sentence sentence = clauses.sentence();
            return sentence.token(phrase.first())
                            .is("the", "this", "that", "these", "those", "both", "it", "its", "their")
                    || sentence.token(mention.first()).isCapitalised()
                            && mention.first() > 0
                            && phrase.first() == mention.first();
        }

        private boolean isIndefinite(Clauses clauses, EventMention mention) {
            NounPhrase phrase = mention.phrase();
            return phrase != null && clauses.sentence().token(phrase.first()).is("a", "an", "another", "one");
        }

        private boolean has(Clauses clauses, EventMention mention, Set<String> words) {
            NounPhrase phrase = mention.phrase();
            if (phrase == null) {
                return false;
            }
            for (int i = phrase.first(); i < mention.first(); i++) {
                if (words.contains(clauses.sentence().token(i).lower())) {
                    return true;
                }
            }
            return false;
        }

        /** How well the mention fits the incident; nothing above zero means that it does not. */
        private double score(Clauses clauses, Beside beside, Draft draft) {
            EventMention mention = beside.mention();
            double score = 0;
            boolean placeSame = false;
            for (PlaceMention mine : beside.places()) {
                for (PlaceMention theirs : draft.places) {
                    if (!fits(mine.place(), theirs.place())) {
                        return 0;
                    }
                    placeSame |= mine.place().precision().ordinal() <= PlacePrecision.ADMIN1.ordinal()
                            && theirs.place().precision().ordinal() <= PlacePrecision.ADMIN1.ordinal();
                }
            }
            boolean dateSame = false;
            EventDate known = draft.date().orElse(draft.lentDate == null ? null : draft.lentDate.value());
            for (Said<EventDate> mine : dates(beside, known)) {
                if (known != null) {
                    if (!mine.value().overlaps(known)) {
                        return 0;
                    }
                    dateSame = true;
                }
            }
            boolean later = beside.times().stream().anyMatch(PartReader::isCounted);
            if (!compatible(mention, draft) || later && !dateSame) {
                return 0;
            }
            boolean targetSame = beside.targets().stream()
                            .anyMatch(mine -> draft.targets.stream().anyMatch(theirs -> sameTarget(mine, theirs)))
                    || namesTarget(clauses, beside, draft);
            boolean outcome = mention.strength() == Strength.RESULT;
            boolean targetOther = !targetSame && !outcome && clashes(beside.targets(), draft.targets);
            boolean other = has(clauses, mention, OTHER);
            boolean definite = isDefinite(clauses, mention);
            if (!definite && beside.places().isEmpty() && elsewhere(mention, draft)) {
                return 0;
            }
            boolean newParagraph = mentions.sentence(draft.lastSentence()).paragraph()
                    != mentions.sentence(mention.sentence()).paragraph();
            score -= outcome && newParagraph && drafts.size() > 1 ? 1 : 0;
            int apart = mention.sentence() - draft.lastSentence();
            if (other && !(placeSame && dateSame)) {
                return 0;
            }
            if (EventFinder.isPlural(clauses.sentence(), mention)
                    && !has(clauses, mention, Set.of("the", "these", "both", "twin"))
                    && draft.besides.stream()
                            .noneMatch(b -> EventFinder.isPlural(
                                    mentions.sentence(b.mention().sentence()), b.mention()))) {
                return 0;
            }
            score += placeSame ? 3 : 0;
            score += dateSame ? 2 : 0;
            score += targetSame ? 3 : targetOther ? -2.5 : 0;
            score += definite ? 2 : 0;
            score += isIndefinite(clauses, mention) ? -1 : 0;
            score += sameType(mention, draft) ? 1 : 0;
            score += mention.strength() == Strength.ANAPHORIC ? 1 : mention.strength() == Strength.RESULT ? 1 : 0;
            score += draft == focus ? 1.5 : 0;
            score += apart == 0 ? apposed(clauses, mention, draft) : apart <= 2 ? 0.5 : 0;
            score -= tollClash(beside, draft) ? 2 : 0;
            if (beside.places().isEmpty()
                    && beside.times().isEmpty()
                    && beside.targets().isEmpty()) {
                score += 1;
            }
            if (!definite
                    && !placeSame
                    && !dateSame
                    && !targetSame
                    && !beside.places().isEmpty()
                    && !draft.places.isEmpty()) {
                score -= 1;
            }
            return score >= 2.5 ? score : 0;
        }

        /** Whether the paragraph so far, as a heading or in words, is at another place than the incident. */
        private boolean elsewhere(EventMention mention, Draft draft) {
            int paragraph = mentions.sentence(mention.sentence()).paragraph();
            Optional<PlaceMention> here = mentions.places().stream()
                    .filter(p -> p.sentence() < mention.sentence()
                            && mentions.sentence(p.sentence()).paragraph() == paragraph
                            && PartReader.isScene(mentions, voices, p))
                    .reduce((a, b) -> b);
            return here.isPresent()
                    && !draft.places.isEmpty()
                    && draft.places.stream()
                            .noneMatch(p -> fits(p.place(), here.get().place()));
        }

        /** "a devastating attack in March ..., a brutal assault on a bank": two names of one, side by side. */
        private double apposed(Clauses clauses, EventMention mention, Draft draft) {
            EventMention last = draft.besides.get(draft.besides.size() - 1).mention();
            Sentence sentence = clauses.sentence();
            boolean joined = false;
            for (int i = last.end(); i < mention.first(); i++) {
                joined |= sentence.token(i).is("and", "another", "followed", "before", "later");
            }
            if (joined && mention.phrase() != null && !isDefinite(clauses, mention)) {
                return -1.5;
            }
            return 2;
        }

        private boolean tollClash(Beside beside, Draft draft) {
            return beside.tolls().stream()
                    .filter(t -> t.share() == TollMention.Share.ALL)
                    .anyMatch(mine -> draft.tolls.stream()
                            .filter(t -> t.share() == TollMention.Share.ALL && t.harm() == mine.harm())
                            .anyMatch(theirs -> apart(mine, theirs)));
        }

        private boolean apart(TollMention a, TollMention b) {
            Integer low = a.count().low();
            Integer other = b.count().low();
            return low != null && other != null && (low > 3 * other + 10 || other > 3 * low + 10);
        }

        private boolean sameTarget(Said<Target> a, Said<Target> b) {
            String x = lastWord(a.value().name());
            String y = lastWord(b.value().name());
            return x.equals(y) || x.equals(y + "s") || y.equals(x + "s");
        }

        private static String lastWord(String name) {
            String head = name.split(" of ")[0];
            return head.substring(head.lastIndexOf(' ') + 1).toLowerCase(java.util.Locale.ROOT);
        }

        /** "the mosque attack", where a mosque was the target. */
        private boolean namesTarget(Clauses clauses, Beside beside, Draft draft) {
            NounPhrase phrase = beside.mention().phrase();
            if (phrase == null) {
                return false;
            }
            for (int i = phrase.first(); i < phrase.end(); i++) {
                String word = clauses.sentence().token(i).lower();
                if (i != beside.mention().first()
                        && word.length() > 3
                        && draft.targets.stream()
                                .anyMatch(t -> lastWord(t.value().name()).equals(word))) {
                    return true;
                }
            }
            return false;
        }

        private boolean clashes(List<Said<Target>> mine, List<Said<Target>> theirs) {
            return mine.stream().anyMatch(a -> isThing(a.value().targetClass()))
                    && theirs.stream().anyMatch(b -> isThing(b.value().targetClass()))
                    && mine.stream()
                            .noneMatch(a -> theirs.stream()
                                    .anyMatch(b ->
                                            a.value().targetClass() == b.value().targetClass()));
        }

        private boolean isThing(TargetClass target) {
            return target != TargetClass.CIVILIANS && target != TargetClass.OTHER;
        }

        private boolean sameType(EventMention mention, Draft draft) {
            return draft.hasType(mention.type());
        }

        private boolean compatible(EventMention mention, Draft draft) {
            if (mention.strength() == Strength.ANAPHORIC
                    || mention.strength() == Strength.GENERAL
                    || mention.strength() == Strength.RESULT) {
                boolean onlyForces = draft.besides.stream()
                        .allMatch(b -> family(b.mention().type()) == 5
                                || family(b.mention().type()) == 6);
                boolean attack = mention.strength() == Strength.GENERAL;
                return (mention.type() != IncidentType.RAID_OR_ARREST || draft.hasType(IncidentType.RAID_OR_ARREST))
                        && !(attack && onlyForces);
            }
            return draft.besides.stream()
                    .allMatch(b -> family(b.mention().type()) == 0
                            || family(mention.type()) == 0
                            || family(b.mention().type()) == family(mention.type()));
        }

        /** Types that a report may use of one incident share a family; 0 goes with all. */
        private static int family(IncidentType type) {
            return switch (type) {
                case OTHER -> 0;
                case BOMBING,
                        SUICIDE_BOMBING,
                        ARMED_ASSAULT,
                        ASSASSINATION,
                        ARSON,
                        SABOTAGE,
                        CHEMICAL_ATTACK,
                        EXECUTION -> 1;
                case AIRSTRIKE, SHELLING -> 2;
                case CLASH -> 3;
                case ABDUCTION -> 4;
                case RAID_OR_ARREST -> 5;
                case UNREST, MOB_VIOLENCE -> 6;
                case LOOTING -> 7;
                case SEXUAL_VIOLENCE -> 8;
                case CAMPAIGN -> 9;
            };
        }

        private boolean fits(Place a, Place b) {
            if (gazetteer.contains(a, b) || gazetteer.contains(b, a)) {
                return true;
            }
            // "near Moscow" and a hall in a town beside it: within what "near" means.
            boolean near = Set.of(PlacePrecision.SITE, PlacePrecision.ADMIN2).contains(a.precision())
                    || Set.of(PlacePrecision.SITE, PlacePrecision.ADMIN2).contains(b.precision());
            Double apart = a.kilometresTo(b);
            return near && Objects.equals(a.country(), b.country()) && apart != null && apart <= NEAR_KM;
        }

        private Told told(String label, Draft draft) {
            List<Told.Part> parts = new ArrayList<>();
            for (Beside beside : draft.besides) {
                List<Said<EventDate>> dates = dates(beside, draft.date().orElse(null));
                parts.add(new Told.Part(
                        beside.mention(),
                        dates.stream()
                                .min(Comparator.comparingInt(d -> d.value().days()))
                                .orElse(beside == draft.besides.get(0) ? draft.lentDate : null),
                        PartReader.place(beside.places()).orElse(null),
                        beside.targets(),
                        beside.weapons()));
            }
            Said<EventDate> when = draft.dates.stream()
                    .min(Comparator.comparingInt(
                            (Said<EventDate> d) -> d.value().days()))
                    .orElse(draft.lentDate);
            Said<Place> where = PartReader.place(draft.places).orElseGet(() -> nearbyPlace(draft));
            return new Told(label, type(draft), when, where, parts, draft.tolls);
        }

        /** Where no mention has a place: the last place named before it in its paragraph, or the report's only country. */
        private @Nullable Said<Place> nearbyPlace(Draft draft) {
            EventMention first = draft.besides.get(0).mention();
            int paragraph = mentions.sentence(first.sentence()).paragraph();
            Optional<PlaceMention> near = mentions.places().stream()
                    .filter(p -> p.sentence() <= first.sentence()
                            && p.sentence() >= first.sentence() - 2
                            && mentions.sentence(p.sentence()).paragraph() >= paragraph - 1
                            && (PartReader.isScene(mentions, voices, p)
                                    || voices.inTag(p.sentence(), p.firstToken())
                                            && p.place().precision() != PlacePrecision.COUNTRY))
                    .reduce((a, b) -> b);
            if (near.isPresent()) {
                return new Said<>(near.get().place(), near.get().passage());
            }
            List<String> countries = mentions.places().stream()
                    .map(p -> p.place().country())
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            return countries.size() != 1
                    ? null
                    : mentions.places().stream()
                            .max(Comparator.comparingInt(
                                    p -> p.place().precision().ordinal()))
                            .flatMap(p -> gazetteer.country(countries.get(0)).map(c -> new Said<>(c, p.passage())))
                            .orElse(null);
        }

        /** The most telling of the words used: what is said specifically, then what the weapons and agents imply. */
        private IncidentType type(Draft draft) {
            if (draft.hasType(IncidentType.SUICIDE_BOMBING)
                    || draft.weapons.stream().anyMatch(w -> w.value().weaponClass() == WeaponClass.SUICIDE_VEST)
                    || says(draft, "suicide")) {
                return IncidentType.SUICIDE_BOMBING;
            }
            for (Beside beside : draft.besides) {
                EventMention mention = beside.mention();
                boolean storms = mention.type() == IncidentType.ARMED_ASSAULT;
                if ((mention.strength() == Strength.SPECIFIC
                                || mention.strength() == Strength.WEAK && mention.type() != IncidentType.AIRSTRIKE)
                        && mention.type() != IncidentType.OTHER
                        && !(storms && hasExplosives(draft) && !says(draft, "gunman") && !says(draft, "gunmen"))) {
                    return mention.type();
                }
            }
            for (Said<Weapon> weapon : draft.weapons) {
                switch (weapon.value().weaponClass()) {
                    case EXPLOSIVE, VEHICLE_BOMB, ROADSIDE_BOMB, GRENADE -> {
                        return IncidentType.BOMBING;
                    }
                    case ROCKET_OR_MORTAR, ARTILLERY, MISSILE -> {
                        return IncidentType.SHELLING;
                    }
                    case AIR_BOMB, DRONE -> {
                        return IncidentType.AIRSTRIKE;
                    }
                    case FIREARM, BLADE -> {
                        return IncidentType.ARMED_ASSAULT;
                    }
                    case CHEMICAL -> {
                        return IncidentType.CHEMICAL_ATTACK;
                    }
                    case INCENDIARY -> {
                        return IncidentType.ARSON;
                    }
                    case SUICIDE_VEST, VEHICLE, OTHER -> {}
                }
            }
            if (says(draft, "gunmen")
                    || says(draft, "gunman")
                    || says(draft, "shot")
                    || draft.hasType(IncidentType.ARMED_ASSAULT)) {
                return IncidentType.ARMED_ASSAULT;
            }
            return draft.besides.stream()
                    .map(b -> b.mention().type())
                    .filter(t -> t != IncidentType.OTHER)
                    .findFirst()
                    .orElse(IncidentType.OTHER);
        }

        private boolean hasExplosives(Draft draft) {
            return draft.hasType(IncidentType.BOMBING)
                    || draft.weapons.stream()
                            .anyMatch(w -> Set.of(
                                            WeaponClass.EXPLOSIVE, WeaponClass.VEHICLE_BOMB, WeaponClass.ROADSIDE_BOMB)
                                    .contains(w.value().weaponClass()));
        }

        private boolean says(Draft draft, String word) {
            return draft.besides.stream()
                            .anyMatch(b -> mentions.sentence(b.mention().sentence()).tokens().stream()
                                    .anyMatch(t -> t.is(word)))
                    && draft.besides.stream()
                            .noneMatch(b -> drafts.stream()
                                    .anyMatch(d -> d != draft
                                            && d.besides.stream()
                                                    .anyMatch(x -> x.mention().sentence()
                                                            == b.mention().sentence())));
        }
    }

    /** Where a report speaks of an incident, sorted. */
    static List<Passage> passages(Mentions mentions, List<Told.Part> parts) {
        return parts.stream()
                .map(p -> mentions.passage(
                        p.mention().sentence(), p.mention().first(), p.mention().end()))
                .distinct()
                .sorted()
                .toList();
    }
}
