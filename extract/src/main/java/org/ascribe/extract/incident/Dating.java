package org.ascribe.extract.incident;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.Genre;
import org.ascribe.core.Said;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.incident.PartReader.Beside;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.time.TimeMention;
import org.jspecify.annotations.Nullable;

/** When an incident happened, from the times beside its mentions. */
final class Dating {

    private final Mentions mentions;

    Dating(Mentions mentions) {
        this.mentions = mentions;
    }

    /**
     * The dates that a mention tells.
     *
     * @param known the date of the incident that the mention may belong to
     * @param focus the incident spoken of before, from which "the next day" is counted
     */
    List<Said<EventDate>> of(Beside beside, @Nullable EventDate known, @Nullable Draft focus) {
        TimeMention counted = beside.times().stream()
                .filter(PartReader::isCounted)
                .findFirst()
                .orElse(null);
        // "on Tuesday ended the search where a bomber struck a day earlier": the event's day is counted from Tuesday.
        TimeMention base = counted == null
                ? null
                : mentions.timesIn(counted.sentence()).stream()
                        .filter(t -> t.date() != null && t.date().days() == 1 && t.firstToken() < counted.firstToken())
                        .reduce((a, b) -> b)
                        .orElse(null);
        if (counted != null && base != null) {
            EventDate date = isBefore(counted, beside) ? backwards(base, counted) : counted.resolve(base.date());
            return date == null ? List.of() : List.of(new Said<>(date, counted.passage()));
        }
        // "Two days after the missiles landed, jets struck ... on Thursday": the day that is named counts.
        boolean named = beside.times().stream()
                .anyMatch(t -> t.date() != null && t.date().days() == 1);
        EventDate before =
                known != null ? known : focus == null ? null : focus.date().orElse(null);
        List<Said<EventDate>> dates = new ArrayList<>();
        for (TimeMention time : beside.times()) {
            EventDate date = named && PartReader.isCounted(time) ? null : inItsYear(time, time.resolve(before));
            if (date != null) {
                dates.add(new Said<>(date, time.passage()));
            }
        }
        return dates;
    }

    /** In an undated report, a day without a year is of the year named last before it. */
    private @Nullable EventDate inItsYear(TimeMention time, @Nullable EventDate date) {
        if (date == null || date.yearless() == null || !date.yearless().matches("--\\d\\d-\\d\\d")) {
            return date;
        }
        MonthDay day = MonthDay.parse(date.yearless());
        return mentions.times().stream()
                .filter(t -> t.passage().start() < time.passage().start() && t.kind() == TimeMention.Kind.EXPLICIT)
                .map(TimeMention::date)
                .filter(Objects::nonNull)
                .map(EventDate::from)
                .filter(Objects::nonNull)
                .reduce((a, b) -> b)
                .map(from -> EventDate.day(day.atYear(from.getYear())))
                .orElse(date);
    }

    /** "on Tuesday, a day after an assault": the words count from the event itself. */
    private static boolean isBefore(TimeMention counted, Beside beside) {
        NounPhrase phrase = beside.mention().phrase();
        return phrase != null && phrase.first() == counted.endToken();
    }

    private static @Nullable EventDate backwards(TimeMention base, TimeMention counted) {
        Integer days = counted.daysFromEvent();
        LocalDate day = base.date() == null ? null : base.date().from();
        return days == null || day == null ? null : EventDate.day(day.minusDays(days));
    }

    /** The narrowest of the dates told, else one lent by another incident, else that of the news. */
    Optional<Said<EventDate>> of(Draft draft) {
        return draft.dates.stream()
                .min(Comparator.comparingInt((Said<EventDate> d) -> d.value().days()))
                .or(() -> Optional.ofNullable(draft.lentDate))
                .or(() -> byTheDayOfTheNews(draft));
    }

    /**
     * News that gives no day for what it opens with is about that day or the one before: "a source said on Thursday that 20
     * bodies were brought in after the bombing".
     */
    private Optional<Said<EventDate>> byTheDayOfTheNews(Draft draft) {
        boolean opens = draft.firstSentence() <= 1
                && mentions.parsed().report().genre() == Genre.NEWS
                && !takesUp(draft.besides.get(0));
        for (TimeMention time : mentions.times()) {
            EventDate date = time.date();
            LocalDate day = date == null || date.days() != 1 ? null : date.from();
            if (opens
                    && day != null
                    && time.sentence() <= draft.firstSentence() + 2
                    && time.kind() == TimeMention.Kind.RELATIVE_TO_PUBLICATION) {
                return Optional.of(
                        new Said<>(EventDate.between(day.minusDays(1), day, DatePrecision.WEEK), time.passage()));
            }
        }
        return Optional.empty();
    }

    /** "blamed Ukraine on Tuesday for the massacre": what readers know already, on a day that the news does not give. */
    private boolean takesUp(Beside first) {
        NounPhrase phrase = first.mention().phrase();
        return phrase != null
                && phrase.first() + 1 == first.mention().first()
                && mentions.sentence(first.mention().sentence())
                        .token(phrase.first())
                        .is("the", "this", "that");
    }
}
