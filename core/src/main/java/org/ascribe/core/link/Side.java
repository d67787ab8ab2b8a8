package org.ascribe.core.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One table in the form that the comparison runs through: arrays by row, rows by id. */
final class Side {

    private static final int PRECISIONS = Row.Precision.values().length;
    /** In {@link #where}: the row has no point. */
    static final int NOWHERE = 2 * PRECISIONS;

    final List<Row> rows;
    final int size;
    /** Days since 1970; where the row has none, {@link Integer#MIN_VALUE}. */
    final int[] from;

    final int[] to;
    /** On the sphere of radius 1. */
    final double[] x;

    final double[] y;
    final double[] z;
    /**
     * Precision, and whether other rows have the very same point (an even number: none): what many rows share is more
     * often the middle of something than the spot itself.
     */
    final int[] where;

    final String[] country;
    /** How many rows are of each {@link #where}. */
    final int[] of = new int[NOWHERE + 1];

    final int[] tuple;
    /** Distinct combinations of actors and kinds. */
    final List<Tuple> tuples = new ArrayList<>();

    final List<String> actorNames;
    final List<List<String>> kindNames = new ArrayList<>();

    /** Numbers of names: actors first and second, then kinds; 0 is unknown. */
    record Tuple(int first, int second, int[] kinds) {}

    Side(List<Row> unsorted, int kinds) {
        rows = unsorted.stream().sorted(Comparator.comparing(Row::id)).toList();
        size = rows.size();
        from = new int[size];
        to = new int[size];
        x = new double[size];
        y = new double[size];
        z = new double[size];
        where = new int[size];
        country = new String[size];
        tuple = new int[size];
        Map<String, Integer> actors = Names.numbered(
                () -> rows.stream().flatMap(row -> row.actors().stream()).iterator());
        actorNames = new ArrayList<>(actors.keySet());
        List<Map<String, Integer>> numbersOfKinds = new ArrayList<>();
        for (int k = 0; k < kinds; k++) {
            int kind = k;
            Map<String, Integer> numbers = Names.numbered(
                    () -> rows.stream().map(row -> kind(row, kind)).iterator());
            numbersOfKinds.add(numbers);
            kindNames.add(new ArrayList<>(numbers.keySet()));
        }
        Map<List<Double>, Integer> rowsAt = new HashMap<>();
        for (Row row : rows) {
            if (row.spot() != null) {
                rowsAt.merge(point(row.spot()), 1, Integer::sum);
            }
        }
        Map<List<Integer>, Integer> seen = new HashMap<>();
        Map<String, String> plainCountries = new HashMap<>();
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            from[i] = row.from() == null
                    ? Integer.MIN_VALUE
                    : Math.toIntExact(row.from().toEpochDay());
            to[i] = row.to() == null
                    ? Integer.MIN_VALUE
                    : Math.toIntExact(row.to().toEpochDay());
            Row.Spot spot = row.spot();
            if (spot == null) {
                where[i] = NOWHERE;
            } else {
                double phi = Math.toRadians(spot.latitude());
                double lambda = Math.toRadians(spot.longitude());
                x[i] = Math.cos(phi) * Math.cos(lambda);
                y[i] = Math.cos(phi) * Math.sin(lambda);
                z[i] = Math.sin(phi);
                where[i] = 2 * spot.precision().ordinal() + (rowsAt.getOrDefault(point(spot), 0) > 1 ? 1 : 0);
            }
            of[where[i]]++;
            country[i] = row.country() == null ? "" : plainCountries.computeIfAbsent(row.country(), Names::plain);
            List<Integer> key = new ArrayList<>();
            for (int s = 0; s < 2; s++) {
                key.add(
                        s < row.actors().size()
                                ? actors.getOrDefault(row.actors().get(s), 0)
                                : 0);
            }
            for (int k = 0; k < kinds; k++) {
                key.add(numbersOfKinds.get(k).getOrDefault(kind(row, k), 0));
            }
            Integer known = seen.get(key);
            if (known == null) {
                known = tuples.size();
                seen.put(key, known);
                int[] ofKinds = new int[kinds];
                Arrays.setAll(ofKinds, k -> key.get(k + 2));
                tuples.add(new Tuple(key.get(0), key.get(1), ofKinds));
            }
            tuple[i] = known;
        }
    }

    private static List<Double> point(Row.Spot spot) {
        return List.of(spot.latitude(), spot.longitude());
    }

    private static String kind(Row row, int k) {
        return k < row.kinds().size() ? row.kinds().get(k) : "";
    }

    boolean isDated(int row) {
        return from[row] != Integer.MIN_VALUE;
    }

    /** Days from the first to the last on which it can have been. */
    int days(int row) {
        return to[row] - from[row] + 1;
    }

    /** Countries in order, each with the number of rows of each tuple. */
    Map<String, Map<Integer, Integer>> tuplesByCountry() {
        Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            counts.computeIfAbsent(country[i], key -> new TreeMap<>()).merge(tuple[i], 1, Integer::sum);
        }
        return counts;
    }
}
