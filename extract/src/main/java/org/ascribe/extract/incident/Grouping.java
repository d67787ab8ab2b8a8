package org.ascribe.extract.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Said;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.extract.actor.Homes;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
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
 * that it fits best ({@link Fit}), or opens a new one. Safe to share between threads.
 */
public final class Grouping {

    private static final Set<String> SAME_TIME =
            Set.of("simultaneous", "simultaneously", "coordinated", "near-simultaneous", "parallel");

    /** Sentences of a text that is taken to tell of one thing. */
    private static final int BRIEF = 5;

    private final Lexicon lexicon = Lexicon.load();
    private final EventFinder events = new EventFinder(lexicon);
    private final Gazetteer gazetteer;

    private final Homes homes;

    public Grouping(Gazetteer gazetteer, Homes homes) {
        this.gazetteer = gazetteer;
        this.homes = homes;
    }

    /** The incidents in the order of their first mention. */
    public List<Told> group(Mentions mentions, Voices voices) {
        return new Run(UnknownPlaces.added(gazetteer, homes.of(mentions.actors()), mentions), voices).run();
    }

    private final class Run {
        private final Mentions mentions;
        private final Voices voices;
        private final Nearness nearness;
        private final Dating dating;
        private final Fit fit;
        private final List<Draft> drafts = new ArrayList<>();
        private @Nullable Draft focus;

        Run(Mentions mentions, Voices voices) {
            this.mentions = mentions;
            this.voices = voices;
            this.nearness = new Nearness(gazetteer, mentions);
            this.dating = new Dating(mentions);
            this.fit = new Fit(mentions, voices, nearness, dating);
        }

        List<Told> run() {
            List<Told> strict = run(events.find(mentions));
            if (!strict.isEmpty() || mentions.parsed().sentences().size() > BRIEF || isPeaceful()) {
                return strict;
            }
            return run(events.brief(mentions).map(List::of).orElse(List.of()));
        }

        private List<Told> run(List<EventMention> found) {
            drafts.clear();
            focus = null;
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
                        place(clauses, single.withPlaces(nearness.agreeing(single.places())));
                    }
                }
            }
            boolean alone = mentions.parsed().sentences().size() <= BRIEF && drafts.size() == 1 && !isPeaceful();
            drafts.removeIf(draft -> !alone && draft.isBare() && (drafts.size() > 1 || !isSpokenOfAsKnown(draft))
                    || !alone
                            && draft.places.isEmpty()
                            && draft.tolls.isEmpty()
                            && draft.besides.stream().allMatch(b -> b.mention().strength() == Strength.ANAPHORIC));
            Typing typing = new Typing(mentions, drafts);
            List<Told> told = new ArrayList<>();
            for (Draft draft : drafts) {
                told.add(told("i" + (told.size() + 1), draft, typing.of(draft)));
            }
            return told;
        }

        /** "Bookings exploded within an hour": the model has read the report and sees neither violence nor anybody who does it. */
        private boolean isPeaceful() {
            return mentions.marks().version() != null
                    && Stream.of("trigger", "perp", "person")
                            .allMatch(
                                    mark -> mentions.marks().of(mark).findAny().isEmpty());
        }

        /** "the attack": the reader is taken to know of it. */
        private boolean isSpokenOfAsKnown(Draft draft) {
            return draft.besides.stream()
                    .map(Beside::mention)
                    .anyMatch(m -> Fit.isDefinite(mentions.clauses(m.sentence()), m));
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
                            "happen", "occur", "unfold", "take", "arrive", "gather", "attend", "perform", "begin",
                            "kill", "wound", "injure", "die"));
            if (draft == null || !tells || sentence - draft.lastSentence() > 1) {
                return;
            }
            for (PlaceMention place : mentions.placesIn(sentence)) {
                if (PartReader.isScene(mentions, voices, place)) {
                    addPlace(draft, place);
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
            List<PlaceMention> towns = beside.places().stream()
                    .filter(p -> Nearness.isFine(p.place()))
                    .toList();
            boolean apart = towns.size() >= 2
                    && towns.stream().noneMatch(a -> towns.stream().anyMatch(b -> a != b && nearness.fits(a, b)));
            List<Said<Target>> targets = beside.targets().stream()
                    .filter(t -> t.value().targetClass() != TargetClass.CIVILIANS
                            || beside.targets().size() == 1)
                    .toList();
            boolean plural = EventFinder.isPlural(sentence, beside.mention());
            if (!plural && !(apart && eachHasItsOwn(targets, towns))) {
                return List.of(beside);
            }
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
                            List.of()));
                }
                return parts;
            }
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

        /** "fired on a church in Derbent and a post in Makhachkala": before each town stands what was hit there. */
        private static boolean eachHasItsOwn(List<Said<Target>> targets, List<PlaceMention> towns) {
            int from = -1;
            for (PlaceMention town : towns) {
                int start = from;
                boolean own = targets.stream()
                        .anyMatch(t -> t.passage().start() > start
                                && t.passage().end() <= town.passage().start());
                if (!own) {
                    return false;
                }
                from = town.passage().start();
            }
            return true;
        }

        private void place(Clauses clauses, Beside beside) {
            Draft best = null;
            double bestScore = 0;
            for (Draft draft : drafts) {
                double score = fit.score(beside, draft, focus, drafts.size());
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
            draft.dates.addAll(dating.of(beside, draft.date().orElse(null), focus));
            beside.places().forEach(place -> addPlace(draft, place));
            draft.targets.addAll(beside.targets());
            draft.weapons.addAll(beside.weapons());
            draft.tolls.addAll(beside.tolls());
        }

        private void addPlace(Draft draft, PlaceMention place) {
            if (nearness.fitsAny(place, draft.places)) {
                draft.places.add(place);
            }
        }

        /** "a near-simultaneous attack in Moscow" happened when the one before it did. */
        private @Nullable Said<EventDate> lentDate(Clauses clauses, Beside beside) {
            NounPhrase phrase = beside.mention().phrase();
            Draft before = focus;
            if (phrase == null || before == null || !beside.times().isEmpty()) {
                return null;
            }
            Optional<EventDate> date = before.date();
            for (int i = phrase.first(); i < phrase.end(); i++) {
                if (SAME_TIME.contains(clauses.sentence().token(i).lower()) && date.isPresent()) {
                    return new Said<>(date.get(), clauses.sentence().token(i).passage());
                }
            }
            return null;
        }

        /** Whether a mention that fits no incident tells a new one. */
        private boolean opens(Clauses clauses, Beside beside) {
            EventMention mention = beside.mention();
            boolean pinned = !beside.places().isEmpty()
                    || !beside.times().isEmpty()
                    || !beside.tolls().isEmpty()
                    || !beside.targets().isEmpty();
            boolean numbered = !beside.tolls().isEmpty();
            return switch (mention.strength()) {
                case SPECIFIC, GENERAL ->
                    pinned
                            || mention.verb() != null
                            || drafts.stream().allMatch(Draft::isOnlyForces) && mention.phrase() != null;
                case WEAK ->
                    numbered
                            || !beside.targets().isEmpty()
                            || mention.verb() != null && !beside.weapons().isEmpty()
                            || !beside.places().isEmpty() && !beside.times().isEmpty();
                case RESULT -> {
                    boolean placed = beside.places().stream()
                            .anyMatch(p -> p.place().precision().compareTo(PlacePrecision.ADMIN1) < 0);
                    yield mention.type() == IncidentType.OTHER
                            ? numbered
                                    && (drafts.isEmpty()
                                            || placed && !beside.times().isEmpty())
                            : numbered || placed || !beside.targets().isEmpty();
                }
                case ANAPHORIC ->
                    !Fit.isDefinite(clauses, mention)
                            && !beside.places().isEmpty()
                            && (numbered || !beside.times().isEmpty());
            };
        }

        private Told told(String label, Draft draft, IncidentType type) {
            List<Told.Part> parts = new ArrayList<>();
            for (Beside beside : draft.besides) {
                parts.add(new Told.Part(
                        beside.mention(),
                        dating.of(beside, draft.date().orElse(null), null).stream()
                                .min(Comparator.comparingInt(d -> d.value().days()))
                                .orElse(beside == draft.besides.get(0) ? draft.lentDate : null),
                        PartReader.place(beside.places()).orElse(null),
                        beside.targets(),
                        beside.weapons()));
            }
            Said<Place> where = PartReader.place(draft.places).orElseGet(() -> nearbyPlace(draft));
            return new Told(label, type, dating.of(draft).orElse(null), where, parts, draft.tolls);
        }

        /** Where no mention has a place: the last place named before it in its paragraph, or the report's only country. */
        private @Nullable Said<Place> nearbyPlace(Draft draft) {
            EventMention first = draft.besides.get(0).mention();
            int paragraph = mentions.sentence(first.sentence()).paragraph();
            List<PlaceMention> scenes = mentions.places().stream()
                    .filter(p -> p.sentence() <= first.sentence()
                            && p.sentence() >= first.sentence() - 2
                            && mentions.sentence(p.sentence()).paragraph() >= paragraph - 1
                            && (PartReader.isScene(mentions, voices, p)
                                    || voices.inTag(p.sentence(), p.firstToken())
                                            && p.place().precision() != PlacePrecision.COUNTRY))
                    .toList();
            if (!scenes.isEmpty()) {
                PlaceMention last = scenes.get(scenes.size() - 1);
                return PartReader.place(scenes.stream()
                                .filter(p -> p.sentence() == last.sentence() && nearness.fits(p, last))
                                .toList())
                        .orElseThrow();
            }
            return only().or(() -> country(first)).orElse(null);
        }

        /** In a short text that tells of one thing: the finest place that it names, if all its places agree. */
        private Optional<Said<Place>> only() {
            if (drafts.size() != 1 || mentions.parsed().sentences().size() > BRIEF) {
                return Optional.empty();
            }
            List<PlaceMention> all = mentions.places().stream()
                    .filter(p -> Nearness.isFine(p.place())
                            && p.place().latitude() != null
                            && !voices.inTag(p.sentence(), p.firstToken())
                            && !PartReader.isElsewhere(mentions, p))
                    .toList();
            boolean agree = all.stream().allMatch(a -> all.stream().allMatch(b -> nearness.fits(a, b)));
            return agree ? PartReader.place(all) : Optional.empty();
        }

        /** "the Afghan foreign ministry"; else the country that the report names alone, or far more often than others. */
        private Optional<Said<Place>> country(EventMention first) {
            List<Said<String>> named = new ArrayList<>(adjectives(mentions.sentence(first.sentence())));
            if (named.stream().map(Said::value).distinct().count() != 1) {
                named.clear();
                mentions.parsed().sentences().forEach(sentence -> named.addAll(adjectives(sentence)));
                mentions.places().stream()
                        .filter(p -> p.place().country() != null)
                        .forEach(p -> named.add(new Said<>(p.place().country(), p.passage())));
            }
            Map<String, Long> times = named.stream().collect(Collectors.groupingBy(Said::value, Collectors.counting()));
            return times.entrySet().stream()
                    .filter(e -> 3 * e.getValue() >= 2L * named.size())
                    .findFirst()
                    .flatMap(e -> gazetteer
                            .country(e.getKey())
                            .map(country -> new Said<>(country, passageOf(named, e.getKey()))));
        }

        private static Passage passageOf(List<Said<String>> named, String country) {
            return named.stream()
                    .filter(n -> n.value().equals(country))
                    .findFirst()
                    .orElseThrow()
                    .passage();
        }

        private List<Said<String>> adjectives(Sentence sentence) {
            return sentence.tokens().stream()
                    .flatMap(t -> lexicon.countryOf(t).map(c -> new Said<>(c, t.passage())).stream())
                    .toList();
        }
    }
}
