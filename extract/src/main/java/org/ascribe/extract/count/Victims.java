package org.ascribe.extract.count;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ascribe.core.Coded;
import org.ascribe.core.TargetClass;
import org.ascribe.extract.table.DataTable;

/** Of what kind the people are whom a report's words mean, from {@code victims.tsv} and {@code people.tsv}. */
final class Victims {

    /** How a word tells the kind of a person. */
    private enum How {
        /** Gives its kind to whoever works there: "NGO driver". */
        EMPLOYER,
        /** Says the kind by itself: "a nurse". */
        ROLE,
        /** Works for whomever the report speaks of: "a driver". */
        OPEN
    }

    private record Word(TargetClass targetClass, How how) {}

    private static final Map<String, Word> WORDS = words();
    private static final int LONGEST = 2;

    /** Who may stand beside aid workers and is none, whoever is named around them. */
    private static final Set<String> NOT_STAFF = Set.of(
            "police",
            "security",
            "military",
            "army",
            "government",
            "family",
            "armed",
            "taliban",
            "state",
            "militia",
            "community",
            "parliament",
            "school",
            "student",
            "university");

    private Victims() {}

    private static Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        for (DataTable.Row row : DataTable.read(Victims.class, "victims.tsv").rows()) {
            words.putIfAbsent(
                    row.get("words"),
                    new Word(
                            Coded.parse(TargetClass.class, row.get("class")),
                            How.valueOf(row.get("how").toUpperCase(Locale.ROOT))));
        }
        return words;
    }

    /**
     * The kind of the people in these words; empty if they are of none of the kinds.
     *
     * @param staffOf whom people work for whose words name no employer, empty if nobody knows
     */
    static Optional<TargetClass> classOf(String words, Optional<TargetClass> staffOf) {
        List<String> tokens = tokens(words);
        int end = headEnd(tokens);
        Optional<Word> employer = employer(tokens);
        Word head = null;
        for (int i = end - 1; i >= 0 && head == null; i--) {
            Word word = WORDS.get(singular(tokens.get(i)));
            head = word != null && word.how() != How.EMPLOYER ? word : null;
            if (head == null && i < end - 1) {
                break;
            }
        }
        if (head != null && head.how() == How.ROLE) {
            return Optional.of(
                    employer.filter(word -> word.targetClass() == TargetClass.AID)
                                    .isPresent()
                            ? TargetClass.AID
                            : head.targetClass());
        }
        boolean guard = tokens.stream().anyMatch(token -> token.startsWith("guard"));
        boolean open = head != null
                && tokens.stream()
                        .noneMatch(token -> NOT_STAFF.contains(token) && !(guard && token.equals("security")));
        if (employer.isPresent() && (open || end == tokens.size())) {
            return employer.map(Word::targetClass);
        }
        return open ? staffOf : Optional.empty();
    }

    /** The employer that the text names first, by whom people without one are taken to be employed. */
    static Optional<TargetClass> employerIn(String text) {
        return employer(tokens(text)).map(Word::targetClass);
    }

    private static Optional<Word> employer(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            for (int length = LONGEST; length > 0; length--) {
                if (i + length <= tokens.size()) {
                    Word word = WORDS.get(String.join(" ", tokens.subList(i, i + length)));
                    if (word != null && word.how() == How.EMPLOYER) {
                        return Optional.of(word);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** After the noun that the words are about: "staff member" of "staff member of an NGO". */
    private static int headEnd(List<String> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (Set.of("of", "from", "for", "with", "at", "who", "in", "working")
                    .contains(tokens.get(i))) {
                return i;
            }
        }
        return tokens.size();
    }

    static List<String> tokens(String words) {
        return List.of(words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}' -]", " ")
                .strip()
                .split("\\s+"));
    }

    private static String singular(String word) {
        if (word.endsWith("men")) {
            return word.substring(0, word.length() - 3) + "man";
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }
}
