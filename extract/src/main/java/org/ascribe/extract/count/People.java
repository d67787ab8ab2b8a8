package org.ascribe.extract.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascribe.core.Count;
import org.ascribe.core.Passage;
import org.ascribe.core.Said;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.table.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * A numbered group of people in a sentence: "at least 12 worshippers", "three of them", "a policeman", "dozens more".
 *
 * @param first token, inclusive, with the words that bound the number
 * @param end token, exclusive
 * @param headFirst first token of the words for the people, -1 if there are none
 * @param head lemma of the word for the people, empty if there is none
 * @param known whether the word is known to mean people
 * @param ofOthers whether they are some of people named before: "three of them"
 */
record People(
        Count count,
        boolean approximate,
        int first,
        int end,
        int headFirst,
        String head,
        boolean known,
        boolean attackers,
        boolean ofOthers) {

    private static final Map<String, String> CLASSES = DataTable.read(People.class, "people.tsv").rows().stream()
            .collect(Collectors.toMap(row -> row.get("lemma"), row -> row.get("class"), (a, b) -> a));

    private static final Set<String> OTHERS = Set.of("other", "others", "more", "further", "additional");
    private static final Set<String> OWNERS = Set.of(
            "the", "his", "her", "their", "its", "them", "those", "these", "whom", "our", "my", "whose", "us", "you");
    private static final Set<String> HARM_NOUNS = Set.of(
            "death", "fatality", "fatalitie", "body", "corpse", "injury", "injurie", "life", "hostage", "captive");
    private static final Set<String> DATES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "yesterday",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "overnight");
    private static final Set<String> MODIFIERS = Set.of("ADJ", "NOUN", "PROPN", "X");

    static boolean isPerson(String lemma) {
        return CLASSES.containsKey(lemma);
    }

    boolean isLives() {
        return head.equals("life");
    }

    @Nullable
    Said<String> whom(ParsedReport report, Sentence sentence) {
        int last = HARM_NOUNS.contains(head) ? end - 1 : end;
        if (headFirst < 0 || last == headFirst || OTHERS.contains(head)) {
            return null;
        }
        Passage passage = sentence.passage(headFirst, last);
        return new Said<>(report.text(passage), passage);
    }

    /** The groups of a sentence in the order of the text, none overlapping; zero is left to {@link TollFinder}. */
    static List<People> in(Sentence sentence) {
        List<People> found = new ArrayList<>();
        for (NumberMention number : NumberFinder.find(sentence)) {
            if (Integer.valueOf(0).equals(number.count().high())) {
                continue;
            }
            People people = after(sentence, number);
            if (people != null) {
                found.add(people);
            }
        }
        boolean[] taken = new boolean[sentence.size()];
        for (People people : found) {
            Arrays.fill(taken, people.first(), people.end(), true);
        }
        for (int i = 0; i < sentence.size(); i++) {
            People single = taken[i] ? null : single(sentence, i);
            if (single == null || isTaken(taken, single)) {
                continue;
            }
            found.add(single);
            Arrays.fill(taken, single.first(), single.end(), true);
        }
        found.sort(Comparator.comparingInt(People::first));
        return found;
    }

    private static boolean isTaken(boolean[] taken, People people) {
        for (int i = people.first(); i < people.end(); i++) {
            if (taken[i]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAttackers(String word) {
        return "attackers".equals(CLASSES.get(word));
    }

    private static @Nullable People after(Sentence sentence, NumberMention number) {
        int i = number.endToken();
        boolean ofOthers = false;
        if (i + 1 < sentence.size()
                && sentence.token(i).is("of")
                && OWNERS.contains(sentence.token(i + 1).lower())) {
            ofOthers = true;
            boolean pronoun = sentence.token(i + 1).is("them", "whom", "us", "you", "these", "those");
            i += 2;
            if (pronoun && !(sentence.token(i - 1).is("these", "those"))) {
                return new People(
                        number.count(), number.approximate(), number.firstToken(), i, -1, "", true, false, true);
            }
        } else if (i < sentence.size() && sentence.token(i).is("of")) {
            i++; // dozens of people, a couple of soldiers
        }
        return phrase(
                sentence, number.count(), number.approximate(), number.firstToken(), number.endToken(), i, ofOthers);
    }

    /** "A policeman", "another soldier", "the bomber", "himself". */
    private static @Nullable People single(Sentence sentence, int i) {
        Token token = sentence.token(i);
        if (token.is("himself", "herself")) {
            return new People(Count.exactly(1), false, i, i + 1, i, token.lower(), true, true, false);
        }
        if (token.is("a", "an", "another")) {
            People people = phrase(sentence, Count.exactly(1), false, i, i + 1, i + 1, false);
            boolean bare = people != null && people.headFirst() < 0;
            if (people != null
                    && (people.known() && !bare && isSingular(sentence, people) || bare && token.is("another"))) {
                return people;
            }
            return null;
        }
        if (token.is("his", "her", "their", "its")) {
            People people = phrase(sentence, Count.exactly(1), false, i, i + 1, i + 1, false);
            return people != null && people.known() && people.headFirst() >= 0 && isSingular(sentence, people)
                    ? people
                    : null;
        }
        if (token.is("the")
                && i + 2 < sentence.size()
                && sentence.token(i + 1).is("other", "second", "third")
                && (sentence.token(i + 2).is("was")
                        || HarmWords.isHarm(sentence.token(i + 2).lower()))) {
            return new People(
                    Count.exactly(1), false, i, i + 2, -1, "", true, false, false); // one killed and the other injured
        }
        boolean opens = i == 0 || sentence.token(i - 1).is(":");
        if (opens
                && token.isCapitalised()
                && !token.pos().equals("DET")
                && !token.pos().equals("NUM")) {
            return headline(sentence, i);
        }
        if (token.is("the")) {
            People people = phrase(sentence, Count.exactly(1), false, i, i + 1, i + 1, false);
            return people != null
                            && (people.attackers() || people.known() && people.headFirst() >= 0)
                            && !people.isHarmNoun()
                            && !Set.of("figure", "other", "being", "national", "local", "people", "dead")
                                    .contains(people.head())
                            && isSingular(sentence, people)
                    ? people
                    : null;
        }
        return null;
    }

    /** "Driver shot and wounded": one, if the word is a singular and what was done stands right behind it. */
    private static @Nullable People headline(Sentence sentence, int i) {
        People people = phrase(sentence, Count.exactly(1), false, i, i, i, false);
        if (people == null || !people.known() || people.headFirst() < 0 || people.end() >= sentence.size()) {
            return null;
        }
        Token head = sentence.token(people.end() - 1);
        boolean one = isPerson(head.lower())
                && !head.is("police", "people", "staff", "personnel", "nobody", "being", "figure", "other")
                && isSingular(sentence, people);
        Token next = sentence.token(people.end());
        return one && (next.is("was") || HarmWords.isHarm(next.lower())) && !people.attackers() ? people : null;
    }

    private static boolean isSingular(Sentence sentence, People people) {
        String head = sentence.token(people.end() - 1).lower();
        return head.equals(people.head()) || !head.endsWith("s") && !head.endsWith("men") && !head.equals("people");
    }

    private static @Nullable People phrase(
            Sentence sentence, Count count, boolean approximate, int first, int numberEnd, int from, boolean ofOthers) {
        int i = from;
        while (i < sentence.size() && OTHERS.contains(sentence.token(i).lower())) {
            i++;
        }
        int headFirst = i;
        int end = i;
        while (i < sentence.size() && i < headFirst + 8) {
            Token token = sentence.token(i);
            boolean next = i + 1 < sentence.size();
            String lower = token.lower();
            boolean held = end > headFirst && token.is("hostage", "captive", "prisoner");
            boolean doing = i > headFirst
                    && end == i
                    && lower.endsWith("ing")
                    && isPerson(sentence.token(i - 1).lemma())
                    && next
                    && !sentence.token(i + 1).pos().equals("VERB"); // a worker travelling to the coast
            if (held
                    || doing
                    || DATES.contains(lower)
                    || token.is("dead", "missing")
                    || HarmWords.at(sentence, i, HarmWords.Use.PASSIVE).isPresent()) {
                break;
            }
            if (token.pos().equals("NOUN") || token.pos().equals("PROPN") || isPerson(token.lemma())) {
                i++;
                end = i;
            } else if (MODIFIERS.contains(token.pos())
                    || token.text().equals("IS")
                    || token.text().equals("US")) {
                i++;
            } else if ((token.is("-") || token.pos().equals("PART") || token.is("'s", "’s")) && end == i && next) {
                i++;
            } else if (token.pos().equals("VERB")
                    && (lower.endsWith("ed") || lower.endsWith("ing"))
                    && next
                    && (end == headFirst
                            || end == i && isPerson(sentence.token(i + 1).lemma()))
                    && (sentence.token(i + 1).pos().equals("NOUN")
                            || sentence.token(i + 1).pos().equals("PROPN"))) {
                i++;
            } else if (token.pos().equals("ADV") && end == headFirst && next && lower.endsWith("ly")) {
                i++; // locally hired staff
            } else if (token.is("and")
                    && next
                    && end == i
                    && i > headFirst
                    && isPerson(sentence.token(i - 1).lemma())
                    && isPerson(sentence.token(i + 1).lemma())
                    && !isAttackers(sentence.token(i + 1).lower())) {
                i++; // men and women
            } else {
                break;
            }
        }
        if (end == headFirst
                && ofOthers
                && i < sentence.size()
                && HarmWords.isHarm(sentence.token(i).lower())) {
            return new People(count, approximate, first, i + 1, -1, "", true, false, true); // three of the injured
        }
        if (end == headFirst) {
            int bareEnd = Math.max(headFirst, numberEnd);
            if (from > numberEnd && headFirst == from && !ofOthers) {
                bareEnd = numberEnd;
            }
            boolean others = headFirst > from;
            return new People(count, approximate, first, bareEnd, -1, "", others, false, ofOthers);
        }
        Token head = sentence.token(end - 1);
        if (NumberFinder.NOT_PEOPLE.containsKey(head.lower())) {
            return null;
        }
        String lemma = singular(head);
        if (lemma.equals("member")
                && end < sentence.size()
                && sentence.token(end).is("of")) {
            int last = end + 1;
            while (last < sentence.size() && last < end + 6 && isPartOfName(sentence.token(last))) {
                last++;
            }
            end = last > end + 1 && !sentence.token(last - 1).pos().equals("DET") ? last : end;
        }
        boolean known = isPerson(lemma) || isPeoples(head);
        return new People(
                count,
                approximate,
                first,
                end,
                headFirst,
                lemma,
                known,
                "attackers".equals(CLASSES.get(lemma)),
                ofOthers);
    }

    private static boolean isPartOfName(Token token) {
        return Set.of("DET", "PROPN", "NOUN", "ADJ", "NUM").contains(token.pos()) && !HarmWords.isHarm(token.lower())
                || token.text().equals("IS");
    }

    /** "the driver": somebody who may be told of before. */
    boolean isDefinite(Sentence sentence) {
        return !attackers && sentence.token(first).is("the");
    }

    boolean isHarmNoun() {
        return HARM_NOUNS.contains(head);
    }

    private static String singular(Token head) {
        String lower = head.lower();
        if (isPerson(head.lemma()) || head.lemma().equals("life")) {
            return head.lemma();
        }
        if (lower.equals("lives")) {
            return "life";
        }
        if (lower.endsWith("men")) {
            return lower.substring(0, lower.length() - 3) + "man";
        }
        return lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** "Afghans", "Pakistanis", "Taliban". */
    private static boolean isPeoples(Token head) {
        return head.isCapitalised()
                && (head.lower().endsWith("ns")
                        || head.lower().endsWith("is")
                        || head.lower().endsWith("ks")
                        || head.is("Taliban", "Chinese"));
    }
}
