package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.store.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workbench over a real ledger. */
class LedgerRecordTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Caller.NOW);

    @TempDir
    Path folder;

    @Test
    void judgementChangesTheRecordAndTakingItBackRestoresIt() {
        InventedRecord invented = new InventedRecord();
        try (Ledger ledger = Ledger.open(folder.resolve("test.db"), Ledger.Mode.CREATE)) {
            ledger.append(List.of(invented.herald, invented.courier, invented.quiet));
            RecordService record = new RecordService(ledger, "0.1.0");
            record.rebuildIfNeeded(new Progress(System.err, CLOCK));
            try (Caller caller = new Caller(new LedgerRecord(record, CLOCK))) {
                String claim = invented.herald.assertions().get(2).id().value();
                String label = caller.json("/api/v1/assertions/" + claim)
                        .at("/incident")
                        .asString();
                String before = claimants(caller, label);
                assertThat(before).contains("green-brigade").contains("northern-state");

                JsonNode judged = JsonMapper.shared()
                        .readTree(caller.postAsPage(
                                        "/api/v1/judgements",
                                        "{\"decision\": \"wrong-reading\", \"assertion\": \"%s\", \"user\": \"amina\"}"
                                                .formatted(claim))
                                .body());
                assertThat(judged.at("/id").asString()).startsWith("j-");
                assertThat(claimants(caller, label)).doesNotContain(claim);
                assertThat(caller.json("/api/v1/assertions/" + claim).at("/id").asString())
                        .as("what was said stays in the ledger")
                        .isEqualTo(claim);

                caller.postAsPage(
                        "/api/v1/judgements/" + judged.at("/id").asString() + "/undo", "{\"user\": \"amina\"}");
                assertThat(claimants(caller, label)).isEqualTo(before);
            }
            assertThat(ledger.judgements()).hasSize(2);
        }
    }

    @Test
    void aPerspectiveOfOnesOwnLiesBesideTheLedgerAndIsReadFromThere() throws IOException {
        try (Ledger ledger = Ledger.open(folder.resolve("test.db"), Ledger.Mode.CREATE)) {
            RecordService record = new RecordService(ledger, "0.1.0");
            record.rebuildIfNeeded(new Progress(System.err, CLOCK));
            LedgerRecord served = new LedgerRecord(record, CLOCK);
            assertThat(served.perspectives()).isEmpty();
            served.keepPerspective("mine", "perspective: mine\n");
            Path file = folder.resolve("mine.perspective.yaml");
            assertThat(file).hasContent("perspective: mine\n");
            Files.writeString(file, "perspective: mine\ntitle: Changed in an editor\n");
            assertThat(served.perspectives()).containsOnlyKeys("mine");
            assertThat(served.perspectives().get("mine")).contains("Changed in an editor");
            assertThatThrownBy(() -> served.keepPerspective("../mine", ""))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String claimants(Caller caller, String label) {
        return caller.json("/api/v1/incidents/" + label).at("/claimants").toString();
    }
}
