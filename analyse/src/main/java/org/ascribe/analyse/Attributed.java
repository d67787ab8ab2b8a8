package org.ascribe.analyse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascribe.core.weigh.Settled;

/**
 * Which incidents count for which actor: those that the perspective bears out for it, or for a branch of it, from a stated
 * support on. An incident of a branch is one of the whole too. For one thread.
 */
public final class Attributed {

    private final SettledRecord record;
    private final double leastSupport;
    private final Map<String, List<String>> lineages = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    public Attributed(SettledRecord record, double leastSupport) {
        this.record = record;
        this.leastSupport = leastSupport;
    }

    /** The actors for which it counts, with the support of each or of its best borne out branch; by id. */
    public Map<String, Double> actors(Settled settled) {
        Map<String, Double> supports = new TreeMap<>();
        for (Settled.Support support : settled.actors()) {
            if (support.support() >= leastSupport) {
                for (String actor : lineage(support.actor())) {
                    supports.merge(actor, support.support(), Math::max);
                }
            }
        }
        return supports;
    }

    public boolean isOf(Settled settled, String actor) {
        return settled.actors().stream()
                .anyMatch(support -> support.support() >= leastSupport
                        && lineage(support.actor()).contains(actor));
    }

    /** The incidents of the scope that count for the actor, in the record's order. */
    public List<Settled> incidentsOf(String actor, Scope scope) {
        return record.incidents().stream()
                .filter(settled -> scope.holds(settled.incident()) && isOf(settled, actor))
                .toList();
    }

    /** The usual name, else the one that the record has, else the id. */
    public String name(String actor) {
        return record.nameOf().apply(actor).orElseGet(() -> names().getOrDefault(actor, actor));
    }

    private Map<String, String> names() {
        if (names.isEmpty()) {
            record.incidents()
                    .forEach(settled ->
                            settled.actors().forEach(support -> names.putIfAbsent(support.actor(), support.name())));
        }
        return names;
    }

    /** The actor and all of which it is a branch, itself first. */
    public List<String> lineage(String actor) {
        return lineages.computeIfAbsent(actor, start -> {
            List<String> line = new ArrayList<>();
            Optional<String> next = Optional.of(start);
            while (next.isPresent() && !line.contains(next.get())) {
                line.add(next.get());
                next = record.parentOf().apply(next.get());
            }
            return List.copyOf(line);
        });
    }
}
