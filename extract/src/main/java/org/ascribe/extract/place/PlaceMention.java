package org.ascribe.extract.place;

import org.ascribe.core.Passage;
import org.ascribe.core.Place;

/**
 * Words of a report that name a place.
 *
 * @param passage the name, with the word for its kind and the direction if they belong to it: "Kandahar province",
 *     "northern Afghanistan"
 * @param sentence index of the sentence in the parsed report
 * @param firstToken first token in that sentence, inclusive
 * @param endToken token after the name, exclusive
 */
public record PlaceMention(Place place, Passage passage, int sentence, int firstToken, int endToken, Use use) {

    /** What the words do in their sentence, as far as the words beside them tell. */
    public enum Use {
        /** Something is said to be or happen there: "in Kabul", "the Kandahar attack", "a Moscow concert hall". */
        LOCATION,
        /** Named without that, often a seat of power that speaks or acts: "Moscow said", "Russia's ministry". */
        NAMED
    }
}
