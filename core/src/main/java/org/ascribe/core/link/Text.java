package org.ascribe.core.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How alike the words of two rows are: the cosine of their words by rarity, in levels. */
final class Text {

    private static final double[] LEVELS = {0, 0.04, 0.08, 0.14, 0.22, 0.32, 0.45, 0.65};
    private static final double[] PRIOR = {0.06, 0.08, 0.12, 0.16, 0.17, 0.15, 0.13, 0.08, 0.05};
    private static final double[] CHANCE = {0.3, 0.3, 0.2, 0.11, 0.055, 0.02, 0.01, 0.004, 0.001};

    private final int[][] wordsOfA;
    private final int[][] wordsOfB;
    private final double[][] weightsOfA;
    private final double[][] weightsOfB;
    private final Levels links = new Levels(new double[][] {PRIOR}, 20);
    private final Levels chance = new Levels(new double[][] {CHANCE}, 100);

    Text(Side a, Side b, Function<Row, String> text) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, Integer> rowsWith = new HashMap<>();
        List<Map<Integer, Integer>> counts = new ArrayList<>();
        for (Side side : List.of(a, b)) {
            for (Row row : side.rows) {
                Map<Integer, Integer> own = new TreeMap<>();
                String said = text.apply(row);
                for (String word :
                        said.isEmpty() ? new String[0] : Names.plain(said).split(" ", -1)) {
                    if (word.length() > 1) {
                        own.merge(numbers.computeIfAbsent(stem(word), key -> numbers.size()), 1, Integer::sum);
                    }
                }
                own.keySet().forEach(word -> rowsWith.merge(word, 1, Integer::sum));
                counts.add(own);
            }
        }
        double rows = a.size + b.size;
        wordsOfA = new int[a.size][];
        weightsOfA = new double[a.size][];
        wordsOfB = new int[b.size][];
        weightsOfB = new double[b.size][];
        for (int i = 0; i < counts.size(); i++) {
            int[] words =
                    counts.get(i).keySet().stream().mapToInt(Integer::intValue).toArray();
            double[] weights = new double[words.length];
            double squares = 0;
            for (int k = 0; k < words.length; k++) {
                weights[k] = (1 + Math.log(counts.get(i).getOrDefault(words[k], 1)))
                        * Math.log((rows + 1) / rowsWith.getOrDefault(words[k], 1));
                squares += weights[k] * weights[k];
            }
            double length = Math.max(1e-9, Math.sqrt(squares));
            Arrays.setAll(weights, k -> weights[k] / length);
            if (i < a.size) {
                wordsOfA[i] = words;
                weightsOfA[i] = weights;
            } else {
                wordsOfB[i - a.size] = words;
                weightsOfB[i - a.size] = weights;
            }
        }
    }

    static String stem(String word) {
        for (String ending : new String[] {"ing", "ed", "es", "s"}) {
            if (word.length() > ending.length() + 3 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** Whether rows of both tables have words. */
    boolean isThere() {
        return Arrays.stream(wordsOfA).anyMatch(words -> words.length > 0)
                && Arrays.stream(wordsOfB).anyMatch(words -> words.length > 0);
    }

    /** 0 to 1, or -1 where either has no words. */
    double cosine(int rowA, int rowB) {
        int[] a = wordsOfA[rowA];
        int[] b = wordsOfB[rowB];
        if (a.length == 0 || b.length == 0) {
            return -1;
        }
        double product = 0;
        for (int i = 0, k = 0; i < a.length && k < b.length; ) {
            if (a[i] == b[k]) {
                product += weightsOfA[rowA][i++] * weightsOfB[rowB][k++];
            } else if (a[i] < b[k]) {
                i++;
            } else {
                k++;
            }
        }
        return product;
    }

    private static int level(double cosine) {
        int level = 0;
        while (level < LEVELS.length && cosine > LEVELS[level]) {
            level++;
        }
        return level;
    }

    double weight(double cosine) {
        return cosine < 0 ? 0 : links.log(0, level(cosine)) - chance.log(0, level(cosine));
    }

    void add(double cosine, double probability) {
        if (cosine >= 0) {
            links.add(0, level(cosine), probability);
        }
    }

    /** Two rows that are not of one incident. */
    void addChance(int rowA, int rowB) {
        double cosine = cosine(rowA, rowB);
        if (cosine >= 0) {
            chance.add(0, level(cosine), 1);
        }
    }

    void learnChance() {
        chance.learn();
    }

    void learn() {
        links.learn();
    }
}
