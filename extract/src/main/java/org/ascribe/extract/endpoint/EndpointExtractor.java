package org.ascribe.extract.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Furniture;
import org.ascribe.core.Report;
import org.ascribe.extract.Extractor;
import org.ascribe.extract.endpoint.EndpointException.Reach;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Has a language model read a report, over an OpenAI-compatible chat address, and keeps what the report says word for word.
 * Unlike the rules it may answer differently the next time, whatever we do. Safe to share between threads.
 */
public final class EndpointExtractor implements Extractor {

    /** Version of the prompt and of how a reply is read; raised whenever either changes. */
    static final String PROMPT = "prompt-1";

    /** So many reports in a row that reach no server, and the rest are not tried. */
    private static final int PATIENCE = 3;

    private static final Pattern THOUGHTS = Pattern.compile("(?s)<think(?:ing)?>.*?</think(?:ing)?>");

    private final EndpointSettings settings;
    private final ChatEndpoint endpoint;
    private final AnswerReader reader;
    private final Witness witness;
    private final String prompt;
    private final AtomicReference<Tally> tally = new AtomicReference<>(Tally.NONE);
    private final AtomicReference<@Nullable EndpointException> refused = new AtomicReference<>();
    private final AtomicInteger unreached = new AtomicInteger();

    EndpointExtractor(EndpointSettings settings, AnswerReader reader, Witness witness, ChatEndpoint.Pause pause) {
        this.settings = settings;
        this.witness = witness;
        this.endpoint = new ChatEndpoint(settings, resource("answer-1.schema.json"), pause);
        this.prompt = resource(PROMPT + ".txt");
        this.reader = reader;
    }

    /** Takes about half a second to load. */
    public static EndpointExtractor of(EndpointSettings settings, Witness witness) {
        return new EndpointExtractor(settings, AnswerReader.load(), witness, time -> Thread.sleep(time.toMillis()));
    }

    /**
     * Looks, without sending any report, whether a server is there that lets us in.
     *
     * @throws EndpointException if not; says what to do
     */
    public void check() {
        endpoint.check();
    }

    /** {@code prompt-1/NAME-OF-THE-MODEL}. */
    @Override
    public String version() {
        return PROMPT + "/" + settings.model();
    }

    public Tally tally() {
        return tally.get();
    }

    @Override
    public List<String> notes() {
        Tally now = tally();
        return List.of(
                "second-opinion.address=" + settings.address(),
                "second-opinion.model=" + settings.model(),
                "second-opinion.prompt=" + PROMPT,
                "second-opinion.reports=asked %d, answered %d".formatted(now.asked(), now.answered()),
                "second-opinion.failed=" + Tally.words(now.failed()),
                "second-opinion.tokens=in %d, out %d, replies that do not say %d"
                        .formatted(now.tokensIn(), now.tokensOut(), now.uncounted()),
                "second-opinion.kept=" + now.kept(),
                "second-opinion.dropped=" + Tally.words(now.dropped()));
    }

    /**
     * {@inheritDoc}
     *
     * @throws EndpointException if no usable reply came; the next report may fare better
     */
    @Override
    public CodedReport extract(Report report) {
        EndpointException before = refused.get();
        if (before != null) {
            count(new Tally(0, 0, Map.of("not-asked", 1), 0, 0, 0, 0, Map.of()));
            throw before;
        }
        count(new Tally(1, 0, Map.of(), 0, 0, 0, 0, Map.of()));
        try {
            ChatEndpoint.Reply reply = endpoint.ask(prompt, question(report));
            unreached.set(0);
            boolean counted = reply.tokensIn() != null && reply.tokensOut() != null;
            count(new Tally(
                    0,
                    0,
                    Map.of(),
                    Objects.requireNonNullElse(reply.tokensIn(), 0L),
                    Objects.requireNonNullElse(reply.tokensOut(), 0L),
                    counted ? 0 : 1,
                    0,
                    Map.of()));
            AnswerReader.Read read = reader.read(report, answer(reply), version());
            if (report.text().codePointCount(0, report.text().length()) > settings.longestText()) {
                drop(report, "text-beyond-limit", "what comes after %d characters".formatted(settings.longestText()));
            }
            for (AnswerReader.Dropped dropped : read.dropped()) {
                drop(report, dropped.reason(), dropped.words());
            }
            count(new Tally(0, 1, Map.of(), 0, 0, 0, read.coded().assertions().size(), Map.of()));
            return read.coded();
        } catch (EndpointException failed) {
            count(new Tally(0, 0, Map.of(failed.code(), 1), 0, 0, 0, 0, Map.of()));
            boolean givesUp = failed.reach() == Reach.ALL_REPORTS
                    || failed.reach() == Reach.CONNECTION && unreached.incrementAndGet() >= PATIENCE;
            if (givesUp) {
                refused.compareAndSet(null, failed);
            }
            throw failed;
        }
    }

    /** Whether the server will not be asked any more in this run. */
    boolean hasGivenUp() {
        return refused.get() != null;
    }

    private void drop(Report report, String reason, String words) {
        witness.dropped(report, reason, words);
        count(new Tally(0, 0, Map.of(), 0, 0, 0, 0, Map.of(reason, 1)));
    }

    private void count(Tally more) {
        tally.accumulateAndGet(more, Tally::plus);
    }

    /** The report without its furniture, cut where it is too long. */
    private String question(Report report) {
        StringBuilder words = new StringBuilder();
        line(words, "Title", report.title());
        line(words, "Outlet", report.outlet());
        line(
                words,
                "Published",
                report.published() == null ? null : report.published().toString());
        words.append("<report>\n");
        int left = settings.longestText();
        int from = 0;
        String text = report.text();
        List<Furniture> pieces = new ArrayList<>(report.furniture());
        for (int i = 0; i <= pieces.size() && left > 0; i++) {
            int start = text.offsetByCodePoints(0, from);
            int end = i == pieces.size()
                    ? text.length()
                    : text.offsetByCodePoints(start, pieces.get(i).passage().start() - from);
            int points = Math.min(left, text.codePointCount(start, end));
            words.append(text, start, text.offsetByCodePoints(start, points)).append('\n');
            left -= points;
            from = i == pieces.size() ? from : pieces.get(i).passage().end();
        }
        return words.append("</report>\n").toString();
    }

    private static void line(StringBuilder words, String name, @Nullable String value) {
        if (value != null) {
            words.append(name)
                    .append(": ")
                    .append(value.replaceAll("\\s+", " "))
                    .append('\n');
        }
    }

    /** The object in a reply, which may stand in a code fence or after thoughts. */
    private static JsonNode answer(ChatEndpoint.Reply reply) {
        String words = THOUGHTS.matcher(reply.content()).replaceAll("");
        if (reply.isCut()) {
            throw new EndpointException(
                    "answer-cut",
                    Reach.THIS_REPORT,
                    "the reply ended at the server's limit of tokens; raise that limit (for Ollama num_ctx and num_predict), or name another model");
        }
        int start = words.indexOf('{');
        int end = words.lastIndexOf('}');
        if (words.isBlank()) {
            throw new EndpointException(
                    "answer-empty", Reach.THIS_REPORT, "the reply has no words; name another model");
        }
        try {
            if (start >= 0 && end > start) {
                JsonNode answer = ChatEndpoint.JSON.readTree(words.substring(start, end + 1));
                if (answer.has("incidents") || answer.has("statements")) {
                    return answer;
                }
            }
        } catch (JacksonException wrong) {
            // told below: where in the reply it breaks off helps nobody
        }
        throw new EndpointException(
                "answer-not-json",
                Reach.THIS_REPORT,
                "the reply is not the JSON that was asked for; name a larger model, or one that keeps to a schema");
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(
                EndpointExtractor.class.getResourceAsStream(name),
                () -> "the file " + name + " is missing from the program")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the file " + name + " cannot be read", broken);
        }
    }
}
