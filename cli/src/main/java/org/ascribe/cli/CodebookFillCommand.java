package org.ascribe.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ascribe.codebook.CodebookModel;
import org.ascribe.codebook.FillFile;
import org.ascribe.codebook.ModelFolder;
import org.ascribe.codebook.TextReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascribe codebook fill}: fields filled as a model has learned them. */
@Command(
        name = "fill",
        description = "Fills the fields of a model for each report: value, confidence, and the words it rests on.",
        sortOptions = false,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class CodebookFillCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1", paramLabel = "INPUT", description = "JSON Lines: {\"id\", \"text\"}.")
    private Path input = Path.of("");

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The folder of the model.")
    private Path model = Path.of("");

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "JSON Lines: {\"id\", \"answer\": {field: value}, \"grounds\"}.")
    private Path output = Path.of("");

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    CodebookFillCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CodebookCommand.mustBeFile(input);
        CodebookModel learned = ModelFolder.read(model);
        Path part = output.resolveSibling(output.getFileName() + ".part");
        FillFile.Tally tally;
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(Files.newInputStream(input), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(part)) {
            tally = FillFile.fill(
                    learned,
                    TextReader.load(),
                    input.toString(),
                    in,
                    out,
                    note -> console.err()
                            .println("Left out " + note.where() + ": " + note.why() + "  [" + note.code() + "]"));
        }
        Files.move(part, output, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        console.err().println("Filled %d of %d rows into %s".formatted(tally.filled(), tally.rows(), output));
        return tally.filled() == tally.rows() ? Main.DONE : Main.DONE_WITH_SKIPS;
    }
}
