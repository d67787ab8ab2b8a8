package org.ascribe.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Outcome;
import org.ascribe.exchange.CodedReportJson;
import org.ascribe.extract.Extractor;
import org.ascribe.pipeline.Extraction;
import org.ascribe.pipeline.PipelineSettings;
import org.ascribe.pipeline.Preflight;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ascribe extract}: coded reports on stdout. */
@Command(
        name = "extract",
        description = "Reads reports and prints what they say: one coded report a line.",
        sortOptions = false,
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class ExtractCommand implements Callable<Integer> {

    enum Format {
        JSONL,
        JSON,
        TABLE
    }

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Files, folders or http(s) addresses: text, HTML, PDF, DOCX, EML, RSS, WARC, JSON Lines, CSV.")
    private List<String> inputs = List.of();

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "Day of publication of reports that do not state their own, such as 2024-04-05.")
    private @Nullable LocalDate published;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "jsonl (one report a line, the default), json (an array), or table.")
    private Format format = Format.JSONL;

    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private SecondOpinionOptions opinion = new SecondOpinionOptions();

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    ExtractCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Source> sources = Preflight.check(inputs, null);
        Extractor extractor = opinion.extractor(model.extractor(console), console);
        int skipped;
        boolean whole;
        try (Progress progress = new Progress(console.err(), console.clock())) {
            Extraction extraction = new Extraction(extractor, PipelineSettings.of(published));
            Consumer<CodedReport> print = printer();
            if (format == Format.JSON) {
                console.out().print("[");
            }
            skipped = extraction.run(sources, progress, outcome -> {
                switch (outcome) {
                    case Outcome.Done<CodedReport>(CodedReport coded) -> {
                        print.accept(coded);
                        if (console.out().checkError()) {
                            throw new CannotException(Main.UNWRITTEN);
                        }
                    }
                    case Outcome.Skipped<CodedReport>(String code, String where, String why) ->
                        console.err().println("Cannot read " + where + ": " + why + "  [" + code + "]");
                }
            });
            if (format == Format.JSON) {
                console.out().println("]");
            }
            console.out().flush();
            progress.finish("");
            whole = opinion.finish(console);
        }
        return skipped == 0 && whole ? Main.DONE : Main.DONE_WITH_SKIPS;
    }

    private Consumer<CodedReport> printer() {
        return switch (format) {
            case JSONL ->
                coded -> {
                    console.out().println(CodedReportJson.write(coded));
                    console.out().flush();
                };
            case JSON ->
                new Consumer<>() {
                    private String between = "\n";

                    @Override
                    public void accept(CodedReport coded) {
                        console.out().print(between + CodedReportJson.write(coded));
                        between = ",\n";
                    }
                };
            case TABLE -> {
                ReportText text = new ReportText(console.width());
                yield coded -> console.out().print(text.of(coded));
            }
        };
    }
}
