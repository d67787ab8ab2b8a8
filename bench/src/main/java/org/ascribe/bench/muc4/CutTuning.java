package org.ascribe.bench.muc4;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Seeks the cuts with which texts are read best, and says how well that is. */
final class CutTuning {

    private final Course course;

    /** By template, what may fill its slots, kept while cuts are sought. */
    private final Map<Content, Filling.Judged> judged = new ConcurrentHashMap<>();

    CutTuning(Course course) {
        this.course = course;
    }

    /** What makes two templates alike. */
    private record Content(Muc4Text text, int type, List<Entity> entities) {}

    /** The scores of texts: of the five-role form, and nearly of the full slots. */
    private record Scores(QuickScore quick, SlotScore slots) {

        Scores() {
            this(new QuickScore(), new SlotScore());
        }

        double mean() {
            // organisations with their confidence count half: there are few of them, and chance moves them most
            return (quick.ree.f1() + quick.gtt.f1() + slots.f1() + slots.confidence.f1() / 2) / 3.5;
        }

        Scores add(Scores other) {
            quick.add(other.quick);
            slots.add(other.slots);
            return this;
        }
    }

    private List<Filled> filled(Lesson lesson) {
        SecondStage stage = course.stage(lesson);
        Filling filling = new Filling(stage, course.slots, course.places);
        return new Incidents(stage)
                .templates(lesson.text, lesson.entities, lesson.chances).stream()
                        .map(template -> judged.computeIfAbsent(
                                new Content(lesson.text, template.type, List.copyOf(template.entities)),
                                k -> filling.judge(lesson.text, List.of(template), lesson.chances)
                                        .getFirst()))
                        .filter(filling::isWorth)
                        .map(filling::filled)
                        .toList();
    }

    private Scores scores(List<Lesson> which) {
        return which.parallelStream()
                .map(lesson -> {
                    List<Filled> filled = filled(lesson);
                    Scores one = new Scores();
                    one.quick()
                            .add(
                                    lesson.document.simple(),
                                    filled.stream().map(Filled::template).toList());
                    one.slots().add(lesson.gold, filled);
                    return one;
                })
                .toList()
                .stream()
                .reduce(new Scores(), Scores::add);
    }

    private double mean(List<Lesson> which, Cuts cuts) {
        course.cuts(cuts);
        return scores(which).mean();
    }

    /**
     * Moves one cut after the other as long as the mean of the measures grows by at least {@code gain}, in wider and then in
     * narrower steps.
     *
     * @return the mean that was reached
     */
    double tune(List<Lesson> which, double gain, double... steps) {
        Cuts from = course.cuts();
        double best = mean(which, from);
        double[] cuts = from.sought();
        for (double step : steps) {
            for (int c = 0; c < cuts.length; c++) {
                for (double way : new double[] {-step, step}) {
                    while (true) {
                        double[] tried = cuts.clone();
                        tried[c] += way;
                        if (tried[c] < 0.02 || tried[c] > 0.95) {
                            break;
                        }
                        double now = mean(which, from.withSought(tried));
                        if (now <= best + gain) {
                            break;
                        }
                        best = now;
                        cuts = tried;
                    }
                }
            }
        }
        course.cuts(from.withSought(cuts));
        course.out.printf(
                "cuts %s, mean %.2f%n",
                Arrays.toString(Arrays.stream(cuts)
                        .map(cut -> Math.round(cut * 100) / 100.0)
                        .toArray()),
                best);
        return best;
    }

    /** What cuts tuned on one half of the texts do on the other; the cuts are as before afterwards. */
    void tuneOnHalves(List<Lesson> which, double gain, double... steps) {
        Cuts from = course.cuts();
        List<Lesson> first = which.subList(0, which.size() / 2);
        List<Lesson> second = which.subList(which.size() / 2, which.size());
        Scores held = new Scores();
        for (List<Lesson> half : List.of(first, second)) {
            course.cuts(from);
            tune(half, gain, steps);
            held.add(scores(half == first ? second : first));
        }
        course.cuts(from);
        report("tst1 with cuts tuned on tst2, and the other way round", held);
    }

    void report(String what, List<Lesson> which) {
        report(what + ", " + which.size() + " texts", scores(which));
    }

    private void report(String what, Scores scores) {
        course.out.println(what);
        course.out.print(scores.quick().report());
        course.out.printf(
                "slots, nearly: %.2f   organisation and confidence: %.2f   mean: %.2f%n",
                scores.slots().f1(), scores.slots().confidence.f1(), scores.mean());
    }

    void write(Path file, List<Lesson> which) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Lesson lesson : which) {
                writer.write(SystemFormat.line(lesson.document.docid(), filled(lesson)));
                writer.newLine();
            }
        }
    }
}
