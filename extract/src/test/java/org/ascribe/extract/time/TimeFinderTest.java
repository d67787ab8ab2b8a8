package org.ascribe.extract.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.extract.Texts;
import org.ascribe.extract.language.ParsedReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimeFinderTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2024, 4, 5);

    /** The sentences of {@code dates.txt}, each with the dates that a reader of 5 April 2024 finds in it. */
    static List<Arguments> sentences() throws IOException {
        try (InputStream file = Objects.requireNonNull(TimeFinderTest.class.getResourceAsStream("dates.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\|", -1))
                    .map(parts -> Arguments.of(parts[0], parts[1].strip()))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void datesAreReadInAllTheWaysOfNews(String text, String expected) {
        ParsedReport report = Texts.parse(text, PUBLISHED);
        assertThat(TimeFinder.find(report).stream()
                        .map(mention -> written(report, mention))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"The attack in March killed many., --03", "The attack on March 22 killed many., --03-22"})
    void withoutADayOfPublicationTheYearStaysOpen(String text, String yearless) {
        assertThat(TimeFinder.find(Texts.parse(text)))
                .extracting(mention ->
                        mention.date() == null ? null : mention.date().yearless())
                .containsExactly(yearless);
    }

    @ParameterizedTest
    @CsvSource({
        "It happened on Thursday.",
        "It happened yesterday.",
        "It happened last week.",
        "It rose in the past year."
    })
    void withoutADayOfPublicationWhatIsCountedFromItGivesNoDate(String text) {
        assertThat(TimeFinder.find(Texts.parse(text))).isEmpty();
    }

    @Test
    void theFollowingDayIsCountedFromTheEvent() {
        TimeMention next = TimeFinder.find(Texts.parse("The following day a bomb went off.", PUBLISHED))
                .get(0);
        assertThat(next.resolve(EventDate.day(LocalDate.of(2024, 2, 28))))
                .isEqualTo(EventDate.day(LocalDate.of(2024, 2, 29)));
        assertThat(next.resolve(null)).isNull();
        assertThat(next.precision()).isEqualTo(DatePrecision.DAY);
    }

    private static String written(ParsedReport report, TimeMention mention) {
        EventDate date = mention.date();
        Integer days = mention.daysFromEvent();
        String when;
        if (date == null) {
            when = (days != null && days >= 0 ? "event+" : "event") + days;
        } else if (date.yearless() != null) {
            when = date.yearless();
        } else if (date.from() != null && date.from().equals(date.to())) {
            when = date.from().toString();
        } else {
            when = (date.from() == null ? "" : date.from()) + ".." + (date.to() == null ? "" : date.to());
        }
        return when + " " + mention.precision().name().toLowerCase(Locale.ROOT) + " [" + report.text(mention.passage())
                + "]";
    }
}
