package org.ascribe.core.opinion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.ReadBy;
import org.ascribe.core.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * What two extractors read in one report, put side by side. The first one's reading is never changed, only added to: it
 * keeps its labels, its assertions and their ids.
 */
public final class Opinions {

    private Opinions() {}

    /**
     * Both readings in one. An incident of the second that is one of the first's takes its label and fills in what that one
     * leaves unknown; another gets the next free label. An assertion of the second that says what one of the first's says in
     * the same words is kept as {@link Assertion#alsoBy} of that one; every other stands beside it.
     *
     * @param second a reading of the same report whose assertions are all {@link ReadBy#isSecondOpinion}
     * @throws IllegalArgumentException if the two are not of one report
     */
    public static CodedReport beside(CodedReport first, CodedReport second) {
        if (!first.report().id().equals(second.report().id())) {
            throw new IllegalArgumentException("two readings of one report, got "
                    + first.report().id() + " and " + second.report().id());
        }
        Map<String, String> labels = labels(first, second);
        List<CodedIncident> incidents = new ArrayList<>();
        for (CodedIncident incident : first.incidents()) {
            CodedIncident filled = incident;
            for (CodedIncident other : second.incidents()) {
                if (incident.label().equals(labels.get(other.label()))) {
                    filled = filled(incident, other);
                }
            }
            incidents.add(filled);
        }
        Set<String> known = new HashSet<>();
        first.incidents().forEach(incident -> known.add(incident.label()));
        for (CodedIncident other : second.incidents()) {
            String label = Objects.requireNonNull(labels.get(other.label()));
            if (!known.contains(label)) {
                incidents.add(withLabel(other, label));
            }
        }
        return new CodedReport(first.report(), incidents, assertions(first, second, labels));
    }

    /**
     * The second opinions on words that the first extractor reads otherwise: the same voice on the same matter, with another
     * actor, stance, number or speaker. They are to be shown beside it and not to be counted, for one voice counts once. What
     * the second extractor reads beyond what the first did is not among them.
     *
     * @param disregarded readings of the first that a person struck out; what was read beside those counts
     */
    public static Set<AssertionId> otherReadings(CodedReport report, Collection<AssertionId> disregarded) {
        List<Assertion> seconds = report.assertions().stream()
                .filter(assertion -> assertion.by().isSecondOpinion())
                .toList();
        Set<AssertionId> others = new HashSet<>();
        for (Assertion second : seconds) {
            for (Assertion first : report.assertions()) {
                if (!first.by().isSecondOpinion()
                        && !disregarded.contains(first.id())
                        // where the two agree on one thing, whatever else is read there is something more
                        && !first.alsoBy().contains(second.by())
                        && isOfSameMatter(first, second)) {
                    others.add(second.id());
                    break;
                }
            }
        }
        return others;
    }

    // --- assertions

    private static List<Assertion> assertions(CodedReport first, CodedReport second, Map<String, String> labels) {
        Map<AssertionId, Assertion> all = new LinkedHashMap<>();
        first.assertions().forEach(assertion -> all.put(assertion.id(), assertion));
        Map<AssertionId, AssertionId> now = new HashMap<>();
        List<Assertion> evidenceLast = Stream.concat(
                        second.assertions().stream().filter(a -> !(a.content() instanceof Content.Evidence)),
                        second.assertions().stream().filter(a -> a.content() instanceof Content.Evidence))
                .toList();
        for (Assertion read : evidenceLast) {
            Assertion moved = moved(read, labels, now);
            Assertion same = all.get(moved.id());
            for (Assertion one : first.assertions()) {
                if (same == null && agree(one, moved)) {
                    same = one;
                }
            }
            if (same == null) {
                all.put(moved.id(), moved);
                now.put(read.id(), moved.id());
            } else {
                all.computeIfPresent(same.id(), (id, kept) -> kept.alsoReadBy(moved.by()));
                now.put(read.id(), same.id());
            }
        }
        return all.values().stream()
                .sorted(Comparator.comparing(Assertion::passage)
                        .thenComparing(assertion -> assertion.content().kind())
                        .thenComparing(Assertion::id))
                .toList();
    }

    private static Assertion moved(Assertion read, Map<String, String> labels, Map<AssertionId, AssertionId> now) {
        Content content = read.content() instanceof Content.Evidence said
                ? new Content.Evidence(now.getOrDefault(said.about(), said.about()), said.evidence())
                : read.content();
        return Assertion.of(
                read.report(),
                read.incident() == null ? null : labels.get(read.incident()),
                content,
                read.speaker(),
                read.polarity(),
                read.hedged(),
                read.passage(),
                read.text(),
                read.confidence(),
                read.by());
    }

    /**
     * Whether both say the same, of the same incident, in words that overlap; by the same voice, but that something happened
     * is the same whoever is held to say so.
     */
    static boolean agree(Assertion a, Assertion b) {
        return Objects.equals(a.incident(), b.incident())
                && a.polarity() == b.polarity()
                && a.passage().overlaps(b.passage())
                && saysTheSame(a.content(), b.content())
                && (a.content() instanceof Content.Occurrence
                        || a.hedged() == b.hedged() && isSameVoice(a.speaker(), b.speaker()));
    }

    private static boolean saysTheSame(Content a, Content b) {
        return switch (a) {
            case Content.Responsibility one ->
                b instanceof Content.Responsibility other
                        && one.stance() == other.stance()
                        && Objects.equals(id(one.actor()), id(other.actor()));
            case Content.Toll one ->
                b instanceof Content.Toll other
                        && one.harm() == other.harm()
                        && one.count().equals(other.count());
            case Content.Occurrence one ->
                b instanceof Content.Occurrence other
                        && one.type().value() == other.type().value();
            case Content.Relation one ->
                b instanceof Content.Relation other && one.relation() == other.relation() && isSamePair(one, other);
            case Content.Presence one ->
                b instanceof Content.Presence other
                        && one.actor().id().equals(other.actor().id())
                        && Objects.equals(
                                one.place() == null ? null : one.place().value(),
                                other.place() == null ? null : other.place().value());
            case Content.Capability one ->
                b instanceof Content.Capability other
                        && one.capability() == other.capability()
                        && one.actor().id().equals(other.actor().id());
            case Content.Evidence one -> one.equals(b);
        };
    }

    private static boolean isOfSameMatter(Assertion a, Assertion b) {
        if (!a.passage().overlaps(b.passage())) {
            return false;
        }
        boolean sameVoice = isSameVoice(a.speaker(), b.speaker());
        return switch (a.content()) {
            case Content.Responsibility one ->
                b.content() instanceof Content.Responsibility other
                        && (sameVoice || sameWords(one.actor(), other.actor()));
            case Content.Toll one ->
                b.content() instanceof Content.Toll other
                        && one.harm() == other.harm()
                        && (sameVoice || one.count().equals(other.count()));
            case Content.Occurrence one ->
                b.content() instanceof Content.Occurrence other
                        && one.type().passage().overlaps(other.type().passage());
            case Content.Relation one -> b.content() instanceof Content.Relation other && isSamePair(one, other);
            case Content.Presence one ->
                b.content() instanceof Content.Presence other && sameWords(one.actor(), other.actor());
            case Content.Capability one ->
                b.content() instanceof Content.Capability other && sameWords(one.actor(), other.actor());
            case Content.Evidence one ->
                b.content() instanceof Content.Evidence other && one.about().equals(other.about());
        };
    }

    /** Whether one actor is meant, or the same words were taken for two. */
    private static boolean sameWords(@Nullable ActorRef a, @Nullable ActorRef b) {
        if (a == null || b == null) {
            return a == b;
        }
        return a.id().equals(b.id()) || overlap(a.at(), b.at());
    }

    /** In either order: some relations have none. */
    private static boolean isSamePair(Content.Relation a, Content.Relation b) {
        String subject = a.subject().id();
        String object = a.object().id();
        return subject.equals(b.subject().id()) && object.equals(b.object().id())
                || subject.equals(b.object().id()) && object.equals(b.subject().id());
    }

    private static boolean isSameVoice(Speaker a, Speaker b) {
        if (a.role() == Speaker.Role.AUTHOR || b.role() == Speaker.Role.AUTHOR) {
            return a.role() == b.role();
        }
        return a.actor() != null && a.actor().equals(b.actor())
                || a.name().equalsIgnoreCase(b.name())
                || overlap(a.at(), b.at());
    }

    private static boolean overlap(@Nullable Passage a, @Nullable Passage b) {
        return a != null && b != null && a.overlaps(b);
    }

    private static @Nullable String id(@Nullable ActorRef actor) {
        return actor == null ? null : actor.id();
    }

    // --- incidents

    /** For each label of the second the label in the whole: the surest pairs first, each incident in one pair at most. */
    private static Map<String, String> labels(CodedReport first, CodedReport second) {
        record Pair(CodedIncident one, CodedIncident other, int likeness) {}
        List<Pair> pairs = new ArrayList<>();
        for (CodedIncident one : first.incidents()) {
            for (CodedIncident other : second.incidents()) {
                int likeness = likeness(first, one, second, other);
                if (likeness > 0) {
                    pairs.add(new Pair(one, other, likeness));
                }
            }
        }
        // stable: of equals the one told first
        pairs.sort(Comparator.comparingInt((Pair pair) -> -pair.likeness()));
        Map<String, String> labels = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            if (!labels.containsKey(pair.other().label())
                    && !labels.containsValue(pair.one().label())) {
                labels.put(pair.other().label(), pair.one().label());
            }
        }
        int next = first.incidents().size() + 1;
        Set<String> taken = new HashSet<>();
        first.incidents().forEach(incident -> taken.add(incident.label()));
        for (CodedIncident other : second.incidents()) {
            if (!labels.containsKey(other.label())) {
                while (taken.contains("i" + next)) {
                    next++;
                }
                labels.put(other.label(), "i" + next++);
            }
        }
        return labels;
    }

    /** How much speaks for one incident: common words above all; 0 where nothing does, or where day or country differ. */
    private static int likeness(CodedReport first, CodedIncident one, CodedReport second, CodedIncident other) {
        boolean otherDay =
                one.when() != null && other.when() != null && !one.when().overlaps(other.when());
        boolean otherCountry = one.where() != null
                && other.where() != null
                && one.where().country() != null
                && other.where().country() != null
                && !one.where().country().equals(other.where().country());
        if (otherDay || otherCountry) {
            return 0;
        }
        List<Passage> passages = passages(first, one);
        int common = (int) passages(second, other).stream()
                .filter(passage -> passages.stream().anyMatch(passage::overlaps))
                .count();
        Double apart = one.where() == null || other.where() == null
                ? null
                : one.where().kilometresTo(other.where());
        boolean samePlace = apart != null && apart <= 25;
        boolean sameDay = one.when() != null && one.when().equals(other.when());
        if (common == 0 && !(samePlace && sameDay && one.type() == other.type())) {
            return 0;
        }
        return 1 + 4 * common + (samePlace ? 3 : 0) + (sameDay ? 2 : 0) + (one.type() == other.type() ? 2 : 0);
    }

    /** Where a report speaks of an incident: its mentions and what says that it happened. */
    private static List<Passage> passages(CodedReport report, CodedIncident incident) {
        return Stream.concat(
                        incident.mentions().stream(),
                        report.assertions().stream()
                                .filter(assertion -> incident.label().equals(assertion.incident())
                                        && assertion.content() instanceof Content.Occurrence)
                                .map(Assertion::passage))
                .distinct()
                .toList();
    }

    private static CodedIncident filled(CodedIncident incident, CodedIncident other) {
        return new CodedIncident(
                incident.label(),
                incident.type() == IncidentType.OTHER ? other.type() : incident.type(),
                incident.summary(),
                incident.when() == null ? other.when() : incident.when(),
                incident.where() == null ? other.where() : incident.where(),
                incident.targets().isEmpty() ? other.targets() : incident.targets(),
                incident.weapons().isEmpty() ? other.weapons() : incident.weapons(),
                known(incident.killed(), other.killed()),
                known(incident.wounded(), other.wounded()),
                incident.mentions());
    }

    private static Count known(Count count, Count other) {
        return count.isUnknown() ? other : count;
    }

    private static CodedIncident withLabel(CodedIncident incident, String label) {
        return new CodedIncident(
                label,
                incident.type(),
                incident.summary(),
                incident.when(),
                incident.where(),
                incident.targets(),
                incident.weapons(),
                incident.killed(),
                incident.wounded(),
                incident.mentions());
    }
}
