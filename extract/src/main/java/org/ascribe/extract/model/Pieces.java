package org.ascribe.extract.model;

/** The word pieces of one text, in its order. The arrays are handed out as they are and must not be written to. */
public final class Pieces {

    private final int[] ids;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] opens;

    Pieces(int[] ids, int[] starts, int[] ends, boolean[] opens) {
        this.ids = ids;
        this.starts = starts;
        this.ends = ends;
        this.opens = opens;
    }

    /** How many there are. */
    public int size() {
        return ids.length;
    }

    /** The number of a piece in the vocabulary. */
    public int id(int piece) {
        return ids[piece];
    }

    /** Where a piece begins, in code points of the text, inclusive. */
    public int start(int piece) {
        return starts[piece];
    }

    /** Where a piece ends, in code points of the text, exclusive. */
    public int end(int piece) {
        return ends[piece];
    }

    /** Whether a word begins with this piece. */
    public boolean opensWord(int piece) {
        return opens[piece];
    }
}
