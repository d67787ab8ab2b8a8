package org.ascribe.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.ascribe.core.DataSource;
import org.ascribe.core.Outcome;
import org.ascribe.exchange.datasets.CodedRow;
import org.ascribe.exchange.datasets.DataSetKind;
import org.ascribe.exchange.datasets.DataSetReader;
import org.ascribe.exchange.datasets.DataSetReader.RawRow;
import org.ascribe.exchange.datasets.DataSetReader.Table;
import org.ascribe.exchange.datasets.Mapping;
import org.ascribe.exchange.datasets.Release;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.store.Appended;
import org.ascribe.store.Import;
import org.ascribe.store.ImportedRow;
import org.ascribe.store.Ledger;
import org.ascribe.store.Run;
import org.jspecify.annotations.Nullable;

/**
 * Data sets into one ledger, a file after the other. Rows are read on the caller's thread, coded on others, and written on one
 * more in their order, in batches of {@value #BATCH}; memory does not grow with the file. Stopped anywhere and run again, it ends in the
 * same ledger.
 */
public final class DataSetImport {

    /** Rows in one transaction: what a transaction costs is spread over them, and what they need in memory stays small. */
    private static final int BATCH = 4_000;

    /** Rows that one thread codes at a time. */
    private static final int CHUNK = 500;

    /** Reasons kept in full for one table; beyond, only their number is. */
    private static final int MOST_REASONS = 100_000;

    /**
     * What to import how.
     *
     * @param kind of all files, null to go by their columns
     * @param release of all files, null to go by their names
     * @param mapping for a table of no kind that we know, else null
     * @param state of each import in the end: {@code TAKEN_IN}, or {@code WAITING} for a person to look at it
     */
    public record Settings(
            @Nullable DataSetKind kind,
            @Nullable Release release,
            @Nullable Mapping mapping,
            Import.State state,
            String user) {

        String forManifest() {
            return "kind=" + (kind == null ? "by columns" : kind.code()) + "\nmapping="
                    + (mapping == null ? "none" : mapping.source().name()) + "\nrelease="
                    + (release == null ? "by name" : release.name()) + "\nstate=" + state.code();
        }
    }

    /** One table, imported. */
    public record Done(Import source, Import.State state, int rows, Appended appended, int skipped) {}

    private final Ledger ledger;
    private final Settings settings;
    private final String programVersion;
    private final InstantSource clock;
    private final DataSetReader reader;

    public DataSetImport(Ledger ledger, Settings settings, String programVersion, InstantSource clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.programVersion = programVersion;
        this.clock = clock;
        this.reader = new DataSetReader(new DataSetReader.Settings(
                settings.kind(), settings.release(), settings.mapping(), new DictionaryNames(ActorDictionary.load())));
    }

    /**
     * Imports these files and keeps a manifest of it; incidents are not derived yet.
     *
     * @param onSkip is told of each row, or file, that cannot be used, as it happens
     */
    public List<Done> run(List<Path> files, Progress progress, Consumer<Run.Skip> onSkip) {
        List<Done> done = new ArrayList<>();
        List<Run.Skip> ofNoTable = new ArrayList<>();
        List<Run.Input> inputs = new ArrayList<>();
        progress.begin(files.size());
        progress.stage("import");
        ExecutorService coders =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            for (Path file : files) {
                String digest = Pipeline.digest(file);
                inputs.add(new Run.Input(file.toString(), file.toFile().length(), digest));
                OneFile one = new OneFile(coders, writer, digest, file, progress, skip -> {
                    progress.skip(skip.code());
                    onSkip.accept(skip);
                });
                try {
                    reader.read(file, one);
                } catch (IOException broken) {
                    one.problem(new Outcome.Skipped<>(
                            "file-unreadable", file.toString(), "it cannot be read: " + broken.getMessage()));
                }
                one.end();
                done.addAll(one.done);
                ofNoTable.addAll(one.ofNoTable);
                progress.sourceDone();
            }
        } finally {
            coders.shutdownNow();
            writer.shutdownNow();
        }
        Appended appended = Appended.NOTHING;
        int rows = 0;
        List<Run.Skip> skipped = new ArrayList<>(ofNoTable);
        for (Done one : done) {
            appended = appended.plus(one.appended());
            rows += one.rows();
            if (one.skipped() > 0) {
                skipped.add(new Run.Skip(
                        "rows-skipped",
                        one.source().file(),
                        one.skipped() + " rows could not be used; import_skipped says which, and why"));
            }
        }
        ledger.appendRun(new Run(
                progress.began(),
                progress.soFar(),
                programVersion,
                Runtime.version().toString(),
                settings.forManifest(),
                inputs,
                rows,
                appended,
                skipped));
        return List.copyOf(done);
    }

    /** The tables of one file, one after the other. */
    private final class OneFile implements DataSetReader.Listener {

        private final ExecutorService coders;
        private final ExecutorService writer;
        private final String digest;
        private final Path file;
        private final Progress progress;
        private final Consumer<Run.Skip> onSkip;
        private final Deque<Future<List<Outcome<CodedRow>>>> coding = new ArrayDeque<>();
        private final int ahead = 2 * Runtime.getRuntime().availableProcessors() + 2;
        private final List<Done> done = new ArrayList<>();
        private final List<Run.Skip> ofNoTable = new ArrayList<>();

        private @Nullable Table table;
        private @Nullable Import current;
        private Import.State before = Import.State.READING;
        private List<RawRow> chunk = new ArrayList<>(CHUNK);
        private List<ImportedRow> batch = new ArrayList<>(BATCH);
        private List<Run.Skip> skips = new ArrayList<>();
        private SeenIds seen = new SeenIds();
        private @Nullable Future<Appended> writing;
        private Appended appended = Appended.NOTHING;
        private int rows;
        private int skipped;

        OneFile(
                ExecutorService coders,
                ExecutorService writer,
                String digest,
                Path file,
                Progress progress,
                Consumer<Run.Skip> onSkip) {
            this.coders = coders;
            this.writer = writer;
            this.digest = digest;
            this.file = file;
            this.progress = progress;
            this.onSkip = onSkip;
        }

        @Override
        public void table(Table begun) {
            endTable();
            table = begun;
            Release release = begun.release();
            String entry = begun.file()
                    .substring(Math.min(begun.file().length(), file.toString().length()));
            Import source = Import.of(
                    begun.kind().code(),
                    begun.source(),
                    release.name(),
                    release.year(),
                    begun.file(),
                    entry,
                    digest,
                    clock.instant());
            current = source;
            progress.at(begun.file());
            before =
                    ledger.beginImport(source, clock.instant(), settings.user()).orElse(Import.State.READING);
        }

        @Override
        public void row(RawRow row) {
            chunk.add(row);
            if (chunk.size() == CHUNK) {
                submit();
            }
        }

        @Override
        public void problem(Outcome.Skipped<CodedRow> problem) {
            submit();
            while (!coding.isEmpty()) {
                take();
            }
            skip(problem);
        }

        void end() {
            endTable();
        }

        private void submit() {
            Table of = table;
            if (chunk.isEmpty() || of == null) {
                return;
            }
            List<RawRow> rowsToCode = chunk;
            chunk = new ArrayList<>(CHUNK);
            coding.add(coders.submit(() -> of.code(rowsToCode)));
            while (coding.size() > ahead || (!coding.isEmpty() && coding.peek().isDone())) {
                take();
            }
        }

        private void take() {
            result(coding.remove()).forEach(this::take);
        }

        private static <T> T result(Future<T> future) {
            try {
                return future.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the import was interrupted", stopped);
            } catch (ExecutionException broken) {
                if (broken.getCause() instanceof RuntimeException ours) {
                    throw ours;
                }
                throw new IllegalStateException("the import broke off: " + broken.getCause(), broken);
            }
        }

        private void take(Outcome<CodedRow> outcome) {
            switch (outcome) {
                case Outcome.Done<CodedRow>(CodedRow row) -> {
                    if (table != null && table.source().rows() == DataSource.Rows.INCIDENTS && !seen.add(row.rowId())) {
                        skip(new Outcome.Skipped<>(
                                "id-repeated",
                                table.file() + ", line " + row.line(),
                                "an earlier row has the id \"%s\" too, and the data set gives an id once; the first one is kept"
                                        .formatted(row.rowId())));
                        return;
                    }
                    rows++;
                    progress.done(row.coded().assertions().size());
                    batch.add(new ImportedRow(row.line(), row.rowId(), row.rank(), row.coded()));
                    if (batch.size() == BATCH) {
                        write();
                    }
                }
                case Outcome.Skipped<CodedRow> problem -> skip(problem);
            }
        }

        private void skip(Outcome.Skipped<CodedRow> problem) {
            Run.Skip skip = new Run.Skip(problem.code(), problem.where(), problem.why());
            onSkip.accept(skip);
            skipped++;
            if (current == null) {
                ofNoTable.add(skip);
            } else if (skips.size() < MOST_REASONS) {
                skips.add(skip);
            }
        }

        /** Hands a batch to the thread that writes; at most one waits while another is written. */
        private void write() {
            Import source = current;
            if (!batch.isEmpty() && source != null) {
                List<ImportedRow> full = batch;
                batch = new ArrayList<>(BATCH);
                written();
                writing = writer.submit(() -> {
                    Appended fresh = ledger.appendRows(source.id(), full);
                    progress.at(source.file() + ", line " + full.getLast().line());
                    return fresh;
                });
            }
        }

        private void written() {
            if (writing != null) {
                appended = appended.plus(result(writing));
                writing = null;
            }
        }

        private void endTable() {
            submit();
            while (!coding.isEmpty()) {
                take();
            }
            write();
            written();
            Import source = current;
            if (source != null) {
                Import.State state = settings.state();
                // the inbox takes nothing back out of the record
                state = state == Import.State.WAITING && before != Import.State.READING ? before : state;
                ledger.endImport(source.id(), skips, state, clock.instant(), settings.user());
                done.add(new Done(source, state, rows, appended, skipped));
            }
            current = null;
            table = null;
            skips = new ArrayList<>();
            seen = new SeenIds();
            appended = Appended.NOTHING;
            rows = 0;
            skipped = 0;
        }
    }
}
