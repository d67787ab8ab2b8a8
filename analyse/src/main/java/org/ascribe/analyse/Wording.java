package org.ascribe.analyse;

import java.util.Locale;
import org.ascribe.analyse.statistics.Interval;

/** Figures in the sentences of findings: the same on every machine. */
public final class Wording {

    /** What every count over a ledger has to say of itself. */
    public static final String COUNTS_REPORTS =
            "It counts what the reports in the ledger tell, not all that happened: more reports make more incidents.";

    private Wording() {}

    /** With two digits that count and none beyond: 0.034, 1.7, 12, 340. */
    public static String number(double value) {
        if (Double.isInfinite(value)) {
            return "no bound";
        }
        double size = Math.abs(value);
        if (size == 0 || size >= 10) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        int decimals = size >= 1 ? 1 : Math.min(6, 1 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A probability: two decimals, "below 0.01" and "above 0.99" beyond. */
    public static String probability(double value) {
        return value < 0.01
                ? value < 0.0001 ? "below 0.0001" : String.format(Locale.ROOT, "%.4f", value)
                : value > 0.99 ? "above 0.99" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** {@code [0.6-1.3]}. */
    public static String interval(Interval interval) {
        return Double.isInfinite(interval.high())
                ? "[" + number(interval.low()) + " and more]"
                : "[" + number(interval.low()) + "-" + number(interval.high()) + "]";
    }

    /** "1 incident", "3 incidents". */
    public static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
