package org.ascribe.codebook;

import org.ascribe.core.Passage;
import org.jspecify.annotations.Nullable;

/**
 * What the model puts into a field.
 *
 * @param confidence that the value is right, 0..1
 * @param passage the words that speak most for it, in code points of the text; null where no words do, as for most a zero
 */
public record Answer(
        FieldValue value, double confidence, @Nullable Passage passage) {

    public Answer {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence is in 0..1, got " + confidence);
        }
    }
}
