package org.ascribe.store;

import java.time.Instant;
import org.ascribe.core.Coded;
import org.ascribe.core.ContentHash;
import org.ascribe.core.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One table of a data set that came into the ledger.
 *
 * @param id {@code m-} and 16 hexadecimal digits of kind, data set, release and digest: the same file again is the same import
 * @param kind {@code ucdp-ged}, as the command names it
 * @param release empty if unknown
 * @param releaseYear in which it was published, null if unknown
 * @param file as the user named it, and the entry if it was an archive
 * @param digest SHA-256 of the file, in hexadecimal digits
 */
public record Import(
        String id,
        String kind,
        DataSource source,
        String release,
        @Nullable Integer releaseYear,
        String file,
        String digest,
        Instant startedAt) {

    /** What became of an import. */
    public enum State implements Coded {
        /** Not read to its end: being read, or stopped. */
        READING,
        /** Read, and not yet in the record. */
        WAITING,
        /** In the record. */
        TAKEN_IN,
        /** Kept, and out of the record. */
        DISCARDED
    }

    public static Import of(
            String kind,
            DataSource source,
            String release,
            @Nullable Integer releaseYear,
            String file,
            String entry,
            String digest,
            Instant startedAt) {
        return new Import(
                "m-" + ContentHash.of(kind, source.name(), release, entry, digest),
                kind,
                source,
                release,
                releaseYear,
                file,
                digest,
                startedAt);
    }
}
