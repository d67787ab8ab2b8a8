package org.ascribe.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     * back, which puts the first in force again.
     */
    public static List<Judgement> inForce(Collection<Judgement> all) {
        List<Judgement> latestFirst = all.stream()
                .distinct()
                .sorted(Comparator.comparing(Judgement::at)
                        .thenComparing(Judgement::id)
                        .reversed())
                .toList();
        Set<String> undone = new HashSet<>();
        List<Judgement> binding = new ArrayList<>();
        for (Judgement judgement : latestFirst) {
            if (undone.contains(judgement.id())) {
                continue;
            }
            if (judgement.undoes() != null) {
                undone.add(judgement.undoes());
            } else {
                binding.add(judgement);
            }
        }
        return List.copyOf(binding.reversed());
    }
}
