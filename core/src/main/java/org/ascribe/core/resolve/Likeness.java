package org.ascribe.core.resolve;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Link.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How much two accounts speak for one incident, in bits: the sum over fields of log2(P(such agreement | same) / P(such
 * agreement | different)), after Fellegi and Sunter (1969). How rare a town, a kind of site or a word is, is counted in the
 * accounts at hand, copies of one text once; the other weights are set by hand, checked on half of the bundled corpus
 * (docs/evaluation/resolve.md).
 */
final class Likeness {

    /** Stands in no sum: the two cannot be one incident. */
    static final double NEVER = -40;

    /** From here on two accounts are held to be of one incident. */
    static final double ENOUGH = 5;

    private static final double KILOMETRES_OF_ONE_TOWN = 8;
    private static final double KILOMETRES_OF_ONE_CITY = 35;

    private final Map<String, Integer> accountsAtTown = new HashMap<>();
    private final Map<String, Integer> accountsWithSite = new HashMap<>();
    private final Map<String, Integer> accountsWithWord = new HashMap<>();
    private final Map<Telling, Map<String, Double>> vectors = new HashMap<>();
    private final Map<String, String> bareNames = new HashMap<>();
    private final int accounts;

    Likeness(Collection<Account> independent) {
        this.accounts = independent.size();
        for (Account account : independent) {
            Place where = account.incident().where();
            if (where != null) {
                accountsAtTown.merge(town(where), 1, Integer::sum);
            }
            account.sites().forEach(site -> accountsWithSite.merge(site, 1, Integer::sum));
            account.words().keySet().forEach(word -> accountsWithWord.merge(word, 1, Integer::sum));
        }
    }

    /** The sum of {@link #compare} without its reasons, or {@link #NEVER} where date or place excludes it. */
    double score(Account a, Account b) {
        double date = date(a, b);
        if (date <= NEVER) {
            return NEVER;
        }
        double place = place(a.incident().where(), b.incident().where());
        if (place <= NEVER) {
            return NEVER;
        }
        double type = type(a.incident().type(), b.incident().type());
        if (type <= NEVER) {
            return NEVER;
        }
        return rounded(date)
                + rounded(place)
                + rounded(type)
                + rounded(tolls(a, b))
                + rounded(actors(a.actors(), b.actors()))
                + rounded(sites(a, b))
                + rounded(text(cosine(a, b)));
    }

    /** The two with its reasons; the same for (b, a) but for the sides. */
    Link compare(Account a, Account b) {
        CodedIncident one = a.incident();
        CodedIncident two = b.incident();
        double cosine = cosine(a, b);
        List<Reason> reasons = new ArrayList<>();
        add(reasons, "date", said(one.when()), said(two.when()), date(a, b));
        add(reasons, "place", said(one.where()), said(two.where()), place(one.where(), two.where()));
        add(reasons, "type", one.type().code(), two.type().code(), type(one.type(), two.type()));
        add(reasons, "toll", toll(a), toll(b), tolls(a, b));
        add(reasons, "actor", said(a.actors()), said(b.actors()), actors(a.actors(), b.actors()));
        add(reasons, "site", said(a.sites()), said(b.sites()), sites(a, b));
        add(reasons, "text", "", String.format(Locale.ROOT, "cosine %.2f", cosine), text(cosine));
        reasons.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.weight()))
                .thenComparing(Reason::field));
        double sum = reasons.stream().mapToDouble(Reason::weight).sum();
        return new Link(a.telling(), b.telling(), sum, reasons);
    }

    static double rounded(double weight) {
        return Math.round(weight * 100) / 100.0;
    }

    private static double tolls(Account a, Account b) {
        int growth = growth(a, b);
        return toll(a.incident().killed(), b.incident().killed(), growth)
                + toll(a.incident().wounded(), b.incident().wounded(), growth) / 2;
    }

    static boolean isNever(Link link) {
        return link.reasons().stream().anyMatch(reason -> reason.weight() <= NEVER);
    }

    private static void add(List<Reason> reasons, String field, String a, String b, double weight) {
        if (weight != 0) {
            reasons.add(new Reason(field, a, b, rounded(weight)));
        }
    }

    // --- date

    private static double date(Account a, Account b) {
        EventDate one = a.incident().when();
        EventDate two = b.incident().when();
        if (isTold(a, b) || isTold(b, a)) {
            return NEVER;
        }
        if (one == null) {
            return two == null ? undated(a, b) : undated(a, two);
        }
        if (two == null) {
            return undated(b, one);
        }
        if (one.yearless() != null || two.yearless() != null) {
            return yearless(one, two);
        }
        int apart = daysApart(one, two);
        DatePrecision coarser = one.precision().compareTo(two.precision()) >= 0 ? one.precision() : two.precision();
        if (apart > Math.max(Account.graceDays(one), Account.graceDays(two))) {
            return NEVER;
        }
        return switch (coarser) {
            case DAY -> apart == 0 ? 4 : 0;
            case WEEK -> 2.5 - apart;
            case MONTH -> 1.5 - apart;
            case YEAR -> 0.3;
            case RANGE -> 0.1;
        };
    }

    /** News that gives no date tells most often of the days before it. */
    private static double undated(Account without, EventDate other) {
        if (without.published() == null
                || other.to() == null
                || other.precision().compareTo(DatePrecision.MONTH) > 0) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(other.to(), without.published());
        if (other.precision() == DatePrecision.MONTH) {
            return days <= 7 ? 0.5 : days <= 60 ? 0 : days <= 400 ? -0.7 : -2;
        }
        return days <= 1 ? 2.5 : days <= 3 ? 2 : days <= 7 ? 1.5 : days <= 60 ? 0 : days <= 400 ? -0.7 : -2;
    }

    private static double undated(Account a, Account b) {
        if (a.published() == null || b.published() == null) {
            return 0;
        }
        long days = Math.abs(ChronoUnit.DAYS.between(a.published(), b.published()));
        return days <= 3 ? 1 : days <= 60 ? 0 : -0.7;
    }

    /** Whether the report of {@code b} was out before the day of {@code a}. */
    private static boolean isTold(Account a, Account b) {
        LocalDate earliest = a.earliest();
        return earliest != null && b.published() != null && b.published().isBefore(earliest);
    }

    private static double yearless(EventDate a, EventDate b) {
        String one = monthAndDay(a);
        String two = monthAndDay(b);
        if (one == null || two == null) {
            return 0;
        }
        if (!one.startsWith(two) && !two.startsWith(one)) {
            return NEVER;
        }
        return one.length() > 4 && two.length() > 4 ? 2.5 : 1;
    }

    /** {@code --03-21}, {@code --03}, or null where the stretch is longer. */
    private static @Nullable String monthAndDay(EventDate date) {
        if (date.yearless() != null) {
            return date.yearless();
        }
        LocalDate from = date.from();
        LocalDate to = date.to();
        if (from == null || to == null || from.getMonth() != to.getMonth() || from.getYear() != to.getYear()) {
            return null;
        }
        return from.equals(to)
                ? "--%02d-%02d".formatted(from.getMonthValue(), from.getDayOfMonth())
                : "--%02d".formatted(from.getMonthValue());
    }

    static int daysApart(EventDate a, EventDate b) {
        if (a.to() != null && b.from() != null && a.to().isBefore(b.from())) {
            return (int) ChronoUnit.DAYS.between(a.to(), b.from());
        }
        if (b.to() != null && a.from() != null && b.to().isBefore(a.from())) {
            return (int) ChronoUnit.DAYS.between(b.to(), a.from());
        }
        return 0;
    }

    // --- place

    /** Bits for two places being one, {@link #NEVER} where they cannot be. */
    double place(@Nullable Place a, @Nullable Place b) {
        if (a == null || b == null) {
            return 0;
        }
        if (a.country() == null || b.country() == null) {
            return 0;
        }
        if (!a.country().equals(b.country())) {
            return NEVER;
        }
        boolean pointA = isPoint(a);
        boolean pointB = isPoint(b);
        Double kilometres = a.kilometresTo(b);
        if (pointA && pointB) {
            boolean same = a.name().equalsIgnoreCase(b.name());
            boolean sites = a.precision() == PlacePrecision.SITE && b.precision() == PlacePrecision.SITE;
            if (sites && !same && (kilometres == null || kilometres > 0.5)) {
                return kilometres != null && kilometres > KILOMETRES_OF_ONE_CITY ? NEVER : -1;
            }
            if (same || kilometres != null && kilometres <= KILOMETRES_OF_ONE_TOWN) {
                return rarity(Math.max(accountsAt(a), accountsAt(b)));
            }
            if (kilometres != null && kilometres <= KILOMETRES_OF_ONE_CITY) {
                return 1.5;
            }
            if (kilometres == null) {
                return isSameAdmin1(a, b) ? -1 : -5;
            }
            return kilometres <= 100 ? -3 : NEVER;
        }
        if (a.precision().compareTo(PlacePrecision.COUNTRY) >= 0
                || b.precision().compareTo(PlacePrecision.COUNTRY) >= 0) {
            return 0.5;
        }
        boolean whole = a.precision() == PlacePrecision.ADMIN1 || b.precision() == PlacePrecision.ADMIN1;
        if (!whole && kilometres != null && kilometres <= KILOMETRES_OF_ONE_CITY) {
            return Math.min(3, rarity(Math.max(accountsAt(a), accountsAt(b))));
        }
        if (isSameAdmin1(a, b)) {
            if (!whole && kilometres != null) {
                // two parts of a province, unless the name of the one may mean the province
                return isNamedAsProvince(a) || isNamedAsProvince(b) ? 0.3 : -3;
            }
            return Math.min(2.5, rarity(Math.max(accountsAt(a), accountsAt(b))));
        }
        // a province may be named by its capital, and a city may lie on a border
        if (a.name().equalsIgnoreCase(b.name())) {
            return 1.5;
        }
        if (kilometres != null && kilometres <= KILOMETRES_OF_ONE_CITY) {
            return 0.5;
        }
        return admin1(a) == null || admin1(b) == null ? -1 : kilometres == null || kilometres > 150 ? NEVER : -6;
    }

    private static boolean isPoint(Place place) {
        return place.precision() == PlacePrecision.SITE || place.precision() == PlacePrecision.TOWN;
    }

    static @Nullable String admin1(Place place) {
        if (place.admin1() != null) {
            return place.admin1();
        }
        return place.precision() == PlacePrecision.ADMIN1 ? place.name() : null;
    }

    private boolean isSameAdmin1(Place a, Place b) {
        String one = admin1(a);
        String two = admin1(b);
        return one != null && two != null && bare(one).equals(bare(two));
    }

    private boolean isNamedAsProvince(Place place) {
        String admin1 = place.admin1();
        return admin1 != null && bare(admin1).equals(bare(place.name()));
    }

    private int accountsAt(Place place) {
        return accountsAtTown.getOrDefault(town(place), 1);
    }

    private String bare(String name) {
        return bareNames.computeIfAbsent(name, Likeness::withoutKind);
    }

    private static String withoutKind(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("\\b(province|oblast|region|governorate|wilayat|district|state)\\b", "")
                .strip();
    }

    private static String town(Place place) {
        return place.country() + " " + place.name().toLowerCase(Locale.ROOT);
    }

    /** Bits for sharing something that this many accounts have, at most 4.5. */
    private double rarity(int having) {
        double share = (having + 1.5) / (accounts + 15);
        return Math.clamp(-log2(share), 0.5, 4.5);
    }

    // --- type

    private static double type(IncidentType a, IncidentType b) {
        if (a == IncidentType.OTHER || b == IncidentType.OTHER) {
            return 0;
        }
        if (a == IncidentType.CAMPAIGN || b == IncidentType.CAMPAIGN) {
            return a == b ? 1 : NEVER;
        }
        if (a == b) {
            return 1.5;
        }
        if (family(a).equals(family(b))) {
            return 1;
        }
        Set<String> both = new TreeSet<>(List.of(family(a), family(b)));
        if (both.contains("attack")) {
            return both.contains("explosion") ? -0.5 : (both.contains("clash") || both.contains("capture")) ? -1 : -2;
        }
        return -4;
    }

    /** Types that reports of one incident often take for one another. */
    static String family(IncidentType type) {
        return switch (type) {
            case BOMBING, SUICIDE_BOMBING -> "explosion";
            case SHELLING, AIRSTRIKE -> "bombardment";
            case ARMED_ASSAULT, ASSASSINATION, EXECUTION, MOB_VIOLENCE, ARSON -> "attack";
            case CLASH, RAID_OR_ARREST -> "clash";
            case ABDUCTION -> "capture";
            case CHEMICAL_ATTACK -> "chemical";
            case SABOTAGE, LOOTING -> "damage";
            case SEXUAL_VIOLENCE -> "sexual";
            case UNREST -> "unrest";
            case CAMPAIGN -> "campaign";
            case OTHER -> "other";
        };
    }

    // --- toll

    /** Whether the later report, within ten days, may have counted on: 1 if b is later, -1 if a is, 0 if neither. */
    private static int growth(Account a, Account b) {
        if (a.published() == null || b.published() == null || a.published().equals(b.published())) {
            return 0;
        }
        return b.published().isAfter(a.published()) ? 1 : -1;
    }

    private static double toll(Count a, Count b, int later) {
        Integer one = a.low() != null ? a.low() : a.high();
        Integer two = b.low() != null ? b.low() : b.high();
        if (one == null || two == null) {
            return 0;
        }
        int most = Math.max(one, two);
        if (one.equals(two)) {
            return Math.min(4, log2(most + 1) / 1.6);
        }
        double ratio = (Math.min(one, two) + 1.0) / (most + 1.0);
        if (ratio >= 0.8) {
            return most >= 20 ? 2 : 1;
        }
        if (ratio >= 0.5) {
            return 0.3;
        }
        boolean open = one < two ? a.high() == null : b.high() == null;
        boolean grown = later != 0 && (later > 0 == two > one);
        double against = ratio >= 0.3 ? -0.5 : most >= 20 && ratio < 0.12 ? -2 : -1;
        return open || grown ? against / 2 : against;
    }

    // --- actors, sites, words

    private static double actors(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        return shareActor(a, b) ? 1 : -0.5;
    }

    /** Whether an actor of the one is an actor of the other, or a branch of it. */
    static boolean shareActor(Set<String> a, Set<String> b) {
        for (String one : a) {
            for (String two : b) {
                if (one.equals(two) || one.startsWith(two + "-") || two.startsWith(one + "-")) {
                    return true;
                }
            }
        }
        return false;
    }

    private double sites(Account a, Account b) {
        double best = 0;
        for (String site : a.sites()) {
            if (b.sites().contains(site)) {
                best = Math.max(best, Math.min(3.5, rarity(accountsWithSite.getOrDefault(site, 1))));
            } else if (b.sitesNearby().contains(site)) {
                best = Math.max(best, 1);
            }
        }
        for (String site : b.sites()) {
            if (a.sitesNearby().contains(site)) {
                best = Math.max(best, 1);
            }
        }
        return best > 0 || a.sites().isEmpty() || b.sites().isEmpty() ? best : -2.5;
    }

    /** Sentences of one incident share little more than its names, and those of two hardly anything. */
    private static double text(double cosine) {
        return Math.clamp(22 * (cosine - 0.05), -0.8, 3.5);
    }

    private double cosine(Account a, Account b) {
        Map<String, Double> one = vector(a);
        Map<String, Double> two = vector(b);
        if (one.size() > two.size()) {
            return cosine(b, a);
        }
        // what the comparison of their places has counted
        boolean placed = !a.placeWords().isEmpty() && !b.placeWords().isEmpty();
        double product = 0;
        for (Map.Entry<String, Double> word : one.entrySet()) {
            Double other = two.get(word.getKey());
            if (other != null
                    && !(placed
                            && (a.placeWords().contains(word.getKey())
                                    || b.placeWords().contains(word.getKey())))) {
                product += word.getValue() * other;
            }
        }
        return product;
    }

    /** The account's words by rarity, of length 1. */
    private Map<String, Double> vector(Account account) {
        return vectors.computeIfAbsent(account.telling(), unseen -> {
            Map<String, Double> vector = new TreeMap<>();
            double squares = 0;
            for (Map.Entry<String, Integer> word : account.words().entrySet()) {
                double weight = (1 + Math.log(word.getValue()))
                        * Math.log((accounts + 10.0) / (accountsWithWord.getOrDefault(word.getKey(), 1) + 0.5));
                vector.put(word.getKey(), weight);
                squares += weight * weight;
            }
            double length = Math.sqrt(squares);
            vector.replaceAll((word, weight) -> weight / length);
            return vector;
        });
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    // --- for people

    static String said(@Nullable EventDate date) {
        if (date == null) {
            return "unknown";
        }
        if (date.yearless() != null) {
            return date.yearless();
        }
        if (date.from() != null && date.from().equals(date.to())) {
            return date.from().toString();
        }
        return (date.from() == null ? "" : date.from()) + ".." + (date.to() == null ? "" : date.to());
    }

    static String said(@Nullable Place place) {
        return place == null
                ? "unknown"
                : place.name() + " (" + place.precision().name().toLowerCase(Locale.ROOT) + ")";
    }

    static String said(Set<String> names) {
        return names.isEmpty() ? "unknown" : String.join(", ", names);
    }

    private static String toll(Account account) {
        return "killed " + account.incident().killed() + ", wounded "
                + account.incident().wounded();
    }
}
