package org.ascribe.extract.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ascribe.core.Count;
import org.ascribe.core.Harm;
import org.ascribe.core.Passage;
import org.ascribe.core.Said;
import org.ascribe.extract.count.HarmWords.HarmWord;
import org.ascribe.extract.count.HarmWords.Use;
import org.ascribe.extract.count.TollMention.Share;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tolls that a report numbers: "killed at least 12 people", "left 5 dead", "the toll rose to 145", "no one was
 * hurt".
 *
 * <p>People joined by "and" under one word of harm are one toll: "a woman and two children were killed" is 3. Numbers that
 * cover two harms at once ("killed and wounded 60", "60 casualties") give none, since nobody said how many of each. Intent and
 * possibility ("threatened to kill 10") give none. "No reports of casualties" is not zero. An arrest is not a capture.
 * Safe to share between threads.
 */
public final class TollFinder {

    private static final int REACH = 16;

    private static final Pattern GROUP = Pattern.compile("<(\\d+)>");

    private static final Pattern LIVES = Pattern.compile(
            "\\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|take(?:s|n)?|took|taking|los(?:e|es|t|ing)|loss of)"
                    + "(?: (?:the|an|up|as many|away))* (?:(lives of|life of) (?:the |about )?)?<(\\d+)>");
    private static final Pattern LIVES_LOST =
            Pattern.compile("<(\\d+)>(?: (?:were|was|have|had|has|been|reportedly))* (?:lost|claimed|taken)");
    private static final Pattern TOLL =
            Pattern.compile("\\b(death toll|casualty toll|toll|number of (?:the )?(?:people |those |victims |persons )?"
                    + "(?:dead|deaths|fatalities|killed|wounded|injured|missing|injuries|victims)|fatalities|deaths|dead|"
                    + "number killed|number wounded|number injured)"
                    + "((?: (?!<)[^ ;<]+){0,14}?) (?:from <\\d+> to|to|at|of|is|was|hit|reached|reaching|:|passed|exceeded|exceeds|topped|surpassed|number|numbered|as)"
                    + " <(\\d+)>");
    private static final Pattern UPDATE = Pattern.compile(
            "\\b(?:number|figure|count|tally|total)(?: (?!<)[^ ;<]+){0,6}? (?:risen|rose|climbed|increased|jumped|grown|grew|"
                    + "revised|reached|raised|fell|fallen|dropped|lowered|put|stands|stood|now)(?: (?!<)[^ ;<]+){0,3}? (?:from <\\d+> to |to |at |by )?<(\\d+)>"
                    + "|\\b(?:put|puts|putting|placed)(?: (?!<)[^ ;<]+){1,3}? (?:at|to) <(\\d+)>");
    private static final Pattern SUBSET = Pattern.compile(
            "\\b(?:including|included|among them|among whom|counting|amongst them)(?: were| was| are)?(?: at)?(?: the)? <(\\d+)>");
    private static final Pattern AMONG = Pattern.compile(
            "<(\\d+)>(?: (?:were|was|are|is|reportedly|also))* (?:among|amongst) (?:the|those) (?:(?!<)[^ ;<]+ )?(dead|killed|victims|fatalities|wounded|injured|casualties|missing)");
    private static final Pattern AMONG_NUMBERED = Pattern.compile("<(\\d+)> (?:were|was|are) (?:also )?among <(\\d+)>");
    private static final Pattern AMONG_FIRST = Pattern.compile(
            "\\bamong (?:the|those) (dead|killed|victims|fatalities|wounded|injured|missing)(?: (?:were|was|are|is))(?: (?:also|at least))* <(\\d+)>");
    private static final Pattern HOSTAGE = Pattern.compile(
            "\\b(?:took|take|takes|taking|held|hold|holds|holding|seized|seizing|taken)(?: (?:the|as|at|up))* <(\\d+)>(?: (hostage|hostages|captive|prisoner|prisoners))?");

    private static final String NONE_HARMED =
            "(?:killed|hurt|injured|wounded|harmed|died|dead|missing|kidnapped|abducted)";
    private static final Pattern NOBODY = Pattern.compile(
            "\\b(?:no(?: -)? ?one|nobody|none(?: of (?:the|them|those)[^,.;]{0,30}?)?|not a single [a-z]+|no (?!other|further|more)[a-z]+(?: [a-z]+)?)"
                    + " (?:(?:was|were|has|have|had|is|been|got|reported|reportedly|seriously) )*(" + NONE_HARMED
                    + ")\\b");
    private static final Pattern NO_CASUALTIES = Pattern.compile(
            "\\b(?:no|zero|without(?: any)?|(?:not|n't|n’t) (?:cause|causing|caused|result in|leave|suffer|suffered|inflict)(?: any)?|there (?:were|was) not any)"
                    + " ((?:civilian|human|military|reported|known) )?(casualties|casualty|deaths?|fatalities|loss(?:es)? of (?:human )?(?:life|lives)|injuries|injury|victims)\\b"
                    + "(?! (?:figures|toll|count|numbers))");
    /** The words of harm of {@link #NOBODY}, {@link #NO_CASUALTIES} and {@link Search#SUBJECT}. */
    private static final Set<String> OF_HARM = Set.of(
            "abducted",
            "assaulted",
            "beaten",
            "casualties",
            "casualty",
            "dead",
            "death",
            "deaths",
            "died",
            "executed",
            "fatalities",
            "harmed",
            "hurt",
            "injured",
            "injuries",
            "injury",
            "kidnapped",
            "killed",
            "loss",
            "losses",
            "missing",
            "murdered",
            "shot",
            "stabbed",
            "succumbed",
            "tortured",
            "victims",
            "wounded");

    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)\\b");
    private static final Pattern INTENT = Pattern.compile(
            "\\b(?:could|would|might|may|should|must|will|can|threaten(?:s|ed|ing)?|plan(?:s|ned|ning)?|vow(?:s|ed|ing)?|"
                    + "want(?:s|ed|ing)?|intend(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|order(?:s|ed|ing)?|plot(?:s|ted|ting)?|aim(?:s|ed|ing)?|fail(?:s|ed|ing)?|not|never)"
                    + "(?: [^ <;,]+){0,3}?$");

    private TollFinder() {}

    /** The tolls in the order of the text. Two may share words, as a total and a part of it do. */
    public static List<TollMention> find(ParsedReport report) {
        List<TollMention> found = new ArrayList<>();
        for (Sentence sentence : report.sentences()) {
            Search search = new Search(report, sentence, List.copyOf(found));
            found.addAll(search.run());
        }
        return found;
    }

    private static final Pattern NUMBER_WORDS =
            Pattern.compile("(?i)\\b(?:figures?|numbers?|tolls?|counts?|tally|anniversary)$");

    private static final class Search {
        private final ParsedReport report;
        private final Sentence sentence;
        private final List<TollMention> before;
        private final List<People> people;

        /** The group that begins at each token, or -1. */
        private final int[] groupAt;

        private final Set<Integer> used = new HashSet<>();
        private final List<TollMention> found = new ArrayList<>();

        /** The sentence in lower case with blanks between tokens, each group of people as its number in angle brackets. */
        private final StringBuilder line = new StringBuilder();

        private final List<Integer> tokenAt = new ArrayList<>();

        Search(ParsedReport report, Sentence sentence, List<TollMention> before) {
            this.report = report;
            this.sentence = sentence;
            this.before = before;
            this.people = People.in(sentence);
            this.groupAt = new int[sentence.size()];
            Arrays.fill(groupAt, -1);
            for (int i = people.size() - 1; i >= 0; i--) {
                groupAt[people.get(i).first()] = i;
            }
            int group = 0;
            for (int i = 0; i < sentence.size(); ) {
                if (group < people.size()
                        && people.get(group).first() == i
                        && people.get(group).end() > i) {
                    append("<" + group + ">", i);
                    i = people.get(group).end();
                    group++;
                } else {
                    append(sentence.token(i).lower().replace('<', ' '), i);
                    i++;
                }
            }
        }

        /** "its figure of two dead", "the anniversary of the death of a general", "two security bodies". */
        private boolean isOfSomethingElse(TollMention toll) {
            Said<String> whom = toll.whom();
            boolean number = whom != null && NUMBER_WORDS.matcher(whom.value()).find();
            boolean remembered = false;
            for (int i = Math.max(0, toll.firstTrigger() - 4); i < toll.firstTrigger(); i++) {
                remembered |= sentence.token(i).is("anniversary", "commemoration", "memory");
            }
            boolean institution = sentence.token(toll.firstTrigger()).is("bodies")
                    && toll.firstTrigger() > 0
                    && sentence.token(toll.firstTrigger() - 1)
                            .is(
                                    "security",
                                    "state",
                                    "government",
                                    "international",
                                    "official",
                                    "religious",
                                    "regional");
            return number || remembered || institution;
        }

        private void append(String word, int token) {
            if (!line.isEmpty()) {
                line.append(' ');
                tokenAt.add(token);
            }
            line.append(word);
            for (int i = 0; i < word.length(); i++) {
                tokenAt.add(token);
            }
        }

        List<TollMention> run() {
            if (!people.isEmpty()) {
                subsets(SUBSET);
                among();
                lives();
                actives();
                nouns();
                hostages();
                passives();
                numbered();
                toll();
                update();
                lateSubsets();
                far();
                pronouns();
            }
            if (sentence.tokens().stream().anyMatch(token -> isOfHarm(token.lower()))) {
                followUps();
                nothing();
            }
            found.removeIf(this::isOfSomethingElse);
            found.sort(Comparator.comparing(TollMention::passage));
            return found;
        }

        /** Whether the word is one of those that {@link #followUps} and {@link #nothing} look for. */
        private static boolean isOfHarm(String word) {
            return OF_HARM.contains(word);
        }

        // ---- who did what to whom ------------------------------------------------------------------------------

        private void actives() {
            for (int i = 0; i < sentence.size(); i++) {
                HarmWord word = HarmWords.at(sentence, i, Use.ACTIVE).orElse(null);
                if (word == null || isPassiveAt(i) || isIntent(i)) {
                    continue;
                }
                int end = i + word.words().size();
                if (isAmbiguous(i, end, word.harm())) {
                    continue;
                }
                int next = end;
                while (next < sentence.size() && isSkippedBeforeObject(next)) {
                    next++;
                }
                if (next + 1 < sentence.size()
                        && sentence.token(next).is("themselves")
                        && sentence.token(next + 1).is("and")) {
                    next += 2;
                }
                int group = startingAt(next);
                int named = -1;
                int others = group < 0 || people.get(group).isDefinite(sentence) ? afterName(next) : -1;
                if (group < 0 || others >= 0) {
                    named = next;
                    group = others;
                }
                if (group < 0 || !mayBeHarmed(people.get(group), word.harm())) {
                    continue;
                }
                addAll(word.harm(), i, end, listFrom(group), named >= 0 ? 1 : 0);
                i = end - 1;
            }
        }

        private boolean isSkippedBeforeObject(int i) {
            Token token = sentence.token(i);
            return startingAt(i) < 0
                    && (token.pos().equals("ADV") && !token.is("when", "where", "as")
                            || token.is("the", "his", "her", "their", "its", "these", "those", "off", "all", "both"));
        }

        /** "Killed Ahmad Khan and six others": the group after one name, or -1. */
        private int afterName(int i) {
            int end = i;
            boolean named = false;
            while (end < sentence.size()
                    && end < i + 16
                    && !sentence.token(end).is("and")
                    && (startingAt(end) < 0 || people.get(startingAt(end)).isDefinite(sentence))
                    && (Set.of("PROPN", "NOUN", "ADJ", "ADP", "DET")
                                    .contains(sentence.token(end).pos())
                            || sentence.token(end).is(","))) {
                named |= sentence.token(end).pos().equals("PROPN");
                end++;
            }
            if (!named || end + 1 >= sentence.size() || !sentence.token(end).is("and")) {
                return -1;
            }
            int group = startingAt(end + 1);
            if (group < 0) {
                return -1;
            }
            int first = people.get(group).first();
            for (int k = first; k < people.get(group).end(); k++) {
                if (sentence.token(k).is("other", "others")) {
                    return group;
                }
            }
            return -1;
        }

        private boolean mayBeHarmed(People group, Harm harm) {
            return !group.isLives() && (harm != Harm.CAPTURED || group.known() || group.headFirst() < 0);
        }

        private void passives() {
            for (int group = people.size() - 1; group >= 0; group--) {
                if (used.contains(group) || people.get(group).isLives() || isSaidOfAnother(group)) {
                    continue;
                }
                predicate(group).ifPresent(match -> {
                    if (!isAmbiguous(match.first(), match.end(), match.harm())) {
                        addAll(match.harm(), match.first(), match.end(), listTo(match.group()), 0);
                    } else {
                        used.add(match.group());
                    }
                });
            }
        }

        /** "a nurse who was also a teacher was shot": what the first is, not another. */
        private boolean isSaidOfAnother(int group) {
            int before = people.get(group).first() - 1;
            return group > 0
                    && before > 1
                    && (sentence.token(before).is("was", "is", "being")
                            || sentence.token(before).is("also")
                                    && sentence.token(before - 1).is("was", "is"));
        }

        private record Predicate(int group, Harm harm, int first, int end) {}

        /** The word of harm that is said of the group as its subject: "12 people in the mosque were killed". */
        private Optional<Predicate> predicate(int group) {
            People subject = people.get(group);
            boolean auxiliary = false;
            boolean been = false;
            String lastAuxiliary = "";
            int limit = Math.min(sentence.size(), subject.end() + REACH);
            for (int i = subject.end(); i < limit; i++) {
                Token token = sentence.token(i);
                if (token.is("to") && i + 1 < limit && sentence.token(i + 1).is("kill", "wound", "injure")) {
                    return Optional.empty();
                }
                Optional<HarmWord> harm = HarmWords.at(sentence, i, Use.PASSIVE);
                if (harm.isPresent() && !(auxiliary && isActivePerfect(lastAuxiliary, been, harm.get()))) {
                    int end = i + harm.get().words().size();
                    int object = end;
                    while (object < sentence.size() && isSkippedBeforeObject(object)) {
                        object++;
                    }
                    boolean self = object < sentence.size()
                            && sentence.token(object).is("themselves", "himself", "herself", "him", "them", "a", "an");
                    boolean active =
                            !been && self || !been && harm.get().uses().contains(Use.ACTIVE) && startingAt(object) >= 0;
                    return active
                            ? Optional.empty()
                            : Optional.of(new Predicate(group, harm.get().harm(), i, end));
                }
                if (token.is("including", "mostly", "most", "some", "many", "all")
                        && i > subject.end()
                        && sentence.token(i - 1).is(",")) {
                    int close = i;
                    while (close < limit && !sentence.token(close).is(",")) {
                        close++;
                    }
                    if (close >= limit) {
                        return Optional.empty();
                    }
                    // "12 civilians, including women and children, were killed"
                    i = close;
                    continue;
                }
                if (token.is("(")) {
                    while (i < limit && !sentence.token(i).is(")")) {
                        i++;
                    }
                    continue;
                }
                if (startingAt(i) > group && !isInside(i, auxiliary)) {
                    return Optional.empty();
                }
                switch (token.pos()) {
                    case "AUX" -> {
                        auxiliary = true;
                        lastAuxiliary = token.lemma();
                        been |= token.lemma().equals("be")
                                || token.is("was", "were", "been", "being", "are", "is", "got");
                    }
                    case "ADV", "PART" -> {
                        if (token.is("not", "n't", "n’t", "never")) {
                            return Optional.empty();
                        }
                    }
                    case "ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "X", "SYM" -> {
                        if (auxiliary && !isReported(token)) {
                            return Optional.empty();
                        }
                    }
                    case "PRON" -> {
                        if (!token.is("who", "that", "which", "their", "his", "its", "her", "whom")) {
                            return Optional.empty();
                        }
                    }
                    case "VERB" -> {
                        if (!isReported(token)) {
                            return Optional.empty();
                        }
                    }
                    default -> {
                        boolean comma = token.is(",")
                                && i + 1 < limit
                                && sentence.token(i + 1)
                                        .is("who", "including", "mostly", "most", "some", "many", "all");
                        boolean dash = token.is("-") && i + 1 < limit;
                        boolean quote = token.is("'", "\"", "’", "‘", "“", "”");
                        if (!comma && !dash && !quote) {
                            return Optional.empty();
                        }
                    }
                }
            }
            return Optional.empty();
        }

        private boolean isInside(int i, boolean auxiliary) {
            return !auxiliary && i > 0 && sentence.token(i - 1).pos().equals("ADP");
        }

        private static boolean isReported(Token token) {
            return token.is(
                    "reported",
                    "confirmed",
                    "feared",
                    "believed",
                    "said",
                    "known",
                    "thought",
                    "presumed",
                    "remain",
                    "remained",
                    "remains",
                    "remaining",
                    "left",
                    "declared",
                    "counted",
                    "found",
                    "get",
                    "got",
                    "getting",
                    "still",
                    "be",
                    "been",
                    "being",
                    "were",
                    "was",
                    "are",
                    "is",
                    "listed",
                    "estimated",
                    "reportedly",
                    "went",
                    "gone",
                    "also",
                    "critically",
                    "seriously",
                    "badly",
                    "severely",
                    "slightly");
        }

        private boolean isActivePerfect(String auxiliary, boolean been, HarmWord word) {
            return auxiliary.equals("have") && !been && word.uses().contains(Use.ACTIVE);
        }

        private boolean isPassiveAt(int i) {
            for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
                Token token = sentence.token(k);
                if (token.is("be", "been", "was", "were", "is", "are", "being")) {
                    return !sentence.token(i).lower().endsWith("ing");
                }
                if (!token.pos().equals("ADV") && !token.is("reportedly", "also")) {
                    return false;
                }
            }
            return false;
        }

        /** Where the token, or the group that holds it, begins in the line. */
        private int characterOf(int token) {
            int at = Collections.binarySearch(tokenAt, token);
            if (at < 0) {
                return -at - 1;
            }
            while (at > 0 && tokenAt.get(at - 1) == token) {
                at--;
            }
            return at;
        }

        private boolean isIntent(int i) {
            int at = characterOf(i);
            String left = line.substring(Math.max(0, at - 60), at).strip();
            boolean base = !sentence.token(i).lower().endsWith("ed")
                    && !sentence.token(i).lower().endsWith("ing");
            if (sentence.token(i).lower().endsWith("ed") && left.matches("(?s).*\\b(?:may|might) have$")) {
                return false;
            }
            return INTENT.matcher(left).find()
                    && (base || left.endsWith("have") || left.endsWith("not") || left.endsWith("never"));
        }

        /** "Killed and wounded at least 60", "were killed or injured": nobody says how many of each. */
        private boolean isAmbiguous(int first, int end, Harm harm) {
            if (end + 1 < sentence.size() && sentence.token(end).is("and", "or", "/")) {
                Harm next = harmAt(end + 1);
                int after = end + 2;
                boolean own = next != null && sentence.token(end + 1).lower().endsWith("ing")
                        ? startingAt(after) >= 0
                                && !sentence.token(first).lower().endsWith("ing")
                        : false;
                if (next != null && next != harm && !own && next != Harm.CAPTURED && harm != Harm.CAPTURED) {
                    return true;
                }
            }
            return first >= 2
                    && sentence.token(first - 1).is("and", "or", "/")
                    && harmAt(first - 2) != null
                    && harmAt(first - 2) != harm
                    && harmAt(first - 2) != Harm.CAPTURED
                    && harm != Harm.CAPTURED
                    && !isAfterGroup(first - 2);
        }

        private boolean isAfterGroup(int token) {
            // "12 killed and wounded another 3": the first word of harm has a number of its own
            return people.stream().anyMatch(group -> group.end() == token || group.end() == token - 1);
        }

        private @Nullable Harm harmAt(int token) {
            return HarmWords.at(sentence, token, Use.ACTIVE)
                    .or(() -> HarmWords.at(sentence, token, Use.PASSIVE))
                    .map(HarmWord::harm)
                    .orElse(null);
        }

        private int startingAt(int token) {
            return token < 0 || token >= groupAt.length ? -1 : groupAt[token];
        }

        /** The groups joined to this one on its right: "12 civilians, two soldiers and a policeman". */
        private List<Integer> listFrom(int group) {
            List<Integer> list = new ArrayList<>(List.of(group));
            int last = group;
            while (true) {
                int next = joined(last);
                if (next < 0
                        || used.contains(next)
                        || predicate(next).isPresent()
                        || people.get(next).ofOthers()) {
                    return list;
                }
                list.add(next);
                last = next;
            }
        }

        private List<Integer> listTo(int group) {
            List<Integer> list = new ArrayList<>(List.of(group));
            int first = group;
            while (first > 0
                    && joined(first - 1) == first
                    && !used.contains(first - 1)
                    && !people.get(first).ofOthers()) {
                first--;
                list.add(0, first);
            }
            return list;
        }

        private int joined(int group) {
            if (people.get(group).isHarmNoun()) {
                return -1;
            }
            int i = people.get(group).end();
            int steps = 0;
            while (i < sentence.size() && steps < 4) {
                Token token = sentence.token(i);
                if (startingAt(i) > group && steps > 0) {
                    return startingAt(i);
                }
                boolean owner = steps > 0 && token.is("his", "her", "their", "the");
                if (!owner
                        && !token.is(",", "and", "plus", "along", "together")
                        && !(token.is("with") && sentence.token(i - 1).is("along", "together"))
                        && !(token.is("as", "well") && steps < 3)) {
                    return -1;
                }
                i++;
                steps++;
            }
            return i < sentence.size() && startingAt(i) > group && steps > 0 ? startingAt(i) : -1;
        }

        /** People whose harm stands far from them, or beside another harm: {@link VictimClauses}. */
        private void far() {
            VictimClauses clauses = new VictimClauses(sentence, people);
            for (int group = people.size() - 1; group >= 0; group--) {
                People victims = people.get(group);
                if (victims.isLives() || victims.isHarmNoun() || victims.attackers() || !victims.known()) {
                    continue;
                }
                boolean fresh = !used.contains(group);
                List<Integer> list = new ArrayList<>(listTo(group));
                int beside = joined(group);
                if (beside >= 0
                        && sentence.token(people.get(beside).first() - 1).is("with")
                        && !used.contains(beside)) {
                    list.add(beside); // "three teachers, along with a guard"
                }
                for (VictimClauses.Said said : clauses.of(victims)) {
                    boolean told = found.stream()
                            .anyMatch(toll -> toll.share() == Share.ALL
                                    && (toll.firstTrigger() == said.first() && said.first() >= 0
                                            || toll.harm() == said.harm()
                                                    && toll.passage()
                                                            .overlaps(
                                                                    sentence.passage(victims.first(), victims.end()))));
                    if (told || !fresh && !isSecondHarm(group, said) || isIntent(said.first())) {
                        continue;
                    }
                    if (isEither(said.first(), said.end(), said.harm())) {
                        continue;
                    }
                    addAll(said.harm(), said.first(), said.end(), list, 0);
                }
            }
        }

        /** "was kidnapped and beaten": a second thing done to people of whom one is known. */
        private boolean isSecondHarm(int group, VictimClauses.Said said) {
            People victims = people.get(group);
            return found.stream()
                    .anyMatch(toll -> toll.share() == Share.ALL
                            && toll.harm() != said.harm()
                            && (toll.harm() == Harm.CAPTURED
                                    || said.harm() == Harm.CAPTURED
                                    || toll.harm() == Harm.WOUNDED
                                            && said.harm() == Harm.KILLED
                                            && sentence.token(said.first()).is("died", "dead", "succumbed", "found"))
                            && toll.passage().overlaps(sentence.passage(victims.first(), victims.end())));
        }

        /** "killed or injured", and "killed and injured" of several: nobody says how many of each. */
        private boolean isEither(int first, int end, Harm harm) {
            return harm != Harm.CAPTURED
                    && isAmbiguous(first, end, harm)
                    && !(sentence.token(first).is("shot", "beaten", "stabbed", "assaulted", "attacked")
                            || first >= 2
                                    && sentence.token(first - 2)
                                            .is(
                                                    "shot",
                                                    "beaten",
                                                    "stabbed",
                                                    "assaulted",
                                                    "attacked",
                                                    "kidnapped",
                                                    "abducted"));
        }

        private static final Set<String> DONE_TO_THEM = Set.of(
                "killing",
                "injuring",
                "wounding",
                "beating",
                "stabbing",
                "abducting",
                "kidnapping",
                "assaulting",
                "killed",
                "injured",
                "wounded",
                "beat",
                "stabbed",
                "abducted",
                "kidnapped",
                "assaulted",
                "shot");

        private static final Pattern SUBJECT = Pattern.compile(
                "(?:^|(?:when|where|as|after|and|but|who|\\.|,) )(he/she|he|she|they|the victims?|one|both|all(?: <\\d+>| of them)?|all the victims|<\\d+>|the (?:man|woman|staff(?: member)?s?|driver|workers?)) "
                        + "(?:(?:was|were|had|has|have|been|also|later|then|subsequently|reportedly|allegedly|eventually|all|both|severely|badly|critically|seriously|found) )*"
                        + "(died|dead|killed|executed|murdered|shot|beaten|tortured|injured|wounded|stabbed|kidnapped|abducted|succumbed|assaulted)\\b");

        /** "when he was shot", "They were later killed": what befell those who were told of before. */
        private void followUps() {
            Matcher matcher = SUBJECT.matcher(line);
            while (matcher.find()) {
                int trigger = tokenAt.get(matcher.start(2));
                String who = matcher.group(1);
                if (found.stream().anyMatch(toll -> toll.firstTrigger() <= trigger && trigger < toll.endTrigger())
                        || isIntent(trigger)) {
                    continue;
                }
                HarmWord word = HarmWords.at(sentence, trigger, Use.PASSIVE).orElse(null);
                if (word == null) {
                    continue;
                }
                boolean one = who.matches(
                        "he|she|he/she|the victim|one|the man|the woman|the driver|the worker|the staff member");
                int group = -1;
                for (int g = 0; g < people.size(); g++) {
                    People candidate = people.get(g);
                    boolean single = Integer.valueOf(1).equals(candidate.count().high());
                    if (candidate.end() <= tokenAt.get(matcher.start(1))
                            && candidate.known()
                            && !candidate.attackers()
                            && single == one
                            && !used.contains(g)) {
                        group = g;
                    }
                }
                if (who.equals("one") || who.startsWith("<")) {
                    group = -1;
                }
                if (group >= 0) {
                    addAll(word.harm(), trigger, trigger + word.words().size(), List.of(group), 0);
                    continue;
                }
                TollMention last = Stream.concat(before.stream(), found.stream())
                        .filter(toll -> toll.whom() != null
                                && toll.share() != Share.ATTACKERS
                                && toll.passage().start()
                                        < sentence.token(trigger).passage().start()
                                && toll.harm() != word.harm()
                                && toll.sentence() >= sentence.index() - 3
                                && (!one
                                        || who.equals("one")
                                        || Integer.valueOf(1)
                                                .equals(toll.count().high())))
                        .reduce((a, b) -> b)
                        .orElse(null);
                boolean graver = last != null
                        && (word.harm() == Harm.KILLED || word.harm() == Harm.WOUNDED && last.harm() == Harm.CAPTURED);
                if (last == null || !graver || who.startsWith("<") || who.equals("one")) {
                    continue;
                }
                found.add(new TollMention(
                        word.harm(),
                        last.count(),
                        last.approximate(),
                        sentence.passage(
                                tokenAt.get(matcher.start(1)),
                                trigger + word.words().size()),
                        sentence.index(),
                        last.whom(),
                        trigger,
                        trigger + word.words().size(),
                        Share.ALL,
                        isDenied(trigger)));
            }
        }

        /** "opened fire at a nurse, injuring her": those named before. */
        private void pronouns() {
            for (int i = 0; i + 1 < sentence.size(); i++) {
                Token object = sentence.token(i + 1);
                if (!DONE_TO_THEM.contains(sentence.token(i).lower())
                        || !object.is("him", "her", "them")
                        || isPassiveAt(i)
                        || i + 2 < sentence.size()
                                && object.is("her")
                                && sentence.token(i + 2).pos().equals("NOUN")) {
                    continue;
                }
                Harm harm = HarmWords.at(sentence, i, Use.ACTIVE)
                        .map(HarmWord::harm)
                        .orElse(null);
                int last = -1;
                for (int group = 0; group < people.size(); group++) {
                    People one = people.get(group);
                    boolean single = Integer.valueOf(1).equals(one.count().high());
                    if (one.end() <= i
                            && one.known()
                            && !one.attackers()
                            && single != object.is("them")
                            && !used.contains(group)) {
                        last = group;
                    }
                }
                if (harm != null && last >= 0 && !isIntent(i)) {
                    addAll(harm, i, i + 1, List.of(last), 0);
                }
            }
        }

        // ---- fixed ways of saying it ---------------------------------------------------------------------------

        private void subsets(Pattern pattern) {
            Matcher matcher = pattern.matcher(line);
            while (matcher.find()) {
                used.addAll(listFrom(group(matcher, 1)));
            }
        }

        /** Once the totals are known: "including 13 soldiers and two women", "three of them children". */
        private void lateSubsets() {
            Matcher numbered = AMONG_NUMBERED.matcher(line);
            while (numbered.find()) {
                int part = group(numbered, 1);
                People whole = people.get(group(numbered, 2));
                Passage numberedWhole = sentence.passage(whole.first(), whole.end());
                found.stream()
                        .filter(toll ->
                                toll.share() == Share.ALL && toll.passage().overlaps(numberedWhole))
                        .findFirst()
                        .ifPresent(toll -> add(
                                toll.harm(),
                                people.get(part).count(),
                                List.of(part),
                                people.get(part).first(),
                                toll.firstTrigger(),
                                toll.endTrigger(),
                                Share.SOME));
            }
            Matcher matcher = SUBSET.matcher(line);
            while (matcher.find()) {
                int group = group(matcher, 1);
                TollMention total = totalBefore(people.get(group).first());
                if (total != null && !people.get(group).isLives()) {
                    List<Integer> list = new ArrayList<>(List.of(group));
                    for (int next = joined(group); next >= 0 && predicate(next).isEmpty(); next = joined(next)) {
                        list.add(next);
                    }
                    Count sum = sum(list, 0);
                    add(
                            total.harm(),
                            sum,
                            list,
                            tokenAt.get(matcher.start()),
                            total.firstTrigger(),
                            total.endTrigger(),
                            Share.SOME);
                }
            }
            for (int group = 0; group < people.size(); group++) {
                People some = people.get(group);
                if (some.ofOthers() && !used.contains(group) && some.headFirst() < 0 && some.end() < sentence.size()) {
                    Token next = sentence.token(some.end());
                    TollMention total = totalBefore(some.first());
                    if (total != null
                            && Set.of("NOUN", "ADJ", "ADV", "PROPN", "DET").contains(next.pos())
                            && harmAt(some.end()) == null) {
                        used.add(group);
                        add(
                                total.harm(),
                                some.count(),
                                List.of(group),
                                some.first(),
                                total.firstTrigger(),
                                total.endTrigger(),
                                Share.SOME);
                    }
                }
            }
        }

        private @Nullable TollMention totalBefore(int token) {
            int at = sentence.token(token).passage().start();
            return found.stream()
                    .filter(toll -> toll.share() == Share.ALL && toll.passage().start() < at)
                    .max(Comparator.comparing(toll -> toll.passage().end()))
                    .orElse(null);
        }

        private void among() {
            Matcher matcher = AMONG.matcher(line);
            while (matcher.find()) {
                among(matcher.group(2), tokenAt.get(matcher.start(2)), group(matcher, 1));
            }
            matcher = AMONG_FIRST.matcher(line);
            while (matcher.find()) {
                among(matcher.group(1), tokenAt.get(matcher.start(1)), group(matcher, 2));
            }
        }

        private void among(String word, int trigger, int group) {
            Harm harm = switch (word) {
                case "wounded", "injured" -> Harm.WOUNDED;
                case "missing" -> Harm.MISSING;
                default -> Harm.KILLED;
            };
            if (!word.equals("casualties") && used.add(group)) {
                add(harm, people.get(group).count(), List.of(group), trigger, trigger, trigger + 1, Share.SOME);
            }
        }

        private void lives() {
            Matcher matcher = LIVES.matcher(line);
            while (matcher.find()) {
                int group = group(matcher, 2);
                int trigger = tokenAt.get(matcher.start());
                if ((people.get(group).isLives() || matcher.group(1) != null) && !isIntent(trigger)) {
                    List<Integer> list = people.get(group).isLives() ? List.of(group) : listFrom(group);
                    addAll(Harm.KILLED, trigger, trigger + 1, list, 0);
                }
            }
            matcher = LIVES_LOST.matcher(line);
            while (matcher.find()) {
                int group = group(matcher, 1);
                if (people.get(group).isLives() && !used.contains(group)) {
                    int trigger = tokenAt.get(matcher.end() - 1);
                    addAll(Harm.KILLED, trigger, trigger + 1, List.of(group), 0);
                }
            }
        }

        /** "The deaths of 14 people", "the bodies of 12 miners". */
        private void nouns() {
            for (int i = 0; i < sentence.size(); i++) {
                HarmWord word = HarmWords.at(sentence, i, Use.NOUN).orElse(null);
                if (word == null) {
                    continue;
                }
                int end = i + word.words().size();
                if (end + 1 >= sentence.size() || !sentence.token(end).is("of")) {
                    continue;
                }
                int next = end + 1;
                while (next < sentence.size() && isSkippedBeforeObject(next)) {
                    next++;
                }
                int group = startingAt(next);
                if (group >= 0
                        && !used.contains(group)
                        && mayBeHarmed(people.get(group), word.harm())
                        && !isIntent(i)) {
                    addAll(word.harm(), i, end, listFrom(group), 0);
                }
            }
        }

        private void hostages() {
            Matcher matcher = HOSTAGE.matcher(line);
            while (matcher.find()) {
                int group = group(matcher, 1);
                People held = people.get(group);
                boolean says = matcher.group(2) != null
                        || held.head().equals("hostage")
                        || held.head().equals("captive")
                        || held.head().equals("prisoner");
                if (says && !used.contains(group)) {
                    int trigger = tokenAt.get(matcher.start());
                    addAll(Harm.CAPTURED, trigger, trigger + 1, List.of(group), 0);
                }
            }
        }

        /** "20 deaths", "five fatalities", "14 bodies". */
        private void numbered() {
            for (int group = 0; group < people.size(); group++) {
                People counted = people.get(group);
                Harm harm = switch (counted.head()) {
                    case "death", "fatality", "fatalitie", "body", "corpse" -> Harm.KILLED;
                    case "injury", "injurie" -> Harm.WOUNDED;
                    default -> null;
                };
                boolean single = Integer.valueOf(1).equals(counted.count().high());
                if (harm != null && !used.contains(group) && !single) {
                    addAll(harm, counted.end() - 1, counted.end(), List.of(group), 0);
                }
            }
        }

        private void toll() {
            Matcher matcher = TOLL.matcher(line);
            int from = 0;
            while (matcher.find(from)) {
                from = matcher.end();
                int group = group(matcher, 3);
                People counted = people.get(group);
                if (used.contains(group) || counted.headFirst() >= 0 && !counted.known()) {
                    continue;
                }
                String words = matcher.group(1);
                Harm harm = words.contains("wounded") || words.contains("injur")
                        ? Harm.WOUNDED
                        : words.contains("missing") ? Harm.MISSING : words.equals("casualty toll") ? null : Harm.KILLED;
                if (harm == null) {
                    continue;
                }
                int trigger = tokenAt.get(matcher.start());
                int endTrigger = tokenAt.get(matcher.end(1) - 1) + 1;
                boolean exceeded = line.substring(matcher.end(2), matcher.start(3))
                        .matches(".*(?:passed|exceed|topped|surpassed).*");
                Integer low = counted.count().low();
                Count count =
                        exceeded && low != null && low.equals(counted.count().high())
                                ? Count.atLeast(low + 1)
                                : counted.count();
                used.add(group);
                add(harm, count, List.of(group), trigger, trigger, endTrigger, Share.ALL);
                if (GROUP.matcher(matcher.group(0)).results().count() > 1) {
                    GROUP.matcher(matcher.group(0)).results().forEach(old -> used.add(Integer.parseInt(old.group(1))));
                }
            }
        }

        /** "The ministry said the number had risen to 145": the harm of the toll told before. */
        private void update() {
            Matcher matcher = UPDATE.matcher(line);
            while (matcher.find()) {
                int group = group(matcher, matcher.group(1) == null ? 2 : 1);
                Harm harm = harmBefore(tokenAt.get(matcher.start()));
                People counted = people.get(group);
                if (harm != null && !used.contains(group) && (counted.headFirst() < 0 || counted.known())) {
                    used.add(group);
                    int trigger = tokenAt.get(matcher.start());
                    add(harm, counted.count(), List.of(group), trigger, trigger, trigger + 1, Share.ALL);
                }
            }
        }

        private @Nullable Harm harmBefore(int token) {
            int at = sentence.token(token).passage().start();
            List<TollMention> all = new ArrayList<>(before);
            all.addAll(found);
            return all.stream()
                    .filter(toll -> toll.passage().start() < at
                            && toll.share() == Share.ALL
                            && toll.sentence() >= sentence.index() - 2)
                    .reduce((a, b) -> b.harm() == Harm.KILLED || a.harm() != Harm.KILLED ? b : a)
                    .map(TollMention::harm)
                    .orElse(null);
        }

        private void nothing() {
            Matcher nobody = NOBODY.matcher(line);
            while (nobody.find()) {
                int trigger = tokenAt.get(nobody.start(1));
                zero(nobody.group(1), tokenAt.get(nobody.start()), trigger, Share.ALL);
            }
            Matcher casualties = NO_CASUALTIES.matcher(line);
            while (casualties.find()) {
                int trigger = tokenAt.get(casualties.start(2));
                zero(
                        casualties.group(2),
                        tokenAt.get(casualties.start()),
                        trigger,
                        casualties.group(1) != null && casualties.group(1).matches("civilian |military ")
                                ? Share.SOME
                                : Share.ALL);
            }
        }

        private void zero(String word, int first, int trigger, Share share) {
            List<Harm> harms = word.matches("casualt.*|victims|hurt|harmed")
                    ? List.of(Harm.KILLED, Harm.WOUNDED)
                    : word.matches("injur.*|wounded")
                            ? List.of(Harm.WOUNDED)
                            : word.equals("missing")
                                    ? List.of(Harm.MISSING)
                                    : word.matches("kidnapped|abducted")
                                            ? List.of(Harm.CAPTURED)
                                            : List.of(Harm.KILLED);
            Passage passage = sentence.passage(first, trigger + 1);
            for (Harm harm : harms) {
                found.add(new TollMention(
                        harm,
                        Count.exactly(0),
                        false,
                        passage,
                        sentence.index(),
                        null,
                        trigger,
                        trigger + 1,
                        share,
                        isDenied(first)));
            }
        }

        // ---- adding --------------------------------------------------------------------------------------------

        private static int group(Matcher matcher, int group) {
            return Integer.parseInt(matcher.group(group));
        }

        private void addAll(Harm harm, int trigger, int endTrigger, List<Integer> list, int named) {
            used.addAll(list);
            List<Integer> victims = list.stream()
                    .filter(group -> !people.get(group).attackers())
                    .toList();
            List<Integer> attackers =
                    list.stream().filter(group -> people.get(group).attackers()).toList();
            if (!victims.isEmpty()) {
                People first = people.get(victims.get(0));
                boolean some = first.ofOthers()
                        && (HarmWords.isHarm(sentence.token(first.end() - 1).lower())
                                || sentence.token(first.end() - 1).is("fatalities", "victims", "casualties", "dead"));
                boolean known =
                        victims.stream().allMatch(group -> people.get(group).isDefinite(sentence));
                add(
                        harm,
                        sum(victims, named),
                        victims,
                        trigger,
                        trigger,
                        endTrigger,
                        some || known && isToldBefore(harm) ? Share.SOME : Share.ALL);
            }
            if (!attackers.isEmpty()) {
                add(harm, sum(attackers, 0), attackers, trigger, trigger, endTrigger, Share.ATTACKERS);
            }
        }

        /** "the driver was killed" numbers anew only where nobody was numbered before. */
        private boolean isToldBefore(Harm harm) {
            return Stream.concat(before.stream(), found.stream())
                    .anyMatch(toll -> toll.harm() == harm && toll.share() == Share.ALL);
        }

        private Count sum(List<Integer> list, int named) {
            Integer low = named;
            Integer high = named;
            for (int group : list) {
                Count count = people.get(group).count();
                low = low == null || count.low() == null ? null : (Integer) (low + count.low());
                high = high == null || count.high() == null ? null : (Integer) (high + count.high());
            }
            return new Count(low, high);
        }

        private void add(
                Harm harm, Count count, List<Integer> list, int first, int trigger, int endTrigger, Share share) {
            if (count.isUnknown()) {
                return;
            }
            People firstGroup = people.get(list.get(0));
            People lastGroup = people.get(list.get(list.size() - 1));
            Passage passage = sentence.passage(firstGroup.first(), lastGroup.end());
            if (share != Share.SOME || trigger == first) {
                passage = passage.union(sentence.passage(trigger, endTrigger));
            }
            passage = passage.union(sentence.passage(first, first + 1));
            @Nullable Said<String> whom = firstGroup.whom(report, sentence);
            if (list.size() > 1) {
                Passage all = sentence.passage(firstGroup.first(), lastGroup.end());
                whom = new Said<>(report.text(all), all);
            }
            boolean approximate =
                    list.stream().anyMatch(group -> people.get(group).approximate());
            found.add(new TollMention(
                    harm,
                    count,
                    approximate,
                    passage,
                    sentence.index(),
                    whom,
                    trigger,
                    endTrigger,
                    share,
                    isDenied(first)));
        }

        private boolean isDenied(int token) {
            int at = characterOf(token);
            return at > 0 && DENIAL.matcher(line.substring(0, at)).find();
        }
    }
}
