package org.ascribe.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.ascribe.codebook.CodebookModel;
import org.ascribe.codebook.Examples;
import org.ascribe.codebook.Field;
import org.ascribe.codebook.ModelFolder;
import org.ascribe.codebook.TextReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe codebook learn}: a model from coded examples. */
@Command(
        name = "learn",
        description = "Learns the fields of coded examples, and keeps what it learned in a folder.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class CodebookLearnCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--examples",
            required = true,
            paramLabel = "FILE",
            description = "JSON Lines: {\"id\", \"text\", \"gold\": {field: value}}; a few hundred rows are good.")
    private Path examples = Path.of("");

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The folder to keep the model in.")
    private Path model = Path.of("");

    @Option(
            names = "--codebook",
            paramLabel = "FILE",
            description = "The fields, declared in YAML. Without it they are recognised by their values.")
    private @Nullable Path codebook;

    @Option(names = "--group", paramLabel = "NAME[~REGEX]", description = CodebookCommand.GROUP_HELP)
    private @Nullable String group;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    CodebookLearnCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Instant began = console.clock().instant();
        Examples read = CodebookCommand.examples(examples, codebook, group, console);
        console.err()
                .println("Learning %d fields from %d examples"
                        .formatted(
                                CodebookCommand.learned(read.codebook(), read.examples())
                                        .size(),
                                read.examples().size()));
        CodebookModel learned = CodebookModel.learn(read.codebook(), read.examples(), TextReader.load());
        ModelFolder.write(learned, model);
        TextTable table = new TextTable("field", "kind", "values");
        for (Field field : CodebookCommand.learned(read.codebook(), read.examples())) {
            String values = String.join(", ", field.values());
            table.row(
                    field.name(),
                    field.kind().code(),
                    values.length() > 70 ? field.values().size() + " labels" : values);
        }
        console.out().print(table.print(console.width()));
        console.err()
                .println("Kept in %s after %d s. How good it is: ascribe codebook check --examples %s"
                        .formatted(
                                model,
                                Duration.between(began, console.clock().instant())
                                        .toSeconds(),
                                examples));
        return CodebookCommand.exitCode(read);
    }
}
