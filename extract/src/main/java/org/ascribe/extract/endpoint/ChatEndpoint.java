package org.ascribe.extract.endpoint;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.ascribe.extract.endpoint.EndpointException.Reach;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One chat address, asked with patience: a busy server is asked again, a reply that takes too long or grows too long is cut,
 * a redirect is not followed. Safe to share between threads.
 */
final class ChatEndpoint {

    /** Far more than any coded report has. */
    static final int MOST_BYTES = 8 << 20;

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MOST_BYTES)
                            .maxNestingDepth(50)
                            .build())
                    .build())
            .build();

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    /** How a reply's form is asked for, the strictest first; a server that refuses one is asked for the next. */
    private enum Form {
        SCHEMA,
        OBJECT,
        PROMPT_ALONE,
        /** For models that allow no temperature but their own. */
        BARE
    }

    /** Waits; replaced in tests. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /**
     * @param isCut whether the server ended it at its limit of tokens
     * @param tokensIn as the server counts them, null where it does not say; with {@code tokensOut}
     */
    record Reply(
            String content,
            boolean isCut,
            @Nullable Long tokensIn,
            @Nullable Long tokensOut) {}

    private final EndpointSettings settings;
    private final JsonNode schema;
    private final Pause pause;
    private final HttpClient client;
    private final AtomicReference<Form> form = new AtomicReference<>(Form.SCHEMA);

    ChatEndpoint(EndpointSettings settings, String schema, Pause pause) {
        this.settings = settings;
        this.schema = JSON.readTree(schema);
        this.pause = pause;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
    }

    /**
     * Looks whether anybody is there who lets us in; a server that lists no models passes.
     *
     * @throws EndpointException if not
     */
    void check() {
        long deadline = System.nanoTime() + Math.min(settings.limit().toNanos(), CONNECTING.toNanos() * 2);
        HttpResponse<byte[]> response =
                send(request(settings.models()).timeout(CONNECTING).GET().build(), deadline);
        int status = response.statusCode();
        if (status == 401 || status == 403 || isRedirect(status)) {
            throw refusal(response);
        }
    }

    /**
     * The model's reply to these words.
     *
     * @throws EndpointException if none can be had
     */
    Reply ask(String system, String user) {
        long deadline = System.nanoTime() + settings.limit().toNanos();
        for (int tried = 1; ; ) {
            Form asked = form.get();
            EndpointException failure;
            Duration wait = Duration.ofSeconds(1L << Math.min(tried - 1, 5));
            try {
                HttpResponse<byte[]> response = send(
                        request(settings.address())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body(system, user, asked)))
                                .build(),
                        deadline);
                int status = response.statusCode();
                if (status == 200) {
                    return reply(response.body());
                }
                if ((status == 400 || status == 422) && asked != Form.BARE) {
                    form.compareAndSet(asked, Form.values()[asked.ordinal() + 1]);
                    continue;
                }
                failure = refusal(response);
                if (!isBusy(status)) {
                    throw failure;
                }
                wait = retryAfter(response.headers()).orElse(wait);
            } catch (EndpointException refused) {
                if (refused.reach() != Reach.CONNECTION) {
                    throw refused;
                }
                failure = refused;
            }
            if (tried++ >= settings.tries() || wait.compareTo(LONGEST_PAUSE) > 0) {
                throw failure;
            }
            if (deadline - System.nanoTime() <= wait.toNanos()) {
                throw failure;
            }
            sleep(wait);
        }
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "application/json");
        if (settings.key() != null) {
            request.header("Authorization", "Bearer " + settings.key());
        }
        return request;
    }

    private String body(String system, String user, Form asked) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", settings.model());
        body.put("stream", false);
        if (asked != Form.BARE) {
            body.put("temperature", 0);
        }
        var messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", system);
        messages.addObject().put("role", "user").put("content", user);
        switch (asked) {
            case SCHEMA -> {
                ObjectNode given = body.putObject("response_format")
                        .put("type", "json_schema")
                        .putObject("json_schema");
                given.put("name", "coded_report").put("strict", true).set("schema", schema);
            }
            case OBJECT -> body.putObject("response_format").put("type", "json_object");
            case PROMPT_ALONE, BARE -> {}
        }
        return JSON.writeValueAsString(body);
    }

    private HttpResponse<byte[]> send(HttpRequest request, long deadline) {
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(request, head -> new LimitedBody(MOST_BYTES));
        try {
            return coming.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw tooSlow();
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new EndpointException("stopped", Reach.ALL_REPORTS, "the program was stopped while it waited");
        } catch (ExecutionException broken) {
            throw unreachable(Objects.requireNonNullElse(broken.getCause(), broken));
        }
    }

    private EndpointException tooSlow() {
        return new EndpointException(
                "too-slow",
                Reach.THIS_REPORT,
                "no whole reply came within %d seconds; give it longer with --second-opinion-limit, or name a smaller model"
                        .formatted(settings.limit().toSeconds()));
    }

    private EndpointException unreachable(Throwable cause) {
        String server = settings.address().getAuthority();
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof LimitedBody.TooLong) {
                return new EndpointException(
                        "answer-too-long",
                        Reach.THIS_REPORT,
                        "the reply is longer than %d MB and was cut; name another model".formatted(MOST_BYTES >> 20));
            }
            if (at instanceof SSLException) {
                return new EndpointException(
                        "no-trust",
                        Reach.ALL_REPORTS,
                        "%s does not prove who it is (%s); see that its certificate is valid and known to Java"
                                .formatted(server, words(String.valueOf(at.getMessage()))));
            }
            if (at instanceof UnknownHostException || at instanceof UnresolvedAddressException) {
                return new EndpointException(
                        "no-server",
                        Reach.CONNECTION,
                        "there is no machine by the name in %s; correct the address after --second-opinion"
                                .formatted(server));
            }
            if (at instanceof HttpConnectTimeoutException) {
                return new EndpointException(
                        "no-server",
                        Reach.CONNECTION,
                        "%s did not take the connection within %d seconds; see that the server runs and may be reached"
                                .formatted(server, CONNECTING.toSeconds()));
            }
            if (at instanceof ConnectException) {
                return new EndpointException(
                        "no-server",
                        Reach.CONNECTION,
                        "nobody answers at %s; start the server, or correct the address after --second-opinion"
                                .formatted(server));
            }
        }
        if (cause instanceof IOException) {
            return new EndpointException(
                    "connection-lost",
                    Reach.CONNECTION,
                    "%s broke the connection off (%s); see its log"
                            .formatted(server, words(String.valueOf(cause.getMessage()))));
        }
        throw new IllegalStateException("the request could not be made", cause);
    }

    private static boolean isBusy(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    private static boolean isRedirect(int status) {
        return status >= 300 && status < 400;
    }

    private EndpointException refusal(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String said = said(response.body());
        String server = settings.address().getAuthority();
        if (isRedirect(status)) {
            return new EndpointException(
                    "redirected",
                    Reach.ALL_REPORTS,
                    "%s sends on to %s, and reports go to no other address than the one given; if you trust that one, name it after --second-opinion"
                            .formatted(
                                    server,
                                    response.headers()
                                            .firstValue("Location")
                                            .map(this::words)
                                            .orElse("another address")));
        }
        return switch (status) {
            case 401, 403 ->
                new EndpointException(
                        "key-refused",
                        Reach.ALL_REPORTS,
                        "%s refuses %s (%d%s); set ASCRIBE_SECOND_OPINION_KEY to a key that may use this model"
                                .formatted(
                                        server,
                                        settings.key() == null ? "requests without a key" : "the key",
                                        status,
                                        said));
            case 404 ->
                new EndpointException(
                        "model-unknown",
                        Reach.ALL_REPORTS,
                        "%s has no model \"%s\", or takes no chat at %s (404%s); see the names at %s"
                                .formatted(
                                        server,
                                        settings.model(),
                                        settings.address().getPath(),
                                        said,
                                        settings.models()));
            case 429 ->
                new EndpointException(
                        "too-many-requests",
                        Reach.THIS_REPORT,
                        "%s allows no more requests for now (429%s); run again later, or with fewer reports"
                                .formatted(server, said));
            case 413 ->
                new EndpointException(
                        "report-too-long",
                        Reach.THIS_REPORT,
                        "the report is too long for %s (413%s)".formatted(server, said));
            default ->
                new EndpointException(
                        status >= 500 ? "server-failed" : "request-refused",
                        Reach.THIS_REPORT,
                        "%s answers with %d%s; see its log, or name another model".formatted(server, status, said));
        };
    }

    /** What a refusing server says, in a few harmless words: {@code : model is loading}, or nothing. */
    private String said(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 4096), StandardCharsets.UTF_8);
        try {
            JsonNode error = JSON.readTree(text).path("error");
            String message = error.isString()
                    ? error.stringValue()
                    : error.path("message").asString("");
            return message.isBlank() ? "" : ": " + words(message);
        } catch (JacksonException noJson) {
            return "";
        }
    }

    /** Cut, without control characters, and without the key, which some servers repeat. */
    private String words(String text) {
        String clean = settings.key() == null ? text : text.replace(settings.key(), "<masked>");
        clean = clean.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() <= 160 ? clean : clean.substring(0, clean.offsetByCodePoints(0, 150)) + "...";
    }

    private Reply reply(byte[] body) {
        JsonNode whole;
        try {
            whole = JSON.readTree(body);
        } catch (JacksonException wrong) {
            throw new EndpointException(
                    "answer-not-json",
                    Reach.THIS_REPORT,
                    "what came is no reply of a chat server; see that the address after --second-opinion is that of an OpenAI-compatible one");
        }
        JsonNode choice = whole.path("choices").path(0);
        if (choice.isMissingNode()) {
            throw new EndpointException(
                    "answer-empty",
                    Reach.THIS_REPORT,
                    "the reply has no \"choices\"; see that the server is an OpenAI-compatible one");
        }
        Long in = count(whole.path("usage").path("prompt_tokens"));
        Long out = count(whole.path("usage").path("completion_tokens"));
        boolean cut = choice.path("finish_reason").asString("").equalsIgnoreCase("length");
        return new Reply(content(choice), cut, in, out);
    }

    private static String content(JsonNode choice) {
        JsonNode content = choice.path("message").path("content");
        List<String> parts = new ArrayList<>();
        if (content.isString()) {
            parts.add(content.stringValue());
        }
        content.forEach(part -> parts.add(part.path("text").asString("")));
        return String.join("", parts);
    }

    private static @Nullable Long count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0 ? node.longValue() : null;
    }

    /** Seconds, or a day and hour, which is held against the server's own clock. */
    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        String given = headers.firstValue("Retry-After").orElse("").strip();
        if (given.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(given)));
        }
        try {
            DateTimeFormatter http = DateTimeFormatter.RFC_1123_DATE_TIME;
            Duration wait = Duration.between(
                    ZonedDateTime.parse(headers.firstValue("Date").orElse(""), http), ZonedDateTime.parse(given, http));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private void sleep(Duration time) {
        try {
            pause.of(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EndpointException("stopped", Reach.ALL_REPORTS, "the program was stopped while it waited");
        }
    }
}
