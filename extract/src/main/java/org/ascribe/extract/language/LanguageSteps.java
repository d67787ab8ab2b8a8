package org.ascribe.extract.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/** Sentences, tokens, parts of speech and lemmas. Safe to share between threads; loading takes about half a second. */
public final class LanguageSteps {

    private static final Pattern PARAGRAPH_BREAK =
            Pattern.compile("\\R[ \\t\\u00a0]*\\R|\\R(?=[ \\t]{2,}\\S)|\\R(?=[-*•] )");

    private final SentenceModel sentences;
    private final TokenizerModel tokens;
    private final POSModel parts;
    private final LemmatizerModel lemmas;

    private LanguageSteps(SentenceModel sentences, TokenizerModel tokens, POSModel parts, LemmatizerModel lemmas) {
        this.sentences = sentences;
        this.tokens = tokens;
        this.parts = parts;
        this.lemmas = lemmas;
    }

    /** With the English models that come with the program. */
    public static LanguageSteps english() {
        try {
            return new LanguageSteps(
                    new SentenceModel(model("opennlp-en-ud-ewt-sentence")),
                    new TokenizerModel(model("opennlp-en-ud-ewt-tokens")),
                    new POSModel(model("opennlp-en-ud-ewt-pos")),
                    new LemmatizerModel(model("opennlp-en-ud-ewt-lemmas")));
        } catch (IOException broken) {
            throw new UncheckedIOException("the English language models on the class path are damaged", broken);
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
