package org.ascribe.analyse.outlook;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** Fatalities by place and month, without gaps: every place has a number for every month. Immutable. */
public final class Panel {

    private final YearMonth first;
    private final List<String> places;
    private final double[][] tolls;

    /**
     * @param first the month of the first column
     * @param places one a row, in an order of the caller's
     * @param tolls by place and month, each 0 or more, all rows of one length above 0
     */
    public Panel(YearMonth first, List<String> places, double[][] tolls) {
        this.first = first;
        this.places = List.copyOf(places);
        this.tolls = Arrays.stream(tolls).map(double[]::clone).toArray(double[][]::new);
        if (tolls.length == 0 || tolls.length != places.size() || tolls[0].length == 0) {
            throw new IllegalArgumentException("a panel needs a row of tolls for each of its places, got "
                    + tolls.length + " rows for " + places.size() + " places");
        }
        for (int i = 0; i < tolls.length; i++) {
            if (tolls[i].length != tolls[0].length) {
                throw new IllegalArgumentException("every place needs as many months as the first, " + tolls[0].length
                        + "; " + places.get(i) + " has " + tolls[i].length);
            }
            for (double toll : tolls[i]) {
                if (!(toll >= 0 && toll < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("a toll is 0 or more, got " + toll + " for " + places.get(i));
                }
            }
        }
    }

    public List<String> places() {
        return places;
    }

    public int months() {
        return tolls[0].length;
    }

    public YearMonth first() {
        return first;
    }

    public YearMonth last() {
        return month(months() - 1);
    }

    public YearMonth month(int index) {
        return first.plusMonths(index);
    }

    /** May lie outside of the panel. */
    public int index(YearMonth month) {
        return (int) ChronoUnit.MONTHS.between(first, month);
    }

    public double toll(int place, int month) {
        return tolls[place][month];
    }

    /** What was known at the end of that month, and nothing else. */
    public Panel until(YearMonth month) {
        int months = index(month) + 1;
        if (months < 1 || months > months()) {
            throw new IllegalArgumentException("the panel is from " + first + " to " + last() + ", got " + month);
        }
        return new Panel(
                first,
                places,
                Arrays.stream(tolls).map(row -> Arrays.copyOf(row, months)).toArray(double[][]::new));
    }

    /** The same panel, had so many fewer been killed there then; not below 0. */
    Panel less(int place, int month, double killed) {
        double[][] other = tolls.clone();
        other[place] = tolls[place].clone();
        other[place][month] = Math.max(0, other[place][month] - killed);
        return new Panel(first, places, other);
    }

    /** The mean of the months up to this one, fewer where the panel begins later. */
    double mean(int place, int month, int length) {
        int from = Math.max(0, month - length + 1);
        double sum = 0;
        for (int i = from; i <= month; i++) {
            sum += tolls[place][i];
        }
        return sum / (month - from + 1);
    }
}
