package org.ascribe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondOpinionCommandTest {

    private static final String TEXT = "The attack on a concert hall near Moscow on Friday killed at least 137 people. "
            + "The Islamic State group claimed it, but Russian officials accused Ukraine of organising the attack.";

    /** Agrees on the claim, reads "accused" as "suspected", and adds a relation that the rules do not read. */
    private static final String ANSWER = """
            {"incidents": [{"id": "a", "type": "armed-assault", "quote": "The attack on a concert hall near Moscow on Friday",
              "when": "Friday", "where": "Moscow", "targets": [], "weapons": []}],
             "statements": [
              {"kind": "responsibility", "incident": "a", "quote": "The Islamic State group claimed it",
               "speaker": "The Islamic State group", "speaker_role": "party", "actor": "Islamic State", "stance": "claimed"},
              {"kind": "responsibility", "incident": "a", "quote": "Russian officials accused Ukraine of organising the attack.",
               "speaker": "Russian officials", "speaker_role": "official", "actor": "Ukraine", "stance": "suspected"},
              {"kind": "relation", "quote": "Russian officials accused Ukraine of organising the attack", "speaker_role": "author",
               "actor": "Russian officials", "object": "Ukraine", "relation": "hostile"},
              {"kind": "toll", "incident": "a", "quote": "killed some 200 people", "harm": "killed", "number": "200"}]}""";

    @TempDir
    Path folder;

    private HttpServer server;
    private String url;

    private record Given(int code, String out, String err) {}

    private static Given run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] args = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        int code;
        try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            code = Main.run(args, outStream, errStream, InstantSource.fixed(Instant.parse("2024-04-05T12:00:00Z")));
        }
        return new Given(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String content = ANSWER.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        byte[] reply = ("{\"choices\": [{\"message\": {\"content\": \"" + content + "\"}}],"
                        + " \"usage\": {\"prompt_tokens\": 2000000, \"completion_tokens\": 500000}}")
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/v1/chat/completions", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, reply.length);
                exchange.getResponseBody().write(reply);
            }
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Path note() throws IOException {
        return Files.writeString(folder.resolve("note.txt"), TEXT);
    }

    @Test
    void theSheetSaysWhoReadAStatementAndOneVoiceCountsOnce() throws IOException {
        Path ledger = folder.resolve("l.duckdb");
        Given added = run(
                "add",
                "--ledger",
                ledger,
                "--published",
                "2024-03-24",
                "--second-opinion",
                url,
                "--second-opinion-model",
                "some-model",
                "--second-opinion-price",
                "0.5,2",
                "--verbose",
                note());
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.err())
                .contains("Second opinion by prompt-1/some-model: 1 of 1 report answered; statements kept 4")
                .contains("dropped: quote-not-in-text 1")
                .contains("Dropped from the second opinion on", "some 200")
                .contains("tokens: 2,000,000 in, 500,000 out; cost 2 at the prices given");

        Given sheet = run("show", "I-1", "--ledger", ledger);
        assertThat(sheet.out())
                .containsPattern("report 1, sentence 2 · read by [a-z]+-\\d+ and prompt-1/some-model")
                .contains("the same words as read by prompt-1/some-model, not counted")
                .contains("CONTESTED", "killed 137+")
                .contains("Ukraine   (1 origin)", "Islamic State   (1 origin)");

        Given again = run("add", "--ledger", ledger, "--published", "2024-03-24", note());
        assertThat(again.code()).isZero();
        assertThat(run("show", "I-1", "--ledger", ledger).out()).isEqualTo(sheet.out());
    }

    @Test
    void theTableSaysWhoReadALine() throws IOException {
        Given given = run(
                "extract",
                "--format",
                "table",
                "--published",
                "2024-03-24",
                "--second-opinion",
                url,
                "--second-opinion-model",
                "some-model",
                note());
        assertThat(given.code()).isZero();
        assertThat(given.out()).contains("READ BY", "both", "second, otherwise");
    }

    @Test
    void withoutAnAddressNobodyIsAsked() throws IOException {
        Given given = run("extract", "--second-opinion-model", "some-model", note());
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("no address is given", "--second-opinion URL");
    }

    @Test
    void withoutAModelNobodyIsAsked() throws IOException {
        Given given = run("extract", "--second-opinion", url, note());
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("no model is named");
    }

    @Test
    void anotherMachineWithoutEncryptionIsRefused() throws IOException {
        Given given =
                run("extract", "--second-opinion", "http://gpu.example.org/v1", "--second-opinion-model", "m", note());
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("another machine", "--second-opinion-plain-http");
        assertThat(given.out()).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsToldBeforeAnythingIsRead() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Given given =
                run("extract", "--second-opinion", "http://127.0.0.1:" + port, "--second-opinion-model", "m", note());
        assertThat(given.code()).isEqualTo(1);
        assertThat(given.err()).contains("nobody answers at 127.0.0.1:" + port, "start the server");
        assertThat(given.out()).isEmpty();
    }
}
