package org.ascribe.extract.count;

import org.ascribe.core.Count;
import org.ascribe.core.Harm;
import org.ascribe.core.Passage;
import org.ascribe.core.Said;
import org.jspecify.annotations.Nullable;

/**
 * Words of a report that number the people harmed.
 *
 * @param count never unknown
 * @param passage the number, the word of harm and the people, and what stands between
 * @param sentence index of the sentence in the parsed report
 * @param whom the words for the people, without the number; null if there are none, as in "12 killed"
 * @param firstTrigger first token of the word of harm in that sentence, inclusive
 * @param endTrigger token after the word of harm, exclusive
 * @param share whether it is all whom the words number, or some of them, or the attackers
 * @param denied whether the sentence says that somebody denies it
 */
public record TollMention(
        Harm harm,
        Count count,
        boolean approximate,
        Passage passage,
        int sentence,
        @Nullable Said<String> whom,
        int firstTrigger,
        int endTrigger,
        Share share,
        boolean denied) {

    /** Of whom a toll speaks; only {@link #ALL} tells an incident's toll. */
    public enum Share {
        ALL,
        /** Some of those that another toll numbers: "including 13 soldiers". */
        SOME,
        /** Those who attacked: "three gunmen were shot dead", "himself". */
        ATTACKERS
    }
}
