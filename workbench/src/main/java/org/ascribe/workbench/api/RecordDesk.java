package org.ascribe.workbench.api;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ascribe.store.CountFilter;
import org.ascribe.workbench.api.RecordSource.Standing;
import org.jspecify.annotations.Nullable;

/** Hands out the index of the record as it stands, arranged anew only when the record has changed. Safe to share. */
public final class RecordDesk {

    private final RecordSource source;
    private final String version;
    private final InstantSource clock;
    private final AtomicReference<@Nullable RecordIndex> latest;

    /**
     * @param version of the program
     * @param clock gives judgements their time
     */
    public RecordDesk(RecordSource source, String version, InstantSource clock) {
        this.source = source;
        this.version = version;
        this.clock = clock;
        this.latest = new AtomicReference<>(source.isTooLarge() ? null : new RecordIndex(source.standing()));
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

    Shelf shelf() {
        return new Shelf(source.perspectives());
    }

    /** The record through the perspective of this name; null is every voice. */
    View view(@Nullable String perspective) {
        return new View(index(), shelf().get(perspective));
    }

    /**
     * The same index until the source hands out another object.
     *
     * @throws ProblemException if the record is too large to be held in memory
     */
    @SuppressWarnings("ReferenceEquality")
    RecordIndex index() {
        if (source.isTooLarge()) {
            throw ProblemException.tooLarge(
                    source.counts(CountFilter.ALL, Set.of(), 1).incidents());
        }
        Standing standing = source.standing();
        RecordIndex index = latest.get();
        if (index != null && index.standing == standing) {
            return index;
        }
        RecordIndex fresh = new RecordIndex(standing);
        latest.set(fresh);
        return fresh;
    }
}
