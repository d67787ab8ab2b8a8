package org.ascribe.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ascribe.core.Passage;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.time.TimeMention;
import org.jspecify.annotations.Nullable;

/**
 * Things that a text counts or could be counted by: "two suspected insurgents", "several men", "a leader".
 *
 * @param word how many, as it stands: "several", "a", "the", or how it stands, such as "plural"; for a figure "figure"
 * @param number what a figure or number word says; null where examples must tell
 * @param features what stands about it
 * @param roles what verbs do with it: "done to #capture"
 * @param sentence index of the sentence
 */
record Quantity(
        String word, @Nullable Integer number, Features features, Set<String> roles, Passage passage, int sentence) {

    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    private static final Set<String> VAGUE = Set.of(
            "several",
            "few",
            "some",
            "multiple",
            "numerous",
            "many",
            "various",
            "dozens",
            "scores",
            "both",
            "no",
            "none",
            "any",
            "all",
            "couple",
            "number",
            "group",
            "handful",
            "pair");
    private static final Set<String> GROUPS =
            Set.of("couple", "number", "group", "handful", "pair", "dozens", "scores", "few");
    private static final Set<String> POINTING =
            Set.of("the", "this", "that", "these", "those", "his", "her", "their", "its");
    private static final int LONGEST_NUMBER = 6;
    private static final int LONGEST_ROW = 7;

    static {
        String[] small =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
                                + "sixteen seventeen eighteen nineteen twenty")
                        .split(" ");
        for (int i = 0; i < small.length; i++) {
            NUMBERS.put(small[i], i);
        }
        String[] tens = "thirty forty fifty sixty seventy eighty ninety hundred".split(" ");
        for (int i = 0; i < tens.length; i++) {
            NUMBERS.put(tens[i], 30 + 10 * i);
        }
        NUMBERS.put("dozen", 12);
    }

    /** In the order of the text. */
    static List<Quantity> find(Mentions mentions, List<ReadText.CountedFrom> days) {
        List<Quantity> all = new ArrayList<>();
        Set<String> seenHeads = new HashSet<>();
        Set<String> seenDeeds = new HashSet<>();
        List<Passage> dates = Stream.concat(
                        days.stream().map(day -> day.day().passage()),
                        mentions.times().stream().map(TimeMention::passage))
                .toList();
        for (Sentence sentence : mentions.parsed().sentences()) {
            Clauses clauses = mentions.clauses(sentence.index());
            Map<NounPhrase, Set<String>> roles = roles(clauses);
            for (NounPhrase np : phrases(sentence, clauses, roles)) {
                Passage words = sentence.passage(np.first(), np.end());
                if (dates.stream().anyMatch(date -> date.contains(words))) {
                    continue;
                }
                Optional<Quantity> one =
                        read(sentence, clauses, np, roles.getOrDefault(np, Set.of()), seenHeads, seenDeeds);
                one.ifPresent(all::add);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            Features features = all.get(i).features();
            features.set("place " + (i == 0 ? "first" : i == all.size() - 1 ? "last" : "between"));
        }
        return all;
    }

    /**
     * The noun phrases, longer where the tagger took a modifier for a verb: in "two suspected insurgents were detained" nobody
     * suspects. What stands right before and behind each adds to its roles.
     */
    private static List<NounPhrase> phrases(Sentence sentence, Clauses clauses, Map<NounPhrase, Set<String>> roles) {
        List<NounPhrase> phrases = new ArrayList<>();
        int free = 0;
        List<NounPhrase> known = new ArrayList<>(clauses.phrases());
        for (int i = 0; i < sentence.size(); i++) {
            int first = i;
            int end = opens(sentence.token(i)) ? endOfNouns(sentence, i) : i;
            NounPhrase at = known.stream()
                    .filter(np -> np.first() <= first && first < np.end())
                    .findFirst()
                    .orElse(null);
            NounPhrase phrase = null;
            if (end > i + 1 && (at == null || at.end() < end)) {
                int from = at == null ? i : at.first();
                int preposition = at != null
                        ? at.preposition()
                        : i > 0 && sentence.token(i - 1).pos().equals("ADP") ? i - 1 : -1;
                phrase = new NounPhrase(from, end, end - 1, preposition);
            } else if (at != null && at.first() == i) {
                phrase = at;
            }
            if (phrase == null || phrase.first() < free) {
                continue;
            }
            free = phrase.end();
            phrases.add(phrase);
            Set<String> own = roles.computeIfAbsent(phrase, none -> new HashSet<>());
            for (NounPhrase inner : known) {
                if (!inner.equals(phrase) && phrase.first() <= inner.first() && inner.end() <= phrase.end()) {
                    NounPhrase whole = phrase;
                    roles.getOrDefault(inner, Set.of()).stream()
                            .filter(role -> !byVerbIn(sentence, whole, role))
                            .forEach(own::add);
                }
            }
            beside(sentence, phrase, own);
        }
        return phrases;
    }

    private static boolean opens(Token token) {
        return token.is("a", "an", "the", "another", "this", "these", "those", "its", "his", "their")
                || VAGUE.contains(token.lower())
                || number(token.lower()) != null;
    }

    /** Behind the last noun of a row of adjectives, participles and nouns that begins behind {@code first}. */
    private static int endOfNouns(Sentence sentence, int first) {
        int end = first + 1;
        int last = first + 1;
        boolean noun = false;
        for (int i = first + 1; i < sentence.size() && i <= first + LONGEST_ROW; i++) {
            Token token = sentence.token(i);
            boolean participle = !noun
                    && token.pos().equals("VERB")
                    && (token.lower().endsWith("ed") || token.lower().endsWith("ing"));
            if (token.pos().equals("NOUN")) {
                noun = true;
                end = i + 1;
            } else if (!participle && !token.pos().matches("ADJ|NUM|PROPN") && !token.is("-", "more", "other")) {
                break;
            }
            last = i + 1;
        }
        return noun ? end : last;
    }

    private static boolean byVerbIn(Sentence sentence, NounPhrase phrase, String role) {
        for (int i = phrase.first(); i < phrase.end(); i++) {
            Token token = sentence.token(i);
            if (token.pos().equals("VERB")
                    && (role.endsWith(" " + token.lemma()) || role.startsWith(token.lemma() + " "))) {
                return true;
            }
        }
        return false;
    }

    /** "detained [two men]", "[two men] were detained", "[two men] taken into custody". */
    private static void beside(Sentence sentence, NounPhrase phrase, Set<String> roles) {
        int left = phrase.first() - 1;
        if (left >= 0 && sentence.token(left).pos().equals("VERB")) {
            roles.add("done to " + verb(sentence, left));
        }
        int right = phrase.end();
        boolean be = false;
        while (right < sentence.size() && (sentence.token(right).pos().matches("AUX|ADV"))) {
            be |= sentence.token(right).lemma().equals("be");
            right++;
        }
        if (right < sentence.size()
                && (sentence.token(right).pos().equals("VERB")
                        || be && HarmClass.at(sentence, right).isPresent())) {
            Token token = sentence.token(right);
            boolean bare = right == phrase.end()
                    && !token.lower().endsWith("ing")
                    && (right + 1 == sentence.size()
                            || sentence.token(right + 1).pos().matches("ADP|ADV|PUNCT|CCONJ|SCONJ"));
            if (be || bare && HarmClass.at(sentence, right).isPresent()) {
                roles.add("done to " + verb(sentence, right));
            }
        }
    }

    private static String verb(Sentence sentence, int at) {
        return HarmClass.at(sentence, at).orElse(sentence.token(at).lemma());
    }

    /** What the verbs of the sentence do with each phrase. */
    private static Map<NounPhrase, Set<String>> roles(Clauses clauses) {
        Map<NounPhrase, Set<String>> roles = new HashMap<>();
        for (VerbGroup verb : clauses.verbs()) {
            String not = verb.is(VerbGroup.Feature.NEGATED) ? "not " : "";
            String name = not + HarmClass.of(clauses.sentence(), verb).orElse(verb.lemma());
            boolean passive = isPassive(clauses, verb);
            clauses.subject(verb).ifPresent(np -> put(clauses, roles, np, (passive ? "done to " : "does ") + name));
            clauses.object(verb).ifPresent(np -> put(clauses, roles, np, "done to " + name));
            clauses.agent(verb).ifPresent(np -> put(clauses, roles, np, "does " + name));
            for (NounPhrase np : clauses.governed(verb)) {
                // "detained more than ten men"
                boolean measured = !passive && clauses.preposition(np).equals("than");
                put(clauses, roles, np, measured ? "done to " + name : name + " " + clauses.preposition(np));
            }
        }
        // "the detention of four men"
        for (NounPhrase deed : clauses.phrases()) {
            HarmClass.ofNoun(clauses.sentence().token(deed.head()))
                    .ifPresent(name -> clauses.dependents(deed).stream()
                            .filter(np -> clauses.preposition(np).equals("of"))
                            .forEach(np -> put(clauses, roles, np, "done to " + name)));
        }
        return roles;
    }

    /** Also where a second participle shares the first one's "were": "were identified and detained". */
    private static boolean isPassive(Clauses clauses, VerbGroup verb) {
        Sentence sentence = clauses.sentence();
        if (verb.is(VerbGroup.Feature.PASSIVE)
                || verb.first() == 0
                || clauses.object(verb).isPresent()) {
            return verb.is(VerbGroup.Feature.PASSIVE);
        }
        return sentence.token(verb.first() - 1).is("and", "or")
                && clauses.verbs().stream()
                        .anyMatch(before -> before.end() == verb.first() - 1 && before.is(VerbGroup.Feature.PASSIVE));
    }

    private static void put(Clauses clauses, Map<NounPhrase, Set<String>> roles, NounPhrase np, String role) {
        Set<NounPhrase> all = new LinkedHashSet<>(List.of(np));
        all.addAll(clauses.joined(np));
        // "a commander and two of his men"
        for (NounPhrase one : all) {
            roles.computeIfAbsent(one, none -> new HashSet<>()).add(role);
            for (NounPhrase part : clauses.dependents(one)) {
                if (clauses.preposition(part).equals("of")) {
                    roles.computeIfAbsent(part, none -> new HashSet<>()).add(role);
                }
            }
        }
    }

    private static Optional<Quantity> read(
            Sentence sentence,
            Clauses clauses,
            NounPhrase np,
            Set<String> roles,
            Set<String> seenHeads,
            Set<String> seenDeeds) {
        Token head = sentence.token(np.head());
        // "he was engaged and killed": one, if not told before
        boolean he =
                head.is("he", "him", "she", "her") && roles.stream().anyMatch(role -> role.startsWith("done to #"));
        if (head.pos().equals("PRON")
                && !he
                && !head.is("one", "others", "many", "several", "some", "two", "three", "both")) {
            return Optional.empty();
        }
        String noun = he ? "he" : head.lemma();
        if (isCounting(head)) {
            // "a couple of insurgents", "three of his men" are told by what is behind "of"
            boolean ofSomething = clauses.dependents(np).stream()
                    .anyMatch(part -> clauses.preposition(part).equals("of"));
            if (ofSomething) {
                return Optional.empty();
            }
        }
        Integer number = null;
        String word = "";
        String bound = "";
        int first = np.first();
        // "a number of", "a couple of", "more than"
        if (np.preposition() >= 1 && sentence.token(np.preposition()).is("of")) {
            Token before = sentence.token(np.preposition() - 1);
            number = number(before.lower());
            if (isCounting(before)) {
                word = before.lower();
                if (np.preposition() >= 2
                        && sentence.token(np.preposition() - 2).is("large", "small")) {
                    word = sentence.token(np.preposition() - 2).lower() + " " + word;
                }
                first = np.preposition() - 1;
            }
        }
        boolean pointing = false;
        List<String> modifiers = new ArrayList<>();
        for (int i = np.first(); i <= np.head(); i++) {
            Token token = sentence.token(i);
            String lower = token.lower();
            Integer value = number(lower);
            if (value != null && number == null && (i < np.head() || token.pos().equals("NUM"))) {
                number = value;
            } else if (VAGUE.contains(lower) && word.isEmpty()) {
                word = lower;
            } else if (POINTING.contains(lower)) {
                pointing = true;
            } else if (i < np.head() && !lower.equals("a") && !lower.equals("an")) {
                modifiers.add(lower);
            }
        }
        if (np.first() >= 2
                && sentence.token(np.first() - 1).is("than", "least", "to")
                && sentence.token(np.first() - 2).is("more", "at", "up")) {
            bound = sentence.token(np.first() - 2).lower();
        }
        boolean plural = !head.lower().equals(noun) && head.lower().endsWith("s")
                || head.is("men", "people", "women", "children");
        if (he) {
            word = "he";
        }
        if (number == null && word.isEmpty()) {
            Token opening = sentence.token(np.first());
            word = opening.is("a", "an", "another") ? "a" : (pointing ? "the " : "") + (plural ? "plural" : "singular");
        }
        if (number != null) {
            word = "figure";
            number += bound.equals("more") ? 1 : 0;
        }
        Features features = new Features();
        String how = plural || number != null && number != 1 ? "plural" : "singular";
        features.set("always");
        features.set("head " + noun);
        features.set("word " + word);
        features.set(pointing ? "pointing" : "new");
        features.set("bound " + bound);
        modifiers.forEach(modifier -> features.set("modifier " + modifier));
        boolean headline = isHeadline(sentence);
        features.set(headline ? "headline" : "body");
        boolean seenHead = seenHeads.contains(noun);
        boolean seenDeed = false;
        boolean added = sentence.tokens().stream()
                .anyMatch(
                        token -> token.is("also", "additional", "additionally", "another", "other", "others", "more"));
        features.set(added ? "added" : "not added");
        for (String role : roles) {
            features.set("role " + role);
            features.set("role " + role + " " + noun);
            features.set("role " + role + " " + how);
            features.set("role " + role + (seenHead ? " seen" : " fresh"));
            features.set("role " + role + (pointing ? " pointing" : " new"));
            features.set("role " + role + (seenDeeds.contains(role) ? " again" : " first"));
            if (seenDeeds.contains(role)) {
                features.set("role " + role + " again " + (pointing ? "pointing" : word));
                features.set("role " + role + " again " + noun);
                features.set("role " + role + " again, "
                        + (seenDeeds.contains(role + " how many " + word + number) ? "as many" : "other number"));
                features.set("role " + role + " again " + (seenHead ? "seen" : "fresh") + (added ? " added" : ""));
            }
            seenDeed |= seenDeeds.contains(role);
            if (seenDeeds.contains(role + " " + noun)) {
                features.set("same deed");
                features.set("same deed " + role);
                features.set("same deed " + (pointing ? "pointing" : word));
            }
        }
        if (roles.isEmpty()) {
            features.set("role none");
            features.set("role none " + noun);
        }
        if (seenDeed) {
            features.set("deed again");
        }
        features.set((seenHead ? "seen " : "fresh ") + (pointing ? "pointing" : word));
        features.set((seenHead ? "seen " : "fresh ") + how);
        features.set("sentence " + Math.min(sentence.index(), 6));
        if (np.isGoverned()) {
            features.set("behind " + sentence.token(np.preposition()).lower());
            if (np.preposition() > 0) {
                features.set("behind " + sentence.token(np.preposition() - 1).lemma() + " "
                        + sentence.token(np.preposition()).lower());
            }
        }
        for (int i = 1; i <= 2; i++) {
            if (first - i >= 0) {
                features.set("left " + i + " " + WordFeatures.word(sentence.token(first - i)));
            }
            if (np.end() - 1 + i < sentence.size()) {
                features.set("right " + i + " " + WordFeatures.word(sentence.token(np.end() - 1 + i)));
            }
        }
        VerbGroup nearest = null;
        for (VerbGroup verb : clauses.verbs()) {
            features.set("verb " + verb.lemma());
            HarmClass.of(sentence, verb).ifPresent(harm -> features.set("verb " + harm));
            if (verb.end() <= np.first()) {
                nearest = verb;
            }
        }
        if (nearest != null) {
            features.set("after " + nearest.lemma());
            features.set("after " + nearest.lemma() + " " + how);
            features.set("after " + nearest.lemma() + " " + noun);
            HarmClass.of(sentence, nearest).ifPresent(harm -> {
                features.set("after " + harm);
                features.set("after " + harm + " " + how);
                features.set("after " + harm + " " + noun);
            });
        }
        if (!headline) {
            seenHeads.add(noun);
            for (String role : roles) {
                seenDeeds.add(role);
                seenDeeds.add(role + " " + noun);
                seenDeeds.add(role + " how many " + word + number);
            }
        }
        return Optional.of(new Quantity(
                word, number, features, Set.copyOf(roles), sentence.passage(first, np.end()), sentence.index()));
    }

    private static boolean isCounting(Token token) {
        return GROUPS.contains(token.lower())
                || VAGUE.contains(token.lower())
                || token.pos().equals("NUM") && number(token.lower()) != null;
    }

    /** Without a mark at its end. */
    static boolean isHeadline(Sentence sentence) {
        Token last = sentence.token(sentence.size() - 1);
        return !last.is(".", "!", "?", "\u201d", "\"", ")", "\u2019");
    }

    static @Nullable Integer number(String word) {
        if (word.length() <= LONGEST_NUMBER && word.matches("\\d{1,3}(?:,\\d{3})*|\\d+")) {
            return Integer.valueOf(word.replace(",", ""));
        }
        return NUMBERS.get(word.toLowerCase(Locale.ROOT));
    }
}
