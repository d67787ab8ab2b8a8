package org.ascribe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ascribe.extract.Extractor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which trained model reads beside the rules: the one that comes with the program unless another, or none, is named. */
final class ModelOption {

    /** Where the model stands that comes with the program, from its home. */
    private static final String SHIPPED = "models/reader-3.onnx";

    private static final String NONE = "none";

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "The trained model that reads beside the rules; \"none\" for the rules alone. The one that comes "
                            + "with the program unless given.")
    private @Nullable String model;

    /** The rules with the model beside them; the rules alone, and a line that says so, where the program came without one. */
    Extractor extractor(Console console) {
        if (NONE.equals(model)) {
            return Extractor.rules();
        }
        Path shipped = Path.of(System.getProperty("ascribe.home", ".")).resolve(SHIPPED);
        if (model == null && !Files.isRegularFile(shipped)) {
            console.err()
                    .println("The trained model is not there (" + shipped + "); the rules read alone, and find less.");
            return Extractor.rules();
        }
        try {
            return Extractor.withModel(model == null ? shipped : Path.of(model));
        } catch (IOException | IllegalArgumentException wrong) {
            throw new CannotException(wrong.getMessage() + "\n  Or give --model none: the rules read without one.");
        }
    }
}
