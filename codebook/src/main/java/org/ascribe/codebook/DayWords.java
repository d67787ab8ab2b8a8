package org.ascribe.codebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascribe.core.Passage;

/**
 * Days that a text names in figures and months, headings and datelines included, which the extractor passes over: a text
 * without a day of publication may give it itself.
 */
final class DayWords {

    /**
     * @param years what the words themselves, or else a year elsewhere in the text, allow; empty if the text names none
     * @param bracketed whether it stands in brackets, as in a dateline
     */
    record Found(int month, int day, List<Integer> years, boolean stated, boolean bracketed, Passage passage) {

        List<LocalDate> in(List<Integer> fallback) {
            List<LocalDate> dates = new ArrayList<>();
            for (int year : years.isEmpty() ? fallback : years) {
                try {
                    dates.add(LocalDate.of(year, month, day));
                } catch (DateTimeException noSuchDay) {
                    // 29 February of a common year
                    continue;
                }
            }
            return dates;
        }
    }

    private static final String MONTH = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .map(name -> name.substring(0, 3) + "(?:" + name.substring(3) + "|[a-z]?\\.?)?")
            .collect(Collectors.joining("|", "(?<m>", ")"));
    private static final String DAY = "(?<d>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<y>(?:19|20)\\d\\d)";
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + "\\s{0,2}" + DAY + "(?:[,.]{0,2}\\s{0,2}" + YEAR + ")?(?![\\d])");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<![\\d-])" + DAY + "(?: of|-)?\\s{0,2}" + MONTH + "\\b(?:[,.]{0,2}\\s{0,2}" + YEAR + ")?(?![\\d])");
    private static final Pattern FIGURES =
            Pattern.compile("(?<![\\d-])" + YEAR + "-(?<m>0[1-9]|1[0-2])-(?<d>0[1-9]|[12]\\d|3[01])(?![\\d-])");
    private static final Pattern ANY_YEAR = Pattern.compile("(?<!\\d)(?:19[5-9]\\d|20[0-4]\\d)(?!\\d)");

    private DayWords() {}

    /** In the order of the text. */
    static List<Found> find(String text) {
        List<Integer> years = List.copyOf(new TreeSet<>(ANY_YEAR.matcher(text)
                .results()
                .map(year -> Integer.valueOf(year.group()))
                .toList()));
        List<Found> found = new ArrayList<>();
        for (Pattern pattern : List.of(FIGURES, MONTH_FIRST, DAY_FIRST)) {
            Matcher match = pattern.matcher(text);
            while (match.find()) {
                String year = match.group("y");
                Passage passage =
                        new Passage(text.codePointCount(0, match.start()), text.codePointCount(0, match.end()));
                if (found.stream().noneMatch(other -> other.passage().overlaps(passage))) {
                    found.add(new Found(
                            month(match.group("m")),
                            Integer.parseInt(match.group("d")),
                            year == null ? years : List.of(Integer.valueOf(year)),
                            year != null,
                            match.start() > 0 && text.lastIndexOf('(', match.start()) >= match.start() - 12,
                            passage));
                }
            }
        }
        found.sort(Comparator.comparing(Found::passage));
        return found;
    }

    private static int month(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Integer.parseInt(word);
        }
        return Arrays.stream(Month.values())
                .filter(month ->
                        month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).startsWith(word.substring(0, 3)))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
