package org.ascribe.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ascribe.codebook.CrossValidation;
import org.ascribe.codebook.Examples;
import org.ascribe.codebook.Field;
import org.ascribe.codebook.TextReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe codebook check}: how well fields can be learned, by cross-validation. */
@Command(
        name = "check",
        description =
                "Says how often a model learned from such examples is right: learns from some, asks about the others.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class CodebookCheckCommand implements Callable<Integer> {

    private static final int MOST_FOLDS = 20;

    private final Console console;

    @Option(names = "--examples", required = true, paramLabel = "FILE", description = "As for ascribe codebook learn.")
    private Path examples = Path.of("");

    @Option(
            names = "--folds",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "Parts that the examples are split into, 2 to 20. Default: ${DEFAULT-VALUE}")
    private int folds = 5;

    @Option(names = "--group", paramLabel = "NAME[~REGEX]", description = CodebookCommand.GROUP_HELP)
    private @Nullable String group;

    @Option(
            names = "--codebook",
            paramLabel = "FILE",
            description = "The fields, declared in YAML. Without it they are recognised by their values.")
    private @Nullable Path codebook;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    CodebookCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (folds < 2 || folds > MOST_FOLDS) {
            throw CannotException.wrongUsage(
                    "Cannot check in %d folds: expected 2 to %d.\n  Change --folds.".formatted(folds, MOST_FOLDS));
        }
        Examples read = CodebookCommand.examples(examples, codebook, group, console);
        CrossValidation check = CrossValidation.run(
                read.codebook(),
                read.examples(),
                folds,
                TextReader.load(),
                done -> console.err().println("Fold %d of %d".formatted(done, folds)));
        TextTable table =
                new TextTable("field", "kind", "right", "of", "share", "95 % interval", "most frequent value alone");
        for (Field field : CodebookCommand.learned(read.codebook(), read.examples())) {
            CrossValidation.FieldScore score = check.score(field);
            table.row(
                    field.name(),
                    field.kind().code(),
                    String.valueOf(score.right()),
                    String.valueOf(score.of()),
                    percent(score.share()),
                    percent(score.low()) + " - " + percent(score.high()),
                    percent(score.usual()));
        }
        console.out().print(table.print(console.width()));
        console.out().println();
        console.out().println("What was taken for what (as coded -> as filled, how often):");
        for (Field field : CodebookCommand.learned(read.codebook(), read.examples())) {
            for (CrossValidation.Confusion confusion : check.score(field).confused()) {
                if (confusion.times() > 1) {
                    console.out()
                            .println("  %s: %s -> %s  %d"
                                    .formatted(field.name(), confusion.gold(), confusion.got(), confusion.times()));
                }
            }
        }
        return CodebookCommand.exitCode(read);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
