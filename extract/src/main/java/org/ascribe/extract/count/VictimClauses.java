package org.ascribe.extract.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ascribe.core.Harm;
import org.ascribe.extract.count.HarmWords.HarmWord;
import org.ascribe.extract.count.HarmWords.Use;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * What is said to have been done to people who stand far from the word of harm: "a driver working for an NGO was stopped and
 * shot", "three teachers, along with a guard, were abducted", "one nurse was kidnapped and beaten". Goes by the words rather than by their parts of speech,
 * which are often wrong in notes without articles.
 */
final class VictimClauses {

    private static final int REACH = 40;

    /** Words that end what can be said of the people before them. */
    private static final Set<String> BREAKS = Set.of(
            ".",
            ";",
            ":",
            "?",
            "when",
            "after",
            "because",
            "but",
            "although",
            "though",
            "whereas",
            "however",
            "where",
            "if",
            "unless",
            "until",
            "before",
            "!",
            "says",
            "said",
            "while",
            "whilst",
            "amid");

    private static final Set<String> BE = Set.of("was", "were", "been", "being", "is", "are", "got", "be");
    private static final Set<String> JOINED = Set.of("and", ",", "or", "then", "/", "&");
    private static final Set<String> BESIDE = Set.of(
            "also",
            "reportedly",
            "allegedly",
            "later",
            "then",
            "subsequently",
            "severely",
            "badly",
            "seriously",
            "slightly",
            "critically",
            "fatally",
            "both",
            "all",
            "has",
            "have",
            "had",
            "found",
            "left",
            "reported",
            "confirmed",
            "again",
            "physically",
            "verbally",
            "brutally",
            "forcibly",
            "briefly",
            "mortally",
            "lightly",
            "deliberately",
            "temporarily",
            "sexually",
            "gravely",
            "still",
            "apparently",
            "either",
            "immediately",
            "tragically",
            "himself",
            "herself",
            "-");
    private static final Set<String> ACTIVE_AUXILIARIES = Set.of("has", "have", "had", "having");

    private final Sentence sentence;
    private final List<People> people;

    VictimClauses(Sentence sentence, List<People> people) {
        this.sentence = sentence;
        this.people = people;
    }

    /** A word of harm said of a group: tokens {@code first} to before {@code end}. */
    record Said(Harm harm, int first, int end) {}

    /** What is said of the group, in the order of the words; a harm stands once. */
    List<Said> of(People group) {
        List<Said> found = new ArrayList<>();
        int verb = predicate(group.end());
        if (verb < 0) {
            return found;
        }
        boolean be = BE.contains(sentence.token(verb).lower());
        boolean passive = be || HarmWords.at(sentence, verb, Use.PASSIVE).isEmpty();
        int i = be ? verb + 1 : verb;
        while (i < sentence.size() && i < group.end() + REACH) {
            HarmWord word = HarmWords.at(sentence, i, Use.PASSIVE).orElse(null);
            Token token = sentence.token(i);
            if (word != null) {
                int end = i + word.words().size();
                if (!passive && word.uses().contains(Use.ACTIVE) && hasObject(end)) {
                    return found;
                }
                add(found, new Said(word.harm(), i, end));
                i = end;
                continue;
            }
            if (token.is("not", "n't", "never", "nearly", "almost") || BREAKS.contains(token.lower())) {
                return found;
            }
            if (!isPassed(i, group)) {
                int next = coordinated(i, passive, group);
                if (next < 0) {
                    return found;
                }
                i = next;
                continue;
            }
            i++;
        }
        return found;
    }

    private static void add(List<Said> found, Said said) {
        if (found.stream().noneMatch(other -> other.harm() == said.harm())) {
            found.add(said);
        }
    }

    private boolean isPassed(int i, People group) {
        Token token = sentence.token(i);
        return BESIDE.contains(token.lower())
                || BE.contains(token.lower())
                || token.pos().equals("ADV")
                || JOINED.contains(token.lower()) && !startsPeople(i + 1, group);
    }

    /** "was stopped by gunmen and shot": from a verb that does no harm to the next one joined to it, or -1. */
    private int coordinated(int from, boolean passive, People group) {
        if (!passive) {
            return -1;
        }
        for (int i = from; i < Math.min(sentence.size(), from + 20); i++) {
            Token token = sentence.token(i);
            if (BREAKS.contains(token.lower()) || token.is("who", "which")) {
                return -1;
            }
            if (!JOINED.contains(token.lower())) {
                continue;
            }
            int next = i + 1;
            while (next < sentence.size()
                    && (BESIDE.contains(sentence.token(next).lower())
                            || BE.contains(sentence.token(next).lower())
                            || JOINED.contains(sentence.token(next).lower())
                            || sentence.token(next).pos().equals("ADV"))) {
                next++;
            }
            HarmWord word = HarmWords.at(sentence, next, Use.PASSIVE).orElse(null);
            if (word != null
                    && !(word.uses().contains(Use.ACTIVE)
                            && hasObject(next + word.words().size()))) {
                return next;
            }
        }
        return -1;
    }

    private boolean startsPeople(int token, @Nullable People group) {
        return people.stream().anyMatch(other -> other.first() == token && other != group);
    }

    /** "killed two soldiers": whoever stands before it killed. */
    private boolean hasObject(int token) {
        int i = token;
        while (i < sentence.size()
                && sentence.token(i).pos().equals("ADV")
                && !BREAKS.contains(sentence.token(i).lower())) {
            i++;
        }
        if (i >= sentence.size()) {
            return false;
        }
        Token next = sentence.token(i);
        if (isTime(i)) {
            return false;
        }
        boolean people = this.people.stream().anyMatch(group -> group.first() == token);
        return people
                || !BREAKS.contains(next.lower())
                        && Set.of("DET", "NUM", "PROPN", "PRON", "NOUN").contains(next.pos())
                        && !next.is("who", "that", "there", "this", "last", "three", "which");
    }

    /** "14 days later", "the following day". */
    private boolean isTime(int from) {
        for (int i = from; i < Math.min(sentence.size(), from + 3); i++) {
            if (sentence.token(i)
                    .is(
                            "day",
                            "days",
                            "week",
                            "weeks",
                            "hours",
                            "month",
                            "months",
                            "later",
                            "morning",
                            "night",
                            "afternoon")) {
                return true;
            }
        }
        return false;
    }

    /** Where the verb of the people stands: the "was" of a passive or a word of harm; -1 if none is near. */
    private int predicate(int from) {
        int i = from;
        boolean relative = false;
        while (i < sentence.size() && i < from + REACH) {
            Token token = sentence.token(i);
            String word = token.lower();
            if (word.equals("(")) {
                i = behind(i, ")");
                if (i < 0) {
                    return -1;
                }
                continue;
            }
            if (word.equals(",")) {
                boolean plain = i > from
                        && i + 1 < sentence.size()
                        && BE.contains(sentence.token(i + 1).lower());
                int close = plain ? i + 1 : aside(i);
                if (close < 0) {
                    return -1;
                }
                i = close;
                continue;
            }
            boolean harm = HarmWords.at(sentence, i, Use.PASSIVE).isPresent();
            if (harm || BE.contains(word) && !relative) {
                return i;
            }
            if (BE.contains(word)) {
                relative = false; // "who was also a clerk was shot"
                int next = beyondRelative(i);
                if (next < 0) {
                    return i;
                }
                i = next;
                continue;
            }
            if (word.equals("who") || word.equals("that") && i == from) {
                relative = true;
                i++;
                continue;
            }
            boolean breaks = BREAKS.contains(word) && !(word.equals("while") || word.equals("whilst"));
            if (breaks || ACTIVE_AUXILIARIES.contains(word) && isActive(i)) {
                return -1;
            }
            boolean finite = token.pos().equals("VERB")
                    && !word.endsWith("ing")
                    && !relative
                    && !(i + 1 < sentence.size()
                            && (sentence.token(i + 1).is("by", "to", "with", "in", "from", "for", "near", "at", "as")
                                    || sentence.token(i + 1).pos().equals("NOUN")))
                    && !BESIDE.contains(word);
            if (finite && i <= from + 1 && word.endsWith("ed") && isHeadline(i)) {
                return i; // "staff robbed and beaten"
            }
            if (finite || token.is("and") && i > from && startsPeople(i + 1, null)) {
                return -1;
            }
            i++;
        }
        return -1;
    }

    private boolean isHeadline(int verb) {
        int i = verb + 1;
        while (i < sentence.size()
                && (sentence.token(i).pos().equals("ADV") || sentence.token(i).is("up", "down", ","))) {
            i++;
        }
        if (i + 1 >= sentence.size() || !sentence.token(i).is("and")) {
            return HarmWords.at(sentence, i, Use.PASSIVE).isPresent();
        }
        HarmWord word = HarmWords.at(sentence, i + 1, Use.PASSIVE).orElse(null);
        return word != null && !hasObject(i + 1 + word.words().size());
    }

    /** "had killed": the people are those who did it. */
    private boolean isActive(int auxiliary) {
        int next = auxiliary + 1;
        while (next < sentence.size() && sentence.token(next).pos().equals("ADV")) {
            next++;
        }
        return next < sentence.size()
                && !BE.contains(sentence.token(next).lower())
                && HarmWords.at(sentence, next, Use.PASSIVE)
                        .filter(word -> !word.uses().contains(Use.ACTIVE))
                        .isEmpty();
    }

    /** The "was" of the main clause behind "who was also a clerk", or -1 if the relative clause is all there is. */
    private int beyondRelative(int be) {
        for (int i = be + 1; i < Math.min(sentence.size(), be + 15); i++) {
            String word = sentence.token(i).lower();
            if (BREAKS.contains(word)) {
                return -1;
            }
            if (HarmWords.at(sentence, i, Use.PASSIVE).isPresent()) {
                return -1;
            }
            if (BE.contains(word)) {
                return i;
            }
        }
        return -1;
    }

    /** Behind an aside that opens with the comma at the token, where the verb follows; -1 if it opens none. */
    private int aside(int comma) {
        for (int i = comma + 1; i < Math.min(sentence.size(), comma + 25); i++) {
            String word = sentence.token(i).lower();
            if (BREAKS.contains(word) && !word.equals("while") && !word.equals("whilst")) {
                return -1;
            }
            if (!word.equals(",")) {
                continue;
            }
            int next = i + 1;
            while (next < sentence.size()
                    && BESIDE.contains(sentence.token(next).lower())) {
                next++;
            }
            if (next < sentence.size()
                    && (BE.contains(sentence.token(next).lower())
                            || HarmWords.at(sentence, next, Use.PASSIVE).isPresent()
                                    && sentence.token(comma + 1)
                                            .is(
                                                    "who",
                                                    "along",
                                                    "including",
                                                    "one",
                                                    "a",
                                                    "an",
                                                    "both",
                                                    "while",
                                                    "all",
                                                    "together",
                                                    "aged"))) {
                return i + 1;
            }
        }
        int next = comma + 1;
        boolean who = next + 1 < sentence.size() && sentence.token(next).is("who", "both", "all", "each");
        return who ? next : -1;
    }

    private int behind(int open, String close) {
        for (int i = open; i < Math.min(sentence.size(), open + 30); i++) {
            if (sentence.token(i).is(close)) {
                return i + 1;
            }
        }
        return -1;
    }
}
