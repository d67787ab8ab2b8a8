package org.ascribe.extract.count;

import org.ascribe.core.Count;
import org.ascribe.core.Passage;

/**
 * A number that may count people: never a year, an age, a time, a sum of money, a share, a distance or part of a name.
 *
 * @param passage the number with the words that bound it: "more than 150", "between 20 and 30"
 * @param sentence index of the sentence in the parsed report
 * @param firstToken first token in that sentence, inclusive
 * @param endToken token after the number, exclusive
 * @param count never unknown
 * @param approximate whether the report says so: "some 40", "nearly 40". The count is the number itself
 */
public record NumberMention(
        Passage passage, int sentence, int firstToken, int endToken, Count count, boolean approximate) {}
