package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JudgementApiTest {

    private static final String JUDGEMENTS = "/api/v1/judgements";
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

    private String notTheSame() {
        return """
                {"decision": "not-same-incident", "user": "amina", "reason": "different markets",
                 "a": {"report": "%s", "label": "i1"}, "b": {"report": "%s", "label": "i1"}}""".formatted(
                        record.herald.report().id(), record.courier.report().id());
    }

    @Test
    void judgementIsRecordedWithTimeUserAndReason() {
        HttpResponse<String> answer = caller.postAsPage(JUDGEMENTS, notTheSame());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode judged = caller.json(JUDGEMENTS).at("/items/0");
        assertThat(judged).isEqualTo(JsonMapper.shared().readTree(answer.body()));
        assertThat(judged.at("/at").asString()).isEqualTo("2023-06-01T12:00:00Z");
        assertThat(judged.at("/user").asString()).isEqualTo("amina");
        assertThat(judged.at("/decision").asString()).isEqualTo("not-same-incident");
        assertThat(judged.at("/description").asString())
                .isEqualTo("Bombing in Oldtown (Oldtown Herald) and Bombing in Oldtown (The Courier) are not the same"
                        + " incident");
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(JUDGEMENTS + "/" + judged.at("/id").asString());
    }

    @Test
    void wholeIncidentsAreMergedAndSplit() {
        HttpResponse<String> merged = caller.postAsPage(JUDGEMENTS, """
                {"decision": "merge-incidents", "incidents": ["I-1", "i-3"], "user": "amina", "reason": "one attack"}""");
        assertThat(merged.statusCode()).as(merged.body()).isEqualTo(201);
        JsonNode view = JsonMapper.shared().readTree(merged.body());
        assertThat(view.at("/decision").asString()).isEqualTo("merge-incidents");
        assertThat(view.at("/description").asString()).endsWith("are one incident");
        assertThat(view.at("/reports").values())
                .extracting(JsonNode::asString)
                .contains(
                        record.herald.report().id().value(),
                        record.quiet.report().id().value());
        String leaving = record.courier.report().id().value();
        HttpResponse<String> split = caller.postAsPage(JUDGEMENTS, """
                {"decision": "split-incident", "incidents": ["I-1"], "reports": ["%s"], "user": "amina"}""".formatted(leaving));
        assertThat(split.statusCode()).as(split.body()).isEqualTo(201);
        assertThat(caller.postAsPage(JUDGEMENTS + "/" + view.at("/id").asString() + "/undo", "{\"user\": \"ben\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aSplitLeavesSomethingOnBothSides() {
        assertThat(caller.postAsPage(JUDGEMENTS, """
                        {"decision": "split-incident", "incidents": ["I-1"], "reports": [], "user": "amina"}""").body()).contains("invalid-reports");
        assertThat(caller.postAsPage(JUDGEMENTS, """
                        {"decision": "merge-incidents", "incidents": ["I-1", "I-1"], "user": "amina"}""").body()).contains("invalid-incidents");
        assertThat(caller.postAsPage(JUDGEMENTS, """
                        {"decision": "merge-incidents", "incidents": ["I-1", "I-999"], "user": "amina"}""").body()).contains("invalid-incidents");
    }

    @Test
    void judgementLeadsToTheIncidentsAndReportsItIsAbout() {
        JsonNode pair = JsonMapper.shared()
                .readTree(caller.postAsPage(JUDGEMENTS, notTheSame()).body());
        assertThat(pair.at("/incidents").values())
                .extracting(JsonNode::asString)
                .containsExactly("I-1");
        assertThat(pair.at("/reports").values())
                .extracting(JsonNode::asString)
                .containsExactly(
                        record.herald.report().id().value(),
                        record.courier.report().id().value());
        String said = record.quiet.assertions().getFirst().id().value();
        JsonNode right = JsonMapper.shared()
                .readTree(caller.postAsPage(JUDGEMENTS, """
                        {"decision": "right-actor", "assertion": "%s", "actor": "green-brigade", "user": "amina"}""".formatted(said)).body());
        assertThat(right.at("/description").asString())
                .isEqualTo("The actor in \"No one claimed it\" is Green Brigade");
        assertThat(right.at("/incidents/0").asString()).isEqualTo("I-3");
        assertThat(right.at("/reports/0").asString())
                .isEqualTo(record.quiet.report().id().value());
        JsonNode wrong = JsonMapper.shared()
                .readTree(caller.postAsPage(JUDGEMENTS, """
                        {"decision": "wrong-reading", "assertion": "%s", "user": "amina"}""".formatted(said)).body());
        assertThat(wrong.at("/description").asString())
                .isEqualTo(
                        "\"No one claimed it\" was read wrongly as: Nobody has claimed responsibility, in the report's"
                                + " own voice");
    }

    @Test
    void judgementIsTakenBackByAnotherOneAndOnlyOnce() {
        String id = JsonMapper.shared()
                .readTree(caller.postAsPage(JUDGEMENTS, notTheSame()).body())
                .at("/id")
                .asString();
        String undo = JUDGEMENTS + "/" + id + "/undo";
        HttpResponse<String> undone = caller.postAsPage(undo, "{\"user\": \"boris\"}");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(201);
        assertThat(JsonMapper.shared().readTree(undone.body()).at("/undoes").asString())
                .isEqualTo(id);
        assertThat(caller.json(JUDGEMENTS).at("/items")).hasSize(2);
        HttpResponse<String> again = caller.postAsPage(undo, "{\"user\": \"boris\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("already-undone").contains("boris");
        String undoOfUndo = JUDGEMENTS + "/"
                + JsonMapper.shared().readTree(undone.body()).at("/id").asString() + "/undo";
        assertThat(caller.postAsPage(undoOfUndo, "{\"user\": \"boris\"}").statusCode())
                .isEqualTo(201);
        assertThat(caller.postAsPage(undo, "{\"user\": \"carla\"}").statusCode())
                .as("in force again, it can be taken back again")
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"user": "amina"}                                                   | decision
            {"decision": "guilty", "user": "amina"}                             | decision
            {"decision": "wrong-reading", "assertion": "a-1", "user": "amina"}  | assertion
            {"decision": "right-actor", "actor": "nobody", "user": "amina"}     | actor
            {"decision": "same-incident", "user": "amina"}                      | a
            {"decision": "same-incident", "user": "amina", "colour": "red"}     | colour
            """)
    void wrongMemberIsNamed(String body, String field) {
        HttpResponse<String> answer = caller.postAsPage(JUDGEMENTS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(answer.body()).at("/field").asString())
                .isEqualTo(field);
    }

    @Test
    void judgementNeedsAUser() {
        HttpResponse<String> answer = caller.postAsPage(JUDGEMENTS, notTheSame().replace("amina", " "));
        assertThat(answer.body()).contains("invalid-user");
        assertThat(caller.json(JUDGEMENTS).at("/items")).isEmpty();
    }

    @Test
    void brokenJsonIsAProblem() {
        assertThat(caller.postAsPage(JUDGEMENTS, "{\"user\"").body()).contains("invalid-json");
    }

    @Test
    void changeWithoutTheTokenOfThePageIsRefused() {
        HttpResponse<String> answer = caller.post(JUDGEMENTS, notTheSame());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).at("/code").asString())
                .isEqualTo("csrf-token-missing");
        assertThat(caller.post(JUDGEMENTS, notTheSame(), "X-XSRF-TOKEN", "guessed")
                        .statusCode())
                .isEqualTo(403);
        assertThat(caller.json(JUDGEMENTS).at("/items")).isEmpty();
    }
}
