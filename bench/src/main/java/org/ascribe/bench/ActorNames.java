package org.ascribe.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ascribe.extract.actor.ActorDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Whether two names mean one actor. Reads the dictionary's own files, so that a name counts as right under each alias
 * that the program knows, whichever way it came to it.
 */
final class ActorNames {

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "its", "their", "his", "s");
    private static final Set<String> STATES = Set.of("state", "government");
    private static final Set<String> HEAD_ENDS =
            Set.of("of", "from", "in", "at", "for", "to", "by", "that", "who", "close", "linked", "loyal");

    private final Map<String, Set<String>> idsOf = new HashMap<>();
    private final Map<String, String> kindOf = new HashMap<>();
    private final Map<String, String> parentOf = new HashMap<>();

    static ActorNames load() {
        ActorNames names = new ActorNames();
        for (Map<String, String> row : rows("actors.tsv")) {
            String id = row.getOrDefault("id", "");
            names.add(row.getOrDefault("name", ""), id);
            names.kindOf.put(id, row.getOrDefault("kind", ""));
            String parent = row.getOrDefault("parent", "");
            if (!parent.isEmpty()) {
                names.parentOf.put(id, parent);
            }
        }
        for (Map<String, String> row : rows("aliases.tsv")) {
            names.add(row.getOrDefault("alias", ""), row.getOrDefault("actor", ""));
        }
        for (Map<String, String> row : rows("metonyms.tsv")) {
            names.add(row.getOrDefault("word", ""), row.getOrDefault("actor", ""));
        }
        return names;
    }

    private void add(String name, String id) {
        idsOf.computeIfAbsent(String.join(" ", words(name)), key -> new HashSet<>())
                .add(id);
    }

    /**
     * Whether the coder's name and the program's id or names mean one actor: a common id in the dictionary; a branch of
     * Islamic State and Islamic State, either way; an organ of a state and the state, either way; else, where the
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
        for (String up = parentOf.get(child); up != null; up = parentOf.get(up)) {
            if (up.equals(parent)) {
                return parent.equals("islamic-state")
                        || kindOf.getOrDefault(child, "").equals("security-force")
                                && STATES.contains(kindOf.getOrDefault(parent, ""));
            }
        }
        return false;
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

    private static List<Map<String, String>> rows(String file) {
        InputStream stream = ActorDictionary.class.getResourceAsStream(file);
        if (stream == null) {
            return List.of();
        }
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> header = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> cells = Arrays.asList(line.split("\t", -1));
                if (header == null) {
                    header = cells;
                    continue;
                }
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(row);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the actor dictionary's " + file + " is damaged", broken);
        }
        return rows;
    }

    private ActorNames() {}
}
