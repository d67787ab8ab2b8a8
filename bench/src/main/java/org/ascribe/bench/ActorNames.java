package org.ascribe.bench;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascribe.extract.actor.Actor;
import org.ascribe.extract.actor.ActorDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Whether two names mean one actor, by the dictionary's aliases.
 */
final class ActorNames {

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "their", "his", "s");
    private static final List<List<String>> FORCES =
            List.of(List.of("armed forces", "military", "army", "national army"), List.of("security forces", "police"));
    private static final Set<Actor.Kind> ORGANS = Set.of(Actor.Kind.SECURITY_FORCE, Actor.Kind.GOVERNMENT);
    private static final Set<Actor.Kind> STATES = Set.of(Actor.Kind.STATE, Actor.Kind.GOVERNMENT);
    private static final Set<String> HEAD_ENDS =
            Set.of("of", "from", "in", "at", "for", "to", "by", "that", "who", "close", "linked", "loyal");

    private final Map<String, Set<String>> idsOf = new HashMap<>();
    private final ActorDictionary dictionary;

    private ActorNames(ActorDictionary dictionary) {
        this.dictionary = dictionary;
        dictionary.actors().forEach(actor -> addAll(actor.name(), actor.id()));
        dictionary.aliases().forEach(alias -> addAll(alias.name(), alias.actor()));
    }

    /** The name, and for a state's forces the other usual words for forces: "Pakistani Army", "Pakistani military". */
    private void addAll(String name, String id) {
        add(name, id);
        String lower = name.toLowerCase(Locale.ROOT);
        for (List<String> same : isKind(id, ORGANS) ? FORCES : List.<List<String>>of()) {
            for (String ending : same) {
                if (lower.endsWith(" " + ending)) {
                    same.forEach(other -> add(lower.substring(0, lower.length() - ending.length()) + other, id));
                }
            }
        }
    }

    static ActorNames load() {
        return new ActorNames(ActorDictionary.load());
    }

    private void add(String name, String id) {
        idsOf.computeIfAbsent(String.join(" ", words(name)), key -> new HashSet<>())
                .add(id);
    }

    /**
     * Whether the coder's name and the program's id or names mean one actor: a common id in the dictionary; a branch of
     * Islamic State and Islamic State, either way; forces and offices of a state and the state, either way; else, where the
     * dictionary does not know the coder's name, equal words, or words of one all in the other with the same head.
     *
     * @param id the program's id, null if it has none
     * @param names what the program calls it, nulls allowed
     */
    boolean isSame(String gold, @Nullable String id, @Nullable String... names) {
        List<String> goldWords = words(gold);
        Set<String> goldIds = idsOf.getOrDefault(String.join(" ", goldWords), Set.of());
        Set<String> ids = new HashSet<>();
        if (id != null) {
            ids.add(id);
        }
        for (String name : names) {
            if (name != null) {
                if (id == null || id.startsWith("x-")) {
                    ids.addAll(idsOf.getOrDefault(String.join(" ", words(name)), Set.of()));
                }
                if (goldWords.equals(words(name)) || goldIds.isEmpty() && isPart(goldWords, words(name))) {
                    return true;
                }
            }
        }
        return goldIds.stream().anyMatch(one -> ids.stream().anyMatch(other -> isSameId(one, other)));
    }

    /** Whether two free descriptions of a speaker mean one: as {@link #isSame}, or words of one all in the other, or one head. */
    boolean isSameSpeaker(String gold, @Nullable String id, @Nullable String... names) {
        if (isSame(gold, id, names)) {
            return true;
        }
        List<String> goldWords = words(gold);
        for (String name : names) {
            if (name != null) {
                List<String> other = words(name);
                if (!other.isEmpty()
                        && (goldWords.containsAll(other)
                                || other.containsAll(goldWords)
                                || head(goldWords).equals(head(other)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSameId(String one, String other) {
        return one.equals(other) || isBranch(one, other) || isBranch(other, one);
    }

    private boolean isBranch(String child, String parent) {
        for (Optional<String> up = dictionary.parentOf(child); up.isPresent(); up = dictionary.parentOf(up.get())) {
            if (up.get().equals(parent)) {
                return parent.equals("islamic-state") || isKind(child, ORGANS) && isKind(parent, STATES);
            }
        }
        return false;
    }

    private boolean isKind(String id, Set<Actor.Kind> kinds) {
        return dictionary.find(id).filter(actor -> kinds.contains(actor.kind())).isPresent();
    }

    private static boolean isPart(List<String> one, List<String> other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && head(one).equals(head(other))
                && (one.containsAll(other) || other.containsAll(one));
    }

    /** The noun that a description is about: the last word before its first preposition. */
    private static String head(List<String> words) {
        String head = "";
        for (String word : words) {
            if (HEAD_ENDS.contains(word) && !head.isEmpty()) {
                return head;
            }
            head = word;
        }
        return head;
    }

    /** Whether the names of two places are equal, or the words of one stand in the other in their order. */
    static boolean isSamePlace(String gold, @Nullable String name) {
        if (name == null) {
            return false;
        }
        String one = " " + String.join(" ", words(gold)) + " ";
        String other = " " + String.join(" ", words(name)) + " ";
        return !one.isBlank() && !other.isBlank() && (one.contains(other) || other.contains(one));
    }

    /** Lower case, without articles, accents, marks and the plural. */
    static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[’'ʿʾ`]s\\b", "")
                .replaceAll("[’'ʿʾ`.]", "")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !ARTICLES.contains(word)) {
                words.add(word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") ? cut(word) : word);
            }
        }
        return words;
    }

    private static String cut(String plural) {
        return plural.substring(0, plural.length() - 1);
    }
}
