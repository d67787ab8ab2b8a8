package org.ascribe.exchange.export;

import java.io.IOException;
import org.ascribe.core.CodedReport;

/**
 * Writes one export, incident by incident. First every incident, then what is about none, then {@link #finish} once; what was written
 * is whole only after that. Used by one thread.
 */
public interface ExportWriter extends AutoCloseable {

    /** One more incident, with all that is said about it. */
    void incident(ExportedIncident incident) throws IOException;

    /**
     * A report with those of its assertions that are about no incident of the record: relations, presence, capability, claims of
     * something that nothing tells. Formats of incidents skip it.
     */
    default void aboutNone(CodedReport report) throws IOException {}

    /** What closes the files; says what was left out, where the format has a place for it. */
    void finish(LeftOut leftOut) throws IOException;

    @Override
    void close() throws IOException;
}
