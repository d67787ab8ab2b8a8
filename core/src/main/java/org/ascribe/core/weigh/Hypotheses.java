package org.ascribe.core.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ascribe.core.Coded;
import org.ascribe.core.weigh.Settled.Reason;

/**
 * The matrix of an analysis of competing hypotheses: who may have done it, against what is said, the most diagnostic statement
 * first (Heuer, <i>Psychology of Intelligence Analysis</i>, 1999, ch. 8). A statement that fits every hypothesis alike tells
 * nothing between them, however sure it is; diagnosticity is its weight times the widest distance between two of its marks.
 *
 * @param hypotheses everyone whom a voice names, most support first
 * @param rows most diagnostic first; of equals, the heavier one, then by id
 */
public record Hypotheses(List<Settled.Support> hypotheses, List<Row> rows) {

    /** How a statement stands to a hypothesis. */
    public enum Mark implements Coded {
        /** It names this very actor. */
        CONSISTENT(1),
        /** It names one of which this actor is a branch, or one of its branches. */
        RATHER_CONSISTENT(0.5),
        /** It says nothing on it. */
        NEUTRAL(0),
        /** It names another, or doubts this one. */
        RATHER_INCONSISTENT(-0.5),
        /** It rules the actor out. */
        INCONSISTENT(-1);

        private final double value;

        Mark(double value) {
            this.value = value;
        }
    }

    /**
     * One statement against all hypotheses.
     *
     * @param marks in the order of the hypotheses
     * @param diagnosticity 0 or more
     */
    public record Row(Reason statement, List<Mark> marks, double diagnosticity) {
        public Row {
            marks = List.copyOf(marks);
        }
    }

    public Hypotheses {
        hypotheses = List.copyOf(hypotheses);
        rows = List.copyOf(rows);
    }

    /**
     * The matrix of one incident, of the statements that the perspective hears.
     *
     * @param lineage an actor and all of which it is a branch, by id
     */
    public static Hypotheses of(Settled settled, Function<String, Set<String>> lineage) {
        List<Row> rows = new ArrayList<>();
        for (Reason reason : settled.reasons()) {
            String actor = reason.actor();
            if (actor == null || reason.weight() == 0) {
                continue;
            }
            List<Mark> marks = settled.actors().stream()
                    .map(hypothesis -> mark(reason.weight() > 0, actor, hypothesis.actor(), lineage))
                    .toList();
            double most = marks.stream().mapToDouble(mark -> mark.value).max().orElse(0);
            double least = marks.stream().mapToDouble(mark -> mark.value).min().orElse(0);
            // one hypothesis is held against "somebody else", on which a denial is neutral
            double spread = marks.size() == 1 ? Math.abs(most) : most - least;
            rows.add(new Row(reason, marks, Math.abs(reason.weight()) * spread));
        }
        rows.sort(Comparator.comparingDouble((Row row) -> -row.diagnosticity())
                .thenComparingDouble(row -> -Math.abs(row.statement().weight()))
                .thenComparing(row -> row.statement().assertion().id()));
        return new Hypotheses(settled.actors(), rows);
    }

    private static Mark mark(boolean names, String actor, String hypothesis, Function<String, Set<String>> lineage) {
        boolean same = actor.equals(hypothesis);
        boolean branch = lineage.apply(hypothesis).contains(actor);
        boolean kin = branch || lineage.apply(actor).contains(hypothesis);
        if (names) {
            return same ? Mark.CONSISTENT : kin ? Mark.RATHER_CONSISTENT : Mark.RATHER_INCONSISTENT;
        }
        return same || branch ? Mark.INCONSISTENT : Mark.NEUTRAL;
    }
}
