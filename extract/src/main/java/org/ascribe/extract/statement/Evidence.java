package org.ascribe.extract.statement;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Passage;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.language.Sentence;

/** What a text says about the evidence for a responsibility: in the sentence, or in a short one right behind it. */
final class Evidence {

    private static final String PROOF = "(?:evidence|proof|details to support|substantiation)";

    private static final Pattern NONE = Pattern.compile(
            "without (?:(?:any|providing|offering|giving|presenting|citing|showing|producing|concrete|further|hard|clear|credible|supporting|much|immediate|immediately|public|specific)[ ,]*)*"
                    + PROOF
                    + "|(?:no|little|scant|any) (?:(?:concrete|direct|hard|clear|credible|immediate|public|independent|such|supporting|further)[ ,]*)*"
                    + PROOF
                    + "|(?:not|n't|n’t|neither|nor|never|yet to) (?:\\w+ )?(?:provid|offer|give|present|cite|show|produc|substantiat|publish|back)\\w* (?:\\w+ ){0,3}?"
                    + PROOF
                    + "|(?:provid|offer|giv|present|cit|show|produc)\\w* no (?:\\w+ )?" + PROOF
                    + "|unsubstantiated|baseless|unproven",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CITED = Pattern.compile(
            "\\bciting\\b|\\bbased on\\b|\\bintercept\\w*|(?:released|published|posted|showed|shown|shared|circulated|presented|produced|displayed) (?:a |an |the |what \\w+ \\w+ )?(?:\\w+ ){0,2}?(?:video|photo|image|footage|evidence|document|recording|confession|picture)\\w*|"
                    + PROOF
                    + " (?:that|of|shows?|showed|suggests?|suggested|points?|pointed|linking)\\b|confess\\w*|fingerprint\\w*|\\bDNA\\b|in (?:a|its|the) video",
            Pattern.CASE_INSENSITIVE);

    private Evidence() {}

    /** What is said, and the words that say it. */
    record Words(EvidenceGiven given, Passage passage) {}

    static EvidenceGiven at(Scene scene, Clauses clauses, int first, int end) {
        return find(scene, clauses, first, end).map(Words::given).orElse(EvidenceGiven.UNSTATED);
    }

    static Optional<Words> find(Scene scene, Clauses clauses, int first, int end) {
        Sentence sentence = clauses.sentence();
        Passage here = sentence.passage(first, Math.max(first + 1, clauseStop(sentence, end)));
        Optional<Words> none = match(scene, NONE, EvidenceGiven.NONE, here);
        if (none.isPresent()) {
            return none;
        }
        int next = sentence.index() + 1;
        if (next < scene.mentions().clauses().size()
                && scene.mentions().sentence(next).paragraph() == sentence.paragraph()) {
            Sentence behind = scene.mentions().sentence(next);
            boolean takesUp =
                    behind.token(0).is("he", "she", "it", "they", "no", "neither", "the", "but", "however", "there");
            if (takesUp && behind.size() < 30) {
                none = match(scene, NONE, EvidenceGiven.NONE, behind.passage());
                if (none.isPresent()) {
                    return none;
                }
            }
        }
        return match(scene, CITED, EvidenceGiven.CITED, here);
    }

    private static Optional<Words> match(Scene scene, Pattern pattern, EvidenceGiven given, Passage passage) {
        String text = scene.mentions().parsed().text(passage);
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int start = passage.start() + text.codePointCount(0, matcher.start());
        return Optional.of(new Words(
                given, new Passage(start, start + text.codePointCount(matcher.start(), matcher.end()))));
    }

    /** Where the words about evidence end, if they follow in the same clause. */
    static int end(Clauses clauses, int from) {
        Sentence sentence = clauses.sentence();
        int stop = clauseStop(sentence, from);
        for (int i = stop - 1; i >= from; i--) {
            if (sentence.token(i).lower().matches("evidence|proof|intercepts?|video|footage|confessions?")) {
                return i + 1;
            }
        }
        return from;
    }

    private static int clauseStop(Sentence sentence, int from) {
        for (int i = from; i < sentence.size(); i++) {
            boolean with = sentence.token(i).is(",")
                    && i + 1 < sentence.size()
                    && sentence.token(i + 1).is("with");
            if (with || sentence.token(i).is(";", "while", "although")) {
                return i;
            }
        }
        return sentence.size();
    }
}
