package org.ascribe.store;

/**
 * What was new to the ledger; what it held already is not counted.
 *
 * @param readings reports that were coded for the first time or in another way than before
 */
public record Appended(int reports, int readings, int assertions) {

    public static final Appended NOTHING = new Appended(0, 0, 0);

    public Appended plus(Appended other) {
        return new Appended(reports + other.reports, readings + other.readings, assertions + other.assertions);
    }
}
