package org.ascribe.bench.muc4;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Trees;

/**
 * What the steps of learning share: the texts to learn from, in folds; those to measure on; and for each fold a stage that is
 * learned on the other folds. The last stage is learned on all.
 */
final class Course {

    static final int FOLDS = 5;

    static final Trees.Settings SMALL = Trees.Settings.usual(7).withTrees(120).withDepth(4);

    final List<Lesson> lessons;
    final List<Lesson> others;
    final SecondStage[] stages = new SecondStage[FOLDS + 1];
    final PrintStream out;
    final Places places = new Places();
    final Slots slots = new Slots(places);

    Course(List<Lesson> lessons, List<Lesson> others, PrintStream out) {
        this.lessons = lessons;
        this.others = others;
        this.out = out;
        Arrays.setAll(stages, i -> new SecondStage());
    }

    SecondStage stage(Lesson lesson) {
        return stages[lesson.fold];
    }

    SecondStage whole() {
        return stages[FOLDS];
    }

    List<Lesson> all() {
        List<Lesson> all = new ArrayList<>(lessons);
        all.addAll(others);
        return all;
    }

    Cuts cuts() {
        return whole().cuts;
    }

    void cuts(Cuts cuts) {
        for (SecondStage stage : stages) {
            stage.cuts = cuts;
        }
    }

    /** Judges the strings of texts again, the encoder having this share. */
    void think(double share, List<Lesson> which) {
        cuts(cuts().withEncoder(share));
        which.parallelStream().forEach(lesson -> {
            SecondStage stage = stage(lesson);
            stage.score(lesson.text);
            lesson.entities = stage.entities(lesson.text);
            lesson.chances = stage.typeChances(lesson.text, lesson.entities);
        });
    }

    /** Learns once for each fold and once on all. */
    private static void eachStage(IntConsumer learn) {
        IntStream.rangeClosed(0, FOLDS).parallel().forEach(learn);
    }

    /** Rows of numbers, each with the text that it is of and whether what is asked holds. */
    final class Examples {

        private final List<float[]> rows = new ArrayList<>();
        private final List<Boolean> holds = new ArrayList<>();
        private final List<Integer> folds = new ArrayList<>();

        void add(Lesson from, float[] row, boolean held) {
            rows.add(row);
            holds.add(held);
            folds.add(from.fold);
        }

        void add(Lesson from, Row row, boolean held) {
            add(from, row.values(), held);
        }

        boolean isEmpty() {
            return rows.isEmpty();
        }

        void learn(Trees.Settings settings, BiConsumer<SecondStage, Trees> put) {
            eachStage(f -> {
                int[] chosen = IntStream.range(0, rows.size())
                        .filter(i -> folds.get(i) != f)
                        .toArray();
                List<float[]> part = new ArrayList<>();
                boolean[] held = new boolean[chosen.length];
                for (int i = 0; i < chosen.length; i++) {
                    part.add(rows.get(chosen[i]));
                    held[i] = holds.get(chosen[i]);
                }
                put.accept(stages[f], Trees.learn(part, held, settings));
            });
        }

        @Override
        public String toString() {
            return rows.size() + ", of which " + holds.stream().filter(h -> h).count() + " hold";
        }
    }

    /** The same with words in place of numbers. */
    final class WordExamples {

        private final List<HashedLine.Example> examples = new ArrayList<>();
        private final List<Integer> folds = new ArrayList<>();

        void add(Lesson from, int[] words, boolean held) {
            examples.add(new HashedLine.Example(words, held, 1));
            folds.add(from.fold);
        }

        void learn(HashedLine.Settings settings, BiConsumer<SecondStage, HashedLine> put) {
            eachStage(f -> put.accept(
                    stages[f],
                    HashedLine.learn(
                            IntStream.range(0, examples.size())
                                    .filter(i -> folds.get(i) != f)
                                    .mapToObj(examples::get)
                                    .toList(),
                            settings)));
        }
    }
}
