package org.ascribe.extract.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.Passage;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.time.TimeMention.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dates in a report. Safe to share between threads.
 *
 * <p>What is inferred, and what that costs: a weekday is the last one at or before the day of publication, a month or day
 * without a year the last one that is not after it, so a report that looks ahead ("on Sunday they will vote") is read as
 * looking back. "Early March" is its days 1 to 10, "mid" 11 to 20, "late" 21 to the end; a season is three calendar months.
 * A figure date such as 03/04/2024 that can be read two ways gives none, nor do durations, anniversaries, "recently" and "in
 * recent weeks". A dateline ("KABUL, March 22 (Agency)") tells when it was written and is left out.
 */
public final class TimeFinder {

    private static final String MONTH = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining(
                    "|",
                    "(?:",
                    "|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)"));
    private static final String FULL_MONTH = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining("|", "(?:", ")\\b"));
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:19[5-9]\\d|20[0-4]\\d)";
    private static final String WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
    private static final String DAYTIME = "(?: (?:morning|afternoon|evening|night|noon))?";
    private static final String PART = "(?:(?:the )?(?:early|mid|middle of|late|beginning of|start of|end of)(?: |-))";
    private static final String NAME_AFTER =
            "(?!\\d|\\s+(?:Movement|movement|Brigades?|Organi[sz]ation|Alliance|Square|Street|Mosque))";
    private static final String NUMBER =
            "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a few|a couple of|several|\\d{1,3})";
    private static final String IN_YEAR = "(?<y0>" + YEAR + "),? (?:on |in )(?:the )?";

    /** What dates in words have one of. */
    private static final List<String> UNITS = List.of(
            "day",
            "night",
            "ago",
            "week",
            "month",
            "year",
            "hour",
            "minute",
            "moment",
            "morning",
            "afternoon",
            "evening",
            "spring",
            "summer",
            "autumn",
            "winter",
            "fall");

    /** What names of months begin with, short or not. */
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final Pattern NAMED_YEAR = Pattern.compile("\\b" + YEAR + "\\b");

    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** What words mean: a date, or a distance in days from an event. */
    private record Value(@Nullable EventDate date, int days, DatePrecision precision, Kind kind) {}

    @FunctionalInterface
    private interface Reading {
        /** Null where the words give no date after all; they are still used up. */
        @Nullable
        Value read(Search search, Matcher match);
    }

    /** What the words of a rule have in any case; a sentence without it needs no look. */
    private enum Needs {
        NOTHING,
        FIGURE,
        MONTH_NAME,
        UNIT
    }

    private record Rule(Needs needs, Pattern pattern, Reading reading) {}

    /** Longer and surer ways first: what one rule has read is closed to the next. */
    private static final List<Rule> RULES = List.of(
            // said of something else
            rule(
                    Needs.NOTHING,
                    "(?i:\\b(?:good|black|bloody|easter|palm|every|each|next|coming|this coming)) " + WEEKDAY
                            + "s?\\b|\\b" + WEEKDAY
                            + "s\\b|" + WEEKDAY
                            + "(?: (?:prayers?|mosque|[Ss]ermon|Times|Telegraph|Mail|Mirror|Express|Review|Post|Herald|Guardian|Observer))"
                            + "|(?i:\\b(?:next|coming|following)) (?:week|month|year|" + MONTH + ")\\b"
                            + "|\\b" + MONTH + " " + DAY + "\\s+(?:Movement|movement|Brigades?|Alliance)|" + DAY + " "
                            + MONTH + "\\s+(?:Movement|movement|Brigades?)"
                            + "|^[A-Z][A-Z ,./]{2,40},? " + MONTH + " " + DAY + "(?:,? " + YEAR + ")? ?(?:\\(|[-–—])"
                            + "|\\b(?:Published|Updated|Posted|Last (?:updated|modified)|Accessed)(?: on|:)? ?:?(?: "
                            + WEEKDAY + ",?)?[^.]{0,24}" + YEAR,
                    (search, match) -> null),
            // figures
            rule(
                    Needs.FIGURE,
                    "\\b(?<y>" + YEAR + ")-(?<m>\\d\\d)-(?<d>\\d\\d)\\b",
                    (search, match) -> explicit(day(figure(match, "y"), figure(match, "m"), figure(match, "d")))),
            rule(
                    Needs.FIGURE,
                    "(?<![\\d/])(?<a>\\d{1,2})([/.])(?<b>\\d{1,2})\\2(?<y>" + YEAR + ")\\b",
                    TimeFinder::figures),
            rule(
                    Needs.FIGURE,
                    "(?<![\\d/])9/11(?![\\d/])",
                    (search, match) -> explicit(EventDate.day(LocalDate.of(2001, 9, 11)))),
            // spans
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?:[Bb]etween|[Ff]rom) (?:the )?(?<d1>" + DAY + ")(?:(?: of)? (?<m1>" + MONTH
                            + "))?(?:,? (?<y1>" + YEAR + "))? (?:and|to|until|till|through) (?:the )?(?<d2>" + DAY
                            + ")(?: of)? (?<m2>" + MONTH + ")(?:,? (?<y2>" + YEAR + "))?",
                    TimeFinder::days),
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?:[Bb]etween|[Ff]rom) (?<m1>" + MONTH + ") (?<d1>" + DAY + ")(?:,? (?<y1>" + YEAR
                            + "))?,? (?:and|to|until|till|through) (?:(?<m2>" + MONTH + ") )?(?<d2>" + DAY
                            + ")\\b(?:,? (?<y2>" + YEAR + "))?",
                    TimeFinder::days),
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?<d1>" + DAY + ") ?(?:[-–]|and|to) ?(?<d2>" + DAY + ")(?: of)? (?<m2>" + MONTH
                            + ")(?:,? (?<y2>" + YEAR + "))?" + NAME_AFTER,
                    TimeFinder::days),
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?<m2>" + MONTH + ") (?<d1>" + DAY + ") ?(?:[-–]|and|to) ?(?<d2>" + DAY + ")\\b(?:,? (?<y2>"
                            + YEAR + "))?" + NAME_AFTER,
                    TimeFinder::days),
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?:[Bb]etween|[Ff]rom) (?<m1>" + MONTH + ")(?: (?<y1>" + YEAR
                            + "))? (?:and|to|until|till|through) (?<m2>" + MONTH + ")(?: (?<y2>" + YEAR + "))?",
                    TimeFinder::months),
            rule(
                    Needs.FIGURE,
                    "\\b(?:[Bb]etween|[Ff]rom) (?<y1>" + YEAR + ") (?:and|to|until|till|through) (?<y2>" + YEAR
                            + ")\\b",
                    TimeFinder::years),
            rule(
                    Needs.FIGURE,
                    "(?<![\\d-])(?<y1>" + YEAR + ")[-–](?<y2>" + YEAR + "|\\d\\d)\\b(?![-–\\d])",
                    TimeFinder::years),
            // days
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?:" + IN_YEAR + ")?(?<open>[Ss]ince |[Uu]ntil )?(?:" + WEEKDAY + DAYTIME
                            + ",? \\(?(?:the )?)?(?:the )?(?<d>" + DAY + ")(?: of|-)? ?\\b(?<m>" + MONTH
                            + ")(?:(?:,| of|-| in)? ?(?<y>" + YEAR
                            + "|that year|the same year|last year|this year))?\\b" + NAME_AFTER,
                    TimeFinder::dayOfMonth),
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?:" + IN_YEAR + ")?(?<open>[Ss]ince |[Uu]ntil )?(?:" + WEEKDAY + DAYTIME + ",? \\(?)?(?<m>"
                            + MONTH + ") (?:the )?(?<d>" + DAY + ")(?:(?:,| of| in)? ?(?<y>" + YEAR
                            + "|that year|the same year|last year|this year))?\\b" + NAME_AFTER,
                    TimeFinder::dayOfMonth),
            // months
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?<open>[Ss]ince |[Uu]ntil )?(?<part>" + PART + ")?\\b(?<m>" + MONTH + ")(?:,| of| in)? (?<y>"
                            + YEAR
                            + "|that year|the same year|last year|this year|(?:a|one|two|three|four|five|six|seven|eight|nine|ten) years? ago)\\b",
                    TimeFinder::month),
            rule(
                    Needs.MONTH_NAME,
                    "\\b" + IN_YEAR + "(?<part>" + PART + ")?(?<m>" + FULL_MONTH + ")",
                    TimeFinder::month),
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?<which>[Ll]ast|[Tt]his(?: past)?|[Pp]ast) (?<m>" + FULL_MONTH + ")",
                    TimeFinder::month),
            rule(Needs.MONTH_NAME, "\\b(?<part>(?i:" + PART + "))(?<m>" + FULL_MONTH + ")", TimeFinder::month),
            rule(Needs.MONTH_NAME, "\\b(?<open>[Ss]ince |[Uu]ntil )(?<m>" + FULL_MONTH + ")", TimeFinder::month),
            rule(
                    Needs.MONTH_NAME,
                    "\\b(?:(?:[Ii]n|[Oo]f|[Bb]y|[Dd]uring|[Ff]rom|[Tt]hrough(?:out)?|[Bb]efore|[Aa]fter|[Tt]he|[Aa]|and|to|of)|\\w+['’]s?) (?<words>(?<m>"
                            + FULL_MONTH + "))(?!['’]?\\w|[- ](?:on|for) )(?! [A-Z])",
                    TimeFinder::month),
            rule(Needs.MONTH_NAME, "(?<words>(?<m>" + FULL_MONTH + "))['’]s\\b", TimeFinder::month),
            // seasons and years
            rule(
                    Needs.FIGURE,
                    "\\b(?:the )?(?<part>(?i:early|mid|late)[- ])?(?<s>(?i:spring|summer|autumn|fall|winter))(?: of)? (?<y>"
                            + YEAR + ")\\b",
                    TimeFinder::season),
            rule(Needs.UNIT, "\\b[Ll]ast (?<s>spring|summer|autumn|fall|winter)\\b", TimeFinder::season),
            rule(
                    Needs.FIGURE,
                    "\\b(?<open>[Ss]ince |[Uu]ntil )(?<part>(?i:early|mid|late|the end of|the beginning of|the start of)[- ])?(?<y>"
                            + YEAR + ")\\b",
                    TimeFinder::year),
            rule(
                    Needs.FIGURE,
                    "\\b(?<part>(?i:early|mid|late|the end of|the beginning of|the start of)[- ])(?:in )?(?<y>" + YEAR
                            + ")\\b",
                    TimeFinder::year),
            rule(
                    Needs.FIGURE,
                    "\\b(?:[Ii]n|[Oo]f|[Dd]uring|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter|[Bb]ack in|[Tt]hroughout|year|[Tt]he|[Aa]nd|[Aa]|to|\\w+['’]s?) (?<words>(?<y>"
                            + YEAR
                            + "))\\b(?![-–,.:]\\d| (?:people|men|women|children|soldiers|troops|civilians|fighters|militants|others|families|houses|kilomet|km|metres|meters))",
                    TimeFinder::year),
            rule(Needs.FIGURE, "\\((?<words>(?<y>" + YEAR + "))\\)", TimeFinder::year),
            rule(Needs.FIGURE, "^(?<y>" + YEAR + "):", TimeFinder::year),
            // counted from the event told before
            rule(
                    Needs.UNIT,
                    "\\b(?i:the )(?:very )?(?:following|next) (?:day|morning|afternoon|evening|night)\\b|\\b(?i:the day after)\\b|\\b(?i:a day (?:later|after))\\b|\\b(?i:one day (?:later|after))\\b",
                    (s, m) -> event(1, DatePrecision.DAY)),
            rule(
                    Needs.UNIT,
                    "\\b(?i:the (?:previous|preceding) (?:day|evening|night))\\b|\\b(?<!yester)(?i:the day before)(?! yesterday)\\b|\\b(?i:(?:a|one) day (?:earlier|before))\\b|\\b(?i:the night before)\\b",
                    (s, m) -> event(-1, DatePrecision.DAY)),
            rule(
                    Needs.UNIT,
                    "\\b(?i:(?:(?:several|a few|two|three|four|five|six|\\d+) |just |only )*(?:hours|minutes|moments) (?:later|earlier|after|before|afterwards))\\b|\\b(?i:an hour (?:later|earlier|after|before))\\b"
                            + "|\\b(?i:(?:on |later |earlier )*(?:that|the) same (?:day|morning|afternoon|evening|night))\\b|\\b(?i:(?:on |later |earlier )*that (?:day|morning|afternoon|evening|night))\\b",
                    (s, m) -> event(0, DatePrecision.DAY)),
            rule(
                    Needs.UNIT,
                    "\\b(?<n>(?i:" + NUMBER
                            + ")) (?<u>days?|weeks?|months?|years?) (?<dir>later|after(?:wards)?|earlier|before|prior|previously|on)\\b(?! average)",
                    TimeFinder::fromEvent),
            // counted from the publication
            rule(
                    Needs.UNIT,
                    "\\b(?<n>(?i:" + NUMBER + ")) (?<u>hours?|days?|weeks?|months?|years?) ago\\b",
                    TimeFinder::ago),
            rule(Needs.UNIT, "\\b(?i:the day before yesterday)\\b", (s, m) -> s.daysAgo(2)),
            rule(
                    Needs.UNIT,
                    "\\b(?i:yesterday)" + DAYTIME + "\\b|\\b(?i:last (?:night|evening))\\b",
                    (s, m) -> s.daysAgo(1)),
            rule(
                    Needs.UNIT,
                    "\\b(?i:earlier today|later today|today|tonight|this (?:morning|afternoon|evening))\\b(?!['’]s)|\\b(?i:today)['’]s (?=attack|blast|bombing|explosion|killing|strike|raid|shooting)",
                    (s, m) -> s.daysAgo(0)),
            rule(Needs.UNIT, "\\b[Oo]vernight\\b", (s, m) -> s.span(1, 0, DatePrecision.WEEK)),
            rule(Needs.UNIT, "\\b(?i:(?:over |at |during )?(?:the|last|this) weekend)\\b", TimeFinder::weekend),
            rule(
                    Needs.UNIT,
                    "\\b(?:(?<last>[Ll]ast|[Pp]revious) )?(?<w>" + WEEKDAY + ")" + DAYTIME
                            + "(?<week> last week)?(?:['’]s)?\\b",
                    TimeFinder::weekday),
            rule(
                    Needs.UNIT,
                    "\\b(?i:(?:in|over|within|during|for) )?(?i:the )?(?i:past|last|previous) (?<n>(?i:" + NUMBER
                            + "|24|48|72)) (?<u>hours?|days?|weeks?|months?|years?)\\b",
                    TimeFinder::past),
            rule(
                    Needs.UNIT,
                    "\\b(?<part>(?i:early|earlier|mid|late|later|in early|in late)[- ])?(?<which>(?i:last|this|(?:the |this )past|the previous)) (?<u>week|month|year)\\b",
                    TimeFinder::lastOrThis));

    private TimeFinder() {}

    /** The dates in the order of the text, none overlapping. */
    public static List<TimeMention> find(ParsedReport report) {
        List<TimeMention> found = new ArrayList<>();
        Search search = new Search(report);
        for (Sentence sentence : report.sentences()) {
            found.addAll(search.run(sentence));
        }
        return found;
    }

    private static Rule rule(Needs needs, String pattern, Reading reading) {
        return new Rule(needs, Pattern.compile(pattern), reading);
    }

    /** The report's day of publication, and the last year that the text named. */
    private static final class Search {
        private final ParsedReport report;
        private final @Nullable LocalDate published;
        private @Nullable Integer lastYear;

        /** The last year that the sentence names before the words at hand. */
        private @Nullable Integer yearBefore;

        Search(ParsedReport report) {
            this.report = report;
            this.published = report.report().published();
        }

        List<TimeMention> run(Sentence sentence) {
            String text = report.text(sentence.passage());
            List<TimeMention> found = new ArrayList<>();
            String lower = text.toLowerCase(Locale.ROOT);
            Set<Needs> has = EnumSet.noneOf(Needs.class);
            if (text.chars().anyMatch(Character::isDigit)) {
                has.add(Needs.FIGURE);
            }
            if (MONTHS.stream().anyMatch(text::contains)) {
                has.add(Needs.MONTH_NAME);
            }
            if (UNITS.stream().anyMatch(lower::contains)) {
                has.add(Needs.UNIT);
            }
            if (has.isEmpty()) {
                return found;
            }
            has.add(Needs.NOTHING);
            List<int[]> closed = new ArrayList<>();
            for (Rule rule : RULES) {
                if (!has.contains(rule.needs())) {
                    continue;
                }
                Matcher match = rule.pattern().matcher(text);
                while (match.find()) {
                    int start = group(match, "words") == null ? match.start() : match.start("words");
                    int end = group(match, "words") == null ? match.end() : match.end("words");
                    if (start == end || closed.stream().anyMatch(taken -> taken[0] < end && start < taken[1])) {
                        continue;
                    }
                    yearBefore = null;
                    Matcher years = NAMED_YEAR.matcher(text).region(0, start);
                    while (years.find()) {
                        yearBefore = Integer.parseInt(years.group());
                    }
                    Value value = value(rule, match);
                    closed.add(new int[] {start, end});
                    if (value != null) {
                        found.add(mention(sentence, text, start, end, value));
                    }
                }
            }
            found.sort(Comparator.comparing(TimeMention::passage));
            for (TimeMention mention : found) {
                if (mention.kind() == Kind.EXPLICIT
                        && mention.date() != null
                        && mention.date().from() != null) {
                    lastYear = mention.date().from().getYear();
                }
            }
            return found;
        }

        private @Nullable Value value(Rule rule, Matcher match) {
            try {
                return rule.reading().read(this, match);
            } catch (DateTimeException noSuchDay) {
                return null; // 31 February
            }
        }

        private TimeMention mention(Sentence sentence, String text, int start, int end, Value value) {
            int trimmed = start;
            while (Character.isWhitespace(text.charAt(trimmed))) {
                trimmed++;
            }
            int last = end;
            while (Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            int offset = sentence.passage().start();
            Passage passage =
                    new Passage(offset + text.codePointCount(0, trimmed), offset + text.codePointCount(0, last));
            int first = 0;
            while (first < sentence.size() - 1
                    && sentence.token(first).passage().end() <= passage.start()) {
                first++;
            }
            int endToken = first + 1;
            while (endToken < sentence.size()
                    && sentence.token(endToken).passage().start() < passage.end()) {
                endToken++;
            }
            boolean fromEvent = value.kind() == Kind.RELATIVE_TO_EVENT;
            return new TimeMention(
                    value.date(),
                    fromEvent ? (Integer) value.days() : null,
                    value.precision(),
                    value.kind(),
                    passage,
                    sentence.index(),
                    first,
                    endToken);
        }

        @Nullable
        Value daysAgo(int days) {
            return published == null ? null : relative(EventDate.day(published.minusDays(days)));
        }

        @Nullable
        Value span(int fromDaysAgo, int toDaysAgo, DatePrecision precision) {
            return published == null
                    ? null
                    : relative(EventDate.between(
                            published.minusDays(fromDaysAgo), published.minusDays(toDaysAgo), precision));
        }

        /** The year meant by the words, or null where they leave it open. */
        @Nullable
        Integer year(@Nullable String words) {
            if (words == null) {
                return null;
            }
            return switch (words) {
                case "that year", "the same year" -> yearBefore == null ? lastYear : yearBefore;
                case "last year", "a year ago", "one year ago" ->
                    published == null ? null : (Integer) (published.getYear() - 1);
                case "this year" -> published == null ? null : (Integer) published.getYear();
                default -> {
                    if (words.endsWith("ago")) {
                        int years = number(words.substring(0, words.indexOf(' ')));
                        yield published == null ? null : (Integer) (published.getYear() - years);
                    }
                    yield (Integer) Integer.parseInt(words);
                }
            };
        }
    }

    // ---- explicit --------------------------------------------------------------------------------------------------

    private static @Nullable String group(Matcher match, String name) {
        return match.namedGroups().containsKey(name) ? match.group(name) : null;
    }

    private static int figure(Matcher match, String name) {
        String digits = match.group(name).replaceAll("\\D", "");
        return Integer.parseInt(digits);
    }

    private static int monthOf(String name) {
        String three = name.substring(0, 3);
        for (Month month : Month.values()) {
            if (month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).startsWith(three)) {
                return month.getValue();
            }
        }
        throw new IllegalStateException("no month: " + name);
    }

    private static EventDate day(int year, int month, int day) {
        return EventDate.day(LocalDate.of(year, month, day));
    }

    private static Value explicit(EventDate date) {
        return new Value(date, 0, date.precision(), Kind.EXPLICIT);
    }

    private static Value relative(EventDate date) {
        return new Value(date, 0, date.precision(), Kind.RELATIVE_TO_PUBLICATION);
    }

    private static Value event(int days, DatePrecision precision) {
        return new Value(null, days, precision, Kind.RELATIVE_TO_EVENT);
    }

    private static @Nullable Value figures(Search search, Matcher match) {
        int a = figure(match, "a");
        int b = figure(match, "b");
        int year = figure(match, "y");
        if (a > 12 && b <= 12) {
            return explicit(day(year, b, a));
        }
        if (b > 12 && a <= 12 || a == b) {
            return explicit(day(year, a, b));
        }
        return null;
    }

    private static @Nullable Value days(Search search, Matcher match) {
        int month2 = monthOf(group(match, "m2") == null ? match.group("m1") : match.group("m2"));
        String word1 = group(match, "m1");
        int month1 = word1 == null ? month2 : monthOf(word1);
        int day1 = figure(match, "d1");
        int day2 = figure(match, "d2");
        String named = group(match, "y2") == null ? group(match, "y1") : group(match, "y2");
        LocalDate to;
        if (named != null) {
            to = LocalDate.of(Integer.parseInt(named), month2, day2);
        } else if (search.published != null) {
            to = latestDay(month2, day2, search.published);
        } else {
            return month1 == month2 ? explicit(EventDate.yearlessMonth(month2)) : null;
        }
        String year1 = group(match, "y1");
        LocalDate from = LocalDate.of(year1 == null ? to.getYear() : Integer.parseInt(year1), month1, day1);
        if (from.isAfter(to)) {
            from = from.minusYears(1);
        }
        DatePrecision precision = to.isAfter(from.plusDays(7)) ? DatePrecision.RANGE : DatePrecision.WEEK;
        return explicit(EventDate.between(from, to, precision));
    }

    private static @Nullable Value months(Search search, Matcher match) {
        int month1 = monthOf(match.group("m1"));
        int month2 = monthOf(match.group("m2"));
        String year2 = group(match, "y2") == null ? group(match, "y1") : group(match, "y2");
        YearMonth to;
        if (year2 != null) {
            to = YearMonth.of(Integer.parseInt(year2), month2);
        } else if (search.published != null) {
            to = latestMonth(month2, YearMonth.from(search.published));
        } else {
            return null;
        }
        String year1 = group(match, "y1");
        YearMonth from = YearMonth.of(year1 == null ? to.getYear() : Integer.parseInt(year1), month1);
        if (from.isAfter(to)) {
            from = from.minusYears(1);
        }
        return explicit(EventDate.between(from.atDay(1), to.atEndOfMonth(), DatePrecision.RANGE));
    }

    private static @Nullable Value years(Search search, Matcher match) {
        int from = figure(match, "y1");
        int to = figure(match, "y2");
        to = to < 100 ? from / 100 * 100 + to : to;
        return to < from
                ? null
                : explicit(EventDate.between(LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31), DatePrecision.RANGE));
    }

    private static LocalDate latestDay(int month, int day, LocalDate notAfter) {
        int year = notAfter.getYear();
        while (!Year.of(year).isLeap() && month == 2 && day == 29
                || LocalDate.of(year, month, day).isAfter(notAfter)) {
            year--;
        }
        return LocalDate.of(year, month, day);
    }

    private static YearMonth latestMonth(int month, YearMonth notAfter) {
        YearMonth same = YearMonth.of(notAfter.getYear(), month);
        return same.isAfter(notAfter) ? same.minusYears(1) : same;
    }

    private static @Nullable Value dayOfMonth(Search search, Matcher match) {
        int month = monthOf(match.group("m"));
        int day = figure(match, "d");
        LocalDate.of(2024, month, day); // refuse 31 June even without a year
        String named = group(match, "y") == null ? group(match, "y0") : group(match, "y");
        Integer year = search.year(named);
        String open = group(match, "open");
        if (year == null && search.published == null) {
            return open == null ? explicit(EventDate.yearlessDay(month, day)) : null;
        }
        LocalDate date = year != null || search.published == null
                ? LocalDate.of(year == null ? 0 : year, month, day)
                : latestDay(month, day, search.published);
        return explicit(opened(open, EventDate.day(date)));
    }

    private static EventDate opened(@Nullable String open, EventDate date) {
        if (open == null) {
            return date;
        }
        return open.strip().equalsIgnoreCase("since")
                ? new EventDate(date.from(), null, DatePrecision.RANGE, null)
                : new EventDate(null, date.to(), DatePrecision.RANGE, null);
    }

    private static @Nullable Value month(Search search, Matcher match) {
        int month = monthOf(match.group("m"));
        String named = group(match, "y") == null ? group(match, "y0") : group(match, "y");
        Integer year = search.year(named);
        String open = group(match, "open");
        String which = group(match, "which");
        YearMonth whole;
        if (year != null) {
            whole = YearMonth.of(year, month);
        } else if (search.published == null) {
            return open == null ? explicit(EventDate.yearlessMonth(month)) : null;
        } else {
            YearMonth now = YearMonth.from(search.published);
            boolean last = which != null && which.equalsIgnoreCase("last");
            whole = latestMonth(month, last ? now.minusMonths(1) : now);
        }
        String part = group(match, "part");
        EventDate date = part == null
                ? EventDate.month(whole.getYear(), month)
                : EventDate.between(
                        isEarly(part) ? whole.atDay(1) : isMid(part) ? whole.atDay(11) : whole.atDay(21),
                        isEarly(part) ? whole.atDay(10) : isMid(part) ? whole.atDay(20) : whole.atEndOfMonth(),
                        DatePrecision.MONTH);
        return explicit(opened(open, date));
    }

    private static boolean isEarly(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        return lower.contains("early") || lower.contains("beginning") || lower.contains("start");
    }

    private static boolean isMid(String part) {
        return part.toLowerCase(Locale.ROOT).contains("mid");
    }

    private static @Nullable Value season(Search search, Matcher match) {
        Month first = switch (match.group("s").toLowerCase(Locale.ROOT)) {
            case "spring" -> Month.MARCH;
            case "summer" -> Month.JUNE;
            case "autumn", "fall" -> Month.SEPTEMBER;
            default -> Month.DECEMBER;
        };
        String named = group(match, "y");
        LocalDate from;
        if (named != null) {
            from = LocalDate.of(Integer.parseInt(named), first, 1);
        } else if (search.published != null) {
            from = LocalDate.of(search.published.getYear(), first, 1);
            from = from.plusMonths(3).isAfter(search.published) ? from.minusYears(1) : from;
        } else {
            return null;
        }
        EventDate date = EventDate.between(from, from.plusMonths(3).minusDays(1), DatePrecision.RANGE);
        return named != null ? explicit(date) : relative(date);
    }

    private static Value year(Search search, Matcher match) {
        int year = figure(match, "y");
        String part = group(match, "part");
        EventDate date = part == null ? EventDate.year(year) : partOfYear(part, year);
        return explicit(opened(group(match, "open"), date));
    }

    private static EventDate partOfYear(String part, int year) {
        int from = isEarly(part) ? 1 : isMid(part) ? 5 : 9;
        return EventDate.between(
                LocalDate.of(year, from, 1), YearMonth.of(year, from + 3).atEndOfMonth(), DatePrecision.YEAR);
    }

    // ---- relative --------------------------------------------------------------------------------------------------

    private static int number(String words) {
        String word = words.toLowerCase(Locale.ROOT);
        if (word.equals("a") || word.equals("an")) {
            return 1;
        }
        if (word.equals("a couple of")) {
            return 2;
        }
        if (NUMBERS.contains(word)) {
            return NUMBERS.indexOf(word);
        }
        return word.matches("\\d+") ? Integer.parseInt(word) : 0;
    }

    private static @Nullable Value fromEvent(Search search, Matcher match) {
        int n = number(match.group("n"));
        if (n == 0) {
            return null;
        }
        String direction = match.group("dir");
        int sign = direction.equals("later") || direction.startsWith("after") || direction.equals("on") ? 1 : -1;
        return switch (match.group("u").charAt(0)) {
            case 'd' -> event(sign * n, DatePrecision.DAY);
            case 'w' -> event(sign * n * 7, DatePrecision.WEEK);
            case 'm' -> event(sign * n * 30, DatePrecision.MONTH);
            default -> event(sign * n * 365, DatePrecision.YEAR);
        };
    }

    private static @Nullable Value ago(Search search, Matcher match) {
        LocalDate published = search.published;
        if (published == null) {
            return null;
        }
        int n = number(match.group("n"));
        String words = match.group("n").toLowerCase(Locale.ROOT);
        char unit = match.group("u").charAt(0);
        if (n == 0) {
            return unit == 'd' ? search.span(7, 2, DatePrecision.WEEK) : unit == 'h' ? search.daysAgo(0) : null;
        }
        return switch (unit) {
            case 'h' -> search.span((n + 12) / 24, n / 48, n < 24 ? DatePrecision.DAY : DatePrecision.WEEK);
            case 'd' -> words.startsWith("a couple") ? search.span(3, 1, DatePrecision.WEEK) : search.daysAgo(n);
            case 'w' -> search.span(n * 7 + 3, n * 7 - 3, DatePrecision.WEEK);
            case 'm' -> {
                YearMonth month = YearMonth.from(published).minusMonths(n);
                yield relative(EventDate.month(month.getYear(), month.getMonthValue()));
            }
            default -> relative(EventDate.year(published.getYear() - n));
        };
    }

    private static @Nullable Value past(Search search, Matcher match) {
        LocalDate published = search.published;
        int n = number(match.group("n"));
        if (published == null || n == 0) {
            return null;
        }
        LocalDate from = switch (match.group("u").charAt(0)) {
            case 'h' -> published.minusDays(Math.max(1, n / 24));
            case 'd' -> published.minusDays(n);
            case 'w' -> published.minusWeeks(n);
            case 'm' -> published.minusMonths(n);
            default -> published.minusYears(n);
        };
        DatePrecision precision = from.isBefore(published.minusDays(7)) ? DatePrecision.RANGE : DatePrecision.WEEK;
        return relative(EventDate.between(from, published, precision));
    }

    private static @Nullable Value weekend(Search search, Matcher match) {
        if (search.published == null) {
            return null;
        }
        LocalDate sunday = search.published.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return relative(EventDate.between(sunday.minusDays(1), sunday, DatePrecision.WEEK));
    }

    private static @Nullable Value weekday(Search search, Matcher match) {
        if (search.published == null) {
            return null;
        }
        DayOfWeek day = DayOfWeek.valueOf(match.group("w").toUpperCase(Locale.ROOT));
        if (match.group("week") != null) {
            LocalDate monday = search.published
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .minusWeeks(1);
            return relative(EventDate.day(monday.with(TemporalAdjusters.nextOrSame(day))));
        }
        return relative(EventDate.day(search.published.with(
                match.group("last") == null
                        ? TemporalAdjusters.previousOrSame(day)
                        : TemporalAdjusters.previous(day))));
    }

    private static @Nullable Value lastOrThis(Search search, Matcher match) {
        LocalDate published = search.published;
        if (published == null) {
            return null;
        }
        String which = match.group("which").toLowerCase(Locale.ROOT);
        String part = group(match, "part");
        boolean past = which.contains("past");
        boolean last = which.equals("last") || which.equals("the previous");
        boolean soFar = part == null || part.toLowerCase(Locale.ROOT).contains("er");
        return switch (match.group("u")) {
            case "week" -> {
                LocalDate monday = published.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield relative(EventDate.between(
                        past ? published.minusWeeks(1) : last ? monday.minusWeeks(1) : monday,
                        past || !last ? published : monday.minusDays(1),
                        DatePrecision.WEEK));
            }
            case "month" -> {
                YearMonth month = YearMonth.from(published).minusMonths(last ? 1 : 0);
                if (past) {
                    yield relative(EventDate.between(published.minusMonths(1), published, DatePrecision.MONTH));
                }
                EventDate whole = EventDate.month(month.getYear(), month.getMonthValue());
                yield relative(
                        last || !soFar ? whole : EventDate.between(month.atDay(1), published, DatePrecision.MONTH));
            }
            default -> {
                if (past) {
                    yield relative(EventDate.between(published.minusYears(1), published, DatePrecision.YEAR));
                }
                int year = published.getYear() - (last ? 1 : 0);
                if (part != null && !soFar) {
                    yield relative(partOfYear(part, year));
                }
                yield relative(
                        last
                                ? EventDate.year(year)
                                : EventDate.between(LocalDate.of(year, 1, 1), published, DatePrecision.YEAR));
            }
        };
    }
}
