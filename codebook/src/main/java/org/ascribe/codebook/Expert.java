package org.ascribe.codebook;

import java.util.Map;
import java.util.Optional;
import org.ascribe.core.Passage;
import tools.jackson.databind.JsonNode;

/** One way of telling the value of one field from a text, learned from examples. Never changed. */
interface Expert {

    /** Values with their probabilities, in the words of {@link Values#key}; empty if it cannot say. Sorted by value. */
    Map<String, Double> guess(Noticed text);

    /** The words that speak most for the value. */
    Optional<Passage> passage(Noticed text, String value);

    /** What {@link ExpertKind#read} makes the same expert of. */
    JsonNode write();
}
