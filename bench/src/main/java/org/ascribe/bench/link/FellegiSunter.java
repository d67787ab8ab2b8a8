package org.ascribe.bench.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ascribe.core.link.Row;
import org.jspecify.annotations.Nullable;

/**
 * The textbook peer: Fellegi and Sunter (1969) with expectation and maximisation over levels of agreement, fields independent,
 * in blocks of days and kilometres, links one to one from the likeliest pair on. It is given no list of aliases: actors agree
 * by the words of their names.
 */
final class FellegiSunter {

    private static final int DAYS = 7;
    private static final double KILOMETRES = 60;
    private static final int ROUNDS = 50;
    private static final double LEAST = 0.5;

    /** Levels of date, distance, names of actors, kinds, killed. */
    private static final int[] LEVELS = {5, 6, 4, 16, 6};

    private static final Set<String> COMMON = Set.of(
            "of", "the", "and", "government", "forces", "military", "police", "security", "army", "group", "armed");

    private FellegiSunter() {}

    private record Candidate(String a, String b, int pattern) {}

    /** Pairs as {@code a id, b id}. */
    static Set<List<String>> link(List<Row> a, List<Row> b) {
        Map<Long, List<Row>> byDay = new HashMap<>();
        for (Row row : b) {
            if (row.from() != null && row.spot() != null) {
                byDay.computeIfAbsent(row.from().toEpochDay(), day -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<String, Integer> kinds = new HashMap<>();
        Map<String, Set<String>> words = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Row row : a) {
            Row.Spot spot = row.spot();
            if (row.from() == null || spot == null) {
                continue;
            }
            for (int apart = -DAYS; apart <= DAYS; apart++) {
                for (Row other : byDay.getOrDefault(row.from().toEpochDay() + apart, List.of())) {
                    Row.Spot there = other.spot();
                    double kilometres = there == null ? Double.MAX_VALUE : kilometres(spot, there);
                    if (kilometres <= KILOMETRES) {
                        int[] levels = {
                            Math.min(4, Math.abs(apart)),
                            distance(kilometres),
                            actors(row, other, words),
                            kinds(row, other, kinds),
                            killed(row.killed(), other.killed())
                        };
                        int pattern = 0;
                        for (int field = 0; field < LEVELS.length; field++) {
                            pattern = pattern * LEVELS[field] + levels[field];
                        }
                        candidates.add(new Candidate(row.id(), other.id(), pattern));
                    }
                }
            }
        }
        double[] probable = probable(candidates, Math.min(a.size(), b.size()));
        List<Candidate> likeliest = new ArrayList<>(candidates.stream()
                .filter(candidate -> probable[candidate.pattern()] >= LEAST)
                .toList());
        likeliest.sort(Comparator.comparingDouble((Candidate candidate) -> -probable[candidate.pattern()])
                .thenComparing(Candidate::a)
                .thenComparing(Candidate::b));
        Set<String> usedA = new HashSet<>();
        Set<String> usedB = new HashSet<>();
        Set<List<String>> links = new HashSet<>();
        for (Candidate candidate : likeliest) {
            if (!usedA.contains(candidate.a()) && !usedB.contains(candidate.b())) {
                usedA.add(candidate.a());
                usedB.add(candidate.b());
                links.add(List.of(candidate.a(), candidate.b()));
            }
        }
        return links;
    }

    /** By pattern, the probability that a pair of it is one incident. */
    private static double[] probable(List<Candidate> candidates, int rows) {
        int patterns = Arrays.stream(LEVELS).reduce(1, (x, y) -> x * y);
        double[] counts = new double[patterns];
        candidates.forEach(candidate -> counts[candidate.pattern()]++);
        double[][] matched = new double[LEVELS.length][];
        double[][] unmatched = new double[LEVELS.length][];
        for (int field = 0; field < LEVELS.length; field++) {
            matched[field] = new double[LEVELS[field]];
            unmatched[field] = new double[LEVELS[field]];
            // agreement is likelier the better the level, to tell the two classes apart at the start
            for (int level = 0; level < LEVELS[field]; level++) {
                matched[field][level] = field == 3 ? 1.0 / LEVELS[field] : Math.pow(0.4, level);
            }
            normalise(matched[field]);
        }
        // pairs of one incident are few among all that are compared, so that these show at first what chance does
        for (int pattern = 0; pattern < patterns; pattern++) {
            int rest = pattern;
            for (int field = LEVELS.length - 1; field >= 0; field--) {
                unmatched[field][rest % LEVELS[field]] += counts[pattern];
                rest /= LEVELS[field];
            }
        }
        for (double[] shares : unmatched) {
            Arrays.setAll(shares, level -> shares[level] + 0.1);
            normalise(shares);
        }
        double share = Math.min(0.5, 0.5 * rows / Math.max(1, candidates.size()));
        double[] probable = new double[patterns];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] nextMatched = new double[LEVELS.length][];
            double[][] nextUnmatched = new double[LEVELS.length][];
            for (int field = 0; field < LEVELS.length; field++) {
                nextMatched[field] = new double[LEVELS[field]];
                Arrays.fill(nextMatched[field], 0.1);
                nextUnmatched[field] = new double[LEVELS[field]];
                Arrays.fill(nextUnmatched[field], 0.1);
            }
            double links = 0;
            for (int pattern = 0; pattern < patterns; pattern++) {
                if (counts[pattern] == 0) {
                    continue;
                }
                double one = share;
                double none = 1 - share;
                int rest = pattern;
                for (int field = LEVELS.length - 1; field >= 0; field--) {
                    one *= matched[field][rest % LEVELS[field]];
                    none *= unmatched[field][rest % LEVELS[field]];
                    rest /= LEVELS[field];
                }
                double p = one / (one + none);
                probable[pattern] = p;
                links += p * counts[pattern];
                rest = pattern;
                for (int field = LEVELS.length - 1; field >= 0; field--) {
                    nextMatched[field][rest % LEVELS[field]] += p * counts[pattern];
                    nextUnmatched[field][rest % LEVELS[field]] += (1 - p) * counts[pattern];
                    rest /= LEVELS[field];
                }
            }
            share = links / candidates.size();
            for (int field = 0; field < LEVELS.length; field++) {
                normalise(nextMatched[field]);
                normalise(nextUnmatched[field]);
            }
            matched = nextMatched;
            unmatched = nextUnmatched;
        }
        return probable;
    }

    private static void normalise(double[] shares) {
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> shares[i] / sum);
    }

    private static double kilometres(Row.Spot a, Row.Spot b) {
        double north = a.latitude() - b.latitude();
        if (Math.abs(north) > KILOMETRES / 111) {
            return Double.MAX_VALUE;
        }
        double east = Math.abs(a.longitude() - b.longitude());
        double wide = Math.min(east, 360 - east) * Math.cos(Math.toRadians((a.latitude() + b.latitude()) / 2));
        return 111.2 * Math.sqrt(north * north + wide * wide);
    }

    private static int distance(double kilometres) {
        return kilometres < 1
                ? 0
                : kilometres < 5 ? 1 : kilometres < 15 ? 2 : kilometres < 25 ? 3 : kilometres < 40 ? 4 : 5;
    }

    /** 0 both actors agree in some word, 1 one of them, 2 none, 3 one side is unknown. */
    private static int actors(Row a, Row b, Map<String, Set<String>> known) {
        if (a.actors().isEmpty() || b.actors().isEmpty()) {
            return 3;
        }
        int agreed = 0;
        for (String one : a.actors()) {
            Set<String> words = known.computeIfAbsent(one, FellegiSunter::words);
            if (b.actors().stream()
                    .anyMatch(two -> known.computeIfAbsent(two, FellegiSunter::words).stream()
                            .anyMatch(words::contains))) {
                agreed++;
            }
        }
        return agreed == a.actors().size() ? 0 : agreed > 0 ? 1 : 2;
    }

    private static Set<String> words(String name) {
        Set<String> words = new TreeSet<>();
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (String word : plain.split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() > 1 && !COMMON.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /** One level for each pair of kinds, the last for all beyond that. */
    private static int kinds(Row a, Row b, Map<String, Integer> known) {
        String pair = String.join("/", a.kinds()) + "//" + String.join("/", b.kinds());
        return Math.min(LEVELS[3] - 1, known.computeIfAbsent(pair, unseen -> known.size()));
    }

    private static int killed(Row.@Nullable Toll a, Row.@Nullable Toll b) {
        if (a == null || b == null) {
            return 5;
        }
        int less = Math.min(a.best(), b.best());
        int more = Math.max(a.best(), b.best());
        return more == less
                ? 0
                : more - less <= 1 || more <= 1.2 * less ? 1 : more <= 1.5 * less ? 2 : more <= 3 * less ? 3 : 4;
    }
}
