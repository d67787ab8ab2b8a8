package org.ascribe.extract.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A chat server on a free port of this machine that answers what a test has laid ready, the last answer again and again. */
final class StubServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> ready = new ArrayDeque<>();
    final List<JsonNode> asked = Collections.synchronizedList(new ArrayList<>());
    final List<String> keys = Collections.synchronizedList(new ArrayList<>());

    StubServer(Answer... answers) {
        ready.addAll(List.of(answers));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> {
            asked.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            Answer answer;
            synchronized (ready) {
                answer = ready.size() > 1 ? ready.poll() : ready.element();
            }
            try (exchange) {
                answer.give(exchange);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    static Answer status(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** A chat reply with this content that cost 900 tokens in and 70 out. */
    static Answer says(String content) {
        return says(content, "stop");
    }

    static Answer says(String content, String finish) {
        var whole = JSON.createObjectNode();
        var choice = whole.putArray("choices").addObject();
        choice.put("finish_reason", finish)
                .putObject("message")
                .put("role", "assistant")
                .put("content", content);
        whole.putObject("usage").put("prompt_tokens", 900).put("completion_tokens", 70);
        return status(200, JSON.writeValueAsString(whole));
    }

    /** Never ends. */
    static Answer endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(more);
                }
            }
        };
    }

    /** Takes the request and says nothing until the other side goes away. */
    static Answer silent() {
        return exchange -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
