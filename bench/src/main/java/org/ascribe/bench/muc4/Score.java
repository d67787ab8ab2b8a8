package org.ascribe.bench.muc4;

/** Counts of precision and recall. */
final class Score {

    int right;
    int found;
    int hit;
    int wanted;

    void add(int ofRight, int ofFound, int ofHit, int ofWanted) {
        right += ofRight;
        found += ofFound;
        hit += ofHit;
        wanted += ofWanted;
    }

    void add(Score other) {
        add(other.right, other.found, other.hit, other.wanted);
    }

    double precision() {
        return found == 0 ? 0 : 100.0 * right / found;
    }

    double recall() {
        return wanted == 0 ? 0 : 100.0 * hit / wanted;
    }

    double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    @Override
    public String toString() {
        return "%5.2f / %5.2f / %5.2f".formatted(precision(), recall(), f1());
    }
}
