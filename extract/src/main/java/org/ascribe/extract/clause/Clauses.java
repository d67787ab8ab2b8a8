package org.ascribe.extract.clause;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.jspecify.annotations.Nullable;

/** The phrases of one sentence and how they hang together. Immutable; built in linear time. */
public final class Clauses {

    private static final Set<String> MODALS = Set.of("may", "might", "could", "would", "should", "can");
    private static final Set<String> RELATIVES = Set.of("that", "which", "who", "whom", "whose");
    private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never", "neither", "hardly", "barely");

    private final Sentence sentence;
    private final List<NounPhrase> phrases = new ArrayList<>();
    private final List<VerbGroup> verbs = new ArrayList<>();
    /** By token: the phrase that holds it, or null. */
    private final @Nullable NounPhrase[] phraseAt;

    private final @Nullable VerbGroup[] verbAt;

    private Clauses(Sentence sentence) {
        this.sentence = sentence;
        this.phraseAt = new NounPhrase[sentence.size()];
        this.verbAt = new VerbGroup[sentence.size()];
    }

    public static Clauses of(Sentence sentence) {
        Clauses clauses = new Clauses(sentence);
        clauses.readVerbs();
        clauses.readPhrases();
        return clauses;
    }

    public Sentence sentence() {
        return sentence;
    }

    /** In order, none overlapping. */
    public List<NounPhrase> phrases() {
        return List.copyOf(phrases);
    }

    /** In order, none overlapping. */
    public List<VerbGroup> verbs() {
        return List.copyOf(verbs);
    }

    public Optional<NounPhrase> phraseAt(int token) {
        return token < 0 || token >= phraseAt.length ? Optional.empty() : Optional.ofNullable(phraseAt[token]);
    }

    public Optional<VerbGroup> verbAt(int token) {
        return token < 0 || token >= verbAt.length ? Optional.empty() : Optional.ofNullable(verbAt[token]);
    }

    private Token token(int index) {
        return sentence.token(index);
    }

    private boolean has(int index, String... words) {
        return index >= 0 && index < sentence.size() && token(index).is(words);
    }

    private String pos(int index) {
        return index >= 0 && index < sentence.size() ? token(index).pos() : "";
    }

    // Verb groups

    private void readVerbs() {
        int i = 0;
        while (i < sentence.size()) {
            int group = readVerb(i);
            i = group > i ? group : i + 1;
        }
    }

    /** Reads a verb group at {@code start} and says where it ends, or {@code start} if there is none. */
    private int readVerb(int start) {
        EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
        int i = start;
        int head = -1;
        boolean be = false;
        boolean auxiliary = false;
        while (i < sentence.size()) {
            Token token = token(i);
            if (NEGATIONS.contains(token.lower()) && (auxiliary || head < 0 && i > start)) {
                features.add(Feature.NEGATED);
            } else if (token.pos().equals("PART")
                    && token.is("to")
                    && (isVerbal(i + 1) || "ADV".equals(pos(i + 1)) && isVerbal(i + 2))) {
                if (i > start) {
                    break;
                }
                features.add(Feature.INFINITIVE);
            } else if (token.pos().equals("AUX") && !(head >= 0 && !auxiliary)) {
                if (head >= 0 && !isVerbal(head)) {
                    break;
                }
                if (!auxiliary && token.lower().endsWith("ing")) {
                    features.add(Feature.ING);
                }
                auxiliary = true;
                be = token.lemma().equals("be");
                if (MODALS.contains(token.lemma())) {
                    features.add(Feature.MODAL);
                }
                head = i;
            } else if (token.pos().equals("VERB") && !isModifier(i)) {
                if (head >= 0 && token(head).pos().equals("VERB")) {
                    break;
                }
                if (token.lower().endsWith("ing")) {
                    if (!auxiliary) {
                        features.add(Feature.ING);
                    }
                } else if (be && isParticiple(token)) {
                    features.add(Feature.PASSIVE);
                }
                head = i;
                i++;
                break;
            } else if (!(token.pos().equals("ADV")
                    && i > start
                    && (auxiliary || features.contains(Feature.INFINITIVE)))) {
                break;
            }
            i++;
        }
        if (head < 0) {
            return start;
        }
        Token main = token(head);
        if (!auxiliary && !features.contains(Feature.INFINITIVE) && !features.contains(Feature.ING)) {
            if (isParticiple(main) && isReduced(head)) {
                features.add(Feature.REDUCED);
                features.add(Feature.PASSIVE);
            }
        }
        if (has(start - 1, "never", "hardly", "barely")
                || has(start - 1, "not") && features.contains(Feature.ING)
                || has(start - 1, "not") && features.contains(Feature.INFINITIVE)) {
            features.add(Feature.NEGATED);
        }
        if (!features.contains(Feature.INFINITIVE)
                && !features.contains(Feature.ING)
                && !features.contains(Feature.REDUCED)) {
            features.add(Feature.FINITE);
        }
        int end = Math.max(head + 1, Math.min(i, sentence.size()));
        while (end > head + 1
                && !token(end - 1).pos().equals("AUX")
                && !token(end - 1).pos().equals("VERB")) {
            end--;
        }
        VerbGroup group = new VerbGroup(start, end, head, main.lemma(), features);
        verbs.add(group);
        for (int t = start; t < end; t++) {
            verbAt[t] = group;
        }
        return end;
    }

    private boolean isVerbal(int index) {
        return pos(index).equals("VERB") || pos(index).equals("AUX");
    }

    private static boolean isParticiple(Token token) {
        String word = token.lower();
        return word.endsWith("ed")
                || word.endsWith("en")
                || word.endsWith("wn")
                || (!word.equals(token.lemma()) && !word.endsWith("s") && !word.endsWith("ing"))
                || Set.of("hit", "put", "set", "shot", "cut", "hurt", "left", "held", "led", "built", "split")
                        .contains(word);
    }

    /** "wounded soldiers", "armed men": a participle that only modifies the noun behind it. */
    private boolean isModifier(int index) {
        String before = pos(index - 1);
        String after = pos(index + 1);
        boolean opens = index == 0 && has(0, "suspected", "alleged", "armed", "masked", "unidentified")
                || before.equals("DET")
                || before.equals("ADJ")
                || before.equals("NUM")
                || has(index - 1, "'s", "’s", "his", "her", "their", "its", "our");
        boolean noun = after.equals("NOUN") || after.equals("PROPN") || after.equals("ADJ");
        String word = token(index).lower();
        return opens && noun && (word.endsWith("ed") || word.endsWith("ing") || word.endsWith("en"));
    }

    /** Whether a participle without auxiliary hangs on the noun before it and takes no object of its own. */
    private boolean isReduced(int index) {
        if (has(index + 1, "by")) {
            return true;
        }
        boolean harmed = has(index, "killed", "wounded", "injured", "dead", "hurt");
        if (harmed
                && !phraseStarts(index + 1)
                && verbBefore(index - 1).filter(v -> v.is(Feature.FINITE)).isPresent()
                && !clauseBreak(verbBefore(index - 1).orElseThrow().end(), index)
                && !has(index - 1, ",", "and")) {
            return true;
        }
        int left = index - 1;
        while (left >= 0 && (pos(left).equals("ADV") || has(left, ","))) {
            left--;
        }
        boolean noun = pos(left).equals("NOUN")
                || pos(left).equals("PROPN")
                || pos(left).equals("NUM");
        boolean adverbial = pos(index + 1).equals("ADP") && !has(index + 1, "of")
                || has(index + 1, "to")
                || has(index + 1, "on", "in", "near");
        if (!noun || !adverbial) {
            return false;
        }
        // A later finite verb shows that this one was not the main verb.
        for (int i = index + 1; i < sentence.size(); i++) {
            if (isVerbal(i) && !token(i).lower().endsWith("ing") && !has(i - 1, "to")) {
                String between = pos(i - 1);
                return !between.equals("CCONJ") && !has(i - 1, "that", "which", "who") && !clauseBreak(index + 1, i);
            }
        }
        return false;
    }

    private boolean phraseStarts(int index) {
        String pos = pos(index);
        return pos.equals("DET")
                || pos.equals("NOUN")
                || pos.equals("PROPN")
                || pos.equals("NUM")
                || pos.equals("ADJ")
                || pos.equals("PRON")
                || has(index, "at", "more", "some", "about");
    }

    private boolean clauseBreak(int from, int to) {
        for (int i = from; i < to; i++) {
            if (pos(i).equals("SCONJ") || has(i, "that", "which", "who", "but", ";", ":", "”", "\"")) {
                return true;
            }
        }
        return false;
    }

    // Noun phrases

    private void readPhrases() {
        int i = 0;
        while (i < sentence.size()) {
            int end = phraseEnd(i);
            if (end <= i) {
                i++;
                continue;
            }
            int head = end - 1;
            while (head > i && !isNominal(head)) {
                head--;
            }
            int governor = i - 1;
            while (governor >= 0
                    && (pos(governor).equals("ADV")
                            || has(governor, "“", "\"", "both", "either", "at", "least")
                                    && pos(governor - 1).equals("ADP"))) {
                governor--;
            }
            boolean governed = governor >= 0
                    && (pos(governor).equals("ADP") || has(governor, "to") && !isVerbal(i))
                    && verbAt[governor] == null;
            NounPhrase phrase = new NounPhrase(i, end, head, governed ? governor : coordinatedGovernor(i));
            phrases.add(phrase);
            for (int t = i; t < end; t++) {
                phraseAt[t] = phrase;
            }
            i = end;
        }
    }

    /** "on a bank and a mosque": the second hangs on the preposition of the first. */
    private int coordinatedGovernor(int first) {
        int before = first - 1;
        boolean joined = false;
        while (before >= 0 && (has(before, ",", "and", "or", "&") || pos(before).equals("CCONJ"))) {
            joined |= has(before, "and", "or", "&") || has(before, ",") && listContinues(first);
            before--;
        }
        NounPhrase left = before < 0 ? null : phraseAt[before];
        return joined && left != null ? left.preposition() : -1;
    }

    private boolean listContinues(int from) {
        int end = phraseEnd(from);
        return has(end, ",") && (has(end + 1, "and", "or") || phraseEnd(end + 1) > end + 1) || has(end, "and", "or");
    }

    private boolean isNominal(int index) {
        return switch (pos(index)) {
            case "NOUN", "PROPN", "PRON" -> true;
            case "NUM", "ADJ", "DET" -> false;
            default -> false;
        };
    }

    private int phraseEnd(int start) {
        int i = start;
        int lastNoun = -1;
        while (i < sentence.size()) {
            Token token = token(i);
            String pos = token.pos();
            if (verbAt[i] != null) {
                break;
            }
            if (pos.equals("PRON")) {
                if (i == start && !RELATIVES.contains(token.lower())) {
                    if (has(i, "his", "her", "their", "its", "our", "my", "your")) {
                        i++;
                        continue;
                    }
                    return i + 1;
                }
                break;
            }
            if (pos.equals("DET") && (i == start || has(i - 1, "all", "both", "half", "such"))) {
                i++;
                continue;
            }
            if (pos.equals("DET")) {
                break;
            }
            if (pos.equals("NOUN") || pos.equals("PROPN")) {
                lastNoun = i;
                i++;
                continue;
            }
            if (pos.equals("ADJ") || pos.equals("NUM") || pos.equals("VERB")) {
                i++;
                continue;
            }
            if (pos.equals("ADV")
                    && (pos(i + 1).equals("ADJ")
                            || pos(i + 1).equals("NUM")
                            || pos(i + 1).equals("VERB") && isModifierAfter(i + 1))) {
                i++;
                continue;
            }
            if (pos.equals("PART") && has(i, "'s", "’s", "'", "’") && lastNoun == i - 1 && lastNoun >= 0) {
                i++;
                continue;
            }
            if (has(i, "-", "–", "/") && i > start && adjoins(i)) {
                i++;
                continue;
            }
            if (has(i, "’", "'", "‘")
                    && lastNoun == i - 1
                    && lastNoun >= 0
                    && token(lastNoun).lower().endsWith("s")) {
                i++;
                continue;
            }
            break;
        }
        return lastNoun >= start ? lastNoun + 1 : numberPhrase(start, i);
    }

    private boolean isModifierAfter(int index) {
        return pos(index + 1).equals("NOUN") || pos(index + 1).equals("ADJ");
    }

    /** "at least 20 were killed": a number alone stands for its people. */
    private int numberPhrase(int start, int end) {
        for (int i = start; i < end; i++) {
            if (pos(i).equals("NUM")) {
                return end;
            }
        }
        return start;
    }

    private boolean adjoins(int index) {
        return index + 1 < sentence.size()
                && token(index - 1).passage().end() == token(index).passage().start()
                && token(index).passage().end() == token(index + 1).passage().start();
    }

    // How they hang together

    public Optional<VerbGroup> previousVerb(VerbGroup verb) {
        int at = verbs.indexOf(verb);
        return at > 0 ? Optional.of(verbs.get(at - 1)) : Optional.empty();
    }

    /** Who or what the verb is said of; for a passive that is the one that suffers it. */
    public Optional<NounPhrase> subject(VerbGroup verb) {
        return subject(verb, 0);
    }

    private Optional<NounPhrase> subject(VerbGroup verb, int depth) {
        if (depth > 6) {
            return Optional.empty();
        }
        int i = verb.first() - 1;
        while (i >= 0
                && (pos(i).equals("ADV")
                        || has(i, "also", "both", "all", "each", "nevertheless", "themselves", "itself") && i > 0)) {
            i--;
        }
        if (i < 0) {
            return verb.is(Feature.ING) ? followingSubject(verb, depth) : inverted(verb);
        }
        if (verb.is(Feature.INFINITIVE)) {
            return verbBefore(i)
                    .flatMap(left ->
                            governs(left) ? object(left).or(() -> subject(left, depth + 1)) : subject(left, depth + 1));
        }
        int i0 = i;
        if (verb.is(Feature.ING)) {
            NounPhrase beside = phraseAt[i];
            if (beside != null) {
                return Optional.of(beside);
            }
            if (has(i, ",") || pos(i).equals("SCONJ") || pos(i).equals("ADP") || pos(i).equals("CCONJ")) {
                Optional<NounPhrase> left = verbBefore(i)
                        .flatMap(before -> (pos(i0).equals("ADP") || pos(i0).equals("SCONJ")) && governs(before)
                                ? object(before).or(() -> subject(before, depth + 1))
                                : subject(before, depth + 1));
                return left.isPresent() ? left : followingSubject(verb, depth);
            }
        }
        if (pos(i).equals("CCONJ") || has(i, "and", "but", "or")) {
            Optional<NounPhrase> shared = verbBefore(i).flatMap(left -> subject(left, depth + 1));
            if (shared.isPresent()) {
                return shared;
            }
        }
        if (has(i, "that", "which", "who")) {
            int antecedent = i - 1;
            while (antecedent >= 0 && has(antecedent, ",")) {
                antecedent--;
            }
            if (antecedent >= 0 && phraseAt[antecedent] != null && !pos(i).equals("SCONJ")) {
                return Optional.of(headOfChain(antecedent, has(i, "who")));
            }
        }
        return leftSubject(verb, i, depth);
    }

    private static boolean governs(VerbGroup verb) {
        return verb.isAny(
                "accuse", "allow", "ask", "urge", "order", "permit", "enable", "force", "let", "help", "see", "cause",
                "want", "expect", "warn", "suspect", "blame");
    }

    private Optional<VerbGroup> verbBefore(int token) {
        for (int i = verbs.size() - 1; i >= 0; i--) {
            if (verbs.get(i).end() <= token + 1) {
                return Optional.of(verbs.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<NounPhrase> leftSubject(VerbGroup verb, int from, int depth) {
        int i = from;
        if (has(i, ",", ")", "–", "—")) {
            i = openingOfAside(i);
        }
        NounPhrase governed = null;
        while (i >= 0) {
            NounPhrase phrase = phraseAt[i];
            if (phrase != null) {
                if (!phrase.isGoverned()) {
                    return Optional.of(apposed(phrase));
                }
                if (governed == null) {
                    governed = phrase;
                }
                if (has(phrase.preposition(), "with") && verb.is(Feature.ING)) {
                    return Optional.of(phrase);
                }
                i = phrase.first() - 1;
                continue;
            }
            VerbGroup left = verbAt[i];
            if (left != null && left.is(Feature.FINITE)) {
                int relative = relativeBefore(left);
                if (relative > 0 && phraseAt[relative - 1] != null) {
                    return Optional.of(headOfChain(relative - 1, true));
                }
                return has(from, ",") || verb.is(Feature.ING)
                        ? subject(left, depth + 1)
                        : inverted(verb).or(() -> Optional.empty());
            }
            if (has(i, ";", ":") || pos(i).equals("SCONJ") && governed == null && i < from) {
                break;
            }
            i--;
        }
        Optional<NounPhrase> turned = inverted(verb);
        return turned.isPresent() ? turned : Optional.ofNullable(verb.is(Feature.REDUCED) ? governed : null);
    }

    /** "survivors whom we interviewed": the token of the relative pronoun, or -1. */
    private int relativeBefore(VerbGroup verb) {
        for (int i = verb.first() - 1; i >= Math.max(0, verb.first() - 4); i--) {
            if (has(i, "whom", "who", "which") || has(i, "that") && pos(i).equals("PRON")) {
                return i;
            }
        }
        return -1;
    }

    /** Jumps from the comma that closes ", a former official in the north," to the word before the one that opens it. */
    private int openingOfAside(int close) {
        for (int i = close - 1; i > 0; i--) {
            if (has(i, ",", "(", "–", "—") && phraseAt[i] == null) {
                int left = i - 1;
                return left >= 0 && phraseAt[left] != null ? left : close - 1;
            }
        }
        return close - 1;
    }

    /** "Muttaqi, the foreign minister": the first of the two, both taken together by {@link #withApposition}. */
    private NounPhrase apposed(NounPhrase phrase) {
        int left = phrase.first() - 1;
        if (left >= 0 && phraseAt[left] != null && pos(phrase.first()).equals("DET")) {
            NounPhrase before = phraseAt[left];
            return before.isGoverned() ? phrase : before;
        }
        NounPhrase first = phrase;
        while ((has(first.first() - 1, "and", "&") || first != phrase && has(first.first() - 1, ","))
                && first.first() >= 2) {
            NounPhrase before = phraseAt[first.first() - 2];
            if (before == null || before.isGoverned() || verbSinceBreak(before.first())) {
                break;
            }
            first = before;
        }
        return first;
    }

    /** Whether a verb stands before the token in its clause: then what stands there is no part of a later subject. */
    private boolean verbSinceBreak(int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (verbAt[i] != null) {
                return true;
            }
            if (pos(i).equals("SCONJ") || has(i, "that", ";", ":", "“", "”", "while")) {
                return false;
            }
        }
        return false;
    }

    /** The tokens of the phrase, its "of" and "in" phrases and an apposition beside it: a speaker as introduced. */
    public int endWithApposition(NounPhrase phrase) {
        int end = endOfChain(phrase);
        int next = has(end, ",") ? end + 1 : end;
        if (phraseAt(next).isPresent() && pos(next).equals("DET")) {
            NounPhrase description = phraseAt(next).orElseThrow();
            int after = endOfChain(description);
            if (next == end || has(after, ",") || verbAt(after).isPresent()) {
                return after;
            }
        }
        return end;
    }

    /** Where the phrases end that hang on this one by "of", "in", "at", "for", "from". */
    public int endOfChain(NounPhrase phrase) {
        int end = phrase.end();
        while (has(end, "of", "in", "at", "for", "from", "to", "on", "near")
                && phraseAt(end + 1).isPresent()) {
            end = phraseAt(end + 1).orElseThrow().end();
        }
        return end;
    }

    private NounPhrase headOfChain(int token, boolean person) {
        NounPhrase phrase = phraseAt(token).orElseThrow();
        while (!person
                && phrase.isGoverned()
                && phrase.preposition() > 0
                && phraseAt[phrase.preposition() - 1] != null
                && has(phrase.preposition(), "of")) {
            phrase = phraseAt(phrase.preposition() - 1).orElseThrow();
        }
        return phrase;
    }

    /** "..., said a spokesman". */
    private Optional<NounPhrase> inverted(VerbGroup verb) {
        NounPhrase behind = verb.end() < phraseAt.length ? phraseAt[verb.end()] : null;
        boolean turned = verb.first() == 0 || has(verb.first() - 1, ",", "”", "\"", "’");
        return turned ? Optional.ofNullable(behind) : Optional.empty();
    }

    /** "Following the attack, the minister said": the subject of the clause that comes. */
    private Optional<NounPhrase> followingSubject(VerbGroup verb, int depth) {
        int at = verbs.indexOf(verb);
        for (VerbGroup next : verbs.subList(at + 1, verbs.size())) {
            if (next.is(Feature.FINITE)) {
                return subject(next, Math.max(5, depth + 1));
            }
        }
        return Optional.empty();
    }

    /** What the verb is done to: the phrase right behind an active verb. */
    public Optional<NounPhrase> object(VerbGroup verb) {
        if (verb.is(Feature.PASSIVE)) {
            return Optional.empty();
        }
        int i = verb.end();
        while (pos(i).equals("ADV")
                || has(i, "“", "\"", "up", "down", "out", "off") && phraseAt(i).isEmpty()) {
            i++;
        }
        return phraseAt(i)
                .filter(phrase -> !phrase.isGoverned()
                        || phrase.preposition() < verb.end()
                        || has(phrase.preposition(), "up", "down", "out", "off"));
    }

    /** The phrases that hang on the verb's clause by a preposition, up to the next finite verb or clause break. */
    public List<NounPhrase> governed(VerbGroup verb) {
        List<NounPhrase> found = new ArrayList<>();
        for (int i = verb.end(); i < sentence.size(); i++) {
            VerbGroup next = verbAt[i];
            if (next != null && (next.is(Feature.FINITE) || next.is(Feature.INFINITIVE)) || has(i, ";", ":", "”")) {
                break;
            }
            if (pos(i).equals("SCONJ") || has(i, "while", "which", "who", "but")) {
                break;
            }
            NounPhrase phrase = phraseAt[i];
            if (phrase != null && phrase.first() == i && phrase.isGoverned() && phrase.preposition() >= verb.end()) {
                found.add(phrase);
            }
        }
        return found;
    }

    /** The first phrase behind the verb that hangs on one of these prepositions. */
    public Optional<NounPhrase> governed(VerbGroup verb, String... prepositions) {
        return governed(verb).stream()
                .filter(phrase -> has(phrase.preposition(), prepositions))
                .findFirst();
    }

    /** Who does a passive verb: the phrase behind "by". */
    public Optional<NounPhrase> agent(VerbGroup verb) {
        return verb.is(Feature.PASSIVE) ? governed(verb, "by") : Optional.empty();
    }

    /** The phrases that hang directly on this one: "attack by X on Y in Z". */
    public List<NounPhrase> dependents(NounPhrase phrase) {
        List<NounPhrase> found = new ArrayList<>();
        int i = phrase.end();
        while (i < sentence.size()) {
            NounPhrase next = phraseAt[i];
            if (next != null && next.isGoverned()) {
                if (next.first() == i) {
                    found.add(next);
                }
                i = next.end();
            } else if (pos(i).equals("ADP")
                    || pos(i).equals("CCONJ")
                    || has(i, "to", "“", "\"")
                            && i + 1 < sentence.size()
                            && (pos(i + 1).equals("ADP")
                                    || phraseAt(i + 1)
                                            .filter(NounPhrase::isGoverned)
                                            .isPresent())) {
                i++;
            } else {
                break;
            }
        }
        return found;
    }

    /** The phrase and those joined to it by commas and "and": "the Taliban and IS". */
    public List<NounPhrase> joined(NounPhrase phrase) {
        List<NounPhrase> all = new ArrayList<>(List.of(phrase));
        NounPhrase last = phrase;
        while (true) {
            int i = last.end();
            boolean link = false;
            while (has(i, ",", "and", "or", "&") || pos(i).equals("CCONJ")) {
                link = true;
                i++;
            }
            if (has(i, "as") && has(i + 1, "well") && has(i + 2, "as")) {
                link = true;
                i += 3;
            }
            NounPhrase next = link && i < phraseAt.length ? phraseAt[i] : null;
            if (next == null || next.first() != i) {
                return all;
            }
            all.add(next);
            last = next;
        }
    }

    public String text(NounPhrase phrase) {
        StringBuilder words = new StringBuilder();
        for (int i = phrase.first(); i < phrase.end(); i++) {
            if (i > phrase.first()
                    && token(i).passage().start() > token(i - 1).passage().end()) {
                words.append(' ');
            }
            words.append(token(i).text());
        }
        return words.toString();
    }

    public String preposition(NounPhrase phrase) {
        return phrase.isGoverned() ? token(phrase.preposition()).lower() : "";
    }
}
