package org.ascribe.extract.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Passage;
import org.ascribe.extract.actor.ActorDictionary.Metonym;
import org.ascribe.extract.actor.ActorDictionary.MetonymKind;
import org.ascribe.extract.actor.ActorMention.Kind;
import org.ascribe.extract.actor.Words.Word;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds the actors that a report names. Safe to share between threads; cost is linear in the text.
 *
 * <p>A name of the dictionary is found by its words, whatever the marks between them. A short acronym counts only where
 * the report names its bearer, its kin or its country in other words too. A country is an actor unless it is a place ("in
 * Pakistan"); a capital is one only where it speaks or acts ("Moscow accused"); an adjective of a country only with a noun
 * such as "officials". An armed group that the dictionary lacks is known by the form of its name and gets an id {@code x-}
 * with its name; an acronym that the text puts in brackets behind a name means that name in the whole report.
 */
public final class ActorFinder {

    private final ActorDictionary dictionary;
    private final Phrases<Alias> names = new Phrases<>();
    private final Phrases<String> seats = new Phrases<>();
    private final Phrases<String> offices = new Phrases<>();
    private final Phrases<String> adjectives = new Phrases<>();
    private final Phrases<String> peoples = new Phrases<>();
    private final Map<String, List<Metonym>> metonyms = new HashMap<>();
    private final Map<String, Phrases<String>> branches = new HashMap<>();

    public ActorFinder(ActorDictionary dictionary) {
        this.dictionary = dictionary;
        for (Alias alias : dictionary.aliases()) {
            names.add(alias.name(), alias.match().contains(Alias.Match.ANY_CASE), alias);
        }
        for (Metonym metonym : dictionary.metonyms()) {
            phrasesOf(metonym.kind()).add(metonym.word(), false, metonym.word());
            metonyms.computeIfAbsent(metonym.kind() + metonym.word(), key -> new ArrayList<>())
                    .add(metonym);
        }
        for (ActorDictionary.Branch branch : dictionary.branches()) {
            Phrases<String> regions = branches.computeIfAbsent(branch.actor(), key -> new Phrases<>());
            branch.words().forEach(word -> regions.add(word, false, branch.branch()));
        }
    }

    private Phrases<String> phrasesOf(MetonymKind kind) {
        return switch (kind) {
            case SEAT -> seats;
            case OFFICE -> offices;
            case ADJECTIVE -> adjectives;
            case PEOPLE -> peoples;
        };
    }

    /** Mentions in the order of the text, none overlapping. */
    public List<ActorMention> find(ParsedReport report) {
        return new Search(report).run();
    }

    /** Words of one sentence that may be a mention: from word {@code first} to before word {@code end}. */
    private record Candidate(String id, String name, Kind kind, int first, int end, boolean modifier) {}

    private record Named(String id, String name) {}

    /** One pass over one report. */
    private final class Search {
        private final ParsedReport report;
        private final @Nullable LocalDate published;
        private final int[] text;
        /** By the word as the report writes it. */
        private final Map<String, Named> introduced = new HashMap<>();

        private final Set<String> seenActors = new HashSet<>();
        private final Set<String> seenCountries = new HashSet<>();

        Search(ParsedReport report) {
            this.report = report;
            this.published = report.report().published();
            this.text = report.report().text().codePoints().toArray();
        }

        List<ActorMention> run() {
            List<SentenceSearch> sentences = new ArrayList<>();
            for (Sentence sentence : report.sentences()) {
                sentences.add(new SentenceSearch(this, sentence));
            }
            sentences.forEach(SentenceSearch::survey);
            sentences.forEach(SentenceSearch::learnAcronyms);
            List<ActorMention> mentions = new ArrayList<>();
            for (SentenceSearch sentence : sentences) {
                sentence.find(mentions);
            }
            mentions.sort(Comparator.comparing(ActorMention::passage));
            return List.copyOf(mentions);
        }

        boolean isKnownHere(Alias alias) {
            Actor actor = dictionary.get(alias.actor());
            return seenActors.contains(actor.id())
                    || actor.parent() != null && seenActors.contains(actor.parent())
                    || actor.country() != null && seenCountries.contains(actor.country());
        }

        String meaning(MetonymKind kind, String word) {
            List<Metonym> all = metonyms.getOrDefault(kind + word, List.of());
            for (Metonym metonym : all) {
                if (metonym.isAt(published)) {
                    return metonym.actor();
                }
            }
            return all.get(all.size() - 1).actor();
        }
    }

    /** The words of one sentence beside its tokens. */
    private final class SentenceSearch {
        private final Search search;
        private final Sentence sentence;
        private final List<Word> words;
        private final boolean shouted;

        SentenceSearch(Search search, Sentence sentence) {
            this.search = search;
            this.sentence = sentence;
            this.words = Words.of(
                    search.text, sentence.passage().start(), sentence.passage().end());
            int upper = 0;
            int lower = 0;
            for (Word word : words) {
                for (int i = 0; i < word.text().length(); i++) {
                    upper += Character.isUpperCase(word.text().charAt(i)) ? 1 : 0;
                    lower += Character.isLowerCase(word.text().charAt(i)) ? 1 : 0;
                }
            }
            this.shouted = upper > 8 && lower * 4 < upper;
        }

        /** Notes the actors and countries that are named beyond doubt. */
        void survey() {
            for (int i = 0; i < words.size(); i++) {
                for (Phrases.Match<Alias> match : names.at(words, i)) {
                    Alias alias = match.value();
                    if (alias.match().contains(Alias.Match.CONTEXT)) {
                        continue;
                    }
                    Actor actor = dictionary.get(alias.actor());
                    search.seenActors.add(actor.id());
                    if (actor.parent() != null) {
                        search.seenActors.add(actor.parent());
                    }
                    if (actor.country() != null) {
                        search.seenCountries.add(actor.country());
                    }
                    break;
                }
                for (Phrases.Match<String> match : adjectives.at(words, i)) {
                    String country = dictionary
                            .get(search.meaning(MetonymKind.ADJECTIVE, match.value()))
                            .country();
                    if (country != null) {
                        search.seenCountries.add(country);
                    }
                }
            }
        }

        /** "Green Valley Brigade (GVB)": from here on, GVB is that brigade. */
        void learnAcronyms() {
            for (int i = 0; i < words.size(); i++) {
                Candidate named = name(i);
                if (named == null) {
                    continue;
                }
                int next = named.end();
                if (next < words.size() && words.get(next).gap().strip().startsWith("(")) {
                    while (next < words.size()
                            && Set.of("or", "also", "known", "as", "the")
                                    .contains(words.get(next).folded())) {
                        next++;
                    }
                    if (next < words.size()) {
                        int last = next;
                        while (last + 1 < words.size()
                                && words.get(last + 1).gap().equals("-")) {
                            last++;
                        }
                        Word first = words.get(next);
                        boolean closed = last + 1 >= words.size()
                                ? true
                                : words.get(last + 1).gap().contains(")");
                        if (closed
                                && isAcronym(first.text())
                                && names.at(words, next).stream()
                                        .noneMatch(m -> m.end() == words.size()
                                                || !m.value().match().contains(Alias.Match.CONTEXT))) {
                            search.introduced.put(joined(next, last + 1), new Named(named.id(), named.name()));
                        }
                    }
                }
                i = named.end() - 1;
            }
        }

        private boolean isAcronym(String word) {
            return word.length() >= 2
                    && word.length() <= 8
                    && word.codePoints().filter(Character::isUpperCase).count() * 2 > word.length();
        }

        private String joined(int first, int end) {
            StringBuilder name = new StringBuilder();
            for (int i = first; i < end; i++) {
                name.append(i > first ? "-" : "").append(words.get(i).text());
            }
            return name.toString();
        }

        void find(List<ActorMention> out) {
            for (int i = 0; i < words.size(); i++) {
                Candidate best = longer(longer(name(i), description(i)), metonym(i));
                if (best != null) {
                    out.add(mention(best));
                    i = Math.max(i, best.end() - 1);
                }
            }
        }

        private @Nullable Candidate longer(@Nullable Candidate a, @Nullable Candidate b) {
            return a == null || b != null && b.end() > a.end() ? b : a;
        }

        private ActorMention mention(Candidate candidate) {
            Passage passage = new Passage(
                    words.get(candidate.first()).start(),
                    words.get(candidate.end() - 1).end());
            int first = 0;
            while (sentence.token(first).passage().end() <= passage.start()) {
                first++;
            }
            int end = first + 1;
            while (end < sentence.size() && sentence.token(end).passage().start() < passage.end()) {
                end++;
            }
            boolean inside = sentence.token(end - 1).passage().end() > passage.end() + 2;
            return new ActorMention(
                    new ActorRef(candidate.id(), candidate.name(), passage(passage), passage),
                    candidate.kind(),
                    passage,
                    sentence.index(),
                    first,
                    end,
                    candidate.modifier() || inside || modifies(end));
        }

        private String passage(Passage passage) {
            return new String(search.text, passage.start(), passage.end() - passage.start());
        }

        /** Whether a noun follows that the name belongs to, or a hyphen: "IS-claimed". */
        private boolean modifies(int end) {
            if (end >= sentence.size()) {
                return false;
            }
            Token next = sentence.token(end);
            if (next.text().equals("-") || next.text().equals("\u2011")) {
                return true;
            }
            if (Cues.DAYS_AND_MONTHS.contains(next.lower()) || next.lower().equals("s")) {
                return false;
            }
            if (next.pos().equals("NOUN") || next.pos().equals("PROPN")) {
                return !isVerbTakenForNoun(end);
            }
            return next.pos().equals("ADJ")
                    && !Cues.NOT_ATTRIBUTIVE.contains(next.lower())
                    && end + 1 < sentence.size()
                    && sentence.token(end + 1).pos().matches("NOUN|PROPN");
        }

        /** "the Taliban avoid acting", "Pakistan harbours IS": a verb looks like a noun. */
        private boolean isVerbTakenForNoun(int token) {
            Token noun = sentence.token(token);
            if (noun.isCapitalised() || token + 1 >= sentence.size()) {
                return false;
            }
            Token next = sentence.token(token + 1);
            if (noun.lower().endsWith("s")) {
                String stem = noun.lower().substring(0, noun.lower().length() - 1);
                return Cues.ACTS.contains(stem) && next.pos().matches("DET|PROPN|PRON|SCONJ|NUM");
            }
            return next.pos().equals("DET")
                    || next.pos().equals("VERB") && next.lower().endsWith("ing");
        }

        // --- names

        /** The longest name that starts here: of the report itself, of the dictionary, or of the form of a group's name. */
        private @Nullable Candidate name(int at) {
            Candidate best = null;
            for (int end = Math.min(words.size(), at + 3); end > at; end--) {
                Named named = search.introduced.get(joined(at, end));
                if (named != null) {
                    best = new Candidate(named.id(), named.name(), Kind.NAMED, at, end, false);
                    break;
                }
            }
            for (Phrases.Match<Alias> match : names.at(words, at)) {
                if ((best == null || match.end() > best.end()) && isMeant(match.value(), at, match.end())) {
                    Actor actor = dictionary.get(match.value().actor());
                    best = branch(new Candidate(actor.id(), actor.name(), Kind.NAMED, at, match.end(), false));
                    break;
                }
            }
            return longer(best, unknownGroup(at));
        }

        private boolean isMeant(Alias alias, int at, int end) {
            for (Alias.Match rule : alias.match()) {
                boolean meant = switch (rule) {
                    case ANY_CASE -> true;
                    case CONTEXT -> search.isKnownHere(alias);
                    case CUE -> hasCue(at, end);
                    case STATE -> isActing(at, end);
                };
                if (!meant) {
                    return false;
                }
            }
            return true;
        }

        /** IS the group and US the state, told from the words "is" and "us" in shouted text and for emphasis. */
        private boolean hasCue(int at, int end) {
            String before = at > 0 ? words.get(at - 1).folded() : "";
            boolean spaced = at > 0 && words.get(at).isSpaced();
            if (spaced && Set.of("it", "he", "she", "this", "there").contains(before)) {
                return false;
            }
            if (!shouted) {
                return true;
            }
            Word next = end < words.size() ? words.get(end) : null;
            return spaced && Set.of("the", "by", "of", "against").contains(before)
                    || words.get(at).gap().endsWith("(")
                    || next != null
                            && (Cues.GROUP_NOUNS.contains(next.folded()) && at == 0
                                    || next.gap().strip().equals("-"));
        }

        /** Whether a country's name means the state and not the place. */
        private boolean isActing(int at, int end) {
            Word before = at > 0 ? words.get(at - 1) : null;
            Word after = end < words.size() ? words.get(end) : null;
            if (after != null && after.folded().equals("which") && speaks(end)) {
                return true;
            }
            if (before != null && before.folded().equals("the") && before.isSpaced() && at > 1) {
                before = words.get(at - 2);
            }
            if (before != null && (words.get(at).isSpaced() || before != words.get(at - 1))) {
                String word = before.folded();
                if (word.equals("between")) {
                    return after != null && after.folded().equals("and");
                }
                if (Cues.PLACING.contains(word)) {
                    return false;
                }
                if (word.equals("and") && at > 1 && isPlaced(at - 2)) {
                    return false;
                }
                if (word.equals("to") || word.equals("from") || word.equals("of") || word.equals("on")) {
                    int ties = words.indexOf(before) - 1;
                    return ties >= 0 && Cues.TIES.contains(words.get(ties).folded());
                }
            }
            boolean listed =
                    before != null && at > 0 && words.get(at).gap().strip().equals(",");
            if (listed && before != null && before.isCapitalised() && !isState(at - 1)) {
                return false;
            }
            // "Ukraine war": the description finds the nouns that make it an actor
            int token = tokenAfter(end);
            return after == null || !after.isSpaced() || token >= sentence.size() || !modifies(token);
        }

        /** Whether the country that ends with this word stands where a place stands: "in Pakistan and Afghanistan". */
        private boolean isPlaced(int last) {
            return isState(last)
                    && last > 0
                    && Cues.PLACING.contains(words.get(last - 1).folded())
                    && !words.get(last - 1).folded().equals("between");
        }

        private boolean isState(int at) {
            return at >= 0
                    && names.at(words, at).stream()
                            .anyMatch(match -> match.value().match().contains(Alias.Match.STATE));
        }

        private int tokenAfter(int word) {
            int from = words.get(word - 1).end();
            int token = 0;
            while (token < sentence.size() && sentence.token(token).passage().start() < from) {
                token++;
            }
            return token;
        }

        /** "the Islamic State's Afghan affiliate", "the IS branch in Afghanistan", "the Afghan branch of IS". */
        private Candidate branch(Candidate generic) {
            Phrases<String> regions = branches.get(generic.id());
            if (regions == null) {
                return generic;
            }
            int next = generic.end();
            if (is(next, "s") || is(next, "group")) {
                next++;
            }
            int head = next;
            while (head < words.size()
                    && head < next + 2
                    && Set.of("local", "regional", "so", "called")
                            .contains(words.get(head).folded())) {
                head++;
            }
            if (head < words.size()) {
                for (Phrases.Match<String> region : regions.at(words, head)) {
                    if (region.end() < words.size()
                            && Cues.BRANCH_HEADS.contains(
                                    words.get(region.end()).folded())) {
                        return branch(region.value(), generic.first(), region.end() + 1);
                    }
                }
                if (Cues.BRANCH_HEADS.contains(words.get(head).folded())
                        && is(head + 1, "in")
                        && head + 2 < words.size()) {
                    int place = is(head + 2, "the") ? head + 3 : head + 2;
                    for (Phrases.Match<String> region :
                            place < words.size() ? regions.at(words, place) : List.<Phrases.Match<String>>of()) {
                        return branch(region.value(), generic.first(), region.end());
                    }
                }
            }
            int before = generic.first() - 1;
            if (is(before, "the")) {
                before--;
            }
            if (is(before, "of")
                    && before > 1
                    && Cues.BRANCH_HEADS.contains(words.get(before - 1).folded())) {
                for (int from = Math.max(0, before - 4); from < before - 1; from++) {
                    for (Phrases.Match<String> region : regions.at(words, from)) {
                        if (region.end() == before - 1) {
                            return branch(region.value(), generic.first(), generic.end());
                        }
                    }
                }
                if (is(generic.end(), "in") && generic.end() + 1 < words.size()) {
                    for (Phrases.Match<String> region : regions.at(words, generic.end() + 1)) {
                        return branch(region.value(), generic.first(), region.end());
                    }
                }
            }
            return generic;
        }

        private Candidate branch(String id, int first, int end) {
            return new Candidate(id, dictionary.get(id).name(), Kind.NAMED, first, end, false);
        }

        private boolean is(int word, String folded) {
            return word >= 0 && word < words.size() && words.get(word).folded().equals(folded);
        }

        /** A group that the dictionary lacks, by the form of its name: "Green Valley Brigade", "Lashkar-e-Subh". */
        private @Nullable Candidate unknownGroup(int at) {
            Word first = words.get(at);
            if (!first.isCapitalised() || shouted || Cues.NOT_GROUPS.contains(first.folded())) {
                return null;
            }
            if (at > 0 && words.get(at).gap().equals("-") && words.get(at - 1).isCapitalised()) {
                return null;
            }
            int end = at + 1;
            int lastEnd = -1;
            boolean start = Cues.GROUP_STARTS.contains(first.folded());
            while (end < words.size() && words.get(end).isJoined() && end - at < 9) {
                Word word = words.get(end);
                boolean hyphen = word.gap().equals("-");
                if (word.isCapitalised() || hyphen && start) {
                    if (Cues.GROUP_ENDS.contains(word.folded())
                            && !Cues.NOT_GROUPS.contains(words.get(end - 1).folded())) {
                        lastEnd = end + 1;
                    } else if (start) {
                        lastEnd = end + 1;
                    } else if (lastEnd > 0 && isOf(end - 1)) {
                        lastEnd = end + 1;
                    }
                } else if (!Cues.CONNECTORS.contains(word.folded())
                        || word.folded().equals("and") && !start) {
                    break;
                }
                end++;
            }
            boolean calledSo = calledSo(at);
            if (lastEnd < 0 && calledSo) {
                end = at + 1;
                lastEnd = end;
                while (end < words.size()
                        && words.get(end).isJoined()
                        && (words.get(end).isCapitalised()
                                || Cues.CONNECTORS.contains(words.get(end).folded()))) {
                    end++;
                    lastEnd = words.get(end - 1).isCapitalised() ? end : lastEnd;
                }
            }
            if (lastEnd < 0 || lastEnd - at < 2 && !calledSo) {
                return null;
            }
            // "Pakistan Army" and the like are found as descriptions
            if (description(at) != null || lastEnd - at == 2 && isState(at)) {
                return null;
            }
            String name =
                    passage(new Passage(first.start(), words.get(lastEnd - 1).end()));
            StringBuilder slug = new StringBuilder("x");
            for (int i = at; i < lastEnd; i++) {
                slug.append('-').append(words.get(i).folded());
            }
            return new Candidate(slug.toString(), name.replaceAll("\\s+", " "), Kind.NAMED, at, lastEnd, false);
        }

        private boolean isOf(int word) {
            return is(word, "of") || is(word, "for") || is(word, "the");
        }

        /** "a little-known group calling itself the ...". */
        private boolean calledSo(int at) {
            int before = at - 1;
            if (is(before, "the")) {
                before--;
            }
            if (is(before, "itself") && is(before - 1, "calling")) {
                return true;
            }
            if (is(before, "as") && is(before - 1, "known")) {
                before--;
            }
            return (is(before, "called") || is(before, "named") || is(before, "known"))
                    && before > 0
                    && Set.of("group", "militia", "faction", "outfit", "organisation", "organization")
                            .contains(words.get(before - 1).folded());
        }

        // --- descriptions

        /** "Russian officials", "Pakistan's foreign ministry", "US drone strike", "Tajik nationals", "officials in Kabul". */
        private @Nullable Candidate description(int at) {
            Candidate best = office(at);
            for (Phrases.Match<String> match : adjectives.at(words, at)) {
                String actor = search.meaning(MetonymKind.ADJECTIVE, match.value());
                boolean former = at > 0
                        && Set.of("former", "ex").contains(words.get(at - 1).folded());
                if (!former && !(shouted && words.get(at).folded().equals("us") && !is(at - 1, "the"))) {
                    best = longer(best, withHead(actor, at, match.end()));
                }
            }
            for (Phrases.Match<Alias> match : names.at(words, at)) {
                Alias alias = match.value();
                if (alias.match().contains(Alias.Match.STATE) && is(match.end(), "s")) {
                    String actor = alias.actor().equals("afghanistan")
                            ? search.meaning(MetonymKind.ADJECTIVE, "Afghan")
                            : alias.actor();
                    best = longer(best, withHead(actor, at, match.end() + 1));
                }
            }
            return best;
        }

        private @Nullable Candidate withHead(String state, int first, int from) {
            int head = from;
            boolean security = false;
            boolean intelligence = false;
            while (head < words.size() && head < from + 4 && words.get(head).isJoined()) {
                String word = words.get(head).folded();
                boolean followed = head + 1 < words.size()
                        && words.get(head + 1).isJoined()
                        && (Cues.BEFORE_HEAD.contains(words.get(head + 1).folded())
                                || isHead(words.get(head + 1).folded()));
                if (!Cues.BEFORE_HEAD.contains(word) || isHead(word) && !followed) {
                    break;
                }
                security |= word.equals("security") || word.equals("border") || word.equals("enforcement");
                intelligence |= word.equals("intelligence");
                head++;
            }
            if (head >= words.size() || !words.get(head).isJoined()) {
                return null;
            }
            String word = words.get(head).folded();
            if (Cues.PEOPLE_HEADS.contains(word) && head == from) {
                String country = dictionary.get(state).country();
                String id = "nationals-" + String.valueOf(country).toLowerCase(Locale.ROOT);
                return dictionary
                        .find(id)
                        .map(people -> new Candidate(id, people.name(), Kind.NATIONALITY, first, from + 1, false))
                        .orElse(null);
            }
            int end = head + 1;
            if (Cues.ROLE_HEADS.contains(word)) {
                return candidate(state, first, is(from - 1, "s") ? from - 1 : from, true);
            }
            if (word.equals("ministry")) {
                while (end < words.size()
                        && end < head + 6
                        && words.get(end).isSpaced()
                        && (words.get(end).isCapitalised()
                                || Cues.CONNECTORS.contains(words.get(end).folded()) && is(head + 1, "of"))) {
                    end++;
                }
                while (Cues.CONNECTORS.contains(words.get(end - 1).folded())) {
                    end--;
                }
                return candidate(state, first, end, false);
            }
            if (word.equals("embassy")) {
                return null;
            }
            if (intelligence && Cues.SERVICE_HEADS.contains(word)
                    || word.equals("intelligence")
                    || (security || is(head - 1, "special") || is(head - 1, "secret"))
                            && Set.of("service", "services").contains(word)) {
                return candidate(organ(state, "-intelligence"), first, end, false);
            }
            if (Cues.POLICE_HEADS.contains(word)
                    || security && Set.of("forces", "personnel", "officers").contains(word)) {
                return candidate(organ(state, "-security-forces"), first, end, false);
            }
            if (Cues.MILITARY_HEADS.contains(word) || word.equals("force") && is(head - 1, "air")) {
                return candidate(organ(state, "-military"), first, end, false);
            }
            if (Cues.STATE_HEADS.contains(word)) {
                return candidate(state, first, end, false);
            }
            if (Cues.DEED_HEADS.contains(word)
                    || Cues.DEED_HEADS.contains(words.get(from).folded())) {
                return candidate(state, first, is(from - 1, "s") ? from - 1 : from, true);
            }
            return null;
        }

        private boolean isHead(String word) {
            return Cues.STATE_HEADS.contains(word)
                    || Cues.MILITARY_HEADS.contains(word)
                    || Cues.POLICE_HEADS.contains(word)
                    || Cues.INTELLIGENCE_HEADS.contains(word)
                    || Cues.SERVICE_HEADS.contains(word)
                    || Cues.ROLE_HEADS.contains(word)
                    || Cues.DEED_HEADS.contains(word)
                    || Set.of("force", "personnel").contains(word);
        }

        private String organ(String state, String suffix) {
            if (state.equals("taliban")) {
                return suffix.equals("-intelligence") ? "gdi" : "taliban";
            }
            if (state.equals("afghanistan-republic")) {
                return suffix.equals("-intelligence") ? "nds" : "afghanistan-republic-military";
            }
            return dictionary.find(state + suffix).isPresent() ? state + suffix : state;
        }

        private Candidate candidate(String id, int first, int end, boolean modifier) {
            return new Candidate(id, dictionary.get(id).name(), Kind.DESCRIPTION, first, end, modifier);
        }

        /** "officials in Moscow", "the government of Pakistan". */
        private @Nullable Candidate office(int at) {
            if (!Set.of(
                            "officials",
                            "authorities",
                            "government",
                            "administration",
                            "regime",
                            "leaders",
                            "rulers",
                            "army",
                            "military")
                    .contains(words.get(at).folded())) {
                return null;
            }
            boolean of = is(at + 1, "of");
            if (!of && !is(at + 1, "in")) {
                return null;
            }
            int place = is(at + 2, "the") ? at + 3 : at + 2;
            if (place >= words.size()) {
                return null;
            }
            boolean armed = Set.of("army", "military").contains(words.get(at).folded());
            for (Phrases.Match<String> seat : seats.at(words, place)) {
                return candidate(search.meaning(MetonymKind.SEAT, seat.value()), at, seat.end(), false);
            }
            for (Phrases.Match<Alias> match : of ? names.at(words, place) : List.<Phrases.Match<Alias>>of()) {
                if (match.value().match().contains(Alias.Match.STATE)) {
                    String state = match.value().actor();
                    String actor =
                            state.equals("afghanistan") ? search.meaning(MetonymKind.ADJECTIVE, "Afghan") : state;
                    return candidate(armed ? organ(actor, "-military") : actor, at, match.end(), false);
                }
            }
            return null;
        }

        // --- metonyms

        private @Nullable Candidate metonym(int at) {
            for (Phrases.Match<String> match : offices.at(words, at)) {
                int before = is(at - 1, "the") ? at - 2 : at - 1;
                if (before < 0 || !Cues.PLACING.contains(words.get(before).folded())) {
                    String actor = search.meaning(MetonymKind.OFFICE, match.value());
                    return new Candidate(actor, dictionary.get(actor).name(), Kind.METONYM, at, match.end(), false);
                }
            }
            for (Phrases.Match<String> match : seats.at(words, at)) {
                if (speaks(at, match.end())
                        || isObject(at)
                        || isActingGenitive(match.end())
                        || isPaired(at, match.end())) {
                    String actor = search.meaning(MetonymKind.SEAT, match.value());
                    return new Candidate(actor, dictionary.get(actor).name(), Kind.METONYM, at, match.end(), false);
                }
            }
            for (Phrases.Match<String> match : peoples.at(words, at)) {
                boolean counted = at > 0
                        && sentence.token(Math.max(0, tokenAfter(at) - 1)).pos().equals("NUM");
                if (!counted
                        && (speaks(at, match.end()) && is(at - 1, "the")
                                || isObject(is(at - 1, "the") ? at - 1 : at))) {
                    String actor = search.meaning(MetonymKind.PEOPLE, match.value());
                    return new Candidate(actor, dictionary.get(actor).name(), Kind.NATIONALITY, at, match.end(), false);
                }
            }
            return null;
        }

        /** Whether the words from {@code at} are the subject of a verb of saying or acting. */
        private boolean speaks(int at, int end) {
            if (at > 0 && words.get(at).isSpaced()) {
                String before = words.get(at - 1).folded();
                if (before.equals("the") && at > 1) {
                    before = words.get(at - 2).folded();
                }
                if (Cues.PLACING.contains(before)
                        || Set.of("to", "from", "of", "on").contains(before)) {
                    return false;
                }
            }
            int token = tokenAfter(end);
            // "Kyiv, Washington and London all denied it": the verb of the list is the verb of each
            while (token + 1 < sentence.size()
                    && sentence.token(token).is(",", "and")
                    && sentence.token(token + 1).pos().equals("PROPN")) {
                token += 2;
            }
            boolean was = false;
            for (int i = token; i < Math.min(sentence.size(), token + 5); i++) {
                Token next = sentence.token(i);
                String lemma = next.lemma();
                if (Set.of("have", "be", "do").contains(lemma)
                        || next.pos().equals("AUX")
                        || next.pos().equals("ADV")
                        || next.is("all", "both", "each")
                        || next.pos().equals("PART") && !next.is("'s", "\u2019s")) {
                    was |= lemma.equals("be");
                    continue;
                }
                if (next.pos().equals("VERB")) {
                    return Cues.ACTS.contains(lemma) && !(was && next.lower().endsWith("ed"));
                }
                return was
                        && next.is(
                                "behind",
                                "responsible",
                                "complicit",
                                "convinced",
                                "adamant",
                                "concerned",
                                "wary",
                                "ready",
                                "unwilling",
                                "unable");
            }
            return false;
        }

        /** "Ukraine, which denies it": whether the word is the subject of a verb of saying or acting. */
        private boolean speaks(int relative) {
            int token = tokenAfter(relative + 1);
            return token < sentence.size()
                    && sentence.token(token).pos().equals("VERB")
                    && Cues.ACTS.contains(sentence.token(token).lemma());
        }

        private boolean isObject(int at) {
            if (at == 0) {
                return false;
            }
            int token = tokenAfter(at) - 1;
            if (token < 0) {
                return false;
            }
            if (is(at - 1, "to") && is(at - 2, "according")) {
                return true;
            }
            Token before = sentence.token(token);
            return Cues.ON_ACTORS.contains(before.lemma())
                    || is(at - 1, "with")
                            && at > 1
                            && Set.of(
                                            "relations",
                                            "ties",
                                            "talks",
                                            "dialogue",
                                            "tensions",
                                            "agreement",
                                            "cooperation",
                                            "links",
                                            "war")
                                    .contains(words.get(at - 2).folded());
        }

        private boolean isActingGenitive(int end) {
            return is(end, "s")
                    && end + 1 < words.size()
                    && (Cues.ACTING_NOUNS.contains(words.get(end + 1).folded())
                            || end + 2 < words.size()
                                    && words.get(end + 2).isSpaced()
                                    && Cues.ACTING_NOUNS.contains(
                                            words.get(end + 2).folded()));
        }

        /** "relations between Kabul and Islamabad", "Moscow and Kyiv traded accusations". */
        private boolean isPaired(int at, int end) {
            boolean tie = false;
            for (int i = Math.max(0, at - 5); i < at; i++) {
                tie |= Set.of(
                                "relations",
                                "ties",
                                "talks",
                                "tensions",
                                "war",
                                "agreement",
                                "dialogue",
                                "rift",
                                "standoff")
                        .contains(words.get(i).folded());
            }
            if (!tie) {
                return false;
            }
            boolean first = is(at - 1, "between")
                    && is(end, "and")
                    && end + 1 < words.size()
                    && (!seats.at(words, end + 1).isEmpty() || isState(end + 1));
            boolean second =
                    is(at - 1, "and") && at > 1 && (!seats.at(words, at - 2).isEmpty() || isState(at - 2));
            return first || second;
        }
    }
}
