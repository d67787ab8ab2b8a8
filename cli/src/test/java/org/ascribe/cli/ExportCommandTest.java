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
import org.ascribe.store.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    Path folder;

    private Path ledger = Path.of("");

    @BeforeEach
    void make() {
        ledger = folder.resolve("l.duckdb");
        Ledger.open(ledger, Ledger.Mode.CREATE).close();
    }

    private record Given(int code, String err) {}

    private Given export(String format, Path out, String... more) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = {"export", "--format", format, "--out", out.toString(), "--ledger", ledger.toString()};
        String[] all = Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
        try (PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int code = Main.run(
                    all,
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    errors,
                    InstantSource.fixed(Instant.parse("2024-04-05T12:00:00Z")));
            return new Given(code, err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void anEmptyLedgerGivesAnEmptyFile() throws IOException {
        Path out = folder.resolve("a.geojson");
        Given given = export("geojson", out);
        assertThat(given.err()).contains("Wrote 0 incidents to");
        assertThat(given.code()).isZero();
        assertThat(Files.readString(out)).startsWith("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheKnownOnes() {
        Given given = export("geojsn", folder.resolve("a"));
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err())
                .contains("--format is \"geojsn\"")
                .contains("parquet")
                .contains("Did you mean geojson?");
    }

    @Test
    void aFolderOfOtherThingsIsNotWrittenInto() throws IOException {
        Path out = Files.createDirectories(folder.resolve("mine"));
        Files.writeString(out.resolve("incidents.csv"), "precious");
        Given given = export("csv", out);
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("is not empty and holds no earlier export");
        assertThat(Files.readString(out.resolve("incidents.csv"))).isEqualTo("precious");
    }

    @Test
    void anEarlierExportIsReplacedAndTheLedgerIsNot() {
        Path out = folder.resolve("pack");
        assertThat(export("csv", out).code()).isZero();
        assertThat(export("csv", out).code()).isZero();
        Given given = export("acled", ledger);
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("is the ledger itself");
    }

    @Test
    void aBoxUpsideDownIsRefused() {
        Given given = export("csv", folder.resolve("pack"), "--bbox", "60,40,70,30");
        assertThat(given.code()).isEqualTo(2);
        assertThat(given.err()).contains("--bbox is \"60,40,70,30\"").contains("south <= north");
    }
}
