package org.ascribe.extract.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.ascribe.core.Outcome;
import org.ascribe.core.Report;
import org.jspecify.annotations.Nullable;

/** The outcomes of one input, pulled one by one; nothing is read ahead. An exception ends the reading of this input. */
interface Reading extends Closeable {

    /** Null at the end. */
    @Nullable
    Outcome<Report> next() throws IOException, Unreadable;

    @Override
    default void close() throws IOException {}

    static Reading of(Outcome<Report> only) {
        return of(List.of(only));
    }

    static Reading of(Collection<Outcome<Report>> outcomes) {
        Deque<Outcome<Report>> left = new ArrayDeque<>(outcomes);
        return left::poll;
    }
}
