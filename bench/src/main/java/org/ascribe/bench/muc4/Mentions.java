package org.ascribe.bench.muc4;

import java.util.Locale;
import java.util.regex.Pattern;

/** Forms of a mention as the scorer compares them. */
final class Mentions {

    private static final Pattern ARTICLE = Pattern.compile("\\b(?:a|an|the)\\b");
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Mentions() {}

    /** Lower case, no punctuation, no articles, single blanks: {@code normalize} of the scorer. */
    static String plain(String mention) {
        String bare = PUNCTUATION.matcher(mention.toLowerCase(Locale.ROOT)).replaceAll("");
        return BLANKS.matcher(ARTICLE.matcher(bare).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
