package org.ascribe.bench.muc4;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Passages;
import org.ascribe.extract.model.Words;

/** Learns which sentences are worth the encoder's time: those that name a thing of the key. */
final class PassageLearning {

    /** One text: its things by the sentences where they are named, as far as they are. */
    private record Lesson(Words words, boolean matters, List<Set<Integer>> things) {

        int sentences() {
            return words.size() == 0 ? 0 : words.sentence(words.size() - 1) + 1;
        }
    }

    private final List<Lesson> lessons;
    private final int[] fold;
    private final int folds;

    /** @param fold by text */
    PassageLearning(List<Words> texts, List<Gold> keys, int[] fold) {
        this.fold = fold;
        folds = Arrays.stream(fold).max().orElse(0) + 1;
        lessons = IntStream.range(0, texts.size())
                .mapToObj(i -> lesson(texts.get(i), keys.get(i)))
                .toList();
    }

    private static Lesson lesson(Words words, Gold gold) {
        List<StringBuilder> sentences = new ArrayList<>();
        for (int w = 0; w < words.size(); w++) {
            while (sentences.size() <= words.sentence(w)) {
                sentences.add(new StringBuilder(" "));
            }
            String plain = Mentions.plain(words.lower(w));
            if (!plain.isEmpty()) {
                sentences.getLast().append(plain).append(' ');
            }
        }
        List<Set<Integer>> things = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Gold.Entity entity : gold.pooled(role)) {
                Set<Integer> named = new TreeSet<>();
                for (String form : entity.forms()) {
                    for (int s = 0; s < sentences.size(); s++) {
                        if (sentences.get(s).indexOf(" " + form + " ") >= 0) {
                            named.add(s);
                        }
                    }
                }
                if (!named.isEmpty()) {
                    things.add(named);
                }
            }
        }
        return new Lesson(words, !gold.templates().isEmpty(), things);
    }

    /**
     * One for each fold, learned on the others; the last is learned on all.
     *
     * @param missed the share of the things of the key that may be lost, on texts held back while learning, 0..1
     */
    Passages[] learn(double missed, PrintStream out) {
        Passages[] learned = new Passages[folds + 1];
        IntStream.rangeClosed(0, folds).parallel().forEach(f -> learned[f] = learn(f));
        double[] surest = IntStream.range(0, lessons.size())
                .parallel()
                .boxed()
                .flatMapToDouble(i -> {
                    double[] odds = learned[fold[i]].odds(lessons.get(i).words());
                    return lessons.get(i).things().stream()
                            .mapToDouble(thing -> thing.stream()
                                    .mapToDouble(s -> odds[s])
                                    .max()
                                    .orElse(0));
                })
                .sorted()
                .toArray();
        double least = surest[(int) (missed * surest.length)];
        long read = 0;
        long all = 0;
        int left = 0;
        int leftWrongly = 0;
        for (int i = 0; i < lessons.size(); i++) {
            boolean[] worth =
                    learned[fold[i]].withLeast(least).read(lessons.get(i).words());
            int many = 0;
            for (boolean one : worth) {
                many += one ? 1 : 0;
            }
            read += many;
            all += worth.length;
            if (many == 0) {
                left++;
                leftWrongly += lessons.get(i).matters() ? 1 : 0;
            }
        }
        out.printf(
                "passages: %.1f %% of the words are read, %d of %d texts not at all, %d of them wrongly; %.1f %% of %d things lost%n",
                100.0 * read / all, left, lessons.size(), leftWrongly, 100 * missed, surest.length);
        for (int f = 0; f <= folds; f++) {
            learned[f] = learned[f].withLeast(least);
        }
        return learned;
    }

    private Passages learn(int fold) {
        List<HashedLine.Example> texts = new ArrayList<>();
        List<HashedLine.Example> sentences = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            if (this.fold[i] == fold) {
                continue;
            }
            Lesson lesson = lessons.get(i);
            texts.add(new HashedLine.Example(Passages.ofText(lesson.words()), lesson.matters(), 1));
            boolean[] named = new boolean[lesson.sentences()];
            lesson.things().forEach(thing -> thing.forEach(s -> named[s] = true));
            for (int s = 0; s < named.length; s++) {
                sentences.add(new HashedLine.Example(Passages.ofSentence(lesson.words(), s), named[s], 1));
            }
        }
        return new Passages(
                HashedLine.learn(texts, new HashedLine.Settings(16, 8, 0.1, 1e-4, 4)),
                HashedLine.learn(sentences, new HashedLine.Settings(16, 6, 0.1, 1e-4, 5)),
                Float.NEGATIVE_INFINITY);
    }
}
