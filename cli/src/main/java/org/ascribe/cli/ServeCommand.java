package org.ascribe.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe serve}: the workbench over a ledger. */
@Command(
        name = "serve",
        description = "Serves the workbench for a ledger, to this machine alone.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class ServeCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--ledger", paramLabel = "PATH", description = "The ledger's file; default ascribe.duckdb.")
    private Path ledger = Path.of("ascribe.duckdb");

    @Option(names = "--port", paramLabel = "N", description = "Port on this machine, 0 for any free one; default 8080.")
    private int port = 8080;

    @Option(names = "--no-browser", description = "Only print the address.")
    private boolean noBrowser;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Serving.serve(ledger, port, !noBrowser, console);
        return Main.DONE;
    }
}
