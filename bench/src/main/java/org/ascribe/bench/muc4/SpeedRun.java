package org.ascribe.bench.muc4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.ascribe.extract.model.Encoder;
import org.ascribe.extract.model.Encoding;
import org.ascribe.extract.model.ModelFile;
import org.ascribe.extract.model.Pieces;
import org.ascribe.extract.model.Words;
import org.jspecify.annotations.Nullable;

/** How fast texts are read, step by step, on as many threads as the machine has cores. */
public final class SpeedRun {

    private SpeedRun() {}

    /** Time of one step over all threads, in nanoseconds. */
    private record Steps(
            AtomicLong first,
            AtomicLong passages,
            AtomicLong encode,
            AtomicLong decide,
            AtomicInteger kept,
            AtomicLong pieces,
            AtomicLong read) {

        Steps() {
            this(
                    new AtomicLong(),
                    new AtomicLong(),
                    new AtomicLong(),
                    new AtomicLong(),
                    new AtomicInteger(),
                    new AtomicLong(),
                    new AtomicLong());
        }
    }

    /**
     * Reads the texts once cold, loading included, and then again until {@code seconds} have passed, and tells what that took.
     *
     * @param inputs JSON Lines with docid and text, or plain text files
     */
    public static String run(List<Path> inputs, Path model, int seconds) throws IOException {
        List<String> texts = texts(inputs);
        long begun = System.nanoTime();
        SecondStage stage = SecondStage.shipped();
        Places places = new Places();
        Slots slots = new Slots(places);
        StringBuilder told = new StringBuilder();
        try (ModelFile file = ModelFile.open(model)) {
            Encoder encoder = new Encoder(file, Muc4Text::uses);
            double loaded = (System.nanoTime() - begun) / 1e9;
            long characters = texts.stream().mapToLong(String::length).sum();
            told.append("%d texts, %.1f million characters, %d cores%n"
                    .formatted(
                            texts.size(), characters / 1e6, Runtime.getRuntime().availableProcessors()));
            told.append("loading   %.2f s%n".formatted(loaded));
            Steps cold = new Steps();
            double coldSeconds = pass(texts, stage, slots, places, encoder, cold);
            told.append(line("cold", cold, coldSeconds, texts.size()));
            Steps warm = new Steps();
            double warmSeconds = 0;
            int passes = 0;
            while (warmSeconds < seconds) {
                warmSeconds += pass(texts, stage, slots, places, encoder, warm);
                passes++;
            }
            told.append(line("warm", warm, warmSeconds, texts.size() * passes));
        }
        @Nullable String most = mostMemory();
        told.append("memory    ")
                .append(most == null ? "unknown on this system" : most + " at most, the whole process");
        return told.toString();
    }

    private static List<String> texts(List<Path> inputs) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path input : inputs) {
            if (String.valueOf(input.getFileName()).toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
                Muc4Document.read(input).forEach(document -> texts.add(document.text()));
            } else if (Files.isRegularFile(input)) {
                texts.add(Files.readString(input));
            } else {
                throw new IllegalArgumentException("Cannot read " + input
                        + ": there is no such file.\n  Name text files, or JSON Lines with docid and text.");
            }
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot measure: the files have no text.\n  Name files with text in them.");
        }
        return texts;
    }

    private static double pass(
            List<String> texts, SecondStage stage, Slots slots, Places places, Encoder encoder, Steps steps) {
        long begun = System.nanoTime();
        texts.parallelStream().forEach(text -> {
            long start = System.nanoTime();
            boolean matters = stage.mayMatter(text);
            long looked = System.nanoTime();
            steps.first().addAndGet(looked - start);
            if (matters) {
                Pieces pieces = encoder.pieces(text);
                Words words = Words.of(text, pieces);
                boolean[] read = SecondStage.read(stage.passages, words, pieces);
                int many = 0;
                for (boolean one : read) {
                    many += one ? 1 : 0;
                }
                long chosen = System.nanoTime();
                steps.passages().addAndGet(chosen - looked);
                steps.pieces().addAndGet(pieces.size());
                steps.read().addAndGet(many);
                if (many > 0) {
                    Encoding encoding = encoder.encode(pieces, read);
                    long encoded = System.nanoTime();
                    steps.kept().incrementAndGet();
                    steps.encode().addAndGet(encoded - chosen);
                    stage.read(new Muc4Text("", text, words, encoding), slots, places);
                    steps.decide().addAndGet(System.nanoTime() - encoded);
                }
            }
        });
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String line(String name, Steps steps, double seconds, int documents) {
        return """
                %-9s %.1f documents/s, %.0f pieces/s; the encoder read %d of %d documents, %.1f %% of the pieces
                          a document, on one core: first look %.3f ms, passages %.2f ms, encoder %.1f ms, the rest %.1f ms
                """.formatted(
                        name,
                        documents / seconds,
                        steps.pieces().get() / seconds,
                        steps.kept().get(),
                        documents,
                        100.0 * steps.read().get() / Math.max(1, steps.pieces().get()),
                        steps.first().get() / 1e6 / documents,
                        steps.passages().get() / 1e6 / documents,
                        steps.encode().get() / 1e6 / documents,
                        steps.decide().get() / 1e6 / documents);
    }

    /** What the operating system says of the process, as Linux tells it; null elsewhere. */
    private static @Nullable String mostMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return null;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.substring(6).strip())
                    .findFirst()
                    .orElse(null);
        }
    }
}
