package org.ascribe.pipeline;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks before the long work: everything that would stop it, in one message. */
public final class Preflight {

    /** What a ledger needs at least beside its input: room for a first file and its log. */
    private static final long ROOM_FOR_A_LEDGER = 64L << 20;

    private Preflight() {}

    /**
     * The sources that these words name, in their order.
     *
     * @param ledger where results go, null if they go to no file
     * @throws PreflightException if any of them is not there, or the ledger cannot be written
     */
    public static List<Source> check(List<String> inputs, @Nullable Path ledger) {
        List<String> problems = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (String input : inputs) {
            try {
                Source source = Source.parse(input);
                sources.add(source);
                if (source instanceof Source.Files(Path path)) {
                    if (!Files.exists(path)) {
                        problems.add(
                                "Cannot read %s: there is no such file or folder.%n  Correct the name, or leave it out."
                                        .formatted(input));
                    } else if (!Files.isReadable(path)) {
                        problems.add("Cannot read %s: you may not.%n  Give yourself the permission, or leave it out."
                                .formatted(input));
                    }
                }
            } catch (IllegalArgumentException wrong) { // InvalidPathException too
                problems.add(
                        "Cannot read %s: %s.%n  Name a file, a folder, or an address such as https://example.org/report."
                                .formatted(masked(input), wrong.getMessage()));
            }
        }
        if (ledger != null) {
            room(ledger, problems);
        }
        if (!problems.isEmpty()) {
            throw new PreflightException(problems);
        }
        return List.copyOf(sources);
    }

    private static String masked(String input) {
        return input.replaceFirst("(?i)^(https?://)[^/@]*@", "$1<masked>@");
    }

    private static void room(Path ledger, List<String> problems) {
        Path folder = ledger.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            problems.add(
                    "Cannot make the ledger %s: the folder %s does not exist.%n  Make the folder first, or name another with --ledger."
                            .formatted(ledger, folder));
            return;
        }
        if (!Files.isWritable(Files.exists(ledger) ? ledger : folder)) {
            problems.add(
                    "Cannot write the ledger %s: you may not.%n  Give yourself the permission, or name another with --ledger."
                            .formatted(ledger));
        }
        try {
            FileStore disk = Files.getFileStore(folder);
            if (disk.getUsableSpace() < ROOM_FOR_A_LEDGER) {
                problems.add(
                        "Cannot write the ledger %s: %d MB are free there, at least %d MB are needed.%n  Make room, or name another with --ledger."
                                .formatted(ledger, disk.getUsableSpace() >> 20, ROOM_FOR_A_LEDGER >> 20));
            }
        } catch (IOException unknown) {
            // a disk that does not tell is tried
        }
    }
}
