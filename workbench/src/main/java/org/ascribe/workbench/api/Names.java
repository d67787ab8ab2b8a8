package org.ascribe.workbench.api;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.jspecify.annotations.Nullable;

/** What codes are called in English, and how dates are written, for people. */
final class Names {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_WITHOUT_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_WITHOUT_YEAR = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

    private Names() {}

    static @Nullable String country(@Nullable String code) {
        return code == null ? null : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    /** {@code suicide-bombing} as "Suicide bombing". */
    static String plain(Enum<?> constant) {
        String words = Codes.of(constant).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** As on the page: "22 Mar 2024". */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** In no more detail than its precision, as on the page: "March 2024", "22 Mar - 2 Apr 2024" with an en dash. */
    static String date(EventDate date) {
        LocalDate from = date.from();
        LocalDate to = date.to();
        if (from == null && to == null) {
            String yearless = Objects.requireNonNull(date.yearless());
            String some = yearless.length() == 4
                    ? MONTH_WITHOUT_YEAR.format(MonthDay.parse(yearless + "-01"))
                    : DAY_WITHOUT_YEAR.format(MonthDay.parse(yearless));
            return some + ", year unknown";
        }
        if (from == null) {
            return "until " + day(Objects.requireNonNull(to));
        }
        if (to == null) {
            return "since " + day(from);
        }
        if (date.precision() == DatePrecision.MONTH && YearMonth.from(from).equals(YearMonth.from(to))) {
            return MONTH.format(from);
        }
        boolean oneYear = from.getYear() == to.getYear();
        if (date.precision() == DatePrecision.YEAR && oneYear) {
            return Integer.toString(from.getYear());
        }
        if (from.equals(to)) {
            return day(from);
        }
        return (oneYear ? DAY_WITHOUT_YEAR.format(from) : day(from)) + " – " + day(to);
    }
}
