package org.ascribe.extract.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.place.Entry.Kind;
import org.ascribe.extract.place.PlaceMention.Use;
import org.ascribe.extract.table.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places that a report names. Safe to share between threads; cost is linear in the tokens.
 *
 * <p>The longest name counts. What it means is settled by the words beside it ("province", "the city of"), by the places
 * around it, by the countries that the report speaks of, and last by size. What that trades away:
 *
 * <ul>
 *   <li>A name that a province shares with its seat means the town where that is a city (Kandahar, Herat), unless the words or
 *       the rest of the report say "province"; else it means the province (Farah, Baghlan).
 *   <li>A town of fewer than 100,000 people needs a word such as "in" before it and a report that speaks of its country, so that
 *       names of people and common words are not towns; a small town that a report names otherwise is missed.
 *   <li>"Near" or "outside" a town is as precise as a district, and "northern Afghanistan" as the country: it has no point.
 *   <li>A people's adjective ("Afghan") is not a place, and a name within the name of a group, bank or newspaper is none.
 * </ul>
 */
public final class PlaceFinder {

    private static final int LONGEST = 8;
    private static final long CITY = 60_000;
    private static final long LARGE = 100_000;
    private static final long FAMOUS = 300_000;

    private static final Set<String> LOCATIVE = Set.of(
            "in",
            "at",
            "near",
            "outside",
            "inside",
            "across",
            "around",
            "within",
            "throughout",
            "over",
            "hit",
            "struck",
            "rocked",
            "shook",
            "targeted",
            "attacked",
            "stormed",
            "bombed",
            "shelled",
            "raided",
            "attacking",
            "targeting",
            "attack",
            "hits",
            "strikes",
            "rocks",
            "under",
            "beyond",
            "besieged");
    private static final Set<String> AROUND = Set.of("near", "outside", "around", "beyond");
    private static final Set<String> KIND_WORDS = Set.of(
            "province",
            "provinces",
            "district",
            "districts",
            "city",
            "cities",
            "town",
            "towns",
            "village",
            "villages",
            "capital",
            "area",
            "areas",
            "region",
            "regions",
            "neighbourhood",
            "neighborhood",
            "suburb",
            "suburbs",
            "county",
            "valley",
            "outskirts",
            "centre",
            "center",
            "north",
            "south",
            "east",
            "west",
            "heart",
            "part",
            "parts",
            "port",
            "border",
            "northeast",
            "northwest",
            "southeast",
            "southwest",
            "middle",
            "state",
            "oblast",
            "vicinity",
            "kilometres",
            "kilometers",
            "km",
            "miles",
            "edge",
            "streets",
            "agency",
            "airport",
            "mosque",
            "republic");
    private static final Set<String> PROVINCE = Set.of(
            "province",
            "oblast",
            "governorate",
            "krai",
            "republic",
            "region",
            "state",
            "department",
            "prefecture",
            "division");
    private static final Set<String> DISTRICT = Set.of(
            "district",
            "county",
            "subdistrict",
            "agency",
            "township",
            "woreda",
            "upazila",
            "raion",
            "rayon",
            "cercle",
            "commune",
            "locality",
            "lga",
            "territory",
            "payam",
            "municipality",
            "zone",
            "sub-county");
    private static final Set<String> TOWN = Set.of("city", "town", "village");
    private static final Set<String> DIRECTIONS = Set.of(
            "northern",
            "southern",
            "eastern",
            "western",
            "north-eastern",
            "north-western",
            "south-eastern",
            "south-western",
            "northeastern",
            "northwestern",
            "southeastern",
            "southwestern",
            "central",
            "north",
            "south",
            "east",
            "west",
            "northeast",
            "northwest",
            "southeast",
            "southwest");
    private static final Set<String> FRENCH_DIRECTIONS =
            Set.of("nord", "sud", "est", "ouest", "centre", "norte", "sur", "central", "upper", "lower");
    private static final Set<String> ORGANISATION = Set.of(
            "bank",
            "times",
            "post",
            "news",
            "tribune",
            "herald",
            "daily",
            "weekly",
            "group",
            "movement",
            "front",
            "party",
            "brigade",
            "brigades",
            "army",
            "airlines",
            "airways",
            "council",
            "committee",
            "accord",
            "accords",
            "agreement",
            "institute",
            "network",
            "association",
            "foundation",
            "company",
            "corporation",
            "union",
            "league",
            "declaration",
            "process",
            "conference",
            "format",
            "province-branch",
            "watch",
            "radio",
            "tv",
            "monitor",
            "journal",
            "review",
            "now");
    private static final Set<String> AUTHORITIES = Set.of(
            "government",
            "officials",
            "official",
            "authorities",
            "regime",
            "police",
            "governor",
            "spokesman",
            "spokesperson",
            "envoy",
            "ambassador",
            "administration",
            "leaders",
            "leadership",
            "forces",
            "troops",
            "army",
            "military",
            "ministry",
            "embassy",
            "side",
            "delegation",
            "mayor");
    private static final Set<String> CONNECTORS = Set.of(
            "of", "the", "and", "e", "i", "ul", "al", "el", "ez", "az", "ad", "as", "wa", "va", "o", "ye", "au", "aux",
            "de", "du", "des", "la", "le", "les", "del", "da", "do", "dos", "das", "et", "sur", "en", "-", "'s", "’s",
            "'", "’", "‘", "–");
    private static final Set<String> SITE_WORDS = Set.of(
            "airport",
            "airfield",
            "airbase",
            "base",
            "mosque",
            "school",
            "hospital",
            "hotel",
            "university",
            "shrine",
            "hall",
            "city",
            "international",
            "centre",
            "center",
            "education",
            "educational",
            "camp",
            "cemetery",
            "valley",
            "district",
            "gurdwara",
            "mausoleum",
            "region",
            "crossing",
            "border",
            "concert",
            "kabul",
            "agency",
            "military",
            "countryside",
            "tribal",
            "areas",
            "pakistan",
            "asia",
            "jan",
            "refugee",
            "idp",
            "camps");

    private final Gazetteer gazetteer;
    private final Map<String, String> never = new HashMap<>();
    private final Set<String> neverFirstWords = new HashSet<>();

    public PlaceFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        for (DataTable.Row row :
                DataTable.read(PlaceFinder.class, "never-places.tsv").rows()) {
            String key = Gazetteer.key(row.get("words"));
            never.put(key, row.get("when"));
            int blank = key.indexOf(' ');
            neverFirstWords.add(blank < 0 ? key : key.substring(0, blank));
        }
    }

    /** Mentions in the order of the text, none overlapping. */
    public List<PlaceMention> find(ParsedReport report) {
        return find(report, List.of());
    }

    /**
     * With the countries in which those whom the report names are at home: where the Taliban attack "Qalat", it is the one in
     * Afghanistan.
     */
    public List<PlaceMention> find(ParsedReport report, Collection<String> homes) {
        return new Search(report, homes).run();
    }

    /** A name that may be a place, and what the words around it say. */
    private record Draft(
            Sentence sentence,
            int first,
            int end,
            String key,
            List<Entry> entries,
            Cue cue,
            boolean located,
            boolean around) {}

    private enum Cue {
        NONE,
        /** "Balata refugee camp". */
        CAMP,
        PROVINCE,
        DISTRICT,
        TOWN
    }

    private final class Search {
        private final ParsedReport report;
        private final Map<String, Integer> countries = new HashMap<>();
        private final Set<String> provincesSaid = new HashSet<>();

        Search(ParsedReport report, Collection<String> homes) {
            this.report = report;
            homes.forEach(home -> countries.merge(home, 1, Integer::sum));
        }

        List<PlaceMention> run() {
            List<Draft> drafts = new ArrayList<>();
            for (Sentence sentence : report.sentences()) {
                drafts.addAll(new Line(report, sentence).drafts());
                for (Token token : sentence.tokens()) {
                    gazetteer.countryOfPeople(token.text()).ifPresent(code -> countries.merge(code, 1, Integer::sum));
                }
            }
            for (Draft draft : drafts) {
                draft.entries().stream()
                        .filter(entry -> entry.own() && entry.kind() != Kind.REGION
                                || entry.kind() == Kind.PROVINCE && draft.cue() == Cue.PROVINCE
                                || entry.kind() == Kind.DISTRICT && draft.cue() == Cue.DISTRICT)
                        .map(entry -> entry.place().country())
                        .filter(Objects::nonNull)
                        .distinct()
                        .forEach(code -> countries.merge(code, 1, Integer::sum));
                if (draft.cue() == Cue.PROVINCE) {
                    provincesSaid.add(draft.key());
                }
            }
            List<PlaceMention> found = new ArrayList<>();
            @Nullable Draft last = null;
            for (int i = 0; i < drafts.size(); i++) {
                Draft draft = drafts.get(i);
                Draft next = i + 1 < drafts.size() && drafts.get(i + 1).sentence() == draft.sentence()
                        ? drafts.get(i + 1)
                        : null;
                Draft before = last != null && last.sentence() == draft.sentence() ? last : null;
                Entry entry = choose(draft, before, next);
                if (entry != null) {
                    found.add(mention(draft, entry, before, found, next));
                    last = draft;
                }
            }
            return found;
        }

        private @Nullable Entry choose(Draft draft, @Nullable Draft before, @Nullable Draft next) {
            boolean container = next != null && isContained(draft, next);
            if (draft.entries().isEmpty()) {
                return container && next != null ? unlisted(draft, next) : null;
            }
            return draft.entries().stream()
                    .filter(entry -> isLikely(draft, entry, container ? next : null, before))
                    .max(Comparator.comparingDouble((Entry entry) -> score(draft, entry, container ? next : null))
                            .thenComparing(entry -> entry.place().name())
                            .thenComparing(entry -> String.valueOf(entry.place().country())))
                    .orElse(null);
        }

        /** A place that no table has, in the area that the report names after it: it has no point of its own. */
        private @Nullable Entry unlisted(Draft draft, Draft area) {
            return area.entries().stream()
                    .filter(outer -> outer.kind() == Kind.COUNTRY
                            || outer.kind() == Kind.PROVINCE && (outer.own() || area.cue() == Cue.PROVINCE))
                    .max(Comparator.comparing(outer -> outer.kind() == Kind.PROVINCE))
                    .map(outer -> {
                        boolean district = draft.cue() == Cue.DISTRICT;
                        PlacePrecision precision = district ? PlacePrecision.ADMIN2 : PlacePrecision.TOWN;
                        Place place = gazetteer.unlisted(
                                draft.key(),
                                outer.place().country(),
                                outer.kind() == Kind.PROVINCE ? outer.place().name() : null,
                                precision);
                        return new Entry(place, district ? Kind.DISTRICT : Kind.TOWN, 0, false, false, "");
                    })
                    .orElse(null);
        }

        /** "X, Y", "X in Y", "X district of Y", "the town of X in Y": whether the next name is the area of this one. */
        private boolean isContained(Draft draft, Draft next) {
            int gap = next.first() - draft.end();
            if (gap < 1 || gap > 6) {
                return false;
            }
            for (int i = draft.end(); i < next.first(); i++) {
                Token token = draft.sentence().token(i);
                boolean links = token.is(
                                ",",
                                "in",
                                "of",
                                "the",
                                "'s",
                                "’s",
                                "area",
                                "neighbourhood",
                                "neighborhood",
                                "district",
                                "city",
                                "province",
                                "town",
                                "village")
                        || PROVINCE.contains(token.lower())
                        || DISTRICT.contains(token.lower())
                        || DIRECTIONS.contains(token.lower())
                        || token.pos().equals("ADJ");
                if (!links) {
                    return false;
                }
            }
            return true;
        }

        private boolean isLikely(Draft draft, Entry entry, @Nullable Draft container, @Nullable Draft before) {
            if (entry.own() && entry.kind() != Kind.TOWN) {
                return true;
            }
            String country = entry.place().country();
            boolean inReport = country != null && countries.containsKey(country);
            boolean inside = container != null && container.entries().stream().anyMatch(outer -> isIn(entry, outer));
            if (entry.own()) {
                return true;
            }
            if (inside || draft.cue() == Cue.CAMP) {
                return true;
            }
            if (entry.kind() == Kind.PROVINCE) {
                // "West region", "the Northern province": many countries have one
                boolean many =
                        DIRECTIONS.contains(draft.key().replace(' ', '-')) || FRENCH_DIRECTIONS.contains(draft.key());
                return draft.cue() == Cue.PROVINCE && (inReport || !many) || inReport && draft.located() && !many;
            }
            if (entry.kind() == Kind.DISTRICT) {
                return draft.cue() == Cue.DISTRICT
                        || draft.cue() == Cue.PROVINCE
                        || inReport && draft.located() && draft.key().length() > 3;
            }
            if (draft.cue() == Cue.TOWN && draft.located()) {
                return inReport || countries.isEmpty();
            }
            if (entry.population() >= FAMOUS) {
                return true;
            }
            if (entry.population() >= LARGE) {
                return inReport || draft.located();
            }
            boolean listed = before != null
                    && draft.first() - before.end() <= 3
                    && before.located()
                    && isList(draft.sentence(), before.end(), draft.first());
            return inReport && (draft.located() || draft.cue() != Cue.NONE || listed);
        }

        private static boolean isList(Sentence sentence, int from, int to) {
            for (int i = from; i < to; i++) {
                Token token = sentence.token(i);
                if (!token.is(",", "and", "or", "the", "-") && !DIRECTIONS.contains(token.lower())) {
                    return false;
                }
            }
            return true;
        }

        private boolean isIn(Entry inner, Entry outer) {
            return outer.kind() != Kind.SITE
                            && !inner.place().equals(outer.place())
                            && gazetteer.contains(outer.place(), inner.place())
                    || outer.kind() == Kind.PROVINCE
                            && outer.place().name().equals(inner.place().admin1())
                            && Objects.equals(
                                    outer.place().country(), inner.place().country());
        }

        private double score(Draft draft, Entry entry, @Nullable Draft container) {
            String country = entry.place().country();
            double score = switch (entry.kind()) {
                case COUNTRY -> 7;
                case PROVINCE -> 5;
                case DISTRICT -> 3;
                case SITE, QUARTER -> 6;
                case REGION -> 4;
                case TOWN -> (entry.own() ? 2 : 0) + 0.6 * Math.log10(entry.population() + 1);
            };
            boolean sharedName = draft.entries().stream()
                    .anyMatch(other -> other.kind() == Kind.PROVINCE
                            && entry.kind() == Kind.TOWN
                            && Objects.equals(other.place().country(), country));
            if (sharedName) {
                boolean city = entry.seat() && entry.population() >= CITY;
                score = city && !provincesSaid.contains(draft.key()) ? 5.5 : 1;
            }
            if (country != null && countries.containsKey(country)) {
                int most = countries.values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(1);
                score += 1.5 + 2.5 * countries.getOrDefault(country, 0) / most;
            }
            if (container != null && container.entries().stream().anyMatch(outer -> isIn(entry, outer))) {
                score += 8;
            }
            score += switch (draft.cue()) {
                case NONE -> 0;
                case CAMP -> entry.kind() == Kind.SITE ? 10 : entry.kind() == Kind.TOWN ? 4 : 0;
                case PROVINCE -> entry.kind() == Kind.PROVINCE ? 10 : entry.kind() == Kind.DISTRICT ? 3 : 0;
                case DISTRICT -> entry.kind() == Kind.DISTRICT ? 10 : entry.kind() == Kind.TOWN ? 4 : 0;
                case TOWN -> entry.kind() == Kind.TOWN || entry.kind() == Kind.QUARTER ? 10 : 0;
            };
            return score;
        }

        private PlaceMention mention(
                Draft draft, Entry entry, @Nullable Draft before, List<PlaceMention> found, @Nullable Draft next) {
            Place place = entry.place();
            Sentence sentence = draft.sentence();
            int first = draft.first();
            if (place.precision() == PlacePrecision.TOWN && draft.cue() == Cue.DISTRICT && entry.kind() == Kind.TOWN
                    || place.precision() == PlacePrecision.TOWN && draft.around()) {
                place = at(place, PlacePrecision.ADMIN2);
            }
            if (entry.kind() == Kind.COUNTRY && first > 0 && DIRECTIONS.contains(direction(sentence, first))) {
                int from = first;
                while (from > 0
                        && (DIRECTIONS.contains(sentence.token(from - 1).lower()) || isHyphen(sentence, from - 1))) {
                    from--;
                }
                first = from;
                String words = report.text(sentence.passage(first, draft.end()));
                place = new Place(words, place.country(), null, null, null, PlacePrecision.COUNTRY);
            }
            boolean listed = before != null
                    && !found.isEmpty()
                    && found.get(found.size() - 1).use() == Use.LOCATION
                    && draft.first() - before.end() <= 6
                    && (isList(sentence, before.end(), draft.first()) || isContained(before, draft));
            boolean owner = next != null
                    && next.first() - draft.end() == 1
                    && sentence.token(draft.end()).is("'s", "’s");
            Use use = draft.located() || listed || owner ? Use.LOCATION : Use.NAMED;
            Passage passage = sentence.passage(first, draft.end());
            return new PlaceMention(place, passage, sentence.index(), first, draft.end(), use);
        }

        private static String direction(Sentence sentence, int first) {
            return sentence.token(first - 1).lower();
        }

        private static boolean isHyphen(Sentence sentence, int token) {
            return sentence.token(token).is("-")
                    && token > 0
                    && DIRECTIONS.contains(sentence.token(token - 1).lower());
        }

        private static Place at(Place place, PlacePrecision precision) {
            return new Place(
                    place.name(), place.country(), place.admin1(), place.latitude(), place.longitude(), precision);
        }
    }

    /** One sentence: which words may name a place. */
    private final class Line {
        private final Sentence sentence;
        private final String text;
        private final int[] starts;
        private final int[] ends;

        Line(ParsedReport report, Sentence sentence) {
            this.sentence = sentence;
            this.text = report.text(sentence.passage());
            this.starts = new int[sentence.size()];
            this.ends = new int[sentence.size()];
            int at = 0;
            int point = sentence.passage().start();
            for (int i = 0; i < sentence.size(); i++) {
                Passage passage = sentence.token(i).passage();
                at = text.offsetByCodePoints(at, passage.start() - point);
                starts[i] = at;
                at = text.offsetByCodePoints(at, passage.end() - passage.start());
                ends[i] = at;
                point = passage.end();
            }
        }

        List<Draft> drafts() {
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < sentence.size(); ) {
                if (!mayBegin(i)) {
                    i++;
                    continue;
                }
                int excluded = excludedUntil(i);
                if (excluded > i) {
                    i = excluded;
                    continue;
                }
                Draft draft = longest(i);
                if (draft == null) {
                    Draft unknown = unknown(i);
                    if (unknown != null) {
                        drafts.add(unknown);
                    }
                    i = unknown == null ? i + 1 : unknown.end();
                    continue;
                }
                if (isNamed(draft)) {
                    drafts.add(draft);
                }
                i = draft.end();
            }
            return drafts;
        }

        private boolean mayBegin(int i) {
            Token token = sentence.token(i);
            return token.isCapitalised() && !(i > 0 && sentence.token(i - 1).is("-") && isGlued(i - 1))
                    || token.is("al") && i + 1 < sentence.size();
        }

        private boolean isGlued(int dash) {
            return dash > 0
                    && sentence.token(dash - 1).passage().end()
                            == sentence.token(dash).passage().start()
                    && CONNECTORS.contains(sentence.token(dash - 1).lower());
        }

        private String words(int first, int end) {
            return text.substring(starts[first], ends[end - 1]);
        }

        private int excludedUntil(int i) {
            if (!neverFirstWords.contains(keyStart(i))) {
                return i;
            }
            for (int end = Math.min(sentence.size(), i + LONGEST); end > i; end--) {
                if (!sentence.token(end - 1).isCapitalised()) {
                    continue;
                }
                String when = never.get(Gazetteer.key(words(i, end)));
                if (when == null || when.equals("in-a-name") && !isBesideName(i, end)) {
                    continue;
                }
                boolean always = !when.equals("unless-in");
                if (end == i + 1 && longestEnd(i) > end) {
                    return i; // "May" is a month, "May Pen" is not
                }
                if (always || !isLocated(i)) {
                    return end;
                }
            }
            return i;
        }

        private String keyStart(int i) {
            String key = Gazetteer.key(sentence.token(i).text());
            int blank = key.indexOf(' ');
            return blank < 0 ? key : key.substring(0, blank);
        }

        private boolean isBesideName(int first, int end) {
            return isName(first - 1) || isName(end);
        }

        private boolean isName(int i) {
            if (i < 0 || i >= sentence.size()) {
                return false;
            }
            Token token = sentence.token(i);
            return token.pos().equals("PROPN") && token.isCapitalised() && !isPlaceWord(token);
        }

        private int longestEnd(int i) {
            Draft draft = longest(i);
            return draft == null ? i : draft.end();
        }

        private @Nullable Draft longest(int i) {
            if (!gazetteer.mayBegin(keyStart(i))) {
                return null;
            }
            for (int end = Math.min(sentence.size(), i + LONGEST); end > i; end--) {
                if (!mayEnd(i, end)) {
                    continue;
                }
                String words = words(i, end);
                String key = Gazetteer.key(words);
                if (key.isEmpty()) {
                    continue;
                }
                List<Entry> entries = gazetteer.entries(key).stream()
                        .filter(entry ->
                                entry.asWritten().isEmpty() || entry.asWritten().equals(words))
                        .filter(entry -> entry.own() || sentence.token(i).isCapitalised() && !isAcronym(words))
                        .toList();
                if (!entries.isEmpty()) {
                    return draft(i, end, key, entries);
                }
            }
            return null;
        }

        /** "Sabari district", "Goldar village": a name that no table has, but that its kind says is a place. */
        private @Nullable Draft unknown(int first) {
            int end = first;
            while (end < sentence.size() && end < first + 6) {
                Token token = sentence.token(end);
                boolean name = token.isCapitalised()
                        && !AUTHORITIES.contains(token.lower())
                        && !ORGANISATION.contains(token.lower())
                        && gazetteer.countryOfPeople(token.text()).isEmpty()
                        && Set.of("PROPN", "NOUN", "X", "ADJ").contains(token.pos());
                if (!name
                        && !(end > first
                                && (CONNECTORS.contains(token.lower())
                                        || sentence.token(end - 1).is("-")))) {
                    break;
                }
                end++;
            }
            if (end == first || end >= sentence.size()) {
                return null;
            }
            String kind = sentence.token(end).lower();
            Cue cue = DISTRICT.contains(kind)
                    ? Cue.DISTRICT
                    : kind.equals("village") || kind.equals("town") ? Cue.TOWN : Cue.NONE;
            return cue == Cue.NONE || !Character.isUpperCase(words(first, end).codePointAt(0))
                    ? null
                    : new Draft(sentence, first, end + 1, words(first, end), List.of(), cue, isLocated(first), false);
        }

        private static boolean isAcronym(String words) {
            return words.length() <= 4 && words.equals(words.toUpperCase(java.util.Locale.ROOT));
        }

        /** Inside a name every word is capitalised but the small ones and the words for a site. */
        private boolean mayEnd(int first, int end) {
            for (int i = first + 1; i < end; i++) {
                Token token = sentence.token(i);
                boolean small = CONNECTORS.contains(token.lower());
                if (!token.isCapitalised()
                        && !small
                        && !SITE_WORDS.contains(token.lower())
                        && !(sentence.token(i - 1).is("-"))
                        && !(token.text().startsWith("-"))
                        && !token.text().startsWith("ul")
                        && !token.is("ul-Shuhada")) {
                    return false;
                }
                if (small && i == end - 1) {
                    return false;
                }
            }
            return true;
        }

        private Draft draft(int first, int end, String key, List<Entry> entries) {
            int last = end;
            Cue cue = Cue.NONE;
            if (end < sentence.size()) {
                Token next = sentence.token(end);
                String word = next.lower();
                boolean plural =
                        word.endsWith("s") && (PROVINCE.contains(singular(word)) || DISTRICT.contains(singular(word)));
                boolean province = entries.stream().anyMatch(entry -> entry.kind() == Kind.PROVINCE);
                if (PROVINCE.contains(singular(word)) && (province || word.equals("province"))) {
                    cue = Cue.PROVINCE;
                } else if (DISTRICT.contains(singular(word))) {
                    cue = Cue.DISTRICT;
                } else if (TOWN.contains(word)) {
                    cue = Cue.TOWN;
                }
                last = cue != Cue.NONE && !plural ? end + 1 : end;
                int camp = campBehind(end);
                if (camp > end) {
                    cue = Cue.CAMP;
                    last = camp;
                }
            }
            if (cue == Cue.NONE && first >= 2 && sentence.token(first - 1).is("of")) {
                String word = sentence.token(first - 2).lower();
                cue = PROVINCE.contains(word)
                        ? Cue.PROVINCE
                        : DISTRICT.contains(word)
                                ? Cue.DISTRICT
                                : TOWN.contains(word) || word.equals("capital") ? Cue.TOWN : Cue.NONE;
            }
            if (cue == Cue.NONE) {
                cue = cueOfList(end);
            }
            return new Draft(
                    sentence, first, last, key, entries, cue, isLocated(first) || isAttribute(last), isAround(first));
        }

        /** After "refugee camp", "IDP camps", "camp" behind a name; the name's own end if there is none. */
        private int campBehind(int end) {
            for (int i = end; i < Math.min(sentence.size(), end + 4); i++) {
                Token token = sentence.token(i);
                if (token.is("camp", "camps")) {
                    return i + 1;
                }
                if (!token.is(
                        "refugee",
                        "refugees",
                        "rohingya",
                        "palestinian",
                        "idp",
                        "idps",
                        "displacement",
                        "displaced",
                        "protection",
                        "of",
                        "civilians",
                        "-")) {
                    return end;
                }
            }
            return end;
        }

        /** "Kunar and Nangarhar provinces", "Kabul, Herat and Balkh provinces". */
        private Cue cueOfList(int end) {
            boolean joined = false;
            for (int i = end; i < Math.min(sentence.size(), end + 10); i++) {
                Token token = sentence.token(i);
                if (token.is(",", "and", "or")) {
                    joined = true;
                } else if (joined && token.is("provinces", "regions")) {
                    return Cue.PROVINCE;
                } else if (joined && token.is("districts")) {
                    return Cue.DISTRICT;
                } else if (joined && token.is("cities", "towns")) {
                    return Cue.TOWN;
                } else if (!token.isCapitalised()) {
                    return Cue.NONE;
                }
            }
            return Cue.NONE;
        }

        private static String singular(String word) {
            return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        }

        /** Whether a word of place stands before, past adjectives and words for kinds of places. */
        private boolean isLocated(int first) {
            for (int i = first - 1; i >= Math.max(0, first - 6); i--) {
                Token token = sentence.token(i);
                String word = token.lower();
                if (LOCATIVE.contains(word)) {
                    return true;
                }
                boolean passes = KIND_WORDS.contains(word)
                        || DIRECTIONS.contains(word)
                        || token.pos().equals("DET")
                        || token.pos().equals("ADJ")
                        || token.is("of", ",", "’s", "'s", "-")
                        || gazetteer.countryOfPeople(token.text()).isPresent();
                if (!passes
                        || token.is(",")
                                && !(i > 0
                                        && KIND_WORDS.contains(
                                                sentence.token(i - 1).lower()))) {
                    return false;
                }
                if (token.is("of")
                        && !(i > 0 && KIND_WORDS.contains(sentence.token(i - 1).lower()))) {
                    return false;
                }
            }
            return false;
        }

        private boolean isAround(int first) {
            for (int i = first - 1; i >= Math.max(0, first - 4); i--) {
                Token token = sentence.token(i);
                if (AROUND.contains(token.lower()) || token.is("outskirts")) {
                    return true;
                }
                if (!(token.pos().equals("DET")
                        || token.pos().equals("ADJ")
                        || token.is("of", "capital", "city", "town", ","))) {
                    return false;
                }
            }
            return false;
        }

        /** "The Kandahar attack", "a Moscow concert hall": the name tells where the noun is. */
        private boolean isAttribute(int end) {
            if (end >= sentence.size()) {
                return false;
            }
            Token next = sentence.token(end);
            return next.pos().equals("NOUN")
                    && !next.isCapitalised()
                    && !AUTHORITIES.contains(next.lower())
                    && !next.is("time")
                    && next.passage().start()
                            > sentence.token(end - 1).passage().end();
        }

        /** Whether the words stand alone as a place's name, and are not a piece of a person's or an organisation's. */
        private boolean isNamed(Draft draft) {
            int first = draft.first();
            int end = draft.end();
            Entry best = draft.entries().get(0);
            boolean sure = best.own()
                    && best.kind() != Kind.TOWN
                    && best.kind() != Kind.DISTRICT
                    && best.kind() != Kind.REGION;
            if (end < sentence.size()) {
                Token next = sentence.token(end);
                if (next.isCapitalised() && ORGANISATION.contains(next.lower())) {
                    return false;
                }
                boolean person = next.isCapitalised()
                        && next.pos().equals("PROPN")
                        && draft.cue() == Cue.NONE
                        && !isPlaceWord(next)
                        && gazetteer.countryOfPeople(next.text()).isEmpty();
                long population = draft.entries().stream()
                        .mapToLong(Entry::population)
                        .max()
                        .orElse(0);
                if (person && !draft.located() && !sure && population < FAMOUS) {
                    return false;
                }
                if (next.is("-")
                        && end + 1 < sentence.size()
                        && !sentence.token(end + 1)
                                .is(
                                        "based",
                                        "bound",
                                        "born",
                                        "led",
                                        "backed",
                                        "wide",
                                        "controlled",
                                        "area",
                                        "administered",
                                        "run",
                                        "held",
                                        "linked",
                                        "style")
                        && next.passage().start()
                                == sentence.token(end - 1).passage().end()
                        && sentence.token(end + 1).isCapitalised()
                        && !sure) {
                    return false;
                }
            }
            if (first > 0) {
                Token before = sentence.token(first - 1);
                boolean name = before.pos().equals("PROPN")
                        && before.isCapitalised()
                        && !isPlaceWord(before)
                        && gazetteer.countryOfPeople(before.text()).isEmpty()
                        && gazetteer.entries(Gazetteer.key(before.text())).stream()
                                .noneMatch(Entry::own)
                        && !LOCATIVE.contains(before.lower());
                if (name && best.kind() != Kind.SITE && best.kind() != Kind.COUNTRY) {
                    return false;
                }
            }
            if (draft.key().equals("khorasan") || draft.key().equals("khurasan")) {
                boolean group = end < sentence.size()
                        && sentence.token(end)
                                .is(
                                        "branch",
                                        "affiliate",
                                        "group",
                                        "chapter",
                                        "faction",
                                        "wing",
                                        "fighters",
                                        "militants",
                                        "-",
                                        "province");
                return draft.located() && !group && draft.cue() == Cue.NONE;
            }
            return sentence.token(first).pos().equals("PROPN") || first > 0 || end - first > 1 || best.own();
        }

        private static boolean isPlaceWord(Token token) {
            String word = token.lower();
            return DIRECTIONS.contains(word)
                    || KIND_WORDS.contains(word)
                    || SITE_WORDS.contains(word)
                    || AUTHORITIES.contains(word)
                    || Set.of(
                                    "monday",
                                    "tuesday",
                                    "wednesday",
                                    "thursday",
                                    "friday",
                                    "saturday",
                                    "sunday",
                                    "is",
                                    "isis",
                                    "taliban",
                                    "president",
                                    "prime",
                                    "minister",
                                    "foreign",
                                    "police",
                                    "university",
                                    "airport",
                                    "greater",
                                    "downtown",
                                    "old",
                                    "central",
                                    "mosque",
                                    "gov",
                                    "un",
                                    "nato")
                            .contains(word);
        }
    }
}
