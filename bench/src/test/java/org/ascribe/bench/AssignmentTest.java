package org.ascribe.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssignmentTest {

    @Test
    void twoPairsBeatTheOneThatGreedWouldTake() {
        assertThat(Assignment.best(new double[][] {{10, 9}, {9, 0}})).containsExactly(1, 0);
    }

    @Test
    void whatMustNotBePairedStaysAlone() {
        assertThat(Assignment.best(new double[][] {{0, 0}, {0, 5}})).containsExactly(-1, 1);
        assertThat(Assignment.best(new double[][] {{}, {}})).containsExactly(-1, -1);
        assertThat(Assignment.best(new double[][] {})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTryingEveryPairing(long seed) {
        Random random = new Random(seed);
        double[][] weights = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
        for (double[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextBoolean() ? random.nextInt(9) : 0;
            }
        }
        int[] pairs = Assignment.best(weights);
        double sum = 0;
        for (int i = 0; i < pairs.length; i++) {
            sum += pairs[i] < 0 ? 0 : weights[i][pairs[i]];
        }
        assertThat(sum).isEqualTo(every(weights, 0, 0));
        assertThat(java.util.Arrays.stream(pairs).filter(column -> column >= 0)).doesNotHaveDuplicates();
    }

    private static double every(double[][] weights, int row, int used) {
        if (row == weights.length) {
            return 0;
        }
        double best = every(weights, row + 1, used);
        for (int j = 0; j < weights[row].length; j++) {
            if ((used & 1 << j) == 0) {
                best = Math.max(best, weights[row][j] + every(weights, row + 1, used | 1 << j));
            }
        }
        return best;
    }
}
