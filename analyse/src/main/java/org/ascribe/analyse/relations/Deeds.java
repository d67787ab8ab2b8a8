package org.ascribe.analyse.relations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ascribe.analyse.Attributed;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Speaker;
import org.ascribe.core.Target;
import org.ascribe.core.Telling;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Settled;

/**
 * The incidents of a record as deeds between actors. Two actors that a perspective bears out are sides of one fight where a
 * data set, or in a clash any voice that tells it, calls them hostile or, in a clash, names both in the same words; they struck together where it
 * names both in the same words of something else; otherwise they are rivals, and the one that is better borne out did it. A
 * target is an actor's where its words name one and its class is of armed people, officials or nobody in particular. Safe to
 * share between threads.
 */
public final class Deeds {

    private final SettledRecord record;
    private final Attributed attributed;
    private final double leastSupport;
    private final Map<Telling, List<Assertion>> hostile = new HashMap<>();
    private final Map<String, Name> names =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private final List<Deed> all;

    public Deeds(SettledRecord record, Scope scope) {
        this.record = record;
        this.attributed = new Attributed(record, scope.leastSupport());
        this.leastSupport = scope.leastSupport();
        Set<String> ids = new HashSet<>();
        for (Statement word : record.words()) {
            Assertion said = word.assertion();
            if (said.content() instanceof Content.Relation relation) {
                named(relation.subject().id(), relation.subject().name());
                named(relation.object().id(), relation.object().name());
                if (relation.relation() == RelationKind.HOSTILE
                        && said.polarity() == Polarity.AFFIRMED
                        && said.incident() != null) {
                    hostile.computeIfAbsent(new Telling(said.report(), said.incident()), key -> new ArrayList<>())
                            .add(said);
                }
            } else if (said.content() instanceof Content.Presence presence) {
                named(presence.actor().id(), presence.actor().name());
            }
        }
        record.incidents().stream()
                .flatMap(settled -> settled.actors().stream())
                .forEach(support -> {
                    if (ids.add(support.actor())) {
                        named(support.actor(), support.name());
                    }
                });
        all = record.incidents().stream()
                .filter(settled -> scope.holds(settled.incident()))
                .map(this::deed)
                .toList();
    }

    private void named(String id, String name) {
        for (String known : List.of(record.nameOf().apply(id).orElse(name), name)) {
            names.computeIfAbsent(
                    known.toLowerCase(Locale.ROOT),
                    words -> new Name(
                            id, Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])")));
        }
    }

    /** Whom a name means, and how it is found in a text of small letters. */
    private record Name(String actor, Pattern words) {}

    /** One for each incident of the scope, in the record's order. */
    public List<Deed> all() {
        return all;
    }

    /** Of the actors that the record names, the actor itself and those that are branches of it. */
    public Set<String> family(String actor) {
        Set<String> family = new TreeSet<>();
        family.add(actor);
        for (Name name : names.values()) {
            if (attributed.lineage(name.actor()).contains(actor)) {
                family.add(name.actor());
            }
        }
        return family;
    }

    /** Whether one is the other or a branch of it. */
    public boolean areKin(String one, String other) {
        return attributed.lineage(one).contains(other)
                || attributed.lineage(other).contains(one);
    }

    private Deed deed(Settled settled) {
        List<Settled.Support> borneOut = new ArrayList<>();
        for (Settled.Support support : settled.actors()) {
            boolean hasBranch = settled.actors().stream()
                    .anyMatch(other -> !other.actor().equals(support.actor())
                            && other.support() >= leastSupport
                            && attributed.lineage(other.actor()).contains(support.actor()));
            if (support.support() >= leastSupport && !hasBranch) {
                borneOut.add(support);
            }
        }
        Set<String> doers = new TreeSet<>();
        borneOut.forEach(support -> doers.add(support.actor()));
        Deed.Form form = Deed.Form.STRIKE;
        if (doers.size() > 1) {
            if (isEachTiedToAnother(doers, (a, b) -> areHostile(settled, a, b))) {
                form = Deed.Form.FIGHT;
            } else if (isEachTiedToAnother(doers, (a, b) -> areNamedTogether(settled, a, b))) {
                form = settled.incident().type() == IncidentType.CLASH ? Deed.Form.FIGHT : Deed.Form.JOINT_STRIKE;
            } else {
                double most = borneOut.stream()
                        .mapToDouble(Settled.Support::support)
                        .max()
                        .orElseThrow();
                List<Settled.Support> best = borneOut.stream()
                        .filter(support -> support.support() == most)
                        .toList();
                doers.clear();
                if (best.size() == 1) {
                    doers.add(best.getFirst().actor());
                } else {
                    form = Deed.Form.DISPUTED;
                }
            }
        }
        Set<String> struck = new TreeSet<>();
        boolean unnamed = false;
        boolean unarmed = false;
        boolean unknown = settled.incident().targets().isEmpty();
        for (Target target : settled.incident().targets()) {
            Body body = body(target);
            Set<String> named = body == Body.UNARMED ? Set.of() : actorsIn(target.name());
            struck.addAll(named);
            if (named.isEmpty()) {
                unnamed |= body == Body.ARMED;
                unarmed |= body == Body.UNARMED;
                unknown |= body == Body.ANY;
            }
        }
        if (form != Deed.Form.FIGHT) {
            for (String doer : doers) {
                hostileTo(settled, doer).stream()
                        .filter(other -> settled.actors().stream()
                                .noneMatch(support -> support.actor().equals(other)))
                        .forEach(struck::add);
            }
        }
        struck.removeIf(other -> doers.stream().anyMatch(doer -> areKin(doer, other)));
        Deed.Hits hits = form == Deed.Form.FIGHT || !struck.isEmpty()
                ? Deed.Hits.ACTOR
                : unnamed ? Deed.Hits.UNNAMED_ARMED : unarmed && !unknown ? Deed.Hits.UNARMED : Deed.Hits.UNKNOWN;
        return new Deed(settled, doers, struck, form, hits);
    }

    private interface Tie {
        boolean holds(String one, String other);
    }

    private static boolean isEachTiedToAnother(Set<String> actors, Tie tie) {
        return actors.stream()
                .allMatch(one -> actors.stream()
                        .anyMatch(other -> !other.equals(one) && (tie.holds(one, other) || tie.holds(other, one))));
    }

    private boolean areHostile(Settled settled, String one, String other) {
        return hostileTo(settled, one).contains(other);
    }

    /** Whom a voice that tells the incident calls hostile to the actor or to what it is a branch of. */
    private Set<String> hostileTo(Settled settled, String actor) {
        Set<String> hostileTo = new TreeSet<>();
        for (Telling telling : settled.incident().tellings()) {
            for (Assertion said : hostile.getOrDefault(telling, List.of())) {
                // elsewhere such words may be about the two at large
                boolean isOfTheDeed = settled.incident().type() == IncidentType.CLASH
                        || said.speaker().role() == Speaker.Role.DATA_SET;
                if (isOfTheDeed && said.content() instanceof Content.Relation relation) {
                    if (areKin(relation.subject().id(), actor)) {
                        hostileTo.add(relation.object().id());
                    } else if (areKin(relation.object().id(), actor)) {
                        hostileTo.add(relation.subject().id());
                    }
                }
            }
        }
        return hostileTo;
    }

    /** Whether one voice names both in the same words. */
    private static boolean areNamedTogether(Settled settled, String one, String other) {
        Set<List<Object>> ofOne = new HashSet<>();
        Set<List<Object>> ofOther = new HashSet<>();
        for (Settled.Reason reason : settled.reasons()) {
            Assertion said = reason.assertion();
            if (said.content() instanceof Content.Responsibility responsibility
                    && responsibility.actor() != null
                    && said.polarity() == Polarity.AFFIRMED) {
                List<Object> words =
                        List.of(said.report(), said.passage(), said.speaker().name());
                if (responsibility.actor().id().equals(one)) {
                    ofOne.add(words);
                } else if (responsibility.actor().id().equals(other)) {
                    ofOther.add(words);
                }
            }
        }
        return ofOne.stream().anyMatch(ofOther::contains);
    }

    private enum Body {
        ARMED,
        UNARMED,
        ANY
    }

    private static Body body(Target target) {
        return switch (target.targetClass()) {
            case GOVERNMENT, MILITARY, POLICE, ARMED_GROUP -> Body.ARMED;
            case CIVILIANS,
                    DIPLOMATIC,
                    RELIGIOUS,
                    EDUCATION,
                    HEALTH,
                    AID,
                    MEDIA,
                    POLITICAL,
                    BUSINESS,
                    TRANSPORT,
                    INFRASTRUCTURE,
                    FOREIGN_NATIONALS -> Body.UNARMED;
            case OTHER -> Body.ANY;
        };
    }

    /** Actors that the words name, the longest names first: "Islamic State Khorasan" is not Islamic State as well. */
    private Set<String> actorsIn(String words) {
        String rest = words.toLowerCase(Locale.ROOT);
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, Name> name : names.entrySet()) {
            if (rest.contains(name.getKey())) {
                String without = name.getValue().words().matcher(rest).replaceAll("·");
                if (!without.equals(rest)) {
                    found.add(name.getValue().actor());
                    rest = without;
                }
            }
        }
        return found;
    }
}
