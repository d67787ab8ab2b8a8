package org.ascribe.store;

import java.util.List;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.weigh.Status;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of incidents, under the perspective {@code every-voice}.
 *
 * @param label {@code I-17}: stays with the incident and is never given to another
 * @param id of the incident as resolved last; may change when reports come in
 * @param claimants the actors that some voice ties to it, most origins first
 */
public record IncidentRow(
        String label,
        String id,
        String summary,
        IncidentType type,
        @Nullable EventDate when,
        @Nullable Place where,
        Status status,
        Count killed,
        Count wounded,
        int reports,
        int origins,
        List<Named> claimants) {

    public IncidentRow {
        claimants = List.copyOf(claimants);
    }

    /** An actor by id and usual name. */
    public record Named(String id, String name) {}
}
