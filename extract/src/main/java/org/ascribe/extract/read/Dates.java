package org.ascribe.extract.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as documents state them. Only full dates with one meaning are read: 12/3/21 is none, 13/3/2021 is one. */
final class Dates {

    static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

    /** A full date with the month as a word. */
    static final String WORDED = "(?:\\d{1,2}(?:st|nd|rd|th)?[ -]" + MONTH + ",?[ -](?:\\d{4}|\\d{2})(?!\\d)" + "|"
            + MONTH + " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})";

    private static final Pattern CLUTTER =
            Pattern.compile("(?i)^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? +"
                    + "|[,T ]+(?:at )?\\d{1,2}[:.]\\d{2}.*$|[T ]\\d{2}:.*$| *\\(?(?:utc|gmt|z)\\)?$");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})(?:\\d{6})?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?i)(\\d{1,2})(?:st|nd|rd|th)?[ -](" + MONTH + "),?[ -](\\d{4}|\\d{2})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?i)(" + MONTH + ") (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Dates() {}

    /** The day that {@code value}, and nothing else in it, states; a time of day is passed over. */
    static Optional<LocalDate> find(@Nullable String value) {
        if (value == null || value.length() > 80) {
            return Optional.empty();
        }
        String given = CLUTTER.matcher(CLUTTER.matcher(value.strip()).replaceAll(""))
                .replaceAll("")
                .strip();
        Matcher yearFirst = YEAR_FIRST.matcher(given);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), number(yearFirst.group(3)), number(yearFirst.group(4)));
        }
        Matcher dayFirst = DAY_FIRST.matcher(given);
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), month(dayFirst.group(2)), number(dayFirst.group(1)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(given);
        if (monthFirst.matches()) {
            return day(monthFirst.group(3), month(monthFirst.group(1)), number(monthFirst.group(2)));
        }
        Matcher slashed = SLASHED.matcher(given);
        if (slashed.matches()) {
            int first = number(slashed.group(1));
            int second = number(slashed.group(2));
            if (first > 12 || first == second) {
                return day(slashed.group(3), second, first);
            }
            return second > 12 ? day(slashed.group(3), first, second) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, int month, int day) {
        // Two digits stand in the wire reports of the last century and of this one's first half.
        int full = year.length() == 4 ? number(year) : number(year) + (number(year) < 50 ? 2000 : 1900);
        try {
            return full < 1900 || full > 2200 ? Optional.empty() : Optional.of(LocalDate.of(full, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int month(String word) {
        return MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
