package org.ascribe.bench;

import java.util.Arrays;

/** The best one-to-one pairing, by the Hungarian method; cost is cubic in the number of rows. */
final class Assignment {

    /**
     * The column of each row, -1 for a row without one, such that the sum of the weights is the largest; of equal pairings
     * always the same.
     *
     * @param weights rows of equal length; 0 or less where the two must not be paired
     */
    static int[] best(double[][] weights) {
        int rows = weights.length;
        int columns = rows == 0 ? 0 : weights[0].length;
        int size = Math.max(rows, columns);
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, -1);
        if (rows == 0 || columns == 0) {
            return columnOf;
        }
        // Potentials and augmenting paths, rows and columns from 1; cost is the negative weight.
        double[] rowPotential = new double[size + 1];
        double[] columnPotential = new double[size + 1];
        int[] rowOf = new int[size + 1];
        int[] way = new int[size + 1];
        for (int row = 1; row <= size; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[size + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[size + 1];
            do {
                used[column] = true;
                int current = rowOf[column];
                int next = 0;
                double delta = Double.POSITIVE_INFINITY;
                for (int other = 1; other <= size; other++) {
                    if (!used[other]) {
                        double reduced = cost(weights, current, other) - rowPotential[current] - columnPotential[other];
                        if (reduced < least[other]) {
                            least[other] = reduced;
                            way[other] = column;
                        }
                        if (least[other] < delta) {
                            delta = least[other];
                            next = other;
                        }
                    }
                }
                for (int other = 0; other <= size; other++) {
                    if (used[other]) {
                        rowPotential[rowOf[other]] += delta;
                        columnPotential[other] -= delta;
                    } else {
                        least[other] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            do {
                int before = way[column];
                rowOf[column] = rowOf[before];
                column = before;
            } while (column != 0);
        }
        for (int column = 1; column <= columns; column++) {
            int row = rowOf[column];
            if (row >= 1 && row <= rows && weights[row - 1][column - 1] > 0) {
                columnOf[row - 1] = column - 1;
            }
        }
        return columnOf;
    }

    private static double cost(double[][] weights, int row, int column) {
        boolean real = row <= weights.length && column <= weights[0].length;
        return real ? -Math.max(0, weights[row - 1][column - 1]) : 0;
    }

    private Assignment() {}
}
