package org.ascribe.codebook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Numbered texts, such as releases 2011-07-S-068 and 2011-07-S-070: one that names no day came out between its neighbours.
 * Which series of numbers run with time is learned from the texts that do name their day.
 */
final class Series {

    private static final Pattern NUMBERED =
            Pattern.compile("(?<![\\w-])((?:[A-Z0-9]{1,8}[-/.]){1,4})(\\d{1,6})(?![\\w-])");
    private static final int LEAST_POINTS = 3;
    /** Share of neighbours in a series whose days must be in the order of their numbers. */
    private static final double LEAST_ORDER = 0.8;
    /** Days between neighbours beyond which the day between them is not guessed. */
    private static final int WIDEST = 10;

    private final Map<String, TreeMap<Integer, LocalDate>> points;

    private Series(Map<String, TreeMap<Integer, LocalDate>> points) {
        this.points = points;
    }

    /** @param coded the day that was coded of an example, if any: it stands in for one that the text does not name */
    static Series learn(List<Noticed> examples, Function<Noticed, Optional<LocalDate>> coded) {
        List<Long> lags = new ArrayList<>();
        for (Noticed example : examples) {
            coded.apply(example).ifPresent(gold -> {
                LocalDate day = stated(example.text(), gold);
                if (day != null) {
                    lags.add(ChronoUnit.DAYS.between(gold, day));
                }
            });
        }
        lags.sort(null);
        long lag = lags.isEmpty() ? 0 : lags.get(lags.size() / 2);
        Map<String, TreeMap<Integer, LocalDate>> points = new TreeMap<>();
        for (Noticed example : examples) {
            LocalDate gold = coded.apply(example).orElse(null);
            LocalDate day = stated(example.text(), gold);
            if (day == null && gold != null) {
                day = gold.plusDays(lag);
            }
            if (day != null) {
                LocalDate known = day;
                numbers(example.text().text())
                        .forEach((prefix, number) -> points.computeIfAbsent(prefix, none -> new TreeMap<>())
                                .merge(number, known, (a, b) -> a.isBefore(b) ? a : b));
            }
        }
        points.values().removeIf(series -> series.size() < LEAST_POINTS || !isOrdered(series));
        return new Series(points);
    }

    /** The day that the text states first; where it allows several years, the one that is nearest to what was coded. */
    private static @Nullable LocalDate stated(ReadText text, @Nullable LocalDate gold) {
        if (text.days().isEmpty() || text.days().getFirst().day().years().isEmpty()) {
            return null;
        }
        DayWords.Found first = text.days().getFirst().day();
        return text.days().stream()
                .filter(day -> day.day().equals(first))
                .map(ReadText.CountedFrom::date)
                .min(Comparator.comparingLong(day -> gold == null ? 0 : Math.abs(ChronoUnit.DAYS.between(gold, day))))
                .orElse(null);
    }

    private static boolean isOrdered(TreeMap<Integer, LocalDate> series) {
        List<LocalDate> days = new ArrayList<>(series.values());
        int ordered = 0;
        for (int i = 1; i < days.size(); i++) {
            ordered += days.get(i).isBefore(days.get(i - 1)) ? 0 : 1;
        }
        return ordered >= LEAST_ORDER * (days.size() - 1);
    }

    private static Map<String, Integer> numbers(String text) {
        Map<String, Integer> numbers = new TreeMap<>();
        Matcher match = NUMBERED.matcher(text);
        while (match.find()) {
            numbers.putIfAbsent(match.group(1), Integer.valueOf(match.group(2)));
        }
        return numbers;
    }

    /** The day on which the text came out, as its number tells; null if it has none in a known series. */
    @Nullable
    LocalDate day(String text, boolean unseen) {
        for (Map.Entry<String, Integer> entry : numbers(text).entrySet()) {
            TreeMap<Integer, LocalDate> series = points.getOrDefault(entry.getKey(), new TreeMap<>());
            int number = entry.getValue();
            Map.Entry<Integer, LocalDate> low = unseen ? series.floorEntry(number) : series.lowerEntry(number);
            Map.Entry<Integer, LocalDate> high = unseen ? series.ceilingEntry(number) : series.higherEntry(number);
            LocalDate day = between(number, low, high, pace(series));
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** Days from one number to the next, on the average. */
    private static double pace(TreeMap<Integer, LocalDate> series) {
        return series.size() < 2
                ? 0
                : (double) ChronoUnit.DAYS.between(
                                series.firstEntry().getValue(),
                                series.lastEntry().getValue())
                        / (series.lastKey() - series.firstKey());
    }

    private static @Nullable LocalDate between(
            int number,
            Map.@Nullable Entry<Integer, LocalDate> low,
            Map.@Nullable Entry<Integer, LocalDate> high,
            double pace) {
        if (low == null && high == null) {
            return null;
        }
        if (low == null || high == null) {
            Map.Entry<Integer, LocalDate> near = low == null ? Objects.requireNonNull(high) : low;
            double days = (number - near.getKey()) * pace;
            return Math.abs(days) > 2 * WIDEST ? null : near.getValue().plusDays(Math.round(days));
        }
        long days = ChronoUnit.DAYS.between(low.getValue(), high.getValue());
        if (days < 0 || days > WIDEST) {
            return null;
        }
        int width = high.getKey() - low.getKey();
        double share = width == 0 ? 0 : (double) (number - low.getKey()) / width;
        return low.getValue().plusDays(Math.round(share * days));
    }

    JsonNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        points.forEach((prefix, series) -> {
            ObjectNode one = node.putObject(prefix);
            series.forEach((number, day) -> one.put(String.valueOf(number), day.toString()));
        });
        return node;
    }

    static Series read(JsonNode node) {
        Map<String, TreeMap<Integer, LocalDate>> points = new TreeMap<>();
        node.properties().forEach(entry -> {
            TreeMap<Integer, LocalDate> series = new TreeMap<>();
            entry.getValue()
                    .properties()
                    .forEach(point -> series.put(
                            Integer.valueOf(point.getKey()),
                            LocalDate.parse(point.getValue().stringValue())));
            points.put(entry.getKey(), series);
        });
        return new Series(points);
    }
}
