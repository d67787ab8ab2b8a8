package org.ascribe.exchange.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place as an area: a circle whose radius is what the precision leaves open, the same as on the map of the workbench. A named site
 * alone is a point.
 */
final class Reach {

    private static final int CORNERS = 64;
    private static final double EARTH_KM = 6371.0088;

    private Reach() {}

    /** Kilometres around the coordinates in which the place lies; null where there are none. */
    static @Nullable Integer radiusKm(@Nullable Place place) {
        return place == null || place.latitude() == null ? null : radiusKm(place.precision());
    }

    static int radiusKm(PlacePrecision precision) {
        return switch (precision) {
            case SITE -> 2;
            case TOWN -> 8;
            case ADMIN2 -> 30;
            case ADMIN1 -> 90;
            case COUNTRY -> 350;
            case REGION -> 700;
        };
    }

    /** The geometry of RFC 7946, null where there are no coordinates: rings counterclockwise, cut at the date line. */
    static @Nullable ObjectNode geometry(@Nullable Place place) {
        if (place == null || place.latitude() == null || place.longitude() == null) {
            return null;
        }
        ObjectNode geometry = JsonNodeFactory.instance.objectNode();
        if (place.precision() == PlacePrecision.SITE) {
            geometry.put("type", "Point");
            write(geometry.putArray("coordinates"), new double[] {place.longitude(), place.latitude()});
            return geometry;
        }
        List<List<double[]>> rings = circle(place.latitude(), place.longitude(), radiusKm(place.precision()));
        geometry.put("type", rings.size() == 1 ? "Polygon" : "MultiPolygon");
        ArrayNode coordinates = geometry.putArray("coordinates");
        for (List<double[]> ring : rings) {
            ArrayNode polygon = rings.size() == 1 ? coordinates : coordinates.addArray();
            ArrayNode line = polygon.addArray();
            ring.forEach(corner -> write(line.addArray(), corner));
        }
        return geometry;
    }

    private static void write(ArrayNode position, double[] corner) {
        position.add(rounded(corner[0])).add(rounded(corner[1]));
    }

    /** To a tenth of a metre or so: six decimals, as RFC 7946 advises; the same on every machine. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    /** Closed rings, each within -180..180. */
    static List<List<double[]>> circle(double latitude, double longitude, double km) {
        double angular = km / EARTH_KM;
        double phi = StrictMath.toRadians(latitude);
        boolean overNorth = phi + angular >= Math.PI / 2;
        boolean overSouth = phi - angular <= -Math.PI / 2;
        List<double[]> corners = new ArrayList<>();
        for (int step = 0; step < CORNERS; step++) {
            // clockwise from north by bearing, so backwards for a ring that runs counterclockwise
            double bearing = -2 * Math.PI * step / CORNERS;
            double to = StrictMath.asin(StrictMath.sin(phi) * StrictMath.cos(angular)
                    + StrictMath.cos(phi) * StrictMath.sin(angular) * StrictMath.cos(bearing));
            double turn = StrictMath.atan2(
                    StrictMath.sin(bearing) * StrictMath.sin(angular) * StrictMath.cos(phi),
                    StrictMath.cos(angular) - StrictMath.sin(phi) * StrictMath.sin(to));
            corners.add(new double[] {longitude + StrictMath.toDegrees(turn), StrictMath.toDegrees(to)});
        }
        if (overNorth || overSouth) {
            return List.of(cap(corners, overNorth ? 90 : -90));
        }
        List<List<double[]>> rings = new ArrayList<>();
        for (double shift : new double[] {0, 360, -360}) {
            List<double[]> moved = corners.stream()
                    .map(corner -> new double[] {corner[0] + shift, corner[1]})
                    .toList();
            List<double[]> part = clip(clip(moved, -180, 1), 180, -1);
            if (part.size() >= 3) {
                rings.add(closed(part));
            }
        }
        return rings;
    }

    /** The part of a ring on one side of a meridian, after Sutherland and Hodgman. */
    private static List<double[]> clip(List<double[]> ring, double meridian, int side) {
        List<double[]> kept = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            double[] from = ring.get(i);
            double[] to = ring.get((i + 1) % ring.size());
            boolean fromIn = (from[0] - meridian) * side >= 0;
            boolean toIn = (to[0] - meridian) * side >= 0;
            if (fromIn) {
                kept.add(from);
            }
            if (fromIn != toIn) {
                double share = (meridian - from[0]) / (to[0] - from[0]);
                kept.add(new double[] {meridian, from[1] + share * (to[1] - from[1])});
            }
        }
        return kept;
    }

    /** Around a pole: from the circle to the pole, all the way round. */
    private static List<double[]> cap(List<double[]> corners, double pole) {
        List<double[]> edge = new ArrayList<>();
        for (double[] corner : corners) {
            edge.add(new double[] {within(corner[0]), corner[1]});
        }
        edge.sort(Comparator.comparingDouble(corner -> corner[0]));
        double[] first = edge.getFirst();
        double[] last = edge.getLast();
        double meeting = (first[1] + last[1]) / 2;
        List<double[]> ring = new ArrayList<>();
        ring.add(new double[] {-180, meeting});
        edge.stream().filter(corner -> Math.abs(corner[0]) < 180).forEach(ring::add);
        ring.add(new double[] {180, meeting});
        ring.add(new double[] {180, pole});
        ring.add(new double[] {-180, pole});
        return closed(pole > 0 ? ring : ring.reversed());
    }

    private static double within(double longitude) {
        double turned = (longitude + 180) % 360;
        return (turned < 0 ? turned + 360 : turned) - 180;
    }

    private static List<double[]> closed(List<double[]> ring) {
        List<double[]> closed = new ArrayList<>(ring);
        closed.add(ring.getFirst());
        return closed;
    }
}
