package org.ascribe.bench.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascribe.core.link.Match;
import org.jspecify.annotations.Nullable;

/**
 * Why true pairs are lost and false ones found: each is held beside the strongest rival for one of its two rows, field by field,
 * and counted by what speaks for the wrong one.
 */
final class Lost {

    /** Links less probable than this are not asked for. */
    static final double LEAST = 0.02;

    private static final double LINK = 0.5;
    private static final double ONE_BIT = 1;
    private static final Set<String> NO_FIELDS = Set.of("base", "rivals");
    private static final double[] LEVELS = {0.95, 0.8, 0.6, 0.5, 0.4, 0.3, 0.1, LEAST};

    private final List<Match> matches;
    private final Set<List<String>> truth;
    private final Map<List<String>, Match> byPair = new HashMap<>();
    private final Map<String, List<Match>> byA = new HashMap<>();
    private final Map<String, List<Match>> byB = new HashMap<>();

    /** @param matches of at least {@link #LEAST} */
    Lost(List<Match> matches, Set<List<String>> truth) {
        this.matches = matches;
        this.truth = truth;
        for (Match match : matches) {
            byPair.put(pair(match), match);
            byA.computeIfAbsent(match.a(), key -> new ArrayList<>()).add(match);
            byB.computeIfAbsent(match.b(), key -> new ArrayList<>()).add(match);
        }
    }

    private static List<String> pair(Match match) {
        return List.of(match.a(), match.b());
    }

    /** What is found at each threshold, as a table. */
    String levels() {
        StringBuilder table = new StringBuilder(
                "| links of at least | found | false | precision | recall | F1 | right, as the scores add up to |\n|---|---|---|---|---|---|---|\n");
        for (double level : LEVELS) {
            int found = 0;
            int right = 0;
            double sum = 0;
            for (Match match : matches) {
                if (match.score() >= level) {
                    found++;
                    right += truth.contains(pair(match)) ? 1 : 0;
                    sum += match.score();
                }
            }
            table.append(String.format(
                    Locale.ROOT,
                    "| %.2f | %,d | %,d | %.3f | %.3f | %.3f | %,.0f |%n",
                    level,
                    right,
                    found - right,
                    right / (double) Math.max(1, found),
                    right / (double) truth.size(),
                    2.0 * right / (found + truth.size()),
                    sum));
        }
        return table.toString();
    }

    /** Lost and false pairs by cause, as a table. */
    String causes() {
        Map<String, int[]> counts = new TreeMap<>();
        for (List<String> pair : truth) {
            Match own = byPair.get(pair);
            if (own == null || own.score() < LINK) {
                counts.computeIfAbsent(own == null ? "hardly weighed at all" : causeOfLoss(own), key -> new int[2])[
                        0]++;
            }
        }
        Set<String> ofTruthA = new HashSet<>();
        Set<String> ofTruthB = new HashSet<>();
        truth.forEach(pair -> {
            ofTruthA.add(pair.getFirst());
            ofTruthB.add(pair.getLast());
        });
        for (Match match : matches) {
            if (match.score() >= LINK && !truth.contains(pair(match))) {
                counts.computeIfAbsent(causeOfError(match, ofTruthA, ofTruthB), key -> new int[2])[1]++;
            }
        }
        StringBuilder table = new StringBuilder("| cause | true pairs lost | false links |\n|---|---|---|\n");
        counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, int[]> entry) -> -entry.getValue()[0])
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> table.append(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d |%n",
                        entry.getKey(),
                        entry.getValue()[0],
                        entry.getValue()[1])));
        return table.toString();
    }

    private String causeOfLoss(Match own) {
        Match rival = strongest(own, false);
        return rival == null || rival.score() < Math.min(own.score(), 1 - own.score()) / 2
                ? "no rival; too unlike by itself"
                : beside(own, rival);
    }

    private String causeOfError(Match wrong, Set<String> ofTruthA, Set<String> ofTruthB) {
        Match rival = strongest(wrong, true);
        if (rival != null) {
            return beside(rival, wrong);
        }
        return ofTruthA.contains(wrong.a()) || ofTruthB.contains(wrong.b())
                ? "hardly weighed at all"
                : "neither row has its like in the other table";
    }

    /** The likeliest other link of either row that is true, or that is false. */
    private @Nullable Match strongest(Match of, boolean isTrue) {
        Match strongest = null;
        for (List<Match> links : List.of(byA.getOrDefault(of.a(), List.of()), byB.getOrDefault(of.b(), List.of()))) {
            for (Match link : links) {
                if (truth.contains(pair(link)) == isTrue
                        && !pair(link).equals(pair(of))
                        && (strongest == null || link.score() > strongest.score())) {
                    strongest = link;
                }
            }
        }
        return strongest;
    }

    /** What speaks for the false link and against the true one. */
    private static String beside(Match right, Match wrong) {
        Map<String, Double> ahead = weights(wrong);
        weights(right).forEach((field, weight) -> ahead.merge(field, -weight, Double::sum));
        String field = "";
        double most = 0;
        double all = 0;
        double apart = 0;
        for (String name : new TreeSet<>(ahead.keySet())) {
            double bits = ahead.getOrDefault(name, 0.0);
            all += bits;
            apart = Math.max(apart, Math.abs(bits));
            if (bits > most) {
                most = bits;
                field = name;
            }
        }
        if (apart < ONE_BIT) {
            return "near-twins: no field tells the two apart by one bit";
        }
        return all < 0
                ? "the true one is ahead, but both share with further rivals"
                : "the false one is ahead by its " + field;
    }

    private static Map<String, Double> weights(Match match) {
        Map<String, Double> weights = new TreeMap<>();
        for (Match.Reason reason : match.reasons()) {
            if (!NO_FIELDS.contains(reason.field())) {
                weights.merge(reason.field(), reason.weight(), Double::sum);
            }
        }
        return weights;
    }
}
