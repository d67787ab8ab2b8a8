package org.ascribe.codebook;

import org.ascribe.core.Coded;
import org.ascribe.core.Perpetrator;
import org.ascribe.core.Said;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.incident.Told;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.place.PlaceMention;

/** Actors, places, tolls and incidents that the extractor finds. */
final class MentionFeatures implements FeatureProvider {

    @Override
    public String prefix() {
        return "seen";
    }

    @Override
    public void notice(ReadText text, Sentence sentence, Features features) {
        for (ActorMention actor : text.mentions().actorsIn(sentence.index())) {
            features.set("seen:actor " + actor.actor().id());
        }
        for (PlaceMention place : text.mentions().placesIn(sentence.index())) {
            features.set("seen:place " + place.place().name());
            if (place.place().admin1() != null) {
                features.set("seen:admin1 " + place.place().admin1());
            }
            if (place.place().country() != null) {
                features.set("seen:country " + place.place().country());
            }
        }
        for (TollMention toll : text.mentions().tollsIn(sentence.index())) {
            String harm = "seen:" + toll.harm().code() + " " + toll.share();
            features.set(harm);
            features.set(harm + " " + toll.count().low());
            if (toll.whom() != null) {
                features.set(harm + " " + toll.whom().value().toLowerCase(java.util.Locale.ROOT));
            }
        }
        for (Said<Perpetrator> one : text.perpetrators()) {
            if (one.passage().overlaps(sentence.passage())) {
                String perpetrator = "perpetrator " + code(one.value().perpetratorClass());
                features.set("seen:" + perpetrator);
                if (one.equals(text.perpetrators().getFirst())) {
                    features.set("seen:first " + perpetrator);
                }
            }
        }
        if (text.perpetrators().isEmpty() && sentence.index() == 0) {
            features.set("seen:first perpetrator none");
        }
        for (Told told : text.told()) {
            for (Told.Part part : told.parts()) {
                if (part.mention().sentence() == sentence.index()) {
                    features.set("seen:type " + told.type().code());
                    part.targets()
                            .forEach(target -> features.set(
                                    "seen:target " + code(target.value().targetClass())));
                    part.weapons()
                            .forEach(weapon -> features.set(
                                    "seen:weapon " + code(weapon.value().weaponClass())));
                }
            }
        }
    }

    private static String code(Coded coded) {
        return coded.code();
    }
}
