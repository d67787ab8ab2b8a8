package org.ascribe.bench.aid;

import java.io.PrintStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascribe.bench.aid.AidRun.Read;
import org.ascribe.bench.aid.Narrative.DataSet;
import org.ascribe.bench.aid.Narrative.Harmed;
import org.ascribe.bench.aid.Narrative.Point;
import org.ascribe.core.Content;
import org.ascribe.extract.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/** The figures over what was read. */
final class AidScores {

    static final double NEAR_KM = 25;

    private static final Gazetteer GAZETTEER = Gazetteer.load();
    private static final Set<String> AREA_WORDS = Set.of(
            "region",
            "state",
            "province",
            "governorate",
            "oblast",
            "department",
            "district",
            "north",
            "south",
            "east",
            "west",
            "central",
            "eastern",
            "western",
            "northern",
            "southern",
            "camp",
            "information",
            "applicable",
            "site",
            "makeshift",
            "unnamed",
            "temporary",
            "city",
            "camps",
            "division",
            "county",
            "upper",
            "lower",
            "none",
            "not",
            "the",
            "area",
            "village",
            "town");
    static final String PLACE_ALL = "place within 25 km: all";
    static final String PLACE_SAID = "place within 25 km: narrative says a place";
    private static final Pattern PLACE_CUE = Pattern.compile(
            "\\b(?:[Ii]n|[Aa]t|near|from|between|around|outside) (?:the )?(?:[a-z]+ (?:of )?)?(\\p{Lu}[\\p{L}'’-]+)");
    private static final Set<String> MONTHS = Set.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    /** Right ones among those counted. */
    static final class Share {
        int right;
        int of;

        void add(boolean isRight) {
            of++;
            right += isRight ? 1 : 0;
        }

        String percent() {
            return of == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * right / of);
        }
    }

    private final List<Read> reads;

    AidScores(List<Read> reads) {
        this.reads = List.copyOf(reads);
    }

    List<Read> reads() {
        return reads;
    }

    /** Each measure by data set and over all. */
    Map<String, Map<String, Share>> measures() {
        Map<String, Map<String, Share>> measures = new LinkedHashMap<>();
        for (Read read : reads) {
            Harmed coded = read.narrative().harmed();
            if (coded != null) {
                Harmed found = read.harmed();
                add(measures, "aid workers: killed", read, coded.killed() == found.killed());
                add(measures, "aid workers: wounded", read, coded.wounded() == found.wounded());
                add(measures, "aid workers: kidnapped", read, coded.kidnapped() == found.kidnapped());
                add(measures, "aid workers: all three", read, isEqual(read));
            }
        }
        for (Read read : reads) {
            Point coded = read.narrative().place();
            if (coded != null) {
                boolean near = isNear(read);
                add(measures, PLACE_ALL, read, near);
                if (saysPlace(read.narrative())) {
                    add(measures, PLACE_SAID, read, near);
                }
                if (read.place() != null) {
                    add(measures, "place within 25 km: a place was read", read, near);
                }
            }
        }
        for (Read read : reads) {
            add(measures, "perpetrator class", read, isClass(read));
        }
        return measures;
    }

    private static void add(Map<String, Map<String, Share>> measures, String measure, Read read, boolean right) {
        Map<String, Share> shares = measures.computeIfAbsent(measure, name -> new LinkedHashMap<>());
        shares.computeIfAbsent("all", name -> new Share()).add(right);
        shares.computeIfAbsent(read.narrative().dataSet().code(), name -> new Share())
                .add(right);
    }

    static boolean isEqual(Read read) {
        Harmed coded = read.narrative().harmed();
        return coded == null || coded.equals(read.harmed());
    }

    static boolean isNear(Read read) {
        Point coded = read.narrative().place();
        Point found = AidRun.point(read.place());
        return coded != null && found != null && coded.kilometresTo(found) <= NEAR_KM;
    }

    static boolean isClass(Read read) {
        return read.narrative().perpetrator().equals(read.perpetrator());
    }

    /** Whether the narrative has a word of a place that its makers coded, or a capitalised word behind "in" or the like. */
    static boolean saysPlace(Narrative narrative) {
        Set<String> words = new HashSet<>(words(narrative.text()));
        for (String name : narrative.placeNames()) {
            for (String word : words(name)) {
                if (word.length() > 2 && !AREA_WORDS.contains(word) && words.contains(word)) {
                    return true;
                }
            }
        }
        Matcher cue = PLACE_CUE.matcher(narrative.text());
        while (cue.find()) {
            String word = cue.group(1);
            if (!MONTHS.contains(word)
                    && !word.equals(word.toUpperCase(Locale.ROOT))
                    && !AREA_WORDS.contains(word.toLowerCase(Locale.ROOT))
                    && !word.startsWith("Islam")
                    && GAZETTEER.countryOfPeople(word).isEmpty()
                    && GAZETTEER.country(word).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('-', ' '), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z ]", "");
        return Arrays.asList(plain.split(" +"));
    }

    /** By coded class, then by the class read: how many. */
    Map<String, Map<String, Integer>> confusion() {
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        for (Read read : reads) {
            table.computeIfAbsent(read.narrative().perpetrator(), name -> new TreeMap<>())
                    .merge(read.perpetrator(), 1, Integer::sum);
        }
        return table;
    }

    Set<String> classes() {
        Set<String> all = new TreeSet<>();
        reads.forEach(read -> {
            all.add(read.narrative().perpetrator());
            all.add(read.perpetrator());
        });
        return all;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        measures().forEach((measure, shares) -> {
            text.append("%-46s".formatted(measure));
            shares.forEach((set, share) ->
                    text.append("  %s %s %% (%d of %d)".formatted(set, share.percent(), share.right, share.of)));
            text.append('\n');
        });
        text.append("\nperpetrator class, rows as coded, columns as read\n");
        text.append("%-18s".formatted(""));
        classes().forEach(name -> text.append("%17s".formatted(name)));
        text.append('\n');
        for (String coded : classes()) {
            text.append("%-18s".formatted(coded));
            Map<String, Integer> row = confusion().getOrDefault(coded, Map.of());
            classes().forEach(read -> text.append("%17d".formatted(row.getOrDefault(read, 0))));
            text.append('\n');
        }
        return text.toString();
    }

    /** Each narrative that was read wrongly, a tab-separated line for each measure. */
    void errors(PrintStream out) {
        for (Read read : reads) {
            Narrative narrative = read.narrative();
            Harmed coded = narrative.harmed();
            if (coded != null && !isEqual(read)) {
                line(out, read, "toll", "coded " + coded + " read " + read.harmed() + " " + tolls(read));
            }
            if (narrative.place() != null && saysPlace(narrative) && !isNear(read)) {
                line(
                        out,
                        read,
                        "place",
                        "coded " + narrative.place() + narrative.placeNames() + " read " + place(read));
            }
            if (!isClass(read)) {
                line(
                        out,
                        read,
                        "perpetrator",
                        "coded " + narrative.perpetrator() + " read " + read.perpetrator() + " "
                                + read.coded().incidents().stream()
                                        .map(incident -> incident.perpetrators().toString())
                                        .toList());
            }
        }
    }

    private static void line(PrintStream out, Read read, String measure, String what) {
        out.println(String.join(
                "\t",
                measure,
                read.narrative().dataSet().code(),
                String.valueOf(read.narrative().id()),
                what.replaceAll("\\s+", " "),
                read.narrative().text().replaceAll("\\s+", " ")));
    }

    private static String tolls(Read read) {
        return read.coded().assertions().stream()
                .filter(assertion -> assertion.content() instanceof Content.Toll)
                .map(assertion -> {
                    Content.Toll toll = (Content.Toll) assertion.content();
                    return toll.harm() + " " + toll.count() + " "
                            + (toll.whom() == null ? "-" : toll.whom().value()) + " "
                            + assertion.by().step();
                })
                .toList()
                .toString();
    }

    private static @Nullable String place(Read read) {
        Point coded = read.narrative().place();
        Point found = AidRun.point(read.place());
        return read.place() == null
                ? null
                : read.place() + (coded == null || found == null ? "" : " km " + Math.round(coded.kilometresTo(found)));
    }

    List<DataSet> dataSets() {
        return List.of(DataSet.values());
    }
}
