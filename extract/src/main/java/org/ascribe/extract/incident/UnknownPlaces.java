package org.ascribe.extract.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.place.PlaceMention;
import org.jspecify.annotations.Nullable;

/**
 * Names that stand where only a place can stand and that no gazetteer has: "in the village of Nekhoteyevka", "near Saravan". They
 * keep the report's spelling, have the coordinates of what they sound like in their country or else none, and take their country from the places named beside or before them, or else from those who fight.
 */
final class UnknownPlaces {

    private static final Set<String> BEFORE = Set.of("in", "near", "outside", "inside", "at", "around");

    private static final Set<String> KINDS = Set.of(
            "town",
            "village",
            "city",
            "district",
            "province",
            "region",
            "settlement",
            "outskirts",
            "suburb",
            "area",
            "port",
            "neighbourhood",
            "neighborhood",
            "governorate",
            "county",
            "oblast",
            "settlements",
            "west",
            "east",
            "north",
            "south",
            "south-west",
            "south-east",
            "north-west",
            "north-east");

    /** What a name behind "in" or "at" begins or ends with when it is none of a place. */
    private static final Set<String> OTHER_NAMES = Set.of(
            "operation",
            "ramadan",
            "parliament",
            "islam",
            "god",
            "congress",
            "telegram",
            "twitter",
            "facebook",
            "english",
            "arabic",
            "pashto",
            "dari",
            "persian",
            "urdu",
            "russian",
            "french",
            "turkish",
            "muharram",
            "ashura",
            "eid",
            "easter",
            "christmas",
            "internet",
            "council",
            "committee",
            "assembly",
            "court",
            "forum",
            "party",
            "agency",
            "army",
            "force",
            "forces",
            "ministry",
            "assistance",
            "mission",
            "states",
            "nations",
            "god's",
            "convention",
            "charter",
            "covid",
            "whatsapp");

    private final Mentions mentions;
    private final List<PlaceMention> found = new ArrayList<>();

    private final Gazetteer gazetteer;

    private final List<String> homes;

    private UnknownPlaces(Gazetteer gazetteer, List<String> homes, Mentions mentions) {
        this.gazetteer = gazetteer;
        this.homes = homes;
        this.mentions = mentions;
    }

    /** The mentions with the unknown places among the known. */
    static Mentions added(Gazetteer gazetteer, List<String> homes, Mentions mentions) {
        UnknownPlaces search = new UnknownPlaces(gazetteer, homes, mentions);
        mentions.parsed().sentences().forEach(search::read);
        if (search.found.isEmpty()) {
            return mentions;
        }
        List<PlaceMention> places = new ArrayList<>(mentions.places());
        places.addAll(search.found);
        places.sort(Comparator.comparing(PlaceMention::passage));
        return mentions.withPlaces(places);
    }

    private void read(Sentence sentence) {
        for (int i = 1; i < sentence.size(); i++) {
            Token before = sentence.token(i - 1);
            boolean of = before.is("of")
                    && i > 1
                    && KINDS.contains(sentence.token(i - 2).lower());
            if (!of && !BEFORE.contains(before.lower())) {
                continue;
            }
            boolean article = sentence.token(i).is("the");
            int first = article ? i + 1 : i;
            int end = endOfName(sentence, first);
            if (end == first || isOther(sentence, first, end)) {
                continue;
            }
            PlacePrecision kind = end < sentence.size() ? kind(sentence.token(end)) : null;
            if (article && kind == null || before.is("at", "inside") && article) {
                continue;
            }
            int whole = kind == null ? end : end + 1;
            add(sentence, first, whole, kind == null ? PlacePrecision.TOWN : kind);
        }
    }

    private void add(Sentence sentence, int first, int end, PlacePrecision precision) {
        String name = mentions.words(sentence.index(), first, precision == PlacePrecision.TOWN ? end : end - 1);
        Optional<PlaceMention> context = context(sentence, first, end);
        String country = context.map(p -> p.place().country()).orElse(null);
        String admin1 = context.filter(p -> p.sentence() == sentence.index())
                .map(p -> p.place().admin1())
                .orElse(null);
        found.add(new PlaceMention(
                country != null ? gazetteer.unlisted(name, country, admin1, precision) : atHome(name, precision),
                mentions.passage(sentence.index(), first, end),
                sentence.index(),
                first,
                end,
                PlaceMention.Use.LOCATION));
    }

    /** The place that tells the country: right behind the name, else before it in the sentence, else the last one before. */
    private Optional<PlaceMention> context(Sentence sentence, int first, int end) {
        List<PlaceMention> here = mentions.placesIn(sentence.index()).stream()
                .filter(p -> p.place().country() != null)
                .toList();
        return here.stream()
                .filter(p -> p.firstToken() >= end && p.firstToken() <= end + 3)
                .findFirst()
                .or(() -> here.stream()
                        .filter(p -> p.firstToken() > first && p.use() == PlaceMention.Use.LOCATION)
                        .findFirst())
                .or(() -> here.stream()
                        .filter(p -> p.firstToken() < first && p.use() == PlaceMention.Use.LOCATION)
                        .reduce((a, b) -> b))
                .or(() -> mentions.places().stream()
                        .filter(p -> p.sentence() < sentence.index()
                                && p.place().country() != null
                                && (p.use() == PlaceMention.Use.LOCATION || isHeading(p)))
                        .reduce((a, b) -> b));
    }

    /** In the one country of those who fight in the report that has a place of such a name. */
    private Place atHome(String name, PlacePrecision precision) {
        List<Place> known = homes.stream()
                .map(home -> gazetteer.unlisted(name, home, null, precision))
                .filter(place -> place.latitude() != null)
                .toList();
        return known.size() == 1
                ? known.get(0)
                : gazetteer.unlisted(name, homes.size() == 1 ? homes.get(0) : null, null, precision);
    }

    private boolean isHeading(PlaceMention place) {
        return mentions.sentence(place.sentence()).size() <= place.endToken() - place.firstToken() + 3;
    }

    private static int endOfName(Sentence sentence, int first) {
        int i = first;
        while (i < sentence.size()) {
            Token token = sentence.token(i);
            boolean capital = token.isCapitalised()
                    && token.text().length() > 1
                    && token.pos().matches("PROPN|NOUN|ADJ|X");
            boolean joins = (token.is("-", "al", "el", "e", "i", "ul", "es", "az", "ar", "as", "ez")
                            && i + 1 < sentence.size()
                            && (sentence.token(i + 1).isCapitalised()
                                    || sentence.token(i + 1).is("-", "al", "e", "i", "ul")))
                    && (i > first || token.is("al", "el"));
            if (!capital && !joins) {
                break;
            }
            i++;
        }
        return i;
    }

    private boolean isOther(Sentence sentence, int first, int end) {
        int s = sentence.index();
        String name = mentions.words(s, first, end);
        boolean taken = mentions.placesIn(s).stream().anyMatch(p -> p.firstToken() < end && first < p.endToken())
                || mentions.timesIn(s).stream().anyMatch(t -> t.firstToken() < end && first < t.endToken())
                || mentions.actorsIn(s).stream().anyMatch(a -> a.firstToken() < end && first < a.endToken());
        boolean possessive = end < sentence.size() && sentence.token(end).is("'s", "’s", "'", "’");
        return taken
                || possessive
                || name.equals(name.toUpperCase(java.util.Locale.ROOT))
                || OTHER_NAMES.contains(sentence.token(first).lower())
                || OTHER_NAMES.contains(sentence.token(end - 1).lower());
    }

    private static @Nullable PlacePrecision kind(Token token) {
        return switch (token.lower()) {
            case "neighbourhood", "neighborhood", "quarter", "street", "square" -> PlacePrecision.SITE;
            case "district", "county", "hills", "mountains", "valley", "desert", "area", "tehsil", "subdivision" ->
                PlacePrecision.ADMIN2;
            case "province", "governorate", "oblast", "region", "state" -> PlacePrecision.ADMIN1;
            default -> null;
        };
    }
}
