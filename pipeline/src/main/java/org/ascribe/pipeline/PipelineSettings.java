package org.ascribe.pipeline;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ascribe.extract.Extractor;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a run.
 *
 * @param published the day of publication of every report that does not state its own; null leaves it unknown
 * @param threads that extract at once, 1..256
 */
public record PipelineSettings(@Nullable LocalDate published, int threads) {

    public PipelineSettings {
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("threads lie in 1..256, got " + threads);
        }
    }

    /** As many threads as the machine has cores. */
    public static PipelineSettings of(@Nullable LocalDate published) {
        return new PipelineSettings(
                published, Math.min(256, Runtime.getRuntime().availableProcessors()));
    }

    /** For the manifest, one {@code key=value} a line, sorted; threads are left out, since they change no result. */
    String forManifest(Extractor extractor) {
        return Stream.concat(
                        Stream.of(
                                "extractor=" + extractor.version(),
                                "published=" + (published == null ? "unknown" : published)),
                        extractor.notes().stream())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
