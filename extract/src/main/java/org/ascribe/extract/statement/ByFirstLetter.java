package org.ascribe.extract.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ascribe.extract.language.Token;

/**
 * Rows of a table of words, to be asked which of them may be meant by a token: those that begin like its form or its lemma. A
 * regular form begins like its word, so that none is missed. Keeps the order of the table. Immutable.
 */
final class ByFirstLetter<T> {

    private final List<T> all;
    private final Map<Character, List<T>> byLetter = new HashMap<>();

    /** @param word the word of a row, in lower case, not empty */
    ByFirstLetter(List<T> all, Function<T, String> word) {
        this.all = List.copyOf(all);
        byLetter.putAll(all.stream()
                .collect(Collectors.groupingBy(row -> word.apply(row).charAt(0))));
    }

    List<T> of(Token token) {
        char form = Character.toLowerCase(token.text().charAt(0));
        return form == token.lemma().charAt(0) ? byLetter.getOrDefault(form, List.of()) : all;
    }
}
