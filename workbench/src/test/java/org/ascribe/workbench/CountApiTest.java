package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Counting over a real ledger, held against the list of incidents. */
class CountApiTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Caller.NOW);

    @TempDir
    Path folder;

    private Ledger ledger;
    private RecordService record;
    private Caller caller;

    @BeforeEach
    void start() {
        InventedRecord invented = new InventedRecord();
        ledger = Ledger.open(folder.resolve("test.db"), Ledger.Mode.CREATE);
        ledger.append(List.of(invented.herald, invented.courier, invented.quiet));
        record = new RecordService(ledger, "0.1.0");
        record.rebuildIfNeeded(new Progress(System.err, CLOCK));
        caller = new Caller(new LedgerRecord(record, CLOCK));
    }

    @AfterEach
    void stop() {
        caller.close();
        ledger.close();
    }

    @Test
    void incidentsAreCountedByMonthAndActor() {
        JsonNode counted = caller.json("/api/v1/counts?by=month,actor");
        assertThat(counted.at("/by").toString()).isEqualTo("[\"month\",\"actor\"]");
        assertThat(counted.at("/incidents").asInt())
                .isEqualTo(caller.json("/api/v1/incidents").at("/total").asInt());
        assertThat(counted.at("/rows")
                        .valueStream()
                        .filter(row -> row.at("/actor").asString("").equals("green-brigade")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.at("/actorName").asString()).isEqualTo("Green Brigade");
                    assertThat(row.at("/incidents").asInt())
                            .isEqualTo(caller.json("/api/v1/incidents?actor=green-brigade")
                                    .at("/total")
                                    .asInt());
                    assertThat(row.at("/country").isNull()).isTrue();
                });
        assertThat(counted.at("/rows")
                        .valueStream()
                        .filter(row -> row.at("/actor").isNull()))
                .as("the mill in Westland, burned by nobody knows whom")
                .hasSize(1);
    }

    @Test
    void aSideThatNobodyCanCountByIsRefusedWithTheOnesThatThereAre() {
        JsonNode problem = caller.json("/api/v1/counts?by=weekday");
        assertThat(problem.at("/status").asInt()).isEqualTo(400);
        assertThat(problem.at("/expected").asString()).contains("month", "actor");
        assertThat(caller.json("/api/v1/counts?by=month&actors=0").at("/code").asString())
                .isEqualTo("invalid-actors");
        assertThat(caller.json("/api/v1/counts?q=bomb").at("/code").asString()).isEqualTo("unknown-parameter");
    }

    @Test
    void aLedgerLargerThanTheMemoryIsCountedAndTheRestSaysHowToServeIt() {
        try (Caller small = new Caller(new LedgerRecord(record, CLOCK, 16_000))) {
            assertThat(small.json("/api/v1/counts?by=month").at("/incidents").asInt())
                    .isEqualTo(caller.json("/api/v1/incidents").at("/total").asInt());
            JsonNode problem = small.json("/api/v1/incidents");
            assertThat(problem.at("/status").asInt()).isEqualTo(503);
            assertThat(problem.at("/code").asString()).isEqualTo("ledger-too-large");
            assertThat(problem.at("/detail").asString()).contains("ASCRIBE_HEAP", "/api/v1/counts");
        }
    }
}
