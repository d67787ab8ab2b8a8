package org.ascribe.codebook;

import java.util.List;

/**
 * Multinomial logistic regression over candidates: each text has its own, and each candidate is scored by weights that its
 * labels put on the text plus weights that all candidates share. With two candidates, one of them without a label, it is
 * plain logistic regression. McFadden 1974, with an L2 penalty.
 *
 * @param labels how many labels have weights on the text
 * @param docs length of a text's vector
 * @param weights of each label in turn, then the shared ones
 */
record ConditionalLogit(int labels, int docs, double[] weights) {

    /** @param rounds at most this many steps */
    record Settings(double docPenalty, double ownPenalty, int rounds) {}

    /** @param usual the shared weights from which the examples must lead away */
    static ConditionalLogit learn(List<Choice> choices, int labels, int docs, double[] usual, Settings settings) {
        int split = labels * docs;
        double[] start = new double[split + usual.length];
        System.arraycopy(usual, 0, start, split, usual.length);
        double[] best = Lbfgs.minimise(
                (weights, slope) -> {
                    double loss = 0;
                    for (int i = 0; i < weights.length; i++) {
                        double penalty = i < split ? settings.docPenalty() : settings.ownPenalty();
                        double off = weights[i] - start[i];
                        loss += penalty / 2 * off * off;
                        slope[i] += penalty * off;
                    }
                    ConditionalLogit now = new ConditionalLogit(labels, docs, weights);
                    for (Choice choice : choices) {
                        double[] shares = now.shares(choice.doc(), choice.candidates());
                        loss -= Math.log(Math.max(shares[choice.right()], 1e-300));
                        double[] pull = new double[labels];
                        boolean[] pulled = new boolean[labels];
                        for (int c = 0; c < shares.length; c++) {
                            double off = shares[c] - (c == choice.right() ? 1 : 0);
                            Choice.Candidate candidate = choice.candidates().get(c);
                            candidate.own().addTo(slope, split, off);
                            for (int label : candidate.labels()) {
                                pull[label] += off;
                                pulled[label] = true;
                            }
                        }
                        for (int label = 0; label < labels; label++) {
                            if (pulled[label]) {
                                choice.doc().addTo(slope, label * docs, pull[label]);
                            }
                        }
                    }
                    return loss;
                },
                start,
                settings.rounds());
        return new ConditionalLogit(labels, docs, best);
    }

    /** The probability of each candidate. */
    double[] shares(Sparse doc, List<Choice.Candidate> candidates) {
        double[] byLabel = new double[labels];
        boolean[] known = new boolean[labels];
        double[] scores = new double[candidates.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores.length; c++) {
            Choice.Candidate candidate = candidates.get(c);
            scores[c] = candidate.own().dot(weights, labels * docs);
            for (int label : candidate.labels()) {
                if (!known[label]) {
                    byLabel[label] = doc.dot(weights, label * docs);
                    known[label] = true;
                }
                scores[c] += byLabel[label];
            }
            most = Math.max(most, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - most);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return scores;
    }

    double weight(int label, int doc) {
        return weights[label * docs + doc];
    }
}
