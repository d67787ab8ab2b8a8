package org.ascribe.extract.statement;

import java.util.List;
import org.ascribe.core.Content;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found, before it becomes an assertion.
 *
 * @param labels the incidents it is about, empty if about none; one assertion is made for each
 * @param first first token of the words that say it, inclusive
 * @param end exclusive
 * @param rule name of the rule
 * @param confidence of the reading, 0..1
 */
record Finding(
        int sentence,
        int first,
        int end,
        List<String> labels,
        Content content,
        @Nullable Speaker speaker,
        Polarity polarity,
        boolean hedged,
        String rule,
        double confidence) {

    Finding {
        labels = List.copyOf(labels);
    }
}
