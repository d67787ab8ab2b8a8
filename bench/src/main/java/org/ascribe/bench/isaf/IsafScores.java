package org.ascribe.bench.isaf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ascribe.codebook.Answer;
import org.ascribe.codebook.FieldValue;
import org.jspecify.annotations.Nullable;

/** The scores of {@code score_isaf.py}, to the same two decimals; a test holds the one against the other. */
final class IsafScores {

    private static final Set<String> SETS = Set.of("province", "event_type", "target_group");

    static final List<String> FIELDS = List.of(
            "start_date",
            "province",
            "target_group",
            "event_type",
            "min_killed",
            "min_captured",
            "killq",
            "captureq",
            "killcaptureraid",
            "airstrike",
            "noshotsfired",
            "min_leaders_killed",
            "min_leaders_captured");

    private final Map<String, double[]> sums = new TreeMap<>();
    private int rows;
    private int answered;

    void add(Map<String, FieldValue> gold, Map<String, Answer> answers) {
        rows++;
        answered += answers.isEmpty() ? 0 : 1;
        for (String field : FIELDS) {
            Answer answer = answers.get(field);
            FieldValue got = answer == null ? null : answer.value();
            double[] sum = sums.computeIfAbsent(field, none -> new double[2]);
            FieldValue want = gold.getOrDefault(field, new FieldValue.Open());
            sum[0] += score(field, want, got, false);
            sum[1] += score(field, want, got, true);
        }
    }

    private static double score(String field, FieldValue gold, @Nullable FieldValue got, boolean strict) {
        if (!SETS.contains(field)) {
            return gold.equals(got == null ? new FieldValue.Open() : got) ? 1 : 0;
        }
        Set<String> want = set(gold);
        Set<String> have = set(got);
        if (strict || field.equals("province") || want.isEmpty()) {
            return want.equals(have) ? 1 : 0;
        }
        Set<String> both = new HashSet<>(want);
        both.retainAll(have);
        return (double) both.size() / want.size();
    }

    private static Set<String> set(@Nullable FieldValue value) {
        List<String> labels = switch (value) {
            case FieldValue.Labels(List<String> several) -> several;
            case FieldValue.Label(String one) -> List.of(one);
            case FieldValue.Day day -> List.of();
            case FieldValue.Amount amount -> List.of();
            case FieldValue.YesNo yesNo -> List.of();
            case FieldValue.Open open -> List.of();
            case null -> List.of();
        };
        return labels.stream()
                .map(label -> label.strip().toLowerCase(Locale.ROOT))
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The mean over the fields, in percent. */
    double aggregate(boolean strict) {
        return FIELDS.stream()
                .mapToDouble(field -> percent(field, strict))
                .average()
                .orElse(0);
    }

    private double percent(String field, boolean strict) {
        double[] sum = sums.getOrDefault(field, new double[2]);
        return rows == 0 ? 0 : 100 * sum[strict ? 1 : 0] / rows;
    }

    String table() {
        StringBuilder table = new StringBuilder("rows %d, answered %d%n".formatted(rows, answered));
        for (String field : FIELDS) {
            table.append(String.format(
                    Locale.ROOT, "%-22s %6.2f   strict %6.2f%n", field, percent(field, false), percent(field, true)));
        }
        table.append(String.format(
                Locale.ROOT, "%-22s %6.2f   strict %6.2f%n", "aggregate", aggregate(false), aggregate(true)));
        return table.toString();
    }
}
