package org.ascribe.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ascribe bench}: codes the texts of public benchmarks, in the form that their scorers read. */
@Command(
        name = "bench",
        description = "Codes the texts of a benchmark in the form that its scorer reads, or measures speed.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        descriptionHeading = "%n",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    private BenchCommand() {}

    /** The group with its commands, one class each. */
    static CommandLine line(Console console) {
        return new CommandLine(new BenchCommand())
                .addSubcommand("muc4", new BenchMuc4Command(console))
                .addSubcommand("import", new BenchImportCommand(console))
                .addSubcommand("weigh", new BenchWeighCommand(console))
                .addSubcommand("counts", new BenchCountsCommand(console))
                .addSubcommand("speed", new BenchSpeedCommand(console))
                .addSubcommand("aid", new BenchAidCommand(console))
                .addSubcommand("isaf", new BenchIsafCommand(console))
                .addSubcommand("link", new BenchLinkCommand(console))
                .addSubcommand("findings", new BenchFindingsCommand(console))
                .addSubcommand("outlook", new BenchOutlookCommand(console));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Which benchmark? Name one of those that ascribe bench --help lists.");
    }
}
