package org.ascribe.extract.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Said;
import org.ascribe.core.Target;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.incident.PartReader.Beside;
import org.ascribe.extract.place.PlaceMention;
import org.jspecify.annotations.Nullable;

/** An incident while its mentions are put together, in the order of the text. Not safe to share. */
final class Draft {

    final List<Beside> besides = new ArrayList<>();
    final List<Said<EventDate>> dates = new ArrayList<>();

    /** Such as may be one and the same or lie in one another. */
    final List<PlaceMention> places = new ArrayList<>();

    final List<Said<Target>> targets = new ArrayList<>();
    final List<Said<Weapon>> weapons = new ArrayList<>();
    final List<TollMention> tolls = new ArrayList<>();

    /** The date of another incident that this one is said to be simultaneous with. */
    @Nullable
    Said<EventDate> lentDate;

    int firstSentence() {
        return besides.get(0).mention().sentence();
    }

    int lastSentence() {
        return besides.get(besides.size() - 1).mention().sentence();
    }

    /** The narrowest of the dates told, or the one lent. */
    Optional<EventDate> date() {
        return dates.stream()
                .map(Said::value)
                .min(Comparator.comparingInt(EventDate::days))
                .or(() -> Optional.ofNullable(lentDate).map(Said::value));
    }

    boolean hasType(IncidentType type) {
        return besides.stream().anyMatch(b -> b.mention().type() == type);
    }

    boolean hasWeapon(WeaponClass... classes) {
        List<WeaponClass> any = List.of(classes);
        return weapons.stream().anyMatch(w -> any.contains(w.value().weaponClass()));
    }

    /** Whether nothing is told of it but that it happened. */
    boolean isBare() {
        return dates.isEmpty() && places.isEmpty() && tolls.isEmpty() && targets.isEmpty() && lentDate == null;
    }

    /** Whether all its words speak of what forces do: raids, arrests, protests. */
    boolean isOnlyForces() {
        return besides.stream()
                .map(b -> Family.of(b.mention().type()))
                .allMatch(family -> family == Family.RAID || family == Family.UNREST);
    }
}
