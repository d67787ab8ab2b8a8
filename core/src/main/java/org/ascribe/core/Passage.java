package org.ascribe.core;

/**
 * A stretch of a report's text: Unicode code points, {@code start} inclusive, {@code end} exclusive, counted in the text
 * as first read. Never empty.
 */
public record Passage(int start, int end) implements Comparable<Passage> {

    public Passage {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a passage needs 0 <= start < end, got " + start + ".." + end);
        }
    }

    /** The words of this passage in {@code text}; cost is linear in {@code end}. */
    public String in(String text) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    public boolean contains(Passage other) {
        return start <= other.start && other.end <= end;
    }

    public boolean overlaps(Passage other) {
        return start < other.end && other.start < end;
    }

    /** The shortest passage that contains both. */
    public Passage union(Passage other) {
        return new Passage(Math.min(start, other.start), Math.max(end, other.end));
    }

    @Override
    public int compareTo(Passage other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
