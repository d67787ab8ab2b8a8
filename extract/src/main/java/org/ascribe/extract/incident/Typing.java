package org.ascribe.extract.incident;

import java.util.Collection;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Said;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.ascribe.extract.incident.EventMention.Strength;
import org.ascribe.extract.incident.PartReader.Beside;
import org.ascribe.extract.mention.Mentions;
import org.jspecify.annotations.Nullable;

/** What kind of incident it is: what is said specifically, then what the weapons and agents imply. */
final class Typing {

    private final Mentions mentions;
    private final Collection<Draft> drafts;

    /** @param drafts all of the report, so that words of a sentence about two incidents speak for neither */
    Typing(Mentions mentions, Collection<Draft> drafts) {
        this.mentions = mentions;
        this.drafts = drafts;
    }

    IncidentType of(Draft draft) {
        if (draft.hasType(IncidentType.SUICIDE_BOMBING)
                || draft.hasWeapon(WeaponClass.SUICIDE_VEST)
                || says(draft, "suicide")) {
            return IncidentType.SUICIDE_BOMBING;
        }
        boolean gunmen = says(draft, "gunman", "gunmen");
        for (Beside beside : draft.besides) {
            EventMention mention = beside.mention();
            boolean tells = mention.strength() == Strength.SPECIFIC
                    || mention.strength() == Strength.WEAK && mention.type() != IncidentType.AIRSTRIKE;
            boolean rather = mention.type() == IncidentType.ARMED_ASSAULT && otherMeans(draft) != null && !gunmen;
            if (tells && mention.type() != IncidentType.OTHER && !rather) {
                return mention.type();
            }
        }
        IncidentType means = byWeapons(draft);
        if (means != null) {
            return means;
        }
        if (gunmen || says(draft, "shot") || draft.hasType(IncidentType.ARMED_ASSAULT)) {
            return IncidentType.ARMED_ASSAULT;
        }
        return draft.besides.stream()
                .map(b -> b.mention().type())
                .filter(t -> t != IncidentType.OTHER)
                .findFirst()
                .orElse(IncidentType.OTHER);
    }

    /** "attacked the base with drones" is no assault by men. */
    private static @Nullable IncidentType otherMeans(Draft draft) {
        if (draft.hasType(IncidentType.BOMBING)
                || draft.hasWeapon(WeaponClass.EXPLOSIVE, WeaponClass.VEHICLE_BOMB, WeaponClass.ROADSIDE_BOMB)) {
            return IncidentType.BOMBING;
        }
        if (draft.hasType(IncidentType.AIRSTRIKE) || draft.hasWeapon(WeaponClass.AIR_BOMB, WeaponClass.DRONE)) {
            return IncidentType.AIRSTRIKE;
        }
        return null;
    }

    private static @Nullable IncidentType byWeapons(Draft draft) {
        for (Said<Weapon> weapon : draft.weapons) {
            switch (weapon.value().weaponClass()) {
                case EXPLOSIVE, VEHICLE_BOMB, ROADSIDE_BOMB, GRENADE -> {
                    return IncidentType.BOMBING;
                }
                case ROCKET_OR_MORTAR, ARTILLERY, MISSILE -> {
                    return IncidentType.SHELLING;
                }
                case AIR_BOMB, DRONE -> {
                    return IncidentType.AIRSTRIKE;
                }
                case FIREARM, BLADE -> {
                    return IncidentType.ARMED_ASSAULT;
                }
                case CHEMICAL -> {
                    return IncidentType.CHEMICAL_ATTACK;
                }
                case INCENDIARY -> {
                    return IncidentType.ARSON;
                }
                case SUICIDE_VEST, VEHICLE, OTHER -> {}
            }
        }
        return null;
    }

    private boolean says(Draft draft, String... words) {
        return draft.besides.stream()
                        .anyMatch(b -> mentions.sentence(b.mention().sentence()).tokens().stream()
                                .anyMatch(t -> t.is(words)))
                && draft.besides.stream().noneMatch(b -> isShared(b.mention().sentence(), draft));
    }

    private boolean isShared(int sentence, Draft draft) {
        return drafts.stream()
                .filter(other -> other != draft)
                .flatMap(other -> other.besides.stream())
                .anyMatch(b -> b.mention().sentence() == sentence);
    }
}
