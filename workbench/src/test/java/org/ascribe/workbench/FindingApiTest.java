package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A record of three incidents is too little for most findings, and each must say so. */
class FindingApiTest {

    private static Caller caller;

    @BeforeAll
    static void start() {
        caller = new Caller(new InventedRecord());
    }

    @AfterAll
    static void stop() {
        caller.close();
    }

    @Test
    void tooFewDataIsSaidWithTheNumberThereIsAndNoFigures() {
        JsonNode found = caller.json("/api/v1/findings?kind=escalation&actor=green-brigade");
        assertThat(found.at("/kinds").valueStream().map(JsonNode::asString)).contains("escalation");
        JsonNode finding = found.at("/items/0");
        assertThat(finding.at("/result").isNull()).isTrue();
        assertThat(finding.at("/sentence").asString()).isNotBlank();
        assertThat(finding.at("/perspective").asString()).isEqualTo("every-voice");
        HttpResponse<String> csv = caller.get("/api/v1/findings.csv?kind=escalation&actor=green-brigade&id="
                + finding.at("/id").asString());
        assertThat(csv.statusCode()).isEqualTo(409);
        assertThat(csv.body()).contains("too-few-data");
    }

    @Test
    void everyFindingNamesItsMethodAndItsIncidentsByTheirLabels() {
        JsonNode found = caller.json("/api/v1/findings?actor=green-brigade");
        assertThat(found.at("/items").size()).isPositive();
        found.at("/items").forEach(finding -> {
            assertThat(finding.at("/method").asString()).isNotBlank();
            finding.at("/incidents")
                    .forEach(incident ->
                            assertThat(incident.at("/label").asString()).startsWith("I-"));
        });
    }

    @Test
    void whatNobodyKnowsIsRefusedWithWhatThereIs() {
        JsonNode kind = caller.json("/api/v1/findings?kind=horoscope");
        assertThat(kind.at("/code").asString()).isEqualTo("invalid-kind");
        assertThat(kind.at("/expected").asString()).contains("escalation");
        assertThat(caller.json("/api/v1/findings?actor=nobody").at("/code").asString())
                .isEqualTo("invalid-actor");
        assertThat(caller.json("/api/v1/findings?from=2024-02-01&to=2024-01-01")
                        .at("/code")
                        .asString())
                .isEqualTo("invalid-to");
        assertThat(caller.json("/api/v1/findings.csv?id=f-none").at("/code").asString())
                .isEqualTo("unknown-finding");
    }
}
