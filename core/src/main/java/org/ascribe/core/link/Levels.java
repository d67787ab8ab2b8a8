package org.ascribe.core.link;

/**
 * How often each level of agreement is seen among rows of one incident: prior counts set by hand, to which what the data
 * show is added. With few links the prior stands; with many the data speak.
 */
final class Levels {

    private final double[][] prior;
    private final double[][] shares;
    private final double[][] logs;
    private final double[][] counts;
    private final double strength;

    /** @param prior by group, each adding up to about 1; @param strength how many links the prior is worth */
    Levels(double[][] prior, double strength) {
        this.prior = prior;
        this.strength = strength;
        shares = new double[prior.length][];
        logs = new double[prior.length][];
        counts = new double[prior.length][];
        for (int g = 0; g < prior.length; g++) {
            shares[g] = new double[prior[g].length];
            logs[g] = new double[prior[g].length];
            counts[g] = new double[prior[g].length];
        }
        learn();
    }

    double log(int group, int level) {
        return logs[group][level];
    }

    double share(int group, int level) {
        return shares[group][level];
    }

    void add(int group, int level, double weight) {
        counts[group][level] += weight;
    }

    /** Takes in what was added and forgets it. */
    void learn() {
        for (int g = 0; g < prior.length; g++) {
            double sum = 0;
            for (int k = 0; k < prior[g].length; k++) {
                sum += counts[g][k] + strength * prior[g][k];
            }
            for (int k = 0; k < prior[g].length; k++) {
                shares[g][k] = (counts[g][k] + strength * prior[g][k]) / sum;
                logs[g][k] = Math.log(shares[g][k]);
                counts[g][k] = 0;
            }
        }
    }
}
