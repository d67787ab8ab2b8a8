package org.ascribe.core.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each source is right on who did it, as far as the sources' agreement tells: estimated without anybody's policy and
 * shown beside it, never used in its place.
 *
 * <p>The model is that of A. P. Dawid and A. M. Skene (<i>Applied Statistics</i> 28, 1979) with one number a source: it names the
 * actor that did it with probability r, and each of the others that are named with the rest in equal parts; where it clears
 * an actor, it is right with probability r. Incidents tell something that two sources or more speak of; that it was none of
 * the named is a hypothesis too, and branches of one actor are one. Expectation and maximisation alternate until nothing moves; a prior of 4 right and 2 wrong (a Beta) keeps sources with few statements near
 * two thirds. The interval is that of the Beta posterior in its normal approximation, and holds only given the model: sources
 * that copy each other's errors look reliable.
 */
public final class Reliability {

    private static final double PRIOR_RIGHT = 4;
    private static final double PRIOR_WRONG = 2;
    private static final int MOST_ROUNDS = 500;
    private static final double CLOSE = 1e-7;
    private static final double Z = 1.959964;

    /**
     * One source.
     *
     * @param source its name: an outlet for its own voice, else a speaker
     * @param statements on incidents that tell something
     * @param right estimated share of them that is right
     * @param low lower end of the 95 % interval
     * @param policy what the perspective holds it to be, the mean over its statements; 0.5 where it is not heard
     */
    public record Source(String source, int statements, double right, double low, double high, double policy) {}

    private Reliability() {}

    /** One source's word on one incident: for or against one of the families named there. */
    private record Word(int source, int family, boolean names) {}

    /**
     * Estimates every source that speaks of an incident that tells something, those with most statements first.
     *
     * @param perspective the policy to show beside the estimates
     */
    public static List<Source> of(Docket docket, Perspective perspective) {
        Scales scales = new Scales(docket, perspective, Math.max(docket.latest, 0));
        List<List<Word>> incidents = new ArrayList<>();
        List<Integer> families = new ArrayList<>();
        Map<Integer, double[]> policy = new HashMap<>();
        for (int i = 0; i < docket.size(); i++) {
            List<Word> words = words(docket, i);
            int named = 1 + words.stream().mapToInt(Word::family).max().orElse(-1);
            long sources = words.stream().mapToInt(Word::source).distinct().count();
            if (sources < 2) {
                continue;
            }
            incidents.add(words);
            families.add(named);
            for (int e = docket.from[i]; e < docket.from[i + 1]; e++) {
                double[] sum = policy.computeIfAbsent(docket.source[e], source -> new double[2]);
                sum[0] += Perspective.rightOf(scales.weight(i, e));
                sum[1]++;
            }
        }
        double[] right = estimate(docket.sources.size(), incidents, families);
        double[] counts = new double[docket.sources.size()];
        incidents.forEach(words -> words.forEach(word -> counts[word.source()]++));
        List<Source> found = new ArrayList<>();
        for (int s = 0; s < counts.length; s++) {
            if (counts[s] > 0) {
                double n = counts[s] + PRIOR_RIGHT + PRIOR_WRONG;
                double half = Z * Math.sqrt(right[s] * (1 - right[s]) / (n + 1));
                double[] held = policy.getOrDefault(s, new double[] {0.5, 1});
                found.add(new Source(
                        docket.sources.get(s),
                        (int) counts[s],
                        right[s],
                        Math.max(0, right[s] - half),
                        Math.min(1, right[s] + half),
                        held[0] / held[1]));
            }
        }
        found.sort(
                Comparator.comparingInt((Source source) -> -source.statements()).thenComparing(Source::source));
        return List.copyOf(found);
    }

    /** Each source's words on one incident, once for each family and direction; copies are no words. */
    private static List<Word> words(Docket docket, int i) {
        Map<Integer, Integer> familyOf = new TreeMap<>();
        Map<Word, Boolean> met = new HashMap<>();
        List<Word> words = new ArrayList<>();
        // families that are named come first; one that is only cleared is no hypothesis
        for (boolean naming : new boolean[] {true, false}) {
            for (int e = docket.from[i]; e < docket.from[i + 1]; e++) {
                boolean names = (docket.flags[e] & Docket.NAMES) != 0;
                if (names != naming) {
                    continue;
                }
                int root = docket.slotActor[docket.slotFrom[i] + docket.slot[e]];
                for (int steps = 0; docket.parent[root] >= 0 && steps <= docket.parent.length; steps++) {
                    root = docket.parent[root];
                }
                if (!names && !familyOf.containsKey(root)) {
                    continue;
                }
                int family = familyOf.computeIfAbsent(root, key -> familyOf.size());
                Word word = new Word(docket.source[e], family, names);
                if (met.put(word, true) == null) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    /** By source, the share that is right. Hypotheses are the families and, last, that it was none of them. */
    private static double[] estimate(int sources, List<List<Word>> incidents, List<Integer> families) {
        double[] right = new double[sources];
        Arrays.fill(right, PRIOR_RIGHT / (PRIOR_RIGHT + PRIOR_WRONG));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] good = new double[sources];
            double[] all = new double[sources];
            for (int i = 0; i < incidents.size(); i++) {
                List<Word> words = incidents.get(i);
                int named = families.get(i);
                double[] log = new double[named + 1];
                for (int h = 0; h <= named; h++) {
                    for (Word word : words) {
                        log[h] += Math.log(likelihood(word, h, named, right[word.source()]));
                    }
                }
                double most = Double.NEGATIVE_INFINITY;
                for (double each : log) {
                    most = Math.max(most, each);
                }
                double sum = 0;
                for (int h = 0; h <= named; h++) {
                    log[h] = Math.exp(log[h] - most);
                    sum += log[h];
                }
                for (Word word : words) {
                    double itWas = log[word.family()] / sum;
                    good[word.source()] += word.names() ? itWas : 1 - itWas;
                    all[word.source()]++;
                }
            }
            double moved = 0;
            for (int s = 0; s < sources; s++) {
                double now = (good[s] + PRIOR_RIGHT) / (all[s] + PRIOR_RIGHT + PRIOR_WRONG);
                moved = Math.max(moved, Math.abs(now - right[s]));
                right[s] = now;
            }
            if (moved < CLOSE) {
                break;
            }
        }
        return right;
    }

    private static double likelihood(Word word, int hypothesis, int named, double right) {
        boolean itWas = word.family() == hypothesis;
        if (word.names()) {
            return itWas ? right : (1 - right) / named;
        }
        return itWas ? 1 - right : right;
    }
}
