package org.ascribe.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that people use for incidents, I-1 and so on. An incident keeps the number of the one that shared most of
 * its tellings; the numbers of merged incidents lead on to it, and come back when the merger is undone; no number is
 * ever given to something else.
 */
final class Labels {

    /**
     * One number.
     *
     * @param leadsTo the number of the incident that this one went into, null otherwise
     * @param retired whether no incident has it
     * @param tellings of its incident, as it was last
     */
    record Label(int number, @Nullable Integer leadsTo, boolean retired, Set<Telling> tellings) {
        Label {
            tellings = Set.copyOf(tellings);
        }
    }

    /**
     * What a rebuild gives: the number of each incident by id, and all labels, old and new.
     *
     * @param labels sorted by number
     */
    record Given(Map<String, Integer> numbers, List<Label> labels) {}

    private Labels() {}

    /** Incidents without a number of old get new ones in the order of the list. */
    static Given give(List<Label> before, List<Incident> incidents) {
        return give(before, incidents, 0);
    }

    /** As above, with new numbers beyond {@code highest}, where others than these labels are given too. */
    static Given give(List<Label> before, List<Incident> incidents, int highest) {
        Map<Telling, Incident> byTelling = new HashMap<>();
        incidents.forEach(incident -> incident.tellings().forEach(telling -> byTelling.put(telling, incident)));

        record Match(Label label, Incident incident, int shared) {}
        List<Match> matches = new ArrayList<>();
        for (Label label : before) {
            Map<String, Integer> shared = new HashMap<>();
            Map<String, Incident> found = new HashMap<>();
            for (Telling telling : label.tellings()) {
                Incident incident = byTelling.get(telling);
                if (incident != null) {
                    shared.merge(incident.id(), 1, Integer::sum);
                    found.put(incident.id(), incident);
                }
            }
            found.forEach((id, incident) -> matches.add(new Match(label, incident, shared.getOrDefault(id, 0))));
        }
        matches.sort(Comparator.comparing((Match match) -> match.label().retired())
                .thenComparing(Comparator.comparingInt(Match::shared).reversed())
                .thenComparingInt(match -> match.label().number())
                .thenComparing(match -> match.incident().id()));

        Map<String, Integer> numbers = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        Map<Integer, Integer> largest = new HashMap<>();
        for (Match match : matches) {
            int number = match.label().number();
            if (!taken.contains(number) && !numbers.containsKey(match.incident().id())) {
                numbers.put(match.incident().id(), number);
                taken.add(number);
            }
        }
        int next =
                Math.max(highest, before.stream().mapToInt(Label::number).max().orElse(0)) + 1;
        for (Incident incident : incidents) {
            if (!numbers.containsKey(incident.id())) {
                numbers.put(incident.id(), next++);
            }
        }
        matches.stream()
                .sorted(Comparator.comparingInt(Match::shared))
                .forEach(match -> largest.put(
                        match.label().number(),
                        numbers.getOrDefault(
                                match.incident().id(), match.label().number())));

        Map<Integer, Label> labels = new TreeMap<>();
        for (Label label : before) {
            int number = label.number();
            if (!taken.contains(number)) {
                labels.put(
                        number,
                        new Label(number, largest.getOrDefault(number, label.leadsTo()), true, label.tellings()));
            }
        }
        for (Incident incident : incidents) {
            int number = numbers.getOrDefault(incident.id(), 0);
            labels.put(number, new Label(number, null, false, Set.copyOf(incident.tellings())));
        }
        return new Given(Map.copyOf(numbers), List.copyOf(labels.values()));
    }
}
