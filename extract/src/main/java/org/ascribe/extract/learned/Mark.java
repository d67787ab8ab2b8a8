package org.ascribe.extract.learned;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Words that the model takes for something.
 *
 * @param name what they are, as in training: {@code perp}, {@code trigger}, {@code speaker}, …
 * @param first first token, inclusive
 * @param end exclusive
 * @param share how sure the model is that they are, 0..1
 * @param labels what it says more of them, as {@code head:label}, by how sure it is of each, 0..1
 */
public record Mark(String name, int sentence, int first, int end, double share, Map<String, Double> labels) {

    public Mark {
        labels = Map.copyOf(labels);
    }

    /** The surest label of a head, the first in the alphabet between equals; empty if the head says nothing of such marks. */
    public Optional<String> surest(String head) {
        return labels.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(head + ":"))
                .max(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> entry.getKey().substring(head.length() + 1));
    }

    /** How sure the model is of one label; 0 for a label that the mark does not have. */
    public double share(String head, String label) {
        return labels.getOrDefault(head + ":" + label, 0.0);
    }

    boolean overlaps(int from, int to) {
        return first < to && from < end;
    }
}
