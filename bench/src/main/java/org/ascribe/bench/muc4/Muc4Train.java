package org.ascribe.bench.muc4;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.ascribe.extract.model.Encoder;
import org.ascribe.extract.model.Encoding;
import org.ascribe.extract.model.FirstPass;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.ModelFile;
import org.ascribe.extract.model.Passages;
import org.ascribe.extract.model.Pieces;
import org.ascribe.extract.model.Trees;
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

    private static final int FOLDS = 5;

    /** The share of the things of the key that may stand in passages which the encoder does not read. */
    private static final double MISSED = 0.01;

    /** One text of the training data with its key and what is thought of it so far. */
    private static final class Lesson {
        final Muc4Document document;
        final Muc4Text text;
        final Gold gold;
        final int fold;
        List<Entity> entities = List.of();
        double[] chances = {};

        Lesson(Muc4Document document, Muc4Text text, int fold) {
            this.document = document;
            this.text = text;
            this.gold = Gold.of(document.templates());
            this.fold = fold;
        }
    }

    private final List<Lesson> lessons;
    private final List<Lesson> others;
    /** One for each fold, learned on the others; the last is learned on all. */
    private final SecondStage[] stages = new SecondStage[FOLDS + 1];

    private final PrintStream out;

    /** By template, what may fill its slots, kept while cuts are sought. */
    private final Map<Content, SecondStage.Judged> judged = new ConcurrentHashMap<>();

    private final Places places = new Places();
    private final Slots slots = new Slots(places);

    private Muc4Train(List<Lesson> lessons, List<Lesson> others, PrintStream out) {
        this.lessons = lessons;
        this.others = others;
        this.out = out;
        for (int f = 0; f <= FOLDS; f++) {
            stages[f] = new SecondStage();
        }
    }

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
        if (args.length == 5 && args[4].equals("--cuts")) {
            onlyCuts(data, models.resolve("full.onnx"), cache, Path.of(args[3]), out);
            return;
        }
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
                    i -> passages[i % FOLDS]);
            for (int i = 0; i < part.size(); i++) {
                lessons.add(new Lesson(part.get(i), texts.get(i), i % FOLDS));
            }
        }
        List<Lesson> others = new ArrayList<>();
        Path full = models.resolve("full.onnx");
        if (Files.exists(full)) {
            others.addAll(developmentSet(data, full, cache, passages[FOLDS]));
        }
        Muc4Train training = new Muc4Train(lessons, others, out);
        for (int f = 0; f <= FOLDS; f++) {
            training.stages[f].passages = passages[f];
        }
        training.learn();
        training.write(cache.resolve("train.out.jsonl"), training.lessons);
        training.write(cache.resolve("tst.out.jsonl"), training.others);
        if (args.length > 3) {
            training.writeStage(Path.of(args[3]));
        }
    }

    private static List<Lesson> developmentSet(Path data, Path model, Path cache, @Nullable Passages passages)
            throws IOException {
        List<Muc4Document> documents = new ArrayList<>(Muc4Document.read(data.resolve("tst1.jsonl")));
        documents.addAll(Muc4Document.read(data.resolve("tst2.jsonl")));
        List<Muc4Text> texts = texts(documents, model, cache.resolve("full"), i -> passages);
        return IntStream.range(0, documents.size())
                .mapToObj(i -> new Lesson(documents.get(i), texts.get(i), FOLDS))
                .toList();
    }

    /** Keeps what was learned and chooses only the cuts anew, for another encoder. */
    private static void onlyCuts(Path data, Path model, Path cache, Path result, PrintStream out) throws IOException {
        SecondStage shipped = SecondStage.shipped();
        Muc4Train training = new Muc4Train(List.of(), developmentSet(data, model, cache, shipped.passages), out);
        Arrays.fill(training.stages, shipped);
        training.tuneAll(training.others);
        training.report("tst1 and tst2, cuts tuned on them", training.others);
        training.writeStage(result);
        // the cuts so far have seen both halves
        training.cuts(SecondStage.Cuts.USUAL);
        training.tuneOnHalves();
    }

    private void writeStage(Path file) throws IOException {
        try (DataOutputStream result =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
            stages[FOLDS].write(result);
        }
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
                    folds[words.size()] = i / 2 % FOLDS;
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

    private boolean holds(Lesson lesson, Candidate candidate) {
        return lesson.gold.templates().stream().anyMatch(t -> t.has(candidate.role, candidate.form));
    }

    private SecondStage stage(Lesson lesson) {
        return stages[lesson.fold];
    }

    private List<Lesson> all() {
        List<Lesson> all = new ArrayList<>(lessons);
        all.addAll(others);
        return all;
    }

    void learn() {
        long begun = System.nanoTime();
        recall();
        learnFirstPass();
        learnWords();
        note("words", begun);
        learnTypeWords();
        learnRight();
        note("right", begun);
        learnAgain();
        note("again", begun);
        learnSame();
        note("same", begun);
        tuneEncoder();
        note("encoder", begun);
        learnTypes();
        note("types", begun);
        learnInType();
        note("in type", begun);
        learnTogether();
        note("together", begun);
        learnTitles();
        learnDates();
        learnPlaces();
        note("places", begun);
        learnFills();
        note("fills", begun);
        reportPlacesAndDates();
        report("train, out of fold", lessons);
        tune(lessons, stages[FOLDS].cuts);
        note("tuned", begun);
        report("train, out of fold, tuned", lessons);
        if (!others.isEmpty()) {
            report("tst1 and tst2, cuts from the training texts", others);
            // the encoder that saw all training texts is surer than those that saw half of them
            tuneOnHalves();
            tuneAll(others);
            note("tuned", begun);
            report("tst1 and tst2, cuts tuned on them", others);
        }
    }

    /** What cuts tuned on one half of the development set do on the other; the cuts are as before afterwards. */
    private void tuneOnHalves() {
        SecondStage.Cuts from = stages[FOLDS].cuts;
        List<Lesson> first = others.subList(0, others.size() / 2);
        List<Lesson> second = others.subList(others.size() / 2, others.size());
        QuickScore held = new QuickScore();
        SlotScore heldSlots = new SlotScore();
        for (List<Lesson> half : List.of(first, second)) {
            cuts(from);
            tuneAll(half);
            List<Lesson> other = half == first ? second : first;
            think(stages[FOLDS].cuts.encoder(), other);
            add(held, other);
            heldSlots.add(slots(other));
        }
        out.println("tst1 with cuts tuned on tst2, and the other way round");
        out.print(held.report());
        out.printf("slots, nearly: %.2f%n", heldSlots.f1());
        cuts(from);
    }

    private void note(String what, long begun) {
        out.printf("%-10s %.0f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    /** How many things of the key are among the candidates at all. */
    private void recall() {
        for (Role role : Role.values()) {
            StringBuilder line = new StringBuilder("%-9s".formatted(role));
            for (double least : new double[] {0.3, 0.1, 0.03, 0.01, 0.003, 0.001}) {
                int wanted = 0;
                int there = 0;
                int many = 0;
                int near = 0;
                for (Lesson lesson : lessons) {
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
            out.println(line);
        }
    }

    /** Learns once for each fold and once on all. */
    private void eachStage(IntConsumer learn) {
        IntStream.rangeClosed(0, FOLDS).parallel().forEach(learn);
    }

    private void learnFirstPass() {
        boolean[] matters = new boolean[lessons.size()];
        for (int i = 0; i < matters.length; i++) {
            matters[i] = !lessons.get(i).gold.templates().isEmpty();
        }
        FirstPass pass = FirstPass.learn(
                lessons.stream().map(lesson -> lesson.document.text()).toList(), matters, 0.005, 13);
        for (SecondStage stage : stages) {
            stage.firstPass = pass;
        }
        for (List<Lesson> which : List.of(lessons, others)) {
            out.printf(
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

    private void learnWords() {
        List<HashedLine.Example> examples = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        for (Lesson lesson : lessons) {
            for (Candidate candidate : lesson.text.candidates) {
                if (SecondStage.worthwhile(candidate)) {
                    examples.add(new HashedLine.Example(
                            Describe.lexical(lesson.text, candidate), holds(lesson, candidate), 1));
                    from.add(lesson);
                }
            }
        }
        eachStage(f -> stages[f].words = HashedLine.learn(
                IntStream.range(0, examples.size())
                        .filter(i -> from.get(i).fold != f)
                        .mapToObj(examples::get)
                        .toList(),
                new HashedLine.Settings(16, 6, 0.1, 1e-4, 1)));
    }

    private Trees[] fit(List<float[]> rows, List<Boolean> holds, List<Lesson> from, Trees.Settings settings) {
        Trees[] found = new Trees[FOLDS + 1];
        eachStage(f -> {
            int[] chosen = IntStream.range(0, rows.size())
                    .filter(i -> from.get(i).fold != f)
                    .toArray();
            List<float[]> part = new ArrayList<>();
            boolean[] held = new boolean[chosen.length];
            for (int i = 0; i < chosen.length; i++) {
                part.add(rows.get(chosen[i]));
                held[i] = holds.get(chosen[i]);
            }
            found[f] = Trees.learn(part, held, settings);
        });
        return found;
    }

    private void learnRight() {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        for (Lesson lesson : lessons) {
            double[] typeOdds = stage(lesson).typeOdds(lesson.text);
            for (Candidate candidate : lesson.text.candidates) {
                if (SecondStage.worthwhile(candidate)) {
                    rows.add(stage(lesson)
                            .describe(lesson.text, candidate, typeOdds)
                            .values());
                    holds.add(holds(lesson, candidate));
                    from.add(lesson);
                }
            }
        }
        out.println(
                rows.size() + " candidates, " + holds.stream().filter(h -> h).count() + " right");
        Trees[] found = fit(rows, holds, from, new Trees.Settings(160, 5, 0.09, 4, 4, 0.5, 0.5, 2));
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].right = found[f];
        }
    }

    private void learnAgain() {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        for (Lesson lesson : lessons) {
            List<float[]> alone = stage(lesson).scoreAlone(lesson.text);
            for (int i = 0; i < alone.size(); i++) {
                Candidate candidate = lesson.text.candidates.get(i);
                if (SecondStage.likely(candidate)) {
                    rows.add(Describe.again(lesson.text, candidate, alone.get(i), lesson.text.documentTypes)
                            .values());
                    holds.add(holds(lesson, candidate));
                    from.add(lesson);
                }
            }
        }
        out.println(rows.size() + " candidates once more, "
                + holds.stream().filter(h -> h).count() + " right");
        Trees[] found = fit(rows, holds, from, new Trees.Settings(160, 5, 0.06, 4, 6, 0.6, 0.4, 12));
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].again = found[f];
        }
        for (Lesson lesson : all()) {
            stage(lesson).score(lesson.text);
        }
    }

    private void learnSame() {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        for (Lesson lesson : lessons) {
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
                            rows.add(Describe.pair(lesson.text, a, b).values());
                            holds.add(gold.stream()
                                    .anyMatch(e -> e.forms().contains(a.form)
                                            && e.forms().contains(b.form)));
                            from.add(lesson);
                        }
                    }
                }
            }
        }
        out.println(rows.size() + " pairs, " + holds.stream().filter(h -> h).count() + " the same");
        Trees[] found =
                fit(rows, holds, from, Trees.Settings.usual(3).withTrees(120).withDepth(4));
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].same = found[f];
        }
    }

    /** Sets how much the encoder itself says in the score of a string, where the things of the training texts are found best. */
    private void tuneEncoder() {
        double best = 0;
        double most = -1;
        for (double share : new double[] {0, 0.15, 0.3}) {
            think(share, lessons);
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
                            boolean right =
                                    gold.stream().anyMatch(e -> e.forms().contains(entity.first().form));
                            scored.add(new double[] {entity.score(), right ? 1 : 0});
                        }
                    }
                }
                found += sought * greatestF(scored, sought);
                wanted += sought;
            }
            out.printf("encoder's share %.2f: F %.2f%n", share, 100 * found / wanted);
            if (found > most) {
                most = found;
                best = share;
            }
        }
        think(best, all());
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

    /** Judges the strings of texts again, the encoder having this share. */
    private void think(double share, List<Lesson> which) {
        cuts(stages[FOLDS].cuts.withEncoder(share));
        judged.clear();
        which.parallelStream().forEach(lesson -> {
            SecondStage stage = stage(lesson);
            stage.score(lesson.text);
            lesson.entities = stage.entities(lesson.text);
            lesson.chances = stage.typeChances(lesson.text, lesson.entities);
        });
    }

    /** Sets all cuts to where the texts are read best, the share of the encoder among them. */
    private void tuneAll(List<Lesson> which) {
        SecondStage.Cuts from = stages[FOLDS].cuts;
        SecondStage.Cuts best = from;
        double most = -1;
        for (double share : new double[] {0, 0.15, 0.3}) {
            cuts(from);
            think(share, which);
            tune(which, stages[FOLDS].cuts);
            tuneSlots(which);
            double now = goal(which, stages[FOLDS].cuts);
            out.printf("encoder's share %.2f: mean %.2f%n", share, now);
            if (now > most) {
                most = now;
                best = stages[FOLDS].cuts;
            }
        }
        cuts(best);
        think(best.encoder(), which);
    }

    private static boolean hasType(Lesson lesson, int t) {
        String name = Muc4Text.TYPES.get(t);
        return lesson.gold.templates().stream().anyMatch(one -> one.types().contains(name));
    }

    private void learnTypeWords() {
        List<HashedLine.Example> examples = new ArrayList<>();
        for (Lesson lesson : lessons) {
            for (int t = 0; t < Muc4Text.TYPES.size(); t++) {
                examples.add(new HashedLine.Example(Describe.lexical(lesson.text, t), hasType(lesson, t), 1));
            }
        }
        int types = Muc4Text.TYPES.size();
        eachStage(f -> stages[f].typeWords = HashedLine.learn(
                IntStream.range(0, examples.size())
                        .filter(i -> lessons.get(i / types).fold != f)
                        .mapToObj(examples::get)
                        .toList(),
                new HashedLine.Settings(17, 8, 0.1, 1e-4, 4)));
    }

    private void learnTypes() {
        int types = Muc4Text.TYPES.size();
        List<float[]> rows = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        for (Lesson lesson : lessons) {
            for (int t = 0; t < types; t++) {
                rows.add(stage(lesson)
                        .describeType(lesson.text, lesson.entities, t)
                        .values());
                holds.add(hasType(lesson, t));
                from.add(lesson);
            }
        }
        Trees[] found =
                fit(rows, holds, from, Trees.Settings.usual(5).withTrees(120).withDepth(4));
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].type = found[f];
        }
        for (Lesson lesson : all()) {
            lesson.chances = stage(lesson).typeChances(lesson.text, lesson.entities);
        }
    }

    private void learnInType() {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        for (Lesson lesson : lessons) {
            for (Entity entity : lesson.entities) {
                List<Gold.Template> with = lesson.gold.templates().stream()
                        .filter(one -> one.has(entity.role(), entity.first().form))
                        .toList();
                if (with.isEmpty()) {
                    continue;
                }
                for (int t = 0; t < Muc4Text.TYPES.size(); t++) {
                    String name = Muc4Text.TYPES.get(t);
                    if (lesson.chances[t] > 0.2 || hasType(lesson, t)) {
                        rows.add(stage(lesson)
                                .describeInType(lesson.text, entity, lesson.chances, t)
                                .values());
                        holds.add(with.stream().anyMatch(one -> one.types().contains(name)));
                        from.add(lesson);
                    }
                }
            }
        }
        Trees[] found =
                fit(rows, holds, from, Trees.Settings.usual(6).withTrees(120).withDepth(4));
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].inType = found[f];
        }
    }

    private void learnTogether() {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        List<float[]> manyRows = new ArrayList<>();
        List<Boolean> manyHolds = new ArrayList<>();
        List<Lesson> manyFrom = new ArrayList<>();
        for (Lesson lesson : lessons) {
            for (int t = 0; t < Muc4Text.TYPES.size(); t++) {
                String name = Muc4Text.TYPES.get(t);
                List<Gold.Template> gold = lesson.gold.templates().stream()
                        .filter(one -> one.types().contains(name))
                        .toList();
                if (gold.isEmpty()) {
                    continue;
                }
                List<Entity> there = lesson.entities.stream()
                        .filter(e -> gold.stream().anyMatch(one -> one.has(e.role(), e.first().form)))
                        .toList();
                manyRows.add(SecondStage.describeMany(lesson.text, t, there).values());
                manyHolds.add(gold.size() > 1);
                manyFrom.add(lesson);
            }
        }
        out.println(manyRows.size() + " types of texts, "
                + manyHolds.stream().filter(h -> h).count() + " with several");
        Trees[] many = fit(manyRows, manyHolds, manyFrom, SMALL);
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].many = many[f];
        }
        for (Lesson lesson : lessons) {
            for (int t = 0; t < Muc4Text.TYPES.size(); t++) {
                String name = Muc4Text.TYPES.get(t);
                List<Gold.Template> gold = lesson.gold.templates().stream()
                        .filter(one -> one.types().contains(name))
                        .toList();
                List<Entity> there = lesson.entities.stream()
                        .filter(e -> gold.stream().anyMatch(one -> one.has(e.role(), e.first().form)))
                        .toList();
                double chance = stage(lesson).many(lesson.text, t, there);
                for (int i = 0; i < there.size(); i++) {
                    for (int j = i + 1; j < there.size(); j++) {
                        Entity a = there.get(i);
                        Entity b = there.get(j);
                        rows.add(SecondStage.describeTogether(lesson.text, t, chance, a, b)
                                .values());
                        holds.add(gold.stream()
                                .anyMatch(
                                        one -> one.has(a.role(), a.first().form) && one.has(b.role(), b.first().form)));
                        from.add(lesson);
                    }
                }
            }
        }
        out.println(rows.size() + " pairs of things, "
                + holds.stream().filter(h -> h).count() + " in one incident");
        Trees[] found = fit(rows, holds, from, Trees.Settings.usual(11).withTrees(150));
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].together = found[f];
        }
    }

    /** Templates of the key with our own things in them, to learn the other slots on. */
    private record Pair(Lesson lesson, Gold.Template gold, Template ours) {}

    private List<Pair> pairs() {
        return pairs(lessons);
    }

    private static List<Pair> pairs(List<Lesson> which) {
        List<Pair> pairs = new ArrayList<>();
        for (Lesson lesson : which) {
            for (Gold.Template gold : lesson.gold.templates()) {
                int type = gold.types().stream()
                        .mapToInt(Muc4Text.TYPES::indexOf)
                        .filter(t -> t >= 0)
                        .min()
                        .orElse(0);
                Template ours = new Template(type);
                for (Entity entity : lesson.entities) {
                    if (entity.members.stream().anyMatch(m -> gold.has(entity.role(), m.form))) {
                        ours.entities.add(entity);
                    }
                }
                pairs.add(new Pair(lesson, gold, ours));
            }
        }
        return pairs;
    }

    private static final Trees.Settings SMALL =
            Trees.Settings.usual(7).withTrees(120).withDepth(4);

    private void learnTitles() {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        for (Pair pair : pairs()) {
            Map<String, Set<String>> titles = pair.gold.titles();
            for (Entity people : pair.ours.of(Role.PEOPLE)) {
                for (Entity victim : pair.ours.of(Role.VICTIM)) {
                    rows.add(Slots.describe(pair.lesson.text, people, victim).values());
                    holds.add(victim.members.stream()
                            .anyMatch(v -> people.members.stream()
                                    .anyMatch(p -> titles.getOrDefault(v.form, Set.of())
                                            .contains(p.form))));
                    from.add(pair.lesson);
                }
            }
        }
        out.println(rows.size() + " titles, " + holds.stream().filter(h -> h).count());
        Trees[] found = fit(rows, holds, from, SMALL);
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].titled = found[f];
        }
    }

    private void learnDates() {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        for (Pair pair : pairs()) {
            List<Times.Time> times = Times.find(pair.lesson.text.text, pair.lesson.text.words);
            List<String> right = pair.gold.values().getOrDefault("inc_date", List.of()).stream()
                    .map(Muc4Train::plainDate)
                    .toList();
            for (Times.Time time : times) {
                rows.add(
                        slots.describe(pair.lesson.text, pair.ours, time, times).values());
                holds.add(right.contains(plainDate(time.text())));
                from.add(pair.lesson);
            }
        }
        out.println(rows.size() + " dates, " + holds.stream().filter(h -> h).count());
        Trees[] found = fit(rows, holds, from, SMALL);
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].date = found[f];
        }
    }

    static String plainDate(String date) {
        return date.replaceAll("\\s+", "").replaceAll("(?<!\\d)0", "");
    }

    private void learnPlaces() {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> holds = new ArrayList<>();
        List<Lesson> from = new ArrayList<>();
        for (Pair pair : pairs()) {
            List<Places.Named> named = places.find(pair.lesson.text);
            String home = places.home(pair.lesson.text);
            String right = String.join(" ", pair.gold.values().getOrDefault("inc_loc", List.of()));
            for (Places.Named one : named) {
                rows.add(slots.describe(pair.lesson.text, pair.ours, one, named, home)
                        .values());
                holds.add(right.contains(": " + one.name + " (") || right.contains("- " + one.name + " ("));
                from.add(pair.lesson);
            }
        }
        out.println(rows.size() + " places, " + holds.stream().filter(h -> h).count());
        Trees[] found = fit(rows, holds, from, SMALL);
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].place = found[f];
        }
    }

    /** How often date and location of the templates of the key are right where its own things are known. */
    private void reportPlacesAndDates() {
        int dates = 0;
        int locations = 0;
        int all = 0;
        StringBuilder wrong = new StringBuilder();
        for (Pair pair : pairs()) {
            Filled filled = filled(pair);
            List<String> rightDates = pair.gold.values().getOrDefault("inc_date", List.of()).stream()
                    .map(Muc4Train::plainDate)
                    .toList();
            List<String> rightPlaces = pair.gold.values().getOrDefault("inc_loc", List.of());
            all++;
            boolean date = filled.date() != null && rightDates.contains(plainDate(filled.date()));
            boolean place = isPlace(pair, filled.location());
            dates += date ? 1 : 0;
            locations += place ? 1 : 0;
            if (all % 4 == 0 && (!date || !place)) {
                wrong.append(pair.lesson.document.docid()).append(' ');
                if (!date) {
                    wrong.append(rightDates)
                            .append(" not ")
                            .append(filled.date())
                            .append("  ");
                }
                if (!place) {
                    wrong.append(rightPlaces).append(" not ").append(filled.location());
                }
                wrong.append('\n');
            }
        }
        out.printf("dates %d, locations %d of %d%n", dates, locations, all);
        if (Boolean.getBoolean("muc4.errors")) {
            out.print(wrong);
        }
    }

    private Filled filled(Pair pair) {
        return stage(pair.lesson)
                .fill(pair.lesson.text, List.of(pair.ours), slots, places)
                .getFirst();
    }

    private static boolean isPlace(Pair pair, String location) {
        String ours = location.replace("(TOWN)", "(CITY)");
        return pair.gold.values().getOrDefault("inc_loc", List.of()).stream()
                .anyMatch(one -> one.replace("(TOWN)", "(CITY)").equals(ours));
    }

    private static boolean holds(Gold.Template gold, Slots.Fill fill) {
        Entity entity = fill.entity();
        Slots.Kind kind = fill.kind();
        if (entity != null) {
            Map<String, Set<String>> byForm = gold.attributes().getOrDefault(kind.slot, Map.of());
            return entity.members.stream()
                    .anyMatch(m -> byForm.getOrDefault(m.form, Set.of()).contains(fill.value()));
        }
        return switch (kind) {
            case INSTRUMENT_ALONE, HUMAN_EFFECT_ALONE ->
                gold.attributes()
                        .getOrDefault(kind.slot, Map.of())
                        .getOrDefault("", Set.of())
                        .contains(fill.value());
            default -> gold.values().getOrDefault(kind.slot, List.of()).contains(fill.value());
        };
    }

    private void learnFills() {
        List<Pair> pairs = pairs();
        List<HashedLine.Example> examples = new ArrayList<>();
        List<Lesson> exampleFrom = new ArrayList<>();
        for (Pair pair : pairs) {
            for (Slots.Fill fill : slots.fills(pair.lesson.text, pair.ours, null)) {
                examples.add(new HashedLine.Example(fill.lexical(), holds(pair.gold, fill), 1));
                exampleFrom.add(pair.lesson);
            }
        }
        eachStage(f -> stages[f].fillWords = HashedLine.learn(
                IntStream.range(0, examples.size())
                        .filter(i -> exampleFrom.get(i).fold != f)
                        .mapToObj(examples::get)
                        .toList(),
                new HashedLine.Settings(17, 8, 0.1, 1e-4, 8)));
        Map<Slots.Kind, List<float[]>> rows = new EnumMap<>(Slots.Kind.class);
        Map<Slots.Kind, List<Boolean>> holds = new EnumMap<>(Slots.Kind.class);
        Map<Slots.Kind, List<Lesson>> from = new EnumMap<>(Slots.Kind.class);
        for (Pair pair : pairs) {
            for (Slots.Fill fill : slots.fills(pair.lesson.text, pair.ours, stage(pair.lesson).fillWords)) {
                rows.computeIfAbsent(fill.kind(), k -> new ArrayList<>()).add(fill.row());
                holds.computeIfAbsent(fill.kind(), k -> new ArrayList<>()).add(holds(pair.gold, fill));
                from.computeIfAbsent(fill.kind(), k -> new ArrayList<>()).add(pair.lesson);
            }
        }
        List<List<Trees>> found = new ArrayList<>();
        for (int f = 0; f <= FOLDS; f++) {
            found.add(new ArrayList<>());
        }
        for (Slots.Kind kind : Slots.Kind.values()) {
            Trees[] ofKind = fit(
                    rows.getOrDefault(kind, List.of()),
                    holds.getOrDefault(kind, List.of()),
                    from.getOrDefault(kind, List.of()),
                    kind == Slots.Kind.CONFIDENCE
                            ? new Trees.Settings(220, 5, 0.05, 3, 6, 0.6, 0.3, 9)
                            : Trees.Settings.usual(9).withTrees(100).withDepth(4));
            for (int f = 0; f <= FOLDS; f++) {
                found.get(f).add(ofKind[f]);
            }
        }
        for (int f = 0; f <= FOLDS; f++) {
            stages[f].fill = found.get(f);
        }
        reportFills(pairs);
    }

    /** For each slot: how often a value is given, and how often the given one is right. */
    private void reportFills(List<Pair> pairs) {
        Map<Slots.Kind, int[]> counts = new EnumMap<>(Slots.Kind.class);
        for (Pair pair : pairs) {
            SecondStage stage = stage(pair.lesson);
            List<Slots.Fill> fills = slots.fills(pair.lesson.text, pair.ours, stage.fillWords);
            if (stage.fill.isEmpty()) {
                continue;
            }
            Map<@Nullable Entity, Map<Slots.Kind, String>> chosen =
                    Slots.chosen(fills, Slots.chances(fills, stage.fill), stage.cuts.fill());
            Set<String> seen = new HashSet<>();
            for (Slots.Fill fill : fills) {
                int[] count = counts.computeIfAbsent(fill.kind(), k -> new int[3]);
                boolean given = fill.value()
                        .equals(chosen.getOrDefault(fill.entity(), Map.of()).get(fill.kind()));
                boolean right = holds(pair.gold, fill);
                count[0] += given ? 1 : 0;
                count[1] += given && right ? 1 : 0;
                if (right && seen.add(fill.kind() + " " + System.identityHashCode(fill.entity()))) {
                    count[2]++;
                }
            }
        }
        counts.forEach((kind, count) -> out.printf(
                "%-20s given %d, right %d, to be given %d, F %.1f%n",
                kind, count[0], count[1], count[2], 200.0 * count[1] / (count[0] + count[2])));
    }

    private void write(Path file, List<Lesson> which) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (Lesson lesson : which) {
                SecondStage stage = stage(lesson);
                List<Filled> filled = stage.fill(
                        lesson.text, stage.templates(lesson.text, lesson.entities, lesson.chances), slots, places);
                writer.write(SystemFormat.line(lesson.document.docid(), filled));
                writer.newLine();
            }
        }
    }

    /** Moves one cut after the other as long as the mean of the measures grows on the texts. */
    private void tune(List<Lesson> which, SecondStage.Cuts from) {
        double best = goal(which, from);
        double[] cuts = from.decisive();
        for (double step : new double[] {0.08, 0.04}) {
            for (int c = 0; c < cuts.length; c++) {
                for (double way : new double[] {-step, step}) {
                    while (true) {
                        double[] tried = cuts.clone();
                        tried[c] += way;
                        if (tried[c] < 0.05 || tried[c] > 0.95) {
                            break;
                        }
                        double now = goal(which, from.withDecisive(tried));
                        if (now <= best + 0.02) {
                            break;
                        }
                        best = now;
                        cuts = tried;
                    }
                }
            }
        }
        out.println("cuts " + Arrays.toString(cuts) + ", mean " + best);
        cuts(from.withDecisive(cuts));
    }

    /** Sets the cuts of slots that the five-role form does not have, one after the other, where the full-slot score is greatest. */
    private void tuneSlots(List<Lesson> which) {
        for (double p : new double[] {0.2, 0.3, 0.4, 0.5, 0.6}) {
            better(which, stages[FOLDS].cuts.withPlace(p));
        }
        SecondStage.Cuts cuts = stages[FOLDS].cuts;
        for (double p : new double[] {0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45}) {
            better(which, cuts.withPeople(p));
        }
        for (Slots.Kind kind : Slots.Kind.values()) {
            SecondStage.Cuts from = stages[FOLDS].cuts;
            for (int i = 0; i < 8; i++) {
                better(which, from.withFill(kind, 0.15 + 0.1 * i));
            }
        }
        SecondStage.Cuts found = stages[FOLDS].cuts;
        out.printf(
                "slots %.2f: people %.2f, place %.2f, %s%n",
                full(which), found.role()[Role.PEOPLE.ordinal()], found.place(), Arrays.toString(found.fill()));
    }

    /** Takes the cuts if the full-slot score is better with them by more than chance. */
    private void better(List<Lesson> which, SecondStage.Cuts tried) {
        SecondStage.Cuts had = stages[FOLDS].cuts;
        double before = full(which);
        cuts(tried);
        if (full(which) < before + 0.03) {
            cuts(had);
        }
    }

    private void cuts(SecondStage.Cuts cuts) {
        for (SecondStage stage : stages) {
            if (stage.cuts.place() != cuts.place()) {
                judged.clear();
            }
            stage.cuts = cuts;
        }
    }

    /** The full-slot score of the texts, nearly. */
    private double full(List<Lesson> which) {
        return slots(which).f1();
    }

    private SlotScore slots(List<Lesson> which) {
        SlotScore all = new SlotScore();
        which.parallelStream()
                .map(lesson -> {
                    SecondStage stage = stage(lesson);
                    List<Filled> filled = new ArrayList<>();
                    for (Template template : stage.templates(lesson.text, lesson.entities, lesson.chances)) {
                        filled.add(stage.filled(judged.computeIfAbsent(
                                new Content(lesson.text, template.type, List.copyOf(template.entities)),
                                k -> stage.judge(lesson.text, List.of(template), slots, places)
                                        .getFirst())));
                    }
                    SlotScore one = new SlotScore();
                    one.add(lesson.gold, filled);
                    return one;
                })
                .toList()
                .forEach(all::add);
        return all;
    }

    /** What makes two templates alike. */
    private record Content(Muc4Text text, int type, List<Entity> entities) {}

    private double goal(List<Lesson> which, SecondStage.Cuts cuts) {
        cuts(cuts);
        List<QuickScore> parts = which.parallelStream()
                .map(lesson -> {
                    QuickScore one = new QuickScore();
                    one.add(
                            lesson.document.simple(),
                            stage(lesson).templates(lesson.text, lesson.entities, lesson.chances));
                    return one;
                })
                .toList();
        Score ree = new Score();
        Score gtt = new Score();
        for (QuickScore one : parts) {
            ree.add(one.ree.right, one.ree.found, one.ree.hit, one.ree.wanted);
            gtt.add(one.gtt.right, one.gtt.found, one.gtt.hit, one.gtt.wanted);
        }
        // the full form takes longer, so that only the development set, which decides in the end, is tuned by it too
        return which == lessons ? (ree.f1() + gtt.f1()) / 2 : (ree.f1() + gtt.f1() + full(which)) / 3;
    }

    private void add(QuickScore score, List<Lesson> which) {
        for (Lesson lesson : which) {
            score.add(lesson.document.simple(), stage(lesson).templates(lesson.text, lesson.entities, lesson.chances));
        }
    }

    private void report(String what, List<Lesson> which) {
        QuickScore score = new QuickScore();
        add(score, which);
        out.println(what + ", " + which.size() + " texts");
        out.print(score.report());
    }
}
