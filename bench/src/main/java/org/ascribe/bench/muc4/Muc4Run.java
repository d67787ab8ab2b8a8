package org.ascribe.bench.muc4;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ascribe.extract.model.Encoder;
import org.ascribe.extract.model.ModelFile;

/** Fills the templates of whole files. */
public final class Muc4Run {

    private Muc4Run() {}

    /**
     * Writes one line a document, in the order of the input. Texts are read on as many threads as the machine has cores.
     *
     * @return one sentence on what was done
     * @throws IllegalArgumentException if an input or the model cannot be used, with what to do
     */
    public static String run(List<Path> inputs, Path output, Path model) throws IOException {
        List<Muc4Document> documents = new ArrayList<>();
        for (Path input : inputs) {
            documents.addAll(Muc4Document.read(input));
        }
        SecondStage stage = SecondStage.shipped();
        Places places = new Places();
        Slots slots = new Slots(places);
        long begun = System.nanoTime();
        try (ModelFile file = ModelFile.open(model);
                BufferedWriter writer = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            Encoder encoder = new Encoder(file, Muc4Text::uses);
            List<String> lines = documents.parallelStream()
                    .map(document -> {
                        Muc4Text text = stage.encode(document.docid(), document.text(), encoder);
                        return SystemFormat.line(
                                document.docid(), text == null ? List.of() : stage.read(text, slots, places));
                    })
                    .toList();
            for (String line : lines) {
                writer.write(line);
                writer.newLine();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return "%d documents in %.1f s, %.1f a second".formatted(documents.size(), seconds, documents.size() / seconds);
    }
}
