package org.ascribe.bench.muc4;

import java.util.List;

/** One text with its key and what is thought of it so far. */
final class Lesson {

    final Muc4Document document;
    final Muc4Text text;
    final Gold gold;

    /** The stage that reads it: the one that was not learned on it. */
    final int fold;

    List<Entity> entities = List.of();

    /** By incident type, how likely the text has one. */
    double[] chances = {};

    Lesson(Muc4Document document, Muc4Text text, int fold) {
        this.document = document;
        this.text = text;
        this.gold = Gold.of(document.templates());
        this.fold = fold;
    }

    boolean holds(Candidate candidate) {
        return gold.templates().stream().anyMatch(t -> t.has(candidate.role, candidate.form));
    }

    boolean hasType(int type) {
        return !ofType(type).isEmpty();
    }

    List<Gold.Template> ofType(int type) {
        String name = Muc4Text.TYPES.get(type);
        return gold.templates().stream()
                .filter(one -> one.types().contains(name))
                .toList();
    }
}
