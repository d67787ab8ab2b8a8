package org.ascribe.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static Place place(double latitude, double longitude, PlacePrecision precision) {
        return new Place("x", null, null, latitude, longitude, precision);
    }

    @Test
    void onlyASiteIsAPoint() {
        for (PlacePrecision precision : PlacePrecision.values()) {
            assertThat(String.valueOf(Reach.geometry(place(31.6, 65.7, precision))))
                    .contains(precision == PlacePrecision.SITE ? "\"Point\"" : "\"Polygon\"");
        }
    }

    @Test
    void aPlaceWithoutCoordinatesHasNoArea() {
        Place nowhere = new Place("x", "AF", null, null, null, PlacePrecision.COUNTRY);
        assertThat(Reach.geometry(nowhere)).isNull();
        assertThat(Reach.radiusKm(nowhere)).isNull();
    }

    @Test
    void theCircleIsAsWideAsItsPrecision() {
        List<double[]> ring = Reach.circle(34.5, 69.2, 90).getFirst();
        assertThat(ring).hasSize(65);
        for (double[] corner : ring) {
            Double kilometres = place(34.5, 69.2, PlacePrecision.TOWN)
                    .kilometresTo(place(corner[1], corner[0], PlacePrecision.TOWN));
            assertThat(kilometres).isBetween(89.99, 90.01);
        }
    }

    @Test
    void everyRingIsClosedRunsCounterclockwiseAndStaysOnTheMap() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 3000; i++) {
            double latitude = random.nextInt(-9000, 9001) / 100.0;
            double longitude = random.nextInt(-18000, 18001) / 100.0;
            double km = List.of(8, 30, 90, 350, 700).get(random.nextInt(5));
            List<List<double[]>> rings = Reach.circle(latitude, longitude, km);
            assertThat(rings).as(latitude + " " + longitude + " " + km).hasSizeBetween(1, 2);
            for (List<double[]> ring : rings) {
                assertThat(ring.getFirst()).isEqualTo(ring.getLast());
                assertThat(area(ring)).as(latitude + " " + longitude + " " + km).isPositive();
                for (double[] corner : ring) {
                    assertThat(Math.abs(corner[0])).isLessThanOrEqualTo(180);
                    assertThat(Math.abs(corner[1])).isLessThanOrEqualTo(90);
                }
            }
        }
    }

    @Test
    void acrossTheDateLineBothHalvesTouchIt() {
        List<List<double[]>> rings = Reach.circle(-17, 179.9, 90);
        assertThat(rings).hasSize(2);
        assertThat(rings.get(0)).anyMatch(corner -> corner[0] == 180);
        assertThat(rings.get(1)).anyMatch(corner -> corner[0] == -180);
    }

    /** In square degrees; positive if the ring runs counterclockwise. */
    private static double area(List<double[]> ring) {
        double twice = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            twice += ring.get(i)[0] * ring.get(i + 1)[1] - ring.get(i + 1)[0] * ring.get(i)[1];
        }
        return twice / 2;
    }
}
