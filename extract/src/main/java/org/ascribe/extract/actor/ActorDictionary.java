package org.ascribe.extract.actor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ascribe.core.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Actors and their names, from the data files beside this class. Immutable; loading takes some milliseconds.
 *
 * <p>Each state has three organs that the files do not list: {@code russia-military}, {@code russia-security-forces} and
 * {@code russia-intelligence}, unless the files give one of these ids a name of its own. Nationals of a state are
 * {@code nationals-ru}.
 */
public final class ActorDictionary {

    /** By what a word stands for an actor in {@code metonyms.tsv}. */
    enum MetonymKind implements Coded {
        /** "Moscow": an actor where it speaks or acts. */
        SEAT,
        /** "The Kremlin": an actor unless something happens there. */
        OFFICE,
        /** "Russian": an actor with a noun such as "officials". */
        ADJECTIVE,
        /** "Russians". */
        PEOPLE
    }

    /** @param from first day on which the word means the actor, null if always; {@code until} is exclusive */
    record Metonym(
            String word,
            String actor,
            MetonymKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        /** Without a day, the word means what it means today. */
        boolean isAt(@Nullable LocalDate day) {
            return day == null
                    ? until == null
                    : (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    /** @param words such as "Afghan": the branch of {@code actor} that "the Afghan branch" means */
    record Branch(String actor, List<String> words, String branch) {}

    private static final Map<String, String> ORGANS = Map.of(
            "-military",
            "armed forces",
            "-security-forces",
            "security forces",
            "-intelligence",
            "intelligence services");

    private final Map<String, Actor> actors;
    private final List<Alias> aliases;
    private final List<Metonym> metonyms;
    private final List<Branch> branches;

    private ActorDictionary(
            Map<String, Actor> actors, List<Alias> aliases, List<Metonym> metonyms, List<Branch> branches) {
        this.actors = Collections.unmodifiableMap(actors);
        this.aliases = List.copyOf(aliases);
        this.metonyms = List.copyOf(metonyms);
        this.branches = List.copyOf(branches);
    }

    /** The dictionary that comes with the program. */
    public static ActorDictionary load() {
        Map<String, Actor> actors = new TreeMap<>();
        for (List<String> row : rows("actors.tsv", 8)) {
            Actor actor = new Actor(
                    row.get(0),
                    row.get(1),
                    Coded.parse(Actor.Kind.class, row.get(2)),
                    orNull(row.get(3)),
                    orNull(row.get(4)),
                    orNull(row.get(5)),
                    orNull(row.get(6)),
                    row.get(7));
            if (actors.put(actor.id(), actor) != null) {
                throw new IllegalStateException("actors.tsv has two actors " + actor.id() + "; give one another id");
            }
        }
        Map<String, String> adjectives = new LinkedHashMap<>();
        List<Metonym> metonyms = new ArrayList<>();
        for (List<String> row : rows("metonyms.tsv", 6)) {
            Metonym metonym = new Metonym(
                    row.get(0),
                    row.get(1),
                    Coded.parse(MetonymKind.class, row.get(2)),
                    day(row.get(3)),
                    day(row.get(4)));
            metonyms.add(metonym);
            if (metonym.kind() == MetonymKind.ADJECTIVE
                    && !metonym.word().equals(metonym.word().toUpperCase(Locale.ROOT))) {
                adjectives.putIfAbsent(metonym.actor(), metonym.word());
            }
        }
        addDerived(actors, adjectives);
        List<Alias> aliases = new ArrayList<>();
        for (List<String> row : rows("aliases.tsv", 6)) {
            Set<Alias.Match> match = EnumSet.noneOf(Alias.Match.class);
            for (String word : row.get(4).split(" ", -1)) {
                if (!word.isEmpty()) {
                    match.add(Coded.parse(Alias.Match.class, word));
                }
            }
            aliases.add(new Alias(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    Coded.parse(Alias.Status.class, row.get(3)),
                    match,
                    row.get(5)));
        }
        List<Branch> branches = new ArrayList<>();
        for (List<String> row : rows("branches.tsv", 3)) {
            branches.add(new Branch(row.get(0), List.of(row.get(1).split("\\|")), row.get(2)));
        }
        ActorDictionary dictionary = new ActorDictionary(actors, aliases, metonyms, branches);
        dictionary.check();
        return dictionary;
    }

    private static void addDerived(Map<String, Actor> actors, Map<String, String> adjectives) {
        for (Actor state : List.copyOf(actors.values())) {
            String adjective = adjectives.getOrDefault(state.id(), state.name());
            if (state.kind() != Actor.Kind.STATE) {
                continue;
            }
            ORGANS.forEach((suffix, organ) -> actors.putIfAbsent(
                    state.id() + suffix,
                    new Actor(
                            state.id() + suffix,
                            adjective + " " + organ,
                            Actor.Kind.SECURITY_FORCE,
                            state.country(),
                            state.id(),
                            null,
                            null,
                            state.source())));
            String people = "nationals-" + String.valueOf(state.country()).toLowerCase(Locale.ROOT);
            actors.putIfAbsent(
                    people,
                    new Actor(
                            people,
                            (state.id().equals("afghanistan") ? "Afghan" : adjective) + " nationals",
                            Actor.Kind.PEOPLE,
                            state.country(),
                            null,
                            null,
                            null,
                            state.source()));
        }
    }

    private void check() {
        for (Actor actor : actors.values()) {
            if (actor.parent() != null && !actors.containsKey(actor.parent())) {
                throw new IllegalStateException(
                        "actors.tsv: " + actor.id() + " has the unknown parent \"" + actor.parent() + "\"");
            }
        }
        for (Alias alias : aliases) {
            if (!actors.containsKey(alias.actor())) {
                throw new IllegalStateException(
                        "aliases.tsv: \"" + alias.name() + "\" names the unknown actor \"" + alias.actor() + "\"");
            }
        }
        for (Metonym metonym : metonyms) {
            if (!actors.containsKey(metonym.actor())) {
                throw new IllegalStateException(
                        "metonyms.tsv: \"" + metonym.word() + "\" names the unknown actor \"" + metonym.actor() + "\"");
            }
        }
        for (Branch branch : branches) {
            if (!actors.containsKey(branch.actor()) || !actors.containsKey(branch.branch())) {
                throw new IllegalStateException("branches.tsv names an unknown actor: " + branch);
            }
        }
    }

    /** All actors by id. */
    public Collection<Actor> actors() {
        return actors.values();
    }

    /** All names, in the order of the file. */
    public List<Alias> aliases() {
        return aliases;
    }

    List<Metonym> metonyms() {
        return metonyms;
    }

    List<Branch> branches() {
        return branches;
    }

    public Optional<Actor> find(String id) {
        return Optional.ofNullable(actors.get(id));
    }

    Actor get(String id) {
        Actor actor = actors.get(id);
        if (actor == null) {
            throw new IllegalArgumentException("no actor \"" + id + "\" in the dictionary");
        }
        return actor;
    }

    /** The usual name of the actor with this id. */
    public Optional<String> nameOf(String id) {
        return find(id).map(Actor::name);
    }

    /** The actor of which the one with this id is a branch, an organ or a faction. */
    public Optional<String> parentOf(String id) {
        return find(id).flatMap(actor -> Optional.ofNullable(actor.parent()));
    }

    private static List<List<String>> rows(String file, int columns) {
        try (InputStream stream = ActorDictionary.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the actor dictionary " + file + " is missing from the class path");
            }
            List<List<String>> rows = new ArrayList<>();
            String[] lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n", 0);
            for (int i = 1; i < lines.length; i++) {
                String[] cells = lines[i].split("\t", -1);
                if (cells.length != columns) {
                    throw new IllegalStateException("%s, line %d: found %d columns, expected %d; separate them by tabs"
                            .formatted(file, i + 1, cells.length, columns));
                }
                rows.add(List.of(cells));
            }
            return rows;
        } catch (IOException broken) {
            throw new UncheckedIOException("the actor dictionary " + file + " cannot be read", broken);
        }
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable LocalDate day(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }
}
