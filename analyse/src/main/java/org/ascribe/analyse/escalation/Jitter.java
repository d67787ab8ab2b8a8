package org.ascribe.analyse.escalation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether attacks far apart fall on neighbouring days more often than chance has it: each attack's day is drawn anew within its
 * four weeks, so that the ups and downs of a campaign stay and only the coincidence of days goes. Under chance alone the
 * probability is exact: at most p in a share p of all records.
 */
public final class Jitter {

    public static final String REFERENCE =
            "Amarasingham, Harrison, Hatsopoulos and Geman (2012), Conditional modeling and the "
                    + "jitter method of spike resampling, Journal of Neurophysiology 107:517-531";

    /** Days in which a day is drawn anew. */
    public static final int WINDOW_DAYS = 28;

    private static final long SEED = 20_240_322;

    private final long[] days;
    private final int[] places;
    private final boolean[][] far;
    private final int withinDays;

    /**
     * @param days of the attacks, as days since any fixed one; in any order
     * @param places of the attacks, as indexes into {@code far}
     * @param far which places count as different ones; symmetric
     * @param withinDays how many days two attacks may be apart, 0 or more
     */
    public Jitter(long[] days, int[] places, boolean[][] far, int withinDays) {
        this.days = days.clone();
        this.places = places.clone();
        this.far = Arrays.stream(far).map(boolean[]::clone).toArray(boolean[][]::new);
        this.withinDays = withinDays;
    }

    /** Two attacks, by their indexes, the smaller first. */
    public record Pair(int a, int b) {}

    /**
     * How the number of pairs compares.
     *
     * @param expected mean over the drawn records
     * @param low from this on lie 95 % of the drawn records, {@code high} up to which
     * @param probability that chance gives as many or more
     */
    public record Compared(int pairs, double expected, int low, int high, double probability) {}

    /** All pairs, by index. */
    public List<Pair> pairs() {
        Integer[] order = order(days);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < order.length && days[order[j]] - days[order[i]] <= withinDays; j++) {
                if (far[places[order[i]]][places[order[j]]]) {
                    pairs.add(new Pair(Math.min(order[i], order[j]), Math.max(order[i], order[j])));
                }
            }
        }
        pairs.sort((one, other) -> one.a() != other.a() ? one.a() - other.a() : one.b() - other.b());
        return pairs;
    }

    private static Integer[] order(long[] days) {
        Integer[] order = new Integer[days.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Long.compare(days[a], days[b]));
        return order;
    }

    /** @param draws how many records are drawn, at least 19; the same seed always */
    public Compared compare(int draws) {
        return compare(draws, SEED);
    }

    /** @param seed where simulations need draws that do not depend on each other */
    public Compared compare(int draws, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        int seen = count(days);
        int[] drawn = new int[draws];
        long[] moved = new long[days.length];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < days.length; i++) {
                moved[i] = Math.floorDiv(days[i], WINDOW_DAYS) * WINDOW_DAYS + chance.nextInt(WINDOW_DAYS);
            }
            drawn[draw] = count(moved);
        }
        Arrays.sort(drawn);
        int asMany = (int) Arrays.stream(drawn).filter(pairs -> pairs >= seen).count();
        return new Compared(
                seen,
                Arrays.stream(drawn).average().orElse(0),
                drawn[(int) Math.floor(0.025 * (draws - 1))],
                drawn[(int) Math.ceil(0.975 * (draws - 1))],
                (1.0 + asMany) / (1 + draws));
    }

    private int count(long[] when) {
        long[] sorted = new long[when.length];
        // day and place in one number, to sort without boxes
        for (int i = 0; i < when.length; i++) {
            sorted[i] = when[i] * far.length + places[i];
        }
        Arrays.sort(sorted);
        int pairs = 0;
        for (int i = 0; i < sorted.length; i++) {
            long day = Math.floorDiv(sorted[i], far.length);
            int place = (int) Math.floorMod(sorted[i], far.length);
            for (int j = i + 1; j < sorted.length; j++) {
                if (Math.floorDiv(sorted[j], far.length) - day > withinDays) {
                    break;
                }
                if (far[place][(int) Math.floorMod(sorted[j], far.length)]) {
                    pairs++;
                }
            }
        }
        return pairs;
    }
}
