package org.ascribe.analyse.relations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often two actors fight each other where both are present, against how often they strike third parties, compared with
 * chance.
 *
 * @param first its id; the figures do not depend on who is first
 * @param from first day asked for, null for the record's first
 * @param to last day asked for, null for the record's last
 * @param area how finely "the same place" is meant; the same in another width is in {@code others}
 * @param shared months in a place in which both were present
 * @param comparable those of them in which a third armed party was present too, so that there was a choice
 * @param fights incidents of the two with each other in comparable months
 * @param thirdByFirst incidents of the first with third armed parties there
 * @param thirdBySecond incidents of the second with third armed parties there
 * @param expected fights that presence alone would make of these incidents
 * @param againstChance how many times as often as by chance they fight each other rather than others (a ratio of odds): below 1
 *     is restraint; null where the incidents are too few
 * @param p probability of a number of fights as far from the expected one by chance, null with {@code againstChance}
 * @param fightsAlone fights in months in which nobody else was there to fight
 * @param onUnarmed strikes of the two in shared months on civilians and others who bear no arms, in no comparison
 * @param unnamed strikes of the two in shared months on armed people of whom the record does not say whose they are
 * @param unknown incidents of the two in shared months of which the record does not say whom they hit
 * @param together strikes that both made together, in shared months
 * @param unplaced incidents of the two that are not known to a month and a place of this width, in no figure
 * @param disputed incidents for which one of the two and a rival are borne out alike, in no figure
 */
public record Restraint(
        String first,
        String second,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Area area,
        int shared,
        int comparable,
        int fights,
        int thirdByFirst,
        int thirdBySecond,
        double expected,
        @Nullable Ratio againstChance,
        @Nullable Double p,
        int fightsAlone,
        int onUnarmed,
        int unnamed,
        int unknown,
        int together,
        int unplaced,
        int disputed,
        List<Restraint> others) {

    public Restraint {
        others = List.copyOf(others);
    }

    /** A ratio with its 95 % interval; infinite where they fight nobody else. */
    public record Ratio(double value, double low, double high) {}

    /** Incidents that the comparison rests on. */
    public int trials() {
        return fights + thirdByFirst + thirdBySecond;
    }
}
