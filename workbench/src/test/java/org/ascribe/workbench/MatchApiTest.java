package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatchApiTest {

    private static final String MATCHES = "/api/v1/matches";
    private InventedRecord record;
    private Caller caller;

    @BeforeEach
    void start() {
        record = new InventedRecord();
        caller = new Caller(record);
    }

    @AfterEach
    void stop() {
        caller.close();
    }

    private JsonNode judge(String decision, JsonNode pair) {
        return JsonMapper.shared()
                .readTree(caller.postAsPage("/api/v1/judgements", """
                        {"decision": "%s", "user": "amina", "a": %s, "b": %s}""".formatted(
                                        decision, pair.at("/a/telling"), pair.at("/b/telling")))
                        .body());
    }

    @Test
    void theNearestToTheThresholdComesFirstWithBothSidesAndTheirReasons() {
        JsonNode matches = caller.json(MATCHES);
        assertThat(matches.at("/pairs").asInt()).isEqualTo(2);
        assertThat(matches.at("/judged").asInt()).isZero();
        assertThat(matches.at("/threshold").asDouble()).isEqualTo(5);
        JsonNode doubtful = matches.at("/items/0");
        assertThat(doubtful.at("/weight").asDouble()).isEqualTo(3.5);
        assertThat(doubtful.at("/joined").asBoolean()).isFalse();
        assertThat(doubtful.at("/a/incident").asString()).isEqualTo("I-2");
        assertThat(doubtful.at("/a/actors/0/id").asString()).isEqualTo("green-brigade");
        assertThat(doubtful.at("/a/actors/0/stances/0").asString()).isEqualTo("claimed");
        assertThat(doubtful.at("/a/words/0/text").asString())
                .isEqualTo("On 3 May the Green Brigade raided a post at Ford, it said.");
        assertThat(doubtful.at("/b/incident").asString()).isEqualTo("I-3");
        assertThat(doubtful.at("/b/outlet").isNull()).isTrue();
        assertThat(doubtful.at("/reasons/1/weight").asDouble()).isEqualTo(-1.5);
        JsonNode sure = matches.at("/items/1");
        assertThat(sure.at("/joined").asBoolean()).isTrue();
        assertThat(sure.at("/a/incident")).isEqualTo(sure.at("/b/incident"));
        assertThat(caller.json(MATCHES + "?order=surest").at("/items/0")).isEqualTo(sure);
    }

    @ParameterizedTest
    @CsvSource({"same-incident", "not-same-incident", "unsure"})
    void whatIsJudgedIsAskedNoMoreUntilItIsTakenBack(String decision) {
        JsonNode before = caller.json(MATCHES + "?state=open");
        JsonNode judgement = judge(decision, before.at("/items/0"));
        JsonNode open = caller.json(MATCHES + "?state=open");
        assertThat(open.at("/total").asInt()).isEqualTo(1);
        assertThat(open.at("/judged").asInt()).isEqualTo(1);
        assertThat(open.at("/pairs").asInt()).isEqualTo(2);
        JsonNode judged = caller.json(MATCHES + "?state=judged");
        assertThat(judged.at("/items/0/judgement/id")).isEqualTo(judgement.at("/id"));
        assertThat(judged.at("/items/0/judgement/decision").asString()).isEqualTo(decision);

        caller.postAsPage("/api/v1/judgements/" + judgement.at("/id").asString() + "/undo", "{\"user\": \"amina\"}");
        assertThat(caller.json(MATCHES + "?state=open")).isEqualTo(before);
    }

    @Test
    void matchesComePartByPart() {
        JsonNode first = caller.json(MATCHES + "?limit=1");
        assertThat(first.at("/items")).hasSize(1);
        JsonNode second =
                caller.json(MATCHES + "?limit=1&cursor=" + first.at("/next").asString());
        assertThat(second.at("/items/0/weight").asDouble()).isEqualTo(9.5);
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(caller.get(MATCHES + "?order=random").body()).contains("invalid-order", "doubtful");
    }
}
