package org.ascribe.core.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Rows of one table by place and time, for looking up all that can be near a row of another. What is within reach is never
 * missed: cells are searched out to the full reach, and a row that is vague in place or time is kept apart, so that only it
 * is looked for further away.
 */
final class Near {

    /** How far apart, in kilometres, two rows can be by the vaguer one's precision. */
    private static final double[] REACH = {100, 100, 150, 300};

    private static final double EARTH_KM = 6371.0088;
    private static final double KM_OF_DEGREE = 111.2;
    /** A row of more days than this is kept apart. */
    private static final int SHORT = 3;

    /** By precision and length: cell to rows by first day. */
    private final List<Layer> layers = new ArrayList<>();

    private final Map<String, Layer> nowhere = new TreeMap<>();
    private final Map<String, Layer> everywhere = new TreeMap<>();

    /** What is done with a row that is found. */
    interface Visitor {
        /**
         * @param gap days between the two, 0 where they overlap; positive where the row found is later
         * @param chordSquared between the two points, -1 where one has none
         */
        void see(int row, int gap, double chordSquared);
    }

    /** Rows of one cell by first day, side by side in memory. */
    private record Cell(int[] rows, int[] from, int[] to, double[] x, double[] y, double[] z) {
        static Cell of(Side side, List<Integer> unsorted) {
            int[] rows = unsorted.stream()
                    .sorted(Comparator.comparingInt((Integer row) -> side.from[row])
                            .thenComparingInt(row -> row))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int n = rows.length;
            Cell cell = new Cell(rows, new int[n], new int[n], new double[n], new double[n], new double[n]);
            for (int at = 0; at < n; at++) {
                cell.from[at] = side.from[rows[at]];
                cell.to[at] = side.to[rows[at]];
                cell.x[at] = side.x[rows[at]];
                cell.y[at] = side.y[rows[at]];
                cell.z[at] = side.z[rows[at]];
            }
            return cell;
        }
    }

    private static final class Layer {
        final int precision;
        int longest;
        final Map<Integer, Cell> byCell = new HashMap<>();
        final Map<Integer, List<Integer>> filling = new TreeMap<>();

        Layer(int precision) {
            this.precision = precision;
        }

        void add(int cell, int row, int days) {
            filling.computeIfAbsent(cell, key -> new ArrayList<>()).add(row);
            longest = Math.max(longest, days);
        }

        void close(Side side) {
            filling.forEach((cell, rows) -> byCell.put(cell, Cell.of(side, rows)));
            filling.clear();
        }
    }

    Near(Side side) {
        for (int p = 0; p < Side.NOWHERE / 2; p++) {
            layers.add(new Layer(p));
            layers.add(new Layer(p));
        }
        for (int i = 0; i < side.size; i++) {
            if (!side.isDated(i)) {
                continue;
            }
            int days = side.days(i);
            if (side.where[i] == Side.NOWHERE) {
                nowhere.computeIfAbsent(side.country[i], key -> new Layer(Side.NOWHERE))
                        .add(0, i, days);
            } else {
                Row.Spot spot = Objects.requireNonNull(side.rows.get(i).spot());
                layers.get(side.where[i] / 2 * 2 + (days > SHORT ? 1 : 0))
                        .add(cell((int) Math.floor(spot.latitude()), (int) Math.floor(spot.longitude())), i, days);
            }
            everywhere
                    .computeIfAbsent(side.country[i], key -> new Layer(Side.NOWHERE))
                    .add(0, i, days);
        }
        layers.forEach(layer -> layer.close(side));
        nowhere.values().forEach(layer -> layer.close(side));
        everywhere.values().forEach(layer -> layer.close(side));
    }

    private static int cell(int latitude, int longitude) {
        return (latitude + 90) * 360 + Math.floorMod(longitude + 180, 360);
    }

    /** Square of the chord on the sphere of radius 1. */
    static double chordSquared(double km) {
        double chord = 2 * Math.sin(Math.min(Math.PI / 2, km / (2 * EARTH_KM)));
        return chord * chord;
    }

    static double kilometres(double chordSquared) {
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chordSquared) / 2));
    }

    static double chordSquared(Side a, int i, Side b, int k) {
        double dx = a.x[i] - b.x[k];
        double dy = a.y[i] - b.y[k];
        double dz = a.z[i] - b.z[k];
        return dx * dx + dy * dy + dz * dz;
    }

    /** The reach of two rows by {@link Side#where}. */
    static double reach(int a, int b) {
        return Math.max(REACH[a / 2], REACH[b / 2]);
    }

    /** All that is within reach, see {@link #visit(Side, int, int, double, Visitor)}. */
    void visit(Side other, int i, int days, Visitor visitor) {
        visit(other, i, days, Double.MAX_VALUE, visitor);
    }

    /**
     * Every row within {@code days} of row {@code i} of the other table that can be near it, and no further than so many kilometres.
     * Each is visited once, in a fixed order. Safe to call from several threads.
     */
    void visit(Side other, int i, int days, double kilometres, Visitor visitor) {
        if (!other.isDated(i)) {
            return;
        }
        String country = other.country[i];
        if (other.where[i] == Side.NOWHERE) {
            visit(everywhere, country, other, i, days, visitor);
            return;
        }
        visit(nowhere, country, other, i, days, visitor);
        Row.Spot spot = Objects.requireNonNull(other.rows.get(i).spot());
        for (Layer layer : layers) {
            if (layer.byCell.isEmpty()) {
                continue;
            }
            double reach = Math.min(kilometres, reach(2 * layer.precision, other.where[i]));
            double most = chordSquared(reach);
            // a little more, so that no cell is lost to rounding
            double high = (reach + 1) / KM_OF_DEGREE;
            int south = (int) Math.floor(Math.max(-90, spot.latitude() - high));
            int north = (int) Math.floor(Math.min(90, spot.latitude() + high));
            double furthest =
                    Math.min(90, Math.max(Math.abs(spot.latitude() - high), Math.abs(spot.latitude() + high)));
            double wide = Math.cos(Math.toRadians(furthest)) < 0.02
                    ? 180
                    : Math.min(180, high / Math.cos(Math.toRadians(furthest)));
            int west = (int) Math.floor(spot.longitude() - wide);
            int east = Math.min(west + 359, (int) Math.floor(spot.longitude() + wide));
            for (int lat = south; lat <= north; lat++) {
                for (int lon = west; lon <= east; lon++) {
                    Cell cell = layer.byCell.get(cell(lat, lon));
                    if (cell != null) {
                        visit(cell, layer.longest, other, i, days, most, visitor);
                    }
                }
            }
        }
    }

    private static void visit(
            Map<String, Layer> byCountry, String country, Side other, int i, int days, Visitor visitor) {
        for (Map.Entry<String, Layer> entry : byCountry.entrySet()) {
            if (country.isEmpty() || entry.getKey().isEmpty() || entry.getKey().equals(country)) {
                Layer layer = entry.getValue();
                for (Cell cell : layer.byCell.values()) {
                    visit(cell, layer.longest, other, i, days, -1, visitor);
                }
            }
        }
    }

    /** @param most square of the longest chord, negative where distance does not matter */
    private static void visit(Cell cell, int longest, Side other, int i, int days, double most, Visitor visitor) {
        int first = other.from[i];
        int last = other.to[i];
        int start = first - days - longest + 1;
        int low = 0;
        int high = cell.rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cell.from[middle] < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        double x = other.x[i];
        double y = other.y[i];
        double z = other.z[i];
        for (int at = low; at < cell.rows.length && cell.from[at] <= last + days; at++) {
            if (cell.to[at] < first - days) {
                continue;
            }
            double chord = -1;
            if (most >= 0) {
                double dx = cell.x[at] - x;
                double dy = cell.y[at] - y;
                double dz = cell.z[at] - z;
                chord = dx * dx + dy * dy + dz * dz;
                if (chord > most) {
                    continue;
                }
            }
            int gap = cell.from[at] > last ? cell.from[at] - last : first > cell.to[at] ? cell.to[at] - first : 0;
            visitor.see(cell.rows[at], gap, chord);
        }
    }
}
