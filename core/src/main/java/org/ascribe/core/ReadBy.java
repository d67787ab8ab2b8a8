package org.ascribe.core;

/** Which step of which version read a value, for example {@code claims} of {@code rules-1}. */
public record ReadBy(String step, String version) {

    /** The step of everything that an extractor read that was asked beside the first one. */
    public static final String SECOND_OPINION = "second-opinion";

    /** By the extractor that was asked beside the first one, with this version. */
    public static ReadBy secondOpinion(String version) {
        return new ReadBy(SECOND_OPINION, version);
    }

    public boolean isSecondOpinion() {
        return step.equals(SECOND_OPINION);
    }
}
