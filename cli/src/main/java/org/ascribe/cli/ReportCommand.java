package org.ascribe.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ascribe report}: a briefing as one HTML file. */
@Command(
        name = "report",
        description =
                "Writes a briefing on an actor, a place or a period: findings with figures, incidents, the sentences "
                        + "they rest on and their sources; one HTML file that needs nothing else.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class ReportCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file; an earlier one there is replaced.")
    private Path out = Path.of("");

    @Option(names = "--kind", paramLabel = "KIND", split = ",", description = "Only findings of these kinds.")
    private List<String> kinds = List.of();

    @Mixin
    private FindingsOptions options = new FindingsOptions();

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(out)) {
            throw CannotException.wrongUsage(
                    "Cannot write %s: expected a file in a folder that is there.%n  Make the folder, or name another file with --out."
                            .formatted(out));
        }
        FindingsOptions.Found found = options.find(kinds, console);
        String page = Briefing.write(
                found,
                options.asWords(),
                LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC),
                Program.version());
        try {
            Path part = out.resolveSibling("." + out.getFileName() + ".part");
            Files.writeString(part, page, StandardCharsets.UTF_8);
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new CannotException("Cannot write %s: %s.%n  Check that the folder may be written and has room."
                    .formatted(out, refused.getMessage()));
        }
        console.err().println("Wrote " + out);
        return Main.DONE;
    }
}
