package org.ascribe.bench.muc4;

import java.util.Arrays;

/**
 * Where decisions are cut, all in 0..1.
 *
 * @param role by role, the least score of a thing
 * @param same how alike two strings must be to mean one thing
 * @param type how likely a text must have an incident of a type for one to be looked for
 * @param inType how likely a thing must be in the incidents of a type
 * @param together how likely two things must be in one incident
 * @param place how likely a place must be to stand beside another
 * @param encoder the share that the encoder itself has in the score of a string
 * @param worth how likely an incident must be one to be told
 * @param fill by kind of slot, how likely a value must be right, the thing and the incident that it belongs to included
 */
record Cuts(
        double[] role,
        double same,
        double type,
        double inType,
        double together,
        double place,
        double encoder,
        double worth,
        double[] fill) {

    private static final int SINGLE = 7;

    private static final int CONFIDENCE = Slots.Kind.CONFIDENCE.ordinal();

    static final Cuts USUAL = new Cuts(
            new double[] {0.32, 0.32, 0.28, 0.34, 0.32, 0.30}, 0.5, 0.22, 0.4, 0.5, 0.6, 0.15, 0.3, usualFill());

    private static double[] usualFill() {
        double[] fill = new double[Slots.Kind.values().length];
        Arrays.fill(fill, 0.2);
        return fill;
    }

    double[] all() {
        double[] all = Arrays.copyOf(role, role.length + SINGLE + fill.length);
        double[] single = {same, type, inType, together, place, encoder, worth};
        System.arraycopy(single, 0, all, role.length, SINGLE);
        System.arraycopy(fill, 0, all, role.length + SINGLE, fill.length);
        return all;
    }

    static Cuts of(double[] all) {
        int roles = Role.values().length;
        return new Cuts(
                Arrays.copyOf(all, roles),
                all[roles],
                all[roles + 1],
                all[roles + 2],
                all[roles + 3],
                all[roles + 4],
                all[roles + 5],
                all[roles + 6],
                Arrays.copyOfRange(all, roles + SINGLE, all.length));
    }

    /** Those that are sought together: of the roles, type, in type, together, worth, confidence, and the other slots as one. */
    double[] sought() {
        double[] single = {type, inType, together, worth, fill[CONFIDENCE], fill[fill.length - 1]};
        double[] sought = Arrays.copyOf(role, role.length + single.length);
        System.arraycopy(single, 0, sought, role.length, single.length);
        return sought;
    }

    Cuts withSought(double[] sought) {
        int roles = role.length;
        double[] moved = new double[fill.length];
        Arrays.fill(moved, sought[roles + 5]);
        moved[CONFIDENCE] = sought[roles + 4];
        return new Cuts(
                Arrays.copyOf(sought, roles),
                same,
                sought[roles],
                sought[roles + 1],
                sought[roles + 2],
                place,
                encoder,
                sought[roles + 3],
                moved);
    }

    Cuts withEncoder(double share) {
        return new Cuts(role, same, type, inType, together, place, share, worth, fill);
    }

    Cuts withTogether(double least) {
        return new Cuts(role, same, type, inType, least, place, encoder, worth, fill);
    }
}
