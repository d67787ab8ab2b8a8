package org.ascribe.workbench.api;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.ascribe.workbench.api.RecordSource.Standing;

/** Hands out the index of the record as it stands, arranged anew only when the record has changed. Safe to share. */
public final class RecordDesk {

    private final RecordSource source;
    private final String version;
    private final InstantSource clock;
    private final AtomicReference<RecordIndex> latest;

    /**
     * @param version of the program
     * @param clock gives judgements their time
     */
    public RecordDesk(RecordSource source, String version, InstantSource clock) {
        this.source = source;
        this.version = version;
        this.clock = clock;
        this.latest = new AtomicReference<>(new RecordIndex(source.standing()));
    }

    String version() {
        return version;
    }

    InstantSource clock() {
        return clock;
    }

    RecordSource source() {
        return source;
    }

    /** The same index until the source hands out another object. */
    @SuppressWarnings("ReferenceEquality")
    RecordIndex index() {
        Standing standing = source.standing();
        RecordIndex index = latest.get();
        if (index.standing == standing) {
            return index;
        }
        RecordIndex fresh = new RecordIndex(standing);
        latest.set(fresh);
        return fresh;
    }
}
