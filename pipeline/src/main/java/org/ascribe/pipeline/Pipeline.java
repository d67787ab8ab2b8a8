package org.ascribe.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Outcome;
import org.ascribe.store.Appended;
import org.ascribe.store.Ledger;
import org.ascribe.store.Run;

/**
 * All stages into one ledger: read and extract a source after the other, each batch on disk before the next, then resolve
 * and weigh the whole ledger, then keep the manifest. Stopped anywhere and run again, it ends in the same ledger.
 */
public final class Pipeline {

    /** Reports in one transaction: enough to spread its cost, few enough to lose little when the power goes. */
    private static final int BATCH = 100;

    private final Ledger ledger;
    private final Extraction extraction;
    private final String programVersion;

    public Pipeline(Ledger ledger, Extraction extraction, String programVersion) {
        this.ledger = ledger;
        this.extraction = extraction;
        this.programVersion = programVersion;
    }

    /**
     * Runs over all sources and returns the manifest, which the ledger keeps too.
     *
     * @param onSkip is told of each piece of input that cannot be used, as it happens
     */
    public Run run(List<Source> sources, Progress progress, Consumer<Run.Skip> onSkip) {
        List<Run.Skip> skips = new ArrayList<>();
        List<CodedReport> batch = new ArrayList<>();
        Appended[] appended = {Appended.NOTHING};
        int[] read = {0};
        extraction.runAll(sources, progress, outcome -> {
            switch (outcome) {
                case Outcome.Done<List<CodedReport>>(List<CodedReport> readings) -> {
                    read[0]++;
                    batch.addAll(readings);
                    if (batch.size() >= BATCH) {
                        appended[0] = appended[0].plus(ledger.append(batch));
                        batch.clear();
                    }
                }
                case Outcome.Skipped<List<CodedReport>>(String code, String where, String why) -> {
                    Run.Skip skip = new Run.Skip(code, where, why);
                    skips.add(skip);
                    onSkip.accept(skip);
                }
            }
        });
        appended[0] = appended[0].plus(ledger.append(batch));
        new RecordService(ledger, programVersion).rebuildIfNeeded(progress);
        Run run = new Run(
                progress.began(),
                progress.soFar(),
                programVersion,
                Runtime.version().toString(),
                extraction.settings().forManifest(extraction.extractor()),
                sources.stream().map(Pipeline::input).toList(),
                read[0],
                appended[0],
                skips);
        int number = ledger.appendRun(run);
        progress.finish("%d new, %d assertions new; run %d in %s"
                .formatted(appended[0].reports(), appended[0].assertions(), number, ledger.file()));
        return run;
    }

    private static Run.Input input(Source source) {
        return switch (source) {
            case Source.Address address -> new Run.Input(address.toString(), null, null);
            case Source.Files(Path path) -> new Run.Input(path.toString(), bytes(path), digest(path));
        };
    }

    private static long bytes(Path path) {
        return files(path).stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /** SHA-256 of a file, or of the names and contents of all files in and under a folder, in the order of names. */
    public static String digest(Path path) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files(path)) {
                digest.update(
                        path.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException unreadable) {
                    digest.update((byte) 1);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java lacks SHA-256, which every Java must have", broken);
        }
    }

    private static List<Path> files(Path path) {
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot list " + path, gone);
        } catch (UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
