package org.ascribe.bench.muc4;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.ascribe.extract.model.Encoder;
import org.ascribe.extract.model.Encoding;
import org.ascribe.extract.model.ModelFile;
import org.ascribe.extract.model.Passages;
import org.ascribe.extract.model.Pieces;
import org.ascribe.extract.model.Words;
import org.jspecify.annotations.Nullable;

/**
 * Learns the second stage: {@code scripts/train-muc4 MODELS}.
 *
 * <p>The encoder that reads a training text must not have seen it in training: texts of even index are read by {@code
 * fold0.onnx}, which was trained on those of odd index, and the other way round. Each step is learned on what the steps before
 * it say of texts that they were not learned on. Seeded; the same data and models give the same file.
 */
public final class Muc4Train {

    /** The share of the things of the key that may stand in passages which the encoder does not read. */
    private static final double MISSED = 0.01;

    private Muc4Train() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (args.length < 3) {
            System.err.println("""
                    Muc4Train needs: DATA MODELS CACHE [RESULT [--cuts]]
                      DATA has train.jsonl, tst1.jsonl and tst2.jsonl; MODELS fold0.onnx, fold1.onnx and full.onnx of training/train.py;
                      CACHE is a folder for what the encoders say; RESULT the file to write, left out to measure only;
                      with --cuts what was learned before is kept, and only the cuts are chosen anew for full.onnx.""");
            System.exit(2);
        }
        Path data = Path.of(args[0]);
        Path models = Path.of(args[1]);
        Path cache = Path.of(args[2]);
        Files.createDirectories(cache);
        Course course;
        if (args.length == 5 && args[4].equals("--cuts")) {
            SecondStage shipped = SecondStage.shipped();
            course = new Course(
                    List.of(), developmentSet(data, models.resolve("full.onnx"), cache, shipped.passages), out);
            Arrays.fill(course.stages, shipped);
            Cuts seen = shipped.cuts;
            course.cuts(shipped.trained);
            course.think(shipped.trained.encoder(), course.others);
            tuneOnDevelopmentSet(course, cache, seen);
        } else {
            course = course(data, models, cache, out);
            learn(course, cache);
        }
        if (args.length > 3) {
            try (DataOutputStream result = new DataOutputStream(
                    new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(Path.of(args[3])))))) {
                course.whole().write(result);
            }
        }
    }

    private static Course course(Path data, Path models, Path cache, PrintStream out) throws IOException {
        List<Muc4Document> train = Muc4Document.read(data.resolve("train.jsonl"));
        Passages[] passages = passages(train, models.resolve("fold0.onnx"), out);
        List<Lesson> lessons = new ArrayList<>();
        for (int fold = 0; fold < 2; fold++) {
            List<Muc4Document> part = new ArrayList<>();
            for (int i = fold; i < train.size(); i += 2) {
                part.add(train.get(i));
            }
            List<Muc4Text> texts = texts(
                    part,
                    models.resolve("fold" + fold + ".onnx"),
                    cache.resolve("fold" + fold),
                    i -> passages[i % Course.FOLDS]);
            for (int i = 0; i < part.size(); i++) {
                lessons.add(new Lesson(part.get(i), texts.get(i), i % Course.FOLDS));
            }
        }
        Path full = models.resolve("full.onnx");
        Course course = new Course(
                lessons,
                Files.exists(full) ? developmentSet(data, full, cache, passages[Course.FOLDS]) : List.of(),
                out);
        for (int f = 0; f <= Course.FOLDS; f++) {
            course.stages[f].passages = passages[f];
        }
        return course;
    }

    private static List<Lesson> developmentSet(Path data, Path model, Path cache, @Nullable Passages passages)
            throws IOException {
        List<Muc4Document> documents = new ArrayList<>(Muc4Document.read(data.resolve("tst1.jsonl")));
        documents.addAll(Muc4Document.read(data.resolve("tst2.jsonl")));
        List<Muc4Text> texts = texts(documents, model, cache.resolve("full"), i -> passages);
        return IntStream.range(0, documents.size())
                .mapToObj(i -> new Lesson(documents.get(i), texts.get(i), Course.FOLDS))
                .toList();
    }

    /** What is read of a text; learned in the order of both halves of the training texts, as the lessons are. */
    private static Passages[] passages(List<Muc4Document> train, Path model, PrintStream out) throws IOException {
        try (ModelFile file = ModelFile.open(model)) {
            Encoder encoder = new Encoder(file);
            List<Words> words = new ArrayList<>();
            List<Gold> keys = new ArrayList<>();
            int[] folds = new int[train.size()];
            for (int fold = 0; fold < 2; fold++) {
                for (int i = fold; i < train.size(); i += 2) {
                    String text = train.get(i).text();
                    folds[words.size()] = i / 2 % Course.FOLDS;
                    words.add(Words.of(text, encoder.pieces(text)));
                    keys.add(Gold.of(train.get(i).templates()));
                }
            }
            return new PassageLearning(words, keys, folds).learn(MISSED, out);
        }
    }

    private static List<Muc4Text> texts(
            List<Muc4Document> documents, Path model, Path cache, IntFunction<@Nullable Passages> passages)
            throws IOException {
        List<Pieces> pieces = new ArrayList<>();
        List<Words> words = new ArrayList<>();
        List<boolean[]> read = new ArrayList<>();
        try (ModelFile file = ModelFile.open(model)) {
            Encoder encoder = new Encoder(file);
            for (int i = 0; i < documents.size(); i++) {
                String text = documents.get(i).text();
                pieces.add(encoder.pieces(text));
                words.add(Words.of(text, pieces.get(i)));
                read.add(SecondStage.read(passages.apply(i), words.get(i), pieces.get(i)));
            }
        }
        List<Encoding> encodings = EncodingCache.of(model, cache, pieces, read);
        return IntStream.range(0, documents.size())
                .parallel()
                .mapToObj(i ->
                        new Muc4Text(documents.get(i).docid(), documents.get(i).text(), words.get(i), encodings.get(i)))
                .toList();
    }

    private static void learn(Course course, Path cache) throws IOException {
        StringLearning strings = new StringLearning(course);
        IncidentLearning incidents = new IncidentLearning(course);
        SlotLearning slots = new SlotLearning(course);
        Clock clock = new Clock(course.out);
        strings.recall();
        strings.firstPass();
        strings.words();
        incidents.typeWords();
        clock.note("words");
        strings.right();
        clock.note("right");
        strings.again();
        clock.note("again");
        strings.same();
        clock.note("same");
        strings.encoder();
        clock.note("encoder");
        incidents.types();
        incidents.inType();
        incidents.together();
        clock.note("incidents");
        slots.titles();
        slots.dates();
        slots.places();
        clock.note("places");
        slots.fills();
        slots.reportPlacesAndDates();
        clock.note("fills");
        incidents.worth();
        clock.note("worth");
        CutTuning tuning = new CutTuning(course);
        tuning.report("train, out of fold", course.lessons);
        tuning.tune(course.lessons, 0.03, 0.08);
        clock.note("tuned");
        course.whole().trained = course.cuts();
        tuning.report("train, out of fold, tuned", course.lessons);
        tuning.write(cache.resolve("train.out.jsonl"), course.lessons);
        if (!course.others.isEmpty()) {
            tuning.report("tst1 and tst2, cuts from the training texts", course.others);
            // the encoder that saw all training texts is surer than those that saw half of them
            tuneOnDevelopmentSet(course, cache, course.cuts());
            clock.note("tuned");
        }
    }

    /**
     * Cuts that the development set has been seen with may be where its tuning as a whole starts, too; that of its halves starts
     * from what the training texts say alone.
     */
    private static void tuneOnDevelopmentSet(Course course, Path cache, Cuts seen) throws IOException {
        CutTuning tuning = new CutTuning(course);
        Cuts trained = course.cuts();
        tuning.tuneOnHalves(course.others, 0.05, 0.08, 0.04);
        double most = tuning.tune(course.others, 0.05, 0.08, 0.04);
        if (seen != trained) {
            Cuts found = course.cuts();
            course.cuts(seen.withEncoder(trained.encoder()));
            if (tuning.tune(course.others, 0.05, 0.08, 0.04) <= most) {
                course.cuts(found);
            }
        }
        tuning.report("tst1 and tst2, cuts tuned on them", course.others);
        tuning.write(cache.resolve("tst.out.jsonl"), course.others);
    }

    /** Says how long the steps take. */
    private static final class Clock {

        private final PrintStream out;
        private final long begun = System.nanoTime();

        Clock(PrintStream out) {
            this.out = out;
        }

        void note(String what) {
            out.printf("%-10s %.0f s%n", what, (System.nanoTime() - begun) / 1e9);
        }
    }
}
