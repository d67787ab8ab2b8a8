package org.ascribe.extract.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ascribe.core.Count;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.table.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers that may count people. Words of vague size have a low end only: "several" is 3 at least, "dozens" 24,
 * "hundreds" 200. "More than 12" is 13 at least, "up to 12" is 12 at most, "nearly 12" is 12 and approximate.
 *
 * <p>It prefers missing a number to counting something else: a bare "2021" is a year, and a figure right after a name
 * ("Highway 1", "AK-47") belongs to the name. Safe to share between threads.
 */
public final class NumberFinder {

    private enum Bound {
        OVER,
        LEAST,
        MOST,
        UNDER,
        ABOUT,
        EXACT
    }

    private record NumberWord(String kind, int value) {}

    private record Modifier(String[] words, Bound bound) {}

    /** A count that ends before the atom {@code end}. */
    private record Reading(long low, @Nullable Long high, int end) {
        static Reading exactly(long value, int end) {
            return new Reading(value, value, end);
        }

        boolean isExact() {
            return high != null && high == low;
        }
    }

    private static final Map<String, NumberWord> WORDS =
            DataTable.read(NumberFinder.class, "number-words.tsv").rows().stream()
                    .collect(Collectors.toMap(
                            row -> row.get("word"), row -> new NumberWord(row.get("kind"), row.integer("value"))));

    private static final List<Modifier> MODIFIERS =
            DataTable.read(NumberFinder.class, "number-modifiers.tsv").rows().stream()
                    .map(row -> new Modifier(
                            row.get("phrase").split(" "),
                            Bound.valueOf(row.get("bound").toUpperCase(Locale.ROOT))))
                    .sorted(Comparator.comparingInt((Modifier modifier) -> -modifier.words().length))
                    .toList();

    static final Map<String, String> NOT_PEOPLE = DataTable.read(NumberFinder.class, "not-people.tsv").rows().stream()
            .collect(Collectors.toMap(row -> row.get("word"), row -> row.get("kind"), (a, b) -> a));

    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "jan.",
            "feb.",
            "mar.",
            "apr.",
            "aug.",
            "sept.",
            "oct.",
            "nov.",
            "dec.");

    /** Words right before a number that say it is no count. */
    private static final Set<String> NAMED_BY_NUMBER = Set.of(
            "no.",
            "number",
            "article",
            "chapter",
            "paragraph",
            "resolution",
            "section",
            "page",
            "age",
            "aged",
            "ages",
            "unit",
            "flight",
            "highway",
            "route",
            "ward",
            "pd",
            "zone",
            "sector",
            "camp",
            "channel",
            "version",
            "type",
            "model",
            "phase",
            "stage",
            "level",
            "category",
            "group",
            "figure",
            "table",
            "line",
            "room",
            "gate",
            "$",
            "€",
            "£",
            "us$",
            "usd",
            "rs",
            "rs.",
            "#",
            "verse",
            "psalm");

    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}(?:,\\d{3})+|\\d{1,6}");
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern ATOM = Pattern.compile("[-–—+]|[^-–—+]+");

    private NumberFinder() {}

    /** The numbers in the order of the text, none overlapping. */
    public static List<NumberMention> find(ParsedReport report) {
        return report.sentences().stream()
                .flatMap(sentence -> find(sentence).stream())
                .toList();
    }

    static List<NumberMention> find(Sentence sentence) {
        return new Search(sentence).run();
    }

    /** One sentence, its tokens parted at hyphens because tokenizers disagree on them. */
    private static final class Search {
        private final Sentence sentence;
        private final List<String> atoms = new ArrayList<>();
        private final List<Integer> tokenOf = new ArrayList<>();

        Search(Sentence sentence) {
            this.sentence = sentence;
            for (int i = 0; i < sentence.size(); i++) {
                Matcher parts = ATOM.matcher(sentence.token(i).lower());
                while (parts.find()) {
                    atoms.add(parts.group());
                    tokenOf.add(i);
                }
            }
        }

        List<NumberMention> run() {
            List<NumberMention> found = new ArrayList<>();
            int free = 0;
            for (int i = 0; i < atoms.size(); ) {
                Reading zero = zero(i);
                Reading reading = zero != null ? zero : range(i);
                if (reading == null) {
                    i++;
                    continue;
                }
                if (zero == null && !mayCountPeople(i, reading.end())) {
                    i = reading.end();
                    continue;
                }
                NumberMention mention = bounded(i, reading, free);
                if (mention != null) {
                    found.add(mention);
                    free = reading.end();
                }
                i = Math.max(reading.end(), i + 1);
            }
            return found;
        }

        private String atom(int i) {
            return i < 0 || i >= atoms.size() ? "" : atoms.get(i);
        }

        private Token tokenAt(int atom) {
            return sentence.token(tokenOf.get(atom));
        }

        private static boolean isDash(String atom) {
            return atom.equals("-") || atom.equals("–") || atom.equals("—");
        }

        private @Nullable Reading zero(int i) {
            return switch (atom(i)) {
                case "nobody", "none" -> Reading.exactly(0, i + 1);
                case "no" -> {
                    if (atom(i + 1).equals("one")
                            || isDash(atom(i + 1)) && atom(i + 2).equals("one")) {
                        yield Reading.exactly(0, atom(i + 1).equals("one") ? i + 2 : i + 3);
                    }
                    int noun = i + 1;
                    while (noun < atoms.size() && tokenAt(noun).pos().equals("ADJ")) {
                        noun++;
                    }
                    boolean counts = noun < atoms.size()
                            && tokenAt(noun).pos().equals("NOUN")
                            && !Set.of("matter", "doubt").contains(atom(noun));
                    yield counts ? Reading.exactly(0, i + 1) : null;
                }
                default -> null;
            };
        }

        private @Nullable Reading range(int i) {
            if (atom(i).equals("between")) {
                Reading low = cardinal(i + 1);
                if (low != null && atom(low.end()).equals("and")) {
                    Reading high = cardinal(low.end() + 1);
                    if (high != null && high.low() > low.low()) {
                        return new Reading(low.low(), high.low(), high.end());
                    }
                }
                return null;
            }
            Reading low = cardinal(i);
            if (low == null || !low.isExact()) {
                return low;
            }
            String link = atom(low.end());
            boolean to = link.equals("to") && !atom(i - 1).equals("from");
            if (isDash(link) || to || link.equals("or")) {
                Reading high = cardinal(low.end() + 1);
                if (high != null
                        && high.isExact()
                        && high.low() > low.low()
                        && (!link.equals("or") || high.low() <= low.low() * 3)) {
                    return new Reading(low.low(), high.low(), high.end());
                }
            }
            return low;
        }

        private @Nullable Reading cardinal(int i) {
            Reading vague = vague(i);
            if (vague != null) {
                return vague;
            }
            String first = atom(i);
            if (DIGITS.matcher(first).matches()) {
                long value = Long.parseLong(first.replace(",", ""));
                NumberWord next = WORDS.get(atom(i + 1));
                if (next != null && next.kind().equals("multiplier")) {
                    return Reading.exactly(value * next.value(), i + 2);
                }
                if (atom(i + 1).equals("+")) {
                    return new Reading(value, null, i + 2);
                }
                if (isDash(atom(i + 1)) && atom(i + 2).equals("plus")) {
                    return new Reading(value, null, i + 3);
                }
                return Reading.exactly(value, i + 1);
            }
            if (DECIMAL.matcher(first).matches()) {
                NumberWord next = WORDS.get(atom(i + 1));
                return next != null && next.value() >= 1000 && next.kind().equals("multiplier")
                        ? Reading.exactly(Math.round(Double.parseDouble(first) * next.value()), i + 2)
                        : null;
            }
            return inWords(i);
        }

        private @Nullable Reading vague(int i) {
            int next = atom(i).equals("a") ? i + 1 : i;
            String word = atom(next);
            int more = atom(next + 1).equals("of") ? next + 2 : next + 1;
            if (word.equals("half")) {
                int dozen = next + 1;
                while (isDash(atom(dozen)) || atom(dozen).equals("a")) {
                    dozen++;
                }
                return atom(dozen).equals("dozen") ? Reading.exactly(6, dozen + 1) : null;
            }
            if (word.equals("couple") && next > i) {
                return isDozen(atom(more)) ? new Reading(24, 24L, more + 1) : Reading.exactly(2, next + 1);
            }
            if (word.equals("several") || word.equals("few") && next > i) {
                NumberWord size = WORDS.get(atom(next + 1));
                return size != null && size.kind().equals("multiplier")
                        ? new Reading(2L * size.value(), null, next + 2)
                        : new Reading(3, null, next + 1);
            }
            NumberWord known = WORDS.get(atom(i));
            if (known != null && known.kind().equals("at-least")) {
                return new Reading(known.value(), null, i + 1);
            }
            NumberWord of = WORDS.get(atom(i + 2));
            if (of != null && of.kind().equals("at-least") && atom(i + 1).equals("of")) {
                int times = atom(i).equals("tens") ? 10 : 0;
                return times == 0 ? null : new Reading((long) times * of.value(), null, i + 3);
            }
            return null;
        }

        private static boolean isDozen(String word) {
            return word.equals("dozen") || word.equals("dozens");
        }

        private @Nullable Reading inWords(int start) {
            long total = 0;
            long current = 0;
            boolean any = false;
            int i = start;
            if (atom(i).equals("a") || atom(i).equals("an")) {
                NumberWord next = WORDS.get(atom(i + 1));
                if (DIGITS.matcher(atom(i + 1)).matches()) {
                    return cardinal(i + 1);
                }
                if (next == null || !next.kind().equals("multiplier")) {
                    return null;
                }
                i++;
            }
            while (i < atoms.size()) {
                int at = i;
                if (any
                        && (isDash(atom(i)) && current >= 20 && current % 10 == 0
                                || atom(i).equals("and") && current % 100 == 0 && total + current >= 100)) {
                    at = i + 1;
                }
                NumberWord word = WORDS.get(atom(at));
                if (word == null) {
                    break;
                }
                boolean fits = switch (word.kind()) {
                    case "unit" ->
                        word.value() < 10 ? current % 10 == 0 && (current % 100 != 10 || !any) : current % 100 == 0;
                    case "tens" -> current % 100 == 0;
                    case "multiplier" -> at == i;
                    default -> false;
                };
                if (!fits || any && current == 0 && total == 0) {
                    break;
                }
                if (word.kind().equals("multiplier")) {
                    if (word.value() >= 1000) {
                        total += Math.max(current, 1) * word.value();
                        current = 0;
                    } else {
                        current = Math.max(current, 1) * word.value();
                    }
                } else {
                    current += word.value();
                }
                any = true;
                i = at + 1;
            }
            return any ? Reading.exactly(total + current, i) : null;
        }

        private boolean mayCountPeople(int first, int end) {
            String before = atom(first - 1);
            String after = atom(end);
            if (NAMED_BY_NUMBER.contains(before) || MONTHS.contains(before) && first > 0) {
                return false;
            }
            if (MONTHS.contains(after) && tokenAt(end).isCapitalised()
                    || after.equals("of") && MONTHS.contains(atom(end + 1))) {
                return false;
            }
            if (isDash(after)
                    && end + 1 < atoms.size()
                    && glued(end)
                    && isWord(atom(end + 1))
                    && !atom(end + 1).equals("strong")) {
                return false; // 30-year-old, two-hour
            }
            if (isDash(before) && first >= 2 && glued(first - 1) && isWord(atom(first - 2))) {
                return false; // AK-47
            }
            if (after.equals("%")
                    || after.equals("per") && atom(end + 1).equals("cent")
                    || atom(end).equals("/")
                    || before.equals("/")
                    || after.equals(":") && isNumeral(atom(end + 1))) {
                return false;
            }
            String numeral = atom(first);
            if (isNumeral(numeral) && end == first + 1) {
                if (first > 0
                        && tokenAt(first - 1).pos().equals("PROPN")
                        && tokenAt(first - 1).isCapitalised()
                        && tokenOf.get(first - 1) > 0
                        && !isPerson(after)
                        && !HarmWords.isHarm(after)
                        && !before.equals("kills")) {
                    return false; // Highway 1, M23
                }
                if (numeral.length() == 4 && numeral.matches("(?:19|20)\\d\\d") && !isPerson(after)) {
                    return false;
                }
                if (numeral.length() > 1 && numeral.startsWith("0")) {
                    return false;
                }
            }
            if (before.equals("under") && first >= 2 && isPerson(atom(first - 2))) {
                return false; // children under five
            }
            int noun = end;
            while (noun < atoms.size()
                    && tokenAt(noun).pos().equals("ADJ")
                    && noun < end + 2
                    && !NOT_PEOPLE.containsKey(atom(noun))) {
                noun++;
            }
            String kind = NOT_PEOPLE.get(atom(noun));
            boolean excluded = "time".equals(kind) || "measure".equals(kind);
            return !excluded && !(atom(first).equals("one") && isPronoun(first, end));
        }

        /** "One of the deadliest attacks", "one day": no count of people. */
        private boolean isPronoun(int first, int end) {
            if (first > 0
                    && Set.of("the", "this", "that", "each", "any", "every", "which", "same")
                            .contains(atom(first - 1))) {
                return true;
            }
            if (atom(end).equals("of") && atom(end + 1).equals("the") && end + 2 < atoms.size()) {
                String next = atom(end + 2);
                return next.equals("most")
                        || next.equals("many")
                        || next.equals("few")
                        || next.endsWith("est")
                        || next.equals("worst");
            }
            return atom(end).equals("another") || atom(end).equals("such");
        }

        private boolean isPerson(String word) {
            return People.isPerson(word)
                    || People.isPerson(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        }

        private static boolean isWord(String atom) {
            return !atom.isEmpty() && Character.isLetter(atom.codePointAt(0)) && !WORDS.containsKey(atom);
        }

        private static boolean isNumeral(String atom) {
            return DIGITS.matcher(atom).matches();
        }

        /** Whether no blank stands before and after the dash, so that it joins a compound. */
        private boolean glued(int dash) {
            if (tokenOf.get(dash - 1).equals(tokenOf.get(dash))
                    || dash + 1 < atoms.size() && tokenOf.get(dash + 1).equals(tokenOf.get(dash))) {
                return true;
            }
            return dash + 1 < atoms.size()
                    && tokenAt(dash - 1).passage().end()
                            == tokenAt(dash).passage().start()
                    && tokenAt(dash).passage().end()
                            == tokenAt(dash + 1).passage().start();
        }

        private @Nullable NumberMention bounded(int first, Reading reading, int free) {
            int start = first;
            Bound bound = Bound.EXACT;
            boolean approximate = false;
            boolean more = true;
            while (more) {
                more = false;
                int before = start;
                if (before - 1 >= free
                        && (atom(before - 1).equals("a") || atom(before - 1).equals("the"))
                        && modifierBefore(before - 1, free) != null) {
                    before--;
                }
                Modifier modifier = modifierBefore(before, free);
                if (modifier != null && !isOverAfterVerb(modifier, before)) {
                    start = before - modifier.words().length;
                    approximate |= modifier.bound() == Bound.ABOUT;
                    if (modifier.bound() != Bound.ABOUT && modifier.bound() != Bound.EXACT) {
                        bound = modifier.bound();
                    }
                    more = true;
                }
            }
            int end = reading.end();
            if (atom(end).equals("or") && atom(end + 1).equals("more")) {
                bound = Bound.LEAST;
                end += 2;
            } else if (atom(end).equals("or") && atom(end + 1).equals("so")) {
                approximate = true;
                end += 2;
            }
            Count count = count(reading, bound);
            if (count == null) {
                return null;
            }
            int firstToken = tokenOf.get(start);
            int endToken = tokenOf.get(end - 1) + 1;
            return new NumberMention(
                    sentence.passage(firstToken, endToken), sentence.index(), firstToken, endToken, count, approximate);
        }

        private boolean isOverAfterVerb(Modifier modifier, int before) {
            return Arrays.equals(modifier.words(), new String[] {"over"})
                    && before >= 2
                    && Set.of("hand", "take", "turn", "give", "handed", "took", "turned", "gave", "handing", "taking")
                            .contains(atom(before - 2));
        }

        private @Nullable Modifier modifierBefore(int end, int free) {
            for (Modifier modifier : MODIFIERS) {
                int start = end - modifier.words().length;
                boolean same = start >= free;
                for (int i = 0; same && i < modifier.words().length; i++) {
                    same = atom(start + i).equals(modifier.words()[i]);
                }
                if (same) {
                    return modifier;
                }
            }
            return null;
        }

        private static @Nullable Count count(Reading reading, Bound bound) {
            if (reading.low() > 100_000_000) {
                return null;
            }
            int low = (int) reading.low();
            Integer high =
                    reading.high() == null ? null : (Integer) reading.high().intValue();
            return switch (bound) {
                case OVER -> Count.atLeast(reading.isExact() ? low + 1 : low);
                case LEAST -> Count.atLeast(low);
                case MOST -> Count.atMost(high == null ? low : high);
                case UNDER -> Count.atMost(Math.max(0, low - 1));
                case ABOUT, EXACT -> new Count(low, high);
            };
        }
    }
}
