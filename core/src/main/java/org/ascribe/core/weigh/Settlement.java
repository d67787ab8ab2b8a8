package org.ascribe.core.weigh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ascribe.core.Assertion;
import org.ascribe.core.Harm;
import org.ascribe.core.Speaker;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Perspective.Claim;
import org.ascribe.core.weigh.Perspective.Combine;
import org.ascribe.core.weigh.Settled.Figures;
import org.ascribe.core.weigh.Settled.Reason;
import org.ascribe.core.weigh.Settled.Support;
import org.jspecify.annotations.Nullable;

/**
 * All incidents of a docket as one perspective settles them. What lists and counts need is there at once; the reasons of an
 * incident are worked out when {@link #get} asks for it. Immutable; safe to share between threads.
 *
 * <p>The interval around a support is Wilson's score interval of 95 % (E. B. Wilson, <i>JASA</i> 22, 1927) for a share observed
 * on as many trials as independent origins are heard, where uneven weights count as fewer: (sum of weights)² / sum of their
 * squares (Kish, <i>Survey Sampling</i>, 1965). It says how much rests on how few; that a trusted voice may err is in the support.
 *
 * <p>Of a day before the last one, only what was published by then is heard. Reports without a day count from the latest day
 * of the ledger on, since nobody can say that they were known before; so the record of that day is today's. Which tellings are
 * one incident is our reading and no news: it, and people's judgements, are today's on every day.
 */
public final class Settlement {

    /** Of the branches of an actor that a statement names; it does not tell them apart. */
    private static final double SHARE_OF_BRANCH = 0.5;

    private static final double Z = 1.959964;

    private final Docket docket;
    private final Perspective perspective;
    private final @Nullable LocalDate asOf;
    private final int asOfDay;
    private final Scales scales;

    private final byte[] status;
    private final boolean[] known;
    private final int[] leader;
    private final float[] supports;
    private final float[] lows;
    private final float[] highs;
    private final int[][] figures;

    /** Settles them all on as many threads as the machine has cores. Cost grows with statements times rules, once. */
    public static Settlement of(Docket docket, Perspective perspective, @Nullable LocalDate asOf) {
        return new Settlement(docket, perspective, asOf);
    }

    private Settlement(Docket docket, Perspective perspective, @Nullable LocalDate asOf) {
        this.docket = docket;
        this.perspective = perspective;
        this.asOf = asOf;
        asOfDay = asOf == null ? Math.max(docket.latest, 0) : Math.toIntExact(asOf.toEpochDay());
        scales = new Scales(docket, perspective, asOfDay);
        int size = docket.size();
        status = new byte[size];
        known = new boolean[size];
        leader = new int[size];
        supports = new float[docket.slotActor.length];
        lows = new float[docket.slotActor.length];
        highs = new float[docket.slotActor.length];
        figures = new int[6][size];
        int piece = 2048;
        IntStream.range(0, (size + piece - 1) / piece).parallel().forEach(part -> {
            Pan pan = new Pan();
            for (int i = part * piece; i < Math.min(size, (part + 1) * piece); i++) {
                settle(i, pan);
            }
        });
    }

    public Docket docket() {
        return docket;
    }

    public Perspective perspective() {
        return perspective;
    }

    /** The day of which the record is asked; empty for today. */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(asOf);
    }

    public int size() {
        return docket.size();
    }

    /** Whether any report told of the incident by the day that is asked. */
    public boolean isKnown(int incident) {
        return known[incident];
    }

    public Status status(int incident) {
        return STATUSES[status[incident]];
    }

    /** The actor with the most support, by id; empty where no trusted voice names one. */
    public Optional<String> leader(int incident) {
        return leader[incident] < 0 ? Optional.empty() : Optional.of(docket.actors.get(leader[incident]));
    }

    /** People killed. */
    public Figures killed(int incident) {
        return figures(incident, 0);
    }

    /** People wounded. */
    public Figures wounded(int incident) {
        return figures(incident, 3);
    }

    private Figures figures(int incident, int at) {
        return new Figures(
                number(figures[at][incident]), number(figures[at + 1][incident]), number(figures[at + 2][incident]));
    }

    private static @Nullable Integer number(int value) {
        return value == Docket.UNKNOWN ? null : (Integer) value;
    }

    /** The actors that some voice had named by the day, most support first. */
    public List<Support> actors(int incident) {
        List<Support> all = new ArrayList<>();
        int first = docket.slotFrom[incident];
        boolean[] named = new boolean[docket.slotFrom[incident + 1] - first];
        for (int e = docket.from[incident]; e < docket.from[incident + 1]; e++) {
            named[docket.slot[e]] |= (docket.flags[e] & Docket.NAMES) != 0 && docket.day[e] <= scalesDay();
        }
        for (int s = 0; s < named.length; s++) {
            if (named[s]) {
                int actor = docket.slotActor[first + s];
                double support = supports[first + s];
                all.add(new Support(
                        docket.actors.get(actor), docket.nameOf(actor), support, lows[first + s], highs[first + s]));
            }
        }
        all.sort(Comparator.comparingDouble((Support each) -> -each.support()).thenComparing(Support::actor));
        return List.copyOf(all);
    }

    private int scalesDay() {
        return asOf == null ? Integer.MAX_VALUE : asOfDay;
    }

    /** One incident with its reasons; the same as in {@link #list}. */
    public Settled get(int incident) {
        Pan pan = new Pan();
        settle(incident, pan);
        return new Settled(
                docket.incident(incident),
                perspective.name(),
                status(incident),
                pan.why(incident),
                actors(incident),
                killed(incident),
                wounded(incident),
                pan.reasons(incident));
    }

    /** Those that were known by the day, with their reasons, in the order of their ids. */
    public List<Settled> list() {
        return IntStream.range(0, size())
                .filter(this::isKnown)
                .mapToObj(this::get)
                .toList();
    }

    // --- one incident

    private static final Status[] STATUSES = Status.values();

    /** Which rule gave the status. */
    enum Ruling {
        NOBODY,
        UNHEARD,
        RIVALS,
        RULED_OUT,
        LONE_ACCUSER,
        OUTWEIGHED,
        OWN_DENIAL,
        DENIED,
        RESERVED,
        FEW,
        UNSURE,
        CONFIRMED,
        FAIR
    }

    private void settle(int i, Pan pan) {
        known[i] = docket.firstKnown[i] <= scalesDay();
        pan.weigh(i);
        status[i] = (byte) statusOf(pan.rule(i)).ordinal();
        leader[i] = pan.lead < 0 ? -1 : docket.slotActor[docket.slotFrom[i] + pan.lead];
        for (int s = 0; s < pan.slots; s++) {
            int at = docket.slotFrom[i] + s;
            supports[at] = (float) pan.support[s];
            lows[at] = (float) pan.low[s];
            highs[at] = (float) pan.high[s];
        }
        pan.tolls(i, Harm.KILLED, 0);
        pan.tolls(i, Harm.WOUNDED, 3);
    }

    private static Status statusOf(Ruling ruling) {
        return switch (ruling) {
            case NOBODY, UNHEARD -> Status.UNCLAIMED;
            case RIVALS, OWN_DENIAL, DENIED -> Status.CONTESTED;
            case RULED_OUT, LONE_ACCUSER, OUTWEIGHED -> Status.DISCOUNTED;
            case RESERVED, FEW, UNSURE -> Status.WEAK;
            case CONFIRMED -> Status.CONFIRMED;
            case FAIR -> Status.FAIR;
        };
    }

    /** Where one incident is weighed; one for each thread. */
    private final class Pan {
        int slots;
        int origins;
        /** By slot and origin: the strongest for and against, shares of kin included. */
        double[] pro = new double[64];

        double[] con = new double[64];
        /** By slot and origin: the entry that says it most strongly of the very actor, -1 for none. */
        int[] proEntry = new int[64];

        int[] conEntry = new int[64];
        double[] heaviest = new double[16];
        double[] against = new double[16];
        double[] gross = new double[16];
        double[] support = new double[16];
        double[] low = new double[16];
        double[] high = new double[16];
        double[] odds = new double[16];
        boolean[] named = new boolean[16];
        double[] weights = new double[64];
        int lead;
        int namedCount;
        Ruling ruling = Ruling.NOBODY;

        void weigh(int i) {
            int first = docket.slotFrom[i];
            slots = docket.slotFrom[i + 1] - first;
            origins = docket.originCount[i];
            int from = docket.from[i];
            int to = docket.from[i + 1];
            grow(to - from);
            Arrays.fill(pro, 0, slots * origins, 0);
            Arrays.fill(con, 0, slots * origins, 0);
            Arrays.fill(proEntry, 0, slots * origins, -1);
            Arrays.fill(conEntry, 0, slots * origins, -1);
            Arrays.fill(heaviest, 0, origins, 0);
            Arrays.fill(named, 0, slots, false);
            boolean counts = perspective.combine() == Combine.COUNTS;
            boolean ach = perspective.combine() == Combine.INCONSISTENCY;
            for (int e = from; e < to; e++) {
                double weight = scales.weight(i, e);
                if (counts && weight > 0) {
                    weight = 1;
                }
                weights[e - from] = weight;
                if (weight <= 0) {
                    continue;
                }
                int slot = docket.slot[e];
                int origin = docket.origin[e];
                boolean names = (docket.flags[e] & Docket.NAMES) != 0;
                heaviest[origin] = Math.max(heaviest[origin], weight);
                int at = slot * origins + origin;
                int[] strongest = names ? proEntry : conEntry;
                if (strongest[at] < 0 || weights[strongest[at] - from] < weight) {
                    strongest[at] = e;
                }
                named[slot] |= names;
                int actor = docket.slotActor[first + slot];
                for (int s = 0; s < slots; s++) {
                    int other = docket.slotActor[first + s];
                    int cell = s * origins + origin;
                    boolean same = s == slot;
                    if (names) {
                        double share =
                                same || docket.isOf(actor, other) ? 1 : docket.isOf(other, actor) ? SHARE_OF_BRANCH : 0;
                        if (counts && share > 0) {
                            share = 1;
                        }
                        pro[cell] = Math.max(pro[cell], share * weight);
                        if (ach && share == 0 && !areTogether(i, slot, s)) {
                            con[cell] = Math.max(con[cell], weight);
                        }
                    } else if (same || docket.isOf(other, actor)) {
                        con[cell] = Math.max(con[cell], weight);
                    }
                }
            }
            sum(i, counts, ach);
        }

        private void grow(int entries) {
            int cells = Math.max(1, slots * origins);
            if (pro.length < cells) {
                pro = new double[cells * 2];
                con = new double[cells * 2];
                proEntry = new int[cells * 2];
                conEntry = new int[cells * 2];
            }
            if (heaviest.length < origins) {
                heaviest = new double[origins * 2];
            }
            if (gross.length < slots) {
                gross = new double[slots * 2];
                against = new double[slots * 2];
                support = new double[slots * 2];
                low = new double[slots * 2];
                high = new double[slots * 2];
                odds = new double[slots * 2];
                named = new boolean[slots * 2];
            }
            if (weights.length < entries) {
                weights = new double[entries * 2];
            }
        }

        private void sum(int i, boolean counts, boolean ach) {
            double nobody = 0;
            double all = 0;
            double squares = 0;
            int heard = 0;
            for (int o = 0; o < origins; o++) {
                all += heaviest[o];
                squares += heaviest[o] * heaviest[o];
                heard += heaviest[o] > 0 ? 1 : 0;
                if (ach) {
                    double naming = 0;
                    for (int s = 0; s < slots; s++) {
                        naming = Math.max(naming, pro[s * origins + o]);
                    }
                    nobody -= naming;
                }
            }
            for (int s = 0; s < slots; s++) {
                gross[s] = 0;
                against[s] = 0;
                for (int o = 0; o < origins; o++) {
                    gross[s] += pro[s * origins + o];
                    against[s] += con[s * origins + o];
                }
                odds[s] = perspective.prior() + (ach ? -against[s] : gross[s] - against[s]);
            }
            double n = squares == 0 ? 0 : counts ? heard : all * all / squares;
            for (int s = 0; s < slots; s++) {
                double value;
                if (gross[s] == 0) {
                    value = 0;
                } else if (counts) {
                    value = gross[s] / heard;
                } else {
                    value = share(i, s, nobody);
                }
                support[s] = value;
                interval(s, value, n);
            }
            lead = -1;
            namedCount = 0;
            for (int s = 0; s < slots; s++) {
                if (named[s]) {
                    namedCount++;
                    if (lead < 0 || leads(i, s, lead)) {
                        lead = s;
                    }
                }
            }
        }

        private boolean leads(int i, int a, int b) {
            if (support[a] != support[b]) {
                return support[a] > support[b];
            }
            if (gross[a] != gross[b]) {
                return gross[a] > gross[b];
            }
            int first = docket.slotFrom[i];
            return docket.isOf(docket.slotActor[first + a], docket.slotActor[first + b]);
        }

        /** Of the odds; of each family of rivals, the strongest member counts. */
        private double share(int i, int s, double nobody) {
            int first = docket.slotFrom[i];
            double most = Math.max(odds[s], nobody);
            for (int r = 0; r < slots; r++) {
                if (isRival(i, s, r) && gross[r] > 0) {
                    most = Math.max(most, odds[r]);
                }
            }
            double own = Math.exp(odds[s] - most);
            double others = Math.exp(nobody - most);
            for (int r = 0; r < slots; r++) {
                if (gross[r] > 0 && isRival(i, s, r)) {
                    boolean strongest = true;
                    for (int k = 0; k < slots && strongest; k++) {
                        strongest = k == r
                                || gross[k] == 0
                                || !isRival(i, s, k)
                                || !docket.areKin(docket.slotActor[first + r], docket.slotActor[first + k])
                                || odds[k] < odds[r]
                                || (odds[k] == odds[r] && k > r);
                    }
                    if (strongest) {
                        others += Math.exp(odds[r] - most);
                    }
                }
            }
            return own / (own + others);
        }

        private void interval(int s, double p, double n) {
            if (n == 0) {
                low[s] = 0;
                high[s] = 1;
                return;
            }
            double z2 = Z * Z;
            double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
            double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
            low[s] = Math.max(0, Math.min(p, centre - half));
            high[s] = Math.min(1, Math.max(p, centre + half));
        }

        private boolean isRival(int i, int a, int b) {
            int first = docket.slotFrom[i];
            return a != b
                    && !docket.areKin(docket.slotActor[first + a], docket.slotActor[first + b])
                    && !areTogether(i, a, b);
        }

        /** Whether a row of a data set that is heard states both in the same words, as the two parties of one fight. */
        private boolean areTogether(int i, int a, int b) {
            int from = docket.from[i];
            int to = docket.from[i + 1];
            for (int e = from; e < to; e++) {
                if (docket.slot[e] == a && docket.row[e] >= 0 && docket.day[e] <= scalesDay()) {
                    for (int f = from; f < to; f++) {
                        if (docket.slot[f] == b && docket.row[f] == docket.row[e]) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private boolean isNamedBesideAnother(int i, int slot) {
            for (int s = 0; s < slots; s++) {
                if (s != slot && named[s] && areTogether(i, slot, s)) {
                    return true;
                }
            }
            return false;
        }

        private double strength(int s) {
            return perspective.combine() == Combine.LOG_ODDS ? Math.max(0, gross[s] - against[s]) : gross[s];
        }

        /** What the strongest of those who are named weighs. */
        private double most() {
            double most = 0;
            for (int s = 0; s < slots; s++) {
                most = Math.max(most, named[s] ? strength(s) : 0);
            }
            return most;
        }

        /** Independent origins that name this very actor. */
        private int naming(int s) {
            int found = 0;
            for (int o = 0; o < origins; o++) {
                found += proEntry[s * origins + o] >= 0 ? 1 : 0;
            }
            return found;
        }

        /** Independent origins that name any of those that contend. */
        private int namingAny() {
            double most = most();
            int found = 0;
            for (int o = 0; o < origins; o++) {
                boolean any = false;
                for (int s = 0; s < slots; s++) {
                    any |= proEntry[s * origins + o] >= 0 && contends(s, most);
                }
                found += any ? 1 : 0;
            }
            return found;
        }

        private boolean isHeard(int i, int e) {
            return weights[e - docket.from[i]] > 0 && named[docket.slot[e]];
        }

        /** The denials of what is named, each origin once, at their heaviest. */
        private double denials(int s) {
            double all = 0;
            for (int o = 0; o < origins; o++) {
                int entry = conEntry[s * origins + o];
                all += entry < 0 ? 0 : weights[entry - entryBase];
            }
            return all;
        }

        private int entryBase;

        /** Which rule gives the status; as {@link Attribution}, over the statements that are heard. */
        Ruling rule(int i) {
            entryBase = docket.from[i];
            ruling = ruling(i);
            return ruling;
        }

        private Ruling ruling(int i) {
            Perspective.StatusRules rules = perspective.status();
            if (namedCount == 0) {
                for (int e = docket.from[i]; e < docket.from[i + 1]; e++) {
                    if ((docket.flags[e] & Docket.NAMES) != 0 && docket.day[e] <= scalesDay()) {
                        return Ruling.UNHEARD;
                    }
                }
                return Ruling.NOBODY;
            }
            double most = most();
            if (most == 0) {
                return Ruling.OUTWEIGHED;
            }
            for (int a = 0; a < slots; a++) {
                for (int b = a + 1; b < slots; b++) {
                    if (contends(a, most) && contends(b, most) && isRival(i, a, b)) {
                        return Ruling.RIVALS;
                    }
                }
            }
            Ruling disputed = disputed(i, most);
            if (disputed != null) {
                return disputed;
            }
            boolean reserved = true;
            boolean claimed = false;
            for (int e = docket.from[i]; e < docket.from[i + 1]; e++) {
                if (isHeard(i, e) && contends(docket.slot[e], most) && (docket.flags[e] & Docket.NAMES) != 0) {
                    reserved &= (docket.flags[e] & Docket.RESERVED) != 0;
                    claimed |= (docket.flags[e] & Docket.CLAIM) != 0;
                }
            }
            if (reserved) {
                return Ruling.RESERVED;
            }
            int texts = namingAny();
            if (claimed && rules.claim() == Claim.ENOUGH && support[lead] >= rules.support()) {
                return Ruling.CONFIRMED;
            }
            if (texts < Math.min(rules.fair(), rules.confirmed())) {
                return Ruling.FEW;
            }
            if (support[lead] < rules.support()) {
                return Ruling.UNSURE;
            }
            if (texts >= rules.confirmed() && (claimed || rules.claim() == Claim.NOT_ASKED)) {
                return Ruling.CONFIRMED;
            }
            return texts >= rules.fair() ? Ruling.FAIR : Ruling.FEW;
        }

        private boolean contends(int s, double most) {
            return named[s] && strength(s) >= perspective.status().contestedFrom() * most;
        }

        private @Nullable Ruling disputed(int i, double most) {
            boolean denied = false;
            for (int s = 0; s < slots; s++) {
                if (contends(s, most)) {
                    double denials = denials(s);
                    denied |= denials > 0 && denials >= perspective.status().contestedFrom() * gross[s];
                }
            }
            if (!denied) {
                return null;
            }
            Set<Integer> accusers = new HashSet<>();
            Set<Integer> deniers = new HashSet<>();
            boolean self = false;
            for (int e = docket.from[i]; e < docket.from[i + 1]; e++) {
                if (!isHeard(i, e) || !contends(docket.slot[e], most)) {
                    continue;
                }
                if ((docket.flags[e] & Docket.NAMES) != 0) {
                    accusers.add(docket.voice[e]);
                } else if (isOfNamed(i, docket.speakerActor[e])) {
                    self = true;
                } else {
                    deniers.add(docket.voice[e]);
                }
            }
            boolean byCounts = perspective.status().contestedFrom() == 0;
            if (!deniers.isEmpty()) {
                if (deniers.containsAll(accusers)) {
                    return Ruling.RULED_OUT;
                }
                if (byCounts && accusers.size() == 1 && deniers.stream().noneMatch(accusers::contains)) {
                    return Ruling.LONE_ACCUSER;
                }
            }
            return self ? Ruling.OWN_DENIAL : Ruling.DENIED;
        }

        private boolean isOfNamed(int i, int actor) {
            if (actor < 0) {
                return false;
            }
            for (int s = 0; s < slots; s++) {
                if (named[s] && docket.areKin(docket.slotActor[docket.slotFrom[i] + s], actor)) {
                    return true;
                }
            }
            return false;
        }

        // --- tolls

        /** The number that one origin gives. */
        private record Told(int low, int high, int best, double weight, int day, boolean ucdp) {}

        void tolls(int i, Harm harm, int at) {
            List<@Nullable Told> byOrigin = null;
            int from = docket.tollFrom[i];
            int to = docket.tollFrom[i + 1];
            for (int e = from; e < to; ) {
                int telling = docket.tollTelling[e];
                int end = e;
                while (end < to && docket.tollTelling[end] == telling) {
                    end++;
                }
                if (docket.tollHarm[e] == harm.ordinal()) {
                    Told told = told(i, e, end, telling);
                    if (told != null) {
                        if (byOrigin == null) {
                            byOrigin = new ArrayList<>();
                        }
                        while (byOrigin.size() < origins) {
                            byOrigin.add(null);
                        }
                        int origin = docket.tollOrigin[e];
                        Told other = byOrigin.get(origin);
                        if (other == null || BEFORE.compare(told, other) < 0) {
                            byOrigin.set(origin, told);
                        }
                    }
                }
                e = end;
            }
            List<Told> all = new ArrayList<>();
            if (byOrigin != null) {
                for (Told told : byOrigin) {
                    if (told != null) {
                        all.add(told);
                    }
                }
            }
            int lowest = Docket.UNKNOWN;
            int highest = Docket.UNKNOWN;
            int mostLow = Docket.UNKNOWN;
            for (Told told : all) {
                if (told.low() != Docket.UNKNOWN) {
                    lowest = lowest == Docket.UNKNOWN ? told.low() : Math.min(lowest, told.low());
                    mostLow = Math.max(mostLow, told.low());
                }
                highest = Math.max(highest, told.high());
            }
            figures[at][i] = lowest;
            figures[at + 1][i] = highest < mostLow ? Docket.UNKNOWN : highest;
            figures[at + 2][i] = best(all);
        }

        /**
         * What one telling gives: the report's own reading of the whole where all its voices are heard, else the largest part
         * that a heard voice gives. The number to choose from is the largest that is given, for parts are smaller than the
         * whole, and for the lowest rule the lowest.
         */
        private @Nullable Told told(int i, int from, int to, int telling) {
            double heaviest = 0;
            boolean all = true;
            int best = Docket.UNKNOWN;
            int low = Docket.UNKNOWN;
            int high = Docket.UNKNOWN;
            int largest = Docket.UNKNOWN;
            boolean ucdp = false;
            for (int e = from; e < to; e++) {
                double weight = scales.tollWeight(i, e);
                if (weight <= 0) {
                    all = false;
                    continue;
                }
                heaviest = Math.max(heaviest, weight);
                int givenLow = docket.tollLow[e];
                int givenHigh = docket.tollHigh[e];
                if (Math.max(givenLow, givenHigh) > Math.max(low, high)) {
                    low = givenLow;
                    high = givenHigh;
                }
                largest = Math.max(largest, givenLow == Docket.UNKNOWN ? givenHigh : givenLow);
                String outlet = docket.tollOutlet[e] < 0 ? "" : docket.outlets.get(docket.tollOutlet[e]);
                if (outlet.startsWith("UCDP") && givenLow == givenHigh) {
                    ucdp = true;
                    best = givenLow;
                }
            }
            if (heaviest == 0) {
                return null;
            }
            if (all && (docket.wholeLow[telling] != Docket.UNKNOWN || docket.wholeHigh[telling] != Docket.UNKNOWN)) {
                low = docket.wholeLow[telling];
                high = docket.wholeHigh[telling];
            }
            if (!ucdp) {
                boolean within = largest >= low && (high == Docket.UNKNOWN || largest <= high);
                best = perspective.toll() == Perspective.TollRule.LOWEST && low != Docket.UNKNOWN
                        ? low
                        : within ? largest : low == Docket.UNKNOWN ? high : low;
            }
            return new Told(low, high, best, heaviest, docket.tollDay[from], ucdp);
        }

        private int best(List<Told> all) {
            if (all.isEmpty()) {
                return Docket.UNKNOWN;
            }
            return switch (perspective.toll()) {
                case LOWEST -> all.stream().mapToInt(Told::best).min().orElseThrow();
                case HIGHEST ->
                    all.stream()
                            .mapToInt(told -> Math.max(told.best(), told.high()))
                            .max()
                            .orElseThrow();
                case MEDIAN -> {
                    int[] sorted = all.stream().mapToInt(Told::best).sorted().toArray();
                    yield sorted[(sorted.length - 1) / 2];
                }
                case LATEST ->
                    all.stream()
                            .min(Comparator.comparingInt((Told told) -> -told.day())
                                    .thenComparingInt(Told::best))
                            .orElseThrow()
                            .best();
                case MOST_TRUSTED -> all.stream().min(BEFORE).orElseThrow().best();
                case UCDP_BEST ->
                    all.stream()
                            .filter(Told::ucdp)
                            .min(BEFORE)
                            .or(() -> all.stream()
                                    .min(Comparator.comparingDouble((Told told) -> -told.weight())
                                            .thenComparingInt(Told::best)))
                            .orElseThrow()
                            .best();
            };
        }

        // --- in words

        List<Reason> reasons(int i) {
            List<Reason> all = new ArrayList<>();
            int from = docket.from[i];
            for (int e = from; e < docket.from[i + 1]; e++) {
                if (docket.day[e] > scalesDay()) {
                    continue;
                }
                Statement statement = docket.statements[e];
                int slot = docket.slot[e];
                int cell = slot * origins + docket.origin[e];
                boolean names = (docket.flags[e] & Docket.NAMES) != 0;
                double weight = weights[e - from];
                String rule = scales.why(i, e);
                if (weight > 0 && (names ? proEntry : conEntry)[cell] != e) {
                    weight = 0;
                    rule += "; the same origin says so already";
                }
                all.add(new Reason(
                        statement.assertion(),
                        statement.published(),
                        statement.outlet(),
                        docket.actors.get(docket.slotActor[docket.slotFrom[i] + slot]),
                        names ? weight : weight == 0 ? 0 : -weight,
                        rule));
            }
            for (int e = docket.tollFrom[i]; e < docket.tollFrom[i + 1]; e++) {
                Statement statement = docket.tollStatements[e];
                if (statement != null && docket.tollDay[e] <= scalesDay()) {
                    all.add(new Reason(
                            statement.assertion(),
                            statement.published(),
                            statement.outlet(),
                            null,
                            perspective.combine() == Combine.COUNTS
                                    ? Math.min(1, Math.ceil(scales.tollWeight(i, e)))
                                    : scales.tollWeight(i, e),
                            scales.tollWhy(i, e)));
                }
            }
            all.sort(Comparator.comparing((Reason reason) -> reason.actor() == null)
                    .thenComparingDouble(reason -> -Math.abs(reason.weight()))
                    .thenComparingDouble(reason -> -reason.weight())
                    .thenComparing(Reason::published, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(reason -> reason.assertion().id()));
            return all;
        }

        String why(int i) {
            Perspective.StatusRules rules = perspective.status();
            String who = who(i);
            int texts = namingAny();
            double most = most();
            return switch (ruling) {
                case NOBODY -> "No voice names an actor.";
                case UNHEARD -> "No voice that this perspective trusts names an actor.";
                case RIVALS -> {
                    yield "Voices name different actors: "
                            + IntStream.range(0, slots)
                                    .filter(s -> contends(s, most))
                                    .boxed()
                                    .sorted(Comparator.comparingDouble((Integer s) -> -support[s])
                                            .thenComparing(s -> s))
                                    .map(s -> name(i, s) + " (" + measure(s) + ")")
                                    .collect(Collectors.joining(", "))
                            + ".";
                }
                case RULED_OUT ->
                    String.join(" and ", voices(i, true)) + " named " + who + " and then ruled it out or doubted it.";
                case LONE_ACCUSER ->
                    "Only " + String.join(" and ", voices(i, true)) + " names " + who + ", and every other voice ("
                            + String.join(", ", voices(i, false)) + ") denies or doubts it.";
                case OUTWEIGHED -> "What is said against " + who + " weighs at least as much as what names it.";
                case OWN_DENIAL -> who + " is named and denies it.";
                case DENIED ->
                    who + " is named, and " + String.join(" and ", voices(i, false)) + " denies or doubts it.";
                case RESERVED -> "Every voice that names " + who + " does so under reserve.";
                case FEW ->
                    "Only " + independent(texts) + " names " + who
                            + (rules.fair() > 2 || texts > 1
                                    ? ", and this perspective asks for " + Math.min(rules.fair(), rules.confirmed())
                                            + "."
                                    : isClaimed(i) ? ", by reporting its claim." : ".");
                case UNSURE ->
                    "The support of " + who + " is " + Scales.plain(support[lead]) + ", below the "
                            + Scales.plain(rules.support()) + " that this perspective asks for.";
                case CONFIRMED ->
                    isClaimed(i)
                            ? who + " claimed it, " + independent(texts) + (texts == 1 ? " names" : " name")
                                    + " it, and no voice of weight names another or denies it."
                            : capital(independent(texts)) + " name " + who
                                    + ", as many as this perspective asks for, and no voice of weight names another"
                                    + " or denies it.";
                case FAIR ->
                    capital(independent(texts)) + " name " + who
                            + ", and no voice of weight names another or denies it.";
            };
        }

        private String measure(int s) {
            int found = naming(s);
            return perspective.combine() == Combine.COUNTS
                    ? independent(found)
                    : "support " + Scales.plain(support[s]) + ", " + found + (found == 1 ? " origin" : " origins");
        }

        private boolean isClaimed(int i) {
            for (int e = docket.from[i]; e < docket.from[i + 1]; e++) {
                if (isHeard(i, e) && (docket.flags[e] & Docket.CLAIM) != 0) {
                    return true;
                }
            }
            return false;
        }

        private String name(int i, int s) {
            return docket.nameOf(docket.slotActor[docket.slotFrom[i] + s]);
        }

        /** Those who lead together: kin, and parties of one fight, of which the one that others name too. */
        private String who(int i) {
            if (lead < 0) {
                return "";
            }
            double most = most();
            int widest = 0;
            for (int s = 0; s < slots; s++) {
                widest = Math.max(widest, named[s] ? naming(s) : 0);
            }
            List<String> names = new ArrayList<>();
            for (int s : order()) {
                if (contends(s, most) && (naming(s) == widest || !isNamedBesideAnother(i, s))) {
                    names.add(name(i, s));
                }
            }
            return names.isEmpty() ? name(i, lead) : String.join(" and ", names);
        }

        private List<Integer> order() {
            return IntStream.range(0, slots)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer s) -> -naming(s)).thenComparing(s -> s))
                    .toList();
        }

        /** Those who name, or those who deny without being named. */
        private Set<String> voices(int i, boolean naming) {
            Set<String> all = new TreeSet<>();
            for (int e = docket.from[i]; e < docket.from[i + 1]; e++) {
                if (isHeard(i, e)
                        && ((docket.flags[e] & Docket.NAMES) != 0) == naming
                        && (naming || !isOfNamed(i, docket.speakerActor[e]))) {
                    Assertion assertion = docket.statements[e].assertion();
                    all.add(
                            assertion.speaker().role() == Speaker.Role.AUTHOR
                                    ? "the author of " + assertion.report()
                                    : assertion.speaker().name());
                }
            }
            return all;
        }
    }

    private static final Comparator<Pan.Told> BEFORE = Comparator.comparingDouble((Pan.Told told) -> -told.weight())
            .thenComparingInt(told -> -told.day())
            .thenComparingInt(Pan.Told::best);

    private static String independent(int texts) {
        return texts == 1 ? "one independent report" : texts + " independent reports";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
