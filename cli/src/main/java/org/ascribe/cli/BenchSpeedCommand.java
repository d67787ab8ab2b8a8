package org.ascribe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascribe.bench.muc4.SpeedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascribe bench speed}: documents and word pieces a second, cold and warm, by step. */
@Command(
        name = "speed",
        description = "Measures how fast the learned reading is: first look, encoder, decisions; cold and warm.",
        sortOptions = false,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class BenchSpeedCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Text files, or JSON Lines with docid and text.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "The model file. Default: models/reader-3.onnx of the program's folder.")
    private @Nullable Path model;

    @Option(names = "--seconds", paramLabel = "N", description = "How long to read warm. Default: 20.")
    private int seconds = 20;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    BenchSpeedCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            console.out().println(SpeedRun.run(inputs, model == null ? BenchMuc4Command.shipped() : model, seconds));
        } catch (IllegalArgumentException wrong) {
            throw new CannotException(String.valueOf(wrong.getMessage()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Main.DONE;
    }
}
