package org.ascribe.extract.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Said;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.incident.EventMention.Strength;
import org.ascribe.extract.incident.PartReader.Beside;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.place.PlaceMention;
import org.ascribe.extract.speech.Voices;
import org.jspecify.annotations.Nullable;

/** How well a mention of violence fits an incident told so far. */
final class Fit {

    /** Words before a trigger that open a new incident. */
    /** Things that stand in one place: two of them are two scenes. */
    private static final Set<String> BUILT = Set.of(
            "mosque",
            "church",
            "hall",
            "bank",
            "hotel",
            "school",
            "airport",
            "embassy",
            "consulate",
            "market",
            "shrine",
            "hospital",
            "station",
            "prison",
            "theatre",
            "theater",
            "university",
            "ministry",
            "bus",
            "train",
            "seminary",
            "restaurant",
            "mall",
            "stadium",
            "bridge",
            "synagogue",
            "checkpoint");

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

    private static final double LEAST = 2.5;

    private final Mentions mentions;
    private final Voices voices;
    private final Nearness nearness;
    private final Dating dating;

    Fit(Mentions mentions, Voices voices, Nearness nearness, Dating dating) {
        this.mentions = mentions;
        this.voices = voices;
        this.nearness = nearness;
        this.dating = dating;
    }

    /** Zero means that it does not fit. */
    double score(Beside beside, Draft draft, @Nullable Draft focus, int drafts) {
        EventMention mention = beside.mention();
        Clauses clauses = mentions.clauses(mention.sentence());
        if (!compatible(mention, draft)) {
            return 0;
        }
        boolean placeSame = false;
        for (PlaceMention mine : beside.places()) {
            if (!draft.places.isEmpty() && !nearness.fitsAny(mine, draft.places)) {
                return 0;
            }
            placeSame |= Nearness.isFine(mine.place())
                    && draft.places.stream().anyMatch(theirs -> Nearness.isFine(theirs.place()));
        }
        boolean dateSame = false;
        EventDate known = draft.date().orElse(null);
        for (Said<EventDate> mine : dating.of(beside, known, focus)) {
            if (known != null && !mine.value().overlaps(known)) {
                return 0;
            }
            dateSame |= known != null;
        }
        boolean later = beside.times().stream().anyMatch(PartReader::isCounted);
        if (later && !dateSame) {
            return 0;
        }
        boolean definite = isDefinite(clauses, mention) || isOfDay(clauses, mention);
        boolean outcome = mention.strength() == Strength.RESULT;
        if (!definite && beside.places().isEmpty() && elsewhere(mention, draft)) {
            return 0;
        }
        if (has(clauses, mention, OTHER) && !(placeSame && dateSame)) {
            return 0;
        }
        if (EventFinder.isPlural(clauses.sentence(), mention)
                && !has(clauses, mention, Set.of("the", "these", "both", "twin"))
                && draft.besides.stream()
                        .noneMatch(b -> EventFinder.isPlural(
                                mentions.sentence(b.mention().sentence()), b.mention()))) {
            return 0;
        }
        boolean targetSame = beside.targets().stream()
                        .anyMatch(mine -> draft.targets.stream().anyMatch(theirs -> sameTarget(mine, theirs)))
                || namesTarget(clauses, beside, draft);
        boolean targetOther = !targetSame && !outcome && clashes(beside.targets(), draft.targets);
        boolean newParagraph = mentions.sentence(draft.lastSentence()).paragraph()
                != mentions.sentence(mention.sentence()).paragraph();
        int apart = mention.sentence() - draft.lastSentence();
        double score = 0;
        score -= outcome && newParagraph && drafts > 1 ? 1 : 0;
        score += placeSame ? 3 : 0;
        score += dateSame ? 2 : 0;
        score += targetSame ? 3 : targetOther ? -2.5 : 0;
        // "the massacre in the concert hall", after a bank and no hall was told of: another one that readers know
        score -= definite && !placeSame && namesNewThing(beside, draft) ? 4 : 0;
        score += definite ? 2 : isIndefinite(clauses, mention) ? -1 : 0;
        score += draft.hasType(mention.type()) ? 1 : 0;
        score += mention.strength() == Strength.ANAPHORIC || outcome ? 1 : 0;
        score += draft == focus ? 1.5 : 0;
        score += apart == 0 ? apposed(clauses, mention, draft) : apart <= 2 ? 0.5 : 0;
        score -= tollClash(beside, draft) ? 2 : 0;
        if (beside.places().isEmpty()
                && beside.times().isEmpty()
                && (beside.targets().isEmpty() || outcome)) {
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
        return score >= LEAST ? score : 0;
    }

    static boolean isDefinite(Clauses clauses, EventMention mention) {
        NounPhrase phrase = mention.phrase();
        if (phrase == null) {
            return false;
        }
        Sentence sentence = clauses.sentence();
        return sentence.token(phrase.first()).is("the", "this", "that", "these", "those", "both", "it", "its", "their")
                || sentence.token(mention.first()).isCapitalised()
                        && mention.first() > 0
                        && phrase.first() == mention.first();
    }

    /** "Thursday's attack": the one that readers know from the day named. */
    private boolean isOfDay(Clauses clauses, EventMention mention) {
        int before = mention.first() - 1;
        return before > 0
                && clauses.sentence().token(before).is("'s", "\u2019s")
                && mentions.timesIn(mention.sentence()).stream()
                        .anyMatch(time -> time.firstToken() < before
                                && (time.endToken() == before || time.endToken() == before + 1));
    }

    private static boolean isIndefinite(Clauses clauses, EventMention mention) {
        NounPhrase phrase = mention.phrase();
        return phrase != null && clauses.sentence().token(phrase.first()).is("a", "an", "another", "one");
    }

    private static boolean has(Clauses clauses, EventMention mention, Set<String> words) {
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

    /** Whether the paragraph so far, as a heading or in words, is at another place than the incident. */
    private boolean elsewhere(EventMention mention, Draft draft) {
        int paragraph = mentions.sentence(mention.sentence()).paragraph();
        Optional<PlaceMention> here = mentions.places().stream()
                .filter(p -> p.sentence() < mention.sentence()
                        && mentions.sentence(p.sentence()).paragraph() == paragraph
                        && PartReader.isScene(mentions, voices, p))
                .reduce((a, b) -> b);
        return here.isPresent()
                && draft.besides.stream()
                        .noneMatch(b -> b.mention().sentence() == here.get().sentence())
                && !draft.places.isEmpty()
                && draft.places.stream().noneMatch(p -> nearness.fits(p, here.get()));
    }

    /** "a devastating attack in March ..., a brutal assault on a bank": two names of one, side by side. */
    private static double apposed(Clauses clauses, EventMention mention, Draft draft) {
        EventMention last = draft.besides.get(draft.besides.size() - 1).mention();
        Sentence sentence = clauses.sentence();
        boolean joined = false;
        for (int i = last.end(); i < mention.first(); i++) {
            joined |= sentence.token(i).is("and", "another", "followed", "before", "later");
        }
        return joined && mention.phrase() != null && !isDefinite(clauses, mention) ? -1.5 : 2;
    }

    private static boolean tollClash(Beside beside, Draft draft) {
        return beside.tolls().stream()
                .filter(t -> t.share() == TollMention.Share.ALL)
                .anyMatch(mine -> draft.tolls.stream()
                        .filter(t -> t.share() == TollMention.Share.ALL && t.harm() == mine.harm())
                        .anyMatch(theirs -> apart(mine, theirs)));
    }

    private static boolean apart(TollMention a, TollMention b) {
        Integer low = a.count().low();
        Integer other = b.count().low();
        return low != null && other != null && (low > 3 * other + 10 || other > 3 * low + 10);
    }

    private static boolean sameTarget(Said<Target> a, Said<Target> b) {
        String x = lastWord(a.value().name());
        String y = lastWord(b.value().name());
        return x.equals(y) || x.equals(y + "s") || y.equals(x + "s");
    }

    private static String lastWord(String name) {
        String head = name.split(" of ")[0];
        return head.substring(head.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    /** "the mosque attack", where a mosque was the target. */
    private static boolean namesTarget(Clauses clauses, Beside beside, Draft draft) {
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

    private boolean namesNewThing(Beside beside, Draft draft) {
        return beside.targets().stream()
                .map(target -> lastWord(target.value().name()))
                .filter(BUILT::contains)
                .anyMatch(thing -> draft.besides.stream()
                        .noneMatch(told -> mentions.sentence(told.mention().sentence()).tokens().stream()
                                .anyMatch(token -> token.is(thing, thing + "s"))));
    }

    private static boolean clashes(List<Said<Target>> mine, List<Said<Target>> theirs) {
        return mine.stream().anyMatch(a -> isThing(a.value().targetClass()))
                && theirs.stream().anyMatch(b -> isThing(b.value().targetClass()))
                && mine.stream()
                        .noneMatch(a -> theirs.stream()
                                .anyMatch(b ->
                                        a.value().targetClass() == b.value().targetClass()));
    }

    private static boolean isThing(TargetClass target) {
        return target != TargetClass.CIVILIANS && target != TargetClass.OTHER;
    }

    private static boolean compatible(EventMention mention, Draft draft) {
        boolean open = mention.strength() == Strength.ANAPHORIC
                || mention.strength() == Strength.GENERAL
                || mention.strength() == Strength.RESULT;
        if (open) {
            boolean raid = mention.type() == IncidentType.RAID_OR_ARREST;
            return (!raid || draft.hasType(IncidentType.RAID_OR_ARREST))
                    && !(mention.strength() == Strength.GENERAL && draft.isOnlyForces());
        }
        Family mine = Family.of(mention.type());
        return draft.besides.stream()
                .allMatch(b -> mine.goesWith(Family.of(b.mention().type()))
                        // "attacked with drones", "rockets hit ..., the attack killed"
                        || isAttack(mention) && Family.of(b.mention().type()) == Family.FIRE_FROM_AFAR
                        || isAttack(b.mention()) && mine == Family.FIRE_FROM_AFAR);
    }

    private static boolean isAttack(EventMention mention) {
        return mention.type() == IncidentType.ARMED_ASSAULT && mention.strength() == Strength.RESULT;
    }
}
