package org.ascribe.extract.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the step "read".
 *
 * @param published the day of publication of every report that does not state its own; null leaves it unknown
 */
public record ReadSettings(@Nullable LocalDate published) {

    /** Nothing is assumed. */
    public static final ReadSettings DEFAULT = new ReadSettings(null);
}
