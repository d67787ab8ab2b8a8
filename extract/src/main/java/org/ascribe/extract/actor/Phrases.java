package org.ascribe.extract.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names looked up by their words; longest first. */
final class Phrases<T> {

    /** @param end index after the last word */
    record Match<T>(T value, int end) {}

    private record Phrase<T>(List<Words.Word> words, boolean anyCase, T value) {}

    private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();

    void add(String name, boolean anyCase, T value) {
        List<Words.Word> words = Words.of(name);
        List<Phrase<T>> same = byFirst.computeIfAbsent(words.get(0).folded(), first -> new ArrayList<>());
        same.add(new Phrase<>(words, anyCase, value));
        same.sort((a, b) -> b.words.size() - a.words.size());
    }

    /** What the words from {@code at} on can mean, longest first. */
    List<Match<T>> at(List<Words.Word> words, int at) {
        List<Phrase<T>> candidates = byFirst.get(words.get(at).folded());
        if (candidates == null) {
            return List.of();
        }
        List<Match<T>> matches = new ArrayList<>();
        for (Phrase<T> phrase : candidates) {
            if (fits(phrase, words, at)) {
                matches.add(new Match<>(phrase.value, at + phrase.words.size()));
            }
        }
        return matches;
    }

    private static <T> boolean fits(Phrase<T> phrase, List<Words.Word> words, int at) {
        int size = phrase.words.size();
        if (at + size > words.size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            Words.Word wanted = phrase.words.get(i);
            Words.Word found = words.get(at + i);
            boolean joined = i == 0
                    || found.isJoined()
                    || found.gap().strip().equals(wanted.gap().strip());
            if (!joined || !found.folded().equals(wanted.folded()) || !(phrase.anyCase || isCaseOf(wanted, found))) {
                return false;
            }
        }
        return true;
    }

    /** Acronyms keep their case, though long ones may be written as names (Nato, Isis); names keep their capital. */
    private static boolean isCaseOf(Words.Word wanted, Words.Word found) {
        String name = wanted.text();
        boolean inner = name.codePoints().skip(1).anyMatch(Character::isUpperCase);
        if (!inner) {
            return name.length() == 1 && name.equals("s") || !wanted.isCapitalised() || found.isCapitalised();
        }
        boolean acronym = name.codePoints().noneMatch(Character::isLowerCase);
        return found.text().equals(name) || acronym && name.length() >= 4 && found.isCapitalised();
    }
}
