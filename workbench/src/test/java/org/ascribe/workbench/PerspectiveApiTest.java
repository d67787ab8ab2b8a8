package org.ascribe.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PerspectiveApiTest {

    private static final String ONLY_NORTH = """
        perspective: only-north
        title: Only the north
        about: Hears nobody but officials.
        trust:
          - name: officials
            role: official
            weight: 2
        otherwise: 0
        """;

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

    @Test
    void everyPerspectiveSaysWhatItTrusts() {
        JsonNode all = caller.json("/api/v1/perspectives");
        assertThat(names(all)).contains("every-voice", "cautious-coder", "claims-first", "most-conservative");
        JsonNode cautious = named(all, "cautious-coder");
        assertThat(cautious.at("/builtIn").asBoolean()).isTrue();
        assertThat(cautious.at("/trusts/0/rule").asString()).isNotBlank();
        assertThat(cautious.at("/trusts/0/right").asDouble()).isBetween(0.5, 1.0);
        assertThat(cautious.at("/asks").size()).isPositive();
        assertThat(cautious.at("/yaml").asString()).contains("perspective: cautious-coder");
    }

    @Test
    void anotherPerspectiveGivesTheSameIncidentAnotherActorAndSaysWhy() {
        keep(ONLY_NORTH);
        JsonNode every = caller.json("/api/v1/incidents/I-1");
        JsonNode north = caller.json("/api/v1/incidents/I-1?perspective=only-north");
        assertThat(every.at("/status").asString()).isEqualTo("contested");
        assertThat(north.at("/perspective").asString()).isEqualTo("only-north");
        assertThat(supportOf(north, "northern-state")).isPositive();
        assertThat(supportOf(north, "green-brigade")).isZero();
        JsonNode heard = north.at("/reasons/0");
        assertThat(heard.at("/actor/id").asString()).isEqualTo("northern-state");
        assertThat(heard.at("/weight").asDouble()).isPositive();
        assertThat(heard.at("/rule").asString()).contains("officials");
        assertThat(north.at("/reasons")
                        .valueStream()
                        .filter(reason -> reason.at("/said/stance").asString("").equals("claimed"))
                        .map(reason -> reason.at("/weight").asDouble()))
                .as("the claim is not heard")
                .containsOnly(0.0);
    }

    @Test
    void listFacetsAndCsvAreSeenThroughThePerspective() {
        keep(ONLY_NORTH);
        String status = caller.json("/api/v1/incidents/I-1?perspective=only-north")
                .at("/status")
                .asString();
        assertThat(status).isNotEqualTo("contested");
        assertThat(caller.json("/api/v1/incidents?perspective=only-north&status=" + status)
                        .at("/items")
                        .valueStream()
                        .map(row -> row.at("/label").asString()))
                .contains("I-1");
        assertThat(caller.json("/api/v1/incidents/facets?perspective=only-north")
                        .at("/statuses")
                        .valueStream()
                        .map(facet -> facet.at("/value").asString()))
                .contains(status)
                .doesNotContain("contested");
        assertThat(caller.get("/api/v1/incidents.csv?perspective=only-north").body())
                .contains("I-1,inc-00000000000000a1,Bombing in Oldtown,bombing," + status);
    }

    @Test
    void differenceNamesTheRuleThatMadeIt() {
        keep(ONLY_NORTH);
        JsonNode difference = caller.json("/api/v1/difference?perspective=claims-first&against=only-north");
        JsonNode change = difference
                .at("/changes")
                .valueStream()
                .filter(one -> one.at("/label").asString().equals("I-1"))
                .findFirst()
                .orElseThrow();
        assertThat(change.at("/differs").valueStream().map(JsonNode::asString)).contains("actor");
        assertThat(change.at("/before/leader/id").asString()).isEqualTo("green-brigade");
        assertThat(change.at("/after/leader/id").asString()).isEqualTo("northern-state");
        assertThat(change.at("/because").asString()).isNotBlank();
        HttpResponse<String> csv = caller.get("/api/v1/difference.csv?perspective=claims-first&against=only-north");
        assertThat(csv.body().lines().filter(line -> line.startsWith("I-1,"))).hasSize(1);
    }

    @Test
    void wrongYamlIsRefusedWithItsLineAndTheNearestKey() {
        String wrong = ONLY_NORTH.replace("otherwise: 0", "otherwize: 0");
        JsonNode check = check(wrong);
        assertThat(check.at("/perspective").isNull()).isTrue();
        assertThat(check.at("/problems/0/line").asInt()).isEqualTo(8);
        assertThat(check.at("/problems/0/message").asString())
                .contains("otherwize")
                .contains("otherwise");
        HttpResponse<String> kept = caller.postAsPage("/api/v1/perspectives", body(wrong));
        assertThat(kept.statusCode()).isEqualTo(400);
        assertThat(record.perspectives()).isEmpty();
    }

    @Test
    void goodYamlIsReadBackInWordsAndKeptOnlyWhenSaved() {
        JsonNode check = check(ONLY_NORTH);
        assertThat(check.at("/problems").size()).isZero();
        assertThat(check.at("/perspective/trusts/0/rule").asString()).isEqualTo("officials");
        assertThat(record.perspectives()).isEmpty();
        keep(ONLY_NORTH);
        assertThat(record.perspectives()).containsKey("only-north");
        assertThat(names(caller.json("/api/v1/perspectives"))).contains("only-north");
    }

    @Test
    void aBuiltInPerspectiveIsNotReplaced() {
        HttpResponse<String> kept = caller.postAsPage(
                "/api/v1/perspectives",
                body(ONLY_NORTH.replace("perspective: only-north", "perspective: claims-first")));
        assertThat(kept.statusCode()).isEqualTo(409);
        assertThat(kept.body()).contains("perspective-built-in");
    }

    @Test
    void aFileThatCannotBeUsedIsListedWithItsProblemAndSpoilsNothing() {
        record.keepPerspective("broken", "perspective: broken\ntrusst: []\n");
        JsonNode broken = named(caller.json("/api/v1/perspectives"), "broken");
        assertThat(broken.at("/problem/line").asInt()).isEqualTo(2);
        assertThat(caller.get("/api/v1/incidents?perspective=broken").statusCode())
                .isEqualTo(409);
        assertThat(caller.get("/api/v1/incidents").statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownPerspectiveIsRefused() {
        JsonNode problem = caller.json("/api/v1/incidents?perspective=nobodys");
        assertThat(problem.at("/code").asString()).isEqualTo("unknown-perspective");
    }

    private void keep(String yaml) {
        assertThat(caller.postAsPage("/api/v1/perspectives", body(yaml)).statusCode())
                .isEqualTo(201);
    }

    private JsonNode check(String yaml) {
        return JsonMapper.shared()
                .readTree(caller.postAsPage("/api/v1/perspectives/check", body(yaml))
                        .body());
    }

    private static String body(String yaml) {
        return JsonMapper.shared().writeValueAsString(java.util.Map.of("yaml", yaml));
    }

    private static double supportOf(JsonNode sheet, String actor) {
        return sheet.at("/claimants")
                .valueStream()
                .filter(claimant -> claimant.at("/actor").asString().equals(actor))
                .findFirst()
                .orElseThrow()
                .at("/support/support")
                .asDouble();
    }

    private static List<String> names(JsonNode all) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> one.at("/name").asString())
                .toList();
    }

    private static JsonNode named(JsonNode all, String name) {
        return all.valueStream()
                .filter(one -> one.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
