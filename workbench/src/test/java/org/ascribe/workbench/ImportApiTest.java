package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.ascribe.pipeline.DataSetImport;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.Import;
import org.ascribe.store.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A table that waits in the inbox of a real ledger: two rows that tell something, one of a day that is none. */
class ImportApiTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Caller.NOW);
    private static final String IMPORTS = "/api/v1/imports";

    @TempDir
    Path folder;

    private Ledger ledger;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.writeString(folder.resolve("ged211.csv"), """
                id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death
                1,2020,2,3,Iraq,3,IS - Civilians,IS,Civilians,33.3,44.4,2,2,4
                2,2020,2,30,Iraq,3,IS - Civilians,IS,Civilians,33.3,44.4,1,1,1
                3,2020,5,9,Iraq,1,Iraq: Government,Government of Iraq,IS,35.1,43.9,5,7,7
                """);
        ledger = Ledger.open(folder.resolve("inbox.duckdb"), Ledger.Mode.CREATE);
        RecordService record = new RecordService(ledger, "0.1.0");
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
                Progress progress = new Progress(nowhere, CLOCK)) {
            new DataSetImport(
                            ledger,
                            new DataSetImport.Settings(null, null, null, Import.State.WAITING, "amina"),
                            "0.1.0",
                            CLOCK)
                    .run(List.of(file), progress, skip -> {});
            record.rebuildIfNeeded(progress);
        }
        caller = new Caller(new LedgerRecord(record, CLOCK));
    }

    @AfterEach
    void stop() {
        caller.close();
        ledger.close();
    }

    private JsonNode waiting() {
        return caller.json(IMPORTS).at("/items/0");
    }

    private int incidents() {
        return caller.json("/api/v1/incidents").at("/total").asInt();
    }

    @Test
    void whatWaitsIsCountedWithTheReasonOfEachRowThatCannotBeUsedAndIsNoPartOfTheRecord() {
        JsonNode one = waiting();
        assertThat(one.at("/state").asString()).isEqualTo("waiting");
        assertThat(one.at("/dataSet").asString()).isEqualTo("UCDP GED");
        assertThat(one.at("/rows").asInt()).isEqualTo(2);
        assertThat(one.at("/skipped").asInt()).isEqualTo(1);
        assertThat(one.at("/skippedByCode/0/place").asString()).contains("line 3");
        assertThat(one.at("/licence").asString()).isEqualTo("CC BY 4.0");
        assertThat(incidents()).isZero();
    }

    @Test
    void someRowsAreShownAsTheIncidentsThatTheyWouldBe() {
        JsonNode rows = caller.json(IMPORTS + "/" + waiting().at("/id").asString() + "/sample");
        assertThat(rows).hasSize(2);
        assertThat(rows.at("/0/text").asString()).contains("IS - Civilians");
        assertThat(rows.at("/0/sheet/killed/low").asInt()).isEqualTo(2);
        assertThat(rows.at("/0/sheet/killed/high").asInt()).isEqualTo(4);
    }

    @Test
    void takenInItJoinsTheRecordAndDiscardedItLeavesItAgain() {
        String state = IMPORTS + "/" + waiting().at("/id").asString() + "/state";
        caller.postAsPage(state, "{\"state\": \"taken-in\", \"user\": \"amina\"}");
        assertThat(waiting().at("/decidedBy").asString()).isEqualTo("amina");
        assertThat(incidents()).isEqualTo(2);
        caller.postAsPage(state, "{\"state\": \"discarded\", \"user\": \"amina\"}");
        assertThat(waiting().at("/state").asString()).isEqualTo("discarded");
        assertThat(incidents()).isZero();
    }

    @Test
    void aDecisionNeedsANameAndAStateThatAPersonCanGive() {
        String state = IMPORTS + "/" + waiting().at("/id").asString() + "/state";
        assertThat(caller.postAsPage(state, "{\"state\": \"taken-in\", \"user\": \" \"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.postAsPage(state, "{\"state\": \"waiting\", \"user\": \"amina\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.postAsPage(IMPORTS + "/i-none/state", "{\"state\": \"taken-in\", \"user\": \"amina\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(incidents()).isZero();
    }
}
