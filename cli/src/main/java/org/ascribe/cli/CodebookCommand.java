package org.ascribe.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.ascribe.codebook.Codebook;
import org.ascribe.codebook.CodebookYaml;
import org.ascribe.codebook.CodedExample;
import org.ascribe.codebook.Examples;
import org.ascribe.codebook.Field;
import org.ascribe.codebook.FieldKind;
import org.ascribe.codebook.Grouping;
import org.ascribe.core.Outcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ascribe codebook}: fields of one's own, learned from coded examples. */
@Command(
        name = "codebook",
        description = "Fills fields of your own: learns them from reports that you have coded.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        descriptionHeading = "%n",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
final class CodebookCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    private CodebookCommand() {}

    /** The group with its commands, one class each. */
    static CommandLine line(Console console) {
        return new CommandLine(new CodebookCommand())
                .addSubcommand("learn", new CodebookLearnCommand(console))
                .addSubcommand("fill", new CodebookFillCommand(console))
                .addSubcommand("check", new CodebookCheckCommand(console));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Which command? Name one of those that ascribe codebook --help lists.");
    }

    static final String GROUP_HELP =
            "Examples that belong together, such as rows of one press release, so that none is checked on what its sister "
                    + "taught: the name of a member of each row, or NAME~REGEX for what the regular expression finds first "
                    + "in it. Default: the opening of the text.";

    /** The examples of a file, with what could not be used told on stderr. */
    static Examples examples(Path file, @Nullable Path declared, @Nullable String group, Console console) {
        Codebook codebook = declared == null ? null : CodebookYaml.read(declared);
        Grouping grouping = Grouping.OPENING;
        if (group != null) {
            try {
                grouping = Grouping.parse(group);
            } catch (IllegalArgumentException wrong) {
                throw CannotException.wrongUsage("Cannot group the examples: --group has no regular expression: "
                        + wrong.getMessage() + ".\n  Correct it, or name a member of the rows alone.");
            }
        }
        Examples examples;
        try {
            examples = Examples.read(file, codebook, grouping);
        } catch (NoSuchFileException missing) {
            throw CannotException.wrongUsage("Cannot read " + file + ": there is no such file.\n  Check the path.");
        } catch (IOException broken) {
            throw new CannotException("Cannot read " + file + ": " + broken.getMessage()
                    + ".\n  Check that it is a file and may be read.");
        }
        for (Outcome.Skipped<CodedExample> skip : examples.skipped()) {
            console.err().println("Left out " + skip.where() + ": " + skip.why() + "  [" + skip.code() + "]");
        }
        if (examples.examples().size() < Examples.LEAST) {
            throw new CannotException(
                    "Cannot learn from %s: it has %d usable examples, expected at least %d.\n  Code more reports; a few hundred are good."
                            .formatted(file, examples.examples().size(), Examples.LEAST));
        }
        if (learned(examples.codebook(), examples.examples()).isEmpty()) {
            throw new CannotException("Cannot learn from " + file
                    + ": no field has values that differ and are a date, number, yes/no or label."
                    + "\n  See the lines above; declare fields with --codebook.");
        }
        return examples;
    }

    /** The fields that something can be learned for. */
    static List<Field> learned(Codebook codebook, List<CodedExample> examples) {
        return codebook.fields().stream()
                .filter(field -> field.kind() != FieldKind.TEXT)
                .filter(field -> examples.stream()
                                .map(example -> example.gold().get(field.name()))
                                .filter(java.util.Objects::nonNull)
                                .distinct()
                                .limit(2)
                                .count()
                        > 1)
                .toList();
    }

    /** The codes by which something was left out make a run one that skipped input; a free-text field does not. */
    static int exitCode(Examples examples) {
        return examples.skipped().stream().allMatch(skip -> skip.code().equals("field-free-text"))
                ? Main.DONE
                : Main.DONE_WITH_SKIPS;
    }

    static void mustBeFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CannotException.wrongUsage("Cannot read " + file + ": there is no such file.\n  Check the path.");
        }
    }
}
