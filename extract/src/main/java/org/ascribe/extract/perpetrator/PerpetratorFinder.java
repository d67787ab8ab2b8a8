package org.ascribe.extract.perpetrator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Perpetrator;
import org.ascribe.core.PerpetratorClass;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Said;
import org.ascribe.extract.actor.Actor;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.incident.Told;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.place.PlaceMention;
import org.jspecify.annotations.Nullable;

/**
 * Finds who is said to have done an incident, and of what class. Words count by where they stand: behind the "by" of a passive
 * verb, before an active verb, before a word for the attack ("Russian shelling"); not where they are the harmed, or speak, or
 * help. Without such words an arrest implies the police, a robbery robbers, a fight of two sides both of them. Safe to share between
 * threads.
 */
public final class PerpetratorFinder {

    private static final double LEAST = 1.5;
    private static final double IMPLIED = 1;
    private static final LocalDate TALIBAN_GOVERN = LocalDate.of(2021, 8, 15);

    /** States whose forces fight mostly abroad; their forces are foreign where the report names no place (UCDP GED 2015-2023). */
    private static final Set<String> ABROAD = Set.of("RU", "TR", "SA", "US", "GB", "FR", "AE", "RW");

    private static final Set<String> HELPING = Set.of(
            "escorted",
            "supported",
            "run",
            "managed",
            "funded",
            "owned",
            "operated",
            "contracted",
            "hired",
            "employed",
            "rescued",
            "released",
            "treated",
            "found",
            "guarded",
            "accompanied",
            "confirmed",
            "reported",
            "backed",
            "used",
            "led",
            "known",
            "followed",
            "freed",
            "discovered",
            "provided",
            "organised",
            "organized",
            "recovered",
            "implemented",
            "condemned",
            "inhabited",
            "denied",
            "protected",
            "implicated");
    private static final Set<String> PEACEFUL = Set.of(
            "say",
            "tell",
            "report",
            "confirm",
            "rescue",
            "release",
            "free",
            "find",
            "escort",
            "negotiate",
            "arrive",
            "investigate",
            "secure",
            "intervene",
            "mediate",
            "deny",
            "announce",
            "work",
            "travel",
            "flee",
            "escape",
            "die",
            "survive",
            "suffer",
            "sustain",
            "live",
            "protest",
            "recover",
            "visit",
            "condemn",
            "add",
            "state",
            "note",
            "treat",
            "attend",
            "help",
            "assist",
            "return",
            "discover",
            "respond",
            "lose",
            "evacuate",
            "shelter");
    private static final Set<String> DEEDS = Set.of(
            "attack",
            "attacks",
            "airstrike",
            "airstrikes",
            "strike",
            "strikes",
            "raid",
            "raids",
            "shelling",
            "fire",
            "bombardment",
            "bombardments",
            "bombing",
            "bombings",
            "missile",
            "missiles",
            "rocket",
            "rockets",
            "shell",
            "shells",
            "gunfire",
            "drone",
            "drones",
            "artillery",
            "mortar",
            "mortars",
            "tank",
            "tanks",
            "warplane",
            "warplanes",
            "ambush",
            "assault",
            "offensive",
            "operation",
            "operations",
            "incursion",
            "bullet",
            "bullets",
            "sniper",
            "snipers",
            "aircraft",
            "jet",
            "jets",
            "plane",
            "planes",
            "helicopter",
            "helicopters",
            "bomb",
            "bombs",
            "air",
            "checkpoint",
            "custody",
            "detention",
            "aerial",
            "ied",
            "invasion",
            "airstike",
            "munitions",
            "attacker",
            "attackers",
            "fighter",
            "fighters",
            "occupation",
            "gunmen",
            "tear",
            "prison");

    private final PerpetratorWords words = new PerpetratorWords();
    private final ActorDictionary actors;
    private final Gazetteer gazetteer;

    public PerpetratorFinder(ActorDictionary actors, Gazetteer gazetteer) {
        this.actors = actors;
        this.gazetteer = gazetteer;
    }

    /** Words of a sentence that may be the perpetrator. */
    private record Candidate(
            int sentence, int first, int end, PerpetratorClass perpetratorClass, boolean named, double score) {}

    /** Those said to have done it, the most telling first; empty if nobody is. */
    public List<Said<Perpetrator>> find(Mentions mentions, Told told) {
        int from = told.parts().get(0).mention().sentence();
        int to = told.parts().get(told.parts().size() - 1).mention().sentence();
        List<Candidate> candidates = new ArrayList<>();
        for (int s = Math.max(0, from - 1);
                s <= Math.min(mentions.parsed().sentences().size() - 1, to + 2);
                s++) {
            new Search(mentions, told, s).run(candidates);
        }
        List<Said<Perpetrator>> found = new ArrayList<>();
        candidates.stream()
                .filter(candidate -> candidate.score() >= IMPLIED)
                .sorted(Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
                        .thenComparing(Candidate::sentence)
                        .thenComparing(Candidate::first))
                .forEach(candidate -> found.add(said(mentions, candidate)));
        return found.stream().distinct().limit(3).toList();
    }

    private static Said<Perpetrator> said(Mentions mentions, Candidate candidate) {
        String name = mentions.words(candidate.sentence(), candidate.first(), candidate.end());
        return new Said<>(
                new Perpetrator(name, candidate.perpetratorClass()),
                mentions.passage(candidate.sentence(), candidate.first(), candidate.end()));
    }

    /** One sentence of one incident. */
    private final class Search {
        private final Mentions mentions;
        private final Sentence sentence;
        private final int index;
        private final @Nullable String country;
        private final @Nullable LocalDate date;

        Search(Mentions mentions, Told told, int index) {
            this.mentions = mentions;
            this.index = index;
            this.sentence = mentions.sentence(index);
            this.country = mentions.places().stream()
                    .filter(place -> place.use() == PlaceMention.Use.LOCATION
                            || place.place().precision() != PlacePrecision.COUNTRY)
                    .map(place -> place.place().country())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            this.date = told.when() != null
                    ? told.when().value().from()
                    : mentions.parsed().report().published();
        }

        void run(List<Candidate> out) {
            for (int i = 0; i < sentence.size(); ) {
                Candidate candidate = at(i);
                if (candidate == null) {
                    i++;
                    continue;
                }
                out.add(candidate);
                i = candidate.end();
            }
            implied(out);
        }

        private @Nullable Candidate at(int i) {
            Token here = sentence.token(i);
            if (here.is("Defence", "Defense", "Army", "Front")
                    && here.isCapitalised()
                    && i > 0
                    && sentence.token(i - 1).isCapitalised()
                    && gazetteer.countryOfPeople(sentence.token(i - 1).text()).isEmpty()
                    && !(i > 1
                            && gazetteer
                                    .countryOfPeople(sentence.token(i - 2).text())
                                    .isPresent())
                    && mentions.actorsIn(index).stream()
                            .noneMatch(mention -> mention.firstToken() <= i && i < mention.endToken())) {
                int end = i + 1;
                while (end < sentence.size() && sentence.token(end).is("Force", "Forces")) {
                    end++;
                }
                return candidate(i - 1, end, PerpetratorClass.ARMED_GROUP, true);
            }
            Optional<ActorMention> actor = mentions.actorsIn(index).stream()
                    .filter(mention -> mention.firstToken() == i)
                    .findFirst();
            if (actor.isPresent()) {
                int end = Math.max(i + 1, actor.get().endToken());
                Optional<PerpetratorWords.Match> head = headBehind(end);
                int last = head.map(PerpetratorWords.Match::end).orElse(end);
                PerpetratorClass of = classOf(actor.get(), head.orElse(null));
                return of == null ? null : candidate(i, last, of, true);
            }
            String people = gazetteer.countryOfPeople(sentence.token(i).text()).orElse(null);
            if (people != null) {
                Optional<PerpetratorWords.Match> head = headBehind(i + 1);
                int last = head.map(PerpetratorWords.Match::end).orElse(i + 1);
                boolean deed = isDeedNear(last);
                if (head.isEmpty() && !deed) {
                    return null;
                }
                PerpetratorClass of = head.map(PerpetratorWords.Match::perpetratorClass)
                        .filter(found -> found != PerpetratorClass.MILITARY
                                && found != PerpetratorClass.UNKNOWN
                                && !(sentence.token(last - 1).is("sniper", "snipers") && !people.equals("PS")))
                        .orElse(forces(people));
                return candidate(i, last, of, true);
            }
            return words.at(sentence, i)
                    .map(match -> candidate(i, match.end(), match.perpetratorClass(), false))
                    .orElse(null);
        }

        /** "Russian Multiple Launch Rocket System fire": past the words between. */
        private boolean isDeedNear(int from) {
            for (int i = from; i < Math.min(sentence.size(), from + 5); i++) {
                if (isDeed(i)) {
                    return true;
                }
                if (!Set.of("ADJ", "NOUN", "PROPN").contains(sentence.token(i).pos())) {
                    return false;
                }
            }
            return false;
        }

        private boolean isDeed(int token) {
            return token < sentence.size()
                    && DEEDS.contains(sentence.token(token).lower());
        }

        /** "Taliban fighters", "Russian air force", "Israeli occupation forces": the words for people behind a name. */
        private Optional<PerpetratorWords.Match> headBehind(int from) {
            for (int i = from; i < Math.min(sentence.size(), from + 3); i++) {
                Optional<PerpetratorWords.Match> match = words.at(sentence, i);
                if (match.isPresent()) {
                    return match;
                }
                if (!Set.of("ADJ", "NOUN", "PROPN", "PUNCT")
                                .contains(sentence.token(i).pos())
                        || sentence.token(i).is(",", ".", ";", "(")) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        private @Nullable PerpetratorClass classOf(ActorMention mention, PerpetratorWords.@Nullable Match head) {
            PerpetratorClass said = head == null ? null : head.perpetratorClass();
            if (said == PerpetratorClass.POLICE
                    || said == PerpetratorClass.CIVILIAN
                    || said == PerpetratorClass.CRIMINAL) {
                return said;
            }
            Actor actor = actors.find(mention.actor().id()).orElse(null);
            if (actor == null) {
                return said != null && said != PerpetratorClass.UNKNOWN ? said : PerpetratorClass.ARMED_GROUP;
            }
            if (actor.id().equals("taliban")) {
                return date != null && !date.isBefore(TALIBAN_GOVERN)
                        ? PerpetratorClass.MILITARY
                        : PerpetratorClass.ARMED_GROUP;
            }
            return switch (actor.kind()) {
                case ARMED_GROUP, FACTION -> PerpetratorClass.ARMED_GROUP;
                case SECURITY_FORCE ->
                    actor.name().matches("(?i).*(?:police|intelligence|security).*")
                            ? PerpetratorClass.POLICE
                            : forces(actor.country());
                case STATE, GOVERNMENT ->
                    said == PerpetratorClass.ARMED_GROUP || said == PerpetratorClass.UNIDENTIFIED_ARMED
                            ? said
                            : forces(actor.country());
                case INTERGOVERNMENTAL -> said == PerpetratorClass.FOREIGN_MILITARY ? said : null;
                case PEOPLE, OTHER -> said;
            };
        }

        private PerpetratorClass forces(@Nullable String of) {
            if (of == null) {
                return PerpetratorClass.MILITARY;
            }
            if (of.equals(country) || of.equals("IL") && (country == null || country.equals("PS"))) {
                return PerpetratorClass.MILITARY;
            }
            return country != null || ABROAD.contains(of)
                    ? PerpetratorClass.FOREIGN_MILITARY
                    : PerpetratorClass.MILITARY;
        }

        private Candidate candidate(int first, int end, PerpetratorClass of, boolean named) {
            double score = named ? 0.5 : 0;
            score += switch (of) {
                case ARMED_GROUP, UNIDENTIFIED_ARMED, CRIMINAL -> 1.5;
                case MILITARY, FOREIGN_MILITARY -> 0.5;
                case POLICE -> 0;
                case CIVILIAN -> -0.5;
                case SEVERAL, UNKNOWN -> -1;
            };
            score += behindBy(first) + asSubject(end);
            for (int i = end; i < Math.min(sentence.size(), end + 2); i++) {
                score += isDeed(i) ? 2 : 0;
                if (isDeed(i)) {
                    break;
                }
            }
            if (first > 0 && sentence.token(first - 1).is("suspected", "alleged", "unidentified", "unknown")) {
                score += 1.5;
            }
            score -= isHarmed(first, end) ? 5 : 0;
            PerpetratorClass armed = of == PerpetratorClass.UNKNOWN
                            && isArmedDeed()
                            && !sentence.token(end - 1)
                                    .is(
                                            "perpetrator",
                                            "perpetrators",
                                            "actor",
                                            "actors",
                                            "person",
                                            "persons",
                                            "people",
                                            "suspect",
                                            "suspects",
                                            "party",
                                            "parties")
                    ? PerpetratorClass.UNIDENTIFIED_ARMED
                    : of;
            boolean robs = (armed == PerpetratorClass.UNIDENTIFIED_ARMED || armed == PerpetratorClass.UNKNOWN)
                    && sentence.tokens().stream()
                            .anyMatch(token -> token.is("robbery", "burglary", "theft", "robberies"));
            return new Candidate(index, first, end, robs ? PerpetratorClass.CRIMINAL : armed, named, score);
        }

        /** The "by" of a passive verb, past the words of the phrase; none of those who help. */
        private double behindBy(int first) {
            for (int i = first - 1; i >= Math.max(0, first - 8); i--) {
                Token token = sentence.token(i);
                if (token.is("by")) {
                    boolean helps = false;
                    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
                        helps |= HELPING.contains(sentence.token(k).lower());
                    }
                    return helps ? -2 : first - i <= 5 ? 3 : 2;
                }
                if (token.is("from", "of", "with", "between") && i == first - 1) {
                    return 0;
                }
                boolean passes =
                        Set.of("DET", "ADJ", "NUM", "NOUN", "PROPN", "ADV").contains(token.pos())
                                || token.is(
                                        "of",
                                        "-",
                                        "and",
                                        "a",
                                        "group",
                                        "or",
                                        "suspected",
                                        "armed",
                                        "members",
                                        "unidentified",
                                        ",");
                if (!passes) {
                    return 0;
                }
            }
            return 0;
        }

        private double asSubject(int end) {
            boolean be = false;
            for (int i = end; i < Math.min(sentence.size(), end + 8); i++) {
                Token token = sentence.token(i);
                if (token.pos().equals("AUX") || token.is("was", "were", "been", "being")) {
                    be |= token.is("was", "were", "been", "being", "is", "are");
                    continue;
                }
                if (token.pos().equals("VERB")) {
                    if (PEACEFUL.contains(token.lemma())) {
                        return token.lemma().equals("say") || token.lemma().equals("report") ? -2 : -1;
                    }
                    if (be) {
                        return token.lower().endsWith("ing") ? 0.5 : -3;
                    }
                    return 2;
                }
                boolean passes = Set.of("ADV", "ADJ", "NOUN", "PROPN", "ADP", "DET", "NUM", "PART")
                                .contains(token.pos())
                        || token.is("who", "that", "which", "and", "-");
                if (!passes || token.is("by")) {
                    return 0;
                }
            }
            return 0;
        }

        /** "Killed by unidentified perpetrators": whoever kills, shoots or abducts is armed. */
        private boolean isArmedDeed() {
            return sentence.tokens().stream()
                    .anyMatch(token -> token.is(
                            "killed",
                            "shot",
                            "abducted",
                            "kidnapped",
                            "ambushed",
                            "gunned",
                            "armed",
                            "fired",
                            "assassinated",
                            "grenade",
                            "ied",
                            "bomb",
                            "explosive",
                            "guns",
                            "gunfire",
                            "firing",
                            "stormed",
                            "weapons"));
        }

        private boolean isHarmed(int first, int end) {
            for (TollMention toll : mentions.tollsIn(index)) {
                if (toll.whom() != null
                        && toll.whom().passage().overlaps(sentence.passage(first, end))
                        && toll.share() != TollMention.Share.ATTACKERS) {
                    return true;
                }
            }
            return false;
        }

        /** What happened implies who did it, where nobody is named. */
        private void implied(List<Candidate> out) {
            for (int i = 0; i < sentence.size(); i++) {
                Token token = sentence.token(i);
                if (token.is("arrested", "detained", "arrest", "detention", "imprisoned", "jailed")) {
                    out.add(new Candidate(index, i, i + 1, PerpetratorClass.POLICE, false, LEAST));
                } else if (token.is(
                        "robbery",
                        "burglary",
                        "theft",
                        "carjacking",
                        "robbed",
                        "burgled",
                        "burglarized",
                        "mugged",
                        "stolen")) {
                    out.add(new Candidate(index, i, i + 1, PerpetratorClass.CRIMINAL, false, LEAST));
                } else if (token.is(
                        "airstrike",
                        "airstrikes",
                        "air-strike",
                        "air-struck",
                        "shelling",
                        "artillery",
                        "shells",
                        "warplanes",
                        "tank",
                        "missile",
                        "missiles",
                        "bombardment",
                        "jets",
                        "helicopter",
                        "mortar",
                        "mortars",
                        "rocket",
                        "rockets",
                        "rocket-fire")) {
                    out.add(new Candidate(index, i, i + 1, PerpetratorClass.MILITARY, false, IMPLIED));
                } else if (token.is(
                        "shot",
                        "kidnapped",
                        "abducted",
                        "abduction",
                        "kidnapping",
                        "ambushed",
                        "ambush",
                        "gunshot",
                        "gunned",
                        "hijacked",
                        "gunpoint",
                        "beheaded",
                        "executed",
                        "gunshots")) {
                    out.add(new Candidate(index, i, i + 1, PerpetratorClass.UNIDENTIFIED_ARMED, false, IMPLIED));
                } else if (token.is("clashes", "fighting", "gunfight", "clash")
                        && sentence.tokens().stream().anyMatch(other -> other.is("between"))) {
                    out.add(new Candidate(index, i, i + 1, PerpetratorClass.SEVERAL, false, LEAST));
                }
            }
        }
    }
}
