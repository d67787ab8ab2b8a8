package org.ascribe.extract.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What asking came to so far.
 *
 * @param asked reports for which a request was made
 * @param answered those whose reply could be read
 * @param failed the others by code, those not asked any more among them
 * @param tokensIn as the server counts them, over all replies that say
 * @param uncounted replies that do not say
 * @param kept assertions that stand in the reports
 * @param dropped what the replies had beside that, by reason
 */
public record Tally(
        int asked,
        int answered,
        Map<String, Integer> failed,
        long tokensIn,
        long tokensOut,
        int uncounted,
        int kept,
        Map<String, Integer> dropped) {

    public static final Tally NONE = new Tally(0, 0, Map.of(), 0, 0, 0, 0, Map.of());

    public Tally {
        failed = Map.copyOf(failed);
        dropped = Map.copyOf(dropped);
    }

    Tally plus(Tally other) {
        return new Tally(
                asked + other.asked,
                answered + other.answered,
                sum(failed, other.failed),
                tokensIn + other.tokensIn,
                tokensOut + other.tokensOut,
                uncounted + other.uncounted,
                kept + other.kept,
                sum(dropped, other.dropped));
    }

    private static Map<String, Integer> sum(Map<String, Integer> a, Map<String, Integer> b) {
        Map<String, Integer> all = new TreeMap<>(a);
        b.forEach((key, count) -> all.merge(key, count, Integer::sum));
        return all;
    }

    /** {@code actor-unknown 3, quote-not-in-text 9}; empty for none. */
    public static String words(Map<String, Integer> counts) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(counts).forEach((key, count) -> words.add(key + " " + count));
        return String.join(", ", words);
    }
}
