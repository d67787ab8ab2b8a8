package org.ascribe.core.resolve;

import java.util.List;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.Target;
import org.ascribe.core.Telling;
import org.ascribe.core.Weapon;
import org.jspecify.annotations.Nullable;

/**
 * Our reading of many assertions: something that happened. Can always be rebuilt from the ledger.
 *
 * @param id {@code inc-} and 16 hexadecimal digits, from the first telling; the short label I-41 is the store's
 * @param summary for people, such as "Suicide bombing in Kandahar"
 * @param when as precise as the most precise telling that the others do not contradict
 * @param tellings sorted, at least one
 * @param links why the tellings are held to be the same; empty for one telling
 */
public record Incident(
        String id,
        String summary,
        IncidentType type,
        @Nullable EventDate when,
        @Nullable Place where,
        List<Target> targets,
        List<Weapon> weapons,
        List<Telling> tellings,
        List<Link> links) {

    public Incident {
        targets = List.copyOf(targets);
        weapons = List.copyOf(weapons);
        tellings = tellings.stream().sorted().toList();
        links = List.copyOf(links);
        if (tellings.isEmpty()) {
            throw new IllegalArgumentException("incident " + id + " is told by nobody");
        }
    }
}
