package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.List;
import org.ascribe.extract.model.Span;

/** One string of a text that may fill a role, with the places where it stands. */
final class Candidate {

    final Role role;

    /** As the scorer compares it. */
    final String form;

    /** Where the encoder would tag it, the surest first. */
    final List<Span> spans = new ArrayList<>();

    /** As it stands at its surest place. */
    String mention = "";

    /** Number of places in the text where its words stand, tagged or not. */
    int places;

    /** How likely it is right, 0..1. */
    double score;

    /** Shares of the incident types at its places. */
    double[] types = {};

    Candidate(Role role, String form) {
        this.role = role;
        this.form = form;
    }

    Span best() {
        return spans.getFirst();
    }

    @Override
    public String toString() {
        return role + " \"" + form + "\" " + Math.round(score * 100);
    }
}
