package org.ascribe.extract.count;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascribe.core.Coded;
import org.ascribe.core.Harm;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.table.DataTable;

/** The words of harm, from {@code harm-words.tsv}. */
public final class HarmWords {

    enum Use {
        ACTIVE,
        PASSIVE,
        NOUN
    }

    record HarmWord(List<String> words, Harm harm, Set<Use> uses) {}

    private static final Map<String, List<HarmWord>> BY_FIRST_WORD =
            DataTable.read(HarmWords.class, "harm-words.tsv").rows().stream()
                    .map(row -> new HarmWord(
                            List.of(row.get("words").split(" ")),
                            Coded.parse(Harm.class, row.get("harm")),
                            row.list("uses").stream()
                                    .map(use -> Use.valueOf(use.toUpperCase(java.util.Locale.ROOT)))
                                    .collect(Collectors.toSet())))
                    .sorted(Comparator.comparingInt(
                            (HarmWord word) -> -word.words().size()))
                    .collect(Collectors.groupingBy(word -> word.words().get(0)));

    private HarmWords() {}

    /** Whether the single word says harm. */
    static boolean isHarm(String word) {
        return BY_FIRST_WORD.getOrDefault(word, List.of()).stream()
                .anyMatch(harm -> harm.words().size() == 1);
    }

    /** The harm that the words at a token say, however they are used; empty if they say none. */
    public static Optional<Harm> harmAt(Sentence sentence, int token) {
        return Arrays.stream(Use.values())
                .flatMap(use -> at(sentence, token, use).stream())
                .findFirst()
                .map(HarmWord::harm);
    }

    /** The longest harm word of that use that begins at the token. */
    static Optional<HarmWord> at(Sentence sentence, int token, Use use) {
        if (token < 0 || token >= sentence.size()) {
            return Optional.empty();
        }
        return BY_FIRST_WORD.getOrDefault(sentence.token(token).lower(), List.of()).stream()
                .filter(word -> word.uses().contains(use) && matches(sentence, token, word.words()))
                .findFirst();
    }

    private static boolean matches(Sentence sentence, int token, List<String> words) {
        if (token + words.size() > sentence.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            if (!sentence.token(token + i).lower().equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }
}
