package org.ascribe.core.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascribe.core.link.Match.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds which rows of two tables speak of the same incident, after Fellegi and Sunter (1969), with what forty years have
 * added: what each agreement weighs is learned from the tables themselves by expectation and maximisation, starting from
 * weights set by hand, which stand where the data are few; how much it says that two rows are near in place, of the same
 * parties or of the same toll is measured by how common that is around these very rows; and all links are judged together
 * ({@link Pairing}), since a row that has found its like is not free for the next.
 *
 * <p>A row may have several links. Nothing depends on the order of rows or tables, nor on ids but in that they are told apart.
 */
public final class Linker {

    /** Links that are this unlikely before actors and texts are looked at are left out. */
    private static final double LEAST_LOG_ODDS = -9;

    /** The same after some learning, as odds. */
    private static final double LEAST_ODDS = 3e-5;

    private static final int ROUNDS = 8;
    /** Into so many parts the first table is cut to be looked through in parallel. */
    private static final int PARTS = 64;

    private static final double LOG_2 = Math.log(2);
    /** How many links it takes until where each incident would be put counts by half. */
    private static final double PLACING_STRENGTH = 100;

    private static final int DAY_LEVELS = 2 * Surroundings.MATCH_DAYS + 1;
    /** One group for two single days, by days apart; one for a few days, one for weeks, one for longer, by the gap. */
    private static final double[][] DATE = {
        {.004, .005, .005, .006, .008, .02, .08, .72, .08, .02, .008, .006, .005, .005, .004},
        {.88, .07, .03, .02},
        {.92, .04, .02, .02},
        {.94, .03, .02, .01}
    };

    /** By precision: shares of distances that fall off within the first kilometre, and that lie evenly out to a distance. */
    private static final double[][] DISTANCE = {
        // share, kilometres of falling off; then share, kilometres of even span, three times
        {.50, .3, .30, 16, .15, 45, .05, 120},
        {.35, .4, .35, 16, .25, 60, .05, 120},
        {.15, .5, .50, 40, .30, 80, .05, 150},
        {.12, .8, .25, 60, .45, 130, .18, 300}
    };

    private final Side a;
    private final Side b;
    private final Surroundings surroundings;
    private final Levels dates = new Levels(DATE, 20);
    private final Places places;
    private final Placing placing;
    private final Tolls killed;
    private final Tolls wounded;
    private final Text text;
    private final Text names;
    private final Attributes attributes;

    private Links links;
    /** By link: what attributes know it as. */
    private int[] said;

    /** By link: what it has itself shown of the points in use, which is not to be counted for it. */
    private double[] own;

    private double[] placeWeight = new double[0];

    /** How many times more often rows of one table lie close together than their days and places let expect. */
    private final double crowding;

    /** Logarithm of the days that the first table covers. */
    private final double span;

    private double base;
    /** How many links there are, as far as is known. */
    private double linked;

    private double againA = 0.01;
    private double againB = 0.01;
    private double[] marginals = new double[0];

    private Linker(Side a, Side b, int kinds, Function<String, Set<String>> aliases) {
        this.a = a;
        this.b = b;
        text = new Text(a, b, Row::text);
        names = new Text(a, b, row -> String.join(" ", row.places()));
        Near nearB = new Near(b);
        surroundings = new Surroundings(a, b, nearB, text);
        places = new Places(a, b, surroundings, ringPriors());
        placing = new Placing(a, b, places, ringPriors());
        crowding = Math.clamp(Math.min(Surroundings.crowding(a, new Near(a)), Surroundings.crowding(b, nearB)), 1, 50);
        span = logSpan(a);
        killed = new Tolls(a, b, Row::killed);
        wounded = new Tolls(a, b, Row::wounded);
        attributes = new Attributes(a, b, kinds, aliases);
        double half = 0.5 * Math.min(a.size, b.size);
        base = base(half, a.size - half + 1, b.size - half + 1);
        links = gather(nearB);
        own = new double[links.size];
        said = attributes.pairs(links.a, links.b);
    }

    private static double[][] ringPriors() {
        int wheres = Side.NOWHERE + 1;
        double[][] priors = new double[wheres * wheres][Surroundings.RING_COUNT];
        for (int p = 0; p < wheres; p++) {
            for (int q = 0; q < wheres; q++) {
                double[] prior = priors[wheres * p + q];
                if (Math.max(p, q) == Side.NOWHERE) {
                    prior[Surroundings.NO_DISTANCE] = 1;
                    continue;
                }
                double[] shape = DISTANCE[Math.max(p, q) / 2];
                double nearer = 0;
                for (int r = 0; r < Surroundings.NO_DISTANCE; r++) {
                    double further = upTo(Surroundings.end(r), shape);
                    prior[r] = further - nearer + 1e-4;
                    nearer = further;
                }
            }
        }
        return priors;
    }

    private static double upTo(double km, double[] shape) {
        double share = shape[0] * (1 - Math.exp(-km / shape[1]));
        for (int i = 2; i < shape.length; i += 2) {
            share += shape[i] * Math.min(1, km / shape[i + 1]);
        }
        return share;
    }

    /**
     * The links between two tables, sorted by id of the first and then of the second; never null, may be empty.
     *
     * @param a rows of unique ids
     * @param b rows of unique ids; an id may also be one of the first table
     * @param aliases ids of the actors that a name may mean, empty for one that is not known
     * @param least smallest probability of a link, 0..1
     * @throws IllegalArgumentException if an id is given twice in one table
     */
    public static List<Match> link(List<Row> a, List<Row> b, Function<String, Set<String>> aliases, double least) {
        check(a);
        check(b);
        // one direction, whichever way round they are given
        boolean turned = compare(a, b) > 0;
        int kinds = Math.max(kinds(a), kinds(b));
        Linker linker = new Linker(new Side(turned ? b : a, kinds), new Side(turned ? a : b, kinds), kinds, aliases);
        linker.learn();
        return linker.matches(least, turned);
    }

    private static void check(List<Row> rows) {
        Set<String> ids = new HashSet<>();
        for (Row row : rows) {
            if (!ids.add(row.id())) {
                throw new IllegalArgumentException("two rows of one table have the id " + row.id());
            }
        }
    }

    private static int kinds(List<Row> rows) {
        return rows.stream().mapToInt(row -> row.kinds().size()).max().orElse(0);
    }

    private static int compare(List<Row> a, List<Row> b) {
        if (a.size() != b.size()) {
            return Integer.compare(b.size(), a.size());
        }
        Comparator<Row> order = Comparator.comparing(Row::toString);
        List<Row> one = a.stream().sorted(order).toList();
        List<Row> two = b.stream().sorted(order).toList();
        for (int i = 0; i < one.size(); i++) {
            int compared = order.compare(one.get(i), two.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    /**
     * Logarithm of the odds that two rows are one, all else open.
     *
     * @param linked how many incidents are in both tables
     */
    private static double base(double linked, double aloneA, double aloneB) {
        return Math.log(Math.max(linked, 0.5) / (aloneA * aloneB));
    }

    private double base(double[] degreesA, double[] degreesB) {
        return base(
                (degreesA[1] + degreesB[1]) / 2,
                Math.max(degreesA[0], 0.02 * a.size + 1),
                Math.max(degreesB[0], 0.02 * b.size + 1));
    }

    /** All links that are not out of the question, by row of the first table. */
    private Links gather(Near nearB) {
        int parts = Math.min(PARTS, a.size);
        return Links.joined(IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    Links found = new Links(1024);
                    for (int i = (int) ((long) a.size * part / parts); i < (long) a.size * (part + 1) / parts; i++) {
                        gather(nearB, i, found);
                    }
                    return found;
                })
                .toList());
    }

    private void gather(Near nearB, int row, Links found) {
        nearB.visit(a, row, Surroundings.MATCH_DAYS, (other, gap, chord) -> {
            int ring = Surroundings.ring(chord);
            int level = dateLevel(gap, row, other);
            double chance = surroundings.chance(row, other, ring);
            byte toll = killed.level(row, other);
            double odds = base
                    + dates.log(level / DAY_LEVELS, level % DAY_LEVELS)
                    - Math.log(days(level, row, other))
                    + places.weight(row, other, ring, chance)
                    + killed.weight(row, toll);
            if (odds >= LEAST_LOG_ODDS) {
                found.add(
                        row,
                        other,
                        (byte) level,
                        (byte) ring,
                        chance,
                        toll,
                        wounded.level(row, other),
                        text.cosine(row, other),
                        ring == Surroundings.NO_DISTANCE ? names.cosine(row, other) : -1);
            }
        });
    }

    private int dateLevel(int gap, int rowA, int rowB) {
        int longer = Math.max(a.days(rowA), b.days(rowB));
        if (longer == 1) {
            return gap + Surroundings.MATCH_DAYS;
        }
        int apart = Math.abs(gap);
        int group = longer <= 7 ? 1 : longer <= 31 ? 2 : 3;
        return group * DAY_LEVELS + (apart == 0 ? 0 : apart == 1 ? 1 : apart <= 3 ? 2 : 3);
    }

    /** On how many days a row of that length would lie so to the other. */
    private double days(int level, int rowA, int rowB) {
        if (level < DAY_LEVELS) {
            return 1;
        }
        return switch (level % DAY_LEVELS) {
            case 0 -> a.days(rowA) + b.days(rowB) - 1;
            case 1 -> 2;
            case 2 -> 4;
            default -> 8;
        };
    }

    private double logOdds(int e) {
        int level = links.date[e];
        return base
                + dates.log(level / DAY_LEVELS, level % DAY_LEVELS)
                - (level < DAY_LEVELS ? 0 : Math.log(days(level, links.a[e], links.b[e])))
                + placeWeight[e]
                + killed.weight(links.a[e], links.killed[e])
                + wounded.weight(links.a[e], links.wounded[e])
                + text.weight(links.cosine[e])
                + names.weight(links.nameCosine[e])
                + attributes.weight(said[e], links.b[e]);
    }

    private void learn() {
        Pairing pairing = new Pairing(links.a, links.b, a.size, b.size);
        double before = -1;
        boolean last = false;
        for (int round = 0; ; round++) {
            weighPlaces();
            double[] odds = IntStream.range(0, links.size)
                    .parallel()
                    .mapToDouble(e -> Math.exp(Math.min(60, logOdds(e))))
                    .toArray();
            marginals = pairing.marginals(odds, againA, againB, last ? 12 : 3);
            if (last) {
                return;
            }
            for (int e = 0; e < links.size; e++) {
                own[e] = marginals[e] > 1e-3 ? learnFrom(e, marginals[e]) : 0;
            }
            dates.learn();
            places.learn();
            placing.learn();
            killed.learn();
            wounded.learn();
            text.learn();
            names.learn();
            attributes.learn();
            base = base(pairing.degreesA, pairing.degreesB);
            linked = (pairing.degreesA[1] + pairing.degreesB[1]) / 2;
            last = round == ROUNDS || Math.abs(base - before) < 0.01;
            before = base;
            if (round == 1) {
                leaveOut(odds);
                pairing = new Pairing(links.a, links.b, a.size, b.size);
            }
            againA = again(pairing.degreesA, a.size);
            againB = again(pairing.degreesB, b.size);
        }
    }

    /** What the link has shown of the points in use. */
    private double learnFrom(int e, double probability) {
        int rowA = links.a[e];
        int rowB = links.b[e];
        dates.add(links.date[e] / DAY_LEVELS, links.date[e] % DAY_LEVELS, probability);
        places.add(rowA, rowB, links.ring[e], links.chance[e], probability);
        killed.add(rowA, links.killed[e], probability);
        wounded.add(rowA, links.wounded[e], probability);
        text.add(links.cosine[e], probability);
        names.add(links.nameCosine[e], probability);
        attributes.add(said[e], probability);
        return links.ring[e] == Surroundings.NO_DISTANCE
                ? 0
                : placing.add(rowA, rowB, links.ring[e], own[e], probability);
    }

    /**
     * That a row has its like at all where it lies is judged by how common it is to lie so; which of those around is its like, by
     * where each of them would be put. So the likeliest place keeps its weight, and the others stand behind it, as far as there
     * are links to learn this from.
     */
    private void weighPlaces() {
        placeWeight = IntStream.range(0, links.size)
                .parallel()
                .mapToDouble(e -> places.weight(links.a[e], links.b[e], links.ring[e], links.chance[e]))
                .toArray();
        double[] put = IntStream.range(0, links.size)
                .parallel()
                .mapToDouble(e -> links.ring[e] == Surroundings.NO_DISTANCE
                        ? Double.NEGATIVE_INFINITY
                        : placing.log(links.a[e], links.b[e], links.ring[e], own[e]))
                .toArray();
        int[] likeliest = new int[b.size];
        Arrays.fill(likeliest, -1);
        for (int e = 0; e < links.size; e++) {
            int known = likeliest[links.b[e]];
            if (known < 0 || put[e] > put[known] || put[e] == put[known] && placeWeight[e] > placeWeight[known]) {
                likeliest[links.b[e]] = e;
            }
        }
        double[] behind = new double[b.size];
        Arrays.setAll(behind, k -> likeliest[k] < 0 ? 0 : placeWeight[likeliest[k]] - put[likeliest[k]]);
        double learned = linked / (linked + PLACING_STRENGTH);
        for (int e = 0; e < links.size; e++) {
            if (links.ring[e] != Surroundings.NO_DISTANCE) {
                placeWeight[e] += learned * (behind[links.b[e]] + put[e] - placeWeight[e]);
            }
        }
    }

    /** Forgets the links that nothing learned from here on can bring back. */
    private void leaveOut(double[] odds) {
        int kept = 0;
        for (int e = 0; e < links.size; e++) {
            if (odds[e] >= LEAST_ODDS) {
                links.move(e, kept);
                own[kept] = own[e];
                kept++;
            }
        }
        links.cut(kept);
        said = attributes.pairs(links.a, links.b);
    }

    /** How much more seldom a second link is than chance would have it. */
    private double again(double[] degrees, int size) {
        double alone = Math.max(degrees[0], 0.02 * size + 1);
        return Math.clamp(
                (degrees[3] + 0.002 * degrees[1]) * alone / Math.pow(degrees[1] + 1, 2) / crowding, 1e-4, 0.03);
    }

    private List<Match> matches(double least, boolean turned) {
        return IntStream.range(0, links.size)
                .parallel()
                .filter(e -> marginals[e] >= least)
                .mapToObj(e -> match(e, turned))
                .sorted(Comparator.comparing(Match::a).thenComparing(Match::b))
                .toList();
    }

    private Match match(int e, boolean turned) {
        int rowA = links.a[e];
        int rowB = links.b[e];
        Row one = a.rows.get(rowA);
        Row two = b.rows.get(rowB);
        List<Reason> reasons = new ArrayList<>();
        add(
                reasons,
                turned,
                "date",
                date(one),
                date(two),
                dates.log(links.date[e] / DAY_LEVELS, links.date[e] % DAY_LEVELS)
                        + span
                        - Math.log(days(links.date[e], rowA, rowB)));
        add(
                reasons,
                turned,
                "place",
                place(one),
                place(two) + apart(e),
                placeWeight[e] - span + names.weight(links.nameCosine[e]));
        double kinds = attributes.weightOfKinds(rowA, rowB);
        add(reasons, turned, "kind", said(one.kinds()), said(two.kinds()), kinds);
        add(reasons, turned, "actor", said(one.actors()), said(two.actors()), attributes.weight(said[e], rowB) - kinds);
        add(reasons, turned, "killed", said(one.killed()), said(two.killed()), killed.weight(rowA, links.killed[e]));
        add(
                reasons,
                turned,
                "wounded",
                said(one.wounded()),
                said(two.wounded()),
                wounded.weight(rowA, links.wounded[e]));
        add(reasons, turned, "text", "", "", text.weight(links.cosine[e]));
        reasons.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.weight()))
                .thenComparing(Reason::field));
        add(reasons, turned, "base", "", "", base);
        double all = Math.log(marginals[e] / Math.max(1e-12, 1 - marginals[e]));
        add(reasons, turned, "rivals", "", "", all - logOdds(e));
        return turned
                ? new Match(two.id(), one.id(), marginals[e], reasons)
                : new Match(one.id(), two.id(), marginals[e], reasons);
    }

    private static void add(List<Reason> reasons, boolean turned, String field, String a, String b, double weight) {
        double bits = Math.round(weight / LOG_2 * 10) / 10.0;
        if (bits != 0) {
            reasons.add(turned ? new Reason(field, b, a, bits) : new Reason(field, a, b, bits));
        }
    }

    private static double logSpan(Side a) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < a.size; i++) {
            if (a.isDated(i)) {
                first = Math.min(first, a.from[i]);
                last = Math.max(last, a.to[i]);
            }
        }
        return first > last ? 0 : Math.log(last - first + 1.0);
    }

    private String apart(int e) {
        return links.ring[e] == Surroundings.NO_DISTANCE
                ? ""
                : String.format(
                        Locale.ROOT, " (%.1f km)", Near.kilometres(Near.chordSquared(a, links.a[e], b, links.b[e])));
    }

    private static String said(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).collect(Collectors.joining(" / "));
    }

    private static String date(Row row) {
        if (row.from() == null) {
            return "unknown";
        }
        return row.from().equals(row.to()) ? row.from().toString() : row.from() + ".." + row.to();
    }

    private static String place(Row row) {
        Row.Spot spot = row.spot();
        return spot == null
                ? String.join(", ", row.places())
                : String.format(Locale.ROOT, "%.4f %.4f", spot.latitude(), spot.longitude());
    }

    private static String said(Row.@Nullable Toll toll) {
        return toll == null ? "unknown" : toll.toString();
    }
}
