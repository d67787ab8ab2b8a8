package org.ascribe.core.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntConsumer;

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

    private final Side side;
    /** By precision and length: cell to rows by first day. */
    private final List<Layer> layers = new ArrayList<>();

    private final Map<String, Layer> nowhere = new TreeMap<>();
    private final Map<String, Layer> everywhere = new TreeMap<>();

    private static final class Layer {
        final int precision;
        int longest;
        final Map<Integer, int[]> byCell = new HashMap<>();
        final Map<Integer, List<Integer>> filling = new TreeMap<>();

        Layer(int precision) {
            this.precision = precision;
        }

        void add(int cell, int row, int days) {
            filling.computeIfAbsent(cell, key -> new ArrayList<>()).add(row);
            longest = Math.max(longest, days);
        }

        void close(Side side) {
            filling.forEach((cell, rows) -> {
                rows.sort((a, b) -> side.from[a] != side.from[b]
                        ? Integer.compare(side.from[a], side.from[b])
                        : Integer.compare(a, b));
                byCell.put(cell, rows.stream().mapToInt(Integer::intValue).toArray());
            });
            filling.clear();
        }
    }

    Near(Side side) {
        this.side = side;
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

    /**
     * Every row within {@code days} of row {@code i} of the other table that can be near it, and some that cannot: their
     * distance is still to be looked at. Each is visited once, in a fixed order.
     */
    void visit(Side other, int i, int days, IntConsumer visitor) {
        if (!other.isDated(i)) {
            return;
        }
        String country = other.country[i];
        int from = other.from[i] - days;
        int to = other.to[i] + days;
        if (other.where[i] == Side.NOWHERE) {
            visit(everywhere, country, from, to, visitor);
            return;
        }
        visit(nowhere, country, from, to, visitor);
        Row.Spot spot = Objects.requireNonNull(other.rows.get(i).spot());
        for (Layer layer : layers) {
            if (layer.byCell.isEmpty()) {
                continue;
            }
            // a little more than the reach, so that no cell is lost to rounding
            double reach = reach(2 * layer.precision, other.where[i]) + 1;
            double high = reach / KM_OF_DEGREE;
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
                    int[] rows = layer.byCell.get(cell(lat, lon));
                    if (rows != null) {
                        visit(rows, from - layer.longest + 1, from, to, visitor);
                    }
                }
            }
        }
    }

    private void visit(Map<String, Layer> byCountry, String country, int from, int to, IntConsumer visitor) {
        for (Map.Entry<String, Layer> entry : byCountry.entrySet()) {
            if (country.isEmpty() || entry.getKey().isEmpty() || entry.getKey().equals(country)) {
                Layer layer = entry.getValue();
                for (int[] rows : layer.byCell.values()) {
                    visit(rows, from - layer.longest + 1, from, to, visitor);
                }
            }
        }
    }

    private void visit(int[] byDay, int start, int from, int to, IntConsumer visitor) {
        int low = 0;
        int high = byDay.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (side.from[byDay[middle]] < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int at = low; at < byDay.length && side.from[byDay[at]] <= to; at++) {
            if (side.to[byDay[at]] >= from) {
                visitor.accept(byDay[at]);
            }
        }
    }

    /** Days between two rows, 0 where they overlap; positive where {@code k} is later. */
    static int gap(Side a, int i, Side b, int k) {
        return b.from[k] > a.to[i] ? b.from[k] - a.to[i] : a.from[i] > b.to[k] ? b.to[k] - a.from[i] : 0;
    }
}
