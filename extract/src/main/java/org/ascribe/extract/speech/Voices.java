package org.ascribe.extract.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascribe.core.Speaker;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.clause.VerbGroup;
import org.ascribe.extract.clause.VerbGroup.Feature;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.table.DataTable;
import org.jspecify.annotations.Nullable;

/** Who says which words of a report. */
public final class Voices {

    private final List<List<Voice>> bySentence;

    private Voices(List<List<Voice>> bySentence) {
        this.bySentence = bySentence;
    }

    /** The voices that say the token, the innermost first; empty where the report itself speaks. */
    public List<Voice> at(int sentence, int token) {
        return bySentence.get(sentence).stream()
                .filter(voice -> voice.covers(token) && !voice.inTag(token))
                .sorted(Comparator.comparingInt((Voice voice) -> voice.end() - voice.first())
                        .thenComparing(Comparator.comparingInt(Voice::first).reversed()))
                .toList();
    }

    /** Who says the token: the innermost voice, reported by the others; the author where there is none. */
    public Speaker speakerAt(int sentence, int token) {
        Speaker chain = null;
        List<Voice> voices = at(sentence, token);
        for (int i = voices.size() - 1; i >= 0; i--) {
            chain = voices.get(i).speaker().name().equals(chain == null ? null : chain.name())
                    ? chain
                    : reportedBy(voices.get(i).speaker(), chain);
        }
        return chain == null ? Speakers.author() : chain;
    }

    /** Whether the token stands in the words that introduce a speaker: "an official in Herat said on Friday". */
    public boolean inTag(int sentence, int token) {
        return bySentence.get(sentence).stream().anyMatch(voice -> voice.inTag(token));
    }

    public List<Voice> in(int sentence) {
        return bySentence.get(sentence);
    }

    public static Speaker reportedBy(Speaker speaker, @Nullable Speaker reporter) {
        return reporter == null
                ? speaker
                : new Speaker(speaker.name(), speaker.as(), speaker.at(), speaker.role(), speaker.actor(), reporter);
    }

    /** Finds voices; safe to share between threads. */
    public static final class Finder {

        private final Speakers speakers;
        private final Map<String, Voice.Kind> verbs;

        public Finder(Speakers speakers) {
            this.speakers = speakers;
            this.verbs = DataTable.read(Voices.class, "speech-verbs.tsv").rows().stream()
                    .collect(Collectors.toMap(
                            row -> row.get("lemma"),
                            row -> Voice.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT))));
        }

        public Voices find(Mentions mentions) {
            return new Search(mentions, speakers, verbs).run();
        }
    }

    /** A stretch between quotation marks within one sentence. */
    private record Quote(int sentence, int first, int end, boolean opens, boolean closes) {}

    private static final class Search {
        private static final Set<String> TOLLING = Set.of(
                "count", "put", "give", "speak", "cite", "record", "list", "raise", "revise", "place", "lower",
                "tally");

        private static final Set<String> IDEAS = Set.of(
                "suggestion",
                "claim",
                "allegation",
                "accusation",
                "idea",
                "notion",
                "assertion",
                "charge",
                "report",
                "possibility");

        private final Mentions mentions;
        private final Speakers speakers;
        private final Map<String, Voice.Kind> verbs;
        private final List<List<Voice>> found = new ArrayList<>();
        private final List<List<Quote>> quotes = new ArrayList<>();
        private @Nullable Speaker lastPerson;
        private @Nullable Speaker lastSpeaker;
        private @Nullable Speaker lastBody;

        Search(Mentions mentions, Speakers speakers, Map<String, Voice.Kind> verbs) {
            this.mentions = mentions;
            this.speakers = speakers;
            this.verbs = verbs;
        }

        Voices run() {
            readQuotes();
            for (Clauses clauses : mentions.clauses()) {
                List<Voice> here = new ArrayList<>();
                for (VerbGroup verb : clauses.verbs()) {
                    reported(clauses, verb).ifPresent(voice -> {
                        here.add(voice);
                        remember(voice.speaker());
                    });
                }
                according(clauses, here);
                rejectedAs(clauses, here);
                claimsThat(clauses, here);
                rememberPeople(clauses);
                found.add(here);
            }
            for (int s = 1; s < found.size(); s++) {
                carriedOn(s);
            }
            for (int s = 0; s < found.size(); s++) {
                for (Quote quote : quotes.get(s)) {
                    quoted(quote);
                }
            }
            return new Voices(found.stream().map(List::copyOf).toList());
        }

        private void remember(Speaker speaker) {
            lastSpeaker = speaker;
            if (speakers.isCollective(speaker)) {
                lastBody = speaker;
            } else {
                lastPerson = speaker;
            }
        }

        /** "The minister arrived. He said": subjects in office are remembered though they have not spoken. */
        private void rememberPeople(Clauses clauses) {
            for (VerbGroup verb : clauses.verbs()) {
                if (verb.is(Feature.FINITE) && !verbs.containsKey(verb.lemma())) {
                    clauses.subject(verb)
                            .filter(subject -> !Speakers.isPronoun(clauses, subject))
                            .flatMap(subject -> speakers.of(mentions, clauses, subject))
                            .filter(speaker -> speaker.role() != Speaker.Role.UNNAMED)
                            .ifPresent(speaker -> {
                                if (speakers.isCollective(speaker)) {
                                    lastBody = speaker;
                                } else {
                                    lastPerson = speaker;
                                }
                            });
                }
            }
        }

        private Optional<Voice> reported(Clauses clauses, VerbGroup verb) {
            Voice.Kind kind = TOLLING.contains(verb.lemma()) ? tolls(clauses, verb) : verbs.get(verb.lemma());
            if (kind == null || verb.is(Feature.REDUCED) || verb.is(Feature.PASSIVE)) {
                return Optional.empty();
            }
            Sentence sentence = clauses.sentence();
            if (verb.lemma().equals("claim") && !saysThat(clauses, verb)
                    || verb.lemma().equals("point") && !nextIs(sentence, verb.end(), "out", "to")
                    || verb.isAny(
                                    "hold",
                                    "see",
                                    "view",
                                    "charge",
                                    "continue",
                                    "post",
                                    "consider",
                                    "add",
                                    "counter",
                                    "question",
                                    "dismiss",
                                    "reject",
                                    "judge",
                                    "repeat",
                                    "describe")
                            && !saysThat(clauses, verb)
                            && !trails(clauses, verb)
                            && ideaEnd(clauses, verb) < 0) {
                return Optional.empty();
            }
            NounPhrase subject = clauses.subject(verb).orElse(null);
            if (subject == null) {
                return Optional.empty();
            }
            boolean body = sentence.token(subject.head()).is("it", "they", "we");
            Speaker speaker = Speakers.isPronoun(clauses, subject)
                    ? (body && lastBody != null ? lastBody : lastPerson != null ? lastPerson : lastSpeaker)
                    : speakers.of(mentions, clauses, subject)
                            .or(() -> trails(clauses, verb)
                                            || saysThat(clauses, verb)
                                                    && verb.isAny(
                                                            "say",
                                                            "tell",
                                                            "write",
                                                            "state",
                                                            "report",
                                                            "announce",
                                                            "declare",
                                                            "add")
                                    ? speakers.unknown(mentions, clauses, subject)
                                    : Optional.empty())
                            .orElse(null);
            if (speaker == null) {
                return Optional.empty();
            }
            int idea = kind == Voice.Kind.DENY || kind == Voice.Kind.DOUBT ? ideaEnd(clauses, verb) : -1;
            int subjectEnd = clauses.endWithApposition(subject);
            int tagFirst = Math.min(subject.first(), verb.first());
            int tagEnd = Math.max(verb.end(), subject.first() >= verb.end() ? subjectEnd : verb.end());
            if (verb.is(Feature.ING) && subject.first() < verb.first()) {
                tagFirst = verb.first();
            }
            tagEnd = idea > 0 ? idea : tagTail(sentence, tagEnd, clauses);
            if (trails(clauses, verb)) {
                int from = openingOf(sentence, tagFirst);
                // “C,” X said, “D”: what follows the tag is said too.
                int to = tagEnd < sentence.size() - 2 ? sentence.size() : tagFirst;
                return Optional.of(
                        new Voice(speaker, sentence.index(), from, to, verb.lemma(), kind, tagFirst, tagEnd));
            }
            int first = tagEnd;
            int end = complementEnd(clauses, first, tagFirst);
            return first < end
                    ? Optional.of(
                            new Voice(speaker, sentence.index(), first, end, verb.lemma(), kind, tagFirst, tagEnd))
                    : Optional.empty();
        }

        /** "officials counted nine dead", "the ministry put the toll at 12": a voice where a toll follows. */
        private Voice.@Nullable Kind tolls(Clauses clauses, VerbGroup verb) {
            boolean toll = mentions.tollsIn(clauses.sentence().index()).stream()
                    .anyMatch(t -> t.firstTrigger() >= verb.end() && t.firstTrigger() < verb.end() + 10);
            return toll && verb.is(Feature.FINITE) ? Voice.Kind.SAY : null;
        }

        private static boolean nextIs(Sentence sentence, int at, String... words) {
            return at < sentence.size() && sentence.token(at).is(words);
        }

        /** Whether a clause or a quotation follows the verb: "that ...", "he had ...". */
        private static boolean saysThat(Clauses clauses, VerbGroup verb) {
            Sentence sentence = clauses.sentence();
            int i = verb.end();
            while (i < sentence.size() && sentence.token(i).pos().equals("ADV")) {
                i++;
            }
            if (nextIs(sentence, i, "that", "“", "\"", ":", "to")
                    || nextIs(sentence, i, ",") && nextIs(sentence, i + 1, "“", "\"", "without")) {
                return !nextIs(sentence, i, "to") || clauses.verbAt(i).isPresent();
            }
            Optional<NounPhrase> next = clauses.phraseAt(i);
            return next.isPresent()
                    && clauses.verbAt(skipChain(clauses, next.get()))
                            .filter(v -> v.is(Feature.FINITE))
                            .isPresent();
        }

        /** "rejected any suggestion that": the token behind "that", or -1. */
        private static int ideaEnd(Clauses clauses, VerbGroup verb) {
            Optional<NounPhrase> idea = clauses.object(verb);
            return idea.isPresent()
                            && IDEAS.contains(
                                    clauses.sentence().token(idea.get().head()).lemma())
                            && nextIs(clauses.sentence(), idea.get().end(), "that")
                    ? idea.get().end() + 1
                    : -1;
        }

        private static int skipChain(Clauses clauses, NounPhrase phrase) {
            int i = clauses.endOfChain(phrase);
            while (i < clauses.sentence().size()
                    && clauses.sentence().token(i).pos().equals("ADV")) {
                i++;
            }
            return i;
        }

        /** Whether the words stand before the tag: "..., a spokesman said." or "..., said a spokesman". */
        private static boolean trails(Clauses clauses, VerbGroup verb) {
            Sentence sentence = clauses.sentence();
            NounPhrase subject = clauses.subject(verb).orElse(null);
            if (subject == null || verb.is(Feature.ING)) {
                return false;
            }
            int first = Math.min(subject.first(), verb.first());
            int i = first - 1;
            while (i >= 0 && sentence.token(i).pos().equals("DET")) {
                i--;
            }
            if (i < 1) {
                return false;
            }
            boolean inverted = subject.first() >= verb.end();
            boolean mark =
                    sentence.token(i).is("”", "\"", "’") || sentence.token(i).is(",");
            if (!mark) {
                return false;
            }
            if (sentence.token(i).is(",") && !inverted) {
                // "..., the ministry said" closes a clause; "On Friday, the ministry said that" opens one.
                boolean clauseBefore = clauses.verbs().stream().anyMatch(v -> v.end() <= first && v.is(Feature.FINITE));
                boolean nothingAfter = verb.end() >= sentence.size() - 1
                        || !saysThat(clauses, verb) && (clauses.object(verb).isEmpty() || verb.isAny("tell"));
                return clauseBefore && nothingAfter;
            }
            return true;
        }

        /** "said on Friday", "said in a statement", "told the agency": belongs to the tag. */
        private static int tagTail(Sentence sentence, int from, Clauses clauses) {
            int i = from;
            while (i < sentence.size()) {
                Token token = sentence.token(i);
                Optional<NounPhrase> next = clauses.phraseAt(i + 1);
                if (token.is("on", "in", "at", "by", "during", "from", "via", "through", "to", "after")
                        && next.isPresent()
                        && !next.get().isGoverned()) {
                    break;
                }
                if (token.is("on", "in", "at", "via", "through", "during", "from") && next.isPresent()) {
                    i = next.get().end();
                } else if (i == from
                        && clauses.phraseAt(i).isPresent()
                        && clauses.verbAt(from - 1).filter(v -> v.isAny("tell")).isPresent()) {
                    i = clauses.endOfChain(clauses.phraseAt(i).orElseThrow());
                } else if (isDay(token)) {
                    i++;
                } else {
                    break;
                }
            }
            // "said within hours of the attack that"
            for (int j = i;
                    j < Math.min(sentence.size(), i + 12)
                            && clauses.verbAt(j).isEmpty()
                            && !sentence.token(j).is(",", ";", "“", "\"");
                    j++) {
                if (sentence.token(j).is("that")) {
                    i = j;
                    break;
                }
            }
            while (i < sentence.size()
                    && (sentence.token(i).is("that", ":")
                            || sentence.token(i).is(",") && nextIs(sentence, i + 1, "“", "\"", "that"))) {
                i++;
            }
            return i;
        }

        private static boolean isDay(Token token) {
            return token.is(
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "yesterday",
                    "today",
                    "later",
                    "earlier");
        }

        private static int openingOf(Sentence sentence, int tagFirst) {
            for (int i = tagFirst - 1; i > 0; i--) {
                if (sentence.token(i).is(";")) {
                    return i + 1;
                }
            }
            return 0;
        }

        /**
         * Where the reported clause ends: with the sentence, or, in "While A says that B, C", with B, or before ", but".
         */
        private int complementEnd(Clauses clauses, int first, int tagFirst) {
            Sentence sentence = clauses.sentence();
            boolean concession = sentence.token(0).is("while", "although", "though", "whereas") && tagFirst < 12
                    || tagFirst >= 1 && sentence.token(tagFirst - 1).is("while", "although", "though", "whereas");
            boolean verbSeen = false;
            boolean quoteOpen = false;
            for (int i = first; i < sentence.size(); i++) {
                Token token = sentence.token(i);
                verbSeen |= clauses.verbAt(i).isPresent();
                if (token.is("“")) {
                    quoteOpen = true;
                } else if (token.is("”")) {
                    quoteOpen = false;
                }
                if (quoteOpen) {
                    continue;
                }
                if (token.is(";")) {
                    return i;
                }
                if (token.is(",") && verbSeen) {
                    if (concession && sentence.token(0).is("while", "although", "though", "whereas")) {
                        return i;
                    }
                    if (nextIs(sentence, i + 1, "but", "while", "although", "though", "whereas", "yet")
                            || nextIs(sentence, i + 1, "and") && speaksNext(clauses, i + 2)) {
                        return i;
                    }
                }
            }
            return sentence.size();
        }

        /** Whether the clause that begins at the token has its own speaker: ", and an adviser in Kyiv said". */
        private boolean speaksNext(Clauses clauses, int token) {
            return clauses.verbs().stream()
                    .filter(v -> v.first() > token && v.is(Feature.FINITE))
                    .findFirst()
                    .filter(v -> verbs.containsKey(v.lemma())
                            && clauses.subject(v)
                                    .filter(s -> s.first() >= token)
                                    .isPresent())
                    .isPresent();
        }

        /** "the group's claim that it", "the accusation that India": a voice in a noun. */
        private void claimsThat(Clauses clauses, List<Voice> here) {
            Sentence sentence = clauses.sentence();
            for (NounPhrase phrase : clauses.phrases()) {
                if (!IDEAS.contains(sentence.token(phrase.head()).lemma())
                        || sentence.token(phrase.head()).is("possibility", "idea", "notion")
                        || !nextIs(sentence, phrase.end(), "that")) {
                    continue;
                }
                int first = phrase.end() + 1;
                if (here.stream().anyMatch(voice -> voice.covers(first) && voice.first() >= phrase.first())) {
                    continue;
                }
                int owner = -1;
                for (int i = phrase.first(); i < phrase.head(); i++) {
                    owner = sentence.token(i).is("'s", "’s") ? i : owner;
                }
                NounPhrase owning =
                        owner > phrase.first() ? new NounPhrase(phrase.first(), owner, owner - 1, -1) : null;
                Optional<Speaker> speaker = owning == null
                        ? speakers.unknown(mentions, clauses, phrase)
                        : speakers.of(mentions, clauses, owning);
                boolean denied = clauses.verbs().stream()
                        .anyMatch(verb -> verb.isAny("call", "brand", "label", "dismiss", "reject", "deny")
                                && verb.end() <= phrase.first()
                                && verb.end() >= phrase.first() - 2);
                speaker.ifPresent(who -> here.add(new Voice(
                        who,
                        sentence.index(),
                        first,
                        complementEnd(clauses, first, phrase.first()),
                        "claim-that",
                        denied ? Voice.Kind.DENY : Voice.Kind.SAY,
                        phrase.first(),
                        phrase.first())));
            }
        }

        /** "rejected such accusations as a provocation planned by the Kremlin": what stands behind "as" is said too. */
        private void rejectedAs(Clauses clauses, List<Voice> here) {
            Sentence sentence = clauses.sentence();
            for (VerbGroup verb : clauses.verbs()) {
                if (!verb.isAny("reject", "dismiss", "describe", "condemn", "denounce", "brand", "label", "portray")
                        || verb.is(Feature.PASSIVE)) {
                    continue;
                }
                Optional<Speaker> speaker = clauses.subject(verb).flatMap(s -> speakers.of(mentions, clauses, s));
                for (int i = verb.end(); speaker.isPresent() && i + 1 < sentence.size(); i++) {
                    if (sentence.token(i).is("as") && clauses.phraseAt(i + 1).isPresent()) {
                        int end = complementEnd(clauses, i + 1, i);
                        here.add(new Voice(speaker.get(), sentence.index(), i + 1, end, "as", Voice.Kind.SAY, i, i));
                        break;
                    }
                    if (sentence.token(i).is(",", ";", "that")) {
                        break;
                    }
                }
            }
        }

        private void according(Clauses clauses, List<Voice> here) {
            Sentence sentence = clauses.sentence();
            for (int i = 0; i + 2 < sentence.size(); i++) {
                if (!(sentence.token(i).is("according") && sentence.token(i + 1).is("to")
                        || sentence.token(i).is("per") && i == 0)) {
                    continue;
                }
                NounPhrase phrase = clauses.phraseAt(i + 2).orElse(null);
                if (phrase == null) {
                    continue;
                }
                Optional<Speaker> speaker = speakers.of(mentions, clauses, phrase);
                int tagFirst = i;
                int tagEnd = clauses.endWithApposition(phrase);
                speaker.ifPresent(who -> {
                    here.add(new Voice(
                            who, sentence.index(), 0, sentence.size(), "according", Voice.Kind.SAY, tagFirst, tagEnd));
                    remember(who);
                });
            }
        }

        /** "Analysts suggest more. The two might be allies": a guess right behind an expert's view is still the expert's. */
        private void carriedOn(int s) {
            Clauses clauses = mentions.clauses(s);
            List<Voice> before = found.get(s - 1);
            if (!found.get(s).isEmpty() || before.isEmpty() || !sameParagraph(s - 1, s)) {
                return;
            }
            Voice last = before.get(before.size() - 1);
            boolean guess = clauses.verbs().stream()
                    .filter(verb -> verb.is(Feature.FINITE))
                    .findFirst()
                    .filter(verb -> verb.is(Feature.MODAL))
                    .isPresent();
            if (guess
                    && last.speaker().role() == Speaker.Role.EXPERT
                    && last.end() >= mentions.sentence(s - 1).size() - 1) {
                found.get(s)
                        .add(new Voice(
                                last.speaker(), s, 0, clauses.sentence().size(), last.verb(), Voice.Kind.HEDGE, 0, 0));
            }
        }

        // Quotations

        private void readQuotes() {
            boolean open = false;
            int paragraph = -1;
            for (Clauses clauses : mentions.clauses()) {
                Sentence sentence = clauses.sentence();
                List<Quote> here = new ArrayList<>();
                if (sentence.paragraph() != paragraph) {
                    // A quotation that runs on is opened again in the next paragraph.
                    open = false;
                    paragraph = sentence.paragraph();
                }
                int first = open ? 0 : -1;
                boolean opensHere = false;
                for (int i = 0; i < sentence.size(); i++) {
                    Token token = sentence.token(i);
                    boolean straight = token.is("\"");
                    if (first < 0 && (token.is("“") || straight)) {
                        first = i + 1;
                        opensHere = true;
                    } else if (first >= 0 && (token.is("”") || straight)) {
                        if (first < i) {
                            here.add(new Quote(sentence.index(), first, i, opensHere, true));
                        }
                        first = -1;
                        opensHere = false;
                    }
                }
                open = first >= 0;
                if (open && first < sentence.size()) {
                    here.add(new Quote(sentence.index(), first, sentence.size(), opensHere, false));
                }
                quotes.add(here);
            }
        }

        private void quoted(Quote quote) {
            boolean clauseLike = quote.end() - quote.first() >= 5;
            if (!clauseLike) {
                return;
            }
            int s = quote.sentence();
            Speaker speaker = tagNear(s, quote);
            for (int next = s + 1;
                    speaker == null && !quote.closes() && next < found.size() && sameParagraph(s, next);
                    next++) {
                speaker = firstOutside(next);
            }
            for (int before = s - 1;
                    speaker == null && before >= 0 && sameParagraph(s, before)
                            || speaker == null && before == s - 1 && before >= 0;
                    before--) {
                speaker = lastOutside(before);
            }
            if (speaker == null
                    || found.get(s).stream()
                            .anyMatch(
                                    v -> v.first() <= quote.first() && v.end() >= quote.end() && !isWithin(v, quote))) {
                return;
            }
            List<Voice> here = new ArrayList<>(found.get(s));
            here.add(new Voice(speaker, s, quote.first(), quote.end(), "quote", Voice.Kind.SAY, 0, 0));
            found.set(s, here);
        }

        private boolean sameParagraph(int a, int b) {
            return mentions.sentence(a).paragraph() == mentions.sentence(b).paragraph();
        }

        private static boolean isWithin(Voice voice, Quote quote) {
            return voice.tagFirst() >= quote.first() && voice.tagEnd() <= quote.end();
        }

        /** The speaker of a tag in the quotation's own sentence, outside the quotation. */
        private @Nullable Speaker tagNear(int sentence, Quote quote) {
            return found.get(sentence).stream()
                    .filter(voice -> !voice.verb().equals("quote") && !isWithin(voice, quote))
                    .map(Voice::speaker)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable Speaker firstOutside(int sentence) {
            return found.get(sentence).stream()
                    .filter(voice -> quotes.get(sentence).stream().noneMatch(q -> isWithin(voice, q)))
                    .map(Voice::speaker)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable Speaker lastOutside(int sentence) {
            return found.get(sentence).stream()
                    .reduce((a, b) -> b)
                    .map(Voice::speaker)
                    .orElse(null);
        }
    }
}
