package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ascribe.extract.model.FirstPass;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Trees;

/** Learns which texts are worth reading, which strings are right and which mean the same thing. */
final class StringLearning {

    private final Course course;

    StringLearning(Course course) {
        this.course = course;
    }

    void firstPass() {
        boolean[] matters = new boolean[course.lessons.size()];
        for (int i = 0; i < matters.length; i++) {
            matters[i] = !course.lessons.get(i).gold.templates().isEmpty();
        }
        FirstPass pass = FirstPass.learn(
                course.lessons.stream().map(lesson -> lesson.document.text()).toList(), matters, 0.005, 13);
        for (SecondStage stage : course.stages) {
            stage.firstPass = pass;
        }
        for (List<Lesson> which : List.of(course.lessons, course.others)) {
            course.out.printf(
                    "first pass: %d of %d that matter kept, %d of %d others dropped%n",
                    which.stream()
                            .filter(l -> !l.gold.templates().isEmpty() && pass.mayMatter(l.document.text()))
                            .count(),
                    which.stream().filter(l -> !l.gold.templates().isEmpty()).count(),
                    which.stream()
                            .filter(l -> l.gold.templates().isEmpty() && !pass.mayMatter(l.document.text()))
                            .count(),
                    which.stream().filter(l -> l.gold.templates().isEmpty()).count());
        }
    }

    /** How many things of the key are among the candidates at all. */
    void recall() {
        for (Role role : Role.values()) {
            StringBuilder line = new StringBuilder("%-9s".formatted(role));
            for (double least : new double[] {0.3, 0.1, 0.03, 0.01, 0.003}) {
                int wanted = 0;
                int there = 0;
                int many = 0;
                int near = 0;
                for (Lesson lesson : course.lessons) {
                    List<Candidate> candidates = lesson.text.candidates(role).stream()
                            .filter(c -> c.best().share() >= least)
                            .toList();
                    many += candidates.size();
                    for (Gold.Entity entity : lesson.gold.pooled(role)) {
                        wanted++;
                        there +=
                                candidates.stream().anyMatch(c -> entity.forms().contains(c.form)) ? 1 : 0;
                        near += candidates.stream()
                                        .anyMatch(c -> entity.forms().stream()
                                                .anyMatch(f -> f.contains(c.form) || c.form.contains(f)))
                                ? 1
                                : 0;
                    }
                }
                line.append("  %s: %d (%d near) of %d, %d".formatted(least, there, near, wanted, many));
            }
            course.out.println(line);
        }
    }

    void words() {
        Course.WordExamples examples = course.new WordExamples();
        for (Lesson lesson : course.lessons) {
            for (Candidate candidate : lesson.text.candidates) {
                if (SecondStage.worthwhile(candidate)) {
                    examples.add(lesson, Describe.lexical(lesson.text, candidate), lesson.holds(candidate));
                }
            }
        }
        examples.learn(new HashedLine.Settings(16, 6, 0.1, 1e-4, 1), (stage, line) -> stage.words = line);
    }

    /** Each string by itself. */
    void right() {
        Course.Examples examples = course.new Examples();
        for (Lesson lesson : course.lessons) {
            SecondStage stage = course.stage(lesson);
            double[] typeOdds = stage.typeOdds(lesson.text);
            for (Candidate candidate : lesson.text.candidates) {
                if (SecondStage.worthwhile(candidate)) {
                    examples.add(lesson, stage.describe(lesson.text, candidate, typeOdds), lesson.holds(candidate));
                }
            }
        }
        course.out.println("candidates: " + examples);
        examples.learn(new Trees.Settings(160, 5, 0.09, 4, 4, 0.5, 0.5, 2), (stage, trees) -> stage.right = trees);
    }

    /** Each string once more, knowing what is thought of the others. */
    void again() {
        Course.Examples examples = course.new Examples();
        for (Lesson lesson : course.lessons) {
            List<float[]> alone = course.stage(lesson).scoreAlone(lesson.text);
            for (int i = 0; i < alone.size(); i++) {
                Candidate candidate = lesson.text.candidates.get(i);
                if (SecondStage.likely(candidate)) {
                    examples.add(
                            lesson,
                            Describe.again(lesson.text, candidate, alone.get(i), lesson.text.documentTypes),
                            lesson.holds(candidate));
                }
            }
        }
        course.out.println("candidates once more: " + examples);
        examples.learn(new Trees.Settings(200, 5, 0.05, 4, 6, 0.6, 0.4, 12), (stage, trees) -> stage.again = trees);
        for (Lesson lesson : course.all()) {
            course.stage(lesson).score(lesson.text);
        }
    }

    void same() {
        Course.Examples examples = course.new Examples();
        for (Lesson lesson : course.lessons) {
            for (Role role : Role.values()) {
                List<Gold.Entity> gold = lesson.gold.pooled(role);
                List<Candidate> good = lesson.text.candidates.stream()
                        .filter(c -> c.role == role
                                && c.score > 0.05
                                && gold.stream().anyMatch(e -> e.forms().contains(c.form)))
                        .toList();
                for (Candidate a : good) {
                    for (Candidate b : good) {
                        if (a != b && a.score >= b.score) {
                            boolean same = gold.stream()
                                    .anyMatch(e -> e.forms().contains(a.form)
                                            && e.forms().contains(b.form));
                            examples.add(lesson, Describe.pair(lesson.text, a, b), same);
                        }
                    }
                }
            }
        }
        course.out.println("pairs: " + examples);
        examples.learn(Trees.Settings.usual(3).withTrees(120).withDepth(4), (stage, trees) -> stage.same = trees);
    }

    /** Sets how much the encoder itself says in the score of a string, where the things of the training texts are found best. */
    void encoder() {
        double best = 0;
        double most = -1;
        for (double share : new double[] {0, 0.15, 0.3}) {
            course.think(share, course.lessons);
            course.out.printf("encoder's share %.2f: ", share);
            double found = greatest(course.lessons);
            if (found > most) {
                most = found;
                best = share;
            }
        }
        course.think(best, course.all());
        if (!course.others.isEmpty()) {
            course.out.print("tst1 and tst2: ");
            greatest(course.others);
        }
    }

    /** F of the things, each role at its best cut. */
    private double greatest(List<Lesson> lessons) {
        double found = 0;
        double wanted = 0;
        for (Role role : Role.values()) {
            List<double[]> scored = new ArrayList<>();
            int sought = 0;
            for (Lesson lesson : lessons) {
                List<Gold.Entity> gold = lesson.gold.pooled(role);
                sought += gold.size();
                for (Entity entity : lesson.entities) {
                    if (entity.role() == role) {
                        boolean right = gold.stream().anyMatch(e -> e.forms().contains(entity.first().form));
                        scored.add(new double[] {entity.score(), right ? 1 : 0});
                    }
                }
            }
            double f = greatestF(scored, sought);
            course.out.printf("%s %.1f  ", role, 100 * f);
            found += sought * f;
            wanted += sought;
        }
        course.out.printf("all %.2f%n", 100 * found / wanted);
        return found / wanted;
    }

    /** F at the best cut of scores. */
    private static double greatestF(List<double[]> scored, int sought) {
        scored.sort(Comparator.comparingDouble((double[] one) -> one[0]).reversed());
        double right = 0;
        double best = 0;
        for (int i = 0; i < scored.size(); i++) {
            right += scored.get(i)[1];
            best = Math.max(best, 2 * right / (i + 1 + sought));
        }
        return best;
    }
}
