package org.ascribe.codebook;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascribe.core.EventDate;
import org.ascribe.core.Passage;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.time.TimeMention;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a date: takes every day that the text names, itself or by words such as "yesterday", with the days beside it, and
 * learns which of them coders choose. The days beside are there because some coders count "Tuesday night" as Wednesday and
 * some data sets were moved by a time zone.
 */
final class DateExpert implements Expert {

    static final String NAME = "days";

    private static final ConditionalLogit.Settings SETTINGS = new ConditionalLogit.Settings(1, 0.1, 80);
    private static final int REACH = 1;
    private static final Pattern MONTH_IN_NUMBER =
            Pattern.compile("(?<![\\w-])((?:19|20)\\d\\d)-(0?[1-9]|1[0-2])(?=-)");

    private static final String FIRST = "first";
    /** How a day is named that a press release states in its dateline. */
    private static final String NUMBERED = "dated line " + FIRST;

    /** A day that may be meant, and where the text gives it. */
    private record Day(
            LocalDate date, Features features, @Nullable Passage passage) {}

    private final String field;
    private final Map<String, Integer> places;
    private final ConditionalLogit logit;
    private final TreeMap<String, Integer> months;
    private final Series series;

    private DateExpert(
            String field,
            Map<String, Integer> places,
            double[] weights,
            TreeMap<String, Integer> months,
            Series series) {
        this.series = series;
        this.field = field;
        this.places = places;
        this.logit = new ConditionalLogit(0, 0, weights);
        this.months = months;
    }

    static Optional<Expert> learn(Field field, List<Noticed> examples) {
        TreeMap<String, Integer> months = new TreeMap<>();
        for (Noticed example : examples) {
            day(example, field.name())
                    .ifPresent(day -> months.merge(day.toString().substring(0, 7), 1, Integer::sum));
        }
        Series series = Series.learn(examples, example -> day(example, field.name()));
        List<List<Features>> texts = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        // the day that a number tells may be off by one, which would teach the wrong thing about those that are stated
        boolean stated =
                examples.stream().anyMatch(example -> !example.text().days().isEmpty());
        for (Noticed example : examples) {
            if (stated && example.text().days().isEmpty()) {
                continue;
            }
            Optional<LocalDate> gold = day(example, field.name());
            List<Day> days = days(example, months, series, false);
            for (int i = 0; i < days.size() && gold.isPresent(); i++) {
                if (days.get(i).date().equals(gold.get())) {
                    texts.add(days.stream().map(Day::features).toList());
                    right.add(i);
                }
            }
        }
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> places = Weights.places(texts, 2);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            choices.add(new Choice(Sparse.EMPTY, candidates(texts.get(i), places), right.get(i)));
        }
        double[] weights = ConditionalLogit.learn(choices, 0, 0, new double[places.size()], SETTINGS)
                .weights();
        return Optional.of(new DateExpert(field.name(), places, Weights.rounded(weights), months, series));
    }

    private static Optional<LocalDate> day(Noticed example, String field) {
        String value = example.gold().get(field);
        return value == null || value.equals("null")
                ? Optional.empty()
                : Optional.of(LocalDate.parse(value.substring(1, value.length() - 1)));
    }

    private static List<Choice.Candidate> candidates(List<Features> days, Map<String, Integer> places) {
        return days.stream()
                .map(day -> new Choice.Candidate(new int[0], Sparse.of(day, places)))
                .toList();
    }

    /** In the order of their first mention. */
    private static List<Day> days(Noticed example, TreeMap<String, Integer> months, Series series, boolean unseen) {
        ReadText text = example.text();
        Map<LocalDate, Day> days = new TreeMap<>();
        LocalDate numbered = text.days().isEmpty() ? series.day(text.text(), unseen) : null;
        if (numbered != null) {
            // as if the text stated that day, so that what is learned from those that do holds for it
            spread(days, text, numbered, NUMBERED, numbered, null, 0, months);
            spread(days, text, FIRST, numbered, nearest(text.timesFrom(numbered), numbered), null, months);
        } else if (text.days().isEmpty()) {
            int order = 0;
            for (TimeMention time : text.mentions().times()) {
                EventDate date = time.date();
                if (date != null && date.from() != null && date.days() <= 7) {
                    spread(days, text, date.from(), "text", null, time, order++, months);
                }
            }
        }
        int rank = -1;
        DayWords.Found before = null;
        for (ReadText.CountedFrom counted : text.days()) {
            DayWords.Found found = counted.day();
            rank += found.equals(before) ? 0 : 1;
            before = found;
            String from = rank == 0 ? FIRST : "later";
            String kind = (found.stated() ? "dated" : "yearless") + (found.bracketed() ? " line " : " ") + from;
            spread(days, text, counted.date(), kind, counted.date(), null, rank, months);
            spread(days, text, from, counted.date(), counted.times(), found.passage(), months);
        }
        return List.copyOf(days.values());
    }

    /**
     * A numbered text may have come out a day or two after the day that its number tells: a day of the week a whole week before
     * is rather the one after.
     */
    private static List<TimeMention> nearest(List<TimeMention> times, LocalDate numbered) {
        return times.stream()
                .map(time -> {
                    EventDate date = time.date();
                    return date != null
                                    && date.from() != null
                                    && date.from().equals(date.to())
                                    && ChronoUnit.DAYS.between(date.from(), numbered) >= 5
                                    && ChronoUnit.DAYS.between(date.from(), numbered) < 7
                                    && time.kind() != TimeMention.Kind.EXPLICIT
                            ? new TimeMention(
                                    EventDate.day(date.from().plusDays(7)),
                                    null,
                                    time.precision(),
                                    time.kind(),
                                    time.passage(),
                                    time.sentence(),
                                    time.firstToken(),
                                    time.endToken())
                            : time;
                })
                .toList();
    }

    /** The days that the words of time mean, counted from one day. */
    private static void spread(
            Map<LocalDate, Day> days,
            ReadText text,
            String from,
            LocalDate counted,
            List<TimeMention> times,
            @Nullable Passage line,
            TreeMap<String, Integer> months) {
        int at = 0;
        for (TimeMention time : times) {
            EventDate date = time.date();
            if (date == null
                    || date.from() == null
                    || date.days() > 7
                    || line != null && time.passage().overlaps(line)) {
                continue;
            }
            String how = time.kind() == TimeMention.Kind.EXPLICIT ? "explicit" : words(text, time);
            spread(days, text, date.from(), how + " " + from, counted, time, at++, months);
            if (date.to() != null && !date.to().equals(date.from())) {
                spread(days, text, date.to(), how + " end " + from, counted, time, at, months);
            }
        }
    }

    /** Months in numbers of texts: 2011-07-S-068. */
    private static Set<YearMonth> numberedMonths(ReadText text) {
        return MONTH_IN_NUMBER
                .matcher(text.text())
                .results()
                .map(month -> YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))))
                .collect(Collectors.toSet());
    }

    private static String words(ReadText text, TimeMention time) {
        String words = text.mentions().parsed().text(time.passage()).toLowerCase(Locale.ROOT);
        return words.replaceAll("\\d+", "0").replaceAll("(?:mon|tues|wednes|thurs|fri|satur|sun)day", "weekday");
    }

    private static void spread(
            Map<LocalDate, Day> days,
            ReadText text,
            LocalDate date,
            String kind,
            @Nullable LocalDate from,
            @Nullable TimeMention time,
            int order,
            TreeMap<String, Integer> months) {
        Set<YearMonth> numbered = numberedMonths(text);
        for (int shift = -REACH; shift <= REACH; shift++) {
            LocalDate shifted = date.plusDays(shift);
            Passage passage = time != null ? time.passage() : null;
            Day day = days.computeIfAbsent(shifted, none -> new Day(shifted, new Features(), passage));
            Features features = day.features();
            features.set("shift " + shift);
            features.set(kind + " " + shift);
            String month = date.toString().substring(0, 7);
            features.set("month " + month + " " + shift);
            features.set("month " + month + " " + kind + " " + shift);
            features.set("year " + date.getYear() + " " + kind);
            features.set("order " + Math.min(order, 4) + (time == null ? " line" : " time") + " " + shift);
            if (!numbered.isEmpty()) {
                features.set(numbered.contains(YearMonth.from(date)) ? "month numbered" : "month not numbered");
            }
            features.set("seen in examples", Math.log1p(months.getOrDefault(month, 0)));
            if (from != null) {
                long back = ChronoUnit.DAYS.between(shifted, from);
                features.set("back " + (back < 0 ? "after" : back > 9 ? "far" : String.valueOf(back)));
            }
            if (time != null) {
                Sentence sentence = text.sentences().get(time.sentence());
                features.set("sentence " + Math.min(time.sentence(), 8) + " " + shift);
                for (int i = -3; i <= 3; i++) {
                    int token = i < 0 ? time.firstToken() + i : time.endToken() + i - 1;
                    if (i != 0 && token >= 0 && token < sentence.size()) {
                        features.set("near " + i + " " + WordFeatures.word(sentence.token(token)));
                    }
                }
                text.mentions().clauses(time.sentence()).verbs().forEach(verb -> features.set("verb " + verb.lemma()));
            }
        }
    }

    @Override
    public Map<String, Double> guess(Noticed text) {
        List<Day> days = days(text, months, series, true);
        Map<String, Double> guess = new TreeMap<>();
        if (!days.isEmpty()) {
            double[] shares = logit.shares(
                    Sparse.EMPTY, candidates(days.stream().map(Day::features).toList(), places));
            for (int i = 0; i < shares.length; i++) {
                guess.put(Values.key(new FieldValue.Day(days.get(i).date())), shares[i]);
            }
        }
        return guess;
    }

    @Override
    public Optional<Passage> passage(Noticed text, String value) {
        return days(text, months, series, true).stream()
                .filter(day -> Values.key(new FieldValue.Day(day.date())).equals(value))
                .findFirst()
                .map(Day::passage)
                .or(() -> text.text().days().stream()
                        .findFirst()
                        .map(day -> day.day().passage()));
    }

    @Override
    public JsonNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("field", field);
        ObjectNode writtenMonths = node.putObject("months");
        months.forEach(writtenMonths::put);
        node.set("series", series.write());
        node.set("weights", Weights.named(places, logit.weights(), 0));
        return node;
    }

    static Expert read(JsonNode node) {
        TreeMap<String, Integer> months = new TreeMap<>();
        for (String month : new TreeSet<>(node.get("months").propertyNames())) {
            months.put(month, node.get("months").get(month).intValue());
        }
        JsonNode weights = node.get("weights");
        return new DateExpert(
                node.get("field").stringValue(),
                Weights.placesOf(weights),
                Weights.weightsOf(weights),
                months,
                Series.read(node.get("series")));
    }
}
