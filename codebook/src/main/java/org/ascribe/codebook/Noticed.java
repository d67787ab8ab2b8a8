package org.ascribe.codebook;

import java.util.Map;

/**
 * A text, read, with what the {@link FeatureProvider}s notice of it as a whole.
 *
 * @param gold the values by field, in the words of {@link Values#key}; empty for a text to be filled
 */
record Noticed(String id, String group, ReadText text, Features features, Map<String, String> gold) {}
