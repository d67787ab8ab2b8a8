package org.ascribe.extract.incident;

import java.util.List;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.Said;
import org.ascribe.core.Target;
import org.ascribe.core.Weapon;
import org.ascribe.extract.count.TollMention;
import org.jspecify.annotations.Nullable;

/**
 * One incident as the report tells it, before statements are read.
 *
 * @param label {@code i1}, {@code i2} ... in the order of first mention
 * @param parts its mentions in the order of the text, each with what its own words say; at least one
 */
public record Told(
        String label,
        IncidentType type,
        @Nullable Said<EventDate> when,
        @Nullable Said<Place> where,
        List<Part> parts,
        List<TollMention> tolls) {

    public Told {
        parts = List.copyOf(parts);
        tolls = List.copyOf(tolls);
    }

    /** One mention with the time, place, targets and weapons that stand beside it. */
    public record Part(
            EventMention mention,
            @Nullable Said<EventDate> when,
            @Nullable Said<Place> where,
            List<Said<Target>> targets,
            List<Said<Weapon>> weapons) {

        public Part {
            targets = List.copyOf(targets);
            weapons = List.copyOf(weapons);
        }
    }
}
