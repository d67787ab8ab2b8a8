package org.ascribe.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ascribe.core.Judgement;
import org.ascribe.core.ReportId;
import org.ascribe.core.resolve.Link;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.Alias;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.CountFilter;
import org.ascribe.store.Counts;
import org.ascribe.store.Import;
import org.ascribe.store.ImportSummary;
import org.ascribe.workbench.api.RecordSource;
import org.jspecify.annotations.Nullable;

/**
 * The record of one ledger, held in memory while it is served. Nobody else writes to the ledger meanwhile, so it is read
 * again only after a judgement.
 */
final class LedgerRecord implements RecordSource {

    /** Of the heap, for a row of GED with its report, statements, sheet and places in the indexes: measured, and a third more. */
    private static final long BYTES_AN_INCIDENT = 16_000;

    private final RecordService record;
    private final InstantSource clock;
    private final long memory;
    private @Nullable Standing standing;
    private @Nullable Boolean tooLarge;
    private final Object alikeLock = new Object();
    private @Nullable Alike alike;

    /** Judgements change nothing about which tellings are alike, only reports do. */
    private record Alike(List<ReportId> reports, double least, List<Link> links) {}

    LedgerRecord(RecordService record, InstantSource clock) {
        this(record, clock, Runtime.getRuntime().maxMemory());
    }

    /** @param memory bytes that the record may take */
    LedgerRecord(RecordService record, InstantSource clock, long memory) {
        this.record = record;
        this.clock = clock;
        this.memory = memory;
    }

    @Override
    public String ledger() {
        return record.ledger().file().toString();
    }

    @Override
    public Counts counts(CountFilter filter, Set<Counts.By> by, int most) {
        Set<String> asked = new LinkedHashSet<>(filter.actors());
        // a parent finds its branches
        boolean grew = !asked.isEmpty();
        while (grew) {
            grew = false;
            for (var actor : record.dictionary().actors()) {
                String parent = actor.parent();
                grew |= parent != null && asked.contains(parent) && asked.add(actor.id());
            }
        }
        return record.ledger()
                .counts(
                        new CountFilter(
                                filter.from(),
                                filter.to(),
                                filter.countries(),
                                filter.types(),
                                List.copyOf(asked),
                                filter.statuses(),
                                filter.precisions()),
                        by,
                        most);
    }

    @Override
    public synchronized boolean isTooLarge() {
        Boolean known = tooLarge;
        if (known == null) {
            known = record.ledger().counts(CountFilter.ALL, Set.of(), 1).incidents() > memory / BYTES_AN_INCIDENT;
            tooLarge = known;
        }
        return known;
    }

    @Override
    public synchronized Standing standing() {
        Standing now = standing;
        if (now == null) {
            now = read();
            standing = now;
        }
        return now;
    }

    @Override
    public List<Link> alike(double least) {
        List<ReportId> reports =
                standing().reports().stream().map(coded -> coded.report().id()).toList();
        synchronized (alikeLock) {
            Alike now = alike;
            if (now == null || now.least() != least || !now.reports().equals(reports)) {
                now = new Alike(reports, least, record.alike(least));
                alike = now;
            }
            return now.links();
        }
    }

    @Override
    public synchronized void add(Judgement judgement) {
        // whoever decides waits for the page, not for lines on the console
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                Progress progress = new Progress(nowhere, clock)) {
            record.add(judgement, progress);
        } finally {
            standing = null;
        }
    }

    @Override
    public List<ImportSummary> imports() {
        return record.ledger().imports();
    }

    @Override
    public Standing sampleOf(String importId, int most) {
        return new Standing(
                record.sampleOf(importId, most).stream()
                        .map(found -> new LabelledSheet(found.label(), found.sheet(), found.formerly()))
                        .toList(),
                record.ledger().sampleOfImport(importId, most),
                actors(record.dictionary()),
                List.of());
    }

    @Override
    public synchronized void decide(String importId, Import.State state, Instant at, String user) {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                Progress progress = new Progress(nowhere, clock)) {
            record.decide(importId, state, at, user, progress);
        } finally {
            standing = null;
            tooLarge = null;
        }
    }

    /** Files beside the ledger: they can be read, kept under version control, sent on and given to the command line. */
    @Override
    public Map<String, String> perspectives() {
        Map<String, String> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), "*" + PERSPECTIVE_FILE)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                found.put(name.substring(0, name.length() - PERSPECTIVE_FILE.length()), Files.readString(file));
            }
        } catch (IOException | DirectoryIteratorException broken) {
            throw new UncheckedIOException(
                    "cannot read the perspectives in " + folder(),
                    broken instanceof IOException cause ? cause : ((DirectoryIteratorException) broken).getCause());
        }
        return found;
    }

    @Override
    public void keepPerspective(String name, String yaml) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("no name of a perspective: " + name);
        }
        try {
            Files.writeString(folder().resolve(name + PERSPECTIVE_FILE), yaml);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot keep the perspective " + name + " in " + folder(), broken);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(record.ledger().file().toAbsolutePath().getParent());
    }

    private Standing read() {
        return new Standing(
                record.sheets().stream()
                        .map(found -> new LabelledSheet(found.label(), found.sheet(), found.formerly()))
                        .toList(),
                record.ledger().codedReports(),
                actors(record.dictionary()),
                record.ledger().judgements());
    }

    private static List<KnownActor> actors(ActorDictionary dictionary) {
        Map<String, List<KnownAlias>> aliases = dictionary.aliases().stream()
                .collect(Collectors.groupingBy(
                        Alias::actor,
                        Collectors.mapping(
                                alias -> new KnownAlias(
                                        alias.name(), alias.status().code(), alias.source()),
                                Collectors.toList())));
        return dictionary.actors().stream()
                .map(actor -> new KnownActor(
                        actor.id(),
                        actor.name(),
                        actor.kind().code(),
                        actor.parent(),
                        aliases.getOrDefault(actor.id(), List.of())))
                .toList();
    }
}
