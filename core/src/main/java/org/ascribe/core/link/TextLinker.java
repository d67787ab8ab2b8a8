package org.ascribe.core.link;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which of many short texts, such as headlines, tell of one incident. What counts is how rare the shared words are, in all
 * texts and in the half year around (a town that is in the news every day says little), how many days lie between, whether
 * numbers agree, and how much else is written in those days. The weights are learned, by logistic regression, from texts of which it is known;
 * nothing else is known of them, neither language nor place. The same input gives the same output. Safe to share.
 */
public final class TextLinker {

    /** Texts further apart are not compared. */
    private static final int FAR_DAYS = 45;

    /** Beyond so many days two texts are compared only if they share a word that is rare around that time. */
    private static final int NEAR_DAYS = 7;

    private static final double RARE = 4;
    /** Around a text, the weeks of the incident itself are left out when the use of a word is counted. */
    private static final int BACKGROUND_DAYS = 180;

    private static final int OWN_DAYS = 14;
    private static final int FEATURES = 29;
    private static final double SHRINKAGE = 10;
    private static final int ROUNDS = 30;

    private static final Set<String> SMALL = Set.of(
            ("the a an of in on at to and for with by from as is are was were be after their his her its it this that"
                            + " de la les des du le et en un une l d s")
                    .split(" "));
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private final double[] mean;
    private final double[] spread;
    private final double[] weights;

    /**
     * A text.
     *
     * @param id unique among those compared
     * @param source who wrote it
     */
    public record Item(String id, LocalDate day, String source, String text) {}

    /** How probable it is that two texts tell of one incident; {@code a} is the earlier by day and id. */
    public record Likely(String a, String b, double probability) {}

    private TextLinker(double[] mean, double[] spread, double[] weights) {
        this.mean = mean;
        this.spread = spread;
        this.weights = weights;
    }

    /**
     * A linker with weights from texts of which it is known what they tell of.
     *
     * @param items at least some two of one incident
     * @param incident of each item, by any name
     * @param around texts among which the rarity of words is counted, the items themselves among them or not
     */
    public static TextLinker learn(List<Item> items, Function<Item, String> incident, List<Item> around) {
        Pairs pairs = Pairs.of(items, around);
        boolean[] same = new boolean[pairs.a.length];
        for (int p = 0; p < same.length; p++) {
            same[p] = incident.apply(pairs.items.get(pairs.a[p])).equals(incident.apply(pairs.items.get(pairs.b[p])));
        }
        double[] mean = new double[FEATURES];
        double[] spread = new double[FEATURES];
        for (double[] x : pairs.x) {
            for (int f = 1; f < FEATURES; f++) {
                mean[f] += x[f] / pairs.x.length;
            }
        }
        for (double[] x : pairs.x) {
            for (int f = 1; f < FEATURES; f++) {
                spread[f] += (x[f] - mean[f]) * (x[f] - mean[f]) / pairs.x.length;
            }
        }
        Arrays.setAll(spread, f -> spread[f] == 0 ? 1 : Math.sqrt(spread[f]));
        TextLinker linker = new TextLinker(mean, spread, new double[FEATURES]);
        linker.fit(pairs.x, same);
        return linker;
    }

    /**
     * The pairs that are likely by at least so much, the likeliest first.
     *
     * @param items sorted as they are, two of one id count as one text
     * @param around as in {@link #learn}
     */
    public List<Likely> compare(List<Item> items, List<Item> around, double least) {
        Pairs pairs = Pairs.of(items, around);
        List<Likely> likely = new ArrayList<>();
        for (int p = 0; p < pairs.a.length; p++) {
            double probability = probability(pairs.x[p]);
            if (probability >= least) {
                likely.add(new Likely(
                        pairs.items.get(pairs.a[p]).id(),
                        pairs.items.get(pairs.b[p]).id(),
                        probability));
            }
        }
        likely.sort(Comparator.comparingDouble((Likely pair) -> -pair.probability())
                .thenComparing(Likely::a)
                .thenComparing(Likely::b));
        return List.copyOf(likely);
    }

    /**
     * Groups of texts, the likeliest pairs joined first, as long as two groups are alike by at least so much on average over all
     * pairs between them; a pair that is not in {@code likely} counts 0. Texts that join none are left out.
     */
    public static List<Set<String>> groups(List<Likely> likely, double least) {
        Map<List<String>, Double> byPair = new HashMap<>();
        likely.forEach(pair -> {
            byPair.put(List.of(pair.a(), pair.b()), pair.probability());
            byPair.put(List.of(pair.b(), pair.a()), pair.probability());
        });
        Map<String, Set<String>> groupOf = new HashMap<>();
        for (Likely pair : likely) {
            if (pair.probability() < least) {
                continue;
            }
            Set<String> one = groupOf.computeIfAbsent(pair.a(), id -> new TreeSet<>(Set.of(id)));
            Set<String> other = groupOf.computeIfAbsent(pair.b(), id -> new TreeSet<>(Set.of(id)));
            if (one == other) {
                continue;
            }
            double sum = 0;
            for (String a : one) {
                for (String b : other) {
                    sum += byPair.getOrDefault(List.of(a, b), 0.0);
                }
            }
            if (sum / (one.size() * other.size()) >= least) {
                one.addAll(other);
                other.forEach(id -> groupOf.put(id, one));
            }
        }
        return groupOf.values().stream()
                .distinct()
                .filter(group -> group.size() > 1)
                .sorted(Comparator.comparing(group -> group.iterator().next()))
                .toList();
    }

    private double probability(double[] x) {
        double sum = weights[0];
        for (int f = 1; f < FEATURES; f++) {
            sum += weights[f] * (x[f] - mean[f]) / spread[f];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Newton's method on the logarithm of the likelihood, with a penalty on large weights. */
    private void fit(double[][] x, boolean[] same) {
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[FEATURES];
            double[][] bend = new double[FEATURES][FEATURES];
            for (int f = 0; f < FEATURES; f++) {
                slope[f] = -SHRINKAGE * weights[f];
                bend[f][f] = SHRINKAGE;
            }
            double[] z = new double[FEATURES];
            for (int p = 0; p < x.length; p++) {
                double probability = probability(x[p]);
                z[0] = 1;
                for (int f = 1; f < FEATURES; f++) {
                    z[f] = (x[p][f] - mean[f]) / spread[f];
                }
                double miss = (same[p] ? 1 : 0) - probability;
                double sure = probability * (1 - probability);
                for (int f = 0; f < FEATURES; f++) {
                    slope[f] += miss * z[f];
                    double scaled = sure * z[f];
                    for (int g = 0; g <= f; g++) {
                        bend[f][g] += scaled * z[g];
                    }
                }
            }
            double[] step = solved(bend, slope);
            double most = 0;
            for (int f = 0; f < FEATURES; f++) {
                weights[f] += step[f];
                most = Math.max(most, Math.abs(step[f]));
            }
            if (most < 1e-4) {
                return;
            }
        }
    }

    /** Solves a symmetric, positive definite system given by its lower half (Cholesky). */
    private static double[] solved(double[][] lower, double[] right) {
        int n = right.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) {
                double sum = lower[i][k];
                for (int j = 0; j < k; j++) {
                    sum -= l[i][j] * l[k][j];
                }
                l[i][k] = i == k ? Math.sqrt(Math.max(1e-12, sum)) : sum / l[k][k];
            }
        }
        double[] solved = right.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                solved[i] -= l[i][j] * solved[j];
            }
            solved[i] /= l[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                solved[i] -= l[j][i] * solved[j];
            }
            solved[i] /= l[i][i];
        }
        return solved;
    }

    /** Words of the texts around, with the days on which each is used. */
    private static final class Words {
        final Map<String, int[]> daysOf = new HashMap<>();
        final int[] days;

        Words(List<Item> around) {
            Map<String, List<Integer>> uses = new HashMap<>();
            for (Item item : around) {
                for (String word : new HashSet<>(words(item.text()))) {
                    uses.computeIfAbsent(word, key -> new ArrayList<>()).add(day(item));
                }
            }
            uses.forEach((word, on) -> daysOf.put(
                    word, on.stream().mapToInt(Integer::intValue).sorted().toArray()));
            days = around.stream().mapToInt(TextLinker::day).sorted().toArray();
        }

        double rarity(String word) {
            return Math.log((days.length + 1.0) / Math.max(1, daysOf.getOrDefault(word, new int[0]).length));
        }

        /** How rare the word is in the months around that day, as a logarithm. */
        double rarity(String word, int day) {
            int[] uses = daysOf.getOrDefault(word, new int[0]);
            return Math.log((around(days, day) + 20)
                    / (around(uses, day) + 2.0 * uses.length / Math.max(1, days.length) + 0.5));
        }

        private static double around(int[] days, int day) {
            return between(days, day - BACKGROUND_DAYS, day - OWN_DAYS - 1)
                    + between(days, day + OWN_DAYS + 1, day + BACKGROUND_DAYS);
        }

        static int between(int[] days, int from, int to) {
            return firstFrom(days, to + 1) - firstFrom(days, from);
        }

        private static int firstFrom(int[] days, int day) {
            int low = 0;
            int high = days.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (days[middle] < day) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    private static int day(Item item) {
        return Math.toIntExact(item.day().toEpochDay());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : Names.plain(text).split(" ", -1)) {
            if (!word.isEmpty() && !SMALL.contains(word)) {
                words.add(Text.stem(word));
            }
        }
        return words;
    }

    private static Set<Integer> numbers(String text) {
        Set<Integer> numbers = new TreeSet<>();
        for (String word : Names.plain(text).split(" ", -1)) {
            if (word.matches("[0-9]{1,3}")) {
                numbers.add(Integer.valueOf(word));
            } else if (NUMBERS.contains(word)) {
                numbers.add(NUMBERS.indexOf(word));
            }
        }
        return numbers;
    }

    /** One text as it is compared: its words in order, with their weights. */
    private record Read(
            Item item,
            int day,
            String[] words,
            double[] share,
            double[] rarity,
            double[] rarityNow,
            double rarityOfAll,
            Set<Integer> numbers,
            int sameDays) {

        static Read of(Item item, Words around) {
            Map<String, Integer> counts = new TreeMap<>();
            TextLinker.words(item.text()).forEach(word -> counts.merge(word, 1, Integer::sum));
            String[] words = counts.keySet().toArray(String[]::new);
            int day = TextLinker.day(item);
            double[] rarity = new double[words.length];
            double[] now = new double[words.length];
            double[] share = new double[words.length];
            double squares = 0;
            double all = 0;
            for (int i = 0; i < words.length; i++) {
                rarity[i] = around.rarity(words[i]);
                now[i] = around.rarity(words[i], day);
                share[i] = (1 + Math.log(counts.getOrDefault(words[i], 1))) * rarity[i];
                squares += share[i] * share[i];
                all += Math.max(0, now[i] - 1);
            }
            double length = Math.max(1e-9, Math.sqrt(squares));
            Arrays.setAll(share, i -> share[i] / length);
            return new Read(
                    item,
                    day,
                    words,
                    share,
                    rarity,
                    now,
                    all,
                    TextLinker.numbers(item.text()),
                    Words.between(around.days, day - 3, day + 3));
        }
    }

    /** The pairs to compare, with what is seen of each. */
    private record Pairs(List<Item> items, int[] a, int[] b, double[][] x) {

        static Pairs of(List<Item> unsorted, List<Item> around) {
            Words words = new Words(around);
            List<Read> reads = unsorted.stream()
                    .sorted(Comparator.comparing(Item::day).thenComparing(Item::id))
                    .map(item -> Read.of(item, words))
                    .toList();
            List<int[]> pairs = new ArrayList<>();
            List<double[]> seen = new ArrayList<>();
            for (int i = 0; i < reads.size(); i++) {
                for (int k = i + 1;
                        k < reads.size() && reads.get(k).day() - reads.get(i).day() <= FAR_DAYS;
                        k++) {
                    double[] x = seen(reads.get(i), reads.get(k), k - i - 1);
                    if (x.length > 0) {
                        pairs.add(new int[] {i, k});
                        seen.add(x);
                    }
                }
            }
            return new Pairs(
                    reads.stream().map(Read::item).toList(),
                    pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                    pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                    seen.toArray(double[][]::new));
        }

        /** Nothing for two texts that are far apart and share no rare word. */
        private static double[] seen(Read one, Read two, int others) {
            int apart = two.day() - one.day();
            double cosine = 0;
            double rarest = 0;
            double rarestNow = 0;
            double rarityShared = 0;
            int shared = 0;
            for (int i = 0, k = 0; i < one.words().length && k < two.words().length; ) {
                int order = one.words()[i].compareTo(two.words()[k]);
                if (order == 0) {
                    cosine += one.share()[i] * two.share()[k];
                    rarest = Math.max(rarest, one.rarity()[i]);
                    rarestNow = Math.max(rarestNow, one.rarityNow()[i]);
                    rarityShared += Math.max(0, one.rarityNow()[i] - 1);
                    shared++;
                    i++;
                    k++;
                } else if (order < 0) {
                    i++;
                } else {
                    k++;
                }
            }
            if (apart > NEAR_DAYS && rarestNow <= RARE) {
                return new double[0];
            }
            boolean agrees = one.numbers().stream().anyMatch(two.numbers()::contains);
            boolean differs =
                    !agrees && !one.numbers().isEmpty() && !two.numbers().isEmpty();
            boolean sameSource = one.item().source().equals(two.item().source());
            double late = Math.log1p(apart);
            double crowd = Math.log1p(Math.min(one.sameDays(), two.sameDays()));
            double between = Math.log1p(others);
            return new double[] {
                1,
                cosine,
                Math.sqrt(cosine),
                is(apart == 0),
                is(apart == 1),
                is(apart == 2),
                is(apart == 3),
                is(apart > 3 && apart <= 7),
                is(apart > 7 && apart <= 14),
                is(apart > 14 && apart <= 30),
                is(apart > 30),
                rarestNow,
                rarityShared,
                rarityShared / (Math.min(one.rarityOfAll(), two.rarityOfAll()) + 1),
                rarest,
                is(agrees),
                is(differs),
                is(sameSource),
                is(sameSource && apart == 0),
                is(sameSource && apart > 3),
                rarestNow * late,
                cosine * late,
                rarityShared * late,
                crowd,
                rarestNow * crowd,
                between,
                rarestNow * between,
                is(shared == 0),
                agrees ? rarestNow : 0
            };
        }

        private static double is(boolean said) {
            return said ? 1 : 0;
        }
    }
}
