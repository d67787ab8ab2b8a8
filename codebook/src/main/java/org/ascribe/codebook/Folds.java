package org.ascribe.codebook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ascribe.core.ContentHash;

/** Splits examples into parts of about one size, groups whole. The same groups always fall alike. */
final class Folds {

    private Folds() {}

    /** The part of each example, 0 to {@code parts - 1}. */
    static int[] of(List<Noticed> examples, int parts) {
        Map<String, Long> sizes =
                examples.stream().collect(Collectors.groupingBy(Noticed::group, TreeMap::new, Collectors.counting()));
        int[] filled = new int[parts];
        Map<String, Integer> partOf = new TreeMap<>();
        sizes.keySet().stream()
                .sorted(Comparator.comparing((String group) -> -sizes.getOrDefault(group, 0L))
                        .thenComparing(group -> ContentHash.of(group))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(group -> {
                    int least = 0;
                    for (int part = 1; part < parts; part++) {
                        if (filled[part] < filled[least]) {
                            least = part;
                        }
                    }
                    partOf.put(group, least);
                    filled[least] += sizes.getOrDefault(group, 0L).intValue();
                });
        return examples.stream()
                .mapToInt(example -> partOf.getOrDefault(example.group(), 0))
                .toArray();
    }
}
