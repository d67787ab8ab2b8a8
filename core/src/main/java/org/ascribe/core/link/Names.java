package org.ascribe.core.link;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which names of actors may mean the same before any data has shown it: spelling, initials, and a dictionary of aliases. */
final class Names {

    private static final Set<String> SMALL = Set.of(
            "of",
            "the",
            "and",
            "in",
            "for",
            "a",
            "al",
            "el",
            "de",
            "la",
            "i",
            "e",
            "forces",
            "group",
            "armed",
            "government");

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    /** Lower case, without marks on letters, without what stands in brackets, words joined by one blank. */
    static String plain(String name) {
        if (name.isEmpty()) {
            return name;
        }
        String bare = BRACKETS.matcher(name).replaceAll(" ").strip();
        String kept = bare.isEmpty() ? name : bare;
        String bared =
                MARKS.matcher(Normalizer.normalize(kept, Normalizer.Form.NFD)).replaceAll("");
        return NEITHER_LETTER_NOR_DIGIT
                .matcher(bared.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** For each name of {@code a} the positions in {@code b} of those that may mean the same, ascending. */
    static int[][] alike(List<String> a, List<String> b, Function<String, Set<String>> aliases) {
        Map<String, Set<Integer>> byKey = new HashMap<>();
        Map<String, Integer> namesWithWord = new HashMap<>();
        for (List<String> names : List.of(a, b)) {
            for (String name : names) {
                words(name).forEach(word -> namesWithWord.merge(word, 1, Integer::sum));
            }
        }
        for (int i = 0; i < b.size(); i++) {
            for (String key : keys(b.get(i), aliases)) {
                byKey.computeIfAbsent(key, unseen -> new TreeSet<>()).add(i);
            }
        }
        int[][] alike = new int[a.size()][];
        List<Set<String>> wordsOfB = b.stream().map(Names::words).toList();
        for (int i = 0; i < a.size(); i++) {
            Set<Integer> found = new TreeSet<>();
            Set<String> own = words(a.get(i));
            for (String key : keys(a.get(i), aliases)) {
                for (int other : byKey.getOrDefault(key, Set.of())) {
                    if (!key.startsWith("word ") || overlap(own, wordsOfB.get(other), namesWithWord) >= 0.6) {
                        found.add(other);
                    }
                }
            }
            alike[i] = found.stream().mapToInt(Integer::intValue).toArray();
        }
        return alike;
    }

    private static Set<String> keys(String name, Function<String, Set<String>> aliases) {
        Set<String> keys = new TreeSet<>();
        String plain = plain(name);
        if (plain.isEmpty()) {
            return keys;
        }
        keys.add("name " + plain);
        aliases.apply(name).forEach(id -> keys.add("id " + id));
        words(name).forEach(word -> keys.add("word " + word));
        String[] parts = plain.split(" ", -1);
        if (parts.length == 1 && plain.length() >= 3) {
            keys.add("initials " + plain);
        }
        StringBuilder all = new StringBuilder();
        StringBuilder great = new StringBuilder();
        for (String part : parts) {
            all.append(part.charAt(0));
            if (!SMALL.contains(part)) {
                great.append(part.charAt(0));
            }
        }
        if (all.length() >= 3) {
            keys.add("initials " + all);
        }
        if (great.length() >= 3) {
            keys.add("initials " + great);
        }
        return keys;
    }

    private static Set<String> words(String name) {
        Set<String> words = new TreeSet<>();
        for (String word : plain(name).split(" ", -1)) {
            if (word.length() > 1 && !SMALL.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    /** Share of the words' rarity that both have. */
    private static double overlap(Set<String> a, Set<String> b, Map<String, Integer> namesWithWord) {
        double both = 0;
        double either = 0;
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        for (String word : new TreeSet<>(all)) {
            double rarity = 1 / Math.sqrt(namesWithWord.getOrDefault(word, 1));
            either += rarity;
            if (a.contains(word) && b.contains(word)) {
                both += rarity;
            }
        }
        return either == 0 ? 0 : both / either;
    }

    /** The distinct values of a column in order, the empty one first. */
    static Map<String, Integer> numbered(Iterable<String> values) {
        Set<String> sorted = new TreeSet<>();
        values.forEach(sorted::add);
        sorted.add("");
        Map<String, Integer> numbers = new TreeMap<>();
        List<String> order = new ArrayList<>(sorted);
        for (int i = 0; i < order.size(); i++) {
            numbers.put(order.get(i), i);
        }
        return numbers;
    }
}
