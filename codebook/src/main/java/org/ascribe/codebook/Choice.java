package org.ascribe.codebook;

import java.util.List;

/**
 * One choice among candidates, as the learner sees it.
 *
 * @param doc what is noticed about the text
 * @param candidates at least one
 * @param right index of the right one
 */
record Choice(Sparse doc, List<Candidate> candidates, int right) {

    /**
     * @param labels the labels whose weights on {@code doc} speak for it
     * @param own what is noticed about the candidate itself
     */
    record Candidate(int[] labels, Sparse own) {}
}
