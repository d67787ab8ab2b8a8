package org.ascribe.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.ascribe.extract.Extractor;
import org.ascribe.extract.read.ReadSettings;
import org.ascribe.extract.read.ReportReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stages read and extract over many sources. Reports are coded on several threads; outcomes come one after the other
 * in the order of the input, the same for any number of threads. At most a few reports a thread are in memory.
 */
public final class Extraction {

    private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);

    private final Function<Source, Stream<Outcome<Report>>> reader;
    private final Extractor extractor;
    private final PipelineSettings settings;

    /** With the program's own readers. */
    public Extraction(Extractor extractor, PipelineSettings settings) {
        this(readerWith(settings), extractor, settings);
    }

    Extraction(Function<Source, Stream<Outcome<Report>>> reader, Extractor extractor, PipelineSettings settings) {
        this.reader = reader;
        this.extractor = extractor;
        this.settings = settings;
    }

    private static Function<Source, Stream<Outcome<Report>>> readerWith(PipelineSettings settings) {
        ReportReader reader = new ReportReader();
        ReadSettings reading = new ReadSettings(settings.published());
        return source -> switch (source) {
            case Source.Files files -> reader.read(files.path(), reading);
            case Source.Address address -> reader.read(address.uri(), reading);
        };
    }

    PipelineSettings settings() {
        return settings;
    }

    Extractor extractor() {
        return extractor;
    }

    /**
     * Runs over all sources; {@code sink} is called on this thread.
     *
     * @return how many pieces of input were skipped
     */
    public int run(List<Source> sources, Progress progress, Consumer<Outcome<CodedReport>> sink) {
        return runAll(
                sources,
                progress,
                outcome -> sink.accept(
                        switch (outcome) {
                            case Outcome.Done<List<CodedReport>>(List<CodedReport> readings) ->
                                new Outcome.Done<>(readings.getLast());
                            case Outcome.Skipped<List<CodedReport>>(String code, String where, String why) ->
                                new Outcome.Skipped<>(code, where, why);
                        }));
    }

    /** As {@link #run}, with every reading of each report, the one that counts last. */
    int runAll(List<Source> sources, Progress progress, Consumer<Outcome<List<CodedReport>>> sink) {
        progress.begin(sources.size());
        progress.stage("extract");
        int[] skips = {0};
        Consumer<Outcome<List<CodedReport>>> counting = outcome -> {
            switch (outcome) {
                case Outcome.Done<List<CodedReport>>(List<CodedReport> readings) ->
                    progress.done(readings.getLast().assertions().size());
                case Outcome.Skipped<List<CodedReport>> skipped -> {
                    progress.skip(skipped.code());
                    skips[0]++;
                }
            }
            sink.accept(outcome);
        };
        ExecutorService threads = Executors.newFixedThreadPool(settings.threads(), work -> {
            // recursive rules over a long sentence need more than the usual stack
            Thread thread = new Thread(null, work, "extract", 8 << 20);
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<Outcome<List<CodedReport>>>> ahead = new ArrayDeque<>();
            for (Source source : sources) {
                try (Stream<Outcome<Report>> outcomes = reader.apply(source)) {
                    Iterator<Outcome<Report>> each = outcomes.iterator();
                    while (each.hasNext()) {
                        Outcome<Report> outcome = each.next();
                        progress.at(placeOf(outcome, source));
                        ahead.add(threads.submit(() -> extract(outcome, source)));
                        if (ahead.size() > settings.threads() * 4) {
                            counting.accept(finished(ahead.remove()));
                        }
                    }
                }
                progress.sourceDone();
            }
            while (!ahead.isEmpty()) {
                counting.accept(finished(ahead.remove()));
            }
        } finally {
            threads.shutdownNow();
        }
        return skips[0];
    }

    private Outcome<List<CodedReport>> extract(Outcome<Report> outcome, Source source) {
        return switch (outcome) {
            case Outcome.Skipped<Report>(String code, String where, String why) ->
                new Outcome.Skipped<>(code, where, why);
            case Outcome.Done<Report>(Report report) -> {
                try {
                    yield new Outcome.Done<>(extractor.readings(report));
                } catch (RuntimeException | StackOverflowError broken) {
                    // a fault of ours in one report must not lose the others
                    LOG.error("Cannot code {}", placeOf(outcome, source), broken);
                    yield new Outcome.Skipped<>(
                            "extract-failed",
                            placeOf(outcome, source),
                            "the rules failed on it (%s); this is a fault of Ascribe, please report it with the text"
                                    .formatted(broken));
                }
            }
        };
    }

    private static String placeOf(Outcome<Report> outcome, Source source) {
        return switch (outcome) {
            case Outcome.Skipped<Report> skipped -> skipped.where();
            case Outcome.Done<Report>(Report report) -> {
                String name = report.docid() != null ? report.docid() : report.title();
                yield name == null ? source.toString() : source + ", \"" + name + "\"";
            }
        };
    }

    private static Outcome<List<CodedReport>> finished(Future<Outcome<List<CodedReport>>> future) {
        try {
            return future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while extracting", stopped);
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the extraction broke off", broken.getCause());
        }
    }
}
