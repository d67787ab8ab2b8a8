package org.ascribe.extract.read;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step "read": files, folders and addresses to reports.
 *
 * <p>Every input gives at least one outcome, in a fixed order; what could not be read is an {@link Outcome.Skipped} whose
 * {@code why} follows the words "Cannot read PLACE: ". The streams are lazy: one report is in memory at a time. Close a
 * stream that you do not read to its end. Safe to share between threads; the streams are not.
 */
public final class ReportReader {

    private static final Logger LOG = LoggerFactory.getLogger(ReportReader.class);

    private final LongAdder ignored = new LongAdder();
    private final Download download;

    /** Fetches addresses from public hosts only. */
    public ReportReader() {
        this(AddressPolicy.PUBLIC_ONLY);
    }

    ReportReader(AddressPolicy addresses) {
        download = new Download(addresses, Limits.DOWNLOAD);
    }

    /**
     * The reports of a file, or of all files in and under a folder, sorted by path. In a folder, files that are no reports
     * by their name (README, LICENSE, hidden ones, unknown extensions) are left out and counted in {@link #ignored()}.
     */
    public Stream<Outcome<Report>> read(Path fileOrFolder, ReadSettings settings) {
        return stream(new Walk(fileOrFolder, settings));
    }

    /** The reports behind an http or https address, with up to five redirects. */
    public Stream<Outcome<Report>> read(URI url, ReadSettings settings) {
        return stream(List.of(new Pending(url.toString(), () -> open(download.fetch(url), settings)))
                .iterator());
    }

    /** How many files in folders were left out by their name since this reader was made. */
    public long ignored() {
        return ignored.sum();
    }

    private static Stream<Outcome<Report>> stream(Iterator<Pending> inputs) {
        Outcomes outcomes = new Outcomes(inputs);
        return StreamSupport.stream(outcomes, false).onClose(outcomes::close);
    }

    Reading open(Input input, ReadSettings settings) throws IOException, Unreadable {
        byte[] head = input.head(Format.HEAD_BYTES);
        if (head.length == 0) {
            throw new Unreadable("file-empty", "it is empty; leave it out, or fetch it again");
        }
        return readerOf(Format.of(input, head)).read(input, settings);
    }

    private FormatReader readerOf(Format format) {
        return switch (format) {
            case TEXT -> new TextReader();
            case HTML -> new HtmlReader();
            case PDF -> new PdfReader();
            case DOCX -> new DocxReader();
            case EML -> new MailReader();
            case FEED -> new FeedReader();
            case WARC -> new WarcFileReader(this);
            case JSON_LINES -> new JsonLinesReader();
            case CSV -> new CsvReportReader();
        };
    }

    /** An input that is not open yet. */
    private record Pending(String place, Opening opening) {}

    @FunctionalInterface
    private interface Opening {
        Reading open() throws IOException, Unreadable;
    }

    /** The files of a folder in the order of their paths; of each folder on the way only the names are in memory. */
    private final class Walk implements Iterator<Pending> {

        private final Path root;
        private final ReadSettings settings;
        private final Deque<Iterator<Path>> folders = new ArrayDeque<>();
        private boolean anyFile;
        private boolean isDone;
        private @Nullable Pending upcoming;

        Walk(Path root, ReadSettings settings) {
            this.root = root;
            this.settings = settings;
            upcoming = Files.isDirectory(root) ? enter(root) : file(root);
            isDone = !Files.isDirectory(root);
        }

        @Override
        public boolean hasNext() {
            while (upcoming == null && !isDone) {
                upcoming = advance();
            }
            return upcoming != null;
        }

        @Override
        public Pending next() {
            if (!hasNext() || upcoming == null) {
                throw new NoSuchElementException();
            }
            Pending result = upcoming;
            upcoming = null;
            return result;
        }

        private @Nullable Pending advance() {
            Iterator<Path> names = folders.peek();
            if (names == null) {
                isDone = true;
                return anyFile
                        ? null
                        : failing(
                                root,
                                "folder-empty",
                                "no file in it is a report by its name; "
                                        + "name files .txt, .html, .pdf, .docx, .eml, .rss, .warc, .jsonl or .csv");
            }
            if (!names.hasNext()) {
                folders.pop();
                return null;
            }
            Path path = names.next();
            String name = path.getFileName().toString();
            if (name.startsWith(".")) {
                ignored.increment();
                return null;
            }
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                return enter(path);
            }
            String upper = name.toUpperCase(Locale.ROOT);
            if (upper.startsWith("README") || upper.startsWith("LICENSE") || !Format.isReportName(name)) {
                ignored.increment();
                return null;
            }
            return file(path);
        }

        private @Nullable Pending enter(Path folder) {
            try (Stream<Path> names = Files.list(folder)) {
                folders.push(names.sorted(
                                Comparator.comparing(path -> path.getFileName().toString()))
                        .toList()
                        .iterator());
                return null;
            } catch (IOException unreadable) {
                anyFile = true;
                return new Pending(folder.toString(), () -> {
                    throw unreadable;
                });
            }
        }

        private Pending file(Path path) {
            anyFile = true;
            return new Pending(path.toString(), () -> {
                if (Files.exists(path) && !Files.isRegularFile(path)) {
                    throw new Unreadable("file-unreadable", "it is neither a file nor a folder; give one of these");
                }
                return open(Input.of(path), settings);
            });
        }

        private static Pending failing(Path path, String code, String why) {
            return new Pending(path.toString(), () -> {
                throw new Unreadable(code, why);
            });
        }
    }

    /** Pulls outcomes out of one input after the other and turns whatever ends an input into a skipped outcome. */
    private static final class Outcomes extends Spliterators.AbstractSpliterator<Outcome<Report>> {

        private final Iterator<Pending> inputs;
        private String place = "";
        private @Nullable Reading reading;

        Outcomes(Iterator<Pending> inputs) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.inputs = inputs;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Outcome<Report>> action) {
            Outcome<Report> outcome = pull();
            while (outcome == null && (reading != null || inputs.hasNext())) {
                outcome = pull();
            }
            if (outcome == null) {
                return false;
            }
            action.accept(outcome);
            return true;
        }

        /** Null if the current input has ended. */
        private @Nullable Outcome<Report> pull() {
            try {
                if (reading == null) {
                    if (!inputs.hasNext()) {
                        return null;
                    }
                    Pending input = inputs.next();
                    place = input.place();
                    reading = input.opening().open();
                }
                Outcome<Report> outcome = reading.next();
                if (outcome == null) {
                    close();
                }
                return outcome;
            } catch (Unreadable | IOException | RuntimeException | StackOverflowError bad) {
                close();
                return Trouble.skipped(place, bad);
            }
        }

        void close() {
            Reading open = reading;
            reading = null;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException ignoredOnClose) {
                    LOG.debug("Cannot close {}", place, ignoredOnClose);
                }
            }
        }
    }
}
