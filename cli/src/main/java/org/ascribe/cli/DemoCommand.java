package org.ascribe.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascribe.pipeline.Pipeline;
import org.ascribe.pipeline.Source;
import org.ascribe.store.Ledger;
import org.ascribe.store.Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ascribe demo}: the bundled corpus, loaded once, and the workbench over it. */
@Command(
        name = "demo",
        description =
                "Loads the bundled corpus into a ledger of its own, if it is not there yet, and serves the workbench.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--ledger",
            paramLabel = "PATH",
            description = "The ledger's file; default target/demo.duckdb of the checkout.")
    private @Nullable Path ledger;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(names = "--load-only", description = "Load the corpus and end.")
    private boolean loadOnly;

    @Option(names = "--port", paramLabel = "N", description = "Port on this machine, 0 for any free one; default 8080.")
    private int port = 8080;

    @Option(names = "--no-browser", description = "Only print the address.")
    private boolean noBrowser;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path home = Path.of(System.getProperty("ascribe.home", "."));
        Path corpus = home.resolve("corpus");
        if (!Files.isDirectory(corpus)) {
            throw new CannotException(
                    "Cannot load the bundled corpus: there is no folder %s.%n  Start the script ascribe of a checkout, which knows where the corpus is."
                            .formatted(corpus));
        }
        boolean own = ledger == null;
        Path file = ledger == null ? home.resolve("target").resolve("demo.duckdb") : ledger;
        if (own) {
            makeFolder(file);
        }
        int code = load(corpus, file, own);
        if (!loadOnly) {
            Serving.serve(file, port, !noBrowser, console);
        }
        return code;
    }

    private int load(Path corpus, Path file, boolean own) {
        // rules change without a change of version, so the program's own bytes are part of it
        String program = Program.version() + "+" + Program.fingerprint();
        String digest = Pipeline.digest(corpus);
        if (own && Files.exists(file)) {
            boolean replaceable;
            try (Ledger there = Ledger.open(file, Ledger.Mode.WRITE)) {
                if (there.hasTakenIn(digest, program)) {
                    console.err().println("The bundled corpus is in " + file + " already.");
                    return Main.DONE;
                }
                replaceable = there.judgements().isEmpty();
            }
            if (replaceable) {
                delete(file);
            }
        }
        try (Ledger open = Ledger.open(file, Ledger.Mode.CREATE)) {
            if (open.hasTakenIn(digest, program)) {
                console.err().println("The bundled corpus is in " + file + " already.");
                return Main.DONE;
            }
            Run run = AddCommand.load(
                    open, List.of(new Source.Files(corpus)), null, program, model.extractor(console), console);
            return run.skipped().isEmpty() ? Main.DONE : Main.DONE_WITH_SKIPS;
        }
    }

    private static void makeFolder(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot make the folder of " + file, refused);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot replace " + file, refused);
        }
    }
}
