package org.ascribe.exchange.datasets;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table, its cells by the name of their column. An empty cell, or a column that the file lacks, is null.
 *
 * @param line of the file on which it starts, from 1
 */
record Row(Header header, String[] cells, long line) {

    @Nullable
    String get(String column) {
        Integer at = header.positions().get(column);
        if (at == null) {
            at = header.positions().get(Header.key(column));
        }
        if (at == null || at >= cells.length) {
            return null;
        }
        String cell = cells[at].strip();
        return cell.isEmpty() || header.nothing().contains(cell) ? null : cell;
    }

    /** The first of these columns that holds something. */
    @Nullable
    String first(String... columns) {
        for (String column : columns) {
            String value = get(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    String need(String column) {
        String value = get(column);
        if (value == null) {
            throw new RowProblem(
                    "value-missing",
                    "\"" + column + "\" is empty, and a row needs it; fill it in, or leave the row out");
        }
        return value;
    }

    /** A whole number, {@code 7} or {@code 7.0}. */
    @Nullable
    Integer integer(String column) {
        String value = get(column);
        if (value == null) {
            return null;
        }
        double number = number(column, value);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new RowProblem(
                    "number-unreadable",
                    "\"" + column + "\" is \"" + cut(value) + "\", expected a whole number such as 7");
        }
        return (int) number;
    }

    @Nullable
    Double real(String column) {
        String value = get(column);
        return value == null ? null : (Double) number(column, value);
    }

    private static double number(String column, String value) {
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            // told below, like an infinite one
        }
        throw new RowProblem(
                "number-unreadable", "\"" + column + "\" is \"" + cut(value) + "\", expected a number such as 7");
    }

    /** People counted in a column; a negative number, as in {@code -99}, says that nobody knows. */
    @Nullable
    Integer people(String column) {
        Integer number = integer(column);
        return number == null || number < 0 ? null : number;
    }

    @Nullable
    LocalDate day(String column) {
        String value = get(column);
        return value == null ? null : day(column, value);
    }

    /** {@code 2021-03-12}, with or without a time after it, {@code 20210312}, {@code 12 March 2021}. */
    static LocalDate day(String column, String value) {
        try {
            if (value.length() >= 10 && value.charAt(4) == '-' && value.charAt(7) == '-') {
                return LocalDate.of(
                        Integer.parseInt(value, 0, 4, 10),
                        Integer.parseInt(value, 5, 7, 10),
                        Integer.parseInt(value, 8, 10, 10));
            }
            if (value.length() >= 8 && value.chars().limit(8).allMatch(c -> c >= '0' && c <= '9')) {
                return LocalDate.of(
                        Integer.parseInt(value, 0, 4, 10),
                        Integer.parseInt(value, 4, 6, 10),
                        Integer.parseInt(value, 6, 8, 10));
            }
            String[] parts = value.split("[ -]+");
            if (parts.length == 3 && !parts[1].isEmpty() && Character.isLetter(parts[1].charAt(0))) {
                return LocalDate.of(
                        Integer.parseInt(parts[2]),
                        Month.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                        Integer.parseInt(parts[0]));
            }
        } catch (DateTimeException impossible) {
            throw new RowProblem(
                    "date-impossible",
                    "\"" + column + "\" is \"" + cut(value) + "\", a day that no calendar has; correct the row");
        } catch (IllegalArgumentException wrong) {
            // told below; a number that is none, too
        }
        throw new RowProblem(
                "date-unreadable", "\"" + column + "\" is \"" + cut(value) + "\", expected a date such as 2021-03-12");
    }

    /** Latitude and longitude from two columns, null where either is empty. */
    double @Nullable [] point(String latitude, String longitude) {
        Double north = real(latitude);
        Double east = real(longitude);
        if (north == null || east == null) {
            return null;
        }
        if (Math.abs(north) > 90 || Math.abs(east) > 180) {
            throw new RowProblem(
                    "coordinates-out-of-range",
                    "\"%s\", \"%s\" are %s, %s: no such point on earth, expected -90..90 and -180..180"
                            .formatted(latitude, longitude, north, east));
        }
        return new double[] {north, east};
    }

    static String cut(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "...";
    }
}
