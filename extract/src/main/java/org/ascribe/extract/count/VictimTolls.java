package org.ascribe.extract.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.Harm;
import org.ascribe.core.Passage;
import org.ascribe.core.Polarity;
import org.ascribe.core.Said;
import org.ascribe.core.TargetClass;
import org.jspecify.annotations.Nullable;

/**
 * The tolls of a report by what the harmed were: how many aid workers among the killed. Adds up what different words number, and
 * counts once what the report says twice. Immutable.
 *
 * <p>People whose words name no employer ("a driver") are of the kind of the first employer that the report names; those without
 * words ("one injured") are of the kind of the people before them.
 */
public final class VictimTolls {

    private static final Map<String, Integer> NUMBERS = numbers();
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:,?\\s*\\b(?:along|together) with\\b|,\\s*(?:and\\s+)?|\\band\\b|\\bas well as\\b|\\bplus\\b)\\s*");
    private static final Pattern OTHERS = Pattern.compile("(?i)\\b(?:another|other|others|second|additional|more)\\b");
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:his |her |their |the )?(\\S+)\\s+(.+)$", Pattern.DOTALL);

    /**
     * People under one word of harm who are of one kind.
     *
     * @param kind null if it is none of those we know
     * @param others whether the words set them apart from those before: "another driver"
     */
    private record Part(
            Harm harm,
            Count count,
            @Nullable TargetClass kind,
            int start,
            boolean some,
            boolean others,
            @Nullable Passage whom) {}

    private final List<Part> parts;

    private VictimTolls(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * The tolls that the report affirms.
     *
     * @param staff what drivers, guards, volunteers and the like are if the report names no employer; null if that is unknown
     */
    public static VictimTolls of(CodedReport report, @Nullable TargetClass staff) {
        Optional<TargetClass> staffOf =
                Victims.employerIn(report.report().text()).or(() -> Optional.ofNullable(staff));
        List<Assertion> tolls = report.assertions().stream()
                .filter(assertion -> assertion.content() instanceof Content.Toll)
                .filter(assertion -> assertion.polarity() == Polarity.AFFIRMED)
                .filter(assertion -> !assertion.by().step().equals("toll-attackers"))
                .sorted(Comparator.comparing(Assertion::passage))
                .toList();
        List<Part> parts = new ArrayList<>();
        TargetClass last = staffOf.orElse(null);
        for (Assertion assertion : tolls) {
            Content.Toll toll = (Content.Toll) assertion.content();
            boolean some = assertion.by().step().equals("toll-part");
            int start = assertion.passage().start();
            boolean others = OTHERS.matcher(assertion.text()).find();
            Said<String> whom = toll.whom();
            if (whom == null) {
                parts.add(new Part(toll.harm(), toll.count(), last, start, some, others, null));
                continue;
            }
            for (Part part : parts(toll, whom, staffOf, start, some, others)) {
                parts.add(part);
                last = part.kind();
            }
        }
        return new VictimTolls(parts);
    }

    /** How many people of these kinds suffered it; {@link Count#UNKNOWN} if the report numbers none. */
    public Count count(Harm harm, Set<TargetClass> kinds) {
        return count(harm, kinds, false);
    }

    /** How many people of these kinds suffered it and are not said to have been killed. */
    public Count survivors(Harm harm, Set<TargetClass> kinds) {
        return count(harm, kinds, true);
    }

    private Count count(Harm harm, Set<TargetClass> kinds, boolean alive) {
        Count sum = Count.UNKNOWN;
        List<Part> counted = new ArrayList<>();
        for (Part part : parts) {
            boolean wanted = part.harm() == harm && part.kind() != null && kinds.contains(part.kind());
            if (!wanted
                    || part.some() && counted.stream().anyMatch(other -> other.start() != part.start())
                    || isRepeated(part, counted)
                    || (alive || harm == Harm.WOUNDED) && isKilled(part)) {
                continue;
            }
            counted.add(part);
            sum = plus(sum, part.count());
        }
        return sum;
    }

    /** "One was wounded and later died": the same words are the killed. */
    private boolean isKilled(Part part) {
        return part.whom() != null
                && parts.stream()
                        .anyMatch(other ->
                                other.harm() == Harm.KILLED && part.whom().equals(other.whom()));
    }

    /** "Two nurses were killed. The two killed nurses": the same number of the same harm. */
    private static boolean isRepeated(Part part, List<Part> counted) {
        return !part.others()
                && counted.stream()
                        .anyMatch(other -> other.start() != part.start()
                                && other.count().equals(part.count())
                                && other.kind() == part.kind());
    }

    private static Count plus(Count a, Count b) {
        if (a.isUnknown()) {
            return b;
        }
        Integer low = a.low() == null || b.low() == null ? null : (Integer) (a.low() + b.low());
        Integer high = a.high() == null || b.high() == null ? null : (Integer) (a.high() + b.high());
        return new Count(low, high);
    }

    /** "A nurse and two civilians": one of one kind and two of another. */
    private static List<Part> parts(
            Content.Toll toll,
            Said<String> people,
            Optional<TargetClass> staffOf,
            int start,
            boolean some,
            boolean others) {
        String whom = people.value();
        List<Part> parts = new ArrayList<>();
        int sum = 0;
        boolean vague = false;
        for (String piece : BETWEEN.split(whom)) {
            Matcher numbered = NUMBERED.matcher(piece.strip());
            Integer number = numbered.matches() ? number(numbered.group(1)) : null;
            if (number == null
                    && !parts.isEmpty()
                    && piece.strip().matches("(?:several|some|many|dozens|numerous|few) .*")) {
                vague = true;
                continue;
            }
            if (number == null) {
                parts.clear();
                break;
            }
            sum += number;
            TargetClass before =
                    parts.isEmpty() ? null : parts.get(parts.size() - 1).kind();
            String words = numbered.group(2).strip();
            TargetClass kind = words.matches("others?|more") ? before : kind(words, staffOf);
            parts.add(new Part(toll.harm(), Count.exactly(number), kind, start, some, others, people.passage()));
        }
        Integer low = toll.count().low();
        if (low != null && (parts.size() > 1 && low == sum || vague && sum < low)) {
            return parts;
        }
        return List.of(new Part(toll.harm(), toll.count(), kind(whom, staffOf), start, some, others, people.passage()));
    }

    private static @Nullable TargetClass kind(String words, Optional<TargetClass> staffOf) {
        return Victims.classOf(words, staffOf).orElse(null);
    }

    private static @Nullable Integer number(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.matches("\\d{1,5}")) {
            return Integer.valueOf(lower);
        }
        return NUMBERS.get(lower);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> words = List.of(
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
                "twenty");
        for (int i = 0; i < words.size(); i++) {
            numbers.put(words.get(i), i + 1);
        }
        List.of("a", "an", "another", "his", "her", "their", "the").forEach(word -> numbers.put(word, 1));
        return numbers;
    }
}
