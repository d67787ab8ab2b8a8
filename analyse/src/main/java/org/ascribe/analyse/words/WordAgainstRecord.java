package org.ascribe.analyse.words;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ascribe.analyse.Analysis;
import org.ascribe.analyse.Area;
import org.ascribe.analyse.Attributed;
import org.ascribe.analyse.Finding;
import org.ascribe.analyse.Finding.Sensitivity;
import org.ascribe.analyse.Influence;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.analyse.Wording;
import org.ascribe.analyse.statistics.ExactIntervals;
import org.ascribe.analyse.statistics.Interval;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.Content;
import org.ascribe.core.EventDate;
import org.ascribe.core.Polarity;
import org.ascribe.core.Speaker;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Settled;
import org.jspecify.annotations.Nullable;

/**
 * What an official or a party says of an actor's presence or strength, beside the incidents attributed to that actor in the same
 * place before and after. One finding a statement, oldest first.
 */
public final class WordAgainstRecord implements Analysis {

    public static final String KIND = "word-against-record";

    /** Of the interval around the ratio of rates. */
    public static final double LEVEL = 0.95;

    /** With fewer incidents in the longest window, before and after together, there is nothing to set beside the words. */
    public static final int LEAST_INCIDENTS = 3;

    /** Days before and after. */
    private static final List<Integer> WINDOWS = List.of(90, 365);

    private static final Set<Speaker.Role> OFFICIAL = Set.of(Speaker.Role.OFFICIAL, Speaker.Role.PARTY);

    private static final String METHOD =
            "Incidents attributed to the actor in the place that the words name (its province or "
                    + "country), in the 90 and 365 days before the day of the report and after it, as far as the record reaches; the ratio "
                    + "of the two rates with its exact 95 % interval. The day itself counts on neither side.";

    private static final String REFERENCE =
            "Przyborowski and Wilenski (1940), Homogeneity of results in testing samples from "
                    + "Poisson series, Biometrika 31:313-323; Clopper and Pearson (1934), Biometrika 26:404-413";

    /**
     * A statement beside the record.
     *
     * @param says {@code present}, {@code absent}, {@code strength}, {@code decline}, {@code resurgence} or {@code threat}
     * @param polarity of the statement; an absence is a presence that is denied
     * @param text the words
     * @param area where the words place it; everywhere if they name no place
     * @param day of the report that carries it
     * @param apart incidents that may lie before or after, by their dates
     * @param windows the shortest first
     */
    public record Beside(
            AssertionId statement,
            String speaker,
            Speaker.Role role,
            String actor,
            String name,
            String says,
            Polarity polarity,
            String text,
            Area area,
            LocalDate day,
            int apart,
            List<Window> windows) {
        public Beside {
            windows = List.copyOf(windows);
        }
    }

    /**
     * @param daysBefore that the record reaches back, at most {@code days}; {@code daysAfter} forward
     * @param ratio the rate after over the rate before; null where none was before or a side has no days
     * @param interval of the ratio; null where a side has no days
     */
    public record Window(
            int days,
            int daysBefore,
            int daysAfter,
            int before,
            int after,
            @Nullable Double ratio,
            @Nullable Interval interval) {}

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public List<Finding<?>> findings(SettledRecord record, Scope scope) {
        Attributed attributed = new Attributed(record, scope.leastSupport());
        LocalDate first = null;
        LocalDate last = null;
        for (Settled settled : record.incidents()) {
            EventDate when = settled.incident().when();
            if (when != null && when.from() != null && when.to() != null) {
                first = first == null || when.from().isBefore(first) ? when.from() : first;
                last = last == null || when.to().isAfter(last) ? when.to() : last;
            }
            for (Settled.Reason reason : settled.reasons()) {
                LocalDate published = reason.published();
                last = published != null && (last == null || published.isAfter(last)) ? published : last;
            }
        }
        List<Finding<?>> findings = new ArrayList<>();
        Set<AssertionId> seen = new HashSet<>();
        for (Statement statement : record.words()) {
            Assertion said = statement.assertion();
            Word word = Word.of(said);
            if (word == null
                    || statement.isOtherReading()
                    || !OFFICIAL.contains(said.speaker().role())
                    || !isAskedFor(word, statement.published(), scope, attributed)
                    || !seen.add(said.id())) {
                continue;
            }
            findings.add(finding(record, scope, attributed, statement, word, first, last));
        }
        return findings;
    }

    private static boolean isAskedFor(Word word, @Nullable LocalDate day, Scope scope, Attributed attributed) {
        return (scope.actor() == null || attributed.lineage(word.actor.id()).contains(scope.actor()))
                && (scope.country() == null || scope.country().equals(word.area.country()))
                && (scope.from() == null || day != null && !day.isBefore(scope.from()))
                && (scope.to() == null || day != null && !day.isAfter(scope.to()));
    }

    /** What a statement says of an actor's presence or power. */
    private record Word(ActorRef actor, String says, Area area) {

        /** Null for a statement on something else. */
        static @Nullable Word of(Assertion said) {
            return switch (said.content()) {
                case Content.Presence presence ->
                    new Word(
                            presence.actor(),
                            said.polarity() == Polarity.AFFIRMED ? "present" : "absent",
                            presence.place() == null
                                    ? Area.EVERYWHERE
                                    : Area.of(presence.place().value()));
                case Content.Capability capability ->
                    new Word(capability.actor(), capability.capability().code(), Area.EVERYWHERE);
                case Content.Occurrence other -> null;
                case Content.Responsibility other -> null;
                case Content.Toll other -> null;
                case Content.Relation other -> null;
                case Content.Evidence other -> null;
            };
        }
    }

    private static Finding<Beside> finding(
            SettledRecord record,
            Scope scope,
            Attributed attributed,
            Statement statement,
            Word word,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        Assertion said = statement.assertion();
        LocalDate day = statement.published();
        String name = attributed.name(word.actor.id());
        if (name.equals(word.actor.id())) {
            name = word.actor.name();
        }
        String who = said.speaker().name();
        String subject = "%s on %s in %s, %s".formatted(who, name, word.area.name(), day == null ? "undated" : day);
        String words = "%s on %s in %s: \"%s\"."
                .formatted(who, name, word.area.name(), said.text().strip());
        if (day == null || first == null || last == null) {
            return finding(
                    record,
                    subject,
                    words + (day == null ? " No day is known for it." : " The record holds no dated incident."),
                    List.of(),
                    said.id(),
                    null,
                    null);
        }
        Scope anyDay = new Scope(null, word.area.country(), null, null, scope.leastSupport());
        List<Settled> there = attributed.incidentsOf(word.actor.id(), anyDay).stream()
                .filter(settled -> word.area.holds(settled.incident().where()))
                .toList();
        int longest = WINDOWS.getLast();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        int apart = 0;
        for (Settled settled : there) {
            String id = settled.incident().id();
            if (lies(settled, day.minusDays(longest), day.minusDays(1))) {
                before.add(id);
            } else if (lies(settled, day.plusDays(1), day.plusDays(longest))) {
                after.add(id);
            } else if (mayLie(settled, day.minusDays(longest), day.plusDays(longest))) {
                apart++;
            }
        }
        List<Window> windows = new ArrayList<>();
        for (int days : WINDOWS) {
            windows.add(window(days, there, day, first, last));
        }
        Window whole = windows.getLast();
        Set<String> ids = new TreeSet<>(before);
        ids.addAll(after);
        String counts = " In the %d days before, %s there attributed to it; in the %d after, %d"
                .formatted(
                        whole.daysBefore(),
                        Wording.count(whole.before(), "incident") + (whole.before() == 1 ? " is" : " are"),
                        whole.daysAfter(),
                        whole.after());
        if (ids.size() < LEAST_INCIDENTS || whole.interval() == null) {
            return finding(
                    record,
                    subject,
                    words
                            + counts
                            + (whole.interval() == null
                                    ? "; the record does not reach to both sides."
                                    : "; %d are needed to compare.".formatted(LEAST_INCIDENTS)),
                    ids,
                    said.id(),
                    null,
                    null);
        }
        Beside beside = new Beside(
                said.id(),
                who,
                said.speaker().role(),
                word.actor.id(),
                name,
                word.says,
                said.polarity(),
                said.text(),
                word.area,
                day,
                apart,
                windows);
        Double ratio = whole.ratio();
        return finding(
                record,
                subject,
                words
                        + counts
                        + (ratio == null
                                ? "."
                                : "; the rate after is %s times that before %s."
                                        .formatted(Wording.number(ratio), Wording.interval(whole.interval()))),
                ids,
                said.id(),
                ratio == null || whole.before() < 2
                        ? null
                        : Influence.of(
                                "rate after over rate before, 365 days",
                                ratio,
                                ids,
                                id -> before.contains(id)
                                        ? ratio * whole.before() / (whole.before() - 1)
                                        : ratio * (whole.after() - 1) / whole.after()),
                beside);
    }

    private static Window window(int days, List<Settled> there, LocalDate day, LocalDate first, LocalDate last) {
        int daysBefore = (int) Math.clamp(ChronoUnit.DAYS.between(first, day), 0, days);
        int daysAfter = (int) Math.clamp(ChronoUnit.DAYS.between(day, last), 0, days);
        int before = (int) there.stream()
                .filter(settled -> lies(settled, day.minusDays(days), day.minusDays(1)))
                .count();
        int after = (int) there.stream()
                .filter(settled -> lies(settled, day.plusDays(1), day.plusDays(days)))
                .count();
        boolean both = daysBefore > 0 && daysAfter > 0;
        return new Window(
                days,
                daysBefore,
                daysAfter,
                before,
                after,
                both && before > 0 ? (Double) ((double) after / daysAfter * daysBefore / before) : null,
                both ? ExactIntervals.rateRatio(after, daysAfter, before, daysBefore, LEVEL) : null);
    }

    /** Whether it was within these days for certain, both inclusive. */
    private static boolean lies(Settled settled, LocalDate from, LocalDate to) {
        EventDate when = settled.incident().when();
        return when != null
                && when.from() != null
                && when.to() != null
                && !when.from().isBefore(from)
                && !when.to().isAfter(to);
    }

    private static boolean mayLie(Settled settled, LocalDate from, LocalDate to) {
        EventDate when = settled.incident().when();
        return when == null
                || (when.from() == null || !when.from().isAfter(to))
                        && (when.to() == null || !when.to().isBefore(from));
    }

    private static Finding<Beside> finding(
            SettledRecord record,
            String subject,
            String sentence,
            Iterable<String> incidents,
            AssertionId statement,
            @Nullable Sensitivity sensitivity,
            @Nullable Beside result) {
        List<String> ids = new ArrayList<>();
        incidents.forEach(ids::add);
        return new Finding<>(
                KIND,
                subject,
                sentence,
                record.perspective(),
                ids,
                List.of(statement),
                METHOD,
                REFERENCE,
                List.of(
                        Wording.COUNTS_REPORTS,
                        "The day is that of the report that carries the words, not always the day on which they were spoken.",
                        "A rate that changed does not show that the words were wrong when they were said."),
                sensitivity,
                result);
    }
}
