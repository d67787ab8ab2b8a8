package org.ascribe.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascribe.extract.Extractor;
import org.ascribe.pipeline.Extraction;
import org.ascribe.pipeline.Pipeline;
import org.ascribe.pipeline.PipelineSettings;
import org.ascribe.pipeline.Preflight;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.Source;
import org.ascribe.store.Ledger;
import org.ascribe.store.Run;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascribe add}: reports into a ledger. */
@Command(
        name = "add",
        description = "Reads reports into a ledger. What the ledger has already is not added twice.",
        sortOptions = false,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class AddCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders or http(s) addresses.")
    private List<String> inputs = List.of();

    @Option(
            names = "--ledger",
            paramLabel = "PATH",
            description = "The ledger's file, made if it is not there; default ascribe.duckdb in this folder.")
    private Path ledger = Path.of("ascribe.duckdb");

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "Day of publication of reports that do not state their own, such as 2024-04-05.")
    private @Nullable LocalDate published;

    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private SecondOpinionOptions opinion = new SecondOpinionOptions();

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    AddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Source> sources = Preflight.check(inputs, ledger);
        Extractor extractor = opinion.extractor(model.extractor(console), console);
        try (Ledger open = Ledger.open(ledger, Ledger.Mode.CREATE)) {
            Run run = load(open, sources, published, Program.version(), extractor, console);
            boolean whole = opinion.finish(console);
            return run.skipped().isEmpty() && whole ? Main.DONE : Main.DONE_WITH_SKIPS;
        }
    }

    static Run load(
            Ledger ledger,
            List<Source> sources,
            @Nullable LocalDate published,
            String version,
            Extractor extractor,
            Console console) {
        try (Progress progress = new Progress(console.err(), console.clock())) {
            progress.say("Reading %s into %s in 4 stages: read, extract, resolve, weigh"
                    .formatted(sources.size() == 1 ? sources.getFirst() : sources.size() + " inputs", ledger.file()));
            Extraction extraction = new Extraction(extractor, PipelineSettings.of(published));
            return new Pipeline(ledger, extraction, version)
                    .run(
                            sources,
                            progress,
                            skip -> console.err()
                                    .println("Cannot read " + skip.place() + ": " + skip.why() + "  [" + skip.code()
                                            + "]"));
        }
    }
}
