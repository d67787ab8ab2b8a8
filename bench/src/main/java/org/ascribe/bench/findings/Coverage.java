package org.ascribe.bench.findings;

import java.util.SplittableRandom;

/**
 * One figure of one estimator, tried on simulated records whose truth is known.
 *
 * @param estimator what is tried
 * @param simulated what the records are made with
 * @param nominal how often it is to hold, 0..1
 */
public record Coverage(String estimator, String simulated, double nominal, Promise promise, Trial trial) {

    /** How far the measured share may lie from the nominal one. */
    public static final double TOLERANCE = 0.03;

    /** What the nominal share means. */
    public enum Promise {
        /** The share itself, within the tolerance. */
        NEAR("within 3 points"),
        /** No less: an exact interval on small counts holds more often than it says, since counts are whole numbers. */
        AT_LEAST("at least"),
        /** No more: false alarms. */
        AT_MOST("at most");

        private final String words;

        Promise(String words) {
            this.words = words;
        }

        boolean isKept(double nominal, double share) {
            return switch (this) {
                case NEAR -> Math.abs(share - nominal) <= TOLERANCE + 1e-9;
                case AT_LEAST -> share >= nominal - TOLERANCE;
                case AT_MOST -> share <= nominal + TOLERANCE;
            };
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** One simulated record. */
    @FunctionalInterface
    public interface Trial {
        /** Whether the interval holds the truth, or a false alarm is raised. */
        boolean holds(SplittableRandom chance);
    }
}
