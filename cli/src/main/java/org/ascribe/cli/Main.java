package org.ascribe.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.ascribe.codebook.CodebookException;
import org.ascribe.pipeline.PreflightException;
import org.ascribe.store.LedgerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code ascribe} command. */
@Command(
        name = "ascribe",
        description =
                "Reads reports of political violence and keeps who is said to have done what, who says so, and in "
                        + "which words. It records statements; it does not decide guilt.",
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage", "3:done, with input skipped"},
        commandListHeading = "%nCommands:%n",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
public final class Main implements Runnable {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int DONE_WITH_SKIPS = 3;

    static final String UNWRITTEN =
            "Cannot write the results: what stdout leads to takes no more, so they are not whole.\n"
                    + "  If it is a file, make room on its disk; if it is another program, that one has ended.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;

    @Option(
            names = "--debug",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Write the log, stack traces included, to stderr.")
    boolean debug;

    public static void main(String[] args) {
        // dates, numbers and case are the same on every machine
        Locale.setDefault(Locale.ROOT);
        try (PrintStream out = utf8(FileDescriptor.out);
                PrintStream err = utf8(FileDescriptor.err)) {
            int code = run(args, out, err, InstantSource.system());
            out.flush();
            err.flush();
            System.exit(code);
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(
                new FileOutputStream(descriptor), descriptor == FileDescriptor.err, StandardCharsets.UTF_8);
    }

    /** One command from its words to its exit code; reads and writes nothing but these streams and the files named. */
    static int run(String[] args, PrintStream out, PrintStream err, InstantSource clock) {
        System.setProperty(
                "org.slf4j.simpleLogger.defaultLogLevel", List.of(args).contains("--debug") ? "debug" : "off");
        Console console = new Console(out, err, clock);
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("extract", () -> new ExtractCommand(console));
        commands.put("add", () -> new AddCommand(console));
        commands.put("import", () -> new ImportCommand(console));
        commands.put("imports", () -> new ImportsCommand(console));
        commands.put("row", () -> new RowCommand(console));
        commands.put("incidents", () -> new IncidentsCommand(console));
        commands.put("show", () -> new ShowCommand(console));
        commands.put("weigh", () -> new WeighCommand(console));
        commands.put("perspectives", () -> new PerspectivesCommand(console));
        commands.put("serve", () -> new ServeCommand(console));
        commands.put("export", () -> new ExportCommand(console));
        commands.put("findings", () -> new FindingsCommand(console));
        commands.put("report", () -> new ReportCommand(console));
        commands.put("link", () -> new LinkCommand(console));
        commands.put("demo", () -> new DemoCommand(console));
        commands.put("codebook", () -> CodebookCommand.line(console));
        commands.put("bench", () -> BenchCommand.line(console));

        CommandLine line = new CommandLine(new Main());
        String asked =
                Arrays.stream(args).filter(commands::containsKey).findFirst().orElse(null);
        boolean forAll =
                Arrays.asList(args).subList(0, Math.min(1, args.length)).contains("--help");
        // each command is looked at by reflection, so only the one asked for is built
        commands.forEach((name, command) -> {
            if (asked == null || forAll || asked.equals(name)) {
                line.addSubcommand(name, command.get());
            }
        });
        line.getCommandSpec().version("ascribe " + Program.version());
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setUsageHelpWidth(console.width());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, Words::day);
        line.setParameterExceptionHandler((wrong, given) -> {
            wrongUsage(wrong, err);
            return WRONG_USAGE;
        });
        line.setExecutionExceptionHandler((broken, command, parsed) -> failure(broken, err));
        int code = line.execute(args);
        if (out.checkError() && (code == DONE || code == DONE_WITH_SKIPS)) {
            err.println(UNWRITTEN);
            return FAILED;
        }
        return code;
    }

    private static void wrongUsage(CommandLine.ParameterException wrong, PrintStream err) {
        CommandLine command = wrong.getCommandLine();
        err.println(Suggestions.message(wrong));
        err.println("  See " + command.getCommandSpec().qualifiedName() + " --help");
    }

    private static int failure(Exception broken, PrintStream err) {
        if (broken instanceof PreflightException) {
            err.println(broken.getMessage());
            return WRONG_USAGE;
        }
        if (broken instanceof CannotException cannot) {
            err.println(broken.getMessage());
            return cannot.exitCode();
        }
        if (broken instanceof LedgerException || broken instanceof CodebookException) {
            err.println(broken.getMessage());
            return FAILED;
        }
        err.println("Ascribe failed: " + broken);
        err.println("  This is a fault of the program. Please report it, with what --debug prints.");
        if (Boolean.getBoolean("ascribe.debug")
                || "debug".equals(System.getProperty("org.slf4j.simpleLogger.defaultLogLevel"))) {
            broken.printStackTrace(err);
        }
        return FAILED;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Which command? Name one of those that --help lists.");
    }
}
