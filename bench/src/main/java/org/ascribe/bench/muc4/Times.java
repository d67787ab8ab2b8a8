package org.ascribe.bench.muc4;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascribe.extract.model.Words;
import org.jspecify.annotations.Nullable;

/** Dates as the wires of 1989 write them, in upper case, counted from the date of the dateline. */
final class Times {

    /**
     * A date that an incident may have.
     *
     * @param from null where the date is only known to be before the end
     * @param word the word it begins with; -1 for the default, on or before the dateline
     */
    record Time(@Nullable LocalDate from, LocalDate to, int word, Kind kind) {

        /** As the key writes it. */
        String text() {
            String end = text(to);
            return from == null ? "- " + end : from.equals(to) ? end : text(from) + " - " + end;
        }

        private static String text(LocalDate day) {
            return "%02d %s %02d"
                    .formatted(day.getDayOfMonth(), MONTHS.get(day.getMonthValue() - 1), day.getYear() % 100);
        }
    }

    enum Kind {
        DEFAULT,
        TODAY,
        YESTERDAY,
        AGO,
        WEEKDAY,
        DAY,
        MONTH,
        SPAN
    }

    static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private static final String MONTH =
            "(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:UARY|RUARY|CH|IL|E|Y|UST|T|TEMBER|OBER|EMBER)?\\b";
    private static final List<String> NUMBERS = List.of(
            "ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE");
    private static final String NUMBER =
            "(AN?|\\d{1,2}|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE)";
    private static final Pattern DATELINE = Pattern.compile("\\b(?:(\\d{1,2})\\s+(" + String.join("|", MONTHS)
            + ")[A-Z]*|(" + String.join("|", MONTHS) + ")[A-Z]*\\s+(\\d{1,2}))(?:,?\\s+(?:19)?(\\d\\d))?\\b");
    private static final Pattern ANY = Pattern.compile("\\b(?:"
            + "(?<d>\\d{1,2})(?:ST|ND|RD|TH)?(?:\\s+OF)?\\s+(?<m>" + MONTH + ")(?:,?\\s+(?:OF\\s+)?(?<y>19\\d\\d))?"
            + "|(?<m2>" + MONTH + ")\\s+(?<d2>\\d{1,2})(?:ST|ND|RD|TH)?\\b(?:,?\\s+(?<y2>19\\d\\d))?"
            + "|(?<m3>" + MONTH + ")(?:,?\\s+(?:OF\\s+)?(?<y3>19\\d\\d))?"
            + "|(?<n>" + NUMBER + ")\\s+(?<u>DAYS?|WEEKS?|MONTHS?|YEARS?|HOURS?)\\s+AGO"
            + "|(?:(?:IN|DURING|OVER|WITHIN)\\s+)?THE\\s+(?:PAST|LAST)\\s+(?<n4>" + NUMBER
            + "|FEW)?\\s*(?<u4>DAYS?|WEEKS?|MONTHS?|HOURS?)"
            + "|(?:LAST|THIS|PAST)\\s+(?<u5>WEEK|MONTH|YEAR|WEEKEND)"
            + "|(?:(?:LAST|PAST|THIS)\\s+)?(?<w>MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
            + "|(?<today>TODAY|TONIGHT|(?:EARLY\\s+)?THIS\\s+(?:MORNING|AFTERNOON|EVENING|NOON))"
            + "|(?<before>(?:THE\\s+)?DAY\\s+BEFORE\\s+YESTERDAY)"
            + "|(?<yesterday>YESTERDAY|LAST\\s+(?:NIGHT|EVENING)))\\b");

    private Times() {}

    /** As two dates of the key are compared: without blanks and leading zeros. */
    static String plain(String date) {
        return date.replaceAll("\\s+", "").replaceAll("(?<!\\d)0", "");
    }

    /** The date of the dateline; null if it has none. */
    static @Nullable LocalDate dateline(String text) {
        Matcher match = DATELINE.matcher(text.substring(0, Math.min(text.length(), 160)));
        if (!match.find()) {
            return null;
        }
        int day = Integer.parseInt(match.group(1) != null ? match.group(1) : match.group(4));
        int month = MONTHS.indexOf(match.group(2) != null ? match.group(2) : match.group(3)) + 1;
        // the texts are from March 1988 to May 1990, most of them from 1989
        int year = match.group(5) != null ? Integer.parseInt(match.group(5)) : month < 4 ? 90 : 89;
        try {
            return LocalDate.of(1900 + year, month, day);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** All dates of the text, the default first; none if the dateline has no date. */
    static List<Time> find(String text, Words words) {
        LocalDate published = dateline(text);
        if (published == null) {
            return List.of();
        }
        List<Time> found = new ArrayList<>();
        found.add(new Time(null, published, -1, Kind.DEFAULT));
        Matcher match = ANY.matcher(text);
        int from = Math.max(0, text.indexOf("--"));
        int word = 0;
        while (match.find()) {
            if (match.start() < from) {
                continue;
            }
            while (word < words.size() - 1 && words.start(word) < match.start()) {
                word++;
            }
            try {
                Time time = read(match, published, word);
                if (time != null) {
                    found.add(time);
                }
            } catch (DateTimeException impossible) {
                // the 31st of June: no date after all
            }
        }
        return found;
    }

    private static @Nullable Time read(Matcher match, LocalDate published, int word) {
        if (match.group("today") != null) {
            return new Time(published, published, word, Kind.TODAY);
        }
        if (match.group("before") != null) {
            return day(published.minusDays(2), word, Kind.AGO);
        }
        if (match.group("yesterday") != null) {
            return day(published.minusDays(1), word, Kind.YESTERDAY);
        }
        if (match.group("w") != null) {
            return day(
                    published.with(TemporalAdjusters.previousOrSame(DayOfWeek.valueOf(match.group("w")))),
                    word,
                    Kind.WEEKDAY);
        }
        if (match.group("n") != null) {
            int count = number(match.group("n"));
            String unit = match.group("u");
            LocalDate day = unit.startsWith("DAY")
                    ? published.minusDays(count)
                    : unit.startsWith("WEEK")
                            ? published.minusWeeks(count)
                            : unit.startsWith("MONTH")
                                    ? published.minusMonths(count)
                                    : unit.startsWith("YEAR") ? published.minusYears(count) : published;
            return day(day, word, Kind.AGO);
        }
        if (match.group("u4") != null) {
            int count = match.group("n4") == null ? 1 : match.group("n4").equals("FEW") ? 3 : number(match.group("n4"));
            String unit = match.group("u4");
            LocalDate day = unit.startsWith("DAY")
                    ? published.minusDays(count)
                    : unit.startsWith("WEEK")
                            ? published.minusWeeks(count)
                            : unit.startsWith("MONTH") ? published.minusMonths(count) : published.minusDays(1);
            return new Time(day, published, word, Kind.SPAN);
        }
        if (match.group("u5") != null) {
            return switch (match.group("u5")) {
                case "MONTH" -> month(YearMonth.from(published).minusMonths(1), word);
                case "YEAR" -> null;
                case "WEEKEND" -> {
                    LocalDate sunday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
                    yield new Time(sunday.minusDays(1), sunday, word, Kind.SPAN);
                }
                default -> new Time(published.minusDays(7), published, word, Kind.SPAN);
            };
        }
        String month = match.group("m") != null ? match.group("m") : match.group("m2");
        if (month != null) {
            int day = Integer.parseInt(match.group("m") != null ? match.group("d") : match.group("d2"));
            String year = match.group("m") != null ? match.group("y") : match.group("y2");
            int number = MONTHS.indexOf(month.substring(0, 3)) + 1;
            LocalDate date = LocalDate.of(year == null ? published.getYear() : Integer.parseInt(year), number, day);
            return day(year == null && date.isAfter(published) ? date.minusYears(1) : date, word, Kind.DAY);
        }
        String alone = match.group("m3");
        if (alone == null || alone.length() < 4 && match.group("y3") == null) {
            return null;
        }
        int number = MONTHS.indexOf(alone.substring(0, 3)) + 1;
        String year = match.group("y3");
        YearMonth when = YearMonth.of(year == null ? published.getYear() : Integer.parseInt(year), number);
        return month(year == null && when.isAfter(YearMonth.from(published)) ? when.minusYears(1) : when, word);
    }

    private static Time day(LocalDate day, int word, Kind kind) {
        return new Time(day, day, word, kind);
    }

    private static Time month(YearMonth month, int word) {
        return new Time(month.atDay(1), month.atEndOfMonth(), word, Kind.MONTH);
    }

    private static int number(String word) {
        if (word.startsWith("A")) {
            return 1;
        }
        int named = NUMBERS.indexOf(word);
        return named >= 0 ? named : Integer.parseInt(word);
    }
}
