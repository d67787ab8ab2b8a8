package org.ascribe.core.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Actors and kinds: how the one table names what the other names otherwise, learned from the rows that are likely the same,
 * as word translations are learned from texts in two languages (Brown et al. 1993, model 1). What two rows share counts as
 * much as it is rare among the rows of their country: that both name the parties of a country's only war says nothing.
 */
final class Attributes {

    /** How many links what is known beforehand of a name is worth. */
    private static final double STRENGTH = 3;
    /** How many rows close by the rows of the whole country are worth. */
    private static final double COUNTRY = 10;

    private static final double CELL_DEGREES = 0.5;
    private static final int SEASON_DAYS = 120;
    private static final Block NONE =
            new Block(new int[0], new double[0], new int[0], new double[0], new int[0], new int[0]);

    private final Side a;
    private final Side b;
    private final int kinds;
    private final int[][] alike;
    /** Share of names that are given a like name, at first and as learned. */
    private double likeNamed = 0.6;

    private double crossed = 0.3;
    private double straightCount;
    private double crossedCount;
    private double likeCount;
    private double unlikeCount;

    private Counts actorCounts = new Counts();
    private Counts nextActorCounts = new Counts();
    private double[] actorSums;
    private double[] nextActorSums;
    private final double[][][] kindCounts;
    private final double[][][] nextKindCounts;
    private final double[][] kindSums;
    private final double[][][] kindChance;

    private final Map<String, Block> blocks = new TreeMap<>();
    /** The half degrees and seasons in which rows of both tables lie, and in which each row of the second does. */
    private final List<Neighbourhood> neighbourhoods = new ArrayList<>();

    private final int[] neighbourhoodOf;
    private final int[] placeInNeighbourhood;
    /** Places of a row's two actors among those of its country. */
    private final int[] firstA;

    private final int[] secondA;
    private final int[] firstB;
    private final int[] secondB;
    private final Block[] blockOf;
    /** By neighbourhood and tuple of the second table. */
    private double[][] logChanceHere = new double[0][];

    /** By row of the second table. */
    private final double[] chanceOf;

    /** By number of a pair: rows that say so, how likely it is, and how much of it was met. */
    private int[] pairA = new int[0];

    private int[] pairB = new int[0];
    private double[] logLikelihood = new double[0];
    private double[] mass = new double[0];

    private record Neighbourhood(Block block, int[] tuplesOfA, double[] rowsOfA, int[] tuplesOfB) {}

    /** The rows of one country. */
    private static final class Block {
        final int[] tuplesOfA;
        final double[] rowsOfA;
        final int[] tuplesOfB;
        final double[] rowsOfB;
        final int[] actorsOfA;
        final int[] actorsOfB;
        /** Share of each actor of the second table, by place in actorsOfB. */
        final double[] shareOfB;

        final Map<Integer, Integer> placeOfTupleB = new HashMap<>();
        final int[][] likes;
        double[][] translation = new double[0][];
        double[] logChance = new double[0];

        Block(int[] tuplesOfA, double[] rowsOfA, int[] tuplesOfB, double[] rowsOfB, int[] actorsOfA, int[] actorsOfB) {
            this.tuplesOfA = tuplesOfA;
            this.rowsOfA = rowsOfA;
            this.tuplesOfB = tuplesOfB;
            this.rowsOfB = rowsOfB;
            this.actorsOfA = actorsOfA;
            this.actorsOfB = actorsOfB;
            shareOfB = new double[actorsOfB.length];
            likes = new int[actorsOfA.length][];
            for (int i = 0; i < tuplesOfB.length; i++) {
                placeOfTupleB.put(tuplesOfB[i], i);
            }
        }
    }

    Attributes(Side a, Side b, int kinds, Function<String, Set<String>> aliases) {
        this.a = a;
        this.b = b;
        this.kinds = kinds;
        alike = Names.alike(a.actorNames, b.actorNames, aliases);
        actorSums = new double[a.actorNames.size()];
        nextActorSums = new double[a.actorNames.size()];
        kindCounts = new double[kinds][][];
        nextKindCounts = new double[kinds][][];
        kindChance = new double[kinds][][];
        kindSums = new double[kinds][];
        for (int k = 0; k < kinds; k++) {
            kindCounts[k] =
                    new double[a.kindNames.get(k).size()][b.kindNames.get(k).size()];
            nextKindCounts[k] =
                    new double[a.kindNames.get(k).size()][b.kindNames.get(k).size()];
            kindSums[k] = new double[kindCounts[k].length];
            kindChance[k] = chances(k);
        }
        chanceOf = new double[b.size];
        neighbourhoodOf = new int[b.size];
        placeInNeighbourhood = new int[b.size];
        firstA = new int[a.size];
        secondA = new int[a.size];
        firstB = new int[b.size];
        secondB = new int[b.size];
        blockOf = new Block[b.size];
        lay();
        settle();
        look();
        refresh();
    }

    /** What a kind is called in the other table before anything is learned: as often as there, and more if named alike. */
    private double[][] chances(int kind) {
        List<String> ofA = a.kindNames.get(kind);
        List<String> ofB = b.kindNames.get(kind);
        double[] share = new double[ofB.size()];
        for (int i = 0; i < b.size; i++) {
            share[b.tuples.get(b.tuple[i]).kinds()[kind]] += 1.0 / Math.max(1, b.size);
        }
        int[][] like = Names.alike(ofA, ofB, name -> Set.of());
        double[][] chances = new double[ofA.size()][];
        for (int x = 0; x < ofA.size(); x++) {
            double likeShare = Arrays.stream(like[x]).mapToDouble(y -> share[y]).sum();
            chances[x] = share.clone();
            if (likeShare > 0) {
                for (int y = 0; y < ofB.size(); y++) {
                    chances[x][y] *= 0.4;
                }
                for (int y : like[x]) {
                    chances[x][y] += 0.6 * share[y] / likeShare;
                }
            }
        }
        return chances;
    }

    private void lay() {
        Map<String, Map<Integer, Integer>> ofA = a.tuplesByCountry();
        Map<String, Map<Integer, Integer>> ofB = b.tuplesByCountry();
        for (Map.Entry<String, Map<Integer, Integer>> entry : ofB.entrySet()) {
            Map<Integer, Integer> here = ofA.get(entry.getKey());
            if (here == null) {
                continue;
            }
            int[] tuplesOfA = keys(here);
            int[] tuplesOfB = keys(entry.getValue());
            int[] actorsOfA = actors(a, tuplesOfA);
            int[] actorsOfB = actors(b, tuplesOfB);
            Block block = new Block(tuplesOfA, values(here), tuplesOfB, values(entry.getValue()), actorsOfA, actorsOfB);
            for (int t = 0; t < tuplesOfB.length; t++) {
                Side.Tuple tuple = b.tuples.get(tuplesOfB[t]);
                block.shareOfB[Arrays.binarySearch(actorsOfB, tuple.first())] += block.rowsOfB[t];
                block.shareOfB[Arrays.binarySearch(actorsOfB, tuple.second())] += block.rowsOfB[t];
            }
            double all = Arrays.stream(block.shareOfB).sum();
            Arrays.setAll(block.shareOfB, i -> block.shareOfB[i] / all);
            for (int x = 0; x < actorsOfA.length; x++) {
                block.likes[x] = Arrays.stream(alike[actorsOfA[x]])
                        .map(y -> Arrays.binarySearch(actorsOfB, y))
                        .filter(place -> place >= 0)
                        .toArray();
            }
            blocks.put(entry.getKey(), block);
        }
    }

    private void look() {
        for (int i = 0; i < a.size; i++) {
            Block block = blocks.getOrDefault(a.country[i], NONE);
            Side.Tuple tuple = a.tuples.get(a.tuple[i]);
            firstA[i] = Arrays.binarySearch(block.actorsOfA, tuple.first());
            secondA[i] = Arrays.binarySearch(block.actorsOfA, tuple.second());
        }
        for (int k = 0; k < b.size; k++) {
            Block block = blocks.getOrDefault(b.country[k], NONE);
            Side.Tuple tuple = b.tuples.get(b.tuple[k]);
            blockOf[k] = block;
            firstB[k] = Arrays.binarySearch(block.actorsOfB, tuple.first());
            secondB[k] = Arrays.binarySearch(block.actorsOfB, tuple.second());
            placeInNeighbourhood[k] = Arrays.binarySearch(neighbourhoods.get(neighbourhoodOf[k]).tuplesOfB, b.tuple[k]);
        }
    }

    private record Key(String country, int latitude, int longitude, int season) {

        static Key of(Side side, int row) {
            Row.Spot spot = side.rows.get(row).spot();
            int season = Math.floorDiv(side.from[row], SEASON_DAYS);
            return spot == null
                    ? new Key(side.country[row], Integer.MAX_VALUE, 0, season)
                    : new Key(
                            side.country[row],
                            (int) Math.floor(spot.latitude() / CELL_DEGREES),
                            (int) Math.floor(spot.longitude() / CELL_DEGREES),
                            season);
        }
    }

    private void settle() {
        Map<Key, Map<Integer, Integer>> ofA = new HashMap<>();
        for (int i = 0; i < a.size; i++) {
            ofA.computeIfAbsent(Key.of(a, i), key -> new TreeMap<>()).merge(a.tuple[i], 1, Integer::sum);
        }
        Map<Key, Integer> numbers = new HashMap<>();
        List<Set<Integer>> ofB = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        for (int k = 0; k < b.size; k++) {
            Key key = Key.of(b, k);
            Integer number = numbers.get(key);
            if (number == null) {
                number = keys.size();
                numbers.put(key, number);
                keys.add(key);
                ofB.add(new TreeSet<>());
            }
            neighbourhoodOf[k] = number;
            ofB.get(number).add(b.tuple[k]);
        }
        for (int n = 0; n < keys.size(); n++) {
            Map<Integer, Integer> here = ofA.getOrDefault(keys.get(n), Map.of());
            Block block = blocks.getOrDefault(keys.get(n).country(), NONE);
            neighbourhoods.add(new Neighbourhood(
                    block,
                    keys(here),
                    values(here),
                    ofB.get(n).stream().mapToInt(Integer::intValue).toArray()));
        }
    }

    private static int[] keys(Map<Integer, Integer> counts) {
        return counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] values(Map<Integer, Integer> counts) {
        return counts.values().stream().mapToDouble(Integer::intValue).toArray();
    }

    private static int[] actors(Side side, int[] tuples) {
        return Arrays.stream(tuples)
                .flatMap(tuple -> Arrays.stream(new int[] {
                    side.tuples.get(tuple).first(), side.tuples.get(tuple).second()
                }))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Brings translations and chances up to what has been learned. */
    private void refresh() {
        for (Block block : blocks.values()) {
            block.translation = new double[block.actorsOfA.length][block.actorsOfB.length];
            for (int x = 0; x < block.actorsOfA.length; x++) {
                int name = block.actorsOfA[x];
                double[] row = block.translation[x];
                double likeShare = Arrays.stream(block.likes[x])
                        .mapToDouble(y -> block.shareOfB[y])
                        .sum();
                double rest = likeShare > 0 ? 1 - likeNamed : 1;
                for (int y = 0; y < row.length; y++) {
                    row[y] = rest * block.shareOfB[y];
                }
                for (int y : block.likes[x]) {
                    row[y] += likeNamed * block.shareOfB[y] / likeShare;
                }
                for (int y = 0; y < row.length; y++) {
                    row[y] = (actorCounts.get(name, block.actorsOfB[y]) + STRENGTH * row[y])
                            / (actorSums[name] + STRENGTH);
                }
            }
            block.logChance = new double[block.tuplesOfB.length];
            for (int t = 0; t < block.tuplesOfB.length; t++) {
                Side.Tuple other = b.tuples.get(block.tuplesOfB[t]);
                int first = Arrays.binarySearch(block.actorsOfB, other.first());
                int second = Arrays.binarySearch(block.actorsOfB, other.second());
                double sum = 0;
                double rows = 0;
                for (int s = 0; s < block.tuplesOfA.length; s++) {
                    sum += block.rowsOfA[s] * likelihood(block, a.tuples.get(block.tuplesOfA[s]), other, first, second);
                    rows += block.rowsOfA[s];
                }
                double alone = block.shareOfB[first] * block.shareOfB[second];
                for (int k = 0; k < kinds; k++) {
                    alone *= kindChance[k][0][other.kinds()[k]];
                }
                block.logChance[t] = Math.log((sum + STRENGTH * alone) / (rows + STRENGTH));
            }
        }
        logChanceHere = new double[neighbourhoods.size()][];
        for (int n = 0; n < logChanceHere.length; n++) {
            Neighbourhood here = neighbourhoods.get(n);
            logChanceHere[n] = new double[here.tuplesOfB.length];
            if (here.block == NONE) {
                continue;
            }
            for (int t = 0; t < here.tuplesOfB.length; t++) {
                Side.Tuple other = b.tuples.get(here.tuplesOfB[t]);
                int first = Arrays.binarySearch(here.block.actorsOfB, other.first());
                int second = Arrays.binarySearch(here.block.actorsOfB, other.second());
                double sum = 0;
                double rows = 0;
                for (int s = 0; s < here.tuplesOfA.length; s++) {
                    Side.Tuple own = a.tuples.get(here.tuplesOfA[s]);
                    sum += here.rowsOfA[s] * likelihood(here.block, own, other, first, second);
                    rows += here.rowsOfA[s];
                }
                double inCountry =
                        Math.exp(here.block.logChance[here.block.placeOfTupleB.getOrDefault(here.tuplesOfB[t], 0)]);
                logChanceHere[n][t] = Math.log((sum + COUNTRY * inCountry) / (rows + COUNTRY));
            }
        }
    }

    /** How often a row of the first table with these actors and kinds is given those in the second. */
    private double likelihood(Block block, Side.Tuple own, Side.Tuple other, int first, int second) {
        return likelihood(
                block.translation[Arrays.binarySearch(block.actorsOfA, own.first())],
                block.translation[Arrays.binarySearch(block.actorsOfA, own.second())],
                own,
                other,
                first,
                second);
    }

    private double likelihood(
            double[] ofFirst, double[] ofSecond, Side.Tuple own, Side.Tuple other, int first, int second) {
        double likelihood =
                (1 - crossed) * ofFirst[first] * ofSecond[second] + crossed * ofFirst[second] * ofSecond[first];
        for (int k = 0; k < kinds; k++) {
            likelihood *= kindLikelihood(k, own.kinds()[k], other.kinds()[k]);
        }
        return likelihood;
    }

    private double kindLikelihood(int kind, int x, int y) {
        return (kindCounts[kind][x][y] + STRENGTH * kindChance[kind][x][y]) / (kindSums[kind][x] + STRENGTH);
    }

    private boolean isSaid(int rowA, int rowB) {
        return blockOf[rowB] != NONE && a.country[rowA].equals(b.country[rowB]);
    }

    /**
     * Numbers the pairs of what rows say: links of the same country, actors and kinds are weighed once. To be called before
     * weighing, and again when the links change; -1 where the countries differ or nothing is said.
     */
    int[] pairs(int[] edgeA, int[] edgeB) {
        int[] saidB = saidInB();
        Counts known = new Counts();
        int[] pairOf = new int[edgeA.length];
        int found = 0;
        int[] firsts = new int[edgeA.length];
        for (int e = 0; e < edgeA.length; e++) {
            if (!isSaid(edgeA[e], edgeB[e])) {
                pairOf[e] = -1;
                continue;
            }
            int number = (int) known.get(a.tuple[edgeA[e]], saidB[edgeB[e]]);
            if (number == 0) {
                firsts[found] = e;
                number = ++found;
                known.add(a.tuple[edgeA[e]], saidB[edgeB[e]], number);
            }
            pairOf[e] = number - 1;
        }
        pairA = new int[found];
        pairB = new int[found];
        for (int pair = 0; pair < found; pair++) {
            pairA[pair] = edgeA[firsts[pair]];
            pairB[pair] = edgeB[firsts[pair]];
        }
        logLikelihood = new double[found];
        mass = new double[found];
        likelihoods();
        return pairOf;
    }

    /** A number of country, actors and kinds for each row of the second table. */
    private int[] saidInB() {
        Map<Block, Map<Integer, Integer>> byBlock = new IdentityHashMap<>();
        int[] said = new int[b.size];
        int numbers = 0;
        for (int k = 0; k < b.size; k++) {
            Map<Integer, Integer> ofBlock = byBlock.computeIfAbsent(blockOf[k], key -> new HashMap<>());
            Integer number = ofBlock.get(b.tuple[k]);
            if (number == null) {
                number = numbers++;
                ofBlock.put(b.tuple[k], number);
            }
            said[k] = number;
        }
        return said;
    }

    private void likelihoods() {
        for (int pair = 0; pair < pairA.length; pair++) {
            int rowA = pairA[pair];
            int rowB = pairB[pair];
            double[][] translation = blockOf[rowB].translation;
            logLikelihood[pair] = Math.log(likelihood(
                    translation[firstA[rowA]],
                    translation[secondA[rowA]],
                    a.tuples.get(a.tuple[rowA]),
                    b.tuples.get(b.tuple[rowB]),
                    firstB[rowB],
                    secondB[rowB]));
        }
        for (int k = 0; k < b.size; k++) {
            chanceOf[k] = logChanceHere[neighbourhoodOf[k]][placeInNeighbourhood[k]];
        }
    }

    /**
     * Natural logarithm of the likelihood ratio.
     *
     * @param pair of {@link #pairs}
     */
    double weight(int pair, int rowB) {
        return pair < 0 ? 0 : logLikelihood[pair] - chanceOf[rowB];
    }

    /** The share of {@link #weight} that is due to the kinds. */
    double weightOfKinds(int rowA, int rowB) {
        double weight = 0;
        Side.Tuple own = a.tuples.get(a.tuple[rowA]);
        Side.Tuple other = b.tuples.get(b.tuple[rowB]);
        for (int k = 0; k < kinds; k++) {
            weight += Math.log(kindLikelihood(k, own.kinds()[k], other.kinds()[k])
                    / Math.max(1e-9, kindChance[k][0][other.kinds()[k]]));
        }
        return weight;
    }

    void add(int pair, double probability) {
        if (pair >= 0) {
            mass[pair] += probability;
        }
    }

    private void add(int rowA, int rowB, double probability) {
        Side.Tuple own = a.tuples.get(a.tuple[rowA]);
        Side.Tuple other = b.tuples.get(b.tuple[rowB]);
        double[] ofFirst = blockOf[rowB].translation[firstA[rowA]];
        double[] ofSecond = blockOf[rowB].translation[secondA[rowA]];
        int first = firstB[rowB];
        int second = secondB[rowB];
        double straight = (1 - crossed) * ofFirst[first] * ofSecond[second];
        double cross = crossed * ofFirst[second] * ofSecond[first];
        double share = straight / (straight + cross);
        learnActor(own.first(), other.first(), probability * share);
        learnActor(own.second(), other.second(), probability * share);
        learnActor(own.first(), other.second(), probability * (1 - share));
        learnActor(own.second(), other.first(), probability * (1 - share));
        straightCount += probability * share;
        crossedCount += probability * (1 - share);
        for (int k = 0; k < kinds; k++) {
            nextKindCounts[k][own.kinds()[k]][other.kinds()[k]] += probability;
        }
    }

    private void learnActor(int x, int y, double probability) {
        if (probability < 1e-4) {
            return;
        }
        nextActorCounts.add(x, y, probability);
        nextActorSums[x] += probability;
        if (alike[x].length > 0) {
            if (Arrays.binarySearch(alike[x], y) >= 0) {
                likeCount += probability;
            } else {
                unlikeCount += probability;
            }
        }
    }

    void learn() {
        for (int pair = 0; pair < mass.length; pair++) {
            if (mass[pair] > 0) {
                add(pairA[pair], pairB[pair], mass[pair]);
                mass[pair] = 0;
            }
        }
        actorCounts = nextActorCounts;
        actorSums = nextActorSums;
        nextActorCounts = new Counts();
        nextActorSums = new double[actorSums.length];
        for (int k = 0; k < kinds; k++) {
            for (int x = 0; x < kindCounts[k].length; x++) {
                kindCounts[k][x] = nextKindCounts[k][x];
                kindSums[k][x] = Arrays.stream(kindCounts[k][x]).sum();
                nextKindCounts[k][x] = new double[kindCounts[k][x].length];
            }
        }
        crossed = Math.clamp((crossedCount + 3) / (straightCount + crossedCount + 10), 0.001, 0.999);
        likeNamed = (likeCount + 6) / (likeCount + unlikeCount + 10);
        straightCount = crossedCount = likeCount = unlikeCount = 0;
        refresh();
        likelihoods();
    }
}
