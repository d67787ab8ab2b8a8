package org.ascribe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascribe.bench.muc4.Muc4Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe bench muc4}: templates of MUC-4, as {@code score_muc4.py} reads them. */
@Command(
        name = "muc4",
        description = "Fills the templates of MUC-4 (1992) from texts, one JSON object a document: docid, text.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchMuc4Command implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "JSON Lines with docid and text; may be given several times.")
    private Path[] inputs = {};

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "JSON Lines, one line a document.")
    private Path output = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The model file. Default: models/reader-3.onnx of the program's folder.")
    private @Nullable Path model;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    BenchMuc4Command(Console console) {
        this.console = console;
    }

    static Path shipped() {
        return Path.of(System.getProperty("ascribe.home", "."), "models", "reader-3.onnx");
    }

    @Override
    public Integer call() {
        try {
            console.err().println(Muc4Run.run(List.of(inputs), output, model == null ? shipped() : model));
        } catch (IllegalArgumentException wrong) {
            throw new CannotException(String.valueOf(wrong.getMessage()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Main.DONE;
    }
}
