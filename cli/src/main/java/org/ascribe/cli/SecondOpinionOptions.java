package org.ascribe.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ascribe.core.Report;
import org.ascribe.extract.Extractor;
import org.ascribe.extract.endpoint.EndpointException;
import org.ascribe.extract.endpoint.EndpointExtractor;
import org.ascribe.extract.endpoint.EndpointSettings;
import org.ascribe.extract.endpoint.SecondOpinion;
import org.ascribe.extract.endpoint.Tally;
import org.ascribe.extract.endpoint.Witness;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that have a language model read each report beside the rules; off unless an address is given. */
final class SecondOpinionOptions {

    /** From the environment alone: what stands on a command line is seen by everyone on the machine. */
    private static final String KEY = "ASCRIBE_SECOND_OPINION_KEY";

    @Option(
            names = "--second-opinion",
            paramLabel = "URL",
            description =
                    "Have a language model read each report beside the rules: an OpenAI-compatible address such as "
                            + "http://localhost:11434/v1. Off unless given. The texts of the reports go there and nowhere "
                            + "else; a key is taken from the environment, " + KEY + ".")
    private @Nullable String url;

    @Option(
            names = "--second-opinion-model",
            paramLabel = "NAME",
            description = "The model to ask, by the server's name for it, such as qwen2.5:14b.")
    private @Nullable String model;

    @Option(
            names = "--second-opinion-limit",
            paramLabel = "SECONDS",
            description = "The longest to wait for one report, default 300.")
    private @Nullable Integer limit;

    @Option(
            names = "--second-opinion-price",
            paramLabel = "IN,OUT",
            split = ",",
            description =
                    "What a million tokens cost, sent and received, such as 0.15,0.60; shows the cost at the end.")
    private BigDecimal @Nullable [] price;

    @Option(
            names = "--second-opinion-plain-http",
            description = "Allow http to another machine: whoever is on the way can read reports and key.")
    private boolean plainHttp;

    @Option(names = "--verbose", description = "Show what was dropped from second opinions, and why.")
    private boolean verbose;

    private @Nullable EndpointExtractor endpoint;

    /** What extracts: what the program reads itself, with a second opinion beside it if one is asked for. */
    Extractor extractor(Extractor own, Console console) {
        if (url == null) {
            if (model != null || limit != null || price != null || plainHttp) {
                throw CannotException.wrongUsage(
                        "Cannot ask for a second opinion: no address is given.\n  Name the server with --second-opinion URL, or leave the other options out.");
            }
            return own;
        }
        if (price != null && (price.length != 2 || price[0].signum() < 0 || price[1].signum() < 0)) {
            throw CannotException.wrongUsage(
                    "Cannot reckon the cost: --second-opinion-price takes two prices of a million tokens, sent and received.\n  Give them such as 0.15,0.60.");
        }
        EndpointSettings settings;
        try {
            settings = EndpointSettings.of(
                    url,
                    model == null ? "" : model,
                    System.getenv(KEY),
                    limit == null ? EndpointSettings.DEFAULT_LIMIT : Duration.ofSeconds(limit),
                    plainHttp ? EndpointSettings.Transport.PLAIN_ALLOWED : EndpointSettings.Transport.ENCRYPTED);
        } catch (IllegalArgumentException wrong) {
            throw CannotException.wrongUsage(String.valueOf(wrong.getMessage()));
        }
        Witness witness = new Teller(console);
        EndpointExtractor asked = EndpointExtractor.of(settings, witness);
        try {
            asked.check();
        } catch (EndpointException refused) {
            throw new CannotException("Cannot ask for a second opinion: " + told(refused)
                    + "\n  Or leave --second-opinion out: the rules need nobody.");
        }
        endpoint = asked;
        return new SecondOpinion(own, asked, witness);
    }

    /**
     * Tells at the end what was asked, kept and spent.
     *
     * @return whether every report has the opinion that was asked for
     */
    boolean finish(Console console) {
        if (endpoint == null) {
            return true;
        }
        Tally tally = endpoint.tally();
        int failed =
                tally.failed().values().stream().mapToInt(Integer::intValue).sum();
        StringBuilder words = new StringBuilder("Second opinion by %s: %d of %s answered"
                .formatted(endpoint.version(), tally.answered(), Showing.plural(tally.answered() + failed, "report")));
        words.append("; statements kept ").append(tally.kept());
        if (!tally.dropped().isEmpty()) {
            words.append(", dropped: ").append(Tally.words(tally.dropped()));
        }
        words.append('\n');
        if (failed > 0) {
            words.append("  without: ").append(Tally.words(tally.failed())).append("; these keep the rules' reading\n");
        }
        words.append("  tokens: %,d in, %,d out".formatted(tally.tokensIn(), tally.tokensOut()));
        if (tally.uncounted() > 0) {
            words.append(" (and those of %s that do not say)".formatted(Showing.plural(tally.uncounted(), "answer")));
        }
        if (price != null) {
            words.append("; cost ").append(cost(tally, price)).append(" at the prices given");
        }
        console.err().println(words);
        return failed == 0;
    }

    private static String cost(Tally tally, BigDecimal[] price) {
        return price[0].multiply(BigDecimal.valueOf(tally.tokensIn()))
                .add(price[1].multiply(BigDecimal.valueOf(tally.tokensOut())))
                .movePointLeft(6)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String told(EndpointException why) {
        return why.getMessage() + "  [" + why.code() + "]";
    }

    /** Writes what is missing as it happens; a refusal that holds for all reports once. */
    private final class Teller implements Witness {

        private final Console console;
        private final Set<EndpointException> told = ConcurrentHashMap.newKeySet();
        private final Map<String, Integer> times = new ConcurrentHashMap<>();

        Teller(Console console) {
            this.console = console;
        }

        @Override
        public void failed(Report report, EndpointException why) {
            if (!told.add(why)) {
                if (times.merge(why.code(), 1, Integer::sum) == 1) {
                    console.err().println("  No further report gets one in this run.");
                }
                return;
            }
            console.err().println("No second opinion on " + name(report) + ": " + told(why));
        }

        @Override
        public void dropped(Report report, String reason, String words) {
            if (verbose) {
                console.err()
                        .println("Dropped from the second opinion on " + name(report) + ": " + reason + "  " + words);
            }
        }

        private static String name(Report report) {
            return report.docid() != null
                    ? report.docid()
                    : report.title() != null
                            ? "\"" + report.title() + "\""
                            : report.id().value();
        }
    }
}
