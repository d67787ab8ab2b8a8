package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.extract.model.Span;
import org.ascribe.extract.model.Words;
import org.ascribe.extract.place.Gazetteer;
import org.ascribe.extract.table.DataTable;
import org.jspecify.annotations.Nullable;

/** Places as MUC-4 writes them: a country, then levels from the general to the special, each with its kind. Safe to share. */
final class Places {

    private static final Map<String, String> COUNTRY_BY_CODE = Map.ofEntries(
            Map.entry("SV", "EL SALVADOR"),
            Map.entry("GT", "GUATEMALA"),
            Map.entry("HN", "HONDURAS"),
            Map.entry("CO", "COLOMBIA"),
            Map.entry("PE", "PERU"),
            Map.entry("BO", "BOLIVIA"),
            Map.entry("EC", "ECUADOR"),
            Map.entry("AR", "ARGENTINA"),
            Map.entry("CL", "CHILE"),
            Map.entry("PA", "PANAMA"),
            Map.entry("NI", "NICARAGUA"));

    /** Words for a kind of place, and how special it is: 1 a part of a country, 2 a town, 3 within a town or smaller. */
    private static final Map<String, Integer> KINDS = Map.ofEntries(
            Map.entry("DEPARTMENT", 1),
            Map.entry("PROVINCE", 1),
            Map.entry("REGION", 1),
            Map.entry("CITY", 2),
            Map.entry("TOWN", 2),
            Map.entry("MUNICIPALITY", 2),
            Map.entry("PORT", 2),
            Map.entry("VILLAGE", 3),
            Map.entry("JURISDICTION", 3),
            Map.entry("CANTON", 3),
            Map.entry("NEIGHBORHOOD", 3),
            Map.entry("DISTRICT", 3),
            Map.entry("SECTOR", 3),
            Map.entry("SUBURB", 3),
            Map.entry("FARM", 3),
            Map.entry("UNIVERSITY", 3),
            Map.entry("AIRPORT", 3));

    /** A place that the text names. */
    static final class Named {
        final String name;
        final List<Span> spans = new ArrayList<>();
        String kind = "CITY";
        boolean kindSaid;

        @Nullable
        String country;

        int countries;

        Named(String name) {
            this.name = name;
        }

        int level() {
            return KINDS.getOrDefault(kind, 3);
        }

        double share() {
            return spans.stream().mapToDouble(Span::share).max().orElse(0);
        }
    }

    private final Gazetteer gazetteer = Gazetteer.load();
    /** Name, then country, to kind. */
    private final Map<String, Map<String, String>> own = new HashMap<>();

    private final Map<String, String> countries = new TreeMap<>();

    Places() {
        for (DataTable.Row row : DataTable.read(Places.class, "places.tsv").rows()) {
            String kind = row.get("kind");
            if (kind.equals("COUNTRY") || kind.equals("PEOPLE")) {
                countries.put(row.get("name").toLowerCase(Locale.ROOT), row.get("country"));
            } else {
                // a department and its seat often have one name: the city is meant unless the text says otherwise
                own.computeIfAbsent(row.get("name"), k -> new LinkedHashMap<>())
                        .merge(row.get("country"), kind, (had, more) -> more.equals("CITY") ? more : had);
            }
        }
    }

    /** The country that the words name or whose people they are, beginning here; null if none. */
    @Nullable
    String countryAt(Words words, int at) {
        String two = words.lower(at) + " " + words.lower(at + 1);
        String found = countries.get(two);
        if (found == null
                && words.lower(at).equals("u")
                && words.lower(at + 1).equals(".")
                && words.lower(at + 2).equals("s")) {
            return "UNITED STATES";
        }
        return found != null ? found : countries.get(words.lower(at));
    }

    /** How often each country and its people are named, and the country that the dateline points to. */
    Map<String, Integer> countries(Muc4Text text) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int w = 0; w < text.words.size(); w++) {
            @Nullable String country = countryAt(text.words, w);
            if (country != null) {
                counts.merge(country, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The country of the dateline's city; null if it is none that we know. */
    @Nullable
    String dateline(String text) {
        int end = text.indexOf(',');
        if (end < 0 || end > 60) {
            return null;
        }
        String place = text.substring(0, end).strip();
        if (place.contains("CLANDESTINE")) {
            return text.substring(0, Math.min(text.length(), 160)).contains("VENCEREMOS")
                            || text.substring(0, Math.min(text.length(), 160)).contains("FARABUNDO")
                    ? "EL SALVADOR"
                    : null;
        }
        int bracket = place.indexOf('(');
        if (bracket >= 0) {
            return countries.get(
                    place.substring(bracket + 1).replace(")", "").strip().toLowerCase(Locale.ROOT));
        }
        return countryOf(own.getOrDefault(place, Map.of()));
    }

    /** The country that a name alone points to: where it is a town, else the first where it is anything. */
    private static @Nullable String countryOf(Map<String, String> known) {
        for (Map.Entry<String, String> one : known.entrySet()) {
            if (KINDS.getOrDefault(one.getValue(), 3) == 2) {
                return one.getKey();
            }
        }
        return known.isEmpty() ? null : known.keySet().iterator().next();
    }

    /** The town of the dateline, if it is one that we know of the country; null if not. */
    @Nullable
    Named datelineTown(String text, String country) {
        int end = text.indexOf(',');
        if (end < 0 || end > 60) {
            return null;
        }
        String name = text.substring(0, end).strip().toUpperCase(Locale.ROOT);
        @Nullable String kind = own.getOrDefault(name, Map.of()).get(country);
        if (kind == null || KINDS.getOrDefault(kind, 3) != 2) {
            return null;
        }
        Named town = new Named(name);
        town.kind = kind;
        town.country = country;
        return town;
    }

    /** Whether places of this kind lie in a town. */
    static boolean inTown(String kind) {
        return IN_TOWN.contains(kind);
    }

    private static final Set<String> IN_TOWN =
            Set.of("NEIGHBORHOOD", "SUBURB", "SECTOR", "UNIVERSITY", "AIRPORT", "DISTRICT");

    /** The places that the encoder sees as places of incidents, with kind and country as far as known. */
    List<Named> find(Muc4Text text) {
        Map<String, Named> byName = new LinkedHashMap<>();
        List<Span> spans = new ArrayList<>(text.places.spans(0.05));
        spans.sort(Comparator.comparingDouble(Span::share).reversed());
        List<Span> taken = new ArrayList<>();
        for (Span span : spans) {
            if (taken.stream().anyMatch(other -> other.overlaps(span))) {
                continue;
            }
            taken.add(span);
            String name = text.words
                    .slice(span.from(), span.to())
                    .replace("\"", "")
                    .strip()
                    .toUpperCase(Locale.ROOT);
            if (!name.isEmpty() && !countries.containsKey(name.toLowerCase(Locale.ROOT))) {
                byName.computeIfAbsent(name, Named::new).spans.add(span);
            }
        }
        String home = home(text);
        for (Named named : byName.values()) {
            describe(text.words, named, home);
        }
        return new ArrayList<>(byName.values());
    }

    /** The country that the text is most about. */
    String home(Muc4Text text) {
        @Nullable String dateline = dateline(text.text);
        if (dateline != null && !COUNTRY_BY_CODE.containsValue(dateline)) {
            dateline = null;
        }
        String most = dateline == null ? "EL SALVADOR" : dateline;
        int count = dateline == null ? 0 : 3;
        for (Map.Entry<String, Integer> entry : countries(text).entrySet()) {
            if (COUNTRY_BY_CODE.containsValue(entry.getKey())
                    && entry.getValue() + (entry.getKey().equals(dateline) ? 3 : 0) > count) {
                most = entry.getKey();
                count = entry.getValue() + (entry.getKey().equals(dateline) ? 3 : 0);
            }
        }
        return most;
    }

    private void describe(Words words, Named named, String home) {
        Map<String, String> known = own.getOrDefault(named.name, Map.of());
        named.countries = known.size();
        if (known.containsKey(home)) {
            named.country = home;
            named.kind = String.valueOf(known.get(home));
        } else if (!known.isEmpty()) {
            named.country = countryOf(known);
            named.kind = String.valueOf(known.get(named.country));
        } else {
            for (Place place : gazetteer.list(named.name)) {
                @Nullable String country = place.country() == null ? null : COUNTRY_BY_CODE.get(place.country());
                if (country != null
                        && (place.precision() == PlacePrecision.TOWN || place.precision() == PlacePrecision.ADMIN1)) {
                    named.countries++;
                    if (named.country == null || country.equals(home)) {
                        named.country = country;
                    }
                }
            }
        }
        for (Span span : named.spans) {
            String said = kindBeside(words, span);
            // "the Bogota airport" is a place in Bogota, and Bogota stays a city
            if (said != null && (known.isEmpty() || KINDS.getOrDefault(said, 3) < 3)) {
                named.kind = said;
                named.kindSaid = true;
                break;
            }
        }
    }

    private static final Set<String> LINKS = Set.of("of", "\"", "the", "called", "named");

    /** "CITY OF X", "X DEPARTMENT": the word for the kind, if there is one. */
    private static @Nullable String kindBeside(Words words, Span span) {
        for (int gap = 0; gap < 3; gap++) {
            String after = words.lower(span.to() + gap).toUpperCase(Locale.ROOT);
            if (KINDS.containsKey(after)) {
                return after;
            }
            if (after.equals("COLONY")) {
                return "NEIGHBORHOOD";
            }
            if (!after.equals("\"")) {
                break;
            }
        }
        for (int gap = 1; gap <= 4; gap++) {
            String before = words.lower(span.from() - gap);
            String kind = before.toUpperCase(Locale.ROOT);
            if (KINDS.containsKey(kind)) {
                return kind;
            }
            if (!LINKS.contains(before)) {
                return null;
            }
        }
        return null;
    }
}
