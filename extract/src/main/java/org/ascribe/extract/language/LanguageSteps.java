package org.ascribe.extract.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;
import org.ascribe.core.Furniture;
import org.ascribe.core.Passage;
import org.ascribe.core.Report;

/** Sentences, tokens, parts of speech and lemmas. Safe to share between threads; loading takes about half a second. */
public final class LanguageSteps {

    private static final Pattern PARAGRAPH_BREAK =
            Pattern.compile("\\R[ \\t\\u00a0]*\\R|\\R(?=[ \\t]{2,}\\S)|\\R(?=[-*•] )|(?<=[.!?][”\"’')]?)\\R");

    /** Words after which a full stop ends no sentence. */
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[\\s(\\[\"“'‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Brig|Adm|Gov|Sen|Rep|St|No|vs|approx|ca|cf|e\\.g|i\\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\\.S|U\\.K|U\\.N|a\\.m|p\\.m)\\.$");

    private static final Pattern CONTINUES = Pattern.compile("^(?:[a-z]|[,;:)\\]])");

    /** A full stop, a closing quotation mark or a bracket, and a capital after it, within what was held for a sentence. */
    private static final Pattern MISSED_END = Pattern.compile("([.!?][”\"’']?|[.!?])\\s+(?=[“\"‘']?[A-Z][a-z])");

    /** What stands as a token of its own behind a word. */
    private static final Pattern CLITIC = Pattern.compile("(?:['’](?:s|S|re|ve|ll|d|m)?|n['’]t|-)$");

    /** Never nouns behind a name, unlike "attacks" and "claims". */
    private static final Set<String> VERBS_BEHIND_NAMES = Set.of(
            "operates",
            "maintains",
            "lacks",
            "remains",
            "poses",
            "denies",
            "retains",
            "seeks",
            "commands",
            "runs",
            "enjoys",
            "faces",
            "insists",
            "argues",
            "believes",
            "accuses",
            "blames",
            "rejects",
            "warns",
            "says");

    /** Names such as M23, which the model takes for a number or a mark. */
    private static final Pattern CODE_NAME = Pattern.compile("[A-Z]{1,4}\\d{1,3}");

    /** "INGO", which the model takes for whatever its neighbours ask for. */
    private static final Pattern ACRONYM = Pattern.compile("[A-Z]{3,6}s?|UN");

    private static final Set<String> ACRONYM_TAGS = Set.of("PROPN", "NOUN", "NUM", "PRON", "SYM");

    /** What was done to somebody, also where the model takes it for a noun: "was shot and injured". */
    private static final Set<String> DONE_TO =
            Set.of("shot", "wounded", "injured", "beaten", "stabbed", "abducted", "kidnapped", "assaulted", "robbed");

    private static final Map<String, String> AUXILIARIES = Map.ofEntries(
            Map.entry("is", "be"),
            Map.entry("am", "be"),
            Map.entry("are", "be"),
            Map.entry("was", "be"),
            Map.entry("were", "be"),
            Map.entry("been", "be"),
            Map.entry("being", "be"),
            Map.entry("'s", "be"),
            Map.entry("’s", "be"),
            Map.entry("'re", "be"),
            Map.entry("’re", "be"),
            Map.entry("has", "have"),
            Map.entry("had", "have"),
            Map.entry("having", "have"),
            Map.entry("'ve", "have"),
            Map.entry("’ve", "have"),
            Map.entry("does", "do"),
            Map.entry("did", "do"),
            Map.entry("'ll", "will"),
            Map.entry("’ll", "will"));

    /** Verbs of the trade that the model takes for nouns or adjectives in the dense style of news. */
    private static final Set<String> ALWAYS_VERBS = Set.of(
            "said",
            "says",
            "targeting",
            "denied",
            "denies",
            "blamed",
            "blames",
            "accused",
            "accuses",
            "attributed",
            "attributing",
            "claimed",
            "claiming",
            "killed",
            "killing",
            "wounding",
            "injuring",
            "stormed",
            "detonated",
            "bombed",
            "overran",
            "ambushed",
            "gunned");

    /** Nouns of the trade that the model takes for verbs at the head of a sentence or behind a word that describes them. */
    private static final Set<String> OFTEN_NOUNS = Set.of(
            "rockets",
            "drones",
            "strikes",
            "airstrikes",
            "raids",
            "attacks",
            "clashes",
            "blasts",
            "shells",
            "missiles");

    private final SentenceModel sentences;
    private final WordSplitter words;
    private final Tagger tagger;
    private final Lemmas lemmas = Lemmas.load();

    private LanguageSteps(SentenceModel sentences, TokenizerModel tokens, POSModel parts) {
        this.sentences = sentences;
        this.words = new WordSplitter(tokens);
        this.tagger = new Tagger(parts);
    }

    /** With the English models that come with the program. */
    public static LanguageSteps english() {
        try {
            return new LanguageSteps(
                    new SentenceModel(model("opennlp-en-ud-ewt-sentence")),
                    new TokenizerModel(model("opennlp-en-ud-ewt-tokens")),
                    new POSModel(model("opennlp-en-ud-ewt-pos")));
        } catch (IOException broken) {
            throw new UncheckedIOException("the English language models on the class path are damaged", broken);
        }
    }

    /** The report's sentences, furniture left out; cost is linear in the text. */
    public ParsedReport parse(Report report) {
        return new Parse(report).run();
    }

    /** One pass over one report; OpenNLP's tools are not thread-safe, so each has its own. */
    private final class Parse {
        private final Report report;
        private final String text;
        private final int[] codePoints;
        private final SentenceDetectorME splitter = new SentenceDetectorME(sentences);
        private final List<Sentence> found = new ArrayList<>();
        private boolean shouting;

        Parse(Report report) {
            this.report = report;
            this.text = report.text();
            this.codePoints = new int[text.length() + 1];
            for (int i = 0; i < text.length(); i++) {
                boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
                codePoints[i + 1] = codePoints[i] + (second ? 0 : 1);
            }
        }

        ParsedReport run() {
            int paragraph = 0;
            for (Span stretch : outsideFurniture()) {
                for (Span block : paragraphs(stretch)) {
                    boolean any = false;
                    for (Span sentence : split(block)) {
                        any |= read(sentence, paragraph);
                    }
                    paragraph += any ? 1 : 0;
                }
            }
            return new ParsedReport(report, found);
        }

        private List<Span> outsideFurniture() {
            List<Span> stretches = new ArrayList<>();
            int from = 0;
            for (Furniture piece : report.furniture()) {
                int start = text.offsetByCodePoints(0, piece.passage().start());
                if (start > from) {
                    stretches.add(new Span(from, start));
                }
                from = text.offsetByCodePoints(0, piece.passage().end());
            }
            if (from < text.length()) {
                stretches.add(new Span(from, text.length()));
            }
            return stretches;
        }

        private List<Span> paragraphs(Span stretch) {
            List<Span> blocks = new ArrayList<>();
            Matcher breaks = PARAGRAPH_BREAK.matcher(text).region(stretch.getStart(), stretch.getEnd());
            int from = stretch.getStart();
            while (breaks.find()) {
                blocks.add(new Span(from, breaks.start()));
                from = breaks.end();
            }
            blocks.add(new Span(from, stretch.getEnd()));
            return blocks;
        }

        private List<Span> split(Span block) {
            String words = text.substring(block.getStart(), block.getEnd());
            List<Span> merged = new ArrayList<>();
            for (Span raw : splitter.sentPosDetect(words)) {
                Span sentence = new Span(raw.getStart() + block.getStart(), raw.getEnd() + block.getStart());
                Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
                if (last != null && !isEnd(last, sentence)) {
                    merged.set(merged.size() - 1, new Span(last.getStart(), sentence.getEnd()));
                } else {
                    merged.add(sentence);
                }
            }
            List<Span> parted = new ArrayList<>();
            for (Span sentence : merged) {
                int from = sentence.getStart();
                Matcher missed = MISSED_END.matcher(text).region(from, sentence.getEnd());
                while (missed.find()) {
                    if (!ABBREVIATION
                            .matcher(text.substring(from, missed.end(1)))
                            .find()) {
                        parted.add(new Span(from, missed.end(1)));
                        from = missed.end();
                    }
                }
                parted.add(new Span(from, sentence.getEnd()));
            }
            return parted;
        }

        /** Whether a sentence really ends between the two: not after "Gen." and not inside brackets. */
        private boolean isEnd(Span before, Span after) {
            String left = text.substring(before.getStart(), before.getEnd());
            String right = text.substring(after.getStart(), after.getEnd());
            return !ABBREVIATION.matcher(left).find()
                    && !CONTINUES.matcher(right).find();
        }

        private boolean read(Span span, int paragraph) {
            String sentence = text.substring(span.getStart(), span.getEnd());
            shouting = sentence.equals(sentence.toUpperCase(Locale.ROOT));
            List<Span> spans = words.split(sentence);
            partFullStop(sentence, spans);
            if (spans.isEmpty()) {
                return false;
            }
            String[] forms = Span.spansToStrings(spans.toArray(Span[]::new), sentence);
            List<String> tags = tagger.tag(forms);
            List<Token> read = new ArrayList<>();
            for (int i = 0; i < forms.length; i++) {
                addTokens(forms[i], tags.get(i), span.getStart() + spans.get(i).getStart(), read);
            }
            retag(read);
            Passage whole = new Passage(
                    read.get(0).passage().start(),
                    read.get(read.size() - 1).passage().end());
            found.add(new Sentence(found.size(), paragraph, whole, read));
            return true;
        }

        /** Habits of the model that news trips: "did claim", "having fired", a plural at the beginning, "shot dead". */
        private void retag(List<Token> read) {
            for (int i = 0; i + 1 < read.size(); i++) {
                Token token = read.get(i);
                Token next = read.get(i + 1);
                boolean auxiliary = token.pos().equals("VERB")
                        && next.pos().equals("VERB")
                        && token.is("do", "does", "did", "having", "has", "had", "have");
                boolean plural = i == 0
                        && token.pos().equals("VERB")
                        && token.lower().endsWith("s")
                        && isAnyOf(next.pos(), "VERB", "AUX");
                boolean shotDead = token.is("shot") && next.is("dead")
                        || i > 0
                                && !token.pos().equals("VERB")
                                && DONE_TO.contains(token.lower())
                                && read.get(i - 1).pos().equals("AUX")
                                && (isAnyOf(next.pos(), "CCONJ", "ADP", "SCONJ", "PUNCT", "ADV") || next.is("by"));
                // "TTP operates in", "experts doubt that": verbs behind their subject
                boolean subject = i > 0 && isAnyOf(read.get(i - 1).pos(), "NOUN", "PROPN", "PRON");
                boolean behindName = subject
                        && token.pos().equals("NOUN")
                        && (VERBS_BEHIND_NAMES.contains(token.text())
                                        && read.get(i - 1).pos().equals("PROPN")
                                        && isAnyOf(next.pos(), "DET", "ADP", "PRON", "ADV", "PROPN", "SCONJ")
                                || token.is("doubt", "claim", "fear", "suspect", "report", "estimate")
                                        && next.is("that"));
                // "warplanes struck homes", "soldiers shot two"
                boolean struck = token.is("struck", "fired") && token.pos().equals("NOUN")
                        || token.is("shot")
                                && token.pos().equals("NOUN")
                                && i > 0
                                && read.get(i - 1).pos().equals("NOUN")
                                && isPlural(read.get(i - 1).text())
                                && isAnyOf(next.pos(), "NUM", "DET", "PRON", "NOUN", "PROPN");
                if (auxiliary || plural || shotDead || behindName || struck) {
                    set(read, i, auxiliary ? "AUX" : plural ? "NOUN" : "VERB");
                }
                if (shotDead && next.is("dead")) {
                    set(read, i + 1, "ADJ");
                }
            }
        }

        private void set(List<Token> read, int index, String pos) {
            Token token = read.get(index);
            read.set(index, new Token(token.passage(), token.text(), pos, lemma(token.text(), pos)));
        }

        /** "claimed by JNIM.": the tokenizer takes the full stop behind an acronym for a part of it. */
        private static void partFullStop(String words, List<Span> spans) {
            if (spans.isEmpty()) {
                return;
            }
            Span last = spans.get(spans.size() - 1);
            String form = words.substring(last.getStart(), last.getEnd());
            if (form.length() > 2 && form.indexOf('.') == form.length() - 1) {
                spans.set(spans.size() - 1, new Span(last.getStart(), last.getEnd() - 1));
                spans.add(new Span(last.getEnd() - 1, last.getEnd()));
            }
        }

        /** The word, and its clitic as a token of its own: "group's" is NOUN+PART in the model's tags. */
        private void addTokens(String form, String tag, int at, List<Token> out) {
            int cut = clitic(form);
            String[] both = tag.indexOf('+') < 0 ? new String[] {tag} : tag.split("\\+", 2);
            add(form.substring(0, cut), both[0], at, out);
            if (cut < form.length()) {
                String rest = form.substring(cut);
                String restTag = both.length == 2 ? both[1] : rest.equals("-") ? "PUNCT" : "PART";
                add(rest, restTag, at + cut, out);
            }
        }

        private static int clitic(String form) {
            if (form.indexOf('\'') < 0 && form.indexOf('’') < 0 && !form.endsWith("-")) {
                return form.length();
            }
            Matcher clitic = CLITIC.matcher(form);
            return clitic.find() && clitic.start() > 0 ? clitic.start() : form.length();
        }

        private static boolean isPlural(String noun) {
            return noun.endsWith("s") || noun.endsWith("men");
        }

        private static boolean isAnyOf(String pos, String... some) {
            for (String one : some) {
                if (one.equals(pos)) {
                    return true;
                }
            }
            return false;
        }

        private void add(String form, String tag, int at, List<Token> out) {
            // The verb is never written so within a sentence of mixed case; the group is.
            boolean group = form.equals("IS") && !shouting;
            boolean noun = form.endsWith("ing") && !out.isEmpty() && opensNoun(out);
            boolean code = CODE_NAME.matcher(form).matches();
            String pos;
            if (group || code) {
                pos = "PROPN";
            } else if (!shouting && ACRONYM.matcher(form).matches() && !ACRONYM_TAGS.contains(tag)) {
                pos = "PROPN";
            } else if (tag.equals("PUNCT") && form.startsWith("-") && form.endsWith("ed")) {
                pos = "ADJ"; // the second half of "UN-contracted"
            } else if (noun && (tag.equals("VERB") || tag.equals("NOUN")) || isNoun(form, tag, out)) {
                pos = "NOUN";
            } else {
                pos = ALWAYS_VERBS.contains(form) ? "VERB" : tag;
            }
            out.add(new Token(
                    new Passage(codePoints[at], codePoints[at + form.length()]),
                    form,
                    pos,
                    group ? "is" : lemma(form, pos)));
        }

        /** "a drone", "precision strikes", "Rockets landed". */
        private static boolean isNoun(String form, String tag, List<Token> before) {
            if (!tag.equals("VERB")) {
                return false;
            }
            Token last = before.isEmpty() ? null : before.get(before.size() - 1);
            boolean article = last != null && last.is("a", "an") && !form.endsWith("ed");
            boolean described = last == null || isAnyOf(last.pos(), "NOUN", "ADJ", "NUM");
            return article || described && OFTEN_NOUNS.contains(form.toLowerCase(Locale.ROOT));
        }

        /** "Thursday's bombing", "the suicide bombing": a noun, whatever the model says. */
        private static boolean opensNoun(List<Token> before) {
            Token last = before.get(before.size() - 1);
            boolean clitic = last.is("'s", "’s")
                    && before.size() > 1
                    && isAnyOf(before.get(before.size() - 2).pos(), "NOUN", "PROPN");
            return clitic || last.is("the", "a", "an", "this", "that", "suicide", "car", "truck");
        }

        private String lemma(String form, String tag) {
            String lower = form.toLowerCase(Locale.ROOT);
            return switch (tag) {
                case "VERB" -> lemmas.verb(lower);
                case "AUX" -> AUXILIARIES.getOrDefault(lower, lower);
                case "NOUN" -> lemmas.noun(lower);
                default -> lower;
            };
        }
    }

    private static InputStream model(String name) {
        String file = "/" + name + "-1.3-2.5.4.bin";
        InputStream stream = LanguageSteps.class.getResourceAsStream(file);
        if (stream == null) {
            throw new IllegalStateException("the language model " + file + " is missing from the class path");
        }
        return stream;
    }
}
