package org.ascribe.exchange.datasets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which edition of a data set a file holds.
 *
 * @param name as its publisher has it, {@code 24.1}; empty if unknown
 * @param rank sorts releases from old to new as text; empty, which is oldest, if unknown
 * @param year in which it was published, null if its name does not tell
 */
public record Release(String name, String rank, @Nullable Integer year) {

    public static final Release UNKNOWN = new Release("", "", null);

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern UCDP_DIGITS = Pattern.compile("(?i)(?:ged|actor)[a-z_-]*(\\d{2})(\\d)(?!\\d)");
    private static final Pattern UCDP_PARTS =
            Pattern.compile("(?i)(?:ged(?:event)?|actor)[a-z_-]*?[-_]?v?(\\d{2}(?:[-_.]\\d{1,2}){1,3})(?!\\d)");
    private static final Pattern GDELT = Pattern.compile("(?<!\\d)(\\d{14}|\\d{8})(?=\\.)");
    private static final Pattern GTD = Pattern.compile("(?i)globalterrorismdb_(\\d{2})(\\d{2})dist");
    private static final Pattern POLECAT = Pattern.compile("(?i)Release[ _-]?(\\d+)");

    /** From its name: numbers in their order, so that 24.1 comes before 25.1 and 26.0.8. */
    public static Release of(String name) {
        StringBuilder rank = new StringBuilder();
        Matcher numbers = NUMBER.matcher(name);
        Integer year = null;
        while (numbers.find()) {
            String number = numbers.group();
            if (rank.isEmpty()) {
                if (number.length() == 2) {
                    year = 2000 + Integer.parseInt(number);
                } else if (number.length() >= 4) {
                    int first = Integer.parseInt(number.substring(0, 4));
                    year = first >= 1900 && first < 2200 ? (Integer) first : null;
                }
            } else {
                rank.append('.');
            }
            rank.append("0".repeat(Math.max(0, 14 - number.length()))).append(number);
        }
        return name.isBlank() ? UNKNOWN : new Release(name, rank.toString(), year);
    }

    /** What the name of a file says of the release that it holds. */
    static Release ofFile(DataSetKind kind, String file) {
        return switch (kind) {
            case UCDP_GED, UCDP_ACTORS -> ucdp(file);
            case GDELT_EVENTS, GDELT_MENTIONS -> group(GDELT, file);
            case GTD -> {
                Matcher found = GTD.matcher(file);
                yield found.find() ? of("20" + found.group(2) + "-" + found.group(1)) : UNKNOWN;
            }
            case POLECAT -> group(POLECAT, file);
            case ACLED, ICEWS, MAPPED -> UNKNOWN;
        };
    }

    private static Release ucdp(String file) {
        Matcher parts = UCDP_PARTS.matcher(file);
        if (parts.find()) {
            String name = parts.group(1).replace('_', '.').replace('-', '.');
            String[] numbers = name.split("\\.");
            // a candidate's 26.01.26.06 holds January to June: as new as 26.0.6, the month of June
            Release release = numbers.length == 4 ? of(numbers[0] + ".0." + Integer.parseInt(numbers[3])) : of(name);
            return new Release(name, release.rank(), release.year());
        }
        Matcher digits = UCDP_DIGITS.matcher(file);
        return digits.find() ? of(digits.group(1) + "." + digits.group(2)) : UNKNOWN;
    }

    private static Release group(Pattern pattern, String file) {
        Matcher found = pattern.matcher(file);
        return found.find() ? of(found.group(1)) : UNKNOWN;
    }
}
