package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.List;
import org.ascribe.extract.model.Span;

/** Strings of one role that mean one thing; the first is the one most likely right. */
final class Entity {

    final List<Candidate> members = new ArrayList<>();

    Entity(Candidate first) {
        members.add(first);
    }

    Candidate first() {
        return members.getFirst();
    }

    Role role() {
        return first().role;
    }

    double score() {
        return first().score;
    }

    double[] types() {
        return first().types;
    }

    /** All places of all its strings. */
    List<Span> spans() {
        List<Span> all = new ArrayList<>();
        members.forEach(member -> all.addAll(member.spans));
        return all;
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
