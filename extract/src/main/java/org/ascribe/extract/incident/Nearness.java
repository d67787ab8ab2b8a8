package org.ascribe.extract.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.place.PlaceMention;

/** Whether two places can be the scene of one incident. Safe to share. */
final class Nearness {

    /** How far "near", "outside" and the sites of one city may lie apart. */
    private static final double NEAR_KM = 30;

    private final Gazetteer gazetteer;
    private final Mentions mentions;

    Nearness(Gazetteer gazetteer, Mentions mentions) {
        this.gazetteer = gazetteer;
        this.mentions = mentions;
    }

    /** Whether the places are one, one holds the other, or they lie so near each other that reports name either. */
    boolean fits(PlaceMention one, PlaceMention other) {
        return fits(one.place(), other.place()) || isNested(one, other) || isNested(other, one);
    }

    /** Whether the place may be that of an incident at these places, of which the coarser say least. */
    boolean fitsAny(PlaceMention place, List<PlaceMention> places) {
        List<PlaceMention> finest = places.stream()
                .filter(p -> places.stream()
                        .noneMatch(q -> q != p && isFiner(q.place(), p.place()) && fits(p.place(), q.place())))
                .toList();
        return finest.isEmpty() || finest.stream().anyMatch(p -> fits(place, p));
    }

    /** The places of one mention that fit the finest of them; "Russia's embassy in Kabul" lies in Kabul alone. */
    List<PlaceMention> agreeing(List<PlaceMention> places) {
        Optional<PlaceMention> finest =
                places.stream().min(Comparator.comparing(p -> p.place().precision()));
        return finest.isEmpty()
                ? places
                : places.stream()
                        .filter(p -> isFine(p.place()) || fits(p, finest.get()))
                        .toList();
    }

    static boolean isFine(Place place) {
        return place.precision().compareTo(PlacePrecision.ADMIN1) <= 0;
    }

    static boolean isFiner(Place one, Place other) {
        return one.precision().compareTo(other.precision()) < 0;
    }

    private boolean fits(Place a, Place b) {
        if (gazetteer.contains(a, b) || gazetteer.contains(b, a) || a.name().equals(b.name())) {
            return true;
        }
        if (a.country() != null && b.country() != null && !a.country().equals(b.country())) {
            return false;
        }
        Double apart = a.kilometresTo(b);
        if (apart == null) {
            return fitsUnlocated(a, b);
        }
        // "near Moscow" and a hall in a town beside it: within what "near" means.
        Set<PlacePrecision> loose = Set.of(PlacePrecision.SITE, PlacePrecision.ADMIN2);
        boolean near = loose.contains(a.precision()) || loose.contains(b.precision());
        return near && Objects.equals(a.country(), b.country()) && apart <= NEAR_KM;
    }

    /** A place that no gazetteer has lies in any province or country that does not contradict its own. */
    private static boolean fitsUnlocated(Place a, Place b) {
        boolean sameAdmin1 =
                a.admin1() == null || b.admin1() == null || a.admin1().equals(b.admin1());
        return a.precision() != b.precision()
                && sameAdmin1
                && (isFiner(a, b) ? b : a).precision().compareTo(PlacePrecision.ADMIN1) >= 0;
    }

    /** "the Qala-e-Bakhtiar area of Kabul", "Rarasham in Musakhel district": the words say that one lies in the other. */
    private boolean isNested(PlaceMention inner, PlaceMention outer) {
        if (inner.sentence() != outer.sentence()
                || outer.firstToken() < inner.endToken()
                || outer.firstToken() > inner.endToken() + 3) {
            return false;
        }
        Sentence sentence = mentions.sentence(inner.sentence());
        List<String> between = new ArrayList<>();
        for (int i = inner.endToken(); i < outer.firstToken(); i++) {
            between.add(sentence.token(i).lower());
        }
        String words = String.join(" ", between);
        return words.matches(
                        "(?:area|district|quarter|neighbou?rhood|region|suburb|section|sector|village|town|camp)? ?(?:of|in|,|, in) ?(?:the)?(?: city of)?")
                && (!words.endsWith(",")
                        || isFiner(inner.place(), outer.place())
                        || inner.place().latitude() == null);
    }
}
