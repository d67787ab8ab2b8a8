package org.ascribe.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision, kept as data: it binds every later run and is undone by a judgement that {@code undoes} it.
 *
 * @param id {@code j-} and 16 hexadecimal digits of the content
 * @param user who decided, a name or account
 * @param reason in the person's own words, may be empty
 * @param undoes id of the judgement that this one takes back; null otherwise
 */
public record Judgement(
        String id,
        Instant at,
        String user,
        String reason,
        Decision decision,
        @Nullable String undoes) {

    /** What was decided. */
    public sealed interface Decision {
        record SameIncident(Telling a, Telling b) implements Decision {}

        record NotSameIncident(Telling a, Telling b) implements Decision {}

        /** Looked at and left open: what the program finds stands. */
        record Unsure(Telling a, Telling b) implements Decision {}

        /**
         * Two whole incidents are one: all these tellings, whoever told them. Taken back, each telling goes where the program
         * finds it.
         *
         * @param one the tellings of the one incident when it was decided, sorted, at least one
         * @param other those of the other, sorted, at least one
         */
        record MergeIncidents(List<Telling> one, List<Telling> other) implements Decision {
            public MergeIncidents {
                one = part(one);
                other = part(other);
            }
        }

        /**
         * What was held to be one incident are two: none of the one part is told by the other, and each part is of one
         * incident in itself.
         *
         * @param stays tellings of the incident as it goes on, sorted, at least one
         * @param leaves those of the incident that is parted from it, sorted, at least one
         */
        record SplitIncident(List<Telling> stays, List<Telling> leaves) implements Decision {
            public SplitIncident {
                stays = part(stays);
                leaves = part(leaves);
            }
        }

        private static List<Telling> part(List<Telling> tellings) {
            if (tellings.isEmpty()) {
                throw new IllegalArgumentException("a part of a merge or split needs at least one telling");
            }
            return tellings.stream().distinct().sorted().toList();
        }

        /** The words do not say what was read from them. */
        record WrongReading(AssertionId assertion) implements Decision {}

        /** The words mean this actor. */
        record RightActor(AssertionId assertion, String actor) implements Decision {}
    }

    public static Judgement of(Instant at, String user, String reason, Decision decision, @Nullable String undoes) {
        return new Judgement(
                "j-" + ContentHash.of(at, user, reason, decision, undoes), at, user, reason, decision, undoes);
    }

    /**
     * Those that bind: decisions that none takes back, oldest first. A judgement that takes one back can itself be taken
     * back, which puts the first in force again. What takes back what is told by the ids alone, since the clocks of two
     * machines may disagree.
     */
    public static List<Judgement> inForce(Collection<Judgement> all) {
        Map<String, List<Judgement>> takenBackBy = new HashMap<>();
        for (Judgement judgement : all) {
            if (judgement.undoes() != null) {
                takenBackBy
                        .computeIfAbsent(judgement.undoes(), id -> new ArrayList<>())
                        .add(judgement);
            }
        }
        Map<String, Boolean> known = new HashMap<>();
        return all.stream()
                .distinct()
                .filter(judgement -> judgement.undoes() == null && stands(judgement, takenBackBy, known))
                .sorted(Comparator.comparing(Judgement::at).thenComparing(Judgement::id))
                .toList();
    }

    private static boolean stands(
            Judgement judgement, Map<String, List<Judgement>> takenBackBy, Map<String, Boolean> known) {
        Boolean found = known.get(judgement.id());
        if (found == null) {
            known.put(judgement.id(), false);
            found = takenBackBy.getOrDefault(judgement.id(), List.of()).stream()
                    .noneMatch(later -> stands(later, takenBackBy, known));
            known.put(judgement.id(), found);
        }
        return found;
    }
}
