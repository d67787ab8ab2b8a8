package org.ascribe.extract.place;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.extract.place.Entry.Kind;
import org.ascribe.extract.table.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * Names of places and what they mean: countries, provinces, districts, quarters and sites from our own tables, towns from
 * GeoNames. A province stands at its seat and a country at the middle of its population, which is a point to draw a label
 * at and not where anything happened.
 *
 * <p>Immutable and safe to share between threads. Loading unpacks 3.3 MB and makes no object for a town until it is asked for; a
 * look-up costs the logarithm of the number of towns.
 */
public final class Gazetteer {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String APOSTROPHES = "'’‘ʿʾ`´\"";
    private static final String GAPS = ".-‐‑–—";
    private static final List<String> EZAFES = List.of(" i ", " ye ", " yi ");

    /** The accented letters of our own tables; they spare the slow general way. */
    private static final String ACCENTED = "āáâãäåÅàéèêëīíîïōóôõöüúûūçñşșṣḩḥţṭżẕğ";

    private static final String PLAIN = "aaaaaaaaeeeeiiiiooooouuuucnssshhttzzg";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final double SAME_POINT_KM = 15;

    private static final Pattern ARTICLE =
            Pattern.compile("^(?:al|el|ar|as|ash|ad|at|az|an|en|es|ed|er|ez|et) (?=\\p{L}{3})");

    /** What transliterations of one sound differ in, in this order. */
    private static final String[][] ALIKE = {
        {"ai", "i"}, {"ay", "i"}, {"ei", "i"}, {"ey", "i"}, {"au", "u"}, {"aw", "u"}, {"ou", "u"}, {"ow", "u"},
        {"oo", "u"}, {"ee", "i"}, {"aa", "a"}, {"y", "i"}, {"e", "i"}, {"o", "u"}, {"w", "v"}, {"dj", "j"},
        {"kh", "k"}, {"gh", "g"}, {"dh", "d"}, {"th", "t"}, {"ph", "f"}, {"zh", "z"}, {"ck", "k"}, {"q", "k"}
    };

    private final Map<String, List<Entry>> own = new HashMap<>();
    private final Map<String, Place> countries = new HashMap<>();
    private final Map<String, String> countryByPeople = new HashMap<>();
    private final Map<String, String> provinceByCode = new HashMap<>();
    private final Set<String> firstWords = new HashSet<>();
    private final byte[] towns;
    private final int[] lines;
    private final Map<String, Map<String, List<Entry>>> roughByCountry = new ConcurrentHashMap<>();

    private Gazetteer() {
        loadCountries();
        loadProvinces();
        loadPlaces();
        towns = unpack("cities.tsv.gz");
        int[] starts = new int[1 << 17];
        int line = 1;
        for (int i = 0; i < towns.length; i++) {
            if (towns[i] == '\n') {
                if (line == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * line);
                }
                starts[line++] = i + 1;
            }
        }
        lines = Arrays.copyOf(starts, line);
        for (int i = 0; i < lines.length - 1; i++) {
            if (isProvince(lines[i + 1] - 1)) {
                Place province = town(i).place();
                provinceByCode.putIfAbsent(province.country() + cells(i)[3], province.name());
            }
        }
    }

    /** The gazetteer that comes with the program. */
    public static Gazetteer load() {
        return new Gazetteer();
    }

    /** The country with this ISO 3166-1 alpha-2 code or name, at the middle of its population. */
    public Optional<Place> country(String isoOrName) {
        Place byCode = countries.get(isoOrName.toUpperCase(Locale.ROOT));
        if (byCode != null) {
            return Optional.of(byCode);
        }
        return own.getOrDefault(key(isoOrName), List.of()).stream()
                .filter(entry -> entry.kind() == Kind.COUNTRY)
                .map(Entry::place)
                .findFirst();
    }

    /** The country whose people or adjective this is, as its code: {@code AF} of "Afghan". */
    public Optional<String> countryOfPeople(String word) {
        return Optional.ofNullable(countryByPeople.get(word));
    }

    /** What the name can mean, the largest first within each source; empty if unknown. Spelling is forgiven as {@link #key} says. */
    public List<Place> list(String name) {
        return entries(key(name)).stream().map(Entry::place).toList();
    }

    /**
     * Whether both mean one place: the same name at the same precision in one country, or towns or sites whose points are
     * nearer than 2 km.
     */
    public boolean same(Place a, Place b) {
        if (a.equals(b)) {
            return true;
        }
        if (!Objects.equals(a.country(), b.country()) || a.precision() != b.precision()) {
            return false;
        }
        if (key(a.name()).equals(key(b.name()))
                && (a.admin1() == null || b.admin1() == null || a.admin1().equals(b.admin1()))) {
            return true;
        }
        Double km = a.kilometresTo(b);
        return km != null && km < 2 && (a.precision() == PlacePrecision.TOWN || a.precision() == PlacePrecision.SITE);
    }

    /**
     * Whether the inner place lies in the outer one, or is the same. A part of a country ("northern Afghanistan") is taken to
     * contain whatever lies in the country, since nobody draws its border.
     */
    public boolean contains(Place outer, Place inner) {
        if (same(outer, inner)) {
            return true;
        }
        if (inner.precision().compareTo(outer.precision()) >= 0
                || outer.country() == null
                || !outer.country().equals(inner.country())) {
            return false;
        }
        Double km = outer.kilometresTo(inner);
        return switch (outer.precision()) {
            case COUNTRY, REGION -> true;
            case ADMIN1 -> outer.name().equals(inner.admin1());
            case ADMIN2 -> Objects.equals(outer.admin1(), inner.admin1()) && km != null && km < 30;
            case TOWN -> km != null && km < 25;
            case SITE -> false;
        };
    }

    /** What a name is looked up by: plain lower-case letters, hyphens as blanks, Persian "-i-" and "-ye" as "-e-". */
    static String key(String written) {
        String name = repaired(written);
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                key.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                key.append((char) (c + 'a' - 'A'));
            } else if (GAPS.indexOf(c) >= 0 || Character.isWhitespace(c)) {
                if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                    key.append(' ');
                }
            } else if (APOSTROPHES.indexOf(c) < 0) {
                appendPlain(key, c);
            }
        }
        if (!key.isEmpty() && key.charAt(key.length() - 1) == ' ') {
            key.setLength(key.length() - 1);
        }
        for (String ezafe : EZAFES) {
            for (int at = key.indexOf(ezafe); at >= 0; at = key.indexOf(ezafe)) {
                key.replace(at, at + ezafe.length(), " e ");
            }
        }
        return key.toString();
    }

    /** "Shu'fat" where its UTF-8 was once read as Windows-1252, as in many exports. */
    private static String repaired(String name) {
        if (name.indexOf('\u00c3') < 0 && name.indexOf("\u00e2\u20ac") < 0) {
            return name;
        }
        String repaired = new String(name.getBytes(WINDOWS), StandardCharsets.UTF_8);
        return repaired.indexOf('\ufffd') < 0 ? repaired : name;
    }

    private static void appendPlain(StringBuilder key, char c) {
        int accented = ACCENTED.indexOf(c);
        if (accented >= 0) {
            key.append(PLAIN.charAt(accented));
        } else if (c > 127) {
            key.append(MARKS.matcher(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT));
        } else {
            key.append(c);
        }
    }

    /**
     * What a name means that no table spells so, in a country that the report is known to speak of: "Moqor" is Muqur, "Makiivka"
     * Makiyivka. Empty where nothing sounds like it, or things do that lie far from each other.
     *
     * @param admin1 the province that the report says it lies in, null if none
     */
    Optional<Place> soundsLike(String name, String country, @Nullable String admin1) {
        String rough = rough(key(name));
        if (rough.length() < 4) {
            return Optional.empty();
        }
        List<Entry> alike =
                roughByCountry.computeIfAbsent(country, this::roughly).getOrDefault(rough, List.of());
        List<Entry> here = admin1 == null
                ? alike
                : alike.stream()
                        .filter(entry -> admin1.equals(entry.place().admin1()))
                        .toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        Entry first = here.stream()
                .max(Comparator.comparingLong(Entry::population)
                        .thenComparing(entry -> entry.place().name()))
                .orElseThrow();
        boolean together = here.stream().allMatch(entry -> {
            Double km = first.place().kilometresTo(entry.place());
            return km != null && km < SAME_POINT_KM || first.population() > 20 * Math.max(1000, entry.population());
        });
        return together ? Optional.of(first.place()) : Optional.empty();
    }

    /** A place named in the report's own spelling, at the point of what it sounds like there, if anything does. */
    public Place unlisted(String name, @Nullable String country, @Nullable String admin1, PlacePrecision precision) {
        Optional<Place> like = country == null || precision.compareTo(PlacePrecision.ADMIN1) >= 0
                ? Optional.empty()
                : soundsLike(name, country, admin1);
        return like.map(place -> new Place(
                        name,
                        country,
                        place.admin1(),
                        place.latitude(),
                        place.longitude(),
                        place.precision().compareTo(precision) > 0 ? place.precision() : precision))
                .orElseGet(() -> new Place(
                        name, country, precision == PlacePrecision.ADMIN1 ? name : admin1, null, null, precision));
    }

    private Map<String, List<Entry>> roughly(String country) {
        Map<String, List<Entry>> rough = new HashMap<>();
        for (List<Entry> entries : own.values()) {
            for (Entry entry : entries) {
                if (country.equals(entry.place().country())
                        && entry.kind() != Kind.COUNTRY
                        && entry.place().latitude() != null) {
                    rough.computeIfAbsent(rough(key(entry.place().name())), k -> new ArrayList<>())
                            .add(entry);
                }
            }
        }
        for (int i = 0; i < lines.length - 1; i++) {
            if (isIn(i, country)) {
                rough.computeIfAbsent(rough(townKey(i)), k -> new ArrayList<>()).add(town(i));
            }
        }
        return rough;
    }

    private boolean isIn(int line, String country) {
        int at = lines[line];
        for (int tabs = 0; tabs < 2; at++) {
            tabs += towns[at] == '\t' ? 1 : 0;
        }
        return towns[at] == country.charAt(0) && towns[at + 1] == country.charAt(1);
    }

    /** How a key sounds, whoever wrote it: without article, marks of length, and what transliterations differ in. */
    static String rough(String key) {
        String bare = ARTICLE.matcher(key).replaceFirst("").replace(" ", "");
        StringBuilder rough = new StringBuilder(bare.length());
        for (String[] pair : ALIKE) {
            bare = bare.replace(pair[0], pair[1]);
        }
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (rough.isEmpty() || rough.charAt(rough.length() - 1) != c) {
                rough.append(c);
            }
        }
        int last = rough.length() - 1;
        if (last > 0 && rough.charAt(last) == 'h') {
            rough.setLength(last);
        }
        return rough.toString();
    }

    /** The meanings of a key: our own first, then GeoNames', without a town that our own tables have. */
    List<Entry> entries(String key) {
        List<Entry> found = new ArrayList<>(own.getOrDefault(key, List.of()));
        int ours = found.size();
        for (int k = 0; k < ours; k++) {
            Place place = found.get(k).place();
            String name = key(place.name());
            if (found.get(k).kind() == Kind.PROVINCE && !name.equals(key)) {
                addSeats(name, place, found); // "Qandahar" is the town too
            }
        }
        for (int i = firstLine(key); i < lines.length - 1 && compare(i, key) == 0; i++) {
            Entry town = town(i);
            boolean known = false;
            for (int k = 0; k < ours; k++) {
                Entry entry = found.get(k);
                Double km = entry.place().kilometresTo(town.place());
                boolean point =
                        entry.kind() == Kind.TOWN || entry.kind() == Kind.DISTRICT || entry.kind() == Kind.QUARTER;
                known |= point && km != null && km < SAME_POINT_KM;
                known |= entry.kind() == town.kind()
                        && entry.kind() != Kind.TOWN
                        && Objects.equals(entry.place().country(), town.place().country());
                if (known
                        && town.kind() == Kind.TOWN
                        && entry.kind() == Kind.TOWN
                        && entry.population() < town.population()) {
                    found.set(
                            k,
                            new Entry(
                                    entry.place(),
                                    entry.kind(),
                                    town.population(),
                                    true,
                                    town.seat(),
                                    entry.asWritten()));
                }
            }
            if (!known) {
                found.add(town);
            }
        }
        return found;
    }

    private void addSeats(String name, Place province, List<Entry> found) {
        for (int i = firstLine(name); i < lines.length - 1 && compare(i, name) == 0; i++) {
            Entry town = town(i);
            if (town.seat()
                    && Objects.equals(town.place().country(), province.country())
                    && found.stream().noneMatch(entry -> entry.kind() == Kind.TOWN)) {
                found.add(town);
            }
        }
    }

    /** Whether a name in our own tables or in GeoNames begins with this word. */
    boolean mayBegin(String word) {
        if (firstWords.contains(word)) {
            return true;
        }
        int line = firstLine(word);
        return line < lines.length - 1 && startsWith(line, word);
    }

    private boolean startsWith(int line, String word) {
        int at = lines[line];
        for (int i = 0; i < word.length(); i++, at++) {
            if (towns[at] != word.charAt(i)) {
                return false;
            }
        }
        return towns[at] == '\t' || towns[at] == ' ';
    }

    // ---- towns -----------------------------------------------------------------------------------------------------

    private int firstLine(String key) {
        int low = 0;
        int high = lines.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The key of the line against the key, in the order of bytes. */
    private int compare(int line, String key) {
        int at = lines[line];
        for (int i = 0; i < key.length(); i++, at++) {
            int difference = (towns[at] == '\t' ? 0 : towns[at]) - key.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return towns[at] == '\t' ? 0 : 1;
    }

    /** A line: key, name, country, province code, latitude, longitude, population, feature code. */
    private Entry town(int line) {
        String[] cells = cells(line);
        Kind kind = switch (cells[7]) {
            case "ADM1" -> Kind.PROVINCE;
            case "ADM2" -> Kind.DISTRICT;
            default -> Kind.TOWN;
        };
        Place place = new Place(
                cells[1],
                cells[2],
                kind == Kind.PROVINCE ? cells[1] : provinceByCode.get(cells[2] + cells[3]),
                Double.valueOf(cells[4]),
                Double.valueOf(cells[5]),
                switch (kind) {
                    case PROVINCE -> PlacePrecision.ADMIN1;
                    case DISTRICT -> PlacePrecision.ADMIN2;
                    default -> PlacePrecision.TOWN;
                });
        boolean seat = cells[7].equals("PPLA") || cells[7].equals("PPLC");
        return new Entry(place, kind, Long.parseLong(cells[6]), false, seat, "");
    }

    private String[] cells(int line) {
        return new String(towns, lines[line], lines[line + 1] - lines[line] - 1, StandardCharsets.US_ASCII)
                .split("\t", -1);
    }

    /** Whether the line that ends before this byte is of a first-order area. */
    private boolean isProvince(int end) {
        return end > 4
                && towns[end - 1] == '1'
                && towns[end - 2] == 'M'
                && towns[end - 3] == 'D'
                && towns[end - 4] == 'A';
    }

    int townCount() {
        return lines.length - 1;
    }

    String townKey(int line) {
        int end = lines[line];
        while (towns[end] != '\t') {
            end++;
        }
        return new String(towns, lines[line], end - lines[line], StandardCharsets.US_ASCII);
    }

    private static byte[] unpack(String name) {
        try (InputStream packed = Objects.requireNonNull(Gazetteer.class.getResourceAsStream(name), name);
                GZIPInputStream stream = new GZIPInputStream(packed, 1 << 16)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 21);
            stream.transferTo(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException("the gazetteer " + name + " on the class path is damaged", broken);
        }
    }

    // ---- our own tables --------------------------------------------------------------------------------------------

    private void loadCountries() {
        for (DataTable.Row row :
                DataTable.read(Gazetteer.class, "countries.tsv").rows()) {
            String code = row.get("country");
            Place place = new Place(
                    row.get("name"),
                    code,
                    null,
                    degrees(row, "latitude"),
                    degrees(row, "longitude"),
                    PlacePrecision.COUNTRY);
            countries.put(code, place);
            add(place.name(), place, Kind.COUNTRY);
            row.list("aliases").forEach(alias -> add(alias, place, Kind.COUNTRY));
            row.list("people").forEach(people -> countryByPeople.put(people, code));
        }
    }

    private void loadProvinces() {
        for (DataTable.Row row :
                DataTable.read(Gazetteer.class, "provinces.tsv").rows()) {
            Place place = new Place(
                    row.get("name"),
                    row.get("country"),
                    row.get("name"),
                    degrees(row, "latitude"),
                    degrees(row, "longitude"),
                    PlacePrecision.ADMIN1);
            provinceByCode.putIfAbsent(row.get("country") + row.get("geonames"), place.name());
            add(place.name(), place, Kind.PROVINCE);
            row.list("aliases").forEach(alias -> add(alias, place, Kind.PROVINCE));
        }
    }

    private void loadPlaces() {
        for (DataTable.Row row : DataTable.read(Gazetteer.class, "places.tsv").rows()) {
            Kind kind = Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT));
            Place place = new Place(
                    row.get("name"),
                    emptyAsNull(row.get("country")),
                    emptyAsNull(row.get("province")),
                    degrees(row, "latitude"),
                    degrees(row, "longitude"),
                    switch (kind) {
                        case SITE -> PlacePrecision.SITE;
                        case TOWN, QUARTER -> PlacePrecision.TOWN;
                        case DISTRICT -> PlacePrecision.ADMIN2;
                        case PROVINCE -> PlacePrecision.ADMIN1;
                        case COUNTRY -> PlacePrecision.COUNTRY;
                        case REGION -> PlacePrecision.REGION;
                    });
            long population = row.get("population").isEmpty() ? 0 : row.integer("population");
            boolean seat = row.get("seat").equals("seat");
            add(place.name(), place, kind, population, seat);
            row.list("aliases").forEach(alias -> add(alias, place, kind, population, seat));
        }
    }

    private void add(String name, Place place, Kind kind) {
        add(name, place, kind, 0, false);
    }

    private void add(String name, Place place, Kind kind, long population, boolean seat) {
        String bare = name.startsWith("the ") ? name.substring(4) : name;
        boolean capitals = bare.length() <= 6 && bare.equals(bare.toUpperCase(Locale.ROOT));
        String key = key(bare);
        int blank = key.indexOf(' ');
        firstWords.add(blank < 0 ? key : key.substring(0, blank));
        List<Entry> entries = own.computeIfAbsent(key, k -> new ArrayList<>());
        if (entries.stream().noneMatch(entry -> entry.place().equals(place))) {
            entries.add(new Entry(place, kind, population, true, seat, capitals ? bare : ""));
        }
    }

    private static @Nullable Double degrees(DataTable.Row row, String column) {
        String cell = row.get(column);
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }

    private static @Nullable String emptyAsNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    @Override
    public String toString() {
        return "Gazetteer" + Arrays.asList(own.size(), townCount());
    }
}
