package org.ascribe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.Ledger;
import org.ascribe.testkit.CodedReports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindingsCommandTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2024-04-05T12:00:00Z"));

    @TempDir
    Path folder;

    private Path ledger = Path.of("");

    @BeforeEach
    void make() {
        ledger = folder.resolve("l.duckdb");
        try (Ledger made = Ledger.open(ledger, Ledger.Mode.CREATE);
                PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
                Progress progress = new Progress(nowhere, NOON)) {
            made.append(CodedReports.random(5, 40));
            new RecordService(made, Program.version()).rebuildIfNeeded(progress);
        }
    }

    private record Given(int code, String out, String err) {}

    private Given run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = Stream.concat(Arrays.stream(words), Stream.of("--ledger", ledger.toString()))
                .toArray(String[]::new);
        try (PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int code = Main.run(all, results, errors, NOON);
            return new Given(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyFindingIsALineWithItsPerspectiveMethodAndLimits() {
        Given given = run("findings", "--format", "jsonl", "--beside", "claims-first");
        assertThat(given.err()).isEmpty();
        assertThat(given.code()).isZero();
        assertThat(given.out().lines()).isNotEmpty().allSatisfy(line -> {
            JsonNode finding = JsonMapper.shared().readTree(line);
            assertThat(finding.get("perspective").stringValue()).isEqualTo("every-voice");
            assertThat(finding.get("method").stringValue()).isNotBlank();
            assertThat(finding.get("reference").stringValue()).isNotBlank();
            assertThat(finding.get("limits")).isNotEmpty();
            assertThat(finding.get("incidents"))
                    .allSatisfy(label -> assertThat(label.stringValue()).startsWith("I-"));
        });
    }

    @Test
    void aWrongKindIsAnsweredWithTheNearest() {
        Given given = run("findings", "--kind", "escalatoin");
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("--kind is \"escalatoin\"").contains("Did you mean escalation?");
    }

    @Test
    void anActorThatNobodyNamesIsSaid() {
        Given given = run("findings", "--actor", "no such group");
        assertThat(given.code()).isEqualTo(1);
        assertThat(given.err()).contains("Cannot look for findings on \"no such group\"");
    }

    @Test
    void tooFewDataAreSaidWithTheNumberThereIs() {
        Given given = run("findings", "--actor", "islamic-state", "--kind", "escalation", "--beside", "none");
        assertThat(given.code()).isZero();
        assertThat(given.out()).contains("too few for a change of the rate").contains("for want of data");
    }

    @Test
    void aBriefingIsOneFileThatFetchesNothingAndQuotesWordsAsText() throws IOException {
        Path out = folder.resolve("b.html");
        Given given = run("report", "--out", out.toString(), "--beside", "none");
        assertThat(given.code()).isZero();
        String page = Files.readString(out);
        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("It does not decide guilt.", "<blockquote>", "Written on 2024-04-05")
                .doesNotContain("src=", "href=", "<script", "@import", "url(");
        assertThat(page).contains("&quot;");
    }

    @Test
    void aBriefingIntoAFolderThatIsNotThereIsRefused() {
        Given given = run("report", "--out", folder.resolve("none/b.html").toString());
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("expected a file in a folder that is there");
    }
}
