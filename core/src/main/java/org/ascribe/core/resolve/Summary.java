package org.ascribe.core.resolve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Target;
import org.jspecify.annotations.Nullable;

/** An incident's headline: "Suicide bombing at a bank in Kandahar". */
public final class Summary {

    private static final Pattern WITH_THE = Pattern.compile(
            "United .*|.* Republic|.* Islands|Philippines|Netherlands|Maldives|Gambia|Bahamas|Comoros|DR .*");

    /** What a target's name says, the most telling first. */
    private enum Kind {
        SITE,
        PERSONS,
        /** "people", "building": true of many attacks. */
        VAGUE,
        /** "at least 20 people": the toll rather than a target. */
        COUNTED
    }

    private static final Set<String> PERSONS = words("governor governors minister ministers ambassador envoy engineer"
            + " engineers tourist tourists worshipper worshippers pilgrim pilgrims guard guards soldier soldiers"
            + " police policeman policemen officer officers chief commander commanders cleric clerics scholar leader"
            + " official officials national nationals journalist journalists teacher teachers pupils students workers"
            + " employees miners diplomat diplomats fighter fighters militants troops member members employee judge"
            + " judges president mayor deputy shoppers passengers mourners concertgoers migrants gunman gunmen");
    private static final Set<String> VAGUE = words("people person persons civilians civilian children child women men"
            + " crowd crowds gathering building buildings house houses village villages ceremony foreigner foreigners"
            + " area place city district town centre center citizens residents locals others target targets terrorism"
            + " road street square highway");
    private static final Set<String> COUNTS = words("least most about around over some several dozens scores hundreds"
            + " thousands many more nearly almost when up one two three four five six seven eight nine ten eleven twelve"
            + " fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred");
    private static final Set<String> DETERMINERS =
            words("the a an his her its their this that these those our my your another each every");
    /** Of which a state or a town has one. */
    private static final Set<String> UNIQUE =
            words("embassy consulate ministry governor minister ambassador chief" + " headquarters president mayor");

    private static final Set<String> LITTLE = words("of in at on for and the near by from to outside");

    private Summary() {}

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.split(" ", -1)));
    }

    /** @param targets the most named first, of those named as often the earliest */
    public static String of(IncidentType type, List<Target> targets, @Nullable Place where) {
        StringBuilder text = new StringBuilder(noun(type));
        String target = best(type, targets);
        Kind kind = target == null ? Kind.VAGUE : kind(target);
        Place site = where != null && where.precision() == PlacePrecision.SITE ? where : null;
        if (site != null && kind != Kind.PERSONS) {
            // the gazetteer's name of the site is as precise as it gets
            text.append(' ').append(joint(type, Kind.SITE)).append(' ').append(withArticle(site.name()));
        } else if (target != null) {
            text.append(' ').append(joint(type, kind)).append(' ').append(withArticle(target));
            if (site != null) {
                text.append(" at ").append(withArticle(site.name()));
            }
        }
        if (site != null) {
            if (site.admin1() != null && !has(site.name(), site.admin1())) {
                text.append(", ").append(site.admin1());
            }
        } else if (where != null && (target == null || !has(target, where.name()))) {
            text.append(isWithThe(where.name()) ? " in the " : " in ").append(where.name());
        }
        return text.toString();
    }

    private static boolean has(String text, String name) {
        return text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isWithThe(String country) {
        return WITH_THE.matcher(country).matches();
    }

    private static String noun(IncidentType type) {
        return switch (type) {
            case BOMBING -> "Bombing";
            case SUICIDE_BOMBING -> "Suicide bombing";
            case SHELLING -> "Shelling";
            case AIRSTRIKE -> "Air strike";
            case ARMED_ASSAULT -> "Armed attack";
            case ASSASSINATION -> "Assassination";
            case CLASH -> "Clash";
            case ABDUCTION -> "Abduction";
            case EXECUTION -> "Execution";
            case RAID_OR_ARREST -> "Raid or arrest";
            case CHEMICAL_ATTACK -> "Chemical attack";
            case ARSON -> "Arson";
            case SABOTAGE -> "Sabotage";
            case LOOTING -> "Looting";
            case SEXUAL_VIOLENCE -> "Sexual violence";
            case MOB_VIOLENCE -> "Mob violence";
            case UNREST -> "Unrest";
            case CAMPAIGN -> "Campaign";
            case OTHER -> "Attack";
        };
    }

    /** The word between what was done and to whom. */
    private static String joint(IncidentType type, Kind kind) {
        return switch (type) {
            case BOMBING, SUICIDE_BOMBING, SEXUAL_VIOLENCE, MOB_VIOLENCE, UNREST, RAID_OR_ARREST ->
                kind == Kind.SITE ? "at" : "against";
            case CLASH, CAMPAIGN -> kind == Kind.SITE ? "at" : "with";
            case AIRSTRIKE, ARMED_ASSAULT, CHEMICAL_ATTACK, OTHER -> "on";
            case SHELLING, SABOTAGE, LOOTING -> "of";
            case ARSON -> "at";
            case ASSASSINATION, ABDUCTION, EXECUTION -> kind == Kind.SITE ? "at" : "of";
        };
    }

    /**
     * The target that most tell of, or the first, in its longest name: "mosque" and "Seh Dokan mosque" are one. Null if all are vague; those
     * attacked by name are people, those elsewhere are first of all sites.
     */
    private static @Nullable String best(IncidentType type, List<Target> targets) {
        boolean persons = type == IncidentType.ASSASSINATION
                || type == IncidentType.ABDUCTION
                || type == IncidentType.EXECUTION
                || type == IncidentType.CLASH;
        List<String> names = targets.stream()
                .map(target -> target.name().replaceFirst("^(?i:his|her|their|its|our|my|your) ", ""))
                .filter(name -> kind(name) == Kind.SITE || kind(name) == Kind.PERSONS)
                .filter(name -> name.split(" ", -1).length <= 7)
                .toList();
        return names.stream()
                .min(Comparator.comparing((String name) -> (kind(name) == Kind.PERSONS) != persons)
                        .thenComparing(name -> -names.stream()
                                .filter(other -> has(name, other) || has(other, name))
                                .count()))
                .flatMap(first -> names.stream()
                        .filter(name -> has(name, first) && kind(name) == kind(first))
                        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())))
                .orElse(null);
    }

    private static Kind kind(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
        if (COUNTS.contains(words[0]) || !words[0].isEmpty() && Character.isDigit(words[0].charAt(0))) {
            return Kind.COUNTED;
        }
        String head = head(name);
        if (PERSONS.contains(head)) {
            return Kind.PERSONS;
        }
        boolean vague =
                VAGUE.contains(head) && (words.length < 3 || words[0].equals(head)) || words[0].equals("centre");
        return vague && !name.matches(".+ cent(?:re|er)") ? Kind.VAGUE : Kind.SITE;
    }

    /** The noun that a name is about: the last word before its first preposition. */
    private static String head(String name) {
        String head = "";
        for (String word : name.split(" ", -1)) {
            if (!head.isEmpty() && LITTLE.contains(word)) {
                break;
            }
            head = word.toLowerCase(Locale.ROOT);
        }
        return head;
    }

    private static String withArticle(String name) {
        String[] words = name.split(" ", -1);
        String first = words[0].toLowerCase(Locale.ROOT);
        String head = head(name);
        if (DETERMINERS.contains(first)
                || first.endsWith("'s")
                || first.endsWith("\u2019s")
                || head.equals("people")
                || head.equals("police")
                || head.endsWith("s") && !head.matches(".*(?:ss|us|is|headquarters)")) {
            return name;
        }
        boolean named = Character.isUpperCase(name.codePointAt(0));
        if (UNIQUE.contains(head)) {
            return "the " + name;
        }
        if (named) {
            boolean wholly = Arrays.stream(words)
                    .allMatch(word -> LITTLE.contains(word) || Character.isUpperCase(word.codePointAt(0)));
            if (wholly || head.equals("airport")) {
                return name;
            }
            if (!isOfPeople(words[0])) {
                return "the " + name;
            }
        }
        return ("aeiou".indexOf(first.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    /** "Shia", "Pakistani", "Chinese-run": an adjective, so that there can be several. */
    private static boolean isOfPeople(String word) {
        return word.matches(".*-(?:run|owned|led|backed|held|language|majority|linked|built)")
                || word.matches(
                        "Shia|Shi'ite|Sunni|Sufi|Sikh|Hindu|Hazara|Afghan|American|African|German|French|Dutch|Greek"
                                + "|Tajik|Uzbek|Kazakh|Taliban|.*(?:ian|ani|aqi|eli|ese|ish)");
    }
}
