package org.ascribe.codebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What a model learned from some of the examples answers about the others, each example answered once.
 *
 * @param answers in the order of the examples
 */
public record CrossValidation(List<CodedExample> examples, List<Map<String, Answer>> answers) {

    /**
     * How often a field was right.
     *
     * @param low lower end of the Wilson interval at 95 percent; rows of one group count as if they were independent
     * @param usual how often its most frequent value alone would be right
     * @param confused what was taken for what, the most frequent first, at most eight
     */
    public record FieldScore(
            Field field, int right, int of, double low, double high, double usual, List<Confusion> confused) {
        public double share() {
            return of == 0 ? 0 : (double) right / of;
        }
    }

    /** @param gold as coded, {@code got} as answered, both as JSON */
    public record Confusion(String gold, String got, int times) {}

    private static final double Z = 1.959963984540054;
    private static final int MOST_CONFUSIONS = 8;

    /**
     * Learns {@code folds} models.
     *
     * @param done is told how many of them have been learned
     */
    public static CrossValidation run(
            Codebook codebook, List<CodedExample> examples, int folds, TextReader reader, IntConsumer done) {
        List<Integer> years = CodebookModel.years(examples);
        List<Noticed> noticed = CodebookModel.notice(examples, years, reader);
        int[] parts = Folds.of(noticed, folds);
        List<Map<String, Answer>> answers = new ArrayList<>();
        examples.forEach(example -> answers.add(Map.of()));
        for (int fold = 0; fold < folds; fold++) {
            int now = fold;
            List<Noticed> seen = IntStream.range(0, parts.length)
                    .filter(i -> parts[i] != now)
                    .mapToObj(noticed::get)
                    .toList();
            CodebookModel model = CodebookModel.learn(codebook, years, seen);
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] == now) {
                    answers.set(i, model.fill(noticed.get(i)));
                }
            }
            done.accept(fold + 1);
        }
        return new CrossValidation(examples, List.copyOf(answers));
    }

    public FieldScore score(Field field) {
        int right = 0;
        int of = 0;
        Map<String, Integer> golds = new TreeMap<>();
        Map<String, Map<String, Integer>> wrong = new TreeMap<>();
        for (int i = 0; i < examples.size(); i++) {
            FieldValue gold = examples.get(i).gold().get(field.name());
            if (gold == null) {
                continue;
            }
            of++;
            String expected = Values.key(gold);
            golds.merge(expected, 1, Integer::sum);
            Answer answer = answers.get(i).get(field.name());
            String got = answer == null ? "none" : Values.key(answer.value());
            if (expected.equals(got)) {
                right++;
            } else {
                wrong.computeIfAbsent(expected, none -> new TreeMap<>()).merge(got, 1, Integer::sum);
            }
        }
        List<Confusion> confused = new ArrayList<>();
        wrong.forEach((gold, byGot) -> byGot.forEach((got, times) -> confused.add(new Confusion(gold, got, times))));
        confused.sort(Comparator.comparingInt(Confusion::times)
                .reversed()
                .thenComparing(Confusion::gold)
                .thenComparing(Confusion::got));
        double usual = of == 0
                ? 0
                : (double) golds.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0)
                        / of;
        double[] interval = wilson(right, of);
        return new FieldScore(
                field,
                right,
                of,
                interval[0],
                interval[1],
                usual,
                List.copyOf(confused.subList(0, Math.min(MOST_CONFUSIONS, confused.size()))));
    }

    /** Wilson 1927, both ends; 0..1 where there is nothing to count. */
    static double[] wilson(int right, int of) {
        if (of == 0) {
            return new double[] {0, 1};
        }
        double share = (double) right / of;
        double middle = share + Z * Z / (2 * of);
        double reach = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        double under = 1 + Z * Z / of;
        return new double[] {Math.max(0, (middle - reach) / under), Math.min(1, (middle + reach) / under)};
    }
}
