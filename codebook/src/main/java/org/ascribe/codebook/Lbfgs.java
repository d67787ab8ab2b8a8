package org.ascribe.codebook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth function of many variables: limited-memory BFGS with a backtracking line search (Nocedal and Wright,
 * Numerical Optimization, 2nd ed., algorithms 7.4 and 7.5).
 */
final class Lbfgs {

    /** A function with its slope. */
    @FunctionalInterface
    interface Slope {
        /** The value at {@code at}; writes the derivative into {@code slope}, which comes as zeros. */
        double at(double[] at, double[] slope);
    }

    private static final int MEMORY = 8;
    private static final double ENOUGH = 1e-5;

    private Lbfgs() {}

    private record Step(double[] move, double[] turn, double curvature) {}

    /** The best point found in at most {@code rounds} steps from {@code start}, which is not changed. */
    static double[] minimise(Slope function, double[] start, int rounds) {
        int size = start.length;
        double[] at = start.clone();
        double[] slope = new double[size];
        double value = function.at(at, slope);
        Deque<Step> memory = new ArrayDeque<>();
        for (int round = 0; round < rounds; round++) {
            double[] way = direction(slope, memory);
            double descent = dot(way, slope);
            if (!(descent < 0)) {
                return at;
            }
            double length = memory.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
            double[] next = new double[size];
            double[] nextSlope = new double[size];
            double nextValue = Double.NaN;
            boolean better = false;
            for (int attempt = 0; attempt < 30 && !better; attempt++) {
                for (int i = 0; i < size; i++) {
                    next[i] = at[i] + length * way[i];
                }
                java.util.Arrays.fill(nextSlope, 0);
                nextValue = function.at(next, nextSlope);
                better = nextValue <= value + 1e-4 * length * descent;
                length /= 2;
            }
            if (!better) {
                return at;
            }
            double[] move = new double[size];
            double[] turn = new double[size];
            for (int i = 0; i < size; i++) {
                move[i] = next[i] - at[i];
                turn[i] = nextSlope[i] - slope[i];
            }
            double curvature = dot(move, turn);
            if (curvature > 1e-12) {
                memory.addFirst(new Step(move, turn, curvature));
                if (memory.size() > MEMORY) {
                    memory.removeLast();
                }
            }
            double gain = value - nextValue;
            at = next;
            slope = nextSlope;
            value = nextValue;
            if (gain < ENOUGH * Math.max(1, Math.abs(value))) {
                return at;
            }
        }
        return at;
    }

    private static double[] direction(double[] slope, Deque<Step> memory) {
        double[] way = slope.clone();
        double[] shares = new double[memory.size()];
        int k = 0;
        for (Step step : memory) {
            shares[k] = dot(step.move(), way) / step.curvature();
            add(way, -shares[k], step.turn());
            k++;
        }
        if (!memory.isEmpty()) {
            Step last = memory.getFirst();
            double scale = last.curvature() / dot(last.turn(), last.turn());
            for (int i = 0; i < way.length; i++) {
                way[i] *= scale;
            }
        }
        Iterator<Step> back = memory.descendingIterator();
        while (back.hasNext()) {
            Step step = back.next();
            k--;
            add(way, shares[k] - dot(step.turn(), way) / step.curvature(), step.move());
        }
        for (int i = 0; i < way.length; i++) {
            way[i] = -way[i];
        }
        return way;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }
}
